-- Papers address people as Ông or Bà; nominees of before, and those of whom it is not said, keep null.
alter table nominee add column gender text check (gender in ('male', 'female'));
