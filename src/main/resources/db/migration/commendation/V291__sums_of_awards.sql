-- What the report on commendation and the funds tell of awards is summed where the figures are: a report of ten years, or the
-- funds of a province, read sums of months instead of the awards themselves.
drop trigger award_entered on award;
drop trigger award_removed on award;
drop trigger award_was on award;
drop trigger award_became on award;
drop function award_month_gain();
drop function award_month_loss();
drop function award_month_add(text, date, text, text, bigint, numeric);

-- Whether its bonus was paid: kept with the award, so that it is found and summed without its payments.
alter table award add column paid boolean not null default false;
update award set paid = true from award_payment payment where payment.award_id = award.id and payment.undone_at is null;
create index award_unpaid on award (fund_year, decided_on, fund_unit text_pattern_ops, fund)
    where fund_unit is not null and bonus > 0 and not paid;

delete from award_month;
alter table award_month
    drop constraint award_month_pkey,
    -- null where it is not known
    add column fund           text,
    add column fund_unit      text,
    -- of individuals
    add column men            bigint  not null,
    add column women          bigint  not null,
    add column direct_workers bigint  not null,
    add column farmers        bigint  not null,
    -- awards with a bonus, those of them that were paid, and their bonus
    add column bonuses        bigint  not null,
    add column paid_bonuses   bigint  not null,
    add column paid           numeric not null,
    add unique nulls not distinct (unit_path, month, form, kind, fund, fund_unit);

insert into award_month (unit_path, month, form, kind, fund, fund_unit, awards, bonus, men, women, direct_workers, farmers,
                         bonuses, paid_bonuses, paid)
select unit_path, date_trunc('month', decided_on)::date, form, kind, fund, fund_unit, count(*), sum(bonus),
       count(*) filter (where kind = 'individual' and gender = 'male'),
       count(*) filter (where kind = 'individual' and gender = 'female'),
       count(*) filter (where kind = 'individual' and direct_worker), count(*) filter (where kind = 'individual' and farmer),
       count(*) filter (where bonus > 0), count(*) filter (where paid), coalesce(sum(bonus) filter (where paid), 0)
from award
group by 1, 2, 3, 4, 5, 6;

create index award_month_by_month on award_month (month);

-- Adds the awards of a statement, or takes them away (its argument: 1 or -1).
create function award_month_change() returns trigger language plpgsql as $$
declare
    sign constant integer := tg_argv[0];
begin
    perform award_month_turn(unit_path) from (select distinct unit_path from changed order by 1) as units;
    insert into award_month as sums (unit_path, month, form, kind, fund, fund_unit, awards, bonus, men, women, direct_workers,
                                     farmers, bonuses, paid_bonuses, paid)
    select unit_path, date_trunc('month', decided_on)::date, form, kind, fund, fund_unit, sign * count(*), sign * sum(bonus),
           sign * count(*) filter (where kind = 'individual' and gender = 'male'),
           sign * count(*) filter (where kind = 'individual' and gender = 'female'),
           sign * count(*) filter (where kind = 'individual' and direct_worker),
           sign * count(*) filter (where kind = 'individual' and farmer),
           sign * count(*) filter (where bonus > 0), sign * count(*) filter (where paid),
           sign * coalesce(sum(bonus) filter (where paid), 0)
    from changed
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (unit_path, month, form, kind, fund, fund_unit) do update set
        awards = sums.awards + excluded.awards, bonus = sums.bonus + excluded.bonus, men = sums.men + excluded.men,
        women = sums.women + excluded.women, direct_workers = sums.direct_workers + excluded.direct_workers,
        farmers = sums.farmers + excluded.farmers, bonuses = sums.bonuses + excluded.bonuses,
        paid_bonuses = sums.paid_bonuses + excluded.paid_bonuses, paid = sums.paid + excluded.paid;
    return null;
end $$;

create trigger award_entered after insert on award
    referencing new table as changed for each statement execute function award_month_change('1');
create trigger award_removed after delete on award
    referencing old table as changed for each statement execute function award_month_change('-1');
create trigger award_was after update on award
    referencing old table as changed for each statement execute function award_month_change('-1');
create trigger award_became after update on award
    referencing new table as changed for each statement execute function award_month_change('1');

create function award_pay() returns trigger language plpgsql as $$
begin
    update award set paid = not paid
    where id in (select award_id from changed)
      and paid <> exists (select 1 from award_payment where award_id = award.id and undone_at is null);
    return null;
end $$;

create trigger payment_entered after insert on award_payment
    referencing new table as changed for each statement execute function award_pay();
create trigger payment_removed after delete on award_payment
    referencing old table as changed for each statement execute function award_pay();
create trigger payment_changed after update on award_payment
    referencing new table as changed for each statement execute function award_pay();

create function award_month_empty() returns trigger language plpgsql as $$
begin
    delete from award_month;
    return null;
end $$;
create trigger award_emptied after truncate on award for each statement execute function award_month_empty();

create function award_unpay() returns trigger language plpgsql as $$
begin
    update award set paid = false where paid;
    return null;
end $$;
create trigger payment_emptied after truncate on award_payment for each statement execute function award_unpay();
