-- Ratings that were brought from outside knew persons by their digests alone, which cannot be made anew.
alter table team_rating_result add column citizen_cipher bytea;
