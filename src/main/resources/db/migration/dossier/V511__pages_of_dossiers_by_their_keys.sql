-- Keys of a page are picked from an index alone, before its rows are read: of a unit in the order asked for, or of all with the unit beside.
drop index dossier_by_unit;
drop index dossier_by_opening;
create index dossier_by_unit on dossier (unit_path text_pattern_ops, opened_at desc, number desc);
create index dossier_by_opening on dossier (opened_at, number) include (unit_path);
create index dossier_by_unit_and_number on dossier (unit_path text_pattern_ops, number);
create index dossier_by_unit_and_closing on dossier (unit_path text_pattern_ops, closed_at, number);
create index dossier_by_unit_and_form on dossier (unit_path text_pattern_ops, form, number);
create index dossier_by_unit_and_status on dossier
    (unit_path text_pattern_ops, (case when suspended_on is null then status else 'SUSPENDED' end), number);

-- How many dossiers a word finds is not guessed from a hundred of them.
alter table dossier alter column found_by set statistics 500;
analyze dossier;
