-- What is open and late is counted each minute, by tier of its unit: from the open dossiers alone, not from all there ever were.
create index dossier_under_way on dossier (unit_path) include (suspended_on, due_on) where closed_at is null;
