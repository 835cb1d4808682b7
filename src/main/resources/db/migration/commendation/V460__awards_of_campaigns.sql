-- Thematic awards belong to one emulation campaign (Luật Thi đua, khen thưởng 2022, Điều 8); null before, and for others.
alter table commendation add column campaign bigint references campaign;
create index commendation_by_campaign on commendation (campaign) where campaign is not null;

alter table award add column campaign bigint references campaign;
create index award_by_campaign on award (campaign) where campaign is not null;
