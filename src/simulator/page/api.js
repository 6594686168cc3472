// Calls to the simulator's control API.
import { byId } from './dom.js';

/** Sends one request below `api/`; a refusal is read out to the person and thrown. */
export async function call(method, path, body) {
  const response = await fetch(`api/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (response.ok) return answer;
  byId('alert').textContent = answer.error ?? 'That did not work.';
  throw new Error(answer.error);
}
