import { u16At, u32At } from "@wirefold/core";

/** Values a byte has. */
const KINDS = 256;
const starts = new Uint32Array(4 * KINDS);
let spare = new Uint16Array(4096);
let spareHashes = new Uint32Array(4096);

/** Fewer hashes than this are compared: counting what their bytes hold takes longer. */
const COUNTED_FROM = 192;

/** Sorts hashes in place, ascending: two hundred and more by their bytes, which takes a third of what comparing them takes. */
export function sortHashes(hashes: Uint32Array): void {
  if (hashes.length < COUNTED_FROM) {
    hashes.sort();
    return;
  }
  if (spareHashes.length < hashes.length) spareHashes = new Uint32Array(hashes.length * 2);
  findStarts(hashes);
  for (let byte = 0; byte < 4; byte += 2) {
    scatterHashes(hashes, spareHashes, hashes.length, byte);
    scatterHashes(spareHashes, hashes, hashes.length, byte + 1);
  }
}

function scatterHashes(from: Uint32Array, to: Uint32Array, count: number, byte: number): void {
  const first = byte * KINDS;
  for (let i = 0; i < count; i++) {
    const hash = u32At(from, i);
    const kind = first + ((hash >>> (byte * 8)) & 255);
    const next = u32At(starts, kind);
    starts[kind] = next + 1;
    to[next] = hash;
  }
}

/**
 * Places of hashes in the hashes' order, those of equal ones ascending. At most 65,536 hashes. Sorted by their bytes, the lowest first, which for the
 * words of an article takes a third of what comparing them takes, and no longer whatever their order.
 */
export function placesInOrder(hashes: Uint32Array): Uint16Array {
  const count = hashes.length;
  const places = new Uint16Array(count);
  if (spare.length < count) spare = new Uint16Array(count * 2);
  for (let i = 0; i < count; i++) places[i] = i;
  findStarts(hashes);
  for (let byte = 0; byte < 4; byte += 2) {
    scatter(hashes, places, spare, byte);
    scatter(hashes, spare, places, byte + 1);
  }
  return places;
}

/** Takes places in their order to where the byte of their hash says. */
function scatter(hashes: Uint32Array, from: Uint16Array, to: Uint16Array, byte: number): void {
  const first = byte * KINDS;
  for (let i = 0; i < hashes.length; i++) {
    const place = u16At(from, i);
    const kind = first + ((u32At(hashes, place) >>> (byte * 8)) & 255);
    const next = u32At(starts, kind);
    starts[kind] = next + 1;
    to[next] = place;
  }
}

/** Per byte and per value of it, where the first hash with it goes. */
function findStarts(hashes: Uint32Array): void {
  starts.fill(0);
  for (let i = 0; i < hashes.length; i++) {
    const hash = u32At(hashes, i);
    for (let byte = 0; byte < 4; byte++) {
      const kind = byte * KINDS + ((hash >>> (byte * 8)) & 255);
      starts[kind] = u32At(starts, kind) + 1;
    }
  }
  for (let byte = 0; byte < 4; byte++) {
    let next = 0;
    for (let kind = byte * KINDS; kind < (byte + 1) * KINDS; kind++) {
      const count = u32At(starts, kind);
      starts[kind] = next;
      next += count;
    }
  }
}
