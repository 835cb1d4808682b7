// Calls of the application beside those of the engine.
import {starts} from './forms.js';
import {root} from './language.js';
import {token} from './token.js';

/** What a call that changes something, or has a body, is known by. */
export const csrf = () => ({'X-PHONGTRAO-CSRF': token(), Accept: 'application/json'});

/** The address of what there is for the form of a task, or for the one that starts a process. */
export const ofForm = (area, id) => `${root}/api/${area}/` + (starts(id) ? `processes/${encodeURIComponent(id.split(':')[0])}`
  : `tasks/${encodeURIComponent(id)}`);

/** Looks for a text. Addresses are kept in logs, and who is looked for is nothing for them. */
export const search = (address, text) => fetch(address, {
  method: 'POST', body: new URLSearchParams({q: text}), headers: {...csrf(), 'X-HTTP-Method-Override': 'GET'}
});

/** @returns the answer as JSON. @throws with the words that it was refused with */
export async function answer(response) {
  const said = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(said.detail ?? said.message ?? String(response.status));
  }
  return said;
}
