-- Takes a dossier for the rest of the transaction. Whoever has to wait too long for somebody else is told so.
create function lock_dossier(text) returns setof dossier language sql set lock_timeout = '5s' as
$$ select * from dossier where number = $1 for update $$;
