// Enters campaigns, what units register for and have reviewed, and that one is withdrawn.

import {call} from '../calls.js';
import {reload} from '../outcome.js';

const page = document.querySelector('.campaigns');
const message = page.querySelector('[data-message]');

page.querySelector('form[data-launch]')?.addEventListener('submit', event => {
  event.preventDefault();
  send('', event.target).then(kept => kept && location.assign(page.dataset.page + kept.id));
});
page.querySelectorAll('form[data-post]').forEach(form => form.addEventListener('submit', event => {
  event.preventDefault();
  const {post, sure, done} = form.dataset;
  if (!sure || confirm(sure)) {
    send(post, form).then(kept => kept && reload(done ?? ''));
  }
}));
enable(true);

/** What is left empty is not said; numbers are numbers. */
function fields(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== '')
    .map(([name, value]) => [name, form.elements[name].type === 'number' ? Number(value) : value]));
}

function enable(able) {
  page.querySelectorAll('button').forEach(button => {
    button.disabled = !able;
  });
}

/** What the server answers; null when it refuses, which is said. */
async function send(path, form) {
  message.hidden = true;
  enable(false);
  try {
    return await call('POST', page.dataset.api + path, fields(form));
  } catch (problem) {
    message.textContent = problem.detail ?? page.dataset.failed;
    message.hidden = false;
    message.scrollIntoView({block: 'center'});
    return null;
  } finally {
    enable(true);
  }
}
