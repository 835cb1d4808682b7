-- Which fund pays an award, and the unit that keeps it: who decides, pays (Nghị định 152/2025/NĐ-CP, Điều 48 khoản 1). It is
-- kept with the award, so that a later change of rules never moves what was decided. Funds of the ministry and the Party
-- are kept by no unit here.
alter table award
    add column fund      text,
    add column fund_unit text,
    add column fund_year integer generated always as (extract(year from decided_on)::integer) stored;

update award set
    fund = case form
        when 'commune-certificate' then 'commune'
        when 'commendation-letter' then 'commune'
        when 'district-certificate' then 'district'
        when 'province-merit' then 'province'
        when 'police-director-certificate' then 'province-police'
        when 'ministry-merit' then 'ministry'
        when 'security-medal' then 'ministry'
        when 'party-merit' then 'party'
    end,
    fund_unit = case when form in ('ministry-merit', 'security-medal', 'party-merit') then null
        else coalesce((select authority from decision where decision.id = award.decision_id),
                      (select regexp_replace(decider, '/[^/]+$', '') from dossier where number = award.dossier_number))
    end;

-- The report on commendation counts from the index alone.
drop index award_by_day;
create index award_by_day on award (decided_on)
    include (unit_path, form, kind, bonus, gender, direct_worker, farmer, fund);

-- What a fund spent in a year.
create index award_by_fund on award (fund_year, fund_unit text_pattern_ops, fund) include (bonus)
    where fund_unit is not null;
