// Shows which rows files of provinces would change before an administrator loads them.

import {call} from '../calls.js';
import {element, files, findings, notice} from '../edition/files.js';
import {reload} from '../outcome.js';

const form = document.querySelector('form[data-provinces]');
const answer = form.querySelector('[data-answer]');
const load = form.querySelector('[data-load]');
const words = form.querySelector('[data-words]').dataset;
let bring = null;
let edition = null;

form.addEventListener('submit', event => {
  event.preventDefault();
  show((check, seen) => call('POST', `${form.dataset.provinces}?${new URLSearchParams({note: form.note.value, check, seen})}`, files(form)));
});
form.addEventListener('input', () => {
  load.hidden = true;
  answer.replaceChildren();
  form.querySelector('[data-chosen]').textContent = [...form.files.files].map(file => file.name).join(', ');
});
document.querySelector('[data-folder]')?.addEventListener('click', () =>
  show(check => call('POST', `${form.dataset.provinces}/folder?check=${check}`)));
document.querySelectorAll('[data-back]').forEach(button => button.addEventListener('click', () => {
  if (form.note.reportValidity()) {
    show((check, seen) => call('DELETE', `${form.dataset.provinces}/file?${new URLSearchParams({path: button.dataset.back, note: form.note.value, check, seen})}`));
  }
}));
load.addEventListener('click', () => run(() => bring(false, edition).then(() => reload(words.loaded))));

function show(way) {
  bring = way;
  return run(async () => {
    const seen = await bring(true, '');
    edition = seen.edition;
    answer.replaceChildren(...(seen.changed.length ? seen.changed.flatMap(path => file(path, seen.rows)) : [element('p', words.none)]));
    load.hidden = !seen.changed.length;
  });
}

async function run(work) {
  load.hidden = true;
  try {
    await work();
  } catch (problem) {
    answer.replaceChildren(problem.findings ? findings(problem.findings) : element('p', problem.detail ?? form.dataset.failed));
    answer.firstChild.className = 'notice';
  }
}

function file(path, tables) {
  return [element('h3', path), ...tables.filter(table => table.file === path).flatMap(table => [
    ...part(words.added, table.added.map(row => cells(row, table))),
    ...part(words.changed, table.changed.map(({before, after}) => changed(before, after, table))),
    ...part(words.gone, table.gone.map(row => cells(row, table))),
    ...(table.stay && table.gone.length ? [notice(words.stay)] : [])])];
}

function part(title, rows) {
  if (!rows.length) {
    return [];
  }
  const list = element('ul');
  list.append(...rows.map(row => element('li', row)));
  return [element('h4', `${title} (${rows.length})`), list];
}

function cells(row, table) {
  return row.map((cell, at) => cell && `${table.columns[at]}: ${cell}`).filter(text => text).join(', ');
}

/** What is the same says which row it is. */
function changed(before, after, table) {
  return after.map((cell, at) => cell === before[at] ? cell && `${table.columns[at]}: ${cell}`
    : `${table.columns[at]}: ${before[at] || '–'} → ${cell || '–'}`).filter(text => text).join(', ');
}
