-- Files of provinces are kept in the same way as those of processes; numbers go through all areas.
alter table edition add column area text not null default 'processes' check (area in ('processes', 'provinces'));
alter table edition alter column area drop default;
