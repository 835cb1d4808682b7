-- dossiers that were begun when a kind of document was not asked for yet go on without
create table dossier_without_papers (
    dossier_number text primary key references dossier (number)
);
