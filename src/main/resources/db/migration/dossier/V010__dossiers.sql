-- The dossier, its route and the steps taken on it. Content of each kind of dossier lies in its own module's tables.
create table dossier (
    number            text primary key,
    process           text        not null,
    form              text        not null,
    type              text        not null,
    title             text        not null,
    unit_path         text        not null references unit (path),
    decider           text        not null,
    status            text        not null,
    opened_by         text        not null,
    opened_at         timestamptz not null,
    closed_at         timestamptz,
    suspended_on      date,
    suspension_reason text,
    version           integer     not null
);
create index dossier_by_unit on dossier (unit_path text_pattern_ops, opened_at desc);

create table dossier_series (
    prefix      text    not null,
    unit_code   text    not null,
    year        integer not null,
    last_number integer not null,
    primary key (prefix, unit_code, year)
);

create table dossier_stop (
    dossier_number text    not null references dossier (number),
    stop           integer not null,
    unit_path      text    not null,
    tier           text    not null,
    appraiser      text,
    signers        text[]  not null,
    legal_basis    text    not null,
    primary key (dossier_number, stop)
);

create table dossier_step (
    id             bigint generated always as identity primary key,
    dossier_number text        not null references dossier (number),
    task           text        not null,
    stop           integer,
    unit_path      text        not null,
    position       text        not null,
    actor          text        not null,
    outcome        text,
    comment        text,
    received_at    timestamptz not null,
    finished_at    timestamptz not null,
    working_days   integer     not null
);
create index dossier_step_by_dossier on dossier_step (dossier_number, id);
create index dossier_step_by_actor on dossier_step (actor, dossier_number);
