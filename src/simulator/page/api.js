// Calls to the simulator's control API.
import { byId } from './dom.js';

/** Sends one request below `api/`; a refusal is shown to the person and thrown. */
export async function call(method, path, body) {
  const request = { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) };
  const response = await fetch(`api/${path}`, request).catch(() => undefined);
  const answer = (await response?.json().catch(() => undefined)) ?? { error: 'Not sent. Try again in a moment.' };
  byId('alert').textContent = response?.ok ? '' : (answer.error ?? 'That did not work.');
  if (response?.ok) return answer;
  throw new Error(answer.error);
}
