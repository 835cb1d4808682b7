-- What leaves the house: written in the transaction that has something to say, sent by a job afterwards.
create table outgoing_message (
    id              bigint generated always as identity primary key,
    -- the same key twice is one message
    key             text        not null unique,
    -- what the message is called outside, at each attempt the same
    name            uuid        not null default gen_random_uuid(),
    channel         text        not null check (channel in ('mail', 'webhook')),
    -- a mail address, or the subscription
    recipient       text        not null,
    -- of a mail, or the type of an event
    subject         text        not null,
    body            text        not null,
    created_at      timestamptz not null,
    attempts        int         not null default 0,
    -- while a node has it in hand: when another may take it
    next_attempt_at timestamptz not null,
    sent_at         timestamptz,
    given_up_at     timestamptz,
    -- what the other side said last, in few words
    answer          text,
    check (num_nonnulls(sent_at, given_up_at) <= 1)
);

create index outgoing_message_due on outgoing_message (channel, next_attempt_at, id)
    where sent_at is null and given_up_at is null;
create index outgoing_message_of_recipient on outgoing_message (recipient, id);
create index outgoing_message_given_up on outgoing_message (given_up_at) where given_up_at is not null;
create index outgoing_message_by_age on outgoing_message (created_at);
