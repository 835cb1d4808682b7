-- A column that holds numbers of rows without a foreign key, for whoever moves rows.
comment on column replaced_certificate.recipient_id is 'award.id';
