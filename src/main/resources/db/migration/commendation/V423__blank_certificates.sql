-- Blank certificates with a serial number, kept by who prints for an authority.
create table blank_certificate (
    id              bigint generated always as identity primary key,
    unit_path       text        not null references unit (path),
    -- of the authority whose awards they are for
    position        text        not null,
    form            text        not null,
    serial          text        not null,
    received_on     date        not null,
    received_from   text        not null,
    state           text        not null default 'stock' check (state in ('stock', 'issued', 'spoiled', 'returned')),
    -- the award that it was printed for; a spoiled one keeps it
    award_id        bigint references award (id),
    -- the day on which it left the stock or was spoiled
    changed_on      date,
    reason          text,
    recorded_by     text        not null,
    recorded_person text,
    recorded_at     timestamptz not null,
    unique (unit_path, position, form, serial),
    check (state <> 'issued' or award_id is not null),
    check ((state = 'stock') = (changed_on is null)),
    check ((state in ('spoiled', 'returned')) = (reason is not null))
);
create unique index blank_certificate_of_award on blank_certificate (award_id) where state = 'issued';
create index blank_certificate_in_stock on blank_certificate (unit_path, position, form, id) where state = 'stock';
