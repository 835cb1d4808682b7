// Tasklist says nothing when a task is completed, and shows nothing: the person wonders whether it was sent, and looks for
// the next one. It is said, and the task below it in the list opens.
import {openTask, withTask} from './address.js';
import {starts, withSubmissions} from './forms.js';

const SHOWN_MILLIS = 5000;
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

function completed(task) {
  const next = below(task);
  const app = window.angular.element(document.body).injector();
  app.get('Notifications').addMessage({
    status: app.get('$translate').instant('COMPLETE_OK'), duration: SHOWN_MILLIS
  });
  app.get('$rootScope').$applyAsync();
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
