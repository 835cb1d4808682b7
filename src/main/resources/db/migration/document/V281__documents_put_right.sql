-- Whoever uploaded a file may put it under another kind, or take it away, as long as the dossier has not left the step.
-- null where the sign-in told no name
alter table dossier_document add column uploader_name text;
-- what is taken away keeps its line, without its content
alter table dossier_document add column removed_at timestamptz;
create table dossier_document_change (
    id          bigint generated always as identity primary key,
    document    bigint      not null references dossier_document (id),
    kind_before text        not null,
    -- null: taken away
    kind        text,
    changed_by  text        not null,
    changed_at  timestamptz not null
);
create index dossier_document_change_by_document on dossier_document_change (document);
alter table dossier_document drop constraint dossier_document_replaces_key;
create unique index dossier_document_replaced_once on dossier_document (replaces) where removed_at is null;
