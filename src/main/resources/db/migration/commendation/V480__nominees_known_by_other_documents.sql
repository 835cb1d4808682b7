-- Persons without a citizen number are known by a former identity card or by a travel document; null is the citizen number.
alter table nominee
    add column document    text check (document in ('old-card', 'travel')),
    add column nationality text check (nationality ~ '^[A-Z]{3}$'),
    add constraint nominee_travel_document_has_a_state
        check ((document is not distinct from 'travel') = (nationality is not null));

comment on column nominee.document is 'of which citizen_cipher, citizen_digest and citizen_mask hold the number';
comment on column nominee.nationality is 'state that issued a travel document, ISO 3166-1 alpha-3';
