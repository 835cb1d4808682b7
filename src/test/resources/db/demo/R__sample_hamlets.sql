-- Eight invented hamlets for each commune: 512 for the 64 communes of a province.
insert into hamlet (path, commune_path, code, name, valid_from, sample)
select path || '/' || code, path, code, name, valid_from, true
from (select path, valid_from, reverse(split_part(reverse(path), '/', 1)) || '-' || lpad(number::text, 2, '0') as code,
             case when full_name like 'Xã %' then 'Ấp ' else 'Khóm ' end || number as name
      from unit cross join generate_series(1, 8) as number
      where tier = 'commune') as sample
on conflict (path) do nothing;
