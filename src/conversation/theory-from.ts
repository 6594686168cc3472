// Finds where in a topic's theory the explanation of one exercise begins.

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? [];
const inBold = (text: string): string => (text.match(/\*[^*\n]+\*/gu) ?? []).join(' ');

/**
 * The theory from the paragraph on that explains an exercise: the one that has most of the forms which the exercise's
 * answer and reason speak of, the answer's own words counting double and a form less that other paragraphs have too. The
 * first when none does more.
 * @param theory paragraphs with a blank line between, what is taught in bold
 * @param answer the right answer
 * @param why the reason why the exercise's answer is right, with its forms in bold
 */
export function theoryFrom(theory: string, answer: string, why: string): string {
  const paragraphs = theory.trim().split(/\n\s*\n/u);
  const taught = paragraphs.map((paragraph) => new Set(wordsIn(inBold(paragraph))));
  const own = wordsIn(answer);
  const wanted = [...new Set([...own, ...wordsIn(inBold(why))])]
    .map((word) => ({ word, weight: (own.includes(word) ? 2 : 1) / Math.max(1, taught.filter((words) => words.has(word)).length) }));
  const scores = taught.map((words) => wanted.reduce((sum, { word, weight }) => sum + (words.has(word) ? weight : 0), 0));
  return paragraphs.slice(scores.indexOf(Math.max(...scores))).join('\n\n');
}
