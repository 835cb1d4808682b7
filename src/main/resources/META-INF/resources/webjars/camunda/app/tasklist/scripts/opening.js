// Tasklist opens on its first filter. Where that has no task it opens on the next one: from what I have taken to what
// waits for my posts.
import {asked as parameters} from './address.js';

const app = document.querySelector('base').getAttribute('app-root');
const asked = parameters();

async function firstWithTasks() {
  const answer = await fetch(`${app}/api/engine/engine/default/filter?resourceType=Task&itemCount=true`,
      {headers: {Accept: 'application/json'}});
  const filters = answer.ok ? await answer.json() : [];
  return filters.sort((one, other) => one.properties.priority - other.properties.priority)
      .find(filter => filter.itemCount > 0);
}

if (!asked.has('filter') && !location.hash.startsWith('#/login')) {
  const filter = await firstWithTasks();
  if (filter) {
    asked.set('filter', filter.id);
    history.replaceState(history.state, '', `#/?${asked}`);
  }
}
