-- How many teams and members the province's committee allows (Luật 30/2023/QH15, Điều 14.4): for a commune in all, or
-- for a hamlet of it. The row that began last counts; an earlier one is never rewritten.
create table team_quota (
    id          bigint generated always as identity primary key,
    unit_path   text        not null references unit (path),
    -- null: the commune in all
    hamlet_path text references hamlet (path),
    teams       integer     not null check (teams >= 0),
    seats       integer     not null check (seats >= 0),
    valid_from  date        not null,
    -- number of the province's decision, as printed
    decision    text        not null,
    -- the decision itself, where it is in the decision book
    decision_id bigint references decision (id),
    recorded_by text        not null,
    recorded_at timestamptz not null
);
create index team_quota_by_unit on team_quota (unit_path text_pattern_ops, hamlet_path, valid_from desc, id desc);
