-- How somebody wants to be told by mail; who has not said it gets one mail a day.
create table notice_choice (
    person     text        primary key,
    mail       text        not null check (mail in ('at-once', 'digest', 'none')),
    -- of the mails: the one that the person's pages spoke
    language   text        not null,
    changed_at timestamptz not null
);

-- Whether mails were written to those who want them at once.
alter table notice add column mailed boolean not null default false;

create index notice_to_mail on notice (id) where not mailed;

-- Days whose mails were written, with all notices up to then.
create table notice_digest (
    day   date        primary key,
    up_to timestamptz not null
);
