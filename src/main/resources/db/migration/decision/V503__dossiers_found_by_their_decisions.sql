-- A dossier is found by what finds its decisions, too, in one text: words that every dossier has would otherwise be looked up in each table
-- for all dossiers.
alter table dossier drop column found_by;
alter table dossier add column decided_as text not null default '';

create function decided_as(number integer, symbol text, subject text) returns text language sql immutable parallel safe return
    lpad(number::text, greatest(2, length(number::text)), '0') || '/' || symbol || ' ' || subject;

update dossier set decided_as = decided.texts from (
    select dossier_number, string_agg(decided_as(number, symbol, subject), ' ' order by id) as texts from decision group by dossier_number) decided
where decided.dossier_number = dossier.number;

alter table dossier add column found_by text
    generated always as (searchable(number || ' ' || title || ' ' || words || ' ' || decided_as)) stored;
create index dossier_found_by on dossier using gin (found_by gin_trgm_ops);

create function dossier_decided() returns trigger language plpgsql as $$
begin
    update dossier set decided_as = ltrim(decided_as || ' ' || decided_as(new.number, new.symbol, new.subject)) where number = new.dossier_number;
    return null;
end $$;

create trigger dossier_decided after insert on decision for each row execute function dossier_decided();
