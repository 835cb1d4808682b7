// Tries what becomes of open dossiers when units have ended, and carries it out.

import {call} from '../calls.js';
import {element} from '../edition/files.js';
import {filled} from '../outcome.js';

const page = document.querySelector('[data-reorganisation]');
const answer = page.querySelector('[data-answer]');
const buttons = page.querySelectorAll('[data-run]');

buttons.forEach(button => button.addEventListener('click', () => {
  if (!button.dataset.sure || confirm(button.dataset.sure)) {
    run(button.dataset.run);
  }
}));
enable(true);

async function run(trial) {
  enable(false);
  answer.replaceChildren();
  try {
    const report = await call('POST', `${page.dataset.api}?trial=${trial}`);
    answer.replaceChildren(
      element('p', filled(report.trial ? page.dataset.tried : page.dataset.done, report.open, report.changed.length, report.failed.length)),
      ...lines(page.dataset.refused, report.failed), ...lines(page.dataset.changed, report.changed));
  } catch (problem) {
    answer.replaceChildren(element('p', problem.detail ?? page.dataset.failed));
    answer.firstChild.className = 'notice';
  }
  enable(true);
}

function lines(title, dossiers) {
  if (!dossiers.length) {
    return [];
  }
  const list = element('ul');
  list.append(...dossiers.map(({dossier, what}) => {
    const line = element('li');
    const link = element('a', dossier);
    link.href = page.dataset.dossiers + dossier;
    line.append(link, `: ${what}`);
    return line;
  }));
  return [element('h3', title), list];
}

function enable(able) {
  buttons.forEach(button => {
    button.disabled = !able;
  });
}
