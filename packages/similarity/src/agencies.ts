import { hashStem } from "@wirefold/text";

/**
 * News agencies, as bits. Naming one is no credit ("told AP" stands in rewrites and in rivals' reports alike), but two
 * texts with the same agency are likelier to share its copy.
 */
const AGENCIES: readonly (readonly string[])[] = [
  ["AP", "Associated Press"],
  ["AFP", "Agence France-Presse", "Agence France"],
  ["Reuters", "Thomson Reuters"],
  ["dpa", "Deutsche Presse"],
  ["TASS", "ITAR-TASS"],
  ["Interfax"],
  ["ANSA"],
  ["EFE"],
  ["Xinhua"],
  ["Kyodo"],
  ["UPI", "United Press"],
  ["PTI", "Press Trust"],
  ["Bloomberg"],
  ["Press Association"],
  ["Anadolu"],
  ["Yonhap"],
  ["RIA Novosti"],
  ["Ukrinform"],
  ["CNN"],
  ["BBC"],
];

const stemOf = (word: string): number => hashStem(word, 0, word.length);
const singles = new Map<number, number>();
const pairs = new Map<number, Map<number, number>>();
const byName = new Map<string, number>();

for (const [at, names] of AGENCIES.entries()) {
  const bit = 1 << at;
  for (const name of names) {
    byName.set(name.toLowerCase(), bit);
    const [first, second] = name.split(/[ -]/);
    if (second === undefined) singles.set(stemOf(first!), bit);
    else {
      const seconds = pairs.get(stemOf(first!)) ?? new Map<number, number>();
      seconds.set(stemOf(second), bit);
      pairs.set(stemOf(first!), seconds);
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
  const plain = credit
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\s-]/gu, "")
    .trim();
  const exact = byName.get(plain);
  if (exact !== undefined) return exact;
  for (const [name, bit] of byName) if (plain.includes(name) && name.length > 3) return bit;
  return 0;
}
