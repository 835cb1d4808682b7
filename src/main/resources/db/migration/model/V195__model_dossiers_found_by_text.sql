-- What finds a dossier of a model beside its title, which has the name as it was proposed first.
update dossier set words = name from model_proposal where dossier_number = number and process = 'model-recognition';
update dossier set words = site_name from model_replication where dossier_number = number;
