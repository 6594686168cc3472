// The learners at the left: one tab per phone, and the form that adds one.
import { call } from './api.js';
import { byId, make } from './dom.js';

const HUES = ['#8a3b5f', '#2f6f8f', '#3d7a4d', '#a0602b', '#5b4aa0', '#8b7a1f'];

const hueOf = (waId) => HUES[[...waId].reduce((sum, digit) => sum + Number(digit), 0) % HUES.length];

/** A number the way people read it. */
export const pretty = (phone) => `+${phone.waId.replace(/^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{3})(\d{3})(\d+)$/, '$1 $2 $3 $4')}`;

/** Draws all tabs. `unread`: messages not yet seen, per wa_id. */
export function drawLearners(phones, current, unread, choose) {
  const tabs = phones.map((phone) => {
    const avatar = make('span', { className: 'avatar', text: [...phone.name][0]?.toUpperCase() ?? '?', attributes: { 'aria-hidden': 'true' } });
    avatar.style.setProperty('--hue', hueOf(phone.waId));
    const count = unread.get(phone.waId) ?? 0;
    const selected = phone.waId === current;
    return make(
      'button',
      { type: 'button', className: 'tab', testid: 'learner-tab', tabIndex: selected ? 0 : -1, attributes: { role: 'tab', 'aria-selected': String(selected), 'aria-controls': 'screen', 'data-number': phone.waId }, on: { click: () => choose(phone.waId) } },
      avatar,
      make('span', { className: 'tab-words' }, make('span', { className: 'tab-name', text: phone.name }), make('span', { className: 'tab-number', text: phone.hidesNumber ? 'number hidden' : pretty(phone) })),
      count === 0 ? undefined : make('span', { className: 'badge', text: String(count), attributes: { 'aria-label': `${count} new` } }),
    );
  });
  byId('tabs').replaceChildren(...tabs);
}

/** Arrow keys between tabs, and the form; `choose` is called with the new phone's wa_id. */
export function wireLearners(choose) {
  byId('tabs').addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const tabs = [...byId('tabs').children];
    const next = (tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length;
    const number = tabs[next].dataset.number;
    tabs[next].click();
    byId('tabs').querySelector(`[data-number="${CSS.escape(number)}"]`)?.focus();
  });
  byId('add-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const phone = await call('POST', 'phones', { name: form.elements.namedItem('name').value, country: form.elements.namedItem('country').value });
    form.reset();
    byId('add').open = false;
    choose(phone.waId);
  });
}

/** Fills the country list of the form. */
export function listCountries(countries) {
  byId('add-form').elements.namedItem('country').replaceChildren(...countries.map((country) => make('option', { value: country.code, text: `${country.name} (+${country.dial})` })));
}
