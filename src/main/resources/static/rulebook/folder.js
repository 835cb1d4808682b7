// Loads what has changed in the folder of own procedures.

import {call} from '../calls.js';
import {reload} from '../outcome.js';

const button = document.querySelector('[data-folder]');

button.addEventListener('click', async () => {
  try {
    await call('POST', `${button.dataset.editions}/folder`);
    reload(button.dataset.loaded);
  } catch (problem) {
    if (problem.findings) {
      location.reload();
    } else {
      document.querySelector('[data-answer]').textContent = problem.detail ?? button.dataset.failed;
    }
  }
});
