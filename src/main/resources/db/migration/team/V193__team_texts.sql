-- What finds a team: its name, and the names of those who serve in it.
alter table team add column found_by text generated always as (searchable(name)) stored;
alter table team_member add column found_by text generated always as (searchable(name)) stored;
create index team_found_by on team using gin (found_by gin_trgm_ops);
create index team_member_found_by on team_member using gin (found_by gin_trgm_ops);
