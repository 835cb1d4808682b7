-- What the application may do in its database: read and write rows, and nothing else. Said once for all tables to come, so that a
-- migration has the last word: what it takes away from a table stays away, however often this is run.
grant connect on database phongtrao to phongtrao_app;
grant usage on schema public to phongtrao_app;
alter default privileges for role phongtrao_owner in schema public
    grant select, insert, update, delete on tables to phongtrao_app;
alter default privileges for role phongtrao_owner in schema public
    grant usage, select on sequences to phongtrao_app;

-- a database that was one role's until now: its tables have been made before these rules
do $$ declare relation record; begin
    for relation in select oid::regclass::text as name, relkind = 'S' as sequence from pg_class
                    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
                      and relowner <> 'phongtrao_owner'::regrole loop
        if relation.sequence then
            execute 'grant usage, select on sequence ' || relation.name || ' to phongtrao_app';
        else
            execute 'grant select, insert, update, delete on ' || relation.name || ' to phongtrao_app';
        end if;
    end loop;
end $$;

-- such a database may have the audit trail already, which takes this away from whoever is not its owner (V520)
do $$ begin
    if to_regclass('audit_event') is not null then
        revoke update on audit_event from phongtrao_app;
        revoke update, delete on audit_seal from phongtrao_app;
        revoke insert, update, delete on audit_retention from phongtrao_app;
    end if;
end $$;
