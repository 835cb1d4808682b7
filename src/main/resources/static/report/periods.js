// Opens, closes and withdraws reporting periods, and fills in forms from files.

import {call} from '../calls.js';
import {written} from '../days.js';
import {filled, reload} from '../outcome.js';

const page = document.querySelector('[data-api]');
const message = page.querySelector('[data-message]');
const done = page.querySelector('[data-outcome]');

page.querySelector('form[data-open]')?.addEventListener('submit', event => {
  event.preventDefault();
  const {name, from, to, dueOn} = event.target.elements;
  const said = [name.value, written(from.value), written(to.value), written(dueOn.value)];
  message.hidden = true;
  if (!confirm(filled(event.target.dataset.sure, ...said))) {
    return;
  }
  send('', {name: name.value, from: from.value, to: to.value, dueOn: dueOn.value})
    .then(opened => opened && reload(filled(event.target.dataset.done, opened.name, opened.communes)));
});
act('close', 'closure');
act('withdraw', 'withdrawal');
page.querySelectorAll('[data-import]').forEach(input => input.addEventListener('change', async () => {
  const body = new FormData();
  body.append('file', input.files[0]);
  input.value = '';
  const loaded = await send(`/${input.dataset.import}/import`, body);
  if (loaded) {
    done.textContent = filled(input.dataset.filled, loaded.imported);
  }
}));

// until now a click would have been lost
enable(true);

function enable(able) {
  page.querySelectorAll('button, input[type=file]').forEach(element => {
    element.disabled = !able;
  });
}

/** What the buttons of a period do once they are sure. */
function act(name, path) {
  page.querySelectorAll(`[data-${name}]`).forEach(button => button.addEventListener('click', () => {
    if (confirm(button.dataset.sure)) {
      send(`/${button.dataset[name]}/${path}`).then(period => period && reload(button.dataset.done));
    }
  }));
}

/** What the server answers; null when it refuses, which is said. */
async function send(path, body) {
  message.hidden = true;
  done.textContent = done.dataset.running;
  enable(false);
  try {
    return await call('POST', page.dataset.api + path, body);
  } catch (problem) {
    message.textContent = problem.detail ?? page.dataset.failed;
    message.hidden = false;
    return null;
  } finally {
    done.textContent = '';
    enable(true);
  }
}
