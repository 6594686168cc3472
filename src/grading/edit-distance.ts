// Counts the slips of the fingers between two words: optimal string alignment, where a swap of neighbours is one slip.

/**
 * The optimal string alignment distance (restricted Damerau–Levenshtein) between two strings, in edits:
 * insert, delete, replace, or swap two neighbours, no part edited twice. Works on code points.
 * Stops early and returns `limit + 1` when the distance is larger than `limit`.
 */
export function editDistance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  const a = [...left]
  const b = [...right]
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let twoBack: number[] = []
  let oneBack = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const replaced = (oneBack[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(replaced, (oneBack[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    // A swap reaches back two rows, so one bad row is not yet proof.
    if (least > limit && Math.min(...oneBack) > limit) return limit + 1
    twoBack = oneBack
    oneBack = row
  }
  const distance = oneBack[b.length] ?? 0
  return distance > limit ? limit + 1 : distance
}
