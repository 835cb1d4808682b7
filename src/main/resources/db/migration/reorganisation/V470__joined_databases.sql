-- Databases of other provinces whose rows this one took over, and which rows those are.
create table joined_database (
    id        bigint generated always as identity primary key,
    source    text        not null unique check (source <> ''),
    joined_at timestamptz not null
);

create table joined_rows (
    joined     bigint not null references joined_database (id),
    table_name text   not null,
    row_count  bigint not null,
    -- null where rows have no number
    first_id   bigint,
    last_id    bigint,
    primary key (joined, table_name)
);
