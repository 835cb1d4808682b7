-- Who decided and on what, so that nobody has to guess either from the symbol. Decisions from before are the police's
-- where their symbol is, and the committee chair's elsewhere.
alter table decision
    add column position text,
    add column matter   text not null default 'decision';

update decision set position = case when symbol like 'QĐ-CA%' then 'police-chief' else 'committee-chair' end;

-- a dossier that establishes a team is decided on by the province, where it needs a larger quota, and twice by the commune
update decision set matter = case when authority <> decision.unit_path then 'quota'
        when exists (select 1 from team where established_by = decision.id) then 'establishment' else 'recognition' end
where exists (select 1 from team_plan where team_plan.dossier_number = decision.dossier_number);

alter table decision
    alter column position set not null,
    alter column matter drop default;
