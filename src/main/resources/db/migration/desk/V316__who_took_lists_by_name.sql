-- The person's full name at that time; null where the sign-in told none, as for systems.
alter table export add column person text;
