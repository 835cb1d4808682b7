-- Each order of the decision book, with the id that breaks ties, and whose decisions they are.
create index decision_by_year on decision (year, id);
create index decision_by_number on decision (number, id);
create index decision_by_day on decision (signed_on, id);
create index decision_by_authority on decision (authority text_pattern_ops, id);
