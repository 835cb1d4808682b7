// Enters what a fund has, and what was paid.

import {csrf} from '../dossier/dossier.js';

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
      act(form).then(done => done && location.reload());
    });
    // until now a click would have been lost
    form.querySelector('[type=submit]').disabled = false;
  });
}

/** Whether the server did it; why not is said. */
async function send(path, body) {
  message.hidden = true;
  try {
    const response = await fetch(page.dataset.api + path, {method: 'POST', body: JSON.stringify(body),
      headers: {'Content-Type': 'application/json', 'X-PHONGTRAO-CSRF': csrf(), Accept: 'application/json'}});
    if (response.ok) {
      return true;
    }
    message.textContent = (await response.json()).detail;
  } catch {
    message.textContent = page.dataset.failed;
  }
  message.hidden = false;
  message.scrollIntoView({block: 'center'});
  return false;
}
