// On a narrow screen the columns lie one below the other: a task that was tapped comes into view, and so does the list
// when the task is done.
import {openTask} from './address.js';

const NARROW = matchMedia('(max-width: 767px)');
/** Phones and their networks are slow. */
const PATIENCE_MILLIS = 20000;

let opened = null;

function appeared(selector, then) {
  const started = Date.now();
  const task = openTask();
  const look = () => {
    const element = document.querySelector(selector);
    if (openTask() !== task) {
      return;
    }
    if (element) {
      then(element);
    } else if (Date.now() - started < PATIENCE_MILLIS) {
      requestAnimationFrame(look);
    }
  };
  look();
}

function follow() {
  const task = openTask();
  if (NARROW.matches && task !== opened) {
    // before its form is there, the page is too short
    appeared(task ? '.task-details .fjs-form' : '.tasks-list', element =>
        (element.closest('.task-details') ?? element).scrollIntoView({block: 'start'}));
  }
  opened = task;
}

window.addEventListener('hashchange', follow);
follow();
