-- Dossiers from before say by which paragraph their authority decides, as the rules of the day they were opened said it.
update dossier set jurisdiction_basis = 'Thông tư 124/2021/TT-BCA, Điều 10'
    || case when form = 'commune' and (opened_at at time zone 'Asia/Ho_Chi_Minh')::date >= '2025-07-01'
        then '; Thông tư 48/2025/TT-BCA' else '' end
where process = 'safe-area-recognition' and jurisdiction_basis is null;
