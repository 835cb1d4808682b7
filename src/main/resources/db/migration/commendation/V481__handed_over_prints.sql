-- A certificate that is given again is handed over again: each print once. What was entered before it was given again was
-- about the print of that day.
alter table certificate_handover add column print integer;
update certificate_handover handover set print = 1 + (
    select count(*) from replaced_certificate old join award on award.dossier_number = old.dossier_number
    where award.id = handover.award_id and old.recipient_id = award.id and old.replaced_on < handover.handed_on);
alter table certificate_handover alter column print set not null;

drop index certificate_handed_over_once;
create unique index certificate_handed_over_once on certificate_handover (award_id, print) where undone_at is null;
