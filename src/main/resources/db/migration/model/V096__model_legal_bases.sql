-- What decisions on models are based on beside the law on the authority that takes them.
insert into legal_basis (purpose, process, ordinal, valid_from, text)
select 'decision', process, 2, '2022-11-18', 'Hướng dẫn số 22/HD-BCA-V05 ngày 18 tháng 11 năm 2022 của Bộ Công an'
from unnest(array['model-recognition', 'model-replication', 'model-retirement']) as models (process);
