-- What a last day was counted from, so that it can be counted anew: both null where it is a date that somebody set.
alter table dossier add column due_since date, add column due_days integer;

-- Dossiers in flight: since the last step that somebody took, or since they were opened.
with counted as (
    select number, due_on, least(due_on, (coalesce((
        select max(finished_at) from dossier_step
        where dossier_number = number and actor <> 'hệ thống' and task not in ('withdraw', 'suspend', 'resume')),
        opened_at) at time zone 'Asia/Ho_Chi_Minh')::date) as since
    from dossier where due_on is not null)
update dossier set due_since = since, due_days = (
    select count(*) from generate_series(since + 1, counted.due_on, interval '1 day') each
    left join calendar_day on day = each::date
    where coalesce(kind = 'working', extract(isodow from each) < 6))
from counted where counted.number = dossier.number;
