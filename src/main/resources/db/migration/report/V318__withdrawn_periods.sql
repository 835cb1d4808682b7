-- A period that was opened by mistake is withdrawn while no commune has filled in its report; its days are free again.
alter table report_period add column withdrawn_by text, add column withdrawn_at timestamptz;
alter table report_period drop constraint report_period_daterange_excl;
alter table report_period add exclude using gist (daterange(from_day, to_day, '[]') with &&) where (withdrawn_at is null);

-- The reports of such a period stand nowhere.
create or replace view movement_report_standing as
select report.period_id, period.name as period_name, period.from_day, period.to_day, period.closed_at is not null as closed,
       report.unit_path, report.dossier_number, report.status, report.due_on, report.signed_on,
       report.reminded_on, report.late_on,
       case when standing.reason is not null then standing.dossier_number end as correction_number,
       standing.dossier_number is not null as reported,
       coalesce(standing.status = 'accepted', false) as accepted,
       standing.launch_events, standing.attendances, standing.leaflets, standing.persons_persuaded,
       standing.persons_educated, standing.regular_police, standing.mass_organisations,
       standing.mass_organisation_members, standing.complex_areas, standing.festival_events, standing.crime_reports
from movement_report report
join report_period period on period.id = report.period_id
left join lateral (
    select counts.* from movement_report counts
    where counts.period_id = report.period_id and counts.unit_path = report.unit_path
      and (counts.status = 'accepted' or counts.status = 'signed' and counts.reason is null)
    order by counts.reason is not null desc, counts.accepted_at desc limit 1) standing on true
where report.reason is null and report.status <> 'withdrawn';
