-- The mass organisations of the movement in a commune. People in them are counted, never named.
create table mass_organisation (
    id           bigint generated always as identity primary key,
    unit_path    text not null references unit (path),
    name         text not null,
    kind         text not null,
    active_from  date not null,
    -- last day; null while it is active
    active_until date check (active_until >= active_from),
    found_by     text generated always as (searchable(name || ' ' || kind)) stored
);
create index mass_organisation_by_unit on mass_organisation (unit_path);
create index mass_organisation_found_by on mass_organisation using gin (found_by gin_trgm_ops);
create unique index mass_organisation_once on mass_organisation (unit_path, comparable(name)) where active_until is null;

-- How many members it had on a day. The last count until a day holds on that day.
create table mass_organisation_members (
    organisation_id bigint not null references mass_organisation (id),
    counted_on      date not null,
    members         integer not null check (members >= 0),
    counted_by      text not null,
    primary key (organisation_id, counted_on)
);
