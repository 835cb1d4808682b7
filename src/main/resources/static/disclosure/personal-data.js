// What is kept of a person: shown, or taken as a file. The number goes in the body alone, and stays nowhere.

import {call} from '../calls.js';
import {csrf} from '../dossier/dossier.js';

const page = document.querySelector('.personal-data');
const message = page.querySelector('[data-message]');
const outcome = page.querySelector('[data-outcome]');
const items = page.querySelector('[data-items]');
const form = page.querySelector('form');
const buttons = [...form.querySelectorAll('button')];

const asked = () => ({citizenId: form.elements.citizenId.value, purpose: form.elements.purpose.value});

async function carryOut(work) {
  message.hidden = true;
  buttons.forEach(button => button.disabled = true);
  try {
    await work();
  } catch (problem) {
    message.textContent = problem.detail ?? page.dataset.failed;
    message.hidden = false;
    message.scrollIntoView({block: 'center'});
  } finally {
    buttons.forEach(button => button.disabled = false);
  }
}

const element = (name, text) => Object.assign(document.createElement(name), {textContent: text});

function show(kept) {
  outcome.textContent = kept.items.length ? `${page.dataset.found} ${kept.items.length}` : page.dataset.nothing;
  items.replaceChildren(...kept.items.map(item => {
    const section = document.createElement('section');
    const heading = element('h2', `${item.sourceName} `);
    if (item.dossierNumber) {
      heading.append(Object.assign(element('a', item.dossierNumber), {href: `${page.dataset.dossiers}${encodeURIComponent(item.dossierNumber)}`}));
    }
    const list = document.createElement('dl');
    item.fields.forEach(field => list.append(element('dt', field.name), element('dd', field.value)));
    section.append(heading, list);
    return section;
  }));
}

function save(name, content) {
  const link = Object.assign(document.createElement('a'), {href: URL.createObjectURL(content), download: name});
  link.click();
  URL.revokeObjectURL(link.href);
}

async function sheet() {
  const response = await fetch(`${page.dataset.api}/sheet`, {method: 'POST', body: JSON.stringify(asked()),
    headers: {'Content-Type': 'application/json', 'X-PHONGTRAO-CSRF': csrf()}});
  if (!response.ok) {
    throw await response.json().catch(() => ({}));
  }
  return response.blob();
}

form.addEventListener('submit', event => {
  event.preventDefault();
  carryOut(async () => show(await call('POST', page.dataset.api, asked())));
});
form.querySelector('[data-take=json]').addEventListener('click', () => form.reportValidity() && carryOut(async () =>
  save('du-lieu-ca-nhan.json', new Blob([JSON.stringify(await call('POST', page.dataset.api, asked()), null, 2)], {type: 'application/json'}))));
form.querySelector('[data-take=xlsx]').addEventListener('click', () => form.reportValidity() && carryOut(async () =>
  save('du-lieu-ca-nhan.xlsx', await sheet())));
buttons.forEach(button => button.disabled = false);
