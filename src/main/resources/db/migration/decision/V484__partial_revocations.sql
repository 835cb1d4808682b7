-- A decision that was revoked for some whom it recognised, and holds for the others: by the latest who did.
alter table decision
    add column partly_revoked_on    date,
    add column partly_revoked_by    text,
    add column partial_revocation_id bigint references decision (id);

update decision set partly_revoked_on = part.revoked_on, partly_revoked_by = part.revoked_by,
                    partial_revocation_id = part.revocation_id
from (select distinct on (decision_id) decision_id, revoked_on, revoked_by, revocation_id
      from (select decision_id, revoked_on, revoked_by, revocation_id from award
            union all
            select decision_id, revoked_on, revoked_by, revocation_id from certificate) recipient
      where revoked_on is not null
      order by decision_id, revoked_on desc) part
where part.decision_id = decision.id and decision.revoked_on is null;
