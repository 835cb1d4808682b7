// Dossiers are read beside the list and concluded there, one after the other, or several of one step with one confirmation.
import {activate, csrf, load} from '../dossier/dossier.js';
import {reload} from '../outcome.js';

const bar = document.querySelector('form[data-many]');
const confirm = document.querySelector('dialog.confirm');
const side = document.querySelector('dialog.side');
const ticks = [...document.querySelectorAll('input[data-task]')];
const readers = [...document.querySelectorAll('button[data-read]')];

/** Fulfilled when all that something is to be seen to is marked; with false where that cannot be known. */
const judged = ticks.length ? judge() : Promise.resolve(true);

async function judge() {
  try {
    const answer = await fetch(bar.dataset.judging, {headers: {Accept: 'application/json'}});
    const {dossiers} = await answer.json();
    ticks.filter(tick => dossiers.includes(tick.dataset.number)).forEach(tick => {
      const mark = document.createElement('span');
      mark.className = 'mark wanting';
      mark.textContent = bar.dataset.wanting;
      tick.closest('li').querySelector('div > p').before(mark);
    });
    return true;
  } catch {
    return false;
  }
}

/** Numbers of the dossiers that were read beside the list. */
const seen = new Set();
const MOST = 200;

const chosen = () => ticks.filter(tick => tick.checked);
const ofStep = () => ticks.filter(tick => tick.dataset.step === chosen()[0]?.dataset.step);

/** Only what is of one step is concluded together. */
function show() {
  const [first] = chosen();
  ticks.forEach(tick => {
    tick.disabled = first !== undefined && tick.dataset.step !== first.dataset.step;
  });
  bar.hidden = first === undefined;
  bar.querySelector('[data-chosen]').textContent = bar.dataset.chosen.replace('{0}', chosen().length);
  bar.querySelector('[data-do=all]').textContent = bar.dataset.all.replace('{0}', ofStep().length);
  bar.querySelector('[data-do=all]').hidden = ofStep().length === chosen().length;
}

function tickAll(some, checked) {
  some.forEach(tick => {
    tick.checked = checked;
  });
  show();
}

ticks.forEach(tick => tick.addEventListener('change', show));
bar.querySelector('[data-do=all]').addEventListener('click', () => {
  tickAll(ofStep(), true);
  bar.querySelector('[type=submit]').focus();
});
bar.querySelector('[data-do=none]').addEventListener('click', () => {
  const [first] = chosen();
  tickAll(ticks, false);
  first.focus();
});
bar.addEventListener('submit', async event => {
  event.preventDefault();
  const known = await judged;
  confirm.querySelector('h2').textContent = bar.dataset.approve.replace('{0}', chosen()[0].dataset.name)
    .replace('{1}', chosen().length);
  list(confirm.querySelector('form ul'), chosen().map(tick => asked(tick, known)));
  confirm.showModal();
});
document.querySelectorAll('dialog [data-close]').forEach(button => button.addEventListener('click',
    () => button.closest('dialog').close()));

confirm.querySelector('form').addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  const {results, problem} = await conclude(chosen(), form.elements.comment.value);
  tell(results, problem, await decisions(results ?? []));
  button.disabled = false;
});

/** @returns the numbers of the decisions that were taken, by dossier; none where they cannot be asked for */
async function decisions(results) {
  if (results.every(result => result.message)) {
    return {};
  }
  try {
    const answer = await fetch(`${bar.dataset.decisions}?size=${MOST}&sort=id,desc`, {headers: {Accept: 'application/json'}});
    const {content} = answer.ok ? await answer.json() : {content: []};
    return Object.fromEntries(content.reverse().map(({dossierNumber, decisionNumber}) => [dossierNumber, decisionNumber]));
  } catch {
    return {};
  }
}

/** @returns the results, task by task, or why there are none */
async function conclude(some, words) {
  const comment = words.trim();
  const fields = {outcome: 'approve', ...(comment && {comment})};
  try {
    const answer = await fetch(bar.dataset.api, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-PHONGTRAO-CSRF': csrf(), Accept: 'application/json'},
      body: JSON.stringify({tasks: some.map(tick => ({taskId: tick.value, fields}))})
    });
    const said = await answer.json();
    return {results: answer.ok ? said.results : null, problem: said.detail};
  } catch {
    return {results: null};
  }
}
// what has been concluded must not be offered again
confirm.addEventListener('close', () => confirm.querySelector('[data-results]').hidden || location.reload());
confirm.querySelector('[data-reload]').addEventListener('click', () => confirm.close());

function tell(results, problem = bar.dataset.failed, decided = {}) {
  const place = confirm.querySelector('[data-results]');
  const refused = (results ?? []).filter(result => result.message);
  place.querySelector('h2').textContent = results === null ? problem
      : bar.dataset.done.replace('{0}', results.length - refused.length)
          + (refused.length ? bar.dataset.refused.replace('{0}', refused.length) : '');
  list(place.querySelector('ul'), [...refused, ...(results ?? []).filter(result => !result.message)]
      .map(result => outcome(result, decided)));
  confirm.querySelector('form').hidden = true;
  place.hidden = false;
  place.focus();
}

/** What became of a dossier, with the way to its page and its papers. */
function outcome(result, decided) {
  const {number} = ticks.find(tick => tick.value === result.taskId).dataset;
  const way = document.createElement('a');
  way.href = bar.dataset.dossier + number;
  way.target = '_blank';
  way.textContent = number;
  const words = result.message ? `: ${result.message}`
      : decided[number] ? ` – ${bar.dataset.decided.replace('{0}', decided[number])}` : '';
  return [way, words];
}

/** A dossier that is about to be agreed to: what is not in order, and what nobody has looked at here, is said again. */
function asked(tick, known) {
  const line = tick.closest('li');
  return [`${tick.dataset.number} – ${line.querySelector('p').textContent}`,
    ...[...line.querySelectorAll('.mark.wanting')].flatMap(mark => [' ', mark.cloneNode(true)]),
    ...(known ? [] : [` ${bar.dataset.unjudged}`]),
    ...(seen.has(tick.dataset.number) ? [] : [` ${bar.dataset.unread}`])];
}

/** @param lines each of texts and elements */
function list(place, lines) {
  place.replaceChildren(...lines.map(parts => {
    const line = document.createElement('li');
    line.append(...parts);
    return line;
  }));
}

/** How long a dossier is shown, at least, before it can be agreed to: the click that concluded the one before may be a double one. */
const SEEN_MILLIS = 1500;
let at = 0;
/** What was concluded where it was read. */
const concluded = [];

const agreement = side.querySelector('form[data-agree]');
const sheet = side.querySelector('[data-sheet]');
const tickOf = reader => reader.closest('li').querySelector('input[data-task]');

async function read(index) {
  at = index;
  const reader = readers[at];
  const tick = tickOf(reader);
  const ticked = side.querySelector('[data-tick]');
  ticked.closest('label').hidden = !tick;
  ticked.checked = tick?.checked ?? false;
  ticked.disabled = tick?.disabled ?? true;
  side.querySelector('[data-step="-1"]').disabled = at === 0;
  side.querySelector('[data-step="1"]').disabled = at === readers.length - 1;
  agreement.hidden = true;
  const html = await load(reader.dataset.read);
  if (reader === readers[at]) {
    sheet.innerHTML = html;
    seen.add(sheet.querySelector('[data-number]').dataset.number);
    side.scrollTop = 0;
    activate(sheet);
    sheet.focus({preventScroll: true});
    agreement.hidden = !tick;
    agreement.reset();
    offerWhenSeen(reader);
    agreement.querySelector('[type=submit]').textContent =
        agreement.dataset.agree.replace('{0}', tick?.dataset.name);
  }
}

function offerWhenSeen(reader) {
  const button = agreement.querySelector('[type=submit]');
  button.disabled = true;
  setTimeout(() => {
    button.disabled = reader !== readers[at];
  }, SEEN_MILLIS);
}

/** What was read is concluded, and the next one is there to be read. */
agreement.addEventListener('submit', async event => {
  event.preventDefault();
  const reader = readers[at];
  const tick = tickOf(reader);
  const button = agreement.querySelector('[type=submit]');
  button.disabled = true;
  const {results, problem} = await conclude([tick], agreement.elements.comment.value);
  const refused = results ? results[0].message : problem ?? bar.dataset.failed;
  say(refused ?? '', '');
  if (refused) {
    button.disabled = false;
    return;
  }
  say('', agreement.dataset.agreed.replace('{0}', tick.dataset.number));
  concluded.push({...results[0], number: tick.dataset.number});
  readers.splice(at, 1);
  ticks.splice(ticks.indexOf(tick), 1);
  reader.closest('li').remove();
  show();
  if (readers.length) {
    read(Math.min(at, readers.length - 1));
  } else {
    side.close();
  }
});

function say(problem, news) {
  agreement.querySelector('[role=alert]').textContent = problem;
  side.querySelector('nav + [role=status]').textContent = news;
}

function turn(index) {
  say('', '');
  read(index);
}

readers.forEach(reader => {
  reader.hidden = false;
  reader.addEventListener('click', () => {
    side.showModal();
    turn(readers.indexOf(reader));
  });
});
side.querySelectorAll('[data-step]').forEach(button => button.addEventListener('click',
    () => turn(at + Number(button.dataset.step))));
side.querySelector('[data-tick]').addEventListener('change', event => {
  tickOf(readers[at]).checked = event.target.checked;
  show();
});
side.addEventListener('close', async () => {
  if (concluded.length) {
    const decided = await decisions(concluded);
    reload(bar.dataset.done.replace('{0}', concluded.length), concluded.map(({number}) => ({
      name: decided[number] ? `${number} – ${bar.dataset.decided.replace('{0}', decided[number])}` : number,
      address: bar.dataset.dossier + number
    })));
  }
});
show();
