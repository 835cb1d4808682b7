-- Each order and each filter of the list of dossiers, with the number that breaks ties.
create index dossier_by_opening on dossier (opened_at, number);
create index dossier_by_closing on dossier (closed_at, number);
create index dossier_by_last_day on dossier ((case when closed_at is null and suspended_on is null then due_on end), number);
create index dossier_by_status on dossier ((case when suspended_on is null then status else 'SUSPENDED' end), number);
create index dossier_by_form on dossier (form, number);
create index dossier_by_process on dossier (process, number);

-- Who has worked on a dossier sees it, wherever it is from. Nearly all that somebody works on is from the unit of the post or from below, and seen
-- because of that; the rest is marked, so that nobody's list reads all steps of a life.
alter table dossier_step add column outside boolean not null default false;

update dossier_step step set outside = true from dossier
where dossier.number = step.dossier_number and dossier.unit_path <> step.unit_path and not starts_with(dossier.unit_path, step.unit_path || '/');

create function dossier_step_outside() returns trigger language plpgsql as $$
begin
    new.outside := not exists (select from dossier where number = new.dossier_number
                               and (unit_path = new.unit_path or starts_with(unit_path, new.unit_path || '/')));
    return new;
end $$;

create trigger dossier_step_outside before insert on dossier_step for each row execute function dossier_step_outside();

create index dossier_step_outside on dossier_step (actor, dossier_number) where outside;
create index dossier_step_by_actor_and_unit on dossier_step (actor, unit_path text_pattern_ops) include (dossier_number);
