-- Roads whose people keep security and order themselves: what dossiers propose, and what was recognised.
create table self_managed_road_proposal (
    dossier_number text    primary key references dossier (number),
    name           text    not null,
    length         integer not null,
    households     integer not null,
    reason         text    not null
);

create table self_managed_road (
    id              bigint generated always as identity primary key,
    name            text    not null,
    unit_path       text    not null references unit (path),
    length          integer not null,
    households      integer not null,
    recognised_on   date    not null,
    decision_id     bigint  not null references decision (id),
    decision_number text    not null,
    dossier_number  text    not null references dossier (number)
);
create unique index self_managed_road_by_name on self_managed_road (unit_path, lower(name));

insert into legal_basis (purpose, process, ordinal, valid_from, valid_to, text) values
    ('decision', 'self-managed-road', 2, '2014-03-08', null,
     'Nghị định số 06/2014/NĐ-CP ngày 21 tháng 01 năm 2014 của Chính phủ về biện pháp vận động quần chúng bảo vệ an ninh quốc gia, giữ gìn trật tự, an toàn xã hội');
