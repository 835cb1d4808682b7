-- A column that holds numbers of rows without a foreign key, for whoever moves rows.
comment on column team_meeting.tie_choice is 'team_candidate.id';
