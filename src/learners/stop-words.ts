// Recognises STOP before anybody knows the learner's language: whoever wants silence must not stand in line for it.
import { COMMAND_WORDS, readCommand } from '../grading/commands.ts';

const languages = Object.keys(COMMAND_WORDS);

/** Whether a whole message is a word for STOP in any language Charla speaks. What it means is decided in the learner's turn: it may be the answer to an exercise. */
export function isStopWord(text: string): boolean {
  return text.length <= 40 && languages.some((language) => readCommand(text, language) === 'stop');
}
