-- The last day of what is to be done with a dossier now, so that lists can put late ones first.
alter table dossier add column due_on date;
