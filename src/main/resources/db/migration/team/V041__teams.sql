-- Security teams, their members and what each was from when to when, by which decision. Rows are added and ended, never
-- rewritten.
create table team (
    id             bigint generated always as identity primary key,
    unit_path      text   not null references unit (path),
    hamlet_path    text   not null references hamlet (path),
    name           text   not null,
    established_on date   not null,
    established_by bigint not null references decision (id),
    dissolved_on   date check (dissolved_on >= established_on),
    dissolved_by   bigint references decision (id),
    check ((dissolved_on is null) = (dissolved_by is null))
);
create index team_by_unit on team (unit_path text_pattern_ops);
create index team_by_hamlet on team (hamlet_path);

create table team_member (
    id             bigint generated always as identity primary key,
    team_id        bigint not null references team (id),
    name           text   not null,
    birth_date     date   not null,
    gender         text,
    citizen_cipher bytea  not null,
    citizen_digest bytea  not null,
    citizen_mask   text   not null,
    joined_on      date   not null,
    joined_by      bigint not null references decision (id),
    left_on        date check (left_on >= joined_on),
    left_by        bigint references decision (id),
    leave_reason   text,
    check ((left_on is null) = (left_by is null))
);
create index team_member_by_team on team_member (team_id, id);
-- a person serves in one team at a time
create unique index team_member_serving on team_member (citizen_digest) where left_on is null;

create table team_role (
    id          bigint generated always as identity primary key,
    member_id   bigint not null references team_member (id),
    role        text   not null check (role in ('LEADER', 'DEPUTY', 'MEMBER')),
    since       date   not null,
    decision_id bigint not null references decision (id)
);
create index team_role_by_member on team_role (member_id, id);
