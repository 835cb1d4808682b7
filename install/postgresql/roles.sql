-- The three roles and two databases, made or brought to what is said here; for psql as a superuser. Passwords come from the
-- environment: PHONGTRAO_DB_OWNER_PASSWORD, PHONGTRAO_DB_PASSWORD, KEYCLOAK_DB_PASSWORD.
\set ON_ERROR_STOP on
\getenv owner_password PHONGTRAO_DB_OWNER_PASSWORD
\getenv app_password PHONGTRAO_DB_PASSWORD
\getenv keycloak_password KEYCLOAK_DB_PASSWORD
set client_min_messages = warning;
-- passwords are nobody's to read in the server's log
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';

select format('create role %I', name) from unnest(array['phongtrao_owner', 'phongtrao_app', 'keycloak']) name
where not exists (select from pg_roles where rolname = name) \gexec
alter role phongtrao_owner login nosuperuser nocreatedb nocreaterole password :'owner_password';
alter role phongtrao_app login nosuperuser nocreatedb nocreaterole password :'app_password';
alter role keycloak login nosuperuser nocreatedb nocreaterole password :'keycloak_password';

select format('create database %I owner %I encoding ''UTF8'' template template0', name, owner)
from (values ('phongtrao', 'phongtrao_owner'), ('keycloak', 'keycloak')) wanted (name, owner)
where not exists (select from pg_database where datname = name) \gexec
alter database phongtrao owner to phongtrao_owner;
alter database keycloak owner to keycloak;

\connect phongtrao
\ir privileges.sql
\ir ownership.sql
\connect keycloak
\ir ownership.sql
