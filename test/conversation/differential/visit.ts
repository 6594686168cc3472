// What the sample machine remembers of a museum visit, and the small vocabulary of guards and assignments its flows name.
import { assign, cancel, emit, enqueueActions, raise } from 'xstate';

export interface Visit {
  visitor: string;
  name: string | null;
  tickets: number;
  quote: number;
  room: number;
  seen: string[];
  right: number;
  misses: number;
  basket: string[];
  nudges: number;
  rounds: number;
  ticks: number;
  member: boolean;
  note: string | null;
}
type Event = { type: string; text?: string; id?: string; ok?: boolean; output?: unknown; error?: unknown };
type Seen = { context: Visit; event: Event };
type Counter = 'tickets' | 'quote' | 'room' | 'right' | 'misses' | 'nudges' | 'rounds' | 'ticks';

export const arrive = (visitor: string): Visit => ({
  visitor, name: null, tickets: 0, quote: 0, room: 0, seen: [], right: 0, misses: 0, basket: [], nudges: 0, rounds: 0, ticks: 0, member: false, note: null,
});

export const guards = {
  tapped: ({ event }: Seen, { id }: { id: string }) => event.type === 'tap' && event.id === id,
  atLeast: ({ context }: Seen, { of, n }: { of: Counter; n: number }) => context[of] >= n,
  below: ({ context }: Seen, { of, n }: { of: Counter; n: number }) => context[of] < n,
  isMember: ({ context }: Seen) => context.member,
  hasTicket: ({ context }: Seen) => context.tickets > 0,
  answeredYes: ({ event }: Seen) => (event.output as { yes?: boolean } | undefined)?.yes === true,
  paid: ({ event }: Seen) => event.ok === true,
};

export const assigns = {
  add: assign(({ context }, { of, by }: { of: Counter; by: number }) => ({ [of]: (context as Visit)[of] + by })),
  clear: assign((_, { of }: { of: Counter }) => ({ [of]: 0 })),
  keepName: assign(({ event }) => ({ name: (event as Event).text ?? null })),
  keepNote: assign(({ event }) => ({ note: String((event as Event).text ?? (event as Event).id ?? (event as Event).error ?? '') })),
  keepQuote: assign(({ event }) => ({ quote: ((event as Event).output as { price: number }).price })),
  keepRoom: assign(({ context, event }) => ({ seen: [...(context as Visit).seen, String((event as Event).output)].slice(-5) })),
  keepBasket: assign(({ context, event }) => ({ basket: [...(context as Visit).basket, (event as Event).id ?? '?'].slice(-3) })),
  emptyBasket: assign({ basket: () => [] as string[] }),
  join: assign({ member: true }),
  leaveClub: assign({ member: false }),
};

export const others = {
  callGuide: raise({ type: 'guideComes' }, { delay: 45_000, id: 'guide' }),
  callGuideOff: cancel('guide'),
  // Before each new raise: XState would let a running one of the same id run on beside it, the engine replaces it.
  callKilnOff: cancel('kiln'),
  callKiln: raise(({ context }: { context: Visit }) => ({ type: 'kilnDone', pots: context.ticks }) as never, { delay: 30_000, id: 'kiln' }),
  goOn: raise({ type: 'goOn' }),
  noteRoom: emit(({ context }) => ({ type: 'room.seen', room: (context as Visit).room, right: (context as Visit).right }) as never),
  noteVisit: emit({ type: 'visit.finished' } as never),
  thankOften: enqueueActions(({ context, enqueue }) => {
    (enqueue as unknown as { assign(change: object): void }).assign({ rounds: (context as Visit).rounds + 1 });
    if ((context as Visit).rounds % 2 === 0) enqueue({ type: 'tell', params: { text: 'thanks again' } } as never);
  }),
};

/** How long each thing may take in the museum, ms. */
export const delays = { shortWait: 5_000, nudge: 60_000, jobTimeout: 20_000, hour: 3_600_000, day: 86_400_000, tick: 15_000, oftenLate: ({ context }: { context: Visit }) => 10_000 + 5_000 * (context.misses % 3) };

/** What each job of the museum may answer; the driver draws one. */
export const answers: Record<string, unknown[]> = {
  checkVisitor: [{ yes: true }, { yes: true }, { yes: false }],
  quotePrice: [{ price: 12 }, { price: 20 }],
  chargeCard: [{ yes: true }, { yes: false }],
  printTicket: ['printed'],
  loadRoom: ['bronze', 'marble', 'glass'],
  narrate: ['a story', 'a longer story'],
  judgeReply: [{ yes: true }, { yes: false }],
  shapeClay: ['bowl'],
  priceBasket: [{ price: 7 }, { price: 9 }],
  takePayment: [{ yes: true }],
  joinClub: [{ yes: true }, { yes: false }],
  weighReply: [{ yes: true }, { yes: false }],
  askDesk: [{ yes: true }, { yes: false }],
};
