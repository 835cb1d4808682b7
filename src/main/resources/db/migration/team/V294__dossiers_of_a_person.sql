-- in which dossiers is a person a candidate, a newcomer or a member?
create index team_candidate_by_person on team_candidate (citizen_digest);
create index team_newcomer_by_person on team_newcomer (citizen_digest);
create index team_member_by_person on team_member (citizen_digest);
