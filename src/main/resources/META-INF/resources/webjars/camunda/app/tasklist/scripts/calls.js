// Calls of the application beside those of the engine.
import {starts} from './forms.js';
import {root} from './language.js';
import {token} from './token.js';

/** What a call that changes something, or has a body, is known by. */
export const csrf = () => ({'X-PHONGTRAO-CSRF': token(), Accept: 'application/json'});

/** The address of what there is for the form of a task, or for the one that starts a process. */
export const ofForm = (area, id) => `${root}/api/${area}/` + (starts(id) ? `processes/${encodeURIComponent(id.split(':')[0])}`
  : `tasks/${encodeURIComponent(id)}`);

/** @returns the answer as JSON. @throws with the words that it was refused with */
export async function answer(response) {
  const said = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(said.detail ?? said.message ?? String(response.status));
  }
  return said;
}
