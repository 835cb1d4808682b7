// Tasklist says nothing when a task is completed, and shows nothing: the person wonders whether it was sent, and looks for
// the next one. It is said, and the task below it in the list opens.
const COMPLETED = /\/task\/([^/]+)\/submit-form$/;
const SHOWN_MILLIS = 5000;
const ASKED = /[?&]task=([^&]+)/;

const taskOf = address => ASKED.exec(address)?.[1];

/** The task that stands below in the list, or the first one. */
function below(task) {
  const tasks = [...new Set([...document.querySelectorAll('.tasks-list .task a[href*="task="]')]
      .map(link => taskOf(link.getAttribute('href'))))];
  return tasks[tasks.indexOf(task) + 1] ?? tasks.find(other => other !== task);
}

function open(task) {
  const asked = new URLSearchParams(location.hash.replace(/^#\/?\??/, ''));
  if (!asked.has('task')) {
    asked.set('task', task);
    location.hash = `#/?${asked}`;
  }
}

new PerformanceObserver(calls => {
  const call = calls.getEntries().find(({name, responseStatus}) => COMPLETED.test(name) && responseStatus < 300);
  if (!call) {
    return;
  }
  const [, done] = COMPLETED.exec(call.name);
  const next = below(done);
  const app = window.angular.element(document.body).injector();
  app.get('$rootScope').$apply(() => app.get('Notifications').addMessage({
    status: app.get('$translate').instant('COMPLETE_OK'), duration: SHOWN_MILLIS
  }));
  if (next) {
    // Tasklist closes the completed one first
    if (taskOf(location.hash) === done) {
      window.addEventListener('hashchange', () => open(next), {once: true});
    } else {
      open(next);
    }
  }
}).observe({type: 'resource'});
