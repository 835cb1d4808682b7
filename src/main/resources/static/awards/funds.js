// Enters what a fund has, and what was paid.

import {written} from '../days.js';
import {filled} from '../outcome.js';
import {chosen, onSubmit, page, post} from './acts.js';

const number = new Intl.NumberFormat(document.documentElement.lang);

onSubmit('form[data-budget]', async form => {
  const {kept, year, amount, recurrentSpending, remote} = form.elements;
  const [fund, unitPath] = kept.value.split(' ');
  await post('/budgets', {unitPath, fund, year: Number(year.value), amount: Number(amount.value),
    recurrentSpending: recurrentSpending.value === '' ? null : Number(recurrentSpending.value), remote: remote.checked});
  return form.dataset.done;
});
onSubmit('form[data-pay]', async form => {
  const awards = chosen(form, 'award');
  const paidOn = form.elements.paidOn.value;
  if (!confirm(question(form, awards, paidOn))) {
    return null;
  }
  const paid = await post('/payments', {paidOn, awards: awards.map(award => Number(award.value))});
  return filled(form.dataset.done, paid.awards, number.format(paid.bonus));
});
onSubmit('form[data-undo]', async form => {
  const payments = chosen(form, 'payment');
  for (const payment of payments) {
    await post(`/payments/${payment.value}/undoing`, {reason: form.elements.reason.value});
    // should a later one be refused, what is undone is not asked for again
    Object.assign(payment, {checked: false, disabled: true});
  }
  return filled(form.dataset.done, payments.length);
});

/** What is recorded, and of which funds more than they have, or nobody knows. */
function question(form, awards, paidOn) {
  const {sure, over, unknown} = form.dataset;
  const decisions = new Set(awards.map(award => award.closest('li')));
  const funds = [...page.querySelectorAll('[data-fund]')].map(({dataset: {fund, name, left}}) => {
    const bonus = sum(awards.filter(award => award.closest('li').dataset.of === fund));
    if (bonus === 0) {
      return '';
    }
    return left === undefined ? filled(unknown, name) : bonus > left ? filled(over, name, number.format(bonus - left)) : '';
  });
  return [filled(sure, decisions.size, awards.length, number.format(sum(awards)), written(paidOn)), ...funds]
    .filter(line => line).join('\n');
}

function sum(awards) {
  return awards.reduce((sum, award) => sum + Number(award.dataset.bonus), 0);
}
