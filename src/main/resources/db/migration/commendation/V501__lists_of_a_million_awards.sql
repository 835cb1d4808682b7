-- Each order and each filter of the register of awards, with the id that breaks ties.
create index award_by_name on award (name collate vietnamese, id);
create index award_by_form on award (form, id);
create index award_by_kind on award (kind, id);
create index award_by_bonus on award (bonus, id);
