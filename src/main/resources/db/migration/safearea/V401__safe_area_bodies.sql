-- Agencies, enterprises and schools in a commune that are examined like hamlets and communes.
create table safe_area_body (
    id         bigint generated always as identity primary key,
    -- the path of the commune it was entered for, and 0- with its id
    path       text not null unique,
    unit_path  text not null references unit (path),
    kind       text not null check (kind in ('agency', 'enterprise', 'school')),
    -- what kind of agency or school, how big an enterprise
    type       text not null,
    name       text not null,
    -- whose it is: the commune's, or a tier's above
    manager    text not null check (manager in ('commune', 'upper')),
    valid_from date not null,
    -- last day; null while it is there
    valid_to   date check (valid_to >= valid_from),
    entered_by text not null,
    found_by   text generated always as (searchable(name)) stored
);
create index safe_area_body_by_unit on safe_area_body (unit_path text_pattern_ops);
create unique index safe_area_body_once on safe_area_body (unit_path, comparable(name)) where valid_to is null;

alter table safe_area_proposal drop constraint safe_area_proposal_subject_check,
    add constraint safe_area_proposal_subject_check
        check (subject in ('hamlet', 'commune', 'agency', 'enterprise', 'school'));
alter table safe_area_result drop constraint safe_area_result_subject_check,
    add constraint safe_area_result_subject_check
        check (subject in ('hamlet', 'commune', 'agency', 'enterprise', 'school'));
