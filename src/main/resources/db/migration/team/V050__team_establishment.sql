-- Establishment of security teams: the plan, who applied, and how the selection council voted. Who becomes a member is
-- copied into the register of teams; the others are made anonymous after a time.
create table team_plan (
    dossier_number     text primary key references dossier (number),
    hamlet_path        text    not null references hamlet (path),
    seats              integer not null check (seats > 0),
    reason             text    not null,
    meeting_date       date    not null,
    applications_until date,
    applications_at    text,
    plan_posted_on     date,
    list_posted_on     date,
    team_id            bigint unique references team (id),
    launched_on        date,
    launched_at        text
);
create index team_plan_by_hamlet on team_plan (hamlet_path);

create table team_candidate (
    id                 bigint generated always as identity primary key,
    dossier_number     text    not null references team_plan (dossier_number),
    -- null once anonymous
    name               text,
    birth_date         date,
    gender             text,
    citizen_cipher     bytea,
    citizen_digest     bytea,
    citizen_mask       text,
    education          text,
    residence_months   integer,
    health_certificate boolean,
    transitional       boolean,
    -- no more than the law asks for: whether, and when that was checked
    legal_clear        boolean,
    legal_checked_on   date,
    eligibility        text    not null,
    -- what stands in the way, each with its paragraph at the same place
    reasons            text[]  not null,
    legal_bases        text[]  not null,
    result             text    not null,
    role               text,
    unique (dossier_number, citizen_digest)
);

create table team_meeting (
    dossier_number  text    not null references team_plan (dossier_number),
    meeting         integer not null,
    held_on         date    not null,
    method          text,
    council_members integer check (council_members >= present),
    present         integer not null check (present > 0),
    seats           integer not null,
    -- those among equals whom the chair of the meeting chose
    tie_choice      bigint[] not null,
    tie_reason      text,
    primary key (dossier_number, meeting)
);

create table team_vote (
    dossier_number text    not null,
    meeting        integer not null,
    candidate_id   bigint  not null references team_candidate (id),
    votes          integer not null check (votes >= 0),
    elected        boolean not null,
    primary key (dossier_number, meeting, candidate_id),
    foreign key (dossier_number, meeting) references team_meeting (dossier_number, meeting)
);
