-- The codes that the built-in files bring, so that an upgrade reads those files for nothing else and leaves as it is what was changed
-- by hand. They stand where the province is what the files of before said.
insert into agency_code (unit_path, code, valid_from, valid_to, legal_basis)
select root, 'H04', date '2024-01-01', date '2025-06-30', 'Quyết định 20/2020/QĐ-TTg, Phụ lục' from province
where name = 'bac-lieu-2024' and digest = '1ec9b41e6aa050fdf8f0aa46b9fc5c5a43da34e203729fa14949eea459092a81';
insert into agency_code (unit_path, code, valid_from, valid_to, legal_basis)
select root, 'H12', date '2025-07-01', null, 'Quyết định 20/2020/QĐ-TTg, sửa đổi bởi Quyết định 09/2025/QĐ-TTg, Phụ lục' from province
where name = 'ca-mau-2025' and digest = '1e2712b83209c5f8a8bbecec96db1bb358915e0617b94a15934671a8c4b4d2b9';
update province set digest = '0a836f3aebef5d22c9678b925495dc440957f0aba9a71b8cbd8a0bb4e002dcac'
where digest = '1ec9b41e6aa050fdf8f0aa46b9fc5c5a43da34e203729fa14949eea459092a81';
update province set digest = 'a5aa03be4862e08ed197cc68fba0bde0bcdd3c751d673946d6ec099912bb638b'
where digest = '1e2712b83209c5f8a8bbecec96db1bb358915e0617b94a15934671a8c4b4d2b9';
