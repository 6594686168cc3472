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

function sum(counts: Map<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** The Sørensen–Dice coefficient, from what two texts share and what they have in all. */
function dice(shared: number, total: number): number {
  return total === 0 ? 1 : (2 * shared) / total;
}

/**
 * The Sørensen–Dice coefficient of the letter triples of two texts: 1 for the same words in the same order,
 * 0 for nothing in common. Case and punctuation do not count.
 */
export function similarity(one: string, other: string): number {
  const [left, right] = [triples(one), triples(other)];
  let shared = 0;
  for (const [triple, count] of left) shared += Math.min(count, right.get(triple) ?? 0);
  return dice(shared, sum(left) + sum(right));
}

/**
 * All pairs of texts whose `similarity` is at least `least` (above 0), as places in the list, the later one first;
 * in the order of the later, then of the earlier.
 * Only texts that share a triple are ever compared, so the time grows with what is shared and not with all pairs.
 */
export function similarPairs(texts: readonly string[], least: number): [later: number, earlier: number][] {
  const pairs: [number, number][] = [];
  const withTriple = new Map<string, { at: number; count: number }[]>();
  const totals: number[] = [];
  const shared = new Uint32Array(texts.length);
  for (const [at, text] of texts.entries()) {
    const counts = triples(text);
    const total = sum(counts);
    for (const [triple, count] of counts) {
      const earlier = withTriple.get(triple) ?? [];
      for (const one of earlier) shared[one.at]! += Math.min(count, one.count);
      if (earlier.push({ at, count }) === 1) withTriple.set(triple, earlier);
    }
    for (const [before, totalBefore] of totals.entries()) {
      if (dice(shared[before]!, total + totalBefore) >= least) pairs.push([at, before]);
    }
    shared.fill(0);
    totals.push(total);
  }
  return pairs;
}
