// The museum's tour, as data: rooms told, asked about and judged; left and gone on with by a deep history.
const tell = (text: string) => ({ type: 'tell', params: { text } });
const tap = (id: string) => ({ type: 'tapped', params: { id } });
const add = (of: string, by = 1) => ({ type: 'add', params: { of, by } });
const clear = (of: string) => ({ type: 'clear', params: { of } });

export const tour = {
  initial: 'gate',
  exit: 'callGuideOff',
  on: { bell: { target: '#museum.desk', actions: tell('coming') } },
  states: {
    resume: { type: 'history', history: 'deep', target: 'gate' },
    gate: { always: [{ guard: 'hasTicket', target: 'loading' }, { target: '#museum.tickets', actions: tell('ticket first') }] },
    loading: {
      invoke: { id: 'loadRoom', src: 'loadRoom', input: ({ context }: { context: { room: number } }) => ({ room: context.room }), onDone: { target: 'room', actions: 'keepRoom' }, onError: 'broken' },
      after: { jobTimeout: 'broken' },
    },
    broken: { entry: tell('lights are out'), after: { shortWait: 'loading', day: '#museum.asleep' }, on: { tap: { guard: tap('no'), target: '#museum.lobby' } } },
    room: {
      initial: 'present',
      on: { tap: { guard: tap('rest'), target: 'resting' } },
      states: {
        present: { entry: [{ type: 'show', params: ({ context }: { context: { room: number } }) => ({ room: context.room }) }, 'noteRoom', 'callGuideOff', 'callGuide'], always: 'listening' },
        listening: {
          after: { nudge: { actions: tell('shall I go on?') }, day: '#museum.asleep' },
          on: {
            text: { target: 'judging', actions: 'keepNote' },
            photo: { target: 'narrating', actions: 'keepNote' },
            guideComes: { actions: [tell('a guide comes'), add('nudges')] },
          },
        },
        narrating: {
          invoke: { id: 'narrate', src: 'narrate', input: ({ context }: { context: { note: string | null } }) => ({ of: context.note }), onDone: 'question', onError: 'listening' },
          after: { oftenLate: { target: 'narrating', reenter: true, actions: add('misses') } },
          on: { photo: { target: 'narrating', reenter: true, actions: 'keepNote' } },
        },
        question: { entry: tell('what do you see?'), after: { nudge: 'hint' }, on: { text: { target: 'judging', actions: 'keepNote' } } },
        judging: {
          invoke: { id: 'judgeReply', src: 'judgeReply', input: ({ context }: { context: { note: string | null } }) => ({ reply: context.note }), onDone: [{ guard: 'answeredYes', target: 'praise' }, { target: 'missed' }], onError: 'listening' },
          after: { jobTimeout: 'listening' },
          on: { text: { target: 'judging', reenter: true, actions: 'keepNote' } },
        },
        praise: {
          entry: [tell('well seen'), add('right'), add('room'), clear('misses')],
          always: [{ guard: { type: 'below', params: { of: 'room', n: 3 } }, target: 'present' }, { target: 'left' }],
        },
        missed: { entry: add('misses'), always: [{ guard: { type: 'atLeast', params: { of: 'misses', n: 2 } }, target: 'hint' }, { target: 'question' }] },
        hint: { entry: [tell('look closer'), clear('misses')], always: 'listening' },
        left: { type: 'final' },
      },
      onDone: 'recap',
    },
    resting: { entry: tell('rest a while'), after: { hour: { target: '#museum.asleep' } }, on: { tap: { guard: tap('yes'), target: '#museum.tour.room' } } },
    recap: { entry: [tell('that was it'), 'noteVisit', clear('room')], always: 'done' },
    done: { type: 'final' },
  },
  onDone: 'lobby',
};

export const workshop = {
  type: 'parallel',
  entry: [clear('ticks'), tell('aprons on')],
  states: {
    clay: {
      initial: 'idle',
      states: {
        idle: { on: { text: 'shaping' } },
        shaping: { invoke: { id: 'shapeClay', src: 'shapeClay', onDone: { target: 'firing', actions: tell('a bowl') }, onError: { target: 'idle', actions: tell('it broke') } }, on: { photo: { target: 'shaping', reenter: true } } },
        firing: { entry: ['callKilnOff', 'callKiln'], on: { kilnDone: { target: 'fired', actions: { type: 'show', params: ({ event }: { event: { pots: number } }) => ({ pots: event.pots }) } } } },
        fired: { type: 'final' },
      },
    },
    watch: {
      initial: 'ticking',
      states: {
        ticking: {
          entry: add('ticks'),
          after: { tick: [{ guard: { type: 'below', params: { of: 'ticks', n: 4 } }, target: 'ticking', reenter: true }, { target: 'over', actions: tell('time is up') }] },
          on: { tap: { guard: tap('yes'), target: 'over' } },
        },
        over: { type: 'final' },
      },
    },
  },
  onDone: { target: 'lobby', actions: 'thankOften' },
};
