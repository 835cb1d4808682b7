-- The calendar is kept by the province: every row says who entered it and why, and what was is never lost.

-- The day off that a working Saturday or Sunday is worked for.
alter table calendar_day add column in_place_of date;

update calendar_day set in_place_of = swapped.off from (values
    (date '2024-05-04', date '2024-04-29'), (date '2025-04-26', date '2025-05-02'),
    (date '2026-01-10', date '2026-01-02'), (date '2026-08-22', date '2026-08-31')) swapped (day, off)
where calendar_day.day = swapped.day and calendar_day.kind = 'working';

-- 24 November is a day off from 2026 (no swap of its week); Tết and Quốc khánh of 2027 with the days that follow a weekend.
insert into calendar_day (day, kind, name, legal_basis) values
    ('2026-11-24', 'off', 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16, Điều 2; Công văn 10065/VPCP-KGVX'),
    ('2027-01-01', 'off', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112'),
    ('2027-02-04', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112; Công văn 10065/VPCP-KGVX'),
    ('2027-02-05', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112; Công văn 10065/VPCP-KGVX'),
    ('2027-02-08', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112; Công văn 10065/VPCP-KGVX'),
    ('2027-02-09', 'off', 'Nghỉ bù Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 111 khoản 3; Công văn 10065/VPCP-KGVX'),
    ('2027-02-10', 'off', 'Nghỉ bù Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 111 khoản 3; Công văn 10065/VPCP-KGVX'),
    ('2027-04-16', 'off', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112'),
    ('2027-04-30', 'off', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112'),
    ('2027-05-03', 'off', 'Nghỉ bù Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 111 khoản 3'),
    ('2027-09-02', 'off', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112; Công văn 10065/VPCP-KGVX'),
    ('2027-09-03', 'off', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112; Công văn 10065/VPCP-KGVX'),
    ('2027-11-24', 'off', 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16, Điều 2')
on conflict (day) do nothing;

-- A year is complete when somebody has said so, and by which document.
create table calendar_year (
    year        integer primary key,
    document    text        not null,
    declared_by text        not null,
    declared_at timestamptz not null
);

insert into calendar_year (year, document, declared_by, declared_at) values
    (2024, 'Thông báo 5015/TB-LĐTBXH; Thông báo 1570/TB-LĐTBXH', 'hệ thống', now()),
    (2025, 'Thông báo 6150/TB-BLĐTBXH', 'hệ thống', now()),
    (2026, 'Thông báo 9441/TB-BNV; Công văn 12729/VPCP-KGVX; Công văn 10065/VPCP-KGVX', 'hệ thống', now());

-- All that was ever entered, only added to: a row as it became, or as it was when it was withdrawn; a year declared.
create table calendar_change (
    id          bigint generated always as identity primary key,
    act         text        not null check (act in ('added', 'changed', 'withdrawn', 'declared')),
    year        integer     not null,
    day         date,
    kind        text,
    name        text,
    legal_basis text        not null,
    in_place_of date,
    -- why a row was changed or withdrawn
    reason      text,
    entered_by  text        not null,
    entered_at  timestamptz not null
);
create index calendar_change_by_year on calendar_change (year, id desc);

insert into calendar_change (act, year, day, kind, name, legal_basis, in_place_of, entered_by, entered_at)
select 'added', extract(year from day), day, kind, name, legal_basis, in_place_of, 'hệ thống', now()
from calendar_day order by day;

create function calendar_revision() returns bigint language sql stable as
$$ select coalesce(max(id), 0) from calendar_change $$;

-- Whoever keeps a date holds the calendar as it is until the transaction ends; whoever changes it waits for them, for a
-- shorter time than a deadlock takes to be seen. The second statement sees what was committed while the first one waited.
create function hold_calendar() returns bigint language plpgsql volatile as
$$ begin
    perform pg_advisory_xact_lock_shared(hashtextextended('calendar', 0));
    return (select coalesce(max(id), 0) from calendar_change);
end $$;

create function take_calendar() returns bigint language plpgsql volatile set lock_timeout = '800ms' as
$$ begin
    perform pg_advisory_xact_lock(hashtextextended('calendar', 0));
    return (select coalesce(max(id), 0) from calendar_change);
end $$;
