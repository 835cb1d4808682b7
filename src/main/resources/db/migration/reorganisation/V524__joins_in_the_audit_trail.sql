-- The rows of the other database are what was done there, and are not told again.
create function audit_join() returns trigger language plpgsql as $$
begin
    insert into audit_event (at, kind, act, subject, outcome) select joined_at, 'administration', 'join', 'id=' || id, 'done' from joins;
    perform set_config('audit.told', 'join', true);
    return null;
end $$;

create trigger audit_join after insert on joined_database referencing new table as joins for each statement execute function audit_join();
