// Brings rows into a register: a file, rows that were copied out of a spreadsheet, or one row that is typed here.
import {call} from '../calls.js';
import {filled, reload} from '../outcome.js';

const panel = document.querySelector('[data-import]');
const wrong = panel.querySelector('[data-wrong]');
const outcome = panel.querySelector('[data-outcome]');
const columns = [...panel.querySelectorAll('[data-column]')].map(column => column.dataset);

panel.querySelector('[data-file]').addEventListener('change', event => {
  const [file] = event.target.files;
  bring(file, event.target.closest('p')).finally(() => { event.target.value = ''; });
});
panel.querySelector('form[data-paste]').addEventListener('submit', event => {
  event.preventDefault();
  const rows = event.target.elements.rows.value;
  bring(new File([headed(rows)], 'rows.txt'), event.target, rows === headed(rows) ? 0 : 1);
});
panel.querySelector('form[data-row]').addEventListener('submit', event => {
  event.preventDefault();
  const row = columns.map(({column}) => event.target.elements[column].value);
  bring(new File([csv(columns.map(({name}) => name), row)], 'row.csv'), event.target, null);
});

function csv(...rows) {
  return rows.map(cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}

/** Rows that were copied without their head get the one of the file to fill in. */
function headed(rows) {
  const called = rows.split(/[\t\r\n]/, 1)[0].trim().toLowerCase();
  return columns.some(({column, name}) => [column, name].some(one => one.toLowerCase() === called)) ? rows
      : `${columns.map(({name}) => name).join('\t')}\n${rows}`;
}

/**
 * @param from  where the rows were given; what comes of it is told there
 * @param added lines that the person has not seen; null where there is one row alone
 */
async function bring(file, from, added = 0) {
  const body = new FormData();
  body.append('file', file);
  wrong.hidden = true;
  from.after(wrong, outcome);
  outcome.textContent = panel.dataset.running;
  try {
    const taken = await call('POST', panel.dataset.api, body);
    const rows = Object.values(taken).reduce((sum, one) => sum + one, 0);
    reload(filled(panel.dataset.done, rows));
  } catch (problem) {
    outcome.textContent = '';
    wrong.textContent = told(problem.detail ?? panel.dataset.failed, added);
    wrong.hidden = false;
    wrong.scrollIntoView({block: 'center'});
  }
}

/** What is wrong, by the lines that the person sees: the server counts the one with the names, too. */
function told(detail, added) {
  return added === null ? detail.replace(/^\p{L}+ \d+(, \p{L}+ |: )/u, '')
      : detail.replace(/^(\p{L}+) (\d+)/gmu, (line, word, number) => `${word} ${number - added}`);
}

panel.hidden = false;
if (outcome.textContent) {
  panel.open = true;
  outcome.scrollIntoView({block: 'center'});
}
