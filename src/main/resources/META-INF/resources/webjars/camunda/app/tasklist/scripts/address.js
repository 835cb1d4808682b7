// What Tasklist shows stands behind the # of its address: the filter, the order of the list, the task.
const PARAMETERS = /^#\/?\??/;

export const asked = () => new URLSearchParams(location.hash.replace(PARAMETERS, ''));

/** The id of the task that is open, or null. */
export const openTask = () => asked().get('task');

/** The same list of tasks, with another one open beside it. */
export function withTask(task) {
  const next = asked();
  next.set('task', task);
  return `#/?${next}`;
}
