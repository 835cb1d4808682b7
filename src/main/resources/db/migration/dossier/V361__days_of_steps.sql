-- The working days that a step had by its table; null for what had none, and for steps before there was this.
alter table dossier_step add column given_days int;

-- How long steps took is asked for by the days on which they were finished.
create index dossier_step_by_day on dossier_step (finished_at)
    include (dossier_number, unit_path, position, task, working_days, given_days, actor);
