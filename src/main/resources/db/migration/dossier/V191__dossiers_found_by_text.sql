-- What finds a dossier: its number, its name, and words that its content adds (what it is about, and who; no citizen number).
alter table dossier add column words text not null default '';
alter table dossier add column found_by text
    generated always as (searchable(number || ' ' || title || ' ' || words)) stored;
create index dossier_found_by on dossier using gin (found_by gin_trgm_ops);
