-- SHA-256 of the files that a province's rows were taken from last. Those of this version say what earlier migrations brought, so
-- that nothing is taken over from them, and what an organisation has changed by hand stays until the files change.
alter table province add column digest text;
update province set digest = '1ec9b41e6aa050fdf8f0aa46b9fc5c5a43da34e203729fa14949eea459092a81' where name = 'bac-lieu-2024';
update province set digest = '1e2712b83209c5f8a8bbecec96db1bb358915e0617b94a15934671a8c4b4d2b9' where name = 'ca-mau-2025';
