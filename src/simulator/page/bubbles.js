// Draws one line of a conversation: the bubble, its time and ticks, and what can be tapped below it.
import { icon, make } from './dom.js';
import { formatted } from './markup.js';

const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
const TICKS = { pending: ['wait', 'on its way'], sent: ['tick', 'sent'], delivered: ['ticks', 'delivered'], read: ['ticks', 'read'] };

const time = (ms) => new Date(ms).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });

function meta(entry) {
  const line = make('span', { className: 'meta' }, make('time', { text: time(entry.at), dateTime: new Date(entry.at).toISOString() }));
  if (entry.from === 'learner') {
    const [name, label] = TICKS[entry.progress] ?? TICKS.pending;
    const ticks = icon(name, label);
    ticks.dataset.testid = 'ticks';
    ticks.dataset.progress = entry.progress;
    line.append(ticks);
  }
  return line;
}

function voice() {
  const heights = [5, 9, 14, 8, 16, 11, 6, 13, 18, 10, 7, 12, 15, 9, 5, 11, 8, 14, 6, 10, 7, 4];
  const bars = heights.map((height, place) => `<rect x="${place * 5}" y="${10 - height / 2}" width="2.500" height="${height}" rx="1.200"/>`);
  const wave = new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 110 20" class="wave">${bars.join('')}</svg>`, 'image/svg+xml');
  return make('div', { className: 'voice' }, make('span', { className: 'play', attributes: { 'aria-hidden': 'true' } }), document.importNode(wave.documentElement, true), make('span', { className: 'length', text: '0:04' }));
}

const MEDIA_ICONS = { image: 'photo', video: 'photo', document: 'list', sticker: 'smile', location: 'pin' };

function media(content) {
  if (content.kind === 'audio') return voice();
  if (content.note === undefined) return undefined;
  return make('div', { className: `media ${content.kind}` }, icon(MEDIA_ICONS[content.kind] ?? 'photo'), make('span', { text: content.note }));
}

function reactions(entry) {
  const given = [entry.reactions.learner, entry.reactions.tutor].filter((one) => one !== undefined && one !== '');
  return given.length === 0 ? undefined : make('span', { className: 'reaction', testid: 'reaction', text: given.join(' ') });
}

function reactButton(entry, actions) {
  const row = make('div', { className: 'emoji-row', hidden: true, attributes: { role: 'menu', 'aria-label': 'React' } });
  const button = make('button', { type: 'button', className: 'react', testid: 'react', attributes: { 'aria-label': 'React to this message', 'aria-expanded': 'false' } }, icon('smile'));
  const show = (open) => {
    row.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) row.firstElementChild.focus();
    else button.focus();
  };
  for (const emoji of EMOJI) {
    const taken = entry.reactions.learner === emoji;
    row.append(make('button', { type: 'button', text: emoji, attributes: { role: 'menuitem', 'aria-pressed': String(taken) }, on: { click: () => actions.react(entry, taken ? '' : emoji) } }));
  }
  button.addEventListener('click', () => show(row.hidden));
  row.addEventListener('keydown', (event) => event.key === 'Escape' && show(false));
  return [button, row];
}

function choices(entry, actions) {
  const { buttons, list, action } = entry.content;
  const box = make('div', { className: 'choices' });
  for (const choice of buttons ?? []) {
    const tapped = entry.tapped.includes(choice.id);
    box.append(make('button', { type: 'button', className: tapped ? 'choice tapped' : 'choice', testid: 'reply-button', attributes: { 'data-choice': choice.id }, on: { click: () => actions.tap(entry, choice.id) } }, icon('reply'), make('span', { text: choice.title })));
  }
  if (list !== undefined) {
    box.append(make('button', { type: 'button', className: 'choice', testid: 'list-button', attributes: { 'aria-haspopup': 'dialog' }, on: { click: (event) => actions.openList(entry, event.currentTarget) } }, icon('list'), make('span', { text: list.button })));
  }
  if (action !== undefined && /^https?:/.test(action.url)) {
    box.append(make('a', { className: 'choice', href: action.url, target: '_blank', rel: 'noopener noreferrer', testid: 'link-button' }, icon('link'), make('span', { text: action.label })));
  }
  return box.childElementCount === 0 ? undefined : box;
}

/** A failed message never reached the phone; it is shown as a remark, because that is worth knowing here. */
function remark(entry) {
  return make('div', { className: 'remark', testid: 'failed-message', attributes: { 'data-id': entry.id } }, make('span', { text: `A message did not reach this phone (${entry.failure?.code ?? 'failed'})` }));
}

/** The element of a line, or undefined while the message has not arrived. `quoted`: the line it answers, if to be shown. */
export function drawLine(entry, quoted, actions) {
  if (entry.progress === 'failed') return remark(entry);
  if (entry.from === 'tutor' && (entry.progress === 'pending' || entry.progress === 'sent')) return undefined;
  const { content } = entry;
  const bubble = make(
    'div',
    { className: content.kind === 'sticker' ? 'bubble bare' : 'bubble' },
    quoted === undefined ? undefined : make('div', { className: 'quoted', text: quoted.content.text ?? quoted.content.note ?? '' }),
    content.header === undefined ? undefined : make('div', { className: 'header', text: content.header }),
    media(content),
    content.text === undefined ? undefined : make('div', { className: 'text', testid: 'bubble-text', attributes: { dir: 'auto' } }, ...formatted(content.text)),
    content.footer === undefined ? undefined : make('div', { className: 'footer', text: content.footer }),
    meta(entry),
    reactions(entry),
  );
  const line = make('article', { className: `line ${entry.from}`, testid: 'bubble', attributes: { 'data-id': entry.id, 'data-from': entry.from, 'data-progress': entry.progress, 'aria-label': entry.from === 'tutor' ? 'Charla' : 'You' } }, bubble);
  if (entry.from === 'tutor') bubble.append(...reactButton(entry, actions));
  const below = choices(entry, actions);
  if (below !== undefined) line.append(below);
  return line;
}

/** The three dots of somebody who is writing. */
export function drawTyping() {
  return make('div', { className: 'line tutor', testid: 'typing', attributes: { 'aria-label': 'Charla is typing' } }, make('div', { className: 'bubble typing' }, make('i'), make('i'), make('i')));
}

/** What stands in a conversation that has not begun. */
export function drawHint(say) {
  return make(
    'div',
    { className: 'hint', testid: 'hint' },
    make('strong', { text: 'Say hello to your tutor' }),
    make('p', { text: 'Write “hola” below, or tap it here.' }),
    make('button', { type: 'button', className: 'primary', text: 'hola', testid: 'hint-hola', on: { click: () => say('hola') } }),
  );
}
