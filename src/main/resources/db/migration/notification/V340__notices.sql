-- What is told of a dossier: to the holders of a post, whoever they are when they read it, or to one person. Who it is
-- about stands in the dossier; here are its number and what happened.
create table notice (
    id             bigint generated always as identity primary key,
    at             timestamptz not null,
    dossier_number text        not null references dossier,
    kind           text        not null,
    -- a group of the identity provider
    post           text,
    -- user name
    person         text,
    -- what it is about, where it is about a task
    task           text,
    stop           int,
    due_on         date,
    -- who did what it tells, and need not be told
    caused_by      text,
    -- its task has ended, or a later notice says more
    over           boolean     not null default false,
    check (num_nonnulls(post, person) = 1)
);

create index notice_of_post on notice (post, over);
create index notice_of_person on notice (person, over);
create index notice_of_task on notice (dossier_number, task) where not over;
create index notice_by_age on notice (at);

create table notice_read (
    person  text        not null,
    notice  bigint      not null references notice on delete cascade,
    read_at timestamptz not null,
    primary key (person, notice)
);

create index notice_read_of on notice_read (notice);
