// Shared by the tests of this folder: short ways to letters and claimed mailboxes.
import type { Claimed } from '../../src/mailbox/claim.ts';
import type { Ready } from '../../src/mailbox/commit.ts';
import { keyOf, lanes, shardOf, type Posted } from '../../src/mailbox/letter.ts';
import type { Session } from '../../src/conversation/session.ts';
import type { Turned } from '../../src/conversation/turn.ts';

let serial = 0;

export const message = (userId: string, text: string, id = `wamid.${(serial += 1)}`): Posted => ({
  userId, lane: lanes.mail, key: keyOf('message', id), mail: { kind: 'message', id, sentAt: 0, content: { kind: 'text', text } },
});

export const textOf = ({ letters }: Pick<Claimed, 'letters'>): string[] =>
  letters.map(({ mail }) => (mail.kind === 'message' && mail.content.kind === 'text' ? mail.content.text : mail.kind));

/** A turn that took all letters of `claimed` and says their texts. */
export function readyFor(claimed: Claimed, own: Partial<Turned> = {}): Ready {
  const seq = claimed.turn + 1;
  const session: Session = {
    current_flow: 'x', step: '', temp_data: {}, machine: 'm', version: 1, chart: 'c', value: 'x', status: 'active', historyValue: {}, children: {}, timers: {}, jobs: {}, seq,
  };
  const last = (lane: 0 | 1) => claimed.letters.filter((l) => l.lane === lane).at(-1)?.n ?? claimed.taken[lane];
  const ready = {
    claimed,
    turned: {
      session, taken: [last(0), last(1)], held: false, stopped: false, lookAgainAt: null, bubbles: [], until: null, starts: [], facts: [], records: [], dead: [],
      heard: claimed.letters.flatMap(({ mail, postedAt }) => (mail.kind === 'message' ? [{ mail, postedAt }] : [])), ...own,
    },
    outbox: [{ userId: claimed.userId, seq, i: 0, kind: 'say', body: JSON.stringify({ bubble: { text: textOf(claimed).join(',') }, reply: true }), attempts: 1, windowUntil: null }],
  } satisfies Omit<Ready, 'state'>;
  return { ...ready, state: JSON.stringify(ready.turned.session) };
}

export { shardOf };
