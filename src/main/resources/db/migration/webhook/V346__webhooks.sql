-- Systems that are told what happens to dossiers.
create table webhook_subscription (
    id             bigint generated always as identity primary key,
    target         text        not null,
    -- it is told of dossiers of this unit and of those below it
    unit_path      text        not null references unit (path),
    events         text[]      not null,
    enabled        boolean     not null,
    -- why the program has switched it off; null where an administrator has, or where it is on
    stopped        text        check (stopped in ('gone', 'failing')),
    -- sealed
    secret         bytea       not null,
    former_secret  bytea,
    -- until then calls are signed with the former secret, too
    former_until   timestamptz,
    -- since when no call has got there
    failing_since  timestamptz,
    entered_by     text        not null,
    entered_at     timestamptz not null,
    check (num_nonnulls(former_secret, former_until) <> 1),
    check (not enabled or stopped is null)
);
