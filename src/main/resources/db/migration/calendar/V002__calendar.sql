-- Days that differ from "Monday to Friday works": holidays, days off in lieu, and Saturdays worked in exchange.
-- Other weekends need no row. A province keeps this table up to date; years without rows count weekends alone.
create table calendar_day (
    day         date primary key,
    kind        text not null check (kind in ('off', 'working')),
    name        text not null,
    legal_basis text not null
);

-- 24 November (Ngày Văn hóa Việt Nam) was announced as a paid day off from 2026, but no text in force was found that
-- grants it: it is left out until a province confirms it.
insert into calendar_day (day, kind, name, legal_basis) values
    ('2024-01-01', 'off', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112'),
    ('2024-02-08', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2024-02-09', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2024-02-12', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2024-02-13', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2024-02-14', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2024-04-18', 'off', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112'),
    ('2024-04-29', 'off', 'Nghỉ hoán đổi với thứ Bảy 04/5/2024', 'Quyết định 188/1999/QĐ-TTg'),
    ('2024-04-30', 'off', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112'),
    ('2024-05-01', 'off', 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112'),
    ('2024-05-04', 'working', 'Làm bù cho thứ Hai 29/4/2024', 'Quyết định 188/1999/QĐ-TTg'),
    ('2024-09-02', 'off', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
    ('2024-09-03', 'off', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-01-01', 'off', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-01-27', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-01-28', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-01-29', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-01-30', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-01-31', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-04-07', 'off', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-04-26', 'working', 'Làm bù cho thứ Sáu 02/5/2025', 'Quyết định 188/1999/QĐ-TTg'),
    ('2025-04-30', 'off', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-05-01', 'off', 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-05-02', 'off', 'Nghỉ hoán đổi với thứ Bảy 26/4/2025', 'Quyết định 188/1999/QĐ-TTg'),
    ('2025-09-01', 'off', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
    ('2025-09-02', 'off', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
    ('2026-01-01', 'off', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112'),
    ('2026-01-02', 'off', 'Nghỉ hoán đổi với thứ Bảy 10/01/2026', 'Quyết định 188/1999/QĐ-TTg'),
    ('2026-01-10', 'working', 'Làm bù cho thứ Sáu 02/01/2026', 'Quyết định 188/1999/QĐ-TTg'),
    ('2026-02-16', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2026-02-17', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2026-02-18', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2026-02-19', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2026-02-20', 'off', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
    ('2026-04-27', 'off', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 111 khoản 3'),
    ('2026-04-30', 'off', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112'),
    ('2026-05-01', 'off', 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112'),
    ('2026-08-22', 'working', 'Làm bù cho thứ Hai 31/8/2026', 'Quyết định 188/1999/QĐ-TTg'),
    ('2026-08-31', 'off', 'Nghỉ hoán đổi với thứ Bảy 22/8/2026', 'Quyết định 188/1999/QĐ-TTg'),
    ('2026-09-01', 'off', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
    ('2026-09-02', 'off', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112');

-- The business date that a deployment was given, and the real moment at which its calendar began to run from it.
create table business_clock (
    business_date date primary key,
    anchored_at   timestamptz not null
);
