-- Officers who are away, and who does their work meanwhile.
create table absence (
    id             bigint generated always as identity primary key,
    unit_path      text        not null references unit (path),
    position       text        not null,
    -- user name and full name of who holds the post; names are null where Keycloak has none
    absent         text        not null,
    absent_name    text,
    deputy         text        not null,
    deputy_name    text,
    -- both days belong to it
    from_day       date        not null,
    to_day         date        not null,
    manner         text        not null
                               check (manner in ('same-position', 'deputy', 'by-order', 'by-authorisation')),
    -- the deputy's own title as papers print it
    title          text,
    -- the written authorisation of TUQ. (Nghị định 30/2020/NĐ-CP, Điều 13)
    mandate_number text,
    mandate_date   date,
    entered_by     text        not null,
    entered_at     timestamptz not null,
    -- when somebody ended or cancelled it before its last day
    ended_at       timestamptz,
    -- when the tasks that the absent one had taken were given back to the post
    handed_over_at timestamptz,
    check (from_day <= to_day),
    check ((manner = 'same-position') = (title is null)),
    check ((manner = 'by-authorisation') = (mandate_number is not null)),
    check ((mandate_number is null) = (mandate_date is null)),
    check (absent <> deputy)
);
create index absence_by_last_day on absence (to_day) where ended_at is null;
create index absence_by_unit on absence (unit_path);

-- All that was ever entered, only added to: an absence as it became.
create table absence_change (
    id             bigint generated always as identity primary key,
    absence_id     bigint      not null references absence (id),
    act            text        not null check (act in ('entered', 'changed', 'cancelled', 'ended')),
    from_day       date        not null,
    to_day         date        not null,
    deputy         text        not null,
    deputy_name    text,
    manner         text        not null,
    title          text,
    mandate_number text,
    mandate_date   date,
    entered_by     text        not null,
    entered_at     timestamptz not null
);
create index absence_change_by_absence on absence_change (absence_id, id);
