// Words that exercises and scenes use although they are heard less than their level's band: which, from which level, and why.
import type { Level } from '../exercise.ts';

export interface Allowance {
  /** ISO 639-1 */
  language: string;
  from: Level;
  because: string;
  /** Lower case, between spaces; each stands for its regular forms. */
  words: string;
}

/** Nobody says “fork” often, but at table everybody needs it: G. Gougenheim, R. Michéa, P. Rivenc & A. Sauvageot, L’élaboration du français fondamental, 1964. */
const available = 'a thing that is named seldom and comes to everybody’s mind where it is needed';
const sameInBoth = 'it looks the same in the learner’s language, and is read without having been met';
const names = 'a name that may begin a sentence, and that the dictionary does not have as one';
const oneOfASet = 'a number, an hour or an irregular form: learnt with its set, however seldom it is said';
const younger = 'the word is younger than most of the films';
const letters = 'it stands at the head of letters, which nobody films';
const wished = 'part of a wish that is learnt whole: *que aproveche*';

export const allowances: readonly Allowance[] = [
  { language: 'en', from: 'A1', because: names, words: 'juan pilar daniela' },
  { language: 'en', from: 'A1', because: sameInBoth, words: 'cinema supermarket pharmacy engineer dentist photo taco tennis café horror' },
  { language: 'en', from: 'A1', because: available, words: 'grandparents bakery fork fridge rice bean salad thirsty' },
  { language: 'en', from: 'A1', because: oneOfASet, words: "o'clock noon twenty fifty seventy" },
  { language: 'en', from: 'A1', because: younger, words: 'email' },
  { language: 'en', from: 'A2', because: names, words: 'luiza' },
  { language: 'en', from: 'A2', because: sameInBoth, words: 'stadium biology kilometres pasta sofa' },
  { language: 'en', from: 'A2', because: available, words: 'umbrella noisy corn potato dish prawns shelf cupboard recipe' },
  { language: 'en', from: 'A2', because: 'a dish of Colombia, which the exercise describes', words: 'ajiaco' },
  { language: 'en', from: 'A2', because: oneOfASet, words: 'rang swam' },
  { language: 'es', from: 'A1', because: sameInBoth, words: 'taco yoga latino cafetería tortilla euro profesión tímido' },
  { language: 'es', from: 'A1', because: available, words: 'alegre simpático postre bombero zumo bocadillo jamón terraza' },
  { language: 'es', from: 'A1', because: oneOfASet, words: 'cuestan veintiocho' },
  { language: 'es', from: 'A1', because: wished, words: 'aprovechar' },
  { language: 'es', from: 'A2', because: names, words: 'garcía' },
  { language: 'es', from: 'A2', because: sameInBoth, words: 'reservar reservación flan porción repetir' },
  { language: 'es', from: 'A2', because: available, words: 'mudar semáforo verdura camarón recto girar' },
  { language: 'es', from: 'A2', because: letters, words: 'estimado' },
  { language: 'es', from: 'B1', because: names, words: 'lucas valeria' },
  { language: 'es', from: 'B1', because: sameInBoth, words: 'argentino' },
];
