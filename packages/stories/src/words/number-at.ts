/**
 * A number of a list, at a place the loop around it keeps within the list. Not checked: the words of a story are read through
 * this a hundred million times.
 */
export function numberAt(list: readonly number[], at: number): number {
  // biome-ignore lint/style/noNonNullAssertion: the caller keeps `at` within the list, as said above.
  return list[at]!;
}
