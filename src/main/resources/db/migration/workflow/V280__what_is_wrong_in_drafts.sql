-- What was said to be wrong in the rows of a draft, such as cells of a sheet that could not be read: AES-GCM over JSON.
alter table draft add column sealed_wrong bytea;
