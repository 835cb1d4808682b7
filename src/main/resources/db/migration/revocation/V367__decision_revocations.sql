-- What a dossier proposes to revoke: a decision of the book, or the result of a higher authority; whole, or for some.
create table decision_revocation (
    dossier_number    text primary key references dossier (number),
    -- the dossier that was decided on
    revoked_dossier   text    not null references dossier (number),
    -- null where a higher authority had decided
    decision_id       bigint references decision (id),
    decision_number   text    not null,
    decided_on        date    not null,
    whole             boolean not null,
    ground            text    not null,
    reason            text    not null,
    -- what the higher authority answered
    result_number     text,
    result_decided_on date,
    revoked_on        date,
    revoked_by        text
);
create index decision_revocation_of_dossier on decision_revocation (revoked_dossier);

-- For whom, and what became of the object and the money since. Amounts in đồng.
create table revoked_recipient (
    dossier_number text   not null references decision_revocation (dossier_number),
    -- as the procedure whose decision it is knows it
    recipient_id   bigint not null,
    kind           text   not null,
    name           text   not null,
    what           text   not null,
    bonus          bigint not null,
    -- what had been paid when it was revoked; null before
    paid           bigint,
    object         text   not null default 'outstanding',
    object_on      date,
    money          text   not null default 'outstanding',
    money_back     bigint not null default 0 check (money_back >= 0),
    money_on       date,
    note           text,
    primary key (dossier_number, recipient_id)
);
