-- What a dossier changes in a team: who leaves and on which ground, who comes, what roles change. Of health and legal
-- standing no more is kept than yes or no, with the day.
create table team_change (
    dossier_number     text primary key references dossier (number),
    team_id            bigint not null references team (id),
    kind               text   not null,
    received_on        date   not null,
    reason             text   not null,
    member_id          bigint references team_member (id),
    ground             text,
    ground_on          date,
    first_reminder_on  date,
    second_reminder_on date,
    consulted_on       date,
    decision_id        bigint references decision (id)
);
create index team_change_by_team on team_change (team_id);

create table team_newcomer (
    dossier_number     text primary key references team_change (dossier_number),
    name               text    not null,
    birth_date         date    not null,
    gender             text,
    citizen_cipher     bytea   not null,
    citizen_digest     bytea   not null,
    citizen_mask       text    not null,
    education          text    not null,
    residence_months   integer not null,
    legal_checked_on   date    not null,
    health_certificate boolean not null,
    transitional       boolean not null,
    needs_chair        boolean not null,
    role               text    not null,
    selected_on        date    not null,
    council_members    integer not null,
    present            integer not null,
    votes              integer not null
);

create table team_role_change (
    dossier_number text   not null references team_change (dossier_number),
    member_id      bigint not null references team_member (id),
    role           text   not null,
    primary key (dossier_number, member_id)
);
