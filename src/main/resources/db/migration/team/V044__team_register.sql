-- The register of teams as it is read.
create function decision_label(number integer, symbol text) returns text language sql immutable as $$
    select lpad(number::text, greatest(2, length(number::text)), '0') || '/' || symbol
$$;

create view team_register as
    select team.*, hamlet.code as hamlet, hamlet.name as hamlet_name,
           case when dissolved_on is null then 'active' else 'dissolved' end as status,
           decision_label(decision.number, decision.symbol) as decision_number,
           (select count(*) from team_member where team_id = team.id and left_on is null) as members
    from team join hamlet on hamlet.path = hamlet_path join decision on decision.id = established_by;

-- What happened to a team and who was what in it, one row an event; role is what the member became.
create view team_history as
    select event.team_id, event.happened_on, event.what, event.member_id, team_member.name, event.role, event.reason,
           decision_label(decision.number, decision.symbol) as decision_number, event.rank, event.id
    from (
        select id as team_id, established_on as happened_on, 'established' as what, null::bigint as member_id,
               null as role, null as reason, established_by as decision_id, 1 as rank, id
        from team
        union all
        select team_id, since, case when first then 'joined' else 'role-changed' end, member_id, role, null,
               decision_id, 2, id
        from (select role.*, team_id, row_number() over (partition by member_id order by role.id) = 1 as first
              from team_role role join team_member member on member.id = member_id) as held
        union all
        select team_id, left_on, 'left', id, null, leave_reason, left_by, 3, id
        from team_member where left_on is not null
        union all
        select id, dissolved_on, 'dissolved', null, null, null, dissolved_by, 4, id
        from team where dissolved_on is not null
    ) as event
    join decision on decision.id = event.decision_id
    left join team_member on team_member.id = event.member_id;
