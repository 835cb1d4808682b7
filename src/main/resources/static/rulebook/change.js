// Shows what a changed table would change before an administrator loads it.

import {call, element, findings} from '../edition/calls.js';

const form = document.querySelector('form[data-change]');
const answer = form.querySelector('[data-answer]');
const load = form.querySelector('[data-load]');
const words = form.querySelector('[data-words]').dataset;

form.addEventListener('submit', event => {
  event.preventDefault();
  run(check);
});
form.addEventListener('input', () => {
  load.hidden = true;
  answer.replaceChildren();
  form.querySelector('[data-chosen]').textContent = [...form.files.files].map(file => file.name).join(', ');
});
load.addEventListener('click', () => run(() => bring(false).then(reloaded)));
form.querySelector('[data-back]')?.addEventListener('click', event => {
  if (form.note.reportValidity()) {
    run(() => call('DELETE', `${form.dataset.editions}/file?${new URLSearchParams({path: event.target.dataset.path, note: form.note.value})}`)
        .then(reloaded));
  }
});

async function run(work) {
  load.hidden = true;
  try {
    await work();
  } catch (problem) {
    answer.replaceChildren(...(problem.findings ? [findings(problem.findings)] : [element('p', problem.detail ?? form.dataset.failed)]));
    answer.firstChild.className = 'notice';
    answer.scrollIntoView({block: 'center'});
  }
}

async function check() {
  const tables = await call('POST', form.dataset.difference, files());
  await bring(true);
  answer.replaceChildren(...(tables.length ? tables.flatMap(difference) : [element('p', words.none)]));
  load.hidden = false;
}

function bring(check) {
  return call('POST', `${form.dataset.editions}?${new URLSearchParams({note: form.note.value, check})}`, files());
}

function reloaded() {
  answer.replaceChildren(element('p', words.loaded));
  location.reload();
}

function files() {
  const body = new FormData();
  [...form.files.files].forEach(file => body.append('files', file));
  return body;
}

function difference(table) {
  return [element('h3', table.name),
    ...part(words.added, table.added, table), ...part(words.removed, table.removed, table),
    ...(table.changed.length ? [element('h4', words.changed), ...table.changed.map(pair => changed(pair, table))] : []),
    element('p', words.touched.replace('{0}', table.touched.length)), dossiers(table.touched)];
}

function part(title, lines, table) {
  return lines.length ? [element('h4', title), ...lines.map(line => facts(pairs(line, table)))] : [];
}

function pairs(line, table) {
  return [...table.headings.map((heading, at) => [heading, line.cells[at]]), [words.when, line.when ?? '–'],
    [words.basis, line.basis], [words.note, line.note]].filter(([, text]) => text);
}

function changed(pair, table) {
  const before = Object.fromEntries(pairs(pair.before, table));
  const after = Object.fromEntries(pairs(pair.after, table));
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return facts(names.map(name => [name, before[name] === after[name] ? after[name] : `${before[name] ?? '–'} → ${after[name] ?? '–'}`]));
}

function facts(pairs) {
  const list = element('dl');
  list.className = 'facts';
  list.append(...pairs.flatMap(([name, text]) => [element('dt', name), element('dd', text)]));
  return list;
}

function dossiers(numbers) {
  const list = element('p');
  list.className = 'touched';
  numbers.slice(0, 50).forEach(number => {
    const link = element('a', number);
    link.href = form.dataset.dossier + number;
    list.append(link, ' ');
  });
  return list;
}
