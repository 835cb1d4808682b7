-- Columns that hold numbers of rows without a foreign key, for whoever moves rows.
comment on column team_rating_result.team_id is 'team.id';
comment on column team_rating_result.member_id is 'team_member.id';
comment on column team_rating_row.team_id is 'team.id';
comment on column team_rating_row.member_id is 'team_member.id';
