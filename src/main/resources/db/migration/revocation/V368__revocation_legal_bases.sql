-- What decisions that revoke are based on beside the law on the authority that takes them.
insert into legal_basis (purpose, process, ordinal, valid_from, valid_to, text) values
    ('decision', 'decision-revocation', 2, '2024-01-01', null, 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022'),
    ('decision', 'decision-revocation', 3, '2024-01-01', '2025-06-30',
     'Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng');

insert into legal_basis (purpose, process, ordinal, valid_from, text)
select purpose, 'decision-revocation', ordinal, valid_from, text from legal_basis
where purpose = 'decision' and process = 'commendation' and ordinal = 3 and valid_from = '2025-07-01';
