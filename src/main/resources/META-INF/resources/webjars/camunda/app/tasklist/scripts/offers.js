// Starting a dossier is offered to whoever may start one. Without waiting: the webapps start after their scripts.
import {root} from './language.js';

const QUERY = 'latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true';

async function offer() {
  const answer = await fetch(`${root}/camunda/api/engine/engine/default/process-definition/count?${QUERY}`);
  const {count} = await answer.json();
  document.body.classList.toggle('may-start', count > 0);
}

offer();
