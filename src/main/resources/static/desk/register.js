// Fills the page of a register with rows from the register API.
import {written} from '../days.js';
import {csrf} from '../dossier/dossier.js';

/** Longer texts take several lines; what is one word, such as a number or a day, never does. */
const LONG = 24;
/** The API counts no further. */
const MOST_COUNTED = 10_000;
const table = document.querySelector('table[data-rows]');
const root = table.dataset.root.replace(/\/$/, '');
const counted = document.querySelector('[data-count]');
const language = document.documentElement.lang;

show().catch(tell);
listChoices().catch(tell);

function tell(problem) {
  empty();
  counted.textContent = '';
  const message = document.querySelector('[data-message]');
  message.textContent = problem.said ?? table.dataset.failed;
  message.hidden = false;
  message.scrollIntoView({block: 'center'});
}

/** What was there belongs to somebody else. */
function empty() {
  table.tBodies[0].replaceChildren();
  document.querySelector('[data-pages]').hidden = true;
}

async function show() {
  keepFilters();
  await list(asked(table.dataset.rows));
}

/** The rows that a list answers, and how many pages there are. */
async function list(answered) {
  const [rows, units] = await Promise.all([answered, unitNames()]);
  const columns = [...table.querySelectorAll('th')].map(column);
  table.tBodies[0].replaceChildren(...rows.content.map(row => {
    const line = document.createElement('tr');
    line.append(...columns.map(column => cell(column, row, units)));
    return line;
  }));
  const {totalElements} = rows.page;
  counted.textContent = counted.dataset[totalElements > MOST_COUNTED ? 'most' : 'count']
    .replace('{0}', Math.min(totalElements, MOST_COUNTED).toLocaleString(language));
  turnPages(rows.page);
}

/** The list with its criteria in the body: addresses are kept in logs. */
function asked(address) {
  const [path, criteria] = address.split('?');
  return get(root + path, {'X-HTTP-Method-Override': 'GET'}, new URLSearchParams(criteria));
}

/** @param body what is sent; without one it is asked for alone */
async function get(address, headers, body) {
  const answer = await fetch(address, {
    method: body ? 'POST' : 'GET', body,
    headers: {Accept: 'application/json', ...(body && {'X-PHONGTRAO-CSRF': csrf()}), ...headers}
  });
  const answered = await answer.json();
  if (!answer.ok) {
    throw {said: answered.detail};
  }
  return answered;
}

/** Fills the criteria whose values are rows of another list. */
function listChoices() {
  return Promise.all([...document.querySelectorAll('select[data-listed]')].map(async select => {
    const {content} = await get(select.dataset.listed);
    select.append(...content.map(({id, name}) => new Option(name, id, false, String(id) === select.dataset.chosen)));
  }));
}

async function unitNames() {
  if (!table.querySelector('th[data-as=unit]')) {
    return {};
  }
  const units = await get(root + table.dataset.units);
  return Object.fromEntries(units.content.map(unit => [unit.path, unit.fullName]));
}

function column(head) {
  const labels = Object.fromEntries([...head.querySelectorAll('[data-value]')]
      .map(label => [label.dataset.value, label.textContent]));
  return {...head.dataset, labels};
}

function cell(column, row, units) {
  const cell = document.createElement('td');
  const text = column.text ?? inWords(column, row[column.field], units);
  const href = column.href ? filled(column.href, row) : null;
  if (href) {
    const link = document.createElement('a');
    link.href = root + href;
    link.textContent = text;
    if (href.startsWith('/api/')) {
      link.setAttribute('download', '');
    }
    cell.append(link);
  } else if (!column.text) {
    cell.textContent = text;
  }
  cell.className = ['number', 'share'].includes(column.as) ? 'number' : String(text).length > LONG ? 'text' : /\s/.test(text) ? Object.keys(column.labels).length ? '' : 'few' : 'short';
  cell.classList.toggle('below', column.as === 'number' && row[column.field] < 0);
  return cell;
}

function inWords({as, labels}, value, units) {
  if (value === null || value === undefined) {
    return '';
  }
  switch (as) {
    case 'date': return written(value.includes('T') ? local(new Date(value)) : value);
    case 'time': return `${written(local(new Date(value)))} ${new Date(value).toTimeString().slice(0, 5)}`;
    case 'share': return `${(Math.round(value * 10000) / 100).toLocaleString(language)}%`;
    case 'year': return String(value);
    case 'number': return value.toLocaleString(language);
    case 'unit': return units[value] ?? value;
    default: return labels[value] ?? String(value);
  }
}

/** The day of a time, here. */
function local(time) {
  return new Date(time.getTime() - time.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

/** Empty when the row lacks one of the properties. */
function filled(template, row) {
  const names = [...template.matchAll(/{(\w+)}/g)].map(match => match[1]);
  return names.some(name => row[name] === null || row[name] === undefined) ? null
      : template.replace(/{(\w+)}/g, (braces, name) => encodeURIComponent(row[name]));
}

/** Sorting anew and turning pages keep what was asked for, and stay out of addresses as well. */
function keepFilters() {
  table.querySelectorAll('a[data-sort]').forEach(link => link.addEventListener('click', event => {
    event.preventDefault();
    send({sort: new URL(link.href).searchParams.get('sort')});
  }));
}

function send(criteria) {
  const form = document.querySelector('#query');
  Object.entries(criteria).forEach(([name, value]) => {
    const input = form.elements[name] ?? form.appendChild(Object.assign(document.createElement('input'),
        {type: 'hidden', name}));
    input.value = value;
  });
  form.submit();
}

function turnPages({number, totalPages}) {
  const pages = document.querySelector('[data-pages]');
  pages.hidden = totalPages < 2;
  const where = pages.querySelector('[data-text]');
  where.textContent = where.dataset.text.replace('{0}', number + 1).replace('{1}', totalPages);
  turn(pages.querySelector('[rel=prev]'), number - 1, number > 0);
  turn(pages.querySelector('[rel=next]'), number + 1, number + 1 < totalPages);
}

function turn(button, page, possible) {
  button.onclick = () => (of === null ? send({page}) : ofPerson(page));
  button.hidden = !possible;
}

/** Whose rows are shown; null for all. */
let of = null;
const person = document.querySelector('form[data-person]');

function ofPerson(page) {
  const {api, field} = person.dataset;
  const criteria = new URLSearchParams(table.dataset.rows.split('?')[1]);
  const pages = new URLSearchParams({page, size: criteria.get('size'), sort: criteria.get('sort')});
  return list(get(`${api}?${pages}`, {'Content-Type': 'application/json'}, JSON.stringify({[field]: of}))).catch(tell);
}

person?.addEventListener('submit', event => {
  event.preventDefault();
  document.querySelector('[data-message]').hidden = true;
  empty();
  of = person.elements.number.value;
  ofPerson(0);
});
