-- Communes where primary education is enough for a member (Luật 30/2023/QH15, Điều 13.3), with the decision that says so;
-- kept by the province. A row counts for the unit and those below it.
create table area_class (
    id          bigint generated always as identity primary key,
    unit_path   text not null references unit (path),
    kind        text not null
        check (kind in ('border', 'island', 'mountainous', 'especially-difficult', 'ethnic-minority')),
    valid_from  date not null,
    -- last day of validity; null while in force
    valid_to    date check (valid_to >= valid_from),
    legal_basis text not null
);
create index area_class_by_unit on area_class (unit_path);

-- Regions of the minimum wage. The row of the lowest unit counts.
create table wage_region (
    unit_path   text not null references unit (path),
    region      text not null check (region in ('I', 'II', 'III', 'IV')),
    valid_from  date not null,
    -- last day of validity; null while in force
    valid_to    date check (valid_to >= valid_from),
    legal_basis text not null,
    primary key (unit_path, valid_from)
);

-- Bạc Liêu until its districts ended. For Cà Mau no region is entered: which one its new communes have is not known for
-- certain, and an allowance that is not known is shown as such.
insert into wage_region (unit_path, region, valid_from, valid_to, legal_basis)
select path, case when path = '95/954' then 'II' when path in ('95/959', '95/961') then 'III' else 'IV' end,
       '2024-07-01', '2025-06-30', 'Nghị định 74/2024/NĐ-CP, Phụ lục'
from unit where path like '95/%' and tier = 'district';
