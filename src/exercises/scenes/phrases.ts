// Spells out a phrase pattern: `(Can I have|I'd like) a tea[, please].` stands for four phrases.

const part = /\(([^()]*)\)|\[([^\][]*)\]/u;

/**
 * Every phrase that a pattern stands for, in order, without doubles. Round brackets hold alternatives, square ones what
 * may be left out, or several things of which one may stand there; neither may hold the other. A pattern without brackets is one phrase.
 */
export function spelledOut(pattern: string): string[] {
  let phrases = [pattern];
  while (phrases.some((phrase) => part.test(phrase))) {
    phrases = phrases.flatMap((phrase) => {
      const [found, choices, optional] = part.exec(phrase) ?? [];
      if (found === undefined) return [phrase];
      return (choices === undefined ? [...optional!.includes('(') ? [optional!] : optional!.split('|'), ''] : choices.split('|')).map((choice) => phrase.replace(found, () => choice));
    });
  }
  return [...new Set(phrases.map(tidy))];
}

function tidy(phrase: string): string {
  const text = phrase.replace(/\s+/gu, ' ').replace(/ (?=[,.?!])/gu, '').trim();
  return text.replace(/^[^\p{L}\p{N}]*\p{Ll}/u, (head) => head.toUpperCase());
}
