-- The awards of a month by unit, form and kind. The register grows without end, and what it says of years must be there at
-- once; each statement that changes it keeps these rows up.
create table award_month (
    unit_path text    not null,
    month     date    not null,
    form      text    not null,
    kind      text    not null,
    awards    bigint  not null,
    bonus     numeric not null,
    primary key (unit_path, month, form, kind)
);

insert into award_month
select unit_path, date_trunc('month', decided_on)::date, form, kind, count(*), sum(bonus) from award group by 1, 2, 3, 4;

-- Awards of single days, where a period does not begin or end with a month.
create index award_by_day on award (decided_on) include (unit_path, form, kind, bonus);

create function award_month_add(unit text, month date, form text, kind text, awards bigint, bonus numeric) returns void
language sql as $$
    insert into award_month values ($1, $2, $3, $4, $5, $6)
    on conflict (unit_path, month, form, kind)
    do update set awards = award_month.awards + excluded.awards, bonus = award_month.bonus + excluded.bonus
$$;

-- Those who enter awards of the same unit take turns, so that they never wait for each other's rows in a circle.
create function award_month_turn(unit text) returns void language sql as $$
    select pg_advisory_xact_lock(hashtextextended('award-month:' || $1, 0))
$$;

create function award_month_gain() returns trigger language plpgsql as $$
begin
    perform award_month_turn(unit_path) from (select distinct unit_path from gained order by 1) as units;
    perform award_month_add(unit_path, date_trunc('month', decided_on)::date, form, kind, count(*), sum(bonus))
    from gained group by unit_path, date_trunc('month', decided_on), form, kind;
    return null;
end $$;

create function award_month_loss() returns trigger language plpgsql as $$
begin
    perform award_month_turn(unit_path) from (select distinct unit_path from lost order by 1) as units;
    perform award_month_add(unit_path, date_trunc('month', decided_on)::date, form, kind, -count(*), -sum(bonus))
    from lost group by unit_path, date_trunc('month', decided_on), form, kind;
    return null;
end $$;

create trigger award_entered after insert on award
    referencing new table as gained for each statement execute function award_month_gain();
create trigger award_removed after delete on award
    referencing old table as lost for each statement execute function award_month_loss();
create trigger award_was after update on award
    referencing old table as lost for each statement execute function award_month_loss();
create trigger award_became after update on award
    referencing new table as gained for each statement execute function award_month_gain();
