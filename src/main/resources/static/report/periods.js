// Opens and closes reporting periods, and fills in forms from files.

import {call} from '../calls.js';

const page = document.querySelector('[data-api]');
const message = page.querySelector('[data-message]');
const done = page.querySelector('[data-outcome]');

page.querySelector('form[data-open]')?.addEventListener('submit', event => {
  event.preventDefault();
  const {name, from, to, dueOn} = event.target.elements;
  send('', {name: name.value, from: from.value, to: to.value, dueOn: dueOn.value})
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
async function send(path, body) {
  message.hidden = true;
  try {
    return await call('POST', page.dataset.api + path, body);
  } catch (problem) {
    message.textContent = problem.detail ?? page.dataset.failed;
    message.hidden = false;
    return null;
  }
}
