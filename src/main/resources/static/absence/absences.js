// Enters, changes and ends absences.

import {call} from '../calls.js';
import {reload} from '../outcome.js';

const SAME_POSITION = 'same-position';
const BY_AUTHORISATION = 'by-authorisation';

const page = document.querySelector('.absences');
const message = page.querySelector('[data-message]');
const form = page.querySelector('form[data-enter]');

form?.addEventListener('change', asked);
form?.addEventListener('submit', event => {
  event.preventDefault();
  const {unit, position, id, done} = form.dataset;
  const {absent, from, to, manner, deputy, title, mandateNumber, mandateDate} = form.elements;
  const terms = {from: from.value, to: to.value, manner: manner.value, deputy: deputy.value,
    title: title.value || null, mandateNumber: mandateNumber.value || null, mandateDate: mandateDate.value || null};
  send(id ? 'PUT' : 'POST', id ? `/${id}` : '', id ? terms : {unitPath: unit, position, absent: absent.value, ...terms})
    .then(kept => kept && (id ? leave() : reload(done)));
});
page.querySelectorAll('[data-end]').forEach(button => button.addEventListener('click', () => {
  if (confirm(button.dataset.sure)) {
    send('DELETE', `/${button.dataset.end}`).then(ended => ended && reload(button.dataset.done));
  }
}));
if (form) {
  asked();
}

// until now a click would have been lost
enable(true);

/** Shows what the manner asks for, and who may stand in by it; what is not asked for is empty. */
function asked() {
  const {manner, absent, deputy} = form.elements;
  show('[data-signs]', manner.value !== SAME_POSITION);
  show('[data-mandate]', manner.value === BY_AUTHORISATION);
  [...deputy.options].forEach(option => {
    const fits = option.value !== absent?.value
      && (manner.value !== SAME_POSITION || option.dataset.colleague === 'true');
    option.hidden = option.disabled = !fits;
  });
  if (deputy.selectedOptions[0]?.disabled) {
    deputy.value = [...deputy.options].find(option => !option.disabled)?.value ?? '';
  }
}

function show(what, shown) {
  form.querySelectorAll(what).forEach(label => {
    const input = label.querySelector('input');
    label.hidden = !shown;
    input.required = shown;
    input.value = shown ? input.value : '';
  });
}

function enable(able) {
  page.querySelectorAll('button').forEach(button => {
    button.disabled = !able;
  });
}

function leave() {
  location.assign(page.dataset.page);
}

/** What the server answers; null when it refuses, which is said. */
async function send(method, path, body) {
  message.hidden = true;
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
