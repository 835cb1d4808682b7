-- Who signed a decision, by full name, and in whose place: as the step has it with which it was taken.
alter table decision
    add column signer_name       text,
    add column on_behalf_of      text,
    add column on_behalf_of_name text,
    add column manner            text,
    add column signs_as          text,
    add constraint signed_for_others check (num_nulls(on_behalf_of, manner, signs_as) in (0, 3));

update decision set signer_name = (
    select actor_name from dossier_step step
    where step.dossier_number = decision.dossier_number and step.actor = decision.signer and actor_name is not null
    order by id desc limit 1);
