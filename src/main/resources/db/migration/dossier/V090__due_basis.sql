-- The paragraph that the last day of what is to be done now follows from.
alter table dossier add column due_basis text;
