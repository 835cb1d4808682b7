// Gives the chosen tasks to somebody, or back to their posts.

import {call} from '../calls.js';
import {filled, reload} from '../outcome.js';

/** Instead of a user name: the task goes back to its post. */
const BACK = '*';
const page = document.querySelector('.workload');
const message = page.querySelector('[data-message]');
const form = page.querySelector('[data-hand-over]');

form?.addEventListener('submit', async event => {
  event.preventDefault();
  const chosen = [...page.querySelectorAll('[name=task]:checked')];
  const button = form.querySelector('button');
  const {user, reason} = form.elements;
  button.disabled = true;
  message.hidden = true;
  try {
    const {results} = await call('POST', page.dataset.api,
      {tasks: chosen.map(box => box.value), user: user.value === BACK ? null : user.value, reason: reason.value});
    const wrong = results.filter(result => result.message !== null);
    const numbers = new Map(chosen.map(box => [box.value, box.dataset.number]));
    const done = filled(page.dataset.done, results.length - wrong.length);
    if (wrong.length === 0) {
      reload(done);
    } else {
      chosen.forEach(box => {
        box.checked = wrong.some(result => result.taskId === box.value);
      });
      say([done, filled(page.dataset.notDone, wrong.length),
        ...wrong.map(result => `${numbers.get(result.taskId)}: ${result.message}`)].join('\n'));
    }
  } catch (problem) {
    say(problem.detail ?? page.dataset.failed);
  }
  button.disabled = false;
});

function say(words) {
  message.textContent = words;
  message.hidden = false;
  message.scrollIntoView({block: 'center'});
}
