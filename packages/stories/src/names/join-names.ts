/**
 * Joins the spellings of one name across documents. A merge needs every part of the shorter name to be answered by a
 * part of the longer: equal, or equal in its consonants once transliteration habits are evened out ("Akhmetdschanov",
 * "Akhmetzhanov"). Two names that share a head noun and differ in the other part ("Upper X", "Lower X") stay apart.
 */

import type { Facts } from "@wirefold/core";
import { compareStrings, mustAt, mustGet, sortedUnique } from "@wirefold/core";
import { countryOf, fold, isFunctionWord, isSameCountry, memoize } from "@wirefold/text";
import { anyStoryForm } from "@wirefold/text/story-words";
import { compareTwoStrings } from "string-similarity";
import type { ReconcileMember } from "../reconcile-member.ts";

export interface JoinedName {
  readonly canonical: string;
  readonly type: string;
  readonly variants: readonly { readonly text: string; readonly docs: readonly string[] }[];
}

export interface JoinedNames {
  readonly names: readonly JoinedName[];
  /** A key that is equal for two spellings of one name, and the folded text itself for a name never joined. */
  keyOf(name: string): string;
}

const TITLES = new RegExp(`^${anyStoryForm("title")}\\.?\\s+`, "i");

interface Entry {
  /** How many documents take the name for a person, a place…; they need not agree. */
  readonly types: Map<string, number>;
  readonly surfaces: Map<string, Set<string>>;
  readonly parts: readonly string[];
  canonical: string;
}

/** Spellings compared with at most this many names that share a sound key; hostile input has thousands. */
const BUCKET_MAX = 40;

export function joinNames(members: readonly ReconcileMember[]): JoinedNames {
  const entries: Entry[] = [];
  const exact = new Map<string, Entry>();
  for (const member of members) for (const entity of member.facts?.entities ?? []) addEntity(entity, member.id, entries, exact);
  // Longest names first, so short forms meet the full one; a fixed order makes the outcome independent of the members'.
  entries.sort((a, b) => b.parts.length - a.parts.length || compareStrings(a.canonical, b.canonical));
  const home = new Map<Entry, Entry>();
  const buckets = new Map<string, Entry[]>();
  for (const entry of entries) {
    const candidates = new Set<Entry>();
    const keys = bucketKeys(entry);
    for (const key of keys) for (const other of buckets.get(key) ?? []) candidates.add(other);
    const fits = [...candidates].filter((other) => sameName(entry, other));
    const [only, ...others] = new Set(fits.map((other) => mustGet(home, other)));
    // A surname that fits two people names neither.
    const root = only && others.length === 0 ? only : entry;
    home.set(entry, root);
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [entry]);
      else if (bucket.length < BUCKET_MAX) bucket.push(entry);
    }
  }
  const gathered = new Map<Entry, Map<string, Set<string>>>();
  const keys = new Map<string, string>();
  for (const entry of entries) {
    const root = mustGet(home, entry);
    const surfaces = gathered.get(root) ?? new Map<string, Set<string>>();
    gathered.set(root, surfaces);
    for (const [text, docs] of entry.surfaces) {
      const known = surfaces.get(text) ?? new Set<string>();
      for (const doc of docs) known.add(doc);
      surfaces.set(text, known);
      const key = fold(text).trim();
      if (!keys.has(key)) keys.set(key, fold(root.canonical).trim());
    }
  }
  const names = [...gathered].map(([root, surfaces]) => ({
    canonical: root.canonical,
    type: typeOf(root),
    variants: [...surfaces]
      .map(([text, docs]) => ({ text, docs: sortedUnique(docs) }))
      .sort((a, b) => b.docs.length - a.docs.length || compareStrings(a.text, b.text)),
  }));
  const asked = new Map<string, string>();
  names.sort((a, b) => compareStrings(a.type, b.type) || compareStrings(a.canonical, b.canonical));
  return {
    names,
    keyOf: (name) => {
      let key = asked.get(name);
      if (key === undefined) {
        const folded = fold(name).trim();
        key = keys.get(folded) ?? keys.get(folded.replace(TITLES, "")) ?? folded.replace(TITLES, "");
        asked.set(name, key);
      }
      return key;
    },
  };
}

function addEntity(entity: Facts["entities"][number], doc: string, entries: Entry[], exact: Map<string, Entry>): void {
  const texts = new Set(
    [entity.canonical, ...entity.mentions.map((mention) => mention.text)].map((text) => text.trim()).filter(Boolean),
  );
  const [first] = texts;
  if (first === undefined) return;
  const canonical = entity.canonical.trim() || first;
  // Documents that share one full spelling mean one bearer, whichever spelling each calls its main one.
  const keys = [canonical, ...[...texts].filter((text) => /\s/.test(text))].map(fold);
  let entry = keys.map((key) => exact.get(key)).find((known) => known !== undefined);
  if (!entry) {
    entry = { types: new Map(), surfaces: new Map(), parts: partsOf(canonical), canonical };
    entries.push(entry);
  }
  for (const key of keys) if (!exact.has(key)) exact.set(key, entry);
  entry.types.set(entity.type, (entry.types.get(entity.type) ?? 0) + 1);
  for (const text of texts) {
    const docs = entry.surfaces.get(text) ?? new Set<string>();
    docs.add(doc);
    entry.surfaces.set(text, docs);
  }
}

function typeOf(entry: Entry): string {
  const ordered = [...entry.types].sort(
    (a, b) => b[1] - a[1] || Number(a[0] === "other") - Number(b[0] === "other") || compareStrings(a[0], b[0]),
  );
  return mustAt(ordered, 0)[0];
}

/** “G.O.P.” is “GOP”. */
const undotted = (name: string): string => name.replace(/(?:\b\p{Lu}\.){2,}/gu, (letters) => letters.replaceAll(".", ""));

/** The words of a name that are no articles or prepositions; letters that spell one (“US”) are a word of their own. */
const wordsOf = (name: string): string[] =>
  undotted(name)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word, _, words) => {
      if (word.length === 0 || word === "s") return false;
      // “THE HARBOUR BOARD” is written in capitals, and abbreviates nothing.
      const isShort = isAbbreviation(word) && (words.length === 1 || /\p{Ll}/u.test(name));
      return isShort || !isFunctionWord(fold(word));
    });

const isAbbreviation = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);

/** First letters of the words that bear a name, abbreviations whole: “U.S. Board of Mines” is usbm. */
const initialsOf = (name: string): string =>
  wordsOf(name)
    .map((word) => (isAbbreviation(word) ? word : word.slice(0, 1)))
    .join("")
    .toLowerCase();

const partsOf = (name: string): string[] => wordsOf(name.replace(TITLES, "")).map(fold).slice(0, 12);

/** Evens out how Cyrillic, Arabic and others are spelt in Latin, then keeps the consonants and the first letter's class. */
const soundKey = memoize(10_000, (part) => {
  const even = part
    .replace(/dsch|dzh|dj|zh|j/g, "j")
    .replace(/tsch|tch|cz|č/g, "c")
    .replace(/sch|sh|š/g, "s")
    // "ch" is [tʃ] to an English ear and [x] to a German one; both, and "kh", fall together here.
    .replace(/ch|kh|h/g, "h")
    .replace(/ts|tz/g, "z")
    .replace(/ph/g, "f")
    .replace(/ck|q/g, "k")
    .replace(/w/g, "v")
    .replace(/x/g, "ks")
    .replace(/y/g, "i");
  const head = /^[aeiou]/.test(even) ? "a" : (even[0] ?? "");
  return (
    head +
    even
      .slice(1)
      .replace(/[aeiou]+/g, "")
      .replace(/(.)\1+/g, "$1")
  );
});

function bucketKeys(entry: Entry): string[] {
  const last = entry.parts.at(-1);
  if (!last) return [];
  const keys: string[] = [];
  if (isOf(entry, "person")) keys.push(`p|${soundKey(last)}`);
  if (isOf(entry, "organisation")) {
    const initials = entry.parts.length === 1 ? last : initialsOf(entry.canonical);
    keys.push(`o|${initials}`, `o|${organisationKey(entry.parts)}`);
  }
  if (isOf(entry, "place")) keys.push(`l|${countryOf(entry.canonical) ?? entry.parts.map(soundKey).join(" ")}`);
  return keys;
}

const GENERIC_PARTS = /^(?:agenc|offici|author|depart|servic|organi|compan|corp|inc|ltd|repub)/;

/** Word order, inflection and generic words aside: "Chilean Transport Ministry" meets "Transport Ministry of Chile". */
function organisationKey(parts: readonly string[]): string {
  const kept = parts.filter((part) => !GENERIC_PARTS.test(part));
  return sortedUnique((kept.length > 0 ? kept : parts).map((part) => part.slice(0, 5))).join(" ");
}

/** A name some document calls "other" may be anything. */
const isOf = (entry: Entry, type: string): boolean => entry.types.has(type) || entry.types.has("other");

function sameName(short: Entry, long: Entry): boolean {
  if (isOf(short, "person") && isOf(long, "person") && samePerson(short.parts, long.parts)) return true;
  if (isOf(short, "organisation") && isOf(long, "organisation")) {
    if (short.parts.length === 1 && long.parts.length > 1 && short.canonical === short.canonical.toUpperCase())
      return initialsOf(long.canonical) === short.parts[0];
    if (organisationKey(short.parts) === organisationKey(long.parts)) return true;
  }
  if (isOf(short, "place") && isOf(long, "place") && isSameCountry(short.canonical, long.canonical)) return true;
  return (
    isOf(short, "place") &&
    isOf(long, "place") &&
    short.parts.length === long.parts.length &&
    short.parts.every((part, i) => sameSpelling(part, mustAt(long.parts, i)))
  );
}

function samePerson(short: readonly string[], long: readonly string[]): boolean {
  const [shortLast, longLast] = [short.at(-1), long.at(-1)];
  if (!shortLast || !longLast || !sameSpelling(shortLast, longLast)) return false;
  if (short.length === 1) return shortLast === longLast || long.length === 1;
  // Given names and initials: each of the shorter is answered in order. One part at least must be the very same word.
  let from = 0;
  for (const part of short.slice(0, -1)) {
    const found = long
      .slice(from, -1)
      .findIndex((other) => sameSpelling(part, other) || (part.length === 1 && other.startsWith(part)));
    if (found < 0) return false;
    from += found + 1;
  }
  return short.some((part) => long.includes(part)) || short.every((part, i) => soundKey(part) === soundKey(long[i] ?? ""));
}

function sameSpelling(a: string, b: string): boolean {
  return a === b || (a.length > 3 && b.length > 3 && soundKey(a) === soundKey(b) && compareTwoStrings(a, b) >= 0.4);
}
