/** A column's number for a node or a block; 0, which stands for the root and for none, where the column has no such row. */
export const valueAt = (column: ArrayLike<number>, index: number): number => column[index] ?? 0;
