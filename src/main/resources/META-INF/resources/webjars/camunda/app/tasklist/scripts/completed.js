// Tasklist says nothing when a task is completed, and shows nothing: the person wonders whether it was sent, where it is
// now, and looks for the next one. It is said, and the task below it in the list opens.
import {openTask, withTask} from './address.js';
import {starts, withSubmissions} from './forms.js';
import {root, say} from './language.js';
import {about} from './task.js';

const SHOWN_MILLIS = 20_000;
const TASK = /[?&]task=([^&]+)/;

/** The task that stands below in the list, or the first one. */
function below(task) {
  const tasks = [...new Set([...document.querySelectorAll('.tasks-list .task a[href*="task="]')]
      .map(link => TASK.exec(link.getAttribute('href'))[1]))];
  return tasks[tasks.indexOf(task) + 1] ?? tasks.find(other => other !== task);
}

function open(task) {
  if (!openTask()) {
    location.hash = withTask(task);
  }
}

async function ask(address) {
  const answer = await fetch(`${root}/api/${address}`, {headers: {Accept: 'application/json'}});
  return answer.ok ? answer.json() : null;
}

function linked(words, number) {
  const line = document.createElement('span');
  const [before, after] = words.split(number);
  line.append(before, Object.assign(document.createElement('a'),
      {href: `${root}/dossiers/${encodeURIComponent(number)}`, textContent: number}), after);
  return line.innerHTML;
}

/** What became of the dossier, with a way to it; nothing where the person cannot know. */
async function outcome({key, dossierNumber: number}) {
  const [where, decisions] = await Promise.all([ask(`dossiers/${encodeURIComponent(number)}/whereabouts`),
    key === 'decide' ? ask(`decisions?dossierNumber=${encodeURIComponent(number)}`) : null]);
  const decided = decisions?.content.map(({decisionNumber}) => decisionNumber).filter(Boolean).join('; ');
  if (!where) {
    return '';
  }
  const next = where.holders.join('; ');
  return linked(decided ? say(`Đã ra Quyết định số ${decided}; văn bản ở hồ sơ ${number}.`,
          `Decision ${decided} was taken; its papers are in dossier ${number}.`)
      : next ? say(`Hồ sơ ${number} đã đến: ${next}.`, `Dossier ${number} is now with: ${next}.`)
      : say(`Hồ sơ ${number}: ${where.statusName}.`, `Dossier ${number}: ${where.statusName}.`), number);
}

async function tell(task) {
  const found = await about(task);
  const message = found ? await outcome(found).catch(() => '') : '';
  const app = window.angular.element(document.body).injector();
  app.get('Notifications').addMessage({
    status: app.get('$translate').instant('COMPLETE_OK'), message, unsafe: true, duration: SHOWN_MILLIS
  });
  app.get('$rootScope').$applyAsync();
}

function completed(task) {
  const next = below(task);
  tell(task);
  if (next) {
    // Tasklist closes the completed one first
    if (openTask() === task) {
      window.addEventListener('hashchange', () => open(next), {once: true});
    } else {
      open(next);
    }
  }
}

withSubmissions({done: place => starts(place) || completed(place)});
