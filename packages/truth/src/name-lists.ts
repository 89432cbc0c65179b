/**
 * Reads lists of people as sellers, libraries and catalogues write them: "Doe, Jane; Roe, Al", "Jane Doe and Al Roe",
 * "DOE, JANE ROE, AL", "Doe, JaneRoe, Al". Claims that can be read on their own teach the surnames of the row; the
 * others are read by looking those up.
 */
import type { ClaimRow } from "@wirefold/core";
import { compareStrings, mustAt, mustGet } from "@wirefold/core";
import { fold } from "@wirefold/text";
import { decodeHTMLStrict } from "entities";
import { compareTwoStrings } from "string-similarity";
import type { ReadValue, RowReader } from "./values.ts";

interface Person {
  readonly last: string;
  readonly first: string;
  /** As written, for showing. */
  readonly shown: string;
}

/** A character reference, by number or by name; catalogues in capitals write these in capitals too. */
const REFERENCE = /&(?:#x?[\da-f]{1,7}|[a-z][a-z\d]{1,31});/gi;
const ROLE = /\((?:[^)]*\)|[^)]*$)|\[(?:[^\]]*\]|[^\]]*$)/g;
const NOT_AUTHOR = /\b(?:foreword|introduction|preface|afterword|illustrat\w*|photograph\w*|translat\w*)(?:\s+by)?:?\s+[^;/]*/gi;
const NOISE =
  /\b(?:by|author|authors|editors?|eds?|edited|et\.? al|others|with|contributors?|ph\.? ?d|m\.?d|jr|sr|ii|iii|iv|dr|prof|mr|mrs|ms|inc|staff)\b\.?:?/gi;
const PARTICLES = new Set([
  "van",
  "von",
  "der",
  "den",
  "de",
  "di",
  "da",
  "la",
  "le",
  "du",
  "del",
  "ter",
  "ten",
  "al",
  "el",
  "bin",
  "ibn",
  "st",
]);

function clean(value: string): string {
  return value
    .replace(REFERENCE, decoded)
    .replace(/\p{Cc}/gu, " ")
    .replace(/\((?:foreword|introduction|preface|afterword|illustrat\w*|translat\w*)[^)]*\)/gi, " ; ")
    .replace(NOT_AUTHOR, " ")
    .replace(ROLE, " ; ")
    .replace(NOISE, " ")
    .replace(/\s+-\s+/g, " ; ")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a reference stands for; of a misspelt one its first letter, which is the letter it was made from. */
function decoded(reference: string): string {
  const exact = decodeHTMLStrict(reference);
  if (exact !== reference) return exact;
  const small = decodeHTMLStrict(reference.toLowerCase());
  if (small !== reference.toLowerCase()) return reference === reference.toUpperCase() ? small.toUpperCase() : small;
  return reference.length > 6 ? reference.charAt(1) : reference;
}

const wordsIn = (text: string): string[] => fold(text).match(/[\p{L}]+(?:['-][\p{L}]+)*/gu) ?? [];

export function namesReader(_rows: readonly ClaimRow[], saysNothing: (value: string) => boolean): RowReader {
  return (row) => readRow(row, saysNothing);
}

function readRow(row: ClaimRow, saysNothing: (value: string) => boolean): (ReadValue | null)[] {
  const cleaned = row.claims.map(({ value }) => (saysNothing(value) ? "" : clean(value.slice(0, 2000))));
  const parsed = cleaned.map((text) => (text ? parseAlone(text) : null));
  const surnames = surnamesOf(parsed);
  const people = cleaned.map((text, i) => (text ? resolve(text, parsed[i] ?? null, surnames) : null));
  const shown = new Map<string, Map<string, number>>();
  for (const list of people)
    for (const person of list ?? []) {
      const forms = shown.get(person.last) ?? new Map<string, number>();
      forms.set(person.shown, (forms.get(person.shown) ?? 0) + 1);
      shown.set(person.last, forms);
    }
  return people.map((list) => {
    if (!list || list.length === 0) return null;
    const parts = [...new Set(list.map(({ last }) => last))].sort(compareStrings);
    // The order of the claim is kept; the fullest common form of each name is shown.
    const order = [...new Set(list.map(({ last }) => last))];
    return { key: parts.join("|"), surface: order.map((last) => bestForm(mustGet(shown, last))).join("; "), weight: 1, parts };
  });
}

function bestForm(forms: ReadonlyMap<string, number>): string {
  const ordered = [...forms].sort(
    (a, b) => b[1] * Math.min(20, b[0].length) - a[1] * Math.min(20, a[0].length) || compareStrings(a[0], b[0]),
  );
  return mustAt(ordered, 0)[0];
}

/** A reading that needs no other claim, or null where commas leave it open. */
function parseAlone(text: string): Person[] | null {
  const hard = text
    .split(/\s*(?:[;/|&]|\band\b|\bund\b|\bet\b)\s*/i)
    .map((piece) => piece.replace(/^[\s,]+|[\s,]+$/g, ""))
    .filter((piece) => /\p{L}/u.test(piece));
  const people: Person[] = [];
  for (const piece of hard) {
    const commas = piece.split(/\s*,\s*/).filter((part) => /\p{L}/u.test(part));
    const [first = "", second = ""] = commas;
    if (commas.length === 1) {
      const person = firstLast(first);
      if (!person || wordsIn(piece).length > 4) return null;
      people.push(person);
    } else if (commas.length === 2 && !(wordsIn(first).length > 1 && wordsIn(second).length > 1 && !startsWithParticle(first))) {
      if (wordsIn(second).length > 3) return null;
      people.push(lastFirst(first, second));
    } else if (commas.every((part) => wordsIn(part).length >= 2 && wordsIn(part).length <= 4)) {
      for (const part of commas) {
        const person = firstLast(part);
        if (person) people.push(person);
      }
    } else if (
      commas.length % 2 === 0 &&
      commas.every((part, i) =>
        i % 2 === 0 ? wordsIn(part).length === 1 || startsWithParticle(part) : wordsIn(part).length <= 2,
      )
    ) {
      for (let i = 0; i < commas.length; i += 2) people.push(lastFirst(mustAt(commas, i), mustAt(commas, i + 1)));
    } else return null;
  }
  // "RichardSchaefer": two names run together cannot be read alone.
  return people.length > 0 &&
    !people.some(({ shown }) => /\p{Ll}{2}\p{Lu}\p{Ll}/u.test(shown) && !/\b(?:Mc|Mac|De|Di|La|Le|Van|Fitz|O)\p{Lu}/u.test(shown))
    ? people
    : null;
}

const startsWithParticle = (text: string): boolean => PARTICLES.has(wordsIn(text)[0] ?? "");

function lastFirst(last: string, first: string): Person {
  const words = wordsIn(last);
  return { last: words.at(-1) ?? fold(last), first: fold(first), shown: `${tidyCase(last)}, ${tidyCase(first)}` };
}

function firstLast(text: string): Person | null {
  const words = wordsIn(text);
  const last = words.at(-1);
  if (!last || last.length < 2) return null;
  const written = text.trim().split(/\s+/);
  const family = written.pop() ?? "";
  if (written.length === 0) return { last, first: "", shown: tidyCase(text) };
  const given = written.join(" ");
  return { last, first: fold(given), shown: `${tidyCase(family)}, ${tidyCase(given)}` };
}

/** "SCAMBRAY" reads as shouting, not as another name. */
function tidyCase(text: string): string {
  const plain = text.trim();
  if (plain !== plain.toUpperCase() || plain.length < 4) return plain;
  return plain.toLowerCase().replace(/(?:^|[\s.'-])\p{L}/gu, (start) => start.toUpperCase());
}

interface Surnames {
  /** Known surname -> the spelling the row settles on. */
  readonly settled: ReadonlyMap<string, string>;
  readonly shown: ReadonlyMap<string, Person>;
  readonly givens: ReadonlySet<string>;
}

function surnamesOf(parsed: readonly (readonly Person[] | null)[]): Surnames {
  const counts = new Map<string, number>();
  const shown = new Map<string, Person>();
  const givenCounts = new Map<string, number>();
  for (const list of parsed)
    for (const person of list ?? []) {
      // A bare word may be a given name; it counts for little until a full name agrees.
      counts.set(person.last, (counts.get(person.last) ?? 0) + (person.first ? 1 : 0.25));
      const known = shown.get(person.last);
      if (!known || person.first.length > known.first.length) shown.set(person.last, person);
      for (const word of wordsIn(person.first)) givenCounts.set(word, (givenCounts.get(word) ?? 0) + 1);
    }
  // "Bloch Joshua" read as first-last calls Joshua a surname: the wider use decides.
  const settled = new Map<string, string>();
  const ordered = [...counts]
    .filter(([last, count]) => count >= (givenCounts.get(last) ?? 0))
    .sort((a, b) => b[1] - a[1] || compareStrings(a[0], b[0]))
    .slice(0, 60);
  for (const [last] of ordered) {
    const twin = ordered.find(([other]) => settled.get(other) === other && sameSurname(last, other));
    settled.set(last, twin ? twin[0] : last);
  }
  return {
    settled,
    shown,
    givens: new Set([...givenCounts].filter(([word, count]) => count > (counts.get(word) ?? 0)).map(([word]) => word)),
  };
}

/** A slip of the pen or a cut-off field, not another person. */
function sameSurname(a: string, b: string): boolean {
  if (a === b) return true;
  const short = a.length < b.length ? a : b;
  const long = short === a ? b : a;
  if (short.length >= 5 && long.startsWith(short) && long.length - short.length <= 4) return true;
  return short.length >= 5 && short[0] === long[0] && compareTwoStrings(a, b) >= 0.75;
}

function resolve(text: string, alone: readonly Person[] | null, surnames: Surnames): Person[] {
  // A name run into its neighbour ("JaneRoe", "P.Roe") is parted where the case changes; "McDoe" and "DeRoe" are one name.
  const parted = text.replace(/(\p{Ll}|\.)(\p{Lu}\p{Ll})/gu, (pair, before: string, behind: string, at: number) =>
    /(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)$/u.test(text.slice(Math.max(0, at - 4), at + 1)) ? pair : `${before} ${behind}`,
  );
  const words = wordsIn(parted);
  const found = new Map<string, Person>();
  const take = (word: string): void => {
    const settled = surnames.settled.get(word);
    if (settled && !found.has(settled))
      found.set(settled, { ...(surnames.shown.get(settled) ?? { first: "", shown: settled }), last: settled });
  };
  for (const word of words) {
    if (surnames.settled.has(word)) take(word);
    else if (word.length >= 8) {
      // "ERIKVENKAYALA": shouting leaves no case to part by.
      for (const last of surnames.settled.keys()) if (last.length >= 5 && word.endsWith(last)) take(last);
    }
  }
  if (alone)
    for (const person of alone)
      if (
        !surnames.settled.has(person.last) &&
        !surnames.givens.has(person.last) &&
        ![...found.keys()].some((last) => sameSurname(last, person.last)) &&
        person.first
      )
        found.set(person.last, person);
  return found.size > 0 ? [...found.values()] : [...(alone ?? [])];
}
