-- A decision whose words were put right still holds: it says by which decision, the latest.
alter table decision
    add column corrected_on  date,
    add column corrected_by  text,
    add column correction_id bigint references decision (id);

-- Certificates that another one took the place of. An award carries the code of the one that counts.
create table replaced_certificate (
    code              text primary key,
    -- null where a higher authority had decided
    decision_id       bigint references decision (id),
    -- the dossier that was decided on, and whom, as its procedure knows them
    dossier_number    text    not null references dossier (number),
    recipient_id      bigint  not null,
    -- as the certificate names them
    recipient         text    not null,
    -- 1 for the first
    print             integer not null,
    replaced_on       date    not null,
    -- number of the decision; null where it was given again without one
    replaced_by       text,
    replacing_dossier text    not null references dossier (number),
    unique (dossier_number, recipient_id, print)
);

-- What was revoked says so first, replaced or not.
create or replace view verifiable as
    select code, id as decision_id, null as recipient, revoked_on, revoked_by, null::date as replaced_on,
           null as replaced_by
    from decision
    union all
    select award.code, decision_id, name, coalesce(award.revoked_on, decision.revoked_on),
           case when award.revoked_on is null then decision.revoked_by else award.revoked_by end, null, null
    from award join decision on decision.id = decision_id
    union all
    select certificate.code, decision_id, recipient, coalesce(certificate.revoked_on, decision.revoked_on),
           case when certificate.revoked_on is null then decision.revoked_by else certificate.revoked_by end, null, null
    from certificate join decision on decision.id = decision_id
    union all
    select old.code, old.decision_id, old.recipient, coalesce(award.revoked_on, decision.revoked_on),
           case when award.revoked_on is null then decision.revoked_by else award.revoked_by end,
           old.replaced_on, old.replaced_by
    from replaced_certificate old join decision on decision.id = old.decision_id
         left join award on award.id = old.recipient_id and award.dossier_number = old.dossier_number;
