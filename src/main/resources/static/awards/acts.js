// What the pages of awards share: forms that act by the API and say how it went, and boxes that are ticked together.

import {call} from '../calls.js';
import {reload} from '../outcome.js';

export const page = document.querySelector('[data-api]');
const message = page.querySelector('[data-message]');

/** Has the forms do that when they are sent; what it gives is said on the page as it is then. */
export function onSubmit(forms, act) {
  page.querySelectorAll(forms).forEach(form => {
    const button = form.querySelector('[type=submit]');
    form.addEventListener('submit', async event => {
      event.preventDefault();
      button.disabled = true;
      await send(form, act);
      button.disabled = false;
    });
    // until now a click would have been lost
    button.disabled = false;
  });
}

/** @throws a refusal where nothing is ticked */
export function chosen(form, name) {
  const boxes = [...form.querySelectorAll(`[name=${name}]:checked`)];
  if (boxes.length === 0) {
    throw {detail: page.dataset.none};
  }
  return boxes;
}

export function post(path, body) {
  return call('POST', page.dataset.api + path, body);
}

// what is ticked for a decision is ticked for each of its awards, and what is ticked above for all
page.addEventListener('change', ({target}) => {
  if ('every' in target.dataset) {
    target.form.querySelectorAll('[type=checkbox]:enabled').forEach(box => Object.assign(box, {checked: target.checked, indeterminate: false}));
    return;
  }
  const line = target.closest('li');
  const decision = line?.querySelector('[data-decision]');
  if (decision) {
    const awards = [...line.querySelectorAll('[name=award]')];
    if (target === decision) {
      awards.forEach(box => { box.checked = decision.checked; });
    }
    decision.checked = awards.every(box => box.checked);
    decision.indeterminate = !decision.checked && awards.some(box => box.checked);
  }
});

/** Shows the page as it is then with what the act says, if it was done, or says why it is not. */
async function send(form, act) {
  message.hidden = true;
  form.querySelectorAll('[aria-invalid]').forEach(field => field.removeAttribute('aria-invalid'));
  try {
    const done = await act(form);
    if (done) {
      reload(done);
    }
  } catch (problem) {
    const place = form.elements[problem.field]?.closest?.('label');
    // of a day it is the field where people type
    place?.querySelector('input, select').setAttribute('aria-invalid', 'true');
    place ? place.append(message) : form.append(message);
    message.textContent = problem.detail ?? page.dataset.failed;
    message.hidden = false;
    message.scrollIntoView({block: 'center'});
  }
}
