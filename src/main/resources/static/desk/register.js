// Fills the page of a register with rows from the register API.

const LONG = 24;
const table = document.querySelector('table[data-rows]');
const root = table.dataset.root.replace(/\/$/, '');
const counted = document.querySelector('[data-count]');
const language = document.documentElement.lang;

show().catch(problem => {
  counted.textContent = '';
  const message = document.querySelector('[data-message]');
  message.textContent = problem.said ?? table.dataset.failed;
  message.hidden = false;
  message.scrollIntoView({block: 'center'});
});

async function show() {
  keepFilters();
  const [rows, units] = await Promise.all([get(root + table.dataset.rows), unitNames()]);
  const columns = [...table.querySelectorAll('th')].map(column);
  table.tBodies[0].replaceChildren(...rows.content.map(row => {
    const line = document.createElement('tr');
    line.append(...columns.map(column => cell(column, row, units)));
    return line;
  }));
  counted.textContent = counted.dataset.count.replace('{0}', rows.page.totalElements.toLocaleString(language));
  turnPages(rows.page);
}

async function get(address) {
  const answer = await fetch(address, {headers: {Accept: 'application/json'}});
  const body = await answer.json();
  if (!answer.ok) {
    throw {said: body.detail};
  }
  return body;
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
  cell.className = column.as === 'number' ? 'number' : String(text).length > LONG ? 'text' : 'short';
  return cell;
}

function inWords({as, labels}, value, units) {
  if (value === null || value === undefined) {
    return '';
  }
  switch (as) {
    case 'date': return value.slice(0, 10).split('-').reverse().join('/');
    case 'number': return value.toLocaleString(language);
    case 'unit': return units[value] ?? value;
    default: return labels[value] ?? String(value);
  }
}

/** Empty when the row lacks one of the properties. */
function filled(template, row) {
  const names = [...template.matchAll(/{(\w+)}/g)].map(match => match[1]);
  return names.some(name => row[name] === null || row[name] === undefined) ? null
      : template.replace(/{(\w+)}/g, (braces, name) => encodeURIComponent(row[name]));
}

/** Sorting anew keeps what was asked for, and begins at the first page. */
function keepFilters() {
  for (const link of table.querySelectorAll('a[data-sort]')) {
    const asked = new URLSearchParams(location.search);
    asked.set('sort', new URL(link.href).searchParams.get('sort'));
    asked.delete('page');
    link.search = asked;
  }
}

function turnPages({number, totalPages}) {
  const pages = document.querySelector('[data-pages]');
  pages.hidden = totalPages < 2;
  const where = pages.querySelector('[data-text]');
  where.textContent = where.dataset.text.replace('{0}', number + 1).replace('{1}', totalPages);
  turn(pages.querySelector('[rel=prev]'), number - 1, number > 0);
  turn(pages.querySelector('[rel=next]'), number + 1, number + 1 < totalPages);
}

function turn(link, page, possible) {
  const asked = new URLSearchParams(location.search);
  asked.set('page', page);
  link.href = `?${asked}`;
  link.hidden = !possible;
}
