-- the law asks for fewer papers about some people; who they are is not kept, only that it is so
alter table nominee add column simple_dossier boolean;
