// Ends what is astray.

import {call} from '../calls.js';
import {reload} from '../outcome.js';

const page = document.querySelector('.strays');
const message = page.querySelector('[data-message]');

page.querySelectorAll('form[data-end]').forEach(form => {
  const button = form.querySelector('button');
  button.disabled = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    message.hidden = true;
    button.disabled = true;
    try {
      await call('POST', `${page.dataset.api}${encodeURIComponent(form.dataset.end)}/end`, {reason: form.elements.reason.value});
      reload(page.dataset.ended);
    } catch (problem) {
      message.textContent = problem.detail ?? page.dataset.failed;
      message.hidden = false;
      message.scrollIntoView({block: 'center'});
      button.disabled = false;
    }
  });
});
