-- Keys of a page are picked from an index alone, before its rows are read: of a unit the latest first, or of all with the unit beside.
drop index decision_by_unit;
drop index decision_by_year;
drop index decision_by_number;
drop index decision_by_day;
create index decision_by_unit on decision (unit_path text_pattern_ops, signed_on desc, id desc);
create index decision_by_year on decision (year, id) include (unit_path);
create index decision_by_number on decision (number, id) include (unit_path);
create index decision_by_day on decision (signed_on, id) include (unit_path);

-- Whoever sees a decision because of its authority alone; elsewhere the dossier's unit lies below that.
create index decision_elsewhere on decision (authority text_pattern_ops, id)
    where (unit_path = authority or starts_with(unit_path, authority || '/')) is not true;
create statistics decision_elsewhere on (unit_path = authority or starts_with(unit_path, authority || '/')) from decision;

-- A decision is found by what finds its dossier, in which its own words are.
alter table decision drop column found_by;
analyze decision;
