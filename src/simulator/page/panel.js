// The panel at the side: simulated time, mishaps, and what is special about this phone.
import { call } from './api.js';
import { byId } from './dom.js';

const form = () => byId('mishaps');
const field = (name) => form().elements.namedItem(name);

let offset = 0;

/** Milliseconds since 1970 in simulated time. */
export const simulatedNow = () => Date.now() + offset;

/** Takes the simulator's clock as it now stands. */
export function showClock(clock) {
  offset = clock.offset;
  byId('phone-time').textContent = new Date(simulatedNow()).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
  byId('clock').textContent = new Date(simulatedNow()).toLocaleString([], { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false });
}

// What a switch stands for when it is on.
const ON = { duplicates: 1, drops: 1, reorder: 3, windowClosed: true };

function changeOf(name) {
  if (name in ON) return { [name]: field(name).checked ? ON[name] : typeof ON[name] === 'number' ? 0 : false };
  if (name === 'delayMs') return { delayMs: Number(field(name).value) };
  if (name === 'withhold') return { withhold: field(name).value };
  return { sendFailure: { next: Number(field('next').value), how: field('how').value, code: Number(field('code').value) } };
}

// Changes made here, and how many of them are still on their way.
let changes = 0;
let underWay = 0;

/** Shows which mishaps hold for the chosen scope. */
export async function showMishaps(waId) {
  const before = changes;
  const everybody = (await call('GET', 'state')).mishaps;
  const own = field('scope').value === 'one' && waId !== undefined ? (await call('GET', `phones/${waId}`)).mishaps : {};
  // What was read is older than a switch that has been touched since; it is read again when that change has arrived.
  if (underWay > 0 || changes !== before) return;
  const mishaps = { ...everybody, ...own };
  for (const name of Object.keys(ON)) field(name).checked = Boolean(mishaps[name]);
  field('delayMs').value = String(mishaps.delayMs);
  field('withhold').value = mishaps.withhold;
  // What somebody is still typing is not overwritten.
  for (const name of ['next', 'how', 'code']) if (document.activeElement !== field(name)) field(name).value = String(mishaps.sendFailure[name]);
}

/** Connects the panel. `current` gives the wa_id of the phone that is shown. */
export function wirePanel(current) {
  form().addEventListener('change', async (event) => {
    if (event.target.name === 'scope') return showMishaps(current());
    const path = field('scope').value === 'one' ? `phones/${current()}/mishaps` : 'mishaps';
    changes += 1;
    underWay += 1;
    try {
      await call('PATCH', path, changeOf(event.target.name));
    } finally {
      underWay -= 1;
    }
    await showMishaps(current());
  });
  form().addEventListener('submit', (event) => event.preventDefault());
  form().addEventListener('reset', (event) => {
    event.preventDefault();
    void call('DELETE', 'mishaps');
  });
  for (const button of document.querySelectorAll('[data-hours]')) {
    button.addEventListener('click', () => void call('POST', 'clock', { advanceMs: Number(button.dataset.hours) * 3_600_000 }));
  }
  byId('hides').addEventListener('change', (event) => void call('PATCH', `phones/${current()}`, { hidesNumber: event.target.checked }));
  byId('reset').addEventListener('click', () => window.confirm('Forget all phones and their conversations?') && void call('POST', 'reset'));
}
