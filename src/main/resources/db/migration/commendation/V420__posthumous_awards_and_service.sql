-- Awards of the dead, and who receives them; what is told of service for the medal, in months.
alter table nominee
    add column posthumous                     boolean,
    add column receiver                       text,
    add column service_ground                 text check (service_ground in ('team-member', 'leader')),
    add column service_earlier_months         integer check (service_earlier_months >= 0),
    add column service_earlier_special_months integer check (service_earlier_special_months >= 0),
    add column service_post_months            integer check (service_post_months >= 0);

alter table award add column posthumous boolean not null default false;
