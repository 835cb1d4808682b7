-- Commendations: what is proposed, for whom, how the council voted, and the register of awards.
create table commendation (
    dossier_number    text primary key references dossier (number),
    award_form        text not null,
    achievement_type  text not null,
    achievement       text not null,
    achieved_from     date not null,
    achieved_to       date not null,
    result_number     text,
    result_decided_on date
);

create table nominee (
    id             bigint generated always as identity primary key,
    dossier_number text    not null references commendation (dossier_number),
    kind           text    not null,
    name           text    not null,
    birth_year     integer,
    citizen_cipher bytea,
    citizen_digest bytea,
    citizen_mask   text,
    hamlet         text,
    occupation     text,
    summary        text,
    -- who is meant, comparable across dossiers
    subject        text    not null,
    result         text    not null default 'pending',
    result_reason  text
);
create index nominee_by_dossier on nominee (dossier_number, id);

create table vote_session (
    dossier_number text        not null references commendation (dossier_number),
    session        integer     not null,
    members        text[]      not null,
    closes_at      timestamptz not null,
    result         text,
    primary key (dossier_number, session)
);

create table ballot (
    dossier_number text        not null,
    session        integer     not null,
    member         text        not null,
    approved       bigint[]    not null,
    cast_at        timestamptz not null,
    primary key (dossier_number, session, member),
    foreign key (dossier_number, session) references vote_session (dossier_number, session)
);

create table award (
    id              bigint generated always as identity primary key,
    dossier_number  text    not null references commendation (dossier_number),
    nominee_id      bigint  not null unique references nominee (id),
    decision_id     bigint references decision (id),
    decision_number text    not null,
    decided_on      date    not null,
    unit_path       text    not null,
    form            text    not null,
    kind            text    not null,
    name            text    not null,
    subject         text    not null,
    achievement     text    not null,
    achievement_key text    not null,
    achievement_type text   not null,
    achieved_from   date    not null,
    achieved_to     date    not null,
    coefficient     numeric not null,
    base_salary     bigint  not null,
    bonus           bigint  not null
);
create index award_by_subject on award (subject);
create index award_by_unit on award (unit_path text_pattern_ops, decided_on desc);
create index award_by_dossier on award (dossier_number);
