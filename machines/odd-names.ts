// Tells what is hardly a name, such as random keys, and what is none: a question, or “I’d rather not say”.

const rows = ['qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjklñ', 'qsdfghjklm', 'zxcvbnm', 'yxcvbnm', 'wxcvbn'];
const walks = [...rows, ...rows.map((row) => [...row].reverse().join(''))];
/** Surnames that lie side by side on the keys. */
const sideBySide = ['wert', 'trew'];
const leastKeys = 4;
const leastConsonants = 6;

/** “asdf”, “qweqwe”, “zzzz”, “sdkfjhg”; of the letters of other scripts nothing is said. */
function isRandomKeys(word: string): boolean {
  const keys = word.replace(/^(.{3,})\1+$/u, '$1');
  if (keys.length < word.length && walks.some((row) => row.includes(keys))) return true;
  if (word.length >= leastKeys && !sideBySide.includes(word) && (walks.some((row) => row.includes(word)) || /^(.)\1+$/u.test(word))) return true;
  // r and l carry syllables in Slavic names, w in Welsh ones.
  return word.length >= leastConsonants && /^[a-z]+$/u.test(word) && !/[aeiouyw]/u.test(word);
}

/** Whole messages that are hardly a name, and how messages begin that are none; without accents. */
const answers = /^(?:no|nope|nao|non|yes|yeah|si|sim|oui|ok|okay|vale|claro|test|prueba|teste|nadie|ninguno|ninguem|nobody|personne|da igual|me da igual|tanto faz|peu importe|whatever|luego|despues|depois|later|plus tard)$/u;
const evasions = /^(?:por que|para que|pra que|porque|pourquoi|why|what|no (?:quiero|te|lo|se|me|soy|voy|hace|importa)|prefiero no|prefiro nao|nao (?:quero|vou|te|me|sou|sei|importa)|i d rather|i prefer not|i (?:don t|dont|won t|do not)|rather not|je (?:ne|veux|sais)|je prefere (?:ne|pas|que))(?: |$)/u;

const wordsOf = (text: string): string[] => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}]+/u).filter((word) => word !== '');

/** Whether a text is hardly what somebody is called. Never certain: it is asked once more and then believed. */
export function isOddName(name: string): boolean {
  const words = wordsOf(name);
  return answers.test(words.join(' ')) || (words.length > 0 && words.every(isRandomKeys));
}

/** Whether somebody asks back or would rather not say, which is nobody's name. */
export function asksBack(text: string): boolean {
  return /[?¿]/u.test(text) || evasions.test(wordsOf(text).join(' '));
}
