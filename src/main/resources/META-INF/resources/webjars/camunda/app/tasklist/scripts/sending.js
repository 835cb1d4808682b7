// Whoever starts a dossier is led to it at once: its number, its content and its documents, and the button that sends it,
// stand on one screen. The same screen is there again when a dossier was returned.
import {asked, openTask, withTask} from './address.js';
import {button} from './elements.js';
import {starts, withSubmissions} from './forms.js';
import {root, say} from './language.js';
import {about, read} from './task.js';

/** Loaded before it is needed. */
const sheetOfDossier = import(`${root}/dossier/dossier.js`);

/** The tasks of whoever makes a dossier up; they end by sending it. */
const MAKING_UP = ['complete-dossier', 'supplement'];
const PATIENCE_MILLIS = 5000;

/** Waits for what the page is about to be. */
function become(state) {
  const until = Date.now() + PATIENCE_MILLIS;
  return new Promise(done => {
    const look = () => !state() && Date.now() < until ? setTimeout(look, 50) : done();
    look();
  });
}

/** The form that starts the process lies over the task until it is closed. */
const closed = () => become(() => !document.querySelector('.modal'));

/** The task that somebody was led to, and has not looked at yet. */
let led = null;

/** The list beside becomes the one that has the new task: nobody has taken it, so that it waits for the person's posts. */
async function lead(instance) {
  const before = openTask();
  const [tasks, filters] = await Promise.all([read(`/task?processInstanceId=${encodeURIComponent(instance)}`),
    read('/filter?resourceType=Task'), closed()]);
  if (tasks?.length === 1) {
    const [{id}] = tasks;
    const list = filters?.find(({query}) => query.candidateGroupsExpression);
    const here = asked();
    if (list && (here.get('filter') !== list.id || here.has('page'))) {
      // Tasklist closes the task when it turns to another list
      location.hash = `#/?${new URLSearchParams({filter: list.id})}`;
      await become(() => document.querySelector(`.tasks-list a[href*="${id}"]`));
    }
    led = id;
    // who has opened a task meanwhile stays there, and a form that is open already is not drawn again
    if ([null, before].includes(openTask())) {
      location.hash = withTask(id);
    }
  }
}

withSubmissions({done: (place, answer) => starts(place) && lead(answer.id)});

const box = document.createElement('section');
box.className = 'sending';
const number = document.createElement('p');
const papers = document.createElement('div');
number.className = 'dossier-number';
number.tabIndex = -1;
box.append(number, papers);
/** What the rules say against the dossier stands below the form, read anew with the documents; the button's bar leads there. */
const review = document.createElement('div');
review.className = 'dossier';
const toReview = button('', () => review.scrollIntoView({block: 'center'}));
toReview.className = 'to-review';
new MutationObserver(() => {
  const found = papers.querySelector('[data-review]');
  if (found) {
    review.replaceChildren(found);
    const count = found.querySelectorAll('li').length;
    toReview.hidden = !count;
    toReview.textContent = say(`${count} điểm cần xem lại trước khi gửi`, `${count} to look at again before you send`);
  }
}).observe(papers, {subtree: true, childList: true});

let shown = null;
let wanted = false;

async function show() {
  const task = openTask();
  const buttons = document.querySelector('.task-details .form-actions');
  if (shown === task && wanted && buttons && !box.isConnected) {
    // Tasklist has drawn the task anew
    place(buttons);
  }
  if (!task || !buttons || shown === task) {
    return;
  }
  shown = task;
  wanted = false;
  label(buttons, false);
  box.remove();
  review.remove();
  toReview.remove();
  const found = await about(task);
  if (openTask() !== task || !MAKING_UP.includes(found?.key)) {
    return;
  }
  const sheet = await sheetOfDossier;
  const html = await sheet.load(`${root}/dossiers/${encodeURIComponent(found.dossierNumber)}/documents`);
  if (openTask() === task) {
    number.replaceChildren(say('Số hồ sơ: ', 'Dossier number: '), Object.assign(document.createElement('strong'),
        {textContent: found.dossierNumber}));
    papers.innerHTML = html;
    sheet.activate(papers);
    wanted = true;
    place(document.querySelector('.task-details .form-actions'));
  }
}

function place(buttons) {
  if (!buttons) {
    return;
  }
  buttons.parentElement.prepend(box);
  buttons.before(review);
  buttons.prepend(toReview);
  label(buttons, true);
  if (led === shown) {
    led = null;
    number.focus({preventScroll: true});
  }
}

/** The button keeps its own words for other tasks. */
function label(buttons, sends) {
  const main = buttons.querySelector('.btn-primary');
  main.dataset.words ??= main.textContent;
  main.textContent = sends ? say('Gửi hồ sơ', 'Send the dossier') : main.dataset.words;
}

new MutationObserver(show).observe(document.body, {subtree: true, childList: true});
window.addEventListener('hashchange', show);
