/**
 * Reads a packed table of how often hashes occur. Per hash: its difference to the one before (base-128 varint), and one
 * byte of 24 ln(texts / texts with it). Answers a function from a hash to its weight, the logarithm of its rarity: 0 for
 * what stands in every text. A hash that is not in the table was seen in fewer than three texts.
 */
export function frequencyTable(packed: string, count: number, texts: number): (hash: number) => number {
  // Open addressing, a power of two at least twice the count, so a look-up is one or two probes.
  const slots = 1 << Math.ceil(Math.log2(Math.max(2, count * 2)));
  const mask = slots - 1;
  const keys = new Uint32Array(slots);
  const weights = new Float32Array(slots);
  const rarest = Math.log(Math.max(1, texts) / 1.5);
  const bytes = atob(packed);
  let at = 0;
  let hash = 0;
  while (at < bytes.length) {
    let delta = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes.charCodeAt(at++);
      delta += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
      scale *= 128;
    }
    hash += delta;
    let slot = hash & mask;
    while (keys[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = hash;
    weights[slot] = bytes.charCodeAt(at++) / 24;
  }
  return (wanted) => {
    let slot = wanted & mask;
    for (;;) {
      const key = keys[slot] ?? 0;
      if (key === wanted) return weights[slot] ?? 0;
      if (key === 0) return rarest;
      slot = (slot + 1) & mask;
    }
  };
}
