-- What an organisation has laid over the built-in files of processes/: every edition whole, so that each can be read again.
create table edition (
    number    integer primary key,
    loaded_at timestamptz not null,
    loaded_by text        not null,
    source    text        not null check (source in ('folder', 'page')),
    note      text        not null,
    -- paths of the files that it added, changed or took away
    changed   text[]      not null
);

create table edition_file (
    edition  integer not null references edition,
    path     text    not null,
    content  bytea   not null,
    -- how the file came last
    source   text    not null check (source in ('folder', 'page')),
    -- SHA-256 of the built-in file that it was laid over; null where there was none
    built_in text,
    primary key (edition, path)
);
