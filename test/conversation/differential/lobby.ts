// The rest of the museum, as data: the shop, the club and the desk around the lobby.
const tell = (text: string) => ({ type: 'tell', params: { text } });
const tap = (id: string) => ({ type: 'tapped', params: { id } });
const add = (of: string, by = 1) => ({ type: 'add', params: { of, by } });

export const shop = {
  initial: 'gate',
  states: {
    gate: { always: [{ guard: 'isMember', target: 'browse', actions: tell('members pay less') }, { target: 'browse' }] },
    browse: {
      entry: tell('postcards, prints'),
      on: { tap: [{ guard: tap('no'), target: 'done' }, { guard: tap('yes'), target: 'pricing' }, { target: 'browse', reenter: true, actions: 'keepBasket' }] },
      after: { nudge: { actions: tell('anything nice?') }, hour: 'done' },
    },
    pricing: {
      invoke: { id: 'priceBasket', src: 'priceBasket', input: ({ context }: { context: { basket: string[] } }) => ({ basket: context.basket }), onDone: { target: 'basket', actions: 'keepQuote' }, onError: { target: 'browse', actions: 'keepNote' } },
      after: { jobTimeout: 'browse' },
    },
    basket: { entry: { type: 'show', params: ({ context }: { context: { basket: string[]; quote: number } }) => ({ basket: context.basket, price: context.quote }) }, on: { tap: [{ guard: tap('yes'), target: 'paying' }, { guard: tap('no'), target: 'browse' }] } },
    paying: {
      invoke: { id: 'takePayment', src: 'takePayment', onDone: 'receipt', onError: 'basket' },
      on: { paid: { guard: 'paid', target: 'receipt' } },
      after: { oftenLate: { target: 'basket', actions: add('misses') } },
    },
    receipt: { entry: [tell('thank you'), 'emptyBasket'], always: 'done' },
    done: { type: 'final' },
  },
  onDone: 'lobby',
};

export const club = {
  initial: 'offer',
  states: {
    offer: { entry: tell('join us?'), always: { guard: 'isMember', target: 'member' }, on: { tap: [{ guard: tap('yes'), target: 'interview' }, { guard: tap('no'), target: 'declined' }] } },
    interview: {
      initial: 'ask',
      entry: { type: 'clear', params: { of: 'right' } },
      states: {
        ask: { entry: { type: 'show', params: ({ context }: { context: { right: number } }) => ({ question: context.right }) }, on: { text: { target: 'weighing', actions: 'keepNote' } }, after: { nudge: 'ask' } },
        weighing: { invoke: { id: 'weighReply', src: 'weighReply', onDone: { target: 'next', guard: 'answeredYes', actions: add('right') }, onError: 'ask' }, after: { shortWait: 'ask' } },
        next: { always: [{ guard: { type: 'below', params: { of: 'right', n: 2 } }, target: 'ask' }, { target: 'over' }] },
        over: { type: 'final' },
      },
      onDone: 'joining',
    },
    joining: { invoke: { id: 'joinClub', src: 'joinClub', onDone: [{ guard: 'answeredYes', target: 'member', actions: ['join', 'noteVisit'] }, { target: 'declined' }], onError: 'declined' }, after: { jobTimeout: 'declined' } },
    member: { entry: tell('welcome, member'), on: { tap: [{ guard: tap('no'), target: 'declined', actions: 'leaveClub' }, { target: 'done' }], text: 'done' } },
    declined: { entry: tell('another time'), always: 'done' },
    done: { type: 'final' },
  },
  onDone: 'lobby',
};

export const desk = {
  initial: 'asking',
  states: {
    asking: { invoke: { id: 'askDesk', src: 'askDesk', onDone: [{ guard: 'answeredYes', target: '#museum.tour.resume' }, { target: 'person' }], onError: 'person' }, after: { jobTimeout: 'person' } },
    person: { entry: tell('somebody comes'), on: { released: '#museum.tour.resume', home: undefined }, after: { hour: '#museum.lobby' } },
  },
};

export const lobby = {
  entry: { type: 'show', params: { buttons: ['tour', 'shop', 'club', 'workshop', 'resume'] } },
  on: {
    tap: [
      { guard: tap('tour'), target: 'tour' }, { guard: tap('shop'), target: 'shop' }, { guard: tap('club'), target: 'club' },
      { guard: tap('workshop'), target: 'workshop' }, { guard: tap('resume'), target: '#museum.tour.resume' }, { guard: tap('rest'), target: 'asleep' },
    ],
    bell: 'desk',
  },
};

export const asleep = {
  entry: { type: 'track', params: { what: 'asleep' } },
  on: { text: 'lobby', tap: [{ guard: tap('bye'), target: 'closed' }, { target: 'lobby' }] },
};
