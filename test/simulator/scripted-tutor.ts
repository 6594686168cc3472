// A tiny tutor behind a webhook of its own: answers a few words with fixed messages, so that the page has company.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PHONE_NUMBER_ID, TOKEN } from './set-up.ts';

const WELCOME = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: '¡Hola! Soy *Charla*, una tutora de idiomas con inteligencia artificial.\nTe enseño inglés, francés o español en ratos de cinco minutos, aquí mismo.\n\n¿Empezamos?' },
    footer: { text: 'Escribe PRIVACIDAD para ver tus datos' },
    action: { buttons: ['Empezar', 'Saber más'].map((title) => ({ type: 'reply', reply: { id: `start:${title}`, title } })) },
  },
};

const LANGUAGES = {
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: '¿Qué quieres aprender?' },
    action: {
      button: 'Elegir idioma',
      sections: [
        { title: 'Los más pedidos', rows: [{ id: 'en', title: 'Inglés', description: 'Trabajo, viajes, series' }, { id: 'fr', title: 'Francés', description: 'Para vivir o para el queso' }] },
        { title: 'Otros', rows: [{ id: 'pt', title: 'Portugués' }, { id: 'it', title: 'Italiano' }] },
      ],
    },
  },
};

const EXERCISE = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: '*Is*: con _she/he/it_ siempre *is*. My sister ~are~ *is* a nurse.\n\nLa siguiente (3 de 8): They ___ at the office now.' },
    action: { buttons: ['Am', 'Is', 'Are'].map((title) => ({ type: 'reply', reply: { id: `answer:${title}`, title } })) },
  },
};

const text = (body: string) => ({ type: 'text', text: { body } });

/** Starts it; `graphUrl` is asked for once the simulator is up. `heard` keeps each inbound message. */
export async function scriptedTutor(graphUrl: () => string) {
  const heard: any[] = [];
  const call = (body: object) =>
    fetch(`${graphUrl()}/${PHONE_NUMBER_ID}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
    });
  const answerTo = (message: any): object => {
    const said: string = message.text?.body ?? message.interactive?.button_reply?.title ?? message.interactive?.list_reply?.title ?? message.type;
    if (said === 'hola') return WELCOME;
    if (said === 'Empezar') return LANGUAGES;
    if (said === 'Inglés') return EXERCISE;
    return text(`Me has dicho: ${said}`);
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.end();
    const value = JSON.parse(Buffer.concat(parts).toString()).entry[0].changes[0].value;
    for (const message of value.messages ?? []) {
      heard.push(message);
      const to = message.from === undefined ? { recipient: message.from_user_id } : { to: message.from };
      await call({ status: 'read', message_id: message.id, typing_indicator: { type: 'text' } });
      // Left thinking on purpose, so that the typing indicator stays.
      if (message.text?.body === 'piensa') continue;
      await call({ ...to, ...answerTo(message) });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    heard,
    webhookUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/whatsapp`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
