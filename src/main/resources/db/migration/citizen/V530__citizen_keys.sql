-- Every key that has ever sealed here. One is in force; what the others have sealed is sealed anew while the program runs.
alter table citizen_key
    drop column only_one,
    -- null until a node that has the key starts on a database of an earlier version
    add column id          text unique check (id ~ '^[0-9a-f]{16}$'),
    -- what has no id of a key in front is sealed with this one: ids came later
    add column unmarked    boolean not null default true,
    add column since       timestamptz,
    -- null for the key in force
    add column replaced_at timestamptz,
    -- whether somebody looks if anything is sealed with it; whoever seals with it says no
    add column closing     boolean not null default false,
    -- when nothing was sealed with it any more
    add column emptied_at  timestamptz,
    -- when a node was started without it: it never seals again
    add column retired_at  timestamptz;
alter table citizen_key alter column unmarked drop default;
create unique index citizen_key_in_force on citizen_key ((true)) where replaced_at is null;

-- Which keys each running node has, so that none becomes the one in force that another node does not know.
create table citizen_node (
    node    uuid        primary key,
    keys    text[]      not null,
    seen_at timestamptz not null
);

-- By their comments the program finds what it has to seal anew, beside citizen_cipher and citizen_digest.
comment on column plain_content.sealed is 'sealed text';
comment on column draft.sealed is 'sealed text';
comment on column draft.sealed_wrong is 'sealed text';
comment on column webhook_subscription.secret is 'sealed text';
comment on column webhook_subscription.former_secret is 'sealed text';
comment on column nominee.subject is 'citizen:digest';
comment on column award.subject is 'citizen:digest';
