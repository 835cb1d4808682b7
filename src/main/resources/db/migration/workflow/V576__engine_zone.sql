-- The zone by which the engine's tables, which keep moments without one, are written and read: of whichever machine started first.
create table engine_zone (
    only_one boolean primary key default true check (only_one),
    zone     text not null
);
