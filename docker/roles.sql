-- Nobody but whoever is inside the container is the superuser afterwards. Run on an empty volume, and by hand on one of before, whose
-- superuser was "phongtrao", with the password that the program was given (handbook, "Docker"); it may be run again.
\i /install/postgresql/roles.sql
\connect postgres
select 'create role postgres superuser login' where not exists (select from pg_roles where rolname = 'postgres') \gexec
alter role postgres password null;
select 'alter role phongtrao nologin password null' where exists (select from pg_roles where rolname = 'phongtrao') \gexec
