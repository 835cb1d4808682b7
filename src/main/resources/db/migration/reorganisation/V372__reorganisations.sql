-- When open dossiers were led on after units had ended, and by whom. What became of each is a step of the dossier.
create table reorganisation (
    id             bigint generated always as identity primary key,
    carried_out_at timestamptz not null,
    carried_out_by text        not null,
    open           integer     not null,
    changed        integer     not null,
    failed         integer     not null
);
