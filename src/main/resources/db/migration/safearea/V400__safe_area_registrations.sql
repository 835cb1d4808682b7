-- Who has registered to strive for the standard in a year, as the Party cell or committee resolved.
create table safe_area_registration (
    id                    bigint generated always as identity primary key,
    year                  integer not null,
    subject               text    not null check (subject in ('hamlet', 'commune', 'agency', 'enterprise', 'school')),
    -- of the hamlet, commune or body
    area_path             text    not null,
    area_name             text    not null,
    -- the commune
    unit_path             text    not null references unit (path),
    registered_on         date    not null,
    -- on a day that the rules of that year count
    in_time               boolean not null,
    resolution_number     text,
    resolved_on           date,
    -- of hamlets alone
    households_registered integer check (households_registered between 0 and households),
    households            integer check (households > 0),
    entered_by            text        not null,
    entered_at            timestamptz not null,
    unique (area_path, year),
    check ((subject = 'hamlet') = (households is not null) and (households is null) = (households_registered is null))
);
create index safe_area_registration_by_unit on safe_area_registration (unit_path text_pattern_ops, year);
