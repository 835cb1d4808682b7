-- The periods that the province's communes report on. No day belongs to two of them, so that nothing is counted twice.
create table report_period (
    id        bigint generated always as identity primary key,
    name      text        not null,
    from_day  date        not null,
    to_day    date        not null check (to_day >= from_day),
    -- last day on which a signed report is in time
    due_on    date        not null,
    opened_by text        not null,
    opened_at timestamptz not null,
    closed_by text,
    closed_at timestamptz,
    exclude using gist (daterange(from_day, to_day, '[]') with &&)
);

-- A commune's report of a period, or a correction of it: counts, no names. A report is never overwritten by a correction.
create table movement_report (
    dossier_number            text primary key references dossier (number),
    period_id                 bigint not null references report_period (id),
    unit_path                 text   not null references unit (path),
    -- why it is corrected; null for the report itself
    reason                    text,
    due_on                    date   not null,
    status                    text   not null check (status in ('draft', 'filled', 'signed', 'returned', 'accepted',
                                                                'missed', 'withdrawn')),
    -- null until they are filled in
    launch_events             integer check (launch_events >= 0),
    attendances               integer check (attendances >= 0),
    leaflets                  integer check (leaflets >= 0),
    persons_persuaded         integer check (persons_persuaded >= 0),
    persons_educated          integer check (persons_educated >= 0),
    regular_police            integer check (regular_police >= 0),
    mass_organisations        integer check (mass_organisations >= 0),
    mass_organisation_members integer check (mass_organisation_members >= 0),
    complex_areas             integer check (complex_areas >= 0),
    festival_events           integer check (festival_events >= 0),
    crime_reports             integer check (crime_reports >= 0),
    -- user name of who filled them in last
    filled_by                 text,
    signed_on                 date,
    accepted_at               timestamptz,
    reminded_on               date,
    late_on                   date
);
create unique index movement_report_once on movement_report (period_id, unit_path) where reason is null;
create unique index movement_report_one_correction on movement_report (period_id, unit_path)
    where reason is not null and status in ('draft', 'filled', 'signed', 'returned');
create index movement_report_by_unit on movement_report (unit_path text_pattern_ops, period_id);

-- What counts for a commune and a period: the last correction that was accepted, else the report, once it is signed and
-- not returned. Its figures are null while nothing counts.
create view movement_report_standing as
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
where report.reason is null;
