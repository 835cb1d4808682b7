-- A request is left out of the trail only where what its own officer did is told.
create or replace function audit_edition() returns trigger language plpgsql as $$
begin
    insert into audit_event (at, account, kind, act, subject, outcome)
    select loaded_at, loaded_by, 'administration', 'load', concat_ws('; ', 'area=' || area, 'number=' || number, 'source=' || source,
           'files=' || cardinality(changed)), 'done'
    from loads;
    perform set_config('audit.told_of', loaded_by, true) from loads;
    return null;
end $$;
