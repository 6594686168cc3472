// Recognises STOP before anybody knows the learner's language: whoever wants silence must not stand in line for it.
import { COMMAND_WORDS, readCommand } from '../grading/commands.ts';

const languages = Object.keys(COMMAND_WORDS);
const longest = 40;

// Nearly no message is one: a look at its letters spares the reading of all the others, which would cost as much as the rest of the webhook.
const letters = (text: string) => text.toLowerCase().normalize('NFD').replace(/[^a-z]/g, '');
const likely = new Set(Object.values(COMMAND_WORDS).flatMap((words) => words.stop.map(letters)));

/** Whether a whole message is a word for STOP in any language Charla speaks. What it means is decided in the learner's turn: it may be the answer to an exercise. */
export function isStopWord(text: string): boolean {
  return text.length <= longest && likely.has(letters(text)) && languages.some((language) => readCommand(text, language) === 'stop');
}
