-- Reports count women, those who work themselves and lead nobody, and farmers among those awarded. It is asked once, with the
-- proposal, and never of nominees from before.
alter table nominee
    add column direct_worker boolean,
    add column farmer        boolean;

alter table award
    add column gender        text check (gender in ('male', 'female')),
    add column direct_worker boolean,
    add column farmer        boolean;

update award set gender = nominee.gender from nominee where nominee.id = award.nominee_id and nominee.gender is not null;
