import { f32At, u32At } from "@wirefold/core";

/** Weights as whole numbers, so that what is equally heavy but for rounding is told apart by its place. */
const UNIT = 1e6;
let room = new Uint32Array(1024);

/**
 * Places of the `count` heaviest, ascending; of equally heavy ones the first.
 *
 * @param among whether a place is among those to choose from. @default every place is
 */
export function heaviestPlaces(weights: Float32Array, count: number, among?: (place: number) => boolean): Uint32Array {
  const all = weights.length;
  if (room.length < all) room = new Uint32Array(all * 2);
  let given = 0;
  for (let i = 0; i < all; i++) if (among === undefined || among(i)) room[given++] = wholeWeight(weights, i);
  const kept = Math.min(given, count);
  const places = new Uint32Array(kept);
  // Where there are no more, all are taken: each weighs as much as the least or more.
  let least = 0;
  let equals = kept;
  if (given > count) {
    least = nthHeaviest(given, count);
    // Those of just the least weight fill the places that heavier ones leave.
    for (let i = 0; i < given; i++) equals -= u32At(room, i) > least ? 1 : 0;
  }
  for (let i = 0, found = 0; found < kept; i++) {
    if (among !== undefined && !among(i)) continue;
    const weight = wholeWeight(weights, i);
    if (weight < least || (weight === least && equals-- <= 0)) continue;
    places[found++] = i;
  }
  return places;
}

const wholeWeight = (weights: Float32Array, place: number): number => Math.round(f32At(weights, place) * UNIT);

/** The weight of the `count`th heaviest of the first `given` in the room, which comes to be in another order (Hoare's selection). */
function nthHeaviest(given: number, count: number): number {
  let from = 0;
  let to = given - 1;
  const wanted = count - 1;
  while (from < to) {
    const pivot = u32At(room, (from + to) >> 1);
    let i = from;
    let j = to;
    while (i <= j) {
      while (u32At(room, i) > pivot) i++;
      while (u32At(room, j) < pivot) j--;
      if (i > j) break;
      const swapped = u32At(room, i);
      room[i++] = u32At(room, j);
      room[j--] = swapped;
    }
    if (wanted <= j) to = j;
    else if (wanted >= i) from = i;
    else break;
  }
  return u32At(room, wanted);
}
