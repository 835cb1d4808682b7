-- In whose place a step was taken, and how: all null where it was under a post of the actor's own.
alter table dossier_step
    -- user name
    add column on_behalf_of      text,
    -- full name; null where it is not known
    add column on_behalf_of_name text,
    add column manner            text check (manner in ('deputy', 'by-order', 'by-authorisation')),
    -- the actor's own title as papers print it: PHÓ CHỦ TỊCH
    add column signs_as          text,
    add constraint taken_for_others check (num_nulls(on_behalf_of, manner, signs_as) in (0, 3));
