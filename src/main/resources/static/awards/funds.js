// Enters what a fund has, and what was paid.

import {call} from '../calls.js';
import {written} from '../days.js';
import {filled, reload} from '../outcome.js';

const page = document.querySelector('[data-api]');
const message = page.querySelector('[data-message]');
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

/** @throws a refusal where nothing is ticked */
function chosen(form, name) {
  const boxes = [...form.querySelectorAll(`[name=${name}]:checked`)];
  if (boxes.length === 0) {
    throw {detail: page.dataset.none};
  }
  return boxes;
}

function post(path, body) {
  return call('POST', page.dataset.api + path, body);
}

function onSubmit(forms, act) {
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
