-- What was told of tasks that wait. A task is the engine's own, so that each visit of a task has its reminders.
create table dossier_reminder (
    id             bigint generated always as identity primary key,
    dossier_number text        not null references dossier (number),
    task           text        not null,
    stop           integer,
    task_id        text        not null,
    share          integer     not null,
    days_past      integer     not null,
    due_on         date        not null,
    told_at        timestamptz not null,
    posts          text[]      not null,
    users          text[]      not null,
    unique (task_id, share, days_past)
);
create index dossier_reminder_by_dossier on dossier_reminder (dossier_number, id);
