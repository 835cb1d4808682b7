-- What each step sets lies beside the dossier, so that a step writes neither its many indexes nor the one of its words; and lists by last day
-- have an index by unit.
create table dossier_last_day (
    number      text        primary key,
    -- both as the dossier has them, which never change
    unit_path   text        not null,
    opened_at   timestamptz not null,
    due_on      date,
    due_basis   text,
    due_since   date,
    due_days    integer,
    -- suspended, or at its end: nobody is late with it
    halted      boolean     not null default false,
    waits_until date        generated always as (case when not halted then due_on end) stored
);

insert into dossier_last_day (number, unit_path, opened_at, due_on, due_basis, due_since, due_days, halted)
select number, unit_path, opened_at, due_on, due_basis, due_since, due_days, closed_at is not null or suspended_on is not null from dossier;

alter table dossier_last_day add foreign key (number) references dossier (number) on delete cascade;

-- What waits longest comes first, and then what was opened last.
create index dossier_last_day_in_order on dossier_last_day (waits_until, opened_at desc, number desc) include (unit_path);
create index dossier_last_day_by_unit on dossier_last_day (unit_path text_pattern_ops, waits_until, opened_at desc, number desc);

create function dossier_opened() returns trigger language plpgsql as $$
begin
    insert into dossier_last_day (number, unit_path, opened_at, halted)
    values (new.number, new.unit_path, new.opened_at, new.closed_at is not null or new.suspended_on is not null);
    return null;
end $$;

create trigger dossier_opened after insert on dossier for each row execute function dossier_opened();

create function dossier_halted() returns trigger language plpgsql as $$
begin
    update dossier_last_day set halted = new.closed_at is not null or new.suspended_on is not null where number = new.number;
    return null;
end $$;

create trigger dossier_halted after update on dossier for each row
    when ((old.closed_at is null and old.suspended_on is null) <> (new.closed_at is null and new.suspended_on is null))
    execute function dossier_halted();

drop index dossier_by_last_day;
drop index dossier_under_way;
create index dossier_under_way on dossier (unit_path) where closed_at is null;

-- Both as they are after the wait.
drop function lock_dossier(text);
create function lock_dossier(text) returns table (kept dossier, last dossier_last_day) language sql set lock_timeout = '5s' as
$$ select dossier, last_day from dossier join dossier_last_day last_day using (number) where number = $1 for update $$;

alter table dossier drop column due_on, drop column due_basis, drop column due_since, drop column due_days;

analyze dossier_last_day;
