-- What teams were taught and given, by period: counts alone, nobody is named.
create table team_provision (
    id          bigint generated always as identity primary key,
    team_id     bigint  not null references team (id),
    -- the commune
    unit_path   text    not null references unit (path),
    period_from date    not null,
    period_to   date    not null check (period_to >= period_from),
    kind        text    not null,
    -- courses of training, or pieces of equipment
    quantity    integer not null check (quantity >= 0),
    -- of courses; null for equipment
    attendances integer check (attendances >= 0),
    entered_by  text    not null,
    entered_at  timestamptz not null,
    check ((attendances is null) = (kind <> 'training'))
);
create unique index team_provision_once on team_provision (team_id, kind, period_from, period_to);
-- teams are found by name, row by row of a file
create index team_by_name on team (comparable(name));
create index team_provision_by_unit on team_provision (unit_path text_pattern_ops, period_to);
