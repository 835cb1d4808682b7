// Below a task's name stands what its dossier is about and whose it is; whoever decides can read the decision first.
import {openTask} from './address.js';
import {root, say} from './language.js';

const app = document.querySelector('base').getAttribute('app-root');
const api = `${app}/api/engine/engine/default/task`;

async function read(address) {
  const answer = await fetch(address, {headers: {Accept: 'application/json'}});
  return answer.ok ? answer.json() : {};
}

async function show() {
  const place = document.querySelector('.task-card .definition-name');
  const task = openTask();
  if (!place || !task || place.dataset.task === task) {
    return;
  }
  place.dataset.task = task;
  const subject = place.querySelector('.subject') ?? place.appendChild(document.createElement('p'));
  subject.className = 'subject';
  subject.textContent = '';
  const id = encodeURIComponent(task);
  const [{dossierNumber, dossierTitle, unitName}, {taskDefinitionKey}] = await Promise.all([
    read(`${api}/${id}/form-variables?variableNames=dossierNumber,dossierTitle,unitName`), read(`${api}/${id}`)]);
  if (!dossierNumber || place.dataset.task !== task) {
    return;
  }
  subject.textContent = `${dossierNumber.value} · ${dossierTitle.value} · ${unitName.value}`;
  if (taskDefinitionKey === 'decide') {
    const draft = document.createElement('a');
    draft.href = `${root}/api/tasks/${id}/draft`;
    draft.target = '_blank';
    draft.textContent = say('Xem dự thảo quyết định (PDF)', 'Read the draft decision (PDF)');
    subject.append(' · ', draft);
  }
}

new MutationObserver(show).observe(document.body, {subtree: true, childList: true});
window.addEventListener('hashchange', show);
