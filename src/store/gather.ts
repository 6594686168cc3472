// Lets questions that are asked at about the same time share one statement.

/**
 * Makes a function that looks things up by name. All names asked for within one round of the event loop go to `load`
 * together, each once; what `load` does not give is undefined. When it rejects, all who asked hear of it.
 */
export function gather<Value>(load: (names: readonly string[]) => Promise<ReadonlyMap<string, Value>>): (name: string) => Promise<Value | undefined> {
  let wanted = new Set<string>();
  let answer: Promise<ReadonlyMap<string, Value>> | null = null;

  const lookUp = async () => {
    await new Promise(setImmediate);
    const names = [...wanted];
    wanted = new Set();
    answer = null;
    return load(names);
  };
  return (name) => {
    wanted.add(name);
    answer ??= lookUp();
    return answer.then((found) => found.get(name));
  };
}
