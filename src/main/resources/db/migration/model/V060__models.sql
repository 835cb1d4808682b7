-- Models of the movement as the movement counts them: the model, the sites that took it over, and the teams that run
-- both. Each was recognised, taken over or retired by a decision: of this system (dossier_number, decision_id), of a
-- higher authority (dossier_number), or on paper before the system (imported_by, imported_at).
create table model (
    id                 bigint generated always as identity primary key,
    name               text    not null,
    -- without case, spacing and punctuation
    name_key           text    not null,
    model_group        text    not null,
    description        text,
    unit_path          text    not null references unit (path),
    hamlet             text,
    started_on         date,
    teams              integer not null,
    retired_on         date,
    retirement_reason  text,
    retirement_number  text,
    retirement_dossier text references dossier (number),
    imported_by        text,
    imported_at        timestamptz
);
create index model_by_unit on model (unit_path text_pattern_ops, id);
create index model_by_name on model (name_key, unit_path);

create table model_recognition (
    model_id        bigint not null references model (id),
    level           text   not null,
    -- of the level among the levels: 1 for the commune
    rank            integer not null,
    grade           text,
    decision_id     bigint references decision (id),
    decision_number text   not null,
    decided_on      date   not null,
    authority       text   not null,
    dossier_number  text references dossier (number),
    imported_by     text,
    imported_at     timestamptz,
    primary key (model_id, level)
);

create table model_site (
    id                 bigint generated always as identity primary key,
    model_id           bigint  not null references model (id),
    name               text    not null,
    name_key           text    not null,
    unit_path          text    not null references unit (path),
    hamlet             text,
    teams              integer not null,
    decision_id        bigint references decision (id),
    decision_number    text    not null,
    decided_on         date    not null,
    authority          text    not null,
    dossier_number     text references dossier (number),
    retired_on         date,
    retirement_reason  text,
    retirement_number  text,
    retirement_dossier text references dossier (number),
    imported_by        text,
    imported_at        timestamptz
);
create index model_site_by_model on model_site (model_id);
create index model_site_by_unit on model_site (unit_path text_pattern_ops, model_id);
