-- Certificates that a decision gives to whom it recognises, each with a code of its own. Awards carry theirs themselves.
create table certificate (
    code        text   primary key default verification_code(),
    decision_id bigint not null references decision (id),
    recipient   text   not null,
    revoked_on  date
);
create index certificate_by_decision on certificate (decision_id);

create or replace view verifiable as
    select code, id as decision_id, null as recipient, revoked_on from decision
    union all
    select award.code, decision_id, name, coalesce(award.revoked_on, decision.revoked_on)
    from award join decision on decision.id = decision_id
    union all
    select certificate.code, decision_id, recipient, coalesce(certificate.revoked_on, decision.revoked_on)
    from certificate join decision on decision.id = decision_id;
