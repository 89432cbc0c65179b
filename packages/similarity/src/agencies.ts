import { agencyIn, agencyOf, hashStem, newsAgencies } from "@wirefold/text";

/**
 * News agencies, as bits. Naming one is no credit ("told AP" stands in rewrites and in rivals' reports alike), but two
 * texts with the same agency are likelier to share its copy.
 */
const wire = newsAgencies.filter(({ kind }) => kind === "agency");

/** Bits of their own for the agencies named most; the rest share the others, as one 32-bit number has to hold them all. */
const OWN_BITS = 24;
const SHARED_BITS = 7;
const bitAt = (at: number): number => 1 << (at < OWN_BITS ? at : OWN_BITS + ((at - OWN_BITS) % SHARED_BITS));

const stemOf = (word: string): number => hashStem(word, 0, word.length);
const singles = new Map<number, number>();
const pairs = new Map<number, Map<number, number>>();
const byName = new Map<string, number>();

for (const [at, { name, names, cased = [] }] of wire.entries()) {
  const bit = bitAt(at);
  byName.set(name, bit);
  // Words are compared without their case here: a form that is a name only as written (“sid”) would find people.
  for (const form of [...names, ...cased.filter((form) => form === name && form.length > 3)]) {
    const [first, second] = form.split(/[ -]/);
    if (first === undefined || first === "The") continue;
    if (second === undefined) singles.set(stemOf(first), bit);
    else {
      const seconds = pairs.get(stemOf(first)) ?? new Map<number, number>();
      seconds.set(stemOf(second), bit);
      pairs.set(stemOf(first), seconds);
    }
  }
}

/** The agency a capitalised word, or it and the next, names; 0 for none. */
export function agencyBit(stem: number, next: number): number {
  return singles.get(stem) ?? pairs.get(stem)?.get(next) ?? 0;
}

/** The bit of a credit as an article gives it: "AP", "Associated Press", "(Reuters)". 0 where it names no known agency. */
export function agencyOfCredit(credit: string | null | undefined): number {
  if (typeof credit !== "string") return 0;
  const bare = credit.replace(/^[\s([]+|[\s)\]]+$/g, "");
  const name = agencyOf(bare) ?? agencyIn(bare) ?? undefined;
  return name === undefined ? 0 : (byName.get(name) ?? 0);
}
