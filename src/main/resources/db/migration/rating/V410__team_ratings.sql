-- The yearly rating of security teams and of those who serve in them: what dossiers propose, and the register of results.
create table team_rating (
    dossier_number text    primary key references dossier (number),
    unit_path      text    not null references unit (path),
    year           integer not null
);
create index team_rating_by_unit on team_rating (unit_path, year);

-- A team, or a member of one, as the register of teams had it on the last day of the period, and what is proposed.
create table team_rating_row (
    id             bigint generated always as identity primary key,
    dossier_number text    not null references team_rating (dossier_number),
    subject        text    not null check (subject in ('team', 'member')),
    team_id        bigint  not null,
    team_name      text    not null,
    -- null for teams, as what follows
    member_id      bigint,
    name           text,
    birth_year     integer,
    citizen_digest bytea,
    role           text,
    -- whether the member leads the team
    leads          boolean not null,
    served_from    date    not null,
    served_days    bigint  not null,
    -- whether somebody had to leave the team for cause in the period
    dismissals     boolean not null,
    -- per cent of the six groups of tasks; null where none of a group was given
    tasks          numeric(5, 2)[] not null default array[null, null, null, null, null, null]::numeric[],
    -- keys of the conditions that the unit holds to be met
    met            text[]  not null default '{}',
    complaint      boolean not null default false,
    transferred    boolean not null default false,
    -- null where none is proposed
    level          text,
    -- whether the chair does not rate it excellent
    struck         boolean not null default false,
    check ((subject = 'member') = (member_id is not null))
);
create index team_rating_row_by_dossier on team_rating_row (dossier_number, id);
create index team_rating_row_by_person on team_rating_row (citizen_digest) where citizen_digest is not null;

create table team_rating_result (
    id              bigint generated always as identity primary key,
    year            integer not null,
    subject         text    not null check (subject in ('team', 'member')),
    unit_path       text    not null references unit (path),
    team_id         bigint,
    team_name       text    not null,
    member_id       bigint,
    -- the member's name; null for teams
    name            text,
    birth_year      integer,
    citizen_digest  bytea,
    role            text,
    level           text    not null check (level in ('excellent', 'good', 'completed', 'failed', 'unrated')),
    -- per cent; null where it is not rated, and for what was imported
    figure          numeric(5, 2),
    -- why it is not rated
    reason          text    check (reason is null or level = 'unrated'),
    -- what has to be known of the year's ratings
    caveat          text,
    decided_on      date    not null,
    -- null for results that were imported, as the decision
    dossier_number  text    references team_rating (dossier_number),
    decision_id     bigint  references decision (id),
    decision_number text    not null,
    imported_by     text,
    imported_at     timestamptz,
    found_by        text    generated always as (searchable(coalesce(name, '') || ' ' || team_name)) stored,
    check ((dossier_number is null) = (imported_by is not null))
);
create index team_rating_result_by_unit on team_rating_result (unit_path text_pattern_ops, year);
create index team_rating_result_by_dossier on team_rating_result (dossier_number);
create index team_rating_result_by_person on team_rating_result (citizen_digest) where citizen_digest is not null;
create index team_rating_result_by_team on team_rating_result (comparable(team_name)) where subject = 'team';
create index team_rating_result_found_by on team_rating_result using gin (found_by gin_trgm_ops);
-- once a year
create unique index team_rating_result_team on team_rating_result (team_id, year) where subject = 'team' and team_id is not null;
create unique index team_rating_result_member on team_rating_result (member_id, year) where member_id is not null;

-- What decisions on ratings are based on.
insert into legal_basis (purpose, process, ordinal, valid_from, valid_to, text) values
    ('decision', 'team-rating', 2, '2024-07-01', null,
     'Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở ngày 28 tháng 11 năm 2023'),
    ('decision', 'team-rating', 3, '2026-01-01', null,
     'Hướng dẫn số 01/HD-BCA-V05 năm 2026 của Bộ Công an về đánh giá, xếp loại Tổ bảo vệ an ninh, trật tự ở cơ sở');
