-- A step is told to the audit trail by the statement that writes it, whoever that was: officers, timers, the program itself. Steps that come from another province's database were taken there.
create function audit_step() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('audit.told', true), '') = 'join' then
        return null;
    end if;
    insert into audit_event (at, account, unit_path, kind, act, dossier, subject, outcome)
    select finished_at, actor, unit_path, 'change', 'step', dossier_number,
           concat_ws('; ', 'task=' || task, 'position=' || position, 'outcome=' || outcome, 'for=' || on_behalf_of), 'done'
    from steps order by id;
    return null;
end $$;

create trigger audit_step after insert on dossier_step referencing new table as steps for each statement execute function audit_step();
