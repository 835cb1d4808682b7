-- The same name is the same however its tones are placed; names of models and sites find a model.
update model set name_key = comparable(name);
update model_site set name_key = comparable(name);

alter table model add column found_by text generated always as (searchable(name)) stored;
alter table model_site add column found_by text generated always as (searchable(name)) stored;
create index model_found_by on model using gin (found_by gin_trgm_ops);
create index model_site_found_by on model_site using gin (found_by gin_trgm_ops);
