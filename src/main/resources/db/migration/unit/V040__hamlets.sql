-- Hamlets (khóm, ấp, thôn, tổ dân phố) have no official codes: a commune numbers its own, as <commune code>-<number>.
create table hamlet (
    path         text    primary key,
    commune_path text    not null references unit (path),
    code         text    not null,
    name         text    not null,
    valid_from   date    not null,
    -- last day of validity; null while in force
    valid_to     date check (valid_to >= valid_from),
    -- invented, to try the system with
    sample       boolean not null default false,
    check (path = commune_path || '/' || code)
);
create unique index hamlet_by_name on hamlet (commune_path, lower(name)) where valid_to is null;
