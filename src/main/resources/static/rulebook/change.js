// Shows what a changed table would change before an administrator loads it.

import {call} from '../calls.js';
import {written} from '../days.js';
import {element, files, findings, notice} from '../edition/files.js';
import {reload} from '../outcome.js';

const form = document.querySelector('form[data-change]');
const answer = form.querySelector('[data-answer]');
const load = form.querySelector('[data-load]');
const words = form.querySelector('[data-words]').dataset;

let bring = null;
let edition = null;

form.addEventListener('submit', event => {
  event.preventDefault();
  show(() => call('POST', form.dataset.difference, files(form)),
    (check, seen) => call('POST', `${form.dataset.editions}?${new URLSearchParams({note: form.note.value, check, seen})}`, files(form)));
});
form.addEventListener('input', () => {
  load.hidden = true;
  answer.replaceChildren();
  form.querySelector('[data-chosen]').textContent = [...form.files.files].map(file => file.name).join(', ');
});
form.querySelector('[data-back]')?.addEventListener('click', ({target: {dataset: {path}}}) => {
  if (form.note.reportValidity()) {
    show(() => call('GET', `${form.dataset.difference}?${new URLSearchParams({path})}`),
      (check, seen) => call('DELETE', `${form.dataset.editions}/file?${new URLSearchParams({path, note: form.note.value, check, seen})}`));
  }
});
load.addEventListener('click', () => run(() => bring(false, edition).then(() => reload(words.loaded))));

function show(changes, way) {
  bring = way;
  return run(async () => {
    const tables = await changes();
    ({edition} = await bring(true, ''));
    answer.replaceChildren(...(tables.length ? tables.flatMap(difference) : [element('p', words.none)]));
    const standing = tables.some(table => table.standing.count);
    load.hidden = standing;
    if (standing) {
      answer.append(known());
    }
  });
}

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

// What has been decided stays: whoever dates a rule back says to know it.
function known() {
  const box = element('input');
  box.type = 'checkbox';
  box.addEventListener('input', event => {
    event.stopPropagation();
    load.hidden = !box.checked;
  });
  const label = element('label');
  label.append(box, ' ', words.known);
  const line = element('p');
  line.append(label);
  return line;
}

function difference(table) {
  return [element('h3', table.name),
    ...part(words.added, table.added, table), ...part(words.removed, table.removed, table),
    ...(table.changed.length ? [element('h4', words.changed), ...table.changed.map(pair => changed(pair, table))] : []),
    element('p', words.touched.replace('{0}', table.touched.length)), dossiers(table.touched.slice(0, 50).map(number => [number, number])),
    ...(table.standing.count ? [notice(words.standing.replace('{0}', table.standing.count)), dossiers(table.standing.first
        .map(decision => [decision.dossierNumber, decision.decisionNumber ? `${decision.decisionNumber} (${written(decision.decidedOn)})` : decision.dossierNumber]))] : [])];
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

function dossiers(named) {
  const list = element('p');
  list.className = 'touched';
  named.forEach(([number, name]) => {
    const link = element('a', name);
    link.href = form.dataset.dossier + number;
    list.append(link, ' ');
  });
  return list;
}
