// For those who work with the keyboard alone: ways past the menus, and a place to go on from.
import {say} from './language.js';

const FIELD = ':is(input, textarea):enabled:not([readonly])';
const ROW = '.fjs-repeat-row-container';
const DRAWN_MILLIS = 100;

let announce;
let last;
let drawn;

const find = selector => document.querySelector(selector);

// the shortcut of Tasklist knows only forms of another kind
function focusForm() {
  find(`.task-details .fjs-form ${FIELD}`)?.focus();
}

window.angular.module('ngLocale').run(['$rootScope', root => {
  announce = shortcut => root.$broadcast(`shortcut:${shortcut}`);
  root.$on('shortcut:focusForm', focusForm);
}]);

const skip = document.createElement('nav');
skip.className = 'skip';
skip.setAttribute('aria-label', say('Lối tắt', 'Skip links'));
Object.entries({
  focusFilter: say('Đến bộ lọc', 'To the filters'),
  focusList: say('Đến danh sách nhiệm vụ', 'To the list of tasks'),
  focusForm: say('Đến biểu mẫu', 'To the form')
}).forEach(([shortcut, label]) => {
  const way = document.createElement('button');
  way.type = 'button';
  way.textContent = label;
  way.addEventListener('click', () => announce(shortcut));
  skip.append(way);
});
document.body.prepend(skip);

// a new row is drawn before the button that makes it
document.addEventListener('click', ({target, detail}) => {
  const list = target.closest('.fjs-repeat-render-add')?.closest('.fjs-form-field-dynamiclist');
  if (list && detail === 0) {
    setTimeout(() => [...list.querySelectorAll(ROW)].pop()?.querySelector(FIELD)?.focus());
  }
});

// Another page or filter takes the list away, and a completed task its form: whoever was there goes on at the same task,
// or else at the next one
document.addEventListener('focus', ({target}) => {
  last = target.closest?.('li.task, [cam-tasklist-task]') && target;
}, true);
function goOn() {
  if (last && !last.isConnected && document.activeElement === document.body) {
    const tasks = [...document.querySelectorAll('.tasks-list li.task a')];
    const same = tasks.find(task => task.href === last.href);
    const open = find('.task-details .fjs-form, .modal');
    (same ?? (open ? null : tasks[0] ?? find('.task-filter.active .name a')))?.focus();
  }
}
new MutationObserver(() => {
  clearTimeout(drawn);
  drawn = setTimeout(goOn, DRAWN_MILLIS);
}).observe(document.body, {subtree: true, childList: true});
