-- How authorities are written on paper (Nghị định 30/2020/NĐ-CP, Phụ lục I). A row holds for the units of its tier within
-- its scope, unless a row of a narrower scope says otherwise. In texts, {unit} stands for the unit's name within a
-- sentence, {parent} for that of the unit above, {kind} for the initials of what the unit is: P for a phường.
create table authority_style (
    scope        text   not null references unit (path),
    tier         text   not null check (tier in ('province', 'district', 'commune')),
    position     text   not null,
    valid_from   date   not null,
    valid_to     date check (valid_to >= valid_from),
    -- in the symbol of its documents: UBND, CAT
    abbreviation text   not null,
    -- cơ quan chủ quản; null where none is written
    superior     text,
    -- who issues
    body         text   not null,
    -- who decides or is written to
    authority    text   not null,
    -- above the signature
    head         text   not null,
    -- on whose proposal a decision is taken, who carries it out, and who gets it
    proposer     text,
    executors    text,
    recipients   text[] not null default '{}',
    primary key (scope, tier, position, valid_from)
);

insert into authority_style (scope, tier, position, valid_from, valid_to, abbreviation, superior, body, authority, head,
                             proposer, executors, recipients)
select province.path, style.tier, style.position, province.valid_from, province.valid_to, style.abbreviation,
       style.superior, style.body, style.authority, style.head, style.proposer, style.executors, style.recipients
from unit province cross join (values
    ('province', 'committee-chair', 'UBND', null, 'Ủy ban nhân dân {unit}', 'Chủ tịch Ủy ban nhân dân {unit}', 'Chủ tịch',
     'Giám đốc Sở Nội vụ',
     'Chánh Văn phòng Ủy ban nhân dân {unit}, Giám đốc Sở Nội vụ, Giám đốc Công an {unit}, thủ trưởng các cơ quan, đơn vị có liên quan',
     array['Sở Nội vụ', 'Công an {unit}']),
    ('province', 'police-chief', 'CAT', 'Bộ Công an', 'Công an {unit}', 'Giám đốc Công an {unit}', 'Giám đốc',
     'Trưởng phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc',
     'Trưởng phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc, thủ trưởng các đơn vị có liên quan',
     array['Phòng PV05']),
    ('province', 'committee-clerk', 'SNV', 'Ủy ban nhân dân {unit}', 'Sở Nội vụ', 'Sở Nội vụ {unit}', 'Giám đốc',
     null, null, array[]::text[]),
    ('province', 'council-member', 'HĐTĐKT', 'Ủy ban nhân dân {unit}', 'Hội đồng Thi đua - Khen thưởng',
     'Hội đồng Thi đua - Khen thưởng {unit}', 'Chủ tịch Hội đồng', null, null, array[]::text[]),
    ('district', 'committee-chair', 'UBND', null, 'Ủy ban nhân dân {unit}', 'Chủ tịch Ủy ban nhân dân {unit}', 'Chủ tịch',
     'Trưởng phòng Nội vụ {unit}',
     'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {unit}, Trưởng phòng Nội vụ {unit}, Trưởng Công an {unit}, thủ trưởng các cơ quan, đơn vị có liên quan',
     array['Phòng Nội vụ', 'Công an {unit}']),
    ('district', 'police-chief', 'CA{kind}', 'Công an {parent}', 'Công an {unit}', 'Trưởng Công an {unit}',
     'Trưởng Công an', null, null, array[]::text[]),
    ('district', 'committee-clerk', 'PNV', 'Ủy ban nhân dân {unit}', 'Phòng Nội vụ', 'Phòng Nội vụ {unit}',
     'Trưởng phòng', null, null, array[]::text[]),
    ('district', 'council-member', 'HĐTĐKT', 'Ủy ban nhân dân {unit}', 'Hội đồng Thi đua - Khen thưởng',
     'Hội đồng Thi đua - Khen thưởng {unit}', 'Chủ tịch Hội đồng', null, null, array[]::text[]),
    ('commune', 'committee-chair', 'UBND', null, 'Ủy ban nhân dân {unit}', 'Chủ tịch Ủy ban nhân dân {unit}', 'Chủ tịch',
     'Trưởng Công an {unit}',
     'Công chức chuyên môn của Ủy ban nhân dân {unit}, Trưởng Công an {unit}, các đơn vị có liên quan',
     array['Công an {unit}']),
    ('commune', 'police-chief', 'CA{kind}', 'Công an {parent}', 'Công an {unit}', 'Trưởng Công an {unit}',
     'Trưởng Công an', null, null, array[]::text[]),
    ('commune', 'committee-clerk', 'UBND', null, 'Ủy ban nhân dân {unit}', 'Ủy ban nhân dân {unit}', 'Chủ tịch',
     null, null, array[]::text[]),
    ('commune', 'council-member', 'HĐTĐKT', 'Ủy ban nhân dân {unit}', 'Hội đồng Thi đua - Khen thưởng',
     'Hội đồng Thi đua - Khen thưởng {unit}', 'Chủ tịch Hội đồng', null, null, array[]::text[])
    ) as style (tier, position, abbreviation, superior, body, authority, head, proposer, executors, recipients)
where province.path in ('95', '96') and (province.path = '95' or style.tier <> 'district');

-- Units named after people, numbers or events keep the word before the name (Phụ lục I, Phần I, mục II; Phụ lục II);
-- of all others the place of a document is the name alone.
create table place_name (
    unit_path text primary key references unit (path),
    place     text not null
);

insert into place_name (unit_path, place)
select path, full_name from unit
where full_name ~ ' [0-9]+$'
   or path in ('96/32014', '96/32044', '96/32092', '96/32095', '96/32134', '96/32155', '96/32161', '96/32182',
               '96/32227', '96/32244');

-- People who sign, as they are written: the name, and what stands above it where that is not the authority's head, for
-- example "KT. CHỦ TỊCH" and "PHÓ CHỦ TỊCH" on lines of their own.
create table signatory (
    user_name  text not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    name       text not null,
    title      text,
    primary key (user_name, valid_from)
);

-- What decisions are based on: laws for whoever decides, then what regulates the commendation. Null means every one.
create table legal_basis (
    id         integer generated always as identity primary key,
    purpose    text    not null check (purpose in ('decision', 'bonus')),
    position   text,
    form       text,
    ordinal    integer not null,
    valid_from date    not null,
    valid_to   date check (valid_to >= valid_from),
    text       text    not null
);

insert into legal_basis (purpose, position, form, ordinal, valid_from, valid_to, text) values
    ('decision', 'committee-chair', null, 1, '2016-01-01', '2025-02-28',
     'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019'),
    ('decision', 'committee-chair', null, 1, '2025-03-01', '2025-06-15',
     'Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025'),
    ('decision', 'committee-chair', null, 1, '2025-06-16', null,
     'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025'),
    ('decision', 'police-chief', null, 1, '2019-07-01', null, 'Luật Công an nhân dân ngày 20 tháng 11 năm 2018'),
    ('decision', null, null, 2, '2024-01-01', null, 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022'),
    ('decision', null, null, 3, '2024-01-01', '2025-06-30',
     'Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng'),
    ('decision', null, null, 3, '2025-07-01', null,
     'Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng'),
    ('bonus', null, null, 1, '2024-01-01', '2025-06-30', 'Nghị định số 98/2023/NĐ-CP'),
    ('bonus', null, null, 1, '2025-07-01', null, 'Nghị định số 152/2025/NĐ-CP');
