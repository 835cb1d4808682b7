-- The program itself wrote into steps, which are kept for ever, whom an officer took off the list. The nominees tell it as long as they are kept.
update dossier_step
set comment = regexp_replace(comment, 'Đưa ra khỏi danh sách: .*?\. Lý do: ', 'Đưa ra khỏi danh sách một số đề nghị. Lý do: ')
from dossier
where number = dossier_number and process = 'commendation' and task in ('appraise', 'sign', 'decide') and comment ~ '(^|\n)Đưa ra khỏi danh sách: ';
