// Marks notices as read: one, those of a dossier, all. Whoever opens a dossier has read what was told of it.

import {csrf} from '../dossier/dossier.js';
import {filled, reload} from '../outcome.js';

const page = document.querySelector('[data-api]');
const {api, moment, failed} = page.dataset;
const message = page.querySelector('[data-message]');

page.querySelectorAll('[data-read]').forEach(button => button.addEventListener('click', async () => {
  if (await send(`/${button.dataset.read}/read`)) {
    const section = button.closest('section');
    mark(button.closest('li'));
    section.classList.toggle('unread', section.querySelector('li.unread') !== null);
  }
}));
page.querySelectorAll('[data-read-dossier]').forEach(button => button.addEventListener('click', async () => {
  if (await readAll(button)) {
    const section = button.closest('section');
    section.querySelectorAll('li.unread').forEach(mark);
    section.classList.remove('unread');
    leave(button);
  }
}));
page.querySelectorAll('section h2 a').forEach(link => link.addEventListener('click', () => readAll(link)));
page.querySelector('[data-read-all]')?.addEventListener('click', async event => {
  const {done} = event.target.dataset;
  const answer = await send('/read', {upTo: moment});
  if (answer) {
    reload(filled(done, (await answer.json()).read));
  }
});

const saved = page.querySelector('[data-saved]');
page.querySelector('[data-mail]').addEventListener('change', async event => {
  saved.textContent = '';
  if (await send('/mail', {mail: event.target.value}, 'PUT')) {
    saved.textContent = saved.dataset.words;
  }
});

// until now a click would have been lost
page.querySelectorAll(':disabled').forEach(button => {
  button.disabled = false;
});

function readAll(element) {
  return send('/read', {upTo: moment, dossierNumber: element.closest('section').dataset.number});
}

function mark(notice) {
  notice.classList.remove('unread');
  notice.querySelector('[data-new]').remove();
  leave(notice.querySelector('[data-read]'));
}

/** Takes a button away; whoever works with keys goes on with the next one. */
function leave(button) {
  const focused = button === document.activeElement;
  const buttons = [...page.querySelectorAll('[data-read]')];
  const next = buttons.find(other => button.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  button.remove();
  if (focused) {
    (next ?? page.querySelector('h1')).focus();
  }
}

/** The answer; null when there is none that agrees, which is said. The page may be left meanwhile. */
async function send(path, body, method = 'POST') {
  message.hidden = true;
  const answer = await fetch(api + path, {method, keepalive: true, body: body && JSON.stringify(body),
    headers: {...(body && {'Content-Type': 'application/json'}), 'X-PHONGTRAO-CSRF': csrf(), Accept: 'application/json'}})
    .catch(() => null);
  if (answer?.ok) {
    document.dispatchEvent(new Event('phongtrao-notices'));
    return answer;
  }
  message.textContent = failed;
  message.hidden = false;
  return null;
}
