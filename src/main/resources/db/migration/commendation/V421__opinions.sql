-- What the bodies that were asked for their opinion answered, in the order in which it was entered.
create table commendation_opinion (
    dossier_number text    not null references dossier (number),
    ordinal        integer not null,
    body           text    not null,
    asked_on       date    not null,
    answer         text    not null check (answer in ('agree', 'disagree', 'none')),
    -- null where nobody answered
    answered_on    date check (answered_on >= asked_on),
    content        text,
    primary key (dossier_number, ordinal),
    check ((answered_on is null) = (answer = 'none'))
);
