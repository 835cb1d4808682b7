-- Who took which list away, and when, is an event of the audit trail; what for, by name and under which posts, stands beside it.
alter table export add column event bigint references audit_event (id) on delete cascade;
alter table export disable trigger export_is_kept;

do $$
declare
    one record;
    number bigint;
begin
    for one in select * from export order by id loop
        insert into audit_event (at, account, unit_path, kind, act, subject, outcome)
        values (one.exported_at, one.account, one.unit_path, 'download', 'list',
                concat_ws('; ', 'list=' || one.list, 'format=' || one.format, 'rows=' || one.row_count, nullif(one.criteria, '')), 'done')
        returning audit_event.id into number;
        update export set event = number where id = one.id;
    end loop;
end $$;

alter table export enable trigger export_is_kept;
alter table export alter column event set not null;
alter table export add constraint export_event unique (event);
drop index export_account;
drop index export_unit;
alter table export drop column exported_at, drop column account, drop column unit_path;

-- It goes with its event, and not by itself.
create or replace function keep_export() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
        return old;
    end if;
    raise exception 'Exports are kept as they were recorded';
end $$;
