-- What officers have typed into forms and not sent yet, until it is sent or some days have passed.
create table draft (
    -- 'task:<id>' or 'process:<key>'
    place    text        not null,
    officer  text        not null,
    -- AES-GCM over the fields as JSON
    sealed   bytea       not null,
    saved_at timestamptz not null,
    primary key (place, officer)
);
