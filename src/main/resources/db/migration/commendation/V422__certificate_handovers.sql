-- Certificates that were handed over. An entry by mistake is undone, never removed, and an award has one at a time.
create table certificate_handover (
    id              bigint generated always as identity primary key,
    award_id        bigint      not null references award (id),
    handed_on       date        not null,
    way             text        not null check (way in ('ceremony', 'office', 'post')),
    -- where it was handed over at one
    ceremony        text,
    received_by     text        not null,
    handed_by       text        not null,
    recorded_by     text        not null,
    recorded_person text,
    recorded_at     timestamptz not null,
    undone_by       text,
    undone_person   text,
    undone_at       timestamptz,
    undo_reason     text,
    check ((way = 'ceremony') = (ceremony is not null)),
    check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
);
create unique index certificate_handed_over_once on certificate_handover (award_id) where undone_at is null;
create index certificate_handover_by_award on certificate_handover (award_id);
