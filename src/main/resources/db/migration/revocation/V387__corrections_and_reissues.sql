-- What a dossier proposes to put right: words of a decision, or of what a higher authority decided.
create table decision_correction (
    dossier_number    text primary key references dossier (number),
    -- the dossier that was decided on
    decided_dossier   text not null references dossier (number),
    -- null where a higher authority had decided
    decision_id       bigint references decision (id),
    decision_number   text not null,
    decided_on        date not null,
    what              text not null,
    reason            text not null,
    -- what the higher authority answered
    result_number     text,
    result_decided_on date,
    corrected_on      date,
    corrected_by      text
);
create index decision_correction_of_dossier on decision_correction (decided_dossier);

create table corrected_words (
    dossier_number text    not null references decision_correction (dossier_number),
    ordinal        integer not null,
    -- null for words of the decision itself, or about all whom it recognised
    recipient_id   bigint,
    whose          text,
    field          text    not null,
    -- where in the decision, for words that nothing but its text has
    place          text,
    was            text    not null,
    becomes        text    not null,
    primary key (dossier_number, ordinal)
);

-- Certificates that were lost or damaged, and are given again.
create table certificate_reissue (
    dossier_number  text primary key references dossier (number),
    decided_dossier text   not null references dossier (number),
    -- null where a higher authority had decided
    decision_id     bigint references decision (id),
    decision_number text   not null,
    decided_on      date   not null,
    cause           text   not null,
    applied_on      date   not null,
    explanation     text   not null,
    -- what the higher authority answered
    result_number     text,
    result_decided_on date,
    reissued_on     date,
    -- null where it was approved without a decision
    reissued_by     text,
    reissue_id      bigint references decision (id)
);
create index certificate_reissue_of_dossier on certificate_reissue (decided_dossier);

create table reissued_certificate (
    dossier_number text   not null references certificate_reissue (dossier_number),
    recipient_id   bigint not null,
    kind           text   not null,
    name           text   not null,
    what           text   not null,
    -- which one it is, from 2; null until it is given
    print          integer,
    primary key (dossier_number, recipient_id)
);

insert into legal_basis (purpose, process, ordinal, valid_from, valid_to, text)
select purpose, added.process, ordinal, valid_from, valid_to, text from legal_basis,
    (values ('decision-correction'), ('certificate-reissue')) as added (process)
where legal_basis.process = 'decision-revocation' and purpose = 'decision';

insert into legal_basis (purpose, process, ordinal, valid_from, text) values
    ('decision', 'decision-correction', 4, '2024-01-01',
     'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư');
