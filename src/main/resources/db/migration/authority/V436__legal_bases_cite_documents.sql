-- A basis is a document of the register, cited as of the day; or a text, where one citation names several.
alter table legal_basis alter column text drop not null;
alter table legal_basis add column document text references legal_document;
-- The day that its validity goes by: that of the decision, or that on which the dossier was received.
alter table legal_basis add column day text not null default 'decidedOn' check (day in ('decidedOn', 'receivedOn'));

update legal_basis basis set document = cited.document, text = null from (values
    ('Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025', 'luat-65-2025'),
    ('Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025', 'luat-72-2025'),
    ('Luật Công an nhân dân ngày 20 tháng 11 năm 2018', 'luat-37-2018'),
    ('Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022', 'luat-06-2022'),
    ('Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở ngày 28 tháng 11 năm 2023', 'luat-30-2023')
    ) cited (text, document) where basis.text = cited.text;
update legal_basis basis set document = document.id, text = null from legal_document document
where document.number is not null and document.kind <> 'law'
  and (starts_with(basis.text, replace(document.cited_as, ' ' || document.number, ' số ' || document.number) || ' ')
       or basis.text = replace(document.cited_as, ' ' || document.number, ' số ' || document.number));
alter table legal_basis add check (num_nonnulls(text, document) = 1);

-- An amendment is cited with what it amends: from the day on which the program knows it, so that earlier decisions keep
-- their words.
update legal_basis set valid_to = '2026-11-30' where document = 'tt-48-2025-bca';
