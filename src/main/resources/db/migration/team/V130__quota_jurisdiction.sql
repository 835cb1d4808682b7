-- Who decides on a larger quota, and with what symbol, is fixed when a plan is opened. Plans from before take what their
-- rules said: the chair of the province's committee.
alter table team_plan
    add column quota_decider text,
    add column quota_symbol  text;

update team_plan set quota_decider = split_part(hamlet_path, '/', 1) || '/committee-chair', quota_symbol = 'QĐ-UBND';

alter table team_plan
    alter column quota_decider set not null,
    alter column quota_symbol set not null;
