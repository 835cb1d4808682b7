-- Who asks at /verify, counted by all nodes together. What is here is gone within a minute, and need not outlive a crash.
create unlogged table verification_attempt (
    address text not null primary key,
    ends_at timestamptz not null,
    taken int not null
);

create index verification_attempt_ends_at on verification_attempt (ends_at);
