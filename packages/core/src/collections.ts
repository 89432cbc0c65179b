/** A list with at least one item: `list[0]` is a `T`, and sorting it in place keeps it so. */
export type NonEmpty<T> = [T, ...T[]];

/** The items under each key, in their order; keys in the order they first come. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, NonEmpty<T>> {
  const groups = new Map<K, NonEmpty<T>>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * The value of a key that the code has put there before. Throws a plain `Error` where it has not: that is a bug of
 * ours, never bad input.
 */
export function mustGet<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`no value under the key ${String(key)}, which should have one`);
  return value;
}

/** The item at a place the code knows to be inside the list. Throws a plain `Error` where it is not: a bug of ours. */
export function mustAt<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`no item at ${index} of ${list.length}`);
  return item;
}
