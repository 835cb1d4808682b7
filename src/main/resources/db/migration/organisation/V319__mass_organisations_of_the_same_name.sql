-- whether an organisation of that name was active at some time, those that have ended included, is asked for each row of a file
create index mass_organisation_name on mass_organisation (unit_path, comparable(name));
