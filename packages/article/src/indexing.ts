/**
 * Reading columns and lists by an index that comes from the page itself: a node's parent, the block before one. The loops that run for
 * every character, node and feature read their arrays directly.
 */

/** A column's number for a node or a block; 0, which stands for the root and for none, where the column has no such row. */
export const valueAt = (column: ArrayLike<number>, index: number): number => column[index] ?? 0;

/** The list's entry. A wrong index is a mistake in this package and throws, instead of going on with nothing in hand. */
export function entryAt<Entry>(list: readonly Entry[], index: number): Entry {
  const found = list[index];
  if (found === undefined) throw new RangeError(`There is no entry ${index} among ${list.length}.`);
  return found;
}
