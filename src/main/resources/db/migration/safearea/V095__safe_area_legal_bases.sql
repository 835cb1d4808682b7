-- What recognitions as a safe area are based on.
insert into legal_basis (purpose, process, ordinal, valid_from, valid_to, text) values
    ('decision', 'safe-area-recognition', 2, '2022-02-10', null,
     'Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021 của Bộ trưởng Bộ Công an quy định khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, cơ sở giáo dục đạt tiêu chuẩn "An toàn về an ninh, trật tự"'),
    ('decision', 'safe-area-recognition', 3, '2025-07-01', null,
     'Thông tư số 48/2025/TT-BCA của Bộ trưởng Bộ Công an sửa đổi, bổ sung Thông tư số 124/2021/TT-BCA');
