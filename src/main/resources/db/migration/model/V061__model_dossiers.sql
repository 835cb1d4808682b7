-- Where a model and a site work, as their commune called the hamlet then.
alter table model add column hamlet_name text;
alter table model_site add column hamlet_name text;

-- What a dossier proposes to recognise. A model that is in the register already climbs to another level.
create table model_proposal (
    dossier_number       text primary key references dossier (number),
    model_id             bigint references model (id),
    name                 text    not null,
    model_group          text    not null,
    unit_path            text    not null references unit (path),
    hamlet               text,
    hamlet_name          text,
    started_on           date,
    level                text    not null,
    teams                integer not null,
    description          text,
    results              text,
    plan_number          text,
    plan_approved_on     date,
    establishment_number text,
    established_on       date,
    review_number        text,
    reviewed_on          date,
    result_number        text,
    result_decided_on    date
);
create index model_proposal_by_model on model_proposal (model_id);

-- How the appraisers of the route graded the model; who appraises again grades again.
create table model_appraisal (
    dossier_number text    not null references model_proposal (dossier_number),
    stop           integer not null,
    unit_path      text    not null,
    grade          text    not null,
    primary key (dossier_number, stop)
);

create table model_replication (
    dossier_number text primary key references dossier (number),
    model_id       bigint  not null references model (id),
    site_name      text    not null,
    hamlet         text,
    hamlet_name    text,
    teams          integer not null
);
create index model_replication_by_model on model_replication (model_id);

create table model_retirement (
    dossier_number    text primary key references dossier (number),
    model_id          bigint not null references model (id),
    -- null where the model itself is retired
    site_id           bigint references model_site (id),
    reason            text   not null,
    result_number     text,
    result_decided_on date
);
create index model_retirement_by_model on model_retirement (model_id);

-- The register's line for a model: the highest level it reached, and what works of it now.
create view model_line as
    select model.*, highest.level, highest.rank, highest.decision_number, highest.decided_on,
           (select min(decided_on) from model_recognition r where r.model_id = model.id) as recognised_on,
           case when model.retired_on is null then 'recognised' else 'retired' end as status,
           site.count as sites, model.teams + site.teams as all_teams
    from model
    join lateral (select * from model_recognition r where r.model_id = model.id order by rank desc limit 1) highest
        on true
    cross join lateral (select count(*) as count, coalesce(sum(s.teams), 0) as teams
                        from model_site s where s.model_id = model.id and s.retired_on is null) site;
