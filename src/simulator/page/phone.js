// The page's start: loads the phones, follows live events, and puts the pieces together.
import { call } from './api.js';
import { drawHint, drawLine, drawTyping } from './bubbles.js';
import { wireComposer } from './composer.js';
import { byId, make } from './dom.js';
import { drawLearners, listCountries, pretty, wireLearners } from './learners.js';
import { showClock, showMishaps, simulatedNow, wirePanel } from './panel.js';
import { closeSheet, openSheet, wireSheet } from './sheet.js';

const DAY_MS = 86_400_000;
const FIRST = { name: 'Ana', country: 'ES', number: '+34 600 112 233' };

const phones = new Map();
const entries = new Map();
const unread = new Map();
let current;
let typingTimer;
let connected = true;

const send = (action) => call('POST', `phones/${current}/messages`, action);
const actions = {
  tap: (entry, choice) => send({ type: 'tap', choice, messageId: entry.id }),
  react: (entry, emoji) => send({ type: 'reaction', messageId: entry.id, emoji }),
  openList: (entry, from) => openSheet(entry.content.list, from, (choice) => actions.tap(entry, choice)),
};

function drawTabs() {
  drawLearners([...phones.values()], current, unread, choose);
}

// Only an answer to something further up says what it answers.
function quotedOf(entry, shown) {
  if (entry.quoted === undefined) return undefined;
  const quoted = shown.find((one) => one.id === entry.quoted);
  return quoted === shown.at(-1) ? undefined : quoted;
}

function dayChip(ms) {
  const words = new Date(ms).toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
  return make('div', { className: 'day' }, make('span', { text: words }));
}

function drawChat() {
  const lines = [];
  const shown = [];
  for (const entry of entries.values()) {
    const line = drawLine(entry, quotedOf(entry, shown), actions);
    if (line === undefined) continue;
    if (shown.length === 0 || new Date(shown.at(-1).at).toDateString() !== new Date(entry.at).toDateString()) lines.push(dayChip(entry.at));
    lines.push(line);
    shown.push(entry);
  }
  byId('chat').replaceChildren(...(lines.length === 0 ? [drawHint((text) => send({ type: 'text', text }))] : lines));
  drawPresence();
  toEnd();
}

// A change of one line replaces that line only, so that screen readers hear new messages and nothing twice.
function drawEntry(entry) {
  const known = entries.has(entry.id);
  entries.set(entry.id, entry);
  const old = byId('chat').querySelector(`[data-id="${CSS.escape(entry.id)}"]`);
  if (!known || old === null) return drawNew(entry);
  const before = [...entries.values()].slice(0, [...entries.keys()].indexOf(entry.id));
  const line = drawLine(entry, quotedOf(entry, before), actions);
  if (line === undefined) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset : undefined;
  old.replaceWith(line);
  if (focused?.choice !== undefined) line.querySelector(`[data-choice="${CSS.escape(focused.choice)}"]`)?.focus();
}

function drawNew(entry) {
  const ids = [...entries.keys()];
  const isLast = ids.at(-1) === entry.id;
  const first = byId('chat').querySelector('[data-id]') === null;
  if (!isLast || first) return drawChat();
  const before = [...entries.values()].slice(0, -1);
  const line = drawLine(entry, quotedOf(entry, before), actions);
  if (line === undefined) return;
  const previous = before.at(-1);
  if (previous !== undefined && new Date(previous.at).toDateString() !== new Date(entry.at).toDateString()) byId('chat').append(dayChip(entry.at));
  byId('chat').append(line);
  drawPresence();
  toEnd();
}

function drawPresence() {
  const phone = phones.get(current);
  clearTimeout(typingTimer);
  const left = (phone?.typingUntil ?? 0) - simulatedNow();
  byId('chat').querySelector('[data-testid="typing"]')?.remove();
  byId('presence').textContent = !connected ? 'connecting…' : left > 0 ? 'typing…' : 'online';
  if (left > 0) {
    byId('chat').append(drawTyping());
    typingTimer = setTimeout(drawPresence, Math.min(left, 30_000));
    toEnd();
  }
  const closed = phone?.lastInboundAt !== undefined && simulatedNow() - phone.lastInboundAt >= DAY_MS;
  const hidden = connected && !closed;
  if (byId('banner').hidden !== hidden) setTimeout(toEnd);
  byId('banner').hidden = hidden;
  if (!connected) byId('banner').textContent = 'Charla is not running. The phone goes on once it is.';
  else byId('banner').textContent = closed ? 'The 24-hour window is closed: only templates reach this phone.' : '';
}

function toEnd() {
  byId('chat').scrollTop = byId('chat').scrollHeight;
}

async function choose(waId) {
  if (!phones.has(waId) && waId !== undefined) phones.set(waId, await call('GET', `phones/${waId}`));
  current = waId;
  localStorage.setItem('phone', waId);
  unread.delete(waId);
  closeSheet();
  toggleDrawer(undefined);
  const phone = await call('GET', `phones/${waId}`);
  if (current !== waId) return;
  const { entries: lines, ...summary } = phone;
  phones.set(waId, summary);
  entries.clear();
  for (const entry of lines) entries.set(entry.id, entry);
  byId('viewer').textContent = `${phone.name}'s phone`;
  byId('hides').checked = phone.hidesNumber;
  byId('ids').textContent = `${pretty(phone)} · ${phone.userId}`;
  drawTabs();
  drawChat();
  await showMishaps(waId);
}

async function load() {
  const state = await call('GET', 'state');
  if (state.phones.length === 0) state.phones.push(await call('POST', 'phones', FIRST));
  phones.clear();
  for (const phone of state.phones) phones.set(phone.waId, phone);
  listCountries(state.countries);
  showClock(state);
  const last = localStorage.getItem('phone');
  await choose(phones.has(current) ? current : phones.has(last) ? last : state.phones[0].waId);
  // Only the first time, and only where no keyboard would slide over the chat.
  if (document.body.dataset.ready === undefined && matchMedia('(hover: hover)').matches) byId('text').focus();
  document.body.dataset.ready = 'true';
}

function follow() {
  const source = new EventSource('api/events');
  const on = (name, act) => source.addEventListener(name, (event) => act(JSON.parse(event.data)));
  // Also after a break: whatever was missed is in the state.
  source.addEventListener('open', () => {
    connected = true;
    void load();
  });
  source.addEventListener('error', () => {
    connected = false;
    drawPresence();
  });
  on('phone', ({ phone }) => {
    phones.set(phone.waId, phone);
    drawTabs();
    if (phone.waId === current) drawPresence();
  });
  on('entry', ({ waId, entry }) => {
    if (waId === current) return drawEntry(entry);
    if (entry.from !== 'tutor' || entry.progress !== 'delivered') return;
    unread.set(waId, (unread.get(waId) ?? 0) + 1);
    drawTabs();
  });
  on('mishaps', () => void showMishaps(current));
  on('clock', (clock) => {
    showClock(clock);
    drawPresence();
  });
  on('reset', () => void load());
}

function toggleDrawer(name) {
  for (const [id, button] of [['learners', 'open-learners'], ['panel', 'open-panel']]) {
    byId('stage').classList.toggle(`${id}-open`, id === name);
    byId(button).setAttribute('aria-expanded', String(id === name));
  }
}

function wireDrawers() {
  for (const id of ['learners', 'panel']) {
    byId(`open-${id}`).addEventListener('click', () => {
      toggleDrawer(byId('stage').classList.contains(`${id}-open`) ? undefined : id);
      byId(id).querySelector('.close-drawer')?.focus();
    });
    byId(id).querySelector('.close-drawer').addEventListener('click', () => {
      toggleDrawer(undefined);
      byId(`open-${id}`).focus();
    });
  }
  document.addEventListener('keydown', (event) => event.key === 'Escape' && toggleDrawer(undefined));
}

wireSheet();
wireLearners(choose);
wirePanel(() => current);
wireComposer(send);
wireDrawers();
setInterval(() => showClock({ offset: simulatedNow() - Date.now() }), 15_000);
follow();
