-- Lists name who is proposed for what; the form, which is the same for many, stands last.
update dossier set title = named.first || case when named.others > 0 then ' và ' || named.others || ' đề nghị khác' else '' end
                           || ': ' || achievement || ' (' || regexp_replace(title, ': \d+ đề nghị$', '') || ')'
from commendation, lateral (select (array_agg(name order by id))[1] as first, count(*) - 1 as others
                            from nominee where nominee.dossier_number = commendation.dossier_number) named
where number = commendation.dossier_number and named.first is not null and title ~ ': \d+ đề nghị$';
