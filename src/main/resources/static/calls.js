// Calls of the API that change something.

import {csrf} from './dossier/dossier.js';

/**
 * The answer; what is refused is thrown as the problem that the server says.
 *
 * @param body files, or what is sent as JSON
 */
export async function call(method, address, body) {
  const json = body && !(body instanceof FormData);
  const response = await fetch(address, {method, body: json ? JSON.stringify(body) : body,
    headers: {...(json && {'Content-Type': 'application/json'}), 'X-PHONGTRAO-CSRF': csrf(), Accept: 'application/json'}});
  const said = await response.json().catch(() => null);
  if (!response.ok || said === null) {
    throw said ?? {};
  }
  return said;
}
