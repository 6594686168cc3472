// Makes a value that nobody can change: whoever tries gets a TypeError.

/** Freezes a JSON-like value through and through and returns it. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}
