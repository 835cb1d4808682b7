-- A database is known by when it was first set up, which a copy of it keeps, whatever it is called: its own day, and those of the
-- databases that it had taken over itself.
alter table joined_database add column origins text[] not null default '{}';
