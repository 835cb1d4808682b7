-- Who loads files over the built-in ones, at start or by a page: told by the row that keeps it, and so once.
create function audit_edition() returns trigger language plpgsql as $$
begin
    insert into audit_event (at, account, kind, act, subject, outcome)
    select loaded_at, loaded_by, 'administration', 'load', concat_ws('; ', 'area=' || area, 'number=' || number, 'source=' || source,
           'files=' || cardinality(changed)), 'done'
    from loads;
    return null;
end $$;

create trigger audit_edition after insert on edition referencing new table as loads for each statement execute function audit_edition();
