-- Dossiers from before say by which paragraph their authority decides, as the rules of the day they were opened said it.
update dossier set jurisdiction_basis = 'Hướng dẫn 22/HD-BCA-V05 ngày 18/11/2022' || case
        when form = 'ministry' then ''
        when form = 'district' and decider not like '%/%/%' then '; Luật Tổ chức chính quyền địa phương 2025'
        else '; quy định của tỉnh về mô hình phong trào' end
where process in ('model-recognition', 'model-replication', 'model-retirement') and jurisdiction_basis is null;
