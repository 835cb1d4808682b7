// Enters what a fund has, and what was paid.

import {call} from '../calls.js';

const page = document.querySelector('[data-api]');
const message = page.querySelector('[data-message]');

onSubmit('form[data-budget]', form => {
  const {kept, year, amount, recurrentSpending, remote} = form.elements;
  const [fund, unitPath] = kept.value.split(' ');
  return send(form, '/budgets', {unitPath, fund, year: Number(year.value), amount: Number(amount.value),
    recurrentSpending: recurrentSpending.value === '' ? null : Number(recurrentSpending.value), remote: remote.checked});
});
onSubmit('form[data-pay]', form => send(form, '/payments', {paidOn: form.elements.paidOn.value,
  awards: [...form.querySelectorAll('[name=award]:checked')].map(award => Number(award.value))}));
onSubmit('form[data-undo]', form => send(form, `/payments/${form.dataset.undo}/undoing`, {reason: form.elements.reason.value}));

function onSubmit(forms, act) {
  page.querySelectorAll(forms).forEach(form => {
    form.addEventListener('submit', event => {
      event.preventDefault();
      act(form);
    });
    // until now a click would have been lost
    form.querySelector('[type=submit]').disabled = false;
  });
}

// what is ticked for a decision is ticked for each of its awards, and what is ticked above for all
const pay = page.querySelector('form[data-pay]');
pay?.addEventListener('change', ({target}) => {
  if ('every' in target.dataset) {
    pay.querySelectorAll('[type=checkbox]').forEach(box => Object.assign(box, {checked: target.checked, indeterminate: false}));
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

/** Shows the page as it is then, or says why it is not done. */
async function send(form, path, body) {
  message.hidden = true;
  form.querySelectorAll('[aria-invalid]').forEach(field => field.removeAttribute('aria-invalid'));
  try {
    await call('POST', page.dataset.api + path, body);
    location.reload();
  } catch (problem) {
    const field = form.elements[problem.field];
    const place = field?.closest?.('label');
    field?.setAttribute?.('aria-invalid', 'true');
    place ? place.append(message) : form.append(message);
    message.textContent = problem.detail ?? page.dataset.failed;
    message.hidden = false;
    message.scrollIntoView({block: 'center'});
  }
}
