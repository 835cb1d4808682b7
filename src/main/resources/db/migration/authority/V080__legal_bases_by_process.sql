-- What a process decides on by its own laws; null means every process.
alter table legal_basis add column process text;

update legal_basis set process = 'commendation' where position is null;
