-- On an empty volume. Nobody but whoever is inside the container is the superuser afterwards.
\i /install/postgresql/roles.sql
\connect postgres
alter role postgres password null;
