-- Dossiers are taken away as packages, too, and awards as documented JSON.
alter table export drop constraint export_format_check;
alter table export add constraint export_format_check check (format in ('xlsx', 'csv', 'zip', 'json'));
