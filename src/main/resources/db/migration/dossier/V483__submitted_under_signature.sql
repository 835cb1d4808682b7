-- A dossier can end with a submission that its authority signs once all that is to be asked before has been.
alter table dossier drop constraint dossier_ending_check;
alter table dossier add constraint dossier_ending_check check (ending in ('decide', 'forward', 'submit'));
