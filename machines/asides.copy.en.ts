// What Charla says in between, in English: the level, and where the learner is.
import type { SameKeys } from './copy.ts';
import type { asidesEs } from './asides.copy.es.ts';
import { clock, comma, zoneRows } from './phrases.ts';
import { itemPlace } from './placement.phrases.ts';
import { languagesEn } from './onboarding.copy.en.ts';

const can = {
  A1: 'you understand and use simple everyday sentences',
  A2: 'you manage everyday things like introducing yourself, shopping or asking for something',
  B1: 'you get by on a trip and can tell people about plans and experiences',
  B2: 'you converse fluently and follow complex texts',
  C1: 'you express yourself with ease and precision on almost anything',
  C2: 'you understand and say practically everything, nuances included',
} as const;

export const asidesEn: SameKeys<typeof asidesEs> = {
  level: {
    ask: ({ context: { profile } }) => `Your ${languagesEn[profile.targetLanguage ?? 'es']} is at *${profile.level ?? 'A1'}*: ${can[profile.level ?? 'A1']}. Shall we leave it there?`,
    buttons: (facts) => ({
      continue: { title: 'It’s fine', also: ['yes', 'ok', 'continue', 'carry on', 'leave it', 'fine'] },
      test: { title: itemPlace(facts) === null ? 'Check my level' : 'Go on with the test', also: ['check', 'the test', 'test', 'take the test'] },
      change: { title: 'Change level', also: ['change', 'change it', 'no'] },
    }),
  },
  'level.later': { lead: 'We’ll get to your level in a moment. Carrying on:' },
  'minor.noted': 'Thanks for telling me: from now on I correct with humour and no winks.',
  place: {
    ask: (facts) => `Which city are you in? Right now I go by the time in ${facts.city} (${clock(facts.here)}).`,
    buttons: { same: { title: 'That’s right', also: ['it’s fine', 'yes', 'ok', 'keep it', 'leave it', 'the same'] } },
  },
  'place.near': {
    ask: { funny: 'That one fell off my map. Is your clock the same as in one of these?', strict: 'I don’t know that city. Is your time one of these?' },
    list: { open: 'Choose the time', rows: (facts) => zoneRows(facts, 'None of these') },
  },
  'place.noted': (facts) => `Noted${comma(facts)}: ${facts.city} time.`,
};
