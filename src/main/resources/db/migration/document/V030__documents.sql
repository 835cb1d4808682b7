-- Files of a dossier. They are read in slices, for which the content must lie uncompressed.
create table dossier_document (
    id             bigint generated always as identity primary key,
    dossier_number text        not null references dossier (number),
    kind           text        not null,
    name           text        not null,
    type           text        not null,
    size           bigint      not null,
    sha256         text        not null,
    replaces       bigint unique references dossier_document (id),
    uploaded_by    text        not null,
    unit_path      text        not null,
    position       text        not null,
    uploaded_at    timestamptz not null,
    content        bytea       not null
);
alter table dossier_document alter column content set storage external;
create index dossier_document_by_dossier on dossier_document (dossier_number, id);
