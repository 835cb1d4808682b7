-- Keys of a page are picked from an index alone, before its rows are read: of a unit the latest first, with what says whether they are in force, or by name
-- with the unit beside.
drop index award_by_unit;
drop index award_by_name;
create index award_by_unit on award (unit_path text_pattern_ops, decided_on desc, id desc) include (revoked_on, corrected_on);
create index award_by_name on award (name collate vietnamese, id) include (unit_path);
create index award_corrected on award (id) where corrected_on is not null;

-- How many awards a word finds is not guessed from a hundred of them.
alter table award alter column found_by set statistics 500;
analyze award;
