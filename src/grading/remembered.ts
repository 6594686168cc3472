// Remembers what a pure function of a short text gave: the same accepted forms and options are compared with every learner's answer.

const mostKept = 20_000
const longestKept = 200

/** The function, with its last results kept, at most 20,000 of texts up to 200 characters. Results must not be changed by their users. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const made = make(text)
    if (text.length <= longestKept) {
      if (kept.size >= mostKept) kept.clear()
      kept.set(text, made)
    }
    return made
  }
}
