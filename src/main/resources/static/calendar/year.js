// Changes the calendar: what moves is shown first, and moved when that is confirmed.

import {call} from '../calls.js';
import {written} from '../days.js';

const page = document.querySelector('[data-api]');
const {api, year, revision, failed} = page.dataset;
const message = page.querySelector('[data-message]');
const form = page.querySelector('form[data-row]');
const title = page.querySelector('#enter');
const dialog = page.querySelector('dialog');
const refused = dialog.querySelector('[data-refused]');
const fields = form.elements;
let act = 'added';
let planned = null;

form.addEventListener('submit', event => {
  event.preventDefault();
  const reason = fields.reason.value || null;
  const row = {day: fields.day.value, kind: fields.kind.value, name: fields.name.value, legalBasis: fields.legalBasis.value,
    inPlaceOf: fields.kind.value === 'working' ? fields.inPlaceOf.value || null : null};
  plan(act === 'withdrawn' ? {withdrawn: [row.day], reason} : {[act]: [row], reason});
});
form.querySelector('[data-cancel]').addEventListener('click', () => edit('added'));
fields.kind.addEventListener('change', swap);
page.querySelectorAll('[data-change], [data-withdraw]').forEach(button => button.addEventListener('click', () => {
  edit('change' in button.dataset ? 'changed' : 'withdrawn', button.closest('td').dataset);
  title.focus();
}));

page.querySelector('form[data-file]').addEventListener('submit', async event => {
  event.preventDefault();
  const read = await send(message, 'POST', '/files', new FormData(event.target));
  if (read && read.added.length + read.changed.length === 0) {
    plan({});
  } else if (read) {
    const document = event.target.elements.document.value || event.target.elements.file.files[0].name;
    plan({added: read.added, changed: read.changed, reason: read.changed.length ? document : null});
  }
});
page.querySelector('form[data-declare]')?.addEventListener('submit', async event => {
  event.preventDefault();
  const body = {document: event.target.elements.document.value, revision: Number(revision)};
  if (await send(message, 'PUT', `/${year}/declaration`, body)) {
    location.reload();
  }
});
dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
dialog.querySelector('[data-confirm]').addEventListener('click', async () => {
  if (await send(refused, 'POST', '/changes', planned)) {
    location.reload();
  }
});

edit('added');
// until now a click would have been lost
page.querySelectorAll(':disabled').forEach(element => {
  element.disabled = false;
});

/** Asks for what an act needs. @param row data of the row that it is about */
function edit(next, row) {
  act = next;
  form.reset();
  fields.day.value = row?.day ?? '';
  fields.kind.value = row?.kind ?? 'off';
  fields.name.value = row?.name ?? '';
  fields.legalBasis.value = row?.basis ?? '';
  fields.inPlaceOf.value = row?.for ?? '';
  [fields.day, fields.inPlaceOf].forEach(field => field.dispatchEvent(new Event('change')));
  const whole = act !== 'withdrawn';
  form.querySelectorAll('[data-of~=row]').forEach(label => show(label, act === 'added' || whole && !label.matches('[data-of~=day]')));
  show(form.querySelector('[data-of=reason]'), act !== 'added');
  fields.reason.required = act !== 'added';
  [fields.name, fields.legalBasis].forEach(field => {
    field.required = whole;
  });
  show(form.querySelector('[data-cancel]'), act !== 'added');
  title.textContent = {added: title.dataset.add, changed: title.dataset.change, withdrawn: title.dataset.withdraw}[act]
    .replace('{0}', row ? written(row.day) : '');
  swap();
}

function swap() {
  show(form.querySelector('[data-swap]'), act !== 'withdrawn' && fields.kind.value === 'working');
}

function show(element, shown) {
  element.hidden = !shown;
}

async function plan(change) {
  const plan = await send(message, 'POST', '/plans', change);
  if (!plan) {
    return;
  }
  planned = {...change, revision: plan.revision};
  const days = [...(change.added ?? []), ...(change.changed ?? [])].map(row => row.day).concat(change.withdrawn ?? []);
  const rows = dialog.querySelector('[data-rows]');
  rows.textContent = rows.dataset.changed.replace('{0}', days.map(written).join(', '));
  const count = dialog.querySelector('[data-count]');
  const dossiers = new Set(plan.moves.map(move => move.dossier)).size;
  count.textContent = dossiers === 0 ? count.dataset.none
    : count.dataset.some.replace('{0}', plan.moves.length).replace('{1}', dossiers);
  const body = dialog.querySelector('tbody');
  body.replaceChildren(...plan.moves.map(move => line(move, body.dataset)));
  show(dialog.querySelector('.wide'), dossiers > 0);
  show(refused, false);
  dialog.showModal();
}

function line(move, words) {
  const link = document.createElement('a');
  link.href = words.dossiers + move.dossier;
  link.textContent = move.dossier;
  const unit = document.createElement('small');
  unit.textContent = move.suspended ? `${move.unitName} (${words.suspended})` : move.unitName;
  const row = document.createElement('tr');
  [[link, unit], [words[move.kind].replace('{0}', move.name ?? '')], [written(move.before)], [written(move.after)]].forEach(cell => {
    const data = document.createElement('td');
    data.append(...cell);
    row.append(data);
  });
  return row;
}

/** What the server answers; null when it refuses, which is said there. */
async function send(place, method, path, body) {
  place.hidden = true;
  try {
    return await call(method, api + path, body);
  } catch (problem) {
    place.textContent = problem.errors?.map(error => error.message).join('\n') ?? problem.detail ?? failed;
    place.hidden = false;
    place.scrollIntoView({block: 'nearest'});
    return null;
  }
}
