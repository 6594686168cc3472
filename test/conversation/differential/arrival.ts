// The museum's door and till, as data: who comes in, and with what ticket.
const tell = (text: string) => ({ type: 'tell', params: { text } });
const tap = (id: string) => ({ type: 'tapped', params: { id } });

export const arrival = {
  initial: 'greet',
  entry: tell('door opens'),
  exit: { type: 'track', params: { what: 'arrived' } },
  states: {
    greet: { entry: tell('welcome'), always: 'askName' },
    askName: {
      entry: tell('your name?'),
      after: { nudge: { actions: [tell('still there?'), { type: 'add', params: { of: 'nudges', by: 1 } }] }, day: '#museum.asleep' },
      on: { text: { target: 'confirmName', actions: 'keepName' }, photo: { actions: tell('no photos yet') }, bell: { target: 'askName', reenter: true } },
    },
    confirmName: {
      entry: { type: 'show', params: ({ context }: { context: { name: string | null } }) => ({ name: context.name, buttons: ['yes', 'no'] }) },
      on: { tap: [{ guard: tap('no'), target: 'askName' }, { target: 'checking' }], text: { target: 'confirmName', reenter: true, actions: 'keepName' } },
    },
    checking: {
      invoke: {
        id: 'checkVisitor', src: 'checkVisitor', input: ({ context }: { context: { name: string | null } }) => ({ name: context.name }),
        onDone: [{ guard: 'answeredYes', target: 'rules' }, { target: 'refused' }], onError: { target: 'rules', actions: 'keepNote' },
      },
      after: { jobTimeout: { target: 'rules', actions: tell('never mind') } },
      on: { bell: { target: 'checking', reenter: true } },
    },
    refused: { entry: tell('not on the list'), after: { shortWait: 'askName' }, on: { text: { target: 'checking', actions: 'keepName' } } },
    rules: { entry: [tell('do not touch'), 'goOn'], on: { goOn: 'done' } },
    done: { type: 'final' },
  },
  onDone: 'tickets',
};

export const tickets = {
  initial: 'choose',
  on: { photo: { target: '.choose', actions: 'keepNote' } },
  states: {
    choose: {
      entry: { type: 'clear', params: { of: 'tickets' } },
      on: { tap: [{ guard: tap('no'), target: '#museum.lobby' }, { target: 'counting' }], text: 'counting' },
      after: { hour: '#museum.asleep' },
    },
    counting: {
      entry: { type: 'add', params: { of: 'tickets', by: 1 } },
      always: { guard: { type: 'atLeast', params: { of: 'tickets', n: 4 } }, target: 'quoting', actions: tell('four at most') },
      on: { text: { target: 'counting', reenter: true }, tap: [{ guard: tap('yes'), target: 'quoting' }, { guard: tap('no'), target: 'choose' }] },
    },
    quoting: {
      invoke: { id: 'quotePrice', src: 'quotePrice', input: ({ context }: { context: { tickets: number } }) => ({ tickets: context.tickets }), onDone: { target: 'offered', actions: 'keepQuote' }, onError: 'failed' },
      after: { oftenLate: 'failed' },
    },
    offered: {
      entry: { type: 'show', params: ({ context }: { context: { quote: number } }) => ({ price: context.quote }) },
      after: { nudge: { target: 'offered', reenter: true, actions: tell('the price still holds') }, hour: { target: 'choose', actions: tell('too late') } },
      on: { tap: [{ guard: tap('yes'), target: 'charging' }, { guard: tap('no'), target: 'choose' }] },
    },
    charging: {
      entry: tell('one moment'),
      invoke: { id: 'chargeCard', src: 'chargeCard', onDone: [{ guard: 'answeredYes', target: 'printing' }, { target: 'offered', actions: tell('card refused') }], onError: { target: 'failed', actions: 'keepNote' } },
      after: { jobTimeout: 'failed' },
      on: { paid: [{ guard: 'paid', target: 'printing' }, { actions: tell('not paid') }] },
    },
    printing: { invoke: { id: 'printTicket', src: 'printTicket', onDone: 'printed', onError: 'printed' } },
    failed: { entry: tell('out of order'), after: { shortWait: 'choose' }, on: { text: 'choose' } },
    printed: { type: 'final' },
  },
  onDone: { target: 'lobby', actions: tell('here you are') },
};
