-- Invented quotas: one team in each sample hamlet, of three members in most and of four in 92 hamlets, as the figures of
-- 2024 would have it (512 teams, 1,628 members).
insert into team_quota (unit_path, hamlet_path, teams, seats, valid_from, decision, recorded_by, recorded_at)
select commune_path, path, 1, case when row_number() over (partition by province order by number, path) <= 92 then 4 else 3 end,
       greatest(valid_from, date '2024-07-01'), 'mẫu/QĐ-UBND', 'sample', now()
from (select hamlet.*, split_part(path, '/', 1) as province,
             split_part(code, '-', 2) as number
      from hamlet where sample) as sample_hamlet
where not exists (select 1 from team_quota where hamlet_path = sample_hamlet.path);
