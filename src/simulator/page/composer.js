// The line at the bottom: the text box, the send button and the attach menu.
import { byId } from './dom.js';

const ATTACHMENTS = {
  voice: { type: 'voice' },
  image: { type: 'image' },
  sticker: { type: 'sticker' },
  location: { type: 'location', latitude: 40.4153, longitude: -3.6845, name: 'Parque del Retiro, Madrid' },
};

function fit(box) {
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, 120)}px`;
}

function showMenu(open) {
  byId('attach-menu').hidden = !open;
  byId('attach').setAttribute('aria-expanded', String(open));
  if (open) byId('attach-menu').querySelector('button').focus();
}

/** Connects the composer; `send` takes one learner action. */
export function wireComposer(send) {
  const box = byId('text');
  const submit = async () => {
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    fit(box);
    try {
      await send({ type: 'text', text });
    } catch {
      // Said already; what was written is not to be written again.
      if (box.value === '') box.value = text;
      fit(box);
    }
  };
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  box.addEventListener('input', () => fit(box));
  byId('attach').addEventListener('click', () => showMenu(byId('attach-menu').hidden));
  byId('attach-menu').addEventListener('click', (event) => {
    const name = event.target.closest('[data-action]')?.dataset.action;
    if (name === undefined) return;
    showMenu(false);
    box.focus();
    void send(ATTACHMENTS[name]);
  });
  byId('attach-menu').addEventListener('keydown', (event) => {
    const items = [...byId('attach-menu').children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      showMenu(false);
      byId('attach').focus();
    } else if (step !== undefined) {
      event.preventDefault();
      items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (!byId('composer').contains(event.target)) showMenu(false);
  });
}
