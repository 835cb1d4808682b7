-- A database is its owner's, and nobody else gets in or makes anything in it unless it is said; what an earlier owner has left goes over.
do $$ declare owner text; former record; begin
    select quote_ident(rolname) into owner from pg_database join pg_roles on pg_roles.oid = datdba where datname = current_database();
    execute format('revoke all on database %I from public', current_database());
    revoke create on schema public from public;
    execute 'grant usage, create on schema public to ' || owner;
    for former in
        select format('alter %s %s owner to %s', case relkind when 'S' then 'sequence' when 'v' then 'view'
                when 'm' then 'materialized view' else 'table' end, oid::regclass, owner) as change
        from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and relowner <> owner::regrole
          -- those of identity columns go with their tables
          and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype in ('a', 'i', 'e'))
        union all
        select format('alter routine %s owner to %s', oid::regprocedure, owner) from pg_proc
        where pronamespace = 'public'::regnamespace and proowner <> owner::regrole
          and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
        union all
        select format('alter collation %I.%I owner to %s', 'public', collname, owner) from pg_collation
        where collnamespace = 'public'::regnamespace and collowner <> owner::regrole
    loop
        execute former.change;
    end loop;
end $$;
