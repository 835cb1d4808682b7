-- Each decision and each certificate carries a code by which anybody can ask whether it is genuine: 26 characters of
-- five random bits (the first byte of a random UUID is random throughout), without the look-alikes i, l, o and u.
create function verification_code() returns text language sql volatile as $$
    select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz',
                             1 + (get_byte(uuid_send(gen_random_uuid()), 0) & 31), 1), '')
    from generate_series(1, 26)
$$;

alter table decision
    add column code       text not null unique default verification_code(),
    add column revoked_on date;

alter table award
    add column code       text not null unique default verification_code(),
    add column revoked_on date;

-- What can be verified, with no more than the answer shows. An award that a higher authority decided on has its
-- certificate from there.
create view verifiable as
    select code, id as decision_id, null as recipient, revoked_on from decision
    union all
    select award.code, decision_id, name, coalesce(award.revoked_on, decision.revoked_on)
    from award join decision on decision.id = decision_id;
