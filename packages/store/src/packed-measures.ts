/** Measures are told to four decimals, so as whole numbers of ten-thousandths they take two bytes or three. */
const PARTS = 10_000;

/** Numbers packed one behind the other, and the names of those places; null where one is finer than {@link PARTS} tells. */
export interface PackedMeasures {
  readonly names: string;
  readonly packed: Buffer;
}

export function packMeasures(measures: Readonly<Record<string, number>>): PackedMeasures | null {
  const names = Object.keys(measures).sort();
  if (names.some((name) => name.includes(" "))) return null;
  const bytes: number[] = [];
  for (const name of names) {
    const value = measures[name] ?? 0;
    const whole = Math.round(value * PARTS);
    if (whole / PARTS !== value || Object.is(value, -0) || !Number.isSafeInteger(whole * 2)) return null;
    // The sign in the lowest bit, then seven bits a byte.
    let rest = whole < 0 ? -whole * 2 - 1 : whole * 2;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
    bytes.push(rest);
  }
  return { names: names.join(" "), packed: Buffer.from(bytes) };
}

export function unpackMeasures({ names, packed }: PackedMeasures): Record<string, number> {
  const measures: Record<string, number> = {};
  let at = 0;
  for (const name of names === "" ? [] : names.split(" ")) {
    let rest = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = packed[at++] ?? 0;
      rest += (byte & 127) * unit;
      if (byte < 128) break;
    }
    measures[name] = (rest % 2 === 1 ? -(rest + 1) / 2 : rest / 2) / PARTS;
  }
  return measures;
}
