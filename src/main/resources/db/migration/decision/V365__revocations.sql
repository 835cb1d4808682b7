-- By which decision something was revoked: its number as printed, and its entry where it is one of this book.
alter table decision add column revoked_by text, add column revocation_id bigint references decision (id);
alter table certificate add column revoked_by text, add column revocation_id bigint references decision (id);
alter table award add column revoked_by text, add column revocation_id bigint references decision (id);

-- What was revoked for itself says so, and not what befell its decision afterwards.
create or replace view verifiable as
    select code, id as decision_id, null as recipient, revoked_on, revoked_by from decision
    union all
    select award.code, decision_id, name, coalesce(award.revoked_on, decision.revoked_on),
           case when award.revoked_on is null then decision.revoked_by else award.revoked_by end
    from award join decision on decision.id = decision_id
    union all
    select certificate.code, decision_id, recipient, coalesce(certificate.revoked_on, decision.revoked_on),
           case when certificate.revoked_on is null then decision.revoked_by else certificate.revoked_by end
    from certificate join decision on decision.id = decision_id;
