-- Columns that hold numbers of rows without a foreign key, for whoever moves rows.
comment on column corrected_words.recipient_id is 'award.id';
comment on column reissued_certificate.recipient_id is 'award.id';
comment on column revoked_recipient.recipient_id is 'award.id';
