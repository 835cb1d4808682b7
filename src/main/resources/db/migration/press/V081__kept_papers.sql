-- Papers as they were printed. A row is never changed: whoever asks for the paper again gets these bytes.
create table paper (
    dossier_number text        not null references dossier (number),
    name           text        not null,
    title          text        not null,
    -- number and symbol; null for papers without
    number         text,
    printed_at     timestamptz not null,
    signed         boolean     not null,
    sha256         bytea       not null,
    content        bytea       not null,
    primary key (dossier_number, name)
);
-- PDF files do not get smaller by compressing them again
alter table paper alter column content set storage external;

-- The number that a stop's submission took when the stop was signed, from the series of its authority.
create table submission (
    dossier_number text    not null,
    stop           integer not null,
    number         text    not null,
    primary key (dossier_number, stop),
    foreign key (dossier_number, stop) references dossier_stop (dossier_number, stop)
);

-- The number that the minutes took when the session closed.
alter table vote_session add column number text;

-- Who took a step, by full name as the sign-in told it; null where it told none.
alter table dossier_step add column actor_name text;
create index dossier_step_by_post on dossier_step (unit_path, position, id);

-- A signatory signs for a unit, whose clerk keeps the entry.
alter table signatory
    drop constraint signatory_pkey,
    add column id bigint generated always as identity primary key,
    add column unit_path text not null references unit (path),
    add constraint signatory_once unique (unit_path, user_name, valid_from);
