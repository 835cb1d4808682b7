-- What a fund has for a year, as its unit entered it; the last entry holds, those before are kept.
create table commendation_budget (
    id                 bigint generated always as identity primary key,
    unit_path          text        not null references unit (path),
    fund               text        not null,
    year               integer     not null,
    amount             bigint      not null check (amount >= 0),
    recurrent_spending bigint check (recurrent_spending >= 0),
    remote             boolean     not null,
    -- what of it is for bonuses by the rules of its year; null where they say nothing of this fund
    for_bonuses        bigint,
    entered_by         text        not null,
    entered_at         timestamptz not null
);
create index commendation_budget_of_fund on commendation_budget (unit_path, fund, year, id);

-- Bonuses that were handed over. A payment that was entered by mistake is undone, never removed, and an award has one at a time.
create table award_payment (
    id          bigint generated always as identity primary key,
    award_id    bigint      not null references award (id),
    paid_on     date        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    undone_by   text,
    undone_at   timestamptz,
    undo_reason text,
    check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
);
create unique index award_paid_once on award_payment (award_id) where undone_at is null;
create index award_payment_by_award on award_payment (award_id);
