// Below a task's name stands what its dossier is about and whose it is; whoever decides can read the decision first.
import {openTask} from './address.js';
import {formAt} from './forms.js';
import {root, say} from './language.js';
import {about} from './task.js';
import {token} from './token.js';

/** The draft with what is filled in now, such as who is struck off; a refusal is shown as it is. */
async function tryOut(address, fields) {
  const page = window.open('about:blank');
  const answer = await fetch(address, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'X-PHONGTRAO-CSRF': token()},
    body: JSON.stringify({fields: {...fields, outcome: 'approve'}})
  });
  if (answer.ok) {
    page.location = URL.createObjectURL(await answer.blob());
  } else {
    const {detail} = await answer.json();
    page.document.body.textContent = detail;
  }
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
  const found = await about(task);
  if (!found || place.dataset.task !== task) {
    return;
  }
  subject.textContent = `${found.dossierNumber} · ${found.dossierTitle} · ${found.unitName}`;
  if (found.key === 'decide' && found.issuesDecision) {
    const draft = document.createElement('a');
    draft.href = `${root}/api/tasks/${encodeURIComponent(task)}/draft`;
    draft.target = '_blank';
    draft.addEventListener('click', event => {
      const form = formAt(task)?.get('form');
      if (form) {
        event.preventDefault();
        tryOut(draft.href, form._getSubmitData());
      }
    });
    draft.textContent = say('Xem dự thảo quyết định (PDF)', 'Read the draft decision (PDF)');
    subject.append(' · ', draft);
  }
}

new MutationObserver(show).observe(document.body, {subtree: true, childList: true});
window.addEventListener('hashchange', show);
