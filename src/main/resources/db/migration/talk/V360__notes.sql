-- What those who may see a dossier write to each other about it, kept with it and never printed.
create table dossier_note (
    id             bigint generated always as identity primary key,
    dossier_number text        not null references dossier,
    -- empty once it is taken back
    text           text        not null,
    -- user name; the full name is null where the sign-in tells none, the post where the author holds none above the dossier
    author         text        not null,
    author_name    text,
    unit_path      text references unit (path),
    position       text,
    written_at     timestamptz not null,
    corrected_at   timestamptz,
    taken_back_at  timestamptz,
    check ((taken_back_at is null) = (text <> '')),
    check ((unit_path is null) = (position is null))
);

create index dossier_note_of on dossier_note (dossier_number, id);

-- Who is mentioned in it.
create table dossier_note_mention (
    note   bigint not null references dossier_note on delete cascade,
    -- user name and full name
    person text   not null,
    name   text   not null,
    primary key (note, person)
);
