// Below a task's name stands what its dossier is about and whose it is.
const app = document.querySelector('base').getAttribute('app-root');

async function show() {
  const place = document.querySelector('.task-card .definition-name');
  const task = new URLSearchParams(location.hash.replace(/^#\/?\??/, '')).get('task');
  if (!place || !task || place.dataset.task === task) {
    return;
  }
  place.dataset.task = task;
  const subject = place.querySelector('.subject') ?? place.appendChild(document.createElement('p'));
  subject.className = 'subject';
  subject.textContent = '';
  const answer = await fetch(`${app}/api/engine/engine/default/task/${encodeURIComponent(task)}/form-variables`
      + '?variableNames=dossierNumber,dossierTitle,unitName', {headers: {Accept: 'application/json'}});
  const {dossierNumber, dossierTitle, unitName} = answer.ok ? await answer.json() : {};
  if (dossierNumber && place.dataset.task === task) {
    subject.textContent = `${dossierNumber.value} · ${dossierTitle.value} · ${unitName.value}`;
  }
}

new MutationObserver(show).observe(document.body, {subtree: true, childList: true});
window.addEventListener('hashchange', show);
