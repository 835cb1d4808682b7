-- What of a bonus that was paid is to be given back, and what came back, since its award was revoked. In đồng.
alter table award
    add column to_recover bigint not null default 0 check (to_recover >= 0),
    add column recovered  bigint not null default 0 check (recovered >= 0);

-- They are few, and taken off what was summed: figures of a day before they were revoked still count them.
create index award_revoked on award (decided_on) where revoked_on is not null;
