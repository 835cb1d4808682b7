// Enters that certificates were handed over, and what happens to blank ones.

import {call} from '../calls.js';
import {filled} from '../outcome.js';
import {chosen, onSubmit, page, post} from './acts.js';

onSubmit('form[data-hand-over]', async form => {
  const {handedOn, way, ceremony, handedBy, receivedBy} = form.elements;
  const awards = chosen(form, 'award');
  const done = await post('/handovers', {handedOn: handedOn.value, way: way.value, ceremony: text(ceremony), handedBy: handedBy.value,
    certificates: awards.map(award => ({award: Number(award.value), receivedBy: awards.length === 1 ? text(receivedBy) : null}))});
  return filled(form.dataset.done, done.certificates);
});
onSubmit('form[data-undo]', async form => {
  const handovers = chosen(form, 'handover');
  for (const handover of handovers) {
    await post(`/handovers/${handover.value}/undoing`, {reason: form.elements.reason.value});
    // should a later one be refused, what is undone is not asked for again
    Object.assign(handover, {checked: false, disabled: true});
  }
  return filled(form.dataset.done, handovers.length);
});
onSubmit('form[data-receive]', async form => {
  const {receivedOn, receivedFrom} = form.elements;
  const done = await call('POST', page.dataset.blanks + '/receipts',
    {...range(form), receivedOn: receivedOn.value, receivedFrom: receivedFrom.value});
  return filled(form.dataset.done, done.blanks);
});
onSubmit('form[data-return]', async form => {
  const {returnedOn, reason} = form.elements;
  const done = await call('POST', page.dataset.blanks + '/returns', {...range(form), returnedOn: returnedOn.value, reason: reason.value});
  return filled(form.dataset.done, done.blanks);
});

onSubmit('form[data-spoil]', async form => {
  const {serial, reason} = form.elements;
  await call('POST', page.dataset.blanks + '/spoilings', {...kept(form), serial: serial.value, reason: reason.value});
  return form.dataset.done;
});

function range(form) {
  const {first, last} = form.elements;
  return {...kept(form), first: first.value, last: last.value};
}

/** For which authority and form of award. */
function kept({elements}) {
  const [unitPath, position, form] = elements.form.value.split(' ');
  return {unitPath, position, form};
}

function text(field) {
  return field.value.trim() === '' ? null : field.value;
}
