-- The person's name, as it was then; null for what was entered before and where it is not known.
alter table campaign add column entered_person text;
alter table campaign_registration add column entered_person text;
alter table campaign_review add column entered_person text;
