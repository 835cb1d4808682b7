-- Dossiers received before 01/07/2025 are decided by the decree of that time (Nghị định 152/2025/NĐ-CP, Điều 60 khoản 3).
update legal_basis set day = 'receivedOn'
where process = 'commendation' and document in ('nd-98-2023', 'nd-152-2025') or purpose = 'bonus';
