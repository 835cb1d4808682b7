-- A column that holds numbers of rows without a foreign key, for whoever moves rows.
comment on column ballot.approved is 'nominee.id';
