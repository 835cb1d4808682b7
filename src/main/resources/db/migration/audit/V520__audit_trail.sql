-- How long what is known of acts is kept, by kind; a kind without a row is kept for ever. What an office decides otherwise is a new row, and an end of
-- the old one; the owner of the tables writes it, not the application.
create table audit_retention (
    id          bigint generated always as identity primary key,
    kind        text    not null check (kind in ('read', 'download', 'change', 'administration', 'sign-in')),
    -- what has to be kept for security's sake is kept for a year at least
    kept_months integer not null check (kept_months between 12 and 1200),
    legal_basis text    not null,
    valid_from  date    not null,
    valid_until date,
    unique (kind, valid_from),
    check (valid_until >= valid_from)
);

insert into audit_retention (kind, kept_months, legal_basis, valid_from) values
    ('sign-in', 24, 'Chưa chắc chắn, tỉnh có thể điều chỉnh: Nghị định 53/2022/NĐ-CP (nhật ký hệ thống lưu ít nhất 12 tháng)', '2020-01-01'),
    ('read', 24, 'Chưa chắc chắn, tỉnh có thể điều chỉnh: Nghị định 53/2022/NĐ-CP (nhật ký hệ thống lưu ít nhất 12 tháng)', '2020-01-01'),
    ('download', 60, 'Chưa chắc chắn, tỉnh có thể điều chỉnh: Luật 91/2025/QH15 (chứng minh việc bảo vệ dữ liệu cá nhân)', '2020-01-01'),
    ('change', 120, 'Chưa chắc chắn, tỉnh có thể điều chỉnh: theo thời hạn lưu của hồ sơ khen thưởng', '2020-01-01'),
    ('administration', 120, 'Chưa chắc chắn, tỉnh có thể điều chỉnh: theo thời hạn lưu của hồ sơ khen thưởng', '2020-01-01');

create sequence audit_event_number;

-- Whoever takes a number has an id of a transaction before: when those that have one now have ended, nothing comes below the numbers given until now.
create function audit_event_id() returns bigint language sql volatile as $$
    select case when pg_current_xact_id() is not null then nextval('audit_event_number') end
$$;

-- Who did what, to what. Keys alone: numbers, ids, paths of units, user names.
create table audit_event (
    id        bigint primary key default audit_event_id(),
    at        timestamptz not null,
    -- null where the program did it of itself
    account   text,
    unit_path text,
    kind      text        not null check (kind in ('read', 'download', 'change', 'administration', 'sign-in', 'retention')),
    act       text        not null,
    dossier   text,
    subject   text,
    outcome   text        not null check (outcome in ('done', 'refused', 'failed')),
    -- of the answer; null where it was written before there was one
    status    integer,
    origin    text
);
alter sequence audit_event_number owned by audit_event.id;

create index audit_event_by_account on audit_event (account, id);
create index audit_event_by_dossier on audit_event (dossier, id) where dossier is not null;
create index audit_event_by_time on audit_event using brin (at);

-- Each seal holds the digests of the events since the last one, and its hash those and the hash of the last one. Kinds are for those that are gone.
create table audit_seal (
    number    bigint primary key,
    sealed_at timestamptz not null,
    first_id  bigint      not null,
    last_id   bigint      not null,
    -- when the newest of its events was
    last_at   timestamptz not null,
    ids       bigint[]    not null,
    kinds     text[]      not null,
    digests   bytea[]     not null,
    hash      bytea       not null
);

create function audit_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is kept as it was written';
end $$;

create trigger audit_event_is_kept before update or truncate on audit_event execute function audit_is_kept();
create trigger audit_seal_is_kept before update or delete or truncate on audit_seal execute function audit_is_kept();

-- By the database's own time, which no caller sets.
create function audit_is_kept_for_its_time() returns trigger language plpgsql as $$
begin
    if exists (select from gone
               where not exists (select from audit_retention kept
                                 where kept.kind = gone.kind and gone.at < now() - make_interval(months => kept.kept_months)
                                       and current_date between kept.valid_from and coalesce(kept.valid_until, 'infinity'))) then
        raise exception 'The audit trail is kept until its time has come';
    end if;
    return null;
end $$;

create trigger audit_event_is_kept_for_its_time after delete on audit_event referencing old table as gone
    for each statement execute function audit_is_kept_for_its_time();

-- Whoever may not change tables does not change how long they are kept, either.
create function audit_retention_is_the_owners() returns trigger language plpgsql as $$
begin
    if not pg_has_role(current_user, (select relowner from pg_class where oid = 'audit_retention'::regclass), 'usage') then
        raise exception 'How long the audit trail is kept is decided by its owner';
    end if;
    return null;
end $$;

create trigger audit_retention_is_the_owners before insert or update or delete or truncate on audit_retention
    execute function audit_retention_is_the_owners();

-- Where the application has a role of its own: rows are added, and go by their retention, which is guarded above.
do $$
begin
    if to_regrole('phongtrao_app') is not null then
        revoke update on audit_event from phongtrao_app;
        revoke update, delete on audit_seal from phongtrao_app;
        revoke insert, update, delete on audit_retention from phongtrao_app;
    end if;
end $$;
