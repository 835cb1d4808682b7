-- Eight invented hamlets for each commune: 512 for the 64 communes of a province. Those of a commune end with it, because
-- the one that follows has eight of its own.
insert into hamlet (path, commune_path, code, name, valid_from, valid_to, sample)
select path || '/' || code, path, code, name, valid_from, valid_to, true
from (select path, valid_from, valid_to, reverse(split_part(reverse(path), '/', 1)) || '-' || lpad(number::text, 2, '0') as code,
             case when full_name like 'Xã %' then 'Ấp ' else 'Khóm ' end || number as name
      from unit cross join generate_series(1, 8) as number
      where tier = 'commune') as sample
on conflict (path) do nothing;
