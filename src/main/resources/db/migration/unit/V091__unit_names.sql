-- A unit's name within a sentence: the word for its kind in lower case, unless the name proper is a number or a person's
-- (Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục III.1), as the places of documents have it already.
alter table unit add column name text;
update unit set name = case when path in (select unit_path from place_name where place = full_name) then full_name
    else lower(left(full_name, 1)) || substr(full_name, 2) end;
alter table unit alter column name set not null;
