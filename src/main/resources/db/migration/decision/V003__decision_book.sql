-- The decision book. A series is the numbering of one authority and symbol within a year; its row is locked from taking
-- a number to the end of the transaction, so that numbers have no gaps (Nghị định 30/2020/NĐ-CP, Điều 15).
create table decision_series (
    authority   text    not null references unit (path),
    symbol      text    not null,
    year        integer not null,
    last_number integer not null,
    primary key (authority, symbol, year)
);

create table decision (
    id             bigint generated always as identity primary key,
    authority      text    not null references unit (path),
    symbol         text    not null,
    year           integer not null,
    number         integer not null,
    signed_on      date    not null,
    subject        text    not null,
    dossier_number text    not null,
    unit_path      text    not null references unit (path),
    signer         text    not null,
    unique (authority, symbol, year, number)
);
create index decision_by_dossier on decision (dossier_number);
create index decision_by_unit on decision (unit_path text_pattern_ops);
