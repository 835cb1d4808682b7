-- The day on which a dossier was led past a stop, because its unit had ended; null where it was not.
alter table dossier_stop add column left_on date;
