// Finds own tasks by their dossier: its number, who is proposed, what it is about. Tasklist's own search knows the engine's
// criteria instead. What is found stands in the place of the list, until the box is empty again.
import {withTask} from './address.js';
import {search} from './calls.js';
import {lateMark, past} from './lateness.js';
import {root, say} from './language.js';

const WAIT_MILLIS = 250;
const THEIRS = '.tasks-list [cam-widget-search]';

const box = document.createElement('div');
box.className = 'find';
box.setAttribute('role', 'search');
box.innerHTML = '<input type="search" maxlength="200" autocomplete="off"><p role="status"></p><ul></ul>';
const [input, status, list] = box.children;
input.setAttribute('aria-label', say('Tìm nhiệm vụ theo số hồ sơ, tên, thành tích', 'Find tasks by dossier number, name, merit'));
input.placeholder = say('Tìm số hồ sơ, tên, thành tích', 'Find number, name, merit');

let waiting;
let asked = '';

function line({taskId, taskName, dossierNumber, title, unitName, dueOn}) {
  const link = document.createElement('a');
  link.href = withTask(taskId);
  link.append(Object.assign(document.createElement('strong'), {textContent: taskName}),
      ` ${dossierNumber} · ${title} · ${unitName}`, ...(dueOn && past(dueOn) ? [' ', lateMark()] : []));
  const item = document.createElement('li');
  item.append(link);
  return item;
}

async function find() {
  const text = input.value.trim();
  asked = text;
  document.body.classList.toggle('searching', text !== '');
  if (!text) {
    status.textContent = '';
    list.replaceChildren();
    return;
  }
  const answer = await search(`${root}/api/tasks`, text);
  const {tasks, detail} = await answer.json();
  if (asked !== text) {
    return;
  }
  list.replaceChildren(...(tasks ?? []).map(line));
  status.textContent = !tasks ? detail : tasks.length ? say(`${tasks.length} nhiệm vụ tìm được`, `Tasks found: ${tasks.length}`)
      : say('Không có nhiệm vụ nào của bạn khớp. Gõ phần đầu của các từ, có dấu hay không; số hồ sơ: cả số hoặc phần cuối, ví dụ 00012.',
          'None of your tasks matches. Words are found by their beginning, a dossier by the end of its number, too: 00012.');
}

const fail = () => {
  status.textContent = say('Không tìm được lúc này; hãy thử lại', 'The search failed; please try again');
};
input.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => find().catch(fail), WAIT_MILLIS);
});
// a task that was found may have been finished since
window.addEventListener('hashchange', () => input.value && find().catch(fail));

function place() {
  const theirs = document.querySelector(THEIRS);
  if (theirs && !box.isConnected) {
    theirs.before(box);
  }
}
new MutationObserver(place).observe(document.body, {subtree: true, childList: true});
place();
