// Enters what a fund has, and what was paid.

import {call} from '../calls.js';

const page = document.querySelector('[data-api]');
const message = page.querySelector('[data-message]');

onSubmit('form[data-budget]', form => {
  const {kept, year, amount, recurrentSpending, remote} = form.elements;
  const [fund, unitPath] = kept.value.split(' ');
  return send('/budgets', {unitPath, fund, year: Number(year.value), amount: Number(amount.value),
    recurrentSpending: recurrentSpending.value === '' ? null : Number(recurrentSpending.value), remote: remote.checked});
});
onSubmit('form[data-pay]', form => send('/payments', {paidOn: form.elements.paidOn.value,
  awards: [...form.querySelectorAll('[name=award]:checked')].map(award => Number(award.value))}));
onSubmit('form[data-undo]', form => send(`/payments/${form.dataset.undo}/undoing`, {reason: form.elements.reason.value}));

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

/** Shows the page as it is then, or says why it is not done. */
async function send(path, body) {
  message.hidden = true;
  try {
    await call('POST', page.dataset.api + path, body);
    location.reload();
  } catch (problem) {
    message.textContent = problem.detail ?? page.dataset.failed;
    message.hidden = false;
    message.scrollIntoView({block: 'center'});
  }
}
