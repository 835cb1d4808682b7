-- What dossiers of procedures without Java hold: values by the keys of their forms' fields.
create table plain_content (
    dossier_number text  primary key references dossier (number),
    content        jsonb not null,
    -- what is about persons: AES-GCM over the same kind of JSON
    sealed         bytea,
    -- what the forms said of the fields then: label, kind, labels of what was chosen
    fields         jsonb not null
);
