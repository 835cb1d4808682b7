// Keeps the systems that are told what happens to dossiers.

import {call} from '../calls.js';
import {filled, reload} from '../outcome.js';

const page = document.querySelector('[data-webhooks]');
const message = page.querySelector('[data-message]');
const outcome = page.querySelector('[data-outcome]');
const form = page.querySelector('form[data-enter]');

const ACTS = {
  test: ({id}) => send('POST', `/${id}/test`),
  switch: ({id, wanted}) => send('PUT', `/${id}`, JSON.parse(wanted)),
  secret: ({id}) => send('POST', `/${id}/secret`),
  delete: ({id}) => send('DELETE', `/${id}`),
  again: ({id, delivery}) => send('POST', `/${id}/deliveries/${delivery}/again`),
};

form.addEventListener('submit', event => {
  event.preventDefault();
  const fields = new FormData(form);
  send('POST', '', {target: fields.get('target'), unitPath: fields.get('unitPath'), events: fields.getAll('events'), enabled: true})
    .then(tell);
});
page.querySelectorAll('[data-act]').forEach(button => button.addEventListener('click', () => {
  const {act, sure, done} = button.dataset;
  if (!sure || confirm(sure)) {
    ACTS[act](button.dataset).then(answer => answer && (answer.secret ? tell(answer) : reload(done)));
  }
}));
enable(true);

/** A secret is told once; a page that is loaded anew would not have it. */
function tell(answer) {
  if (answer) {
    reload(filled(page.dataset.secret, answer.secret));
  }
}

function enable(able) {
  page.querySelectorAll('button').forEach(button => {
    button.disabled = !able;
  });
}

/** What the server answers; null when it refuses, which is said. */
async function send(method, path, body) {
  message.hidden = true;
  outcome.textContent = '';
  enable(false);
  try {
    return await call(method, page.dataset.api + path, body);
  } catch (problem) {
    message.textContent = problem.detail ?? page.dataset.failed;
    message.hidden = false;
    message.scrollIntoView({block: 'center'});
    return null;
  } finally {
    enable(true);
  }
}
