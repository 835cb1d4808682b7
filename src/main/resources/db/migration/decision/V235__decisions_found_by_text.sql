-- What finds a decision: its number as printed, what it is about, its dossier.
alter table decision add column found_by text generated always as (searchable(
    lpad(number::text, greatest(2, length(number::text)), '0') || '/' || symbol || ' ' || subject || ' ' || dossier_number))
    stored;
create index decision_found_by on decision using gin (found_by gin_trgm_ops);
