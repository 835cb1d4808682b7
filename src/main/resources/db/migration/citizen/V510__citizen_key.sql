-- By which a start finds that it has the key that sealed the citizen numbers here.
create table citizen_key (
    only_one boolean primary key default true check (only_one),
    sealed   bytea not null
);
