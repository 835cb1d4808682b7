-- Hamlets and communes that are safe in a year: what is proposed, and the register of results.
create table safe_area_proposal (
    dossier_number text    primary key references dossier (number),
    year           integer not null,
    subject        text    not null check (subject in ('hamlet', 'commune')),
    -- of the hamlet or commune
    area_path      text    not null,
    area_name      text    not null,
    -- keys of the criteria that the unit holds to be met
    criteria       text[]  not null,
    explanation    text
);
create index safe_area_proposal_by_area on safe_area_proposal (area_path, year);

create table safe_area_result (
    id              bigint generated always as identity primary key,
    year            integer not null,
    subject         text    not null check (subject in ('hamlet', 'commune')),
    area_path       text    not null,
    area_name       text    not null,
    -- the commune
    unit_path       text    not null references unit (path),
    result          text    not null check (result in ('passed', 'failed')),
    -- why it failed
    reason          text check ((reason is null) = (result = 'passed')),
    decided_on      date    not null,
    -- null for results that were imported
    dossier_number  text unique references safe_area_proposal (dossier_number),
    decision_id     bigint references decision (id),
    decision_number text,
    -- as the registers said on the day of the decision; null for hamlets
    safe_hamlets    bigint,
    hamlets         bigint,
    models          bigint,
    revoked_on      date,
    imported_by     text,
    imported_at     timestamptz,
    check ((dossier_number is null) = (imported_by is not null))
);
-- once a year
create unique index safe_area_once_a_year on safe_area_result (area_path, year)
    where result = 'passed' and revoked_on is null;
create index safe_area_result_by_unit on safe_area_result (unit_path text_pattern_ops, year);
