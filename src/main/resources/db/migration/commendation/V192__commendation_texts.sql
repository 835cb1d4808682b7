-- The same achievement and the same household are the same however their tones are placed.
update nominee set subject = concat_ws(':', kind, (select unit_path from dossier where number = dossier_number),
                                       coalesce(comparable(hamlet), ''), comparable(name))
where kind <> 'individual';
update award set achievement_key = comparable(achievement),
                 subject = (select subject from nominee where id = nominee_id);

alter table award add column found_by text
    generated always as (searchable(name || ' ' || achievement || ' ' || dossier_number || ' ' || decision_number)) stored;
create index award_found_by on award using gin (found_by gin_trgm_ops);

update dossier set words = achievement || coalesce(
        (select string_agg(E'\n' || name, '' order by id) from nominee n where n.dossier_number = number), '')
from commendation where dossier_number = number;
