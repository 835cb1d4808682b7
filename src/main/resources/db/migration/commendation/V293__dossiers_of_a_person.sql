-- in which dossiers is a person proposed?
create index nominee_by_person on nominee (citizen_digest);
