-- until now the papers of Luật Thi đua, khen thưởng 2022, Điều 84.2 were only reminded of
insert into dossier_without_papers
select number from dossier where process = 'commendation' and closed_at is null;
