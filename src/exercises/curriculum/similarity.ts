// How alike two sentences are, to find exercises that were written twice with a word changed.

function triples(text: string): Map<string, number> {
  const plain = ` ${text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= plain.length; at += 1) {
    const triple = plain.slice(at, at + 3);
    counts.set(triple, (counts.get(triple) ?? 0) + 1);
  }
  return counts;
}

/**
 * The Sørensen–Dice coefficient of the letter triples of two texts: 1 for the same words in the same order,
 * 0 for nothing in common. Case and punctuation do not count.
 */
export function similarity(one: string, other: string): number {
  const [left, right] = [triples(one), triples(other)];
  let [shared, total] = [0, 0];
  for (const [triple, count] of left) {
    shared += Math.min(count, right.get(triple) ?? 0);
    total += count;
  }
  for (const count of right.values()) total += count;
  return total === 0 ? 1 : (2 * shared) / total;
}
