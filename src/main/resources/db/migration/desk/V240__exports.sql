-- Who took which list away as a file, and what for.
create table export (
    id          bigint generated always as identity primary key,
    exported_at timestamptz not null,
    account     text        not null,
    -- groups of the identity provider
    posts       text        not null,
    unit_path   text,
    list        text        not null,
    -- what was chosen; of what was typed only that it was
    criteria    text        not null,
    format      text        not null check (format in ('xlsx', 'csv')),
    row_count   bigint      not null,
    purpose     text
);

create index export_unit on export (unit_path text_pattern_ops);
create index export_account on export (account);

create function keep_export() returns trigger language plpgsql as $$
begin
    raise exception 'Exports are kept as they were recorded';
end $$;

create trigger export_is_kept before update or delete on export for each row execute function keep_export();
