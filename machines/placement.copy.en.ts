// What Charla says around the placement test, in English.
import type { Facts, SameKeys } from './copy.ts';
import { languagesEn } from './onboarding.copy.en.ts';
import type { placementEs } from './placement.copy.es.ts';
import { howPlaced, instruction, itemButtons, itemPlace, itemRows, resultButtons } from './placement.phrases.ts';
import type { Level } from './vocabulary.ts';

const meanings: Readonly<Record<Level, string>> = {
  A1: 'You’re taking your first steps: introducing yourself, asking for the basics.',
  A2: 'You manage everyday things: shopping, routines, simple plans.',
  B1: 'You get by on a trip or at work, and can talk about what happens to you.',
  B2: 'You chat with ease and can back up an opinion.',
  C1: 'You speak fluently, nuances included.',
  C2: 'You understand and say almost anything.',
};
const levelOf = ({ context }: Facts): Level => context.profile.level ?? 'A1';

const onward = {
  skip: { title: 'I don’t know', also: ['don’t know', 'no idea', 'not sure', 'i forgot'] },
  end: { title: 'Leave it here', also: ['leave it', 'enough', 'i’m done', 'finish'] },
  beginner: { title: 'Starting from zero', also: ['i’m a beginner', 'beginner'] },
};

export const placementEn: SameKeys<typeof placementEs> = {
  'placement.offer': {
    ask: 'Shall we check your level? Fifteen questions at most, about five minutes, and your first lesson will suit you.',
    buttons: { test: { title: 'Check my level', also: ['check', 'yes', 'sure', 'ok', 'let’s go'] }, lesson: { title: 'Start now', also: ['start', 'the lesson', 'lesson'] }, later: { title: 'Later', also: ['no', 'not now'] } },
  },
  // Said before the questions are drawn, so that one that was open is one that is lost.
  'placement.begin': (facts) => (itemPlace(facts) !== null ? 'That question is no longer there; here’s another one.' : {
    funny: 'Here we go: up to 15 questions, about five minutes. I’m not correcting here, just listening. If you’re stuck, tap or type *I don’t know* and on we go.',
    strict: 'Up to 15 questions, about five minutes. I don’t correct during the test. If you’re stuck, tap or type *I don’t know*.',
  }),
  'placement.nothing': 'I don’t have enough questions yet to check your level.',
  'placement.failed': 'I’m taking too long to prepare the test and don’t want to keep you waiting. Nothing is lost: try again in a moment.',
  'placement.item': {
    ask: (facts) => (facts.item === null ? 'That question is no longer there. Write me anything and we’ll go on with another one.' : `Question ${itemPlace(facts) ?? 1}. ${instruction(facts, { choose: 'Choose', fill: 'Fill in', correct: 'There’s a mistake; type the sentence correctly', translate: `Say it in ${languagesEn[facts.context.profile.targetLanguage ?? 'en']}` })}: ${facts.item.stem}`),
    buttons: (facts) => itemButtons(facts, onward),
    list: { open: 'See the options', rows: (facts) => itemRows(facts, onward) },
  },
  'placement.result': {
    ask: (facts) => {
      const level = levelOf(facts);
      const means = meanings[level];
      switch (howPlaced(facts)) {
        case 'said': return `Perfect: level *${level}*, from the beginning, no rush. Shall we start?`;
        case 'corrected': return `Changed: *${level}*. ${means} Shall we start there?`;
        case 'ceiling': return `Your level: at least *${level}*. ${means} That’s as high as I can measure and teach for now. Shall we start there?`;
        default: return `Your level: *${level}*. ${means} Shall we start there? If it doesn’t feel right, change it with a tap.`;
      }
    },
    buttons: (facts) => resultButtons(facts, {
      lesson: { title: 'Start', also: ['yes', 'sure', 'ok', 'let’s go'] },
      lower: { title: 'Easier', also: ['lower', 'one level down'] },
      higher: { title: 'Harder', also: ['higher', 'one level up'] },
    }),
  },
  'placement.tooFew': (facts) => {
    const level = levelOf(facts);
    return `With so few answers, naming a level would be a guess. I’ll leave you at ${level}; you can check or change it in *Settings*.`;
  },
  'placement.level': {
    ask: 'Which level shall I set?',
    list: {
      open: 'Choose a level',
      rows: {
        test: { title: 'Check my level', description: 'Up to 15 questions, about five minutes', also: ['check', 'the test', 'test'] },
        A1: { title: 'A1: starting from zero', also: ['a1', 'zero', 'beginner', 'starting from zero'] },
        A2: { title: 'A2: I know a little', also: ['a2', 'a little', 'i know a little'] },
        B1: { title: 'B1: I get by', also: ['b1', 'i get by'] },
        back: { title: 'Back to the menu', also: ['back', 'nothing'] },
      },
    },
  },
};
