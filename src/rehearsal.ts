// Plays the path of a message through with made-up learners before the port opens: what has run is compiled, and the first learners do not wait for that.
import { createHmac } from 'node:crypto';
import { toGraphMessage } from './channels/whatsapp/messages.ts';
import { readWebhook } from './channels/whatsapp/inbound.ts';
import { verifySignature } from './channels/whatsapp/signature.ts';
import type { Script } from './conversation/turn.ts';
import { createIdentities } from './learners/identity.ts';
import { newLearners, type NewLearner } from './learners/new-learner.ts';
import { claim } from './mailbox/claim.ts';
import { commitWith } from './mailbox/commit.ts';
import { createDrain } from './mailbox/drain.ts';
import { keyOf, lanes } from './mailbox/letter.ts';
import { loadSessions } from './mailbox/load-sessions.ts';
import { createPost, storeLetters } from './mailbox/post.ts';
import { createFinish, finish } from './outbox/finish.ts';
import { createLeaving } from './outbox/leave.ts';
import { writeRecords } from './outbox/records.ts';
import type { Store } from './store/postgres.ts';
import { openStage } from './rehearsal-stage.ts';

const learners = 40;
/** What each of them writes, a message a turn: whatever the machine makes of it. */
const lines = ['hola', '1', '1', '1', 'Ana', '1990', '1', '9:00', '1', 'menú', '1', 'hola', 'ayuda', '1', 'gracias', 'menú', '1', 'adiós'];

/** Opens the pool's connections, each with the statements of the hot path planned. They are run on nothing and change nothing. */
export async function openConnections(store: Store, connections: number): Promise<void> {
  const runs: (() => Promise<unknown>)[] = [() => claim(store, 0), () => storeLetters(store, []), () => commitWith(store.run, [], ''), () => finish(store, []), () => loadSessions(store, [])];
  for (const run of runs) await Promise.all(Array.from({ length: connections }, run));
}

/** Takes made-up messages from signed bytes to replies, over a database, a Redis and a WhatsApp that are only played. Resolves with how many replies would have left. @throws what a part of the path threw */
export async function rehearse(script: Script<NewLearner>): Promise<number> {
  const stage = openStage();
  const { store, redis } = stage;
  const faults: Error[] = [];
  const fault = (error: Error) => void faults.push(error);
  const learnerOf = createIdentities(store);
  const post = createPost({ store, wake: () => {} });
  const done = createFinish(store, fault);
  let replies = 0;
  const leaving = createLeaving({
    store, post, finish: done, owner: 'rehearsal', actors: {}, addressOf: () => ({ phone: '+34600000000', bsuid: null }), now: stage.now,
    marks: { mark: () => {}, find: async () => new Map() }, typing: () => {}, onError: fault, onAlert: () => {},
    graph: {
      send: async (bubble, to, tag) => {
        JSON.stringify(toGraphMessage(bubble, to, tag, 'digits').body);
        replies += 1;
        return { outcome: 'accepted', providerId: `rehearsal.${replies}`, shortened: false };
      },
      typing: async () => {}, close: async () => {},
    },
  });
  const drain = createDrain({
    store, redis, script, owner: 'rehearsal', messagesPerDay: 1_000, now: stage.now, newLearners: (userIds) => newLearners(store, userIds, () => {}), record: writeRecords, leave: leaving.leave, hush: leaving.hush, lookIn: () => {}, onError: fault,
  });
  for (const [round, words] of lines.entries()) {
    await Promise.all(Array.from({ length: learners }, async (_, i) => {
      const { messages } = readWebhook(received(i, round, words), null);
      await post(await Promise.all(messages.map(async ({ from, providerId, sentAt, content }) =>
        ({ userId: await learnerOf(from), lane: lanes.mail, key: keyOf('message', providerId), mail: { kind: 'message' as const, id: providerId, sentAt, content } }))));
    }));
    await drain.empty();
    await leaving.idle();
    if (faults[0]) throw faults[0];
  }
  return replies;
}

const secret = 'rehearsal';

function received(learner: number, round: number, words: string): unknown {
  const phone = `346000000${String(learner).padStart(2, '0')}`;
  const value = {
    messaging_product: 'whatsapp', metadata: { display_phone_number: '0', phone_number_id: '0' }, contacts: [{ profile: { name: 'Ana' }, wa_id: phone }],
    messages: [{ from: phone, id: `rehearsal.${learner}.${round}`, timestamp: '1000000000', type: 'text', text: { body: words } }],
  };
  const raw = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '0', changes: [{ field: 'messages', value }] }] }));
  const signature = `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;
  return verifySignature(raw, signature, secret) ? JSON.parse(raw.toString('utf8')) : null;
}

