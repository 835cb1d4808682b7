-- How long events are kept is told by the trail itself, and for ever: what was removed is compared with what had been told before, not with rows that
-- their owner can change. A rule that is changed is one that ends and one that is new.
create function audit_tell_rule(act text, rule audit_retention) returns void language sql as $$
    insert into audit_event (at, kind, act, subject, outcome)
    values (now(), 'retention', act, concat_ws('; ', 'kind=' || rule.kind, 'months=' || rule.kept_months, 'from=' || to_char(rule.valid_from, 'YYYY-MM-DD'),
            'last=' || to_char(rule.valid_until, 'YYYY-MM-DD'), 'role=' || session_user), 'done')
$$;

create function audit_rule() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform audit_tell_rule('rule-ended', old);
    end if;
    if tg_op <> 'DELETE' then
        perform audit_tell_rule('rule', new);
    end if;
    return null;
end $$;

create trigger audit_rule after insert or update or delete on audit_retention for each row execute function audit_rule();
create trigger audit_rules_are_told before truncate on audit_retention execute function audit_is_kept();

select audit_tell_rule('rule', kept) from audit_retention kept order by id;

create index audit_event_of_retention on audit_event (id) where kind = 'retention';

-- Days and months as Vietnam has them, whatever the session's zone.
create or replace function audit_is_kept_for_its_time() returns trigger language plpgsql as $$
declare
    here timestamp := now() at time zone 'Asia/Ho_Chi_Minh';
begin
    if exists (select from gone
               where not exists (select from audit_retention kept
                                 where kept.kind = gone.kind
                                       and gone.at < (here - make_interval(months => kept.kept_months)) at time zone 'Asia/Ho_Chi_Minh'
                                       and here::date between kept.valid_from and coalesce(kept.valid_until, 'infinity'))) then
        raise exception 'The audit trail is kept until its time has come';
    end if;
    return null;
end $$;
