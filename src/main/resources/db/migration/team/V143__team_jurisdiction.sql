-- Dossiers from before say by which paragraph their authority decides, as the rules of the day they were opened said it.
update dossier set jurisdiction_basis = 'Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023, Điều 14 khoản 5'
    || case when process = 'team-change' then '; Thông tư 14/2024/TT-BCA, Điều 5' else '' end
where process in ('team-change', 'team-establishment') and jurisdiction_basis is null;
