-- What was forgotten of persons when its time was over: how much, of which dossier, by which paragraph. Never who.
create table forgotten (
    id             bigint generated always as identity primary key,
    forgotten_at   timestamptz not null,
    -- as the table of retention names it
    what           text        not null,
    dossier_number text        not null references dossier (number),
    row_count      integer     not null check (row_count > 0),
    legal_basis    text        not null
);
create index forgotten_by_time on forgotten (forgotten_at, id);

create function keep_forgotten() returns trigger language plpgsql as $$
begin
    raise exception 'What was forgotten is kept as it was recorded';
end $$;

create trigger forgotten_is_kept before update or delete on forgotten for each row execute function keep_forgotten();
