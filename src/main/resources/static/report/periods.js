// Opens and closes reporting periods, and fills in forms from files.

import {csrf} from '../dossier/dossier.js';

const page = document.querySelector('[data-api]');
const message = page.querySelector('[data-message]');
const done = page.querySelector('[data-outcome]');

page.querySelector('form[data-open]')?.addEventListener('submit', event => {
  event.preventDefault();
  const {name, from, to, dueOn} = event.target.elements;
  send('', JSON.stringify({name: name.value, from: from.value, to: to.value, dueOn: dueOn.value}), {'Content-Type': 'application/json'})
    .then(opened => opened && location.reload());
});
page.querySelectorAll('[data-close]').forEach(button => button.addEventListener('click', () => {
  if (confirm(button.dataset.sure)) {
    send(`/${button.dataset.close}/closure`).then(closed => closed && location.reload());
  }
}));
page.querySelectorAll('[data-import]').forEach(input => input.addEventListener('change', async () => {
  const body = new FormData();
  body.append('file', input.files[0]);
  input.value = '';
  const loaded = await send(`/${input.dataset.import}/import`, body);
  done.textContent = loaded ? input.dataset.filled.replace('{0}', loaded.imported) : '';
}));

// until now a click would have been lost
page.querySelectorAll(':disabled').forEach(element => {
  element.disabled = false;
});

/** What the server answers; null when it refuses, which is said. */
async function send(path, body, headers = {}) {
  message.hidden = true;
  try {
    const response = await fetch(page.dataset.api + path, {method: 'POST', body,
      headers: {...headers, 'X-PHONGTRAO-CSRF': csrf(), Accept: 'application/json'}});
    const said = await response.json();
    if (response.ok) {
      return said;
    }
    message.textContent = said.detail;
  } catch {
    message.textContent = page.dataset.failed;
  }
  message.hidden = false;
  return null;
}
