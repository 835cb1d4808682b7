-- Where the text of certificates stands on the pre-printed forms of an authority, in millimetres from where it stands
-- without an entry: to the right and down.
create table blank_form (
    unit_path  text not null references unit (path),
    position   text not null check (position in ('committee-chair', 'police-chief')),
    size       text not null check (size in ('A4', 'A3')),
    across     numeric(4, 1) not null check (across between -99 and 99),
    fields     numeric(4, 1) not null check (fields between -99 and 99),
    foot       numeric(4, 1) not null check (foot between -99 and 99),
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (unit_path, position)
);
