-- Full names at that time; null where the sign-in told none, as for systems.
alter table commendation_budget add column entered_person text;
alter table award_payment add column recorded_person text, add column undone_person text;
