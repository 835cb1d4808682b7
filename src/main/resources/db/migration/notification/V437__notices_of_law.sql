-- A notice is of a dossier, or of a legal document that ends, for administrators. Of a document it is told once at each
-- step: so many days before its end, 0 when it has ended.
alter table notice alter column dossier_number drop not null;
alter table notice add column law text references legal_document;
alter table notice add column law_step int;
alter table notice add check (num_nonnulls(dossier_number, law) = 1), add check ((law is null) = (law_step is null));
create unique index notice_of_law on notice (law, due_on, law_step);
