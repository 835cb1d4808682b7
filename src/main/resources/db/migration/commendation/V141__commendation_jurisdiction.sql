-- Dossiers from before say by which paragraph their authority decides, as the rules of the day they were opened said it.
update dossier set jurisdiction_basis = case form
        when 'commune-certificate' then 'Luật Thi đua, khen thưởng 2022, Điều 75 khoản 1 và Điều 80 khoản 3'
            || case when (opened_at at time zone 'Asia/Ho_Chi_Minh')::date >= '2025-07-01' then '; Nghị định 129/2025/NĐ-CP' else '' end
        when 'district-certificate' then 'Luật Thi đua, khen thưởng 2022, Điều 75 và Điều 80 khoản 2'
        when 'police-director-certificate' then 'Luật Thi đua, khen thưởng 2022, Điều 75 khoản 1 điểm a và Điều 80 khoản 1'
        when 'province-merit' then 'Luật Thi đua, khen thưởng 2022, Điều 74 và Điều 79'
        when 'ministry-merit' then 'Luật Thi đua, khen thưởng 2022, Điều 74 và Điều 79'
        when 'party-merit' then 'Hướng dẫn 56-HD/VPTW về khen thưởng tổ chức đảng và đảng viên'
        when 'security-medal' then case when (opened_at at time zone 'Asia/Ho_Chi_Minh')::date >= '2025-04-28'
            then 'Thông tư 20/2025/TT-BCA' else 'Thông tư 11/2021/TT-BCA' end
        when 'commendation-letter' then 'Luật Thi đua, khen thưởng 2022, Điều 9 (không phải hình thức khen thưởng theo luật)'
    end
where process = 'commendation' and jurisdiction_basis is null;
