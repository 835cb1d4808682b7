-- Emulation campaigns (Luật Thi đua, khen thưởng 2022, Điều 16 and 17). One without a unit is launched for the whole country.
create table campaign (
    id          bigint generated always as identity primary key,
    unit_path   text references unit (path),
    name        text not null,
    -- of the plan by which it is launched
    document    text not null,
    planned_on  date not null,
    -- whoever has launched it, in words
    authority   text not null,
    valid_from  date not null,
    -- last day; null while none is said
    valid_to    date check (valid_to >= valid_from),
    contents    text not null,
    targets     text,
    entered_by  text not null,
    entered_at  timestamptz not null,
    withdrawn_by     text,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    found_by    text generated always as (searchable(name || ' ' || document || ' ' || authority)) stored,
    check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3))
);
create index campaign_by_unit on campaign (unit_path);
create unique index campaign_once on campaign (coalesce(unit_path, ''), comparable(document)) where withdrawn_at is null;

-- What a unit binds itself to (giao ước thi đua).
create table campaign_registration (
    campaign      bigint not null references campaign,
    unit_path     text   not null references unit (path),
    registered_on date   not null,
    document      text   not null,
    pledge        text   not null,
    entered_by    text   not null,
    entered_at    timestamptz not null,
    primary key (campaign, unit_path)
);
create index campaign_registration_by_unit on campaign_registration (unit_path);

-- Sơ kết, tổng kết. Collectives and individuals are those found worthy of an award, counted.
create table campaign_review (
    campaign    bigint  not null references campaign,
    unit_path   text    not null references unit (path),
    kind        text    not null check (kind in ('half-time', 'final')),
    reviewed_on date    not null,
    document    text    not null,
    result      text    not null,
    collectives integer not null check (collectives >= 0),
    individuals integer not null check (individuals >= 0),
    entered_by  text    not null,
    entered_at  timestamptz not null,
    primary key (campaign, unit_path, kind)
);
create index campaign_review_by_unit on campaign_review (unit_path);

insert into campaign (unit_path, name, document, planned_on, authority, valid_from, contents, entered_by, entered_at) values
    (null, 'Phong trào thi đua "Toàn dân bảo vệ an ninh Tổ quốc"', 'Quyết định 2447/QĐ-TTg', '2025-11-06', 'Thủ tướng Chính phủ',
     '2025-11-06', 'Chưa chắc chắn, tỉnh có thể điều chỉnh: sáu nội dung theo Kế hoạch kèm theo Quyết định 2447/QĐ-TTg, chưa đối chiếu nguyên văn và thời gian kết thúc.',
     'hệ thống', now());
