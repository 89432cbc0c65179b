/**
 * Reads of lists and columns. One function a kind of list: the engine specialises each on the kinds that pass through it, and one for all kinds
 * is slow everywhere once lists of numbers, of objects and typed arrays have been read by it.
 */

/** The item at a place the code knows to be inside the list. Throws a plain `Error` where it is not: a bug of ours. */
export function itemAt<T extends object | string>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`no item at ${index} of ${list.length}`);
  return item;
}

/** The same for a list of numbers. */
export function numberAt(list: readonly number[], index: number): number {
  const item = list[index];
  if (item === undefined) throw new Error(`no number at ${index} of ${list.length}`);
  return item;
}

/** A column's number for a node or a block; 0, which stands for the root and for none, where the column has no such row. */
export const i32Of = (column: Int32Array, index: number): number => column[index] ?? 0;
export const u16Of = (column: Uint16Array, index: number): number => column[index] ?? 0;
export const f32Of = (column: Float32Array, index: number): number => column[index] ?? 0;
export const f64Of = (column: Float64Array, index: number): number => column[index] ?? 0;
export const u8Of = (column: Uint8Array, index: number): number => column[index] ?? 0;
