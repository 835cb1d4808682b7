// Enters legal documents and what becomes of them.

import {call} from '../calls.js';
import {reload} from '../outcome.js';

const page = document.querySelector('.laws');
const message = page.querySelector('[data-message]');

page.querySelector('form[data-enter]')?.addEventListener('submit', event => {
  event.preventDefault();
  send('', fields(event.target)).then(kept => kept && location.assign(page.dataset.page + kept.id));
});
page.querySelectorAll('form[data-tell], form[data-withdraw]').forEach(form => form.addEventListener('submit', event => {
  event.preventDefault();
  send(form.dataset.tell ?? form.dataset.withdraw, fields(form)).then(kept => kept && reload(''));
}));
enable(true);

/** What is left empty is not said. */
function fields(form) {
  const entered = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
  return form.elements.byReceipt ? {...entered, byReceipt: form.elements.byReceipt.checked} : entered;
}

function enable(able) {
  page.querySelectorAll('button').forEach(button => {
    button.disabled = !able;
  });
}

/** What the server answers; null when it refuses, which is said. */
async function send(path, body) {
  message.hidden = true;
  enable(false);
  try {
    return await call('POST', page.dataset.api + path, body);
  } catch (problem) {
    message.textContent = problem.detail ?? page.dataset.failed;
    message.hidden = false;
    message.scrollIntoView({block: 'center'});
    return null;
  } finally {
    enable(true);
  }
}
