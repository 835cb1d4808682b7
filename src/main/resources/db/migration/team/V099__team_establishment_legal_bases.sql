-- What decisions on the establishment of a team are based on.
insert into legal_basis (purpose, process, ordinal, valid_from, valid_to, text) values
    ('decision', 'team-establishment', 2, '2024-07-01', null,
     'Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở ngày 28 tháng 11 năm 2023'),
    ('decision', 'team-establishment', 3, '2024-07-01', null,
     'Thông tư số 14/2024/TT-BCA ngày 22 tháng 4 năm 2024 của Bộ trưởng Bộ Công an quy định chi tiết một số điều của Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở');
