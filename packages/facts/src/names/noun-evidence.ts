import { agencyByForm } from "@wirefold/text";
import {
  anyReadingWord,
  contextWords,
  englishBodyNouns,
  englishPlaceNouns,
  isFirstName,
  isFrequentGermanNoun,
  isGermanNoun,
  isPersonName,
  isSimpleGermanNoun,
  isSurePlace,
  knownBodies,
  onlyReadingWord,
  plainInitials,
} from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { describedBodyAt, isFirmNoun, isUnlistedPlace } from "./german-names.ts";
import { camelCase } from "./name-form.ts";

/** “im Vergleich”: the preposition holds the article of a noun. */
const withArticle = contextWords("prepositionWithArticle");
const gluedParticle = contextWords("gluedParticle");
const nationality = contextWords("nationality");
const noNoun = onlyReadingWord("noNounBehind");

/**
 * In a language that writes every noun with a capital (German), the capital proves no name. What does: a listed name or place,
 * initials in capitals, a title or given name before, a second capitalised word behind, a verb of saying next to it without an
 * article, or a place's preposition, where the word never stands with an article or adjective.
 */
export interface NounEvidence {
  /** Every capitalised word of the text, as written. */
  readonly capitals: ReadonlySet<string>;
  /** Words (as written, without a genitive's ending) that the text proves to be names. */
  readonly proven: ReadonlySet<string>;
}

/** “SEITE LESEN”: next to another word in capitals. */
const isCapitals = (scan: Document["scan"], at: number): boolean =>
  /^\p{Lu}{4,}$/u.test(scan.raw(at - 1)) || /^\p{Lu}{4,}$/u.test(scan.raw(at + 1));

/** Endings by which German makes nouns from other words; hardly a name ends so. */
const nounEnding = new RegExp(`${anyReadingWord("nounEnding")}$`);

/** Ends of nouns that stand before a name and say who its bearer is. */
const roleEnding = new RegExp(`..${anyReadingWord("roleEnding")}$`);

/** Shortest noun behind a capital inside a word that is taken for a word of its own. */
const glueMin = 9;
const glued = /^(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}*)/u;

/** “NordBank”, “QuillSoft”: a capital inside a word, and not “BürgerInnen”, “McDuarte” or two words that lost the space between. */
function isCoined(raw: string, notNames: ReadonlySet<string>): boolean {
  const [, first = "", second = ""] = glued.exec(raw) ?? [];
  if (second === "" || !camelCase.test(raw) || /In(?:nen)?$/.test(raw) || plainInitials.has(raw)) return false;
  const opening = second.toLowerCase();
  if (notNames.has(opening) || isFirstName(opening) || isSurePlace(second)) return false;
  return !isGermanNoun(opening) || (opening.length < glueMin && !isGermanNoun(first.toLowerCase()));
}

/** “Folter”, “ein Schaden”: the forms of a noun; “sagte Suttner”: of a name. */
interface Uses {
  /** With an article, a number or an adjective before it. */
  asNoun: number;
  /** Next to a verb of saying, with nothing before it. */
  speaks: number;
  /** Behind a place's preposition, with nothing between. */
  placed: number;
}

export const withoutGenitive = (raw: string): string => (/[^s]s$/.test(raw) && raw.length > 4 ? raw.slice(0, -1) : raw);

export const looksLikeNoun = (raw: string): boolean => {
  const lower = raw.toLowerCase();
  return (raw.length > 5 && nounEnding.test(lower)) || (isGermanNoun(lower) && !isAcronym(raw));
};

/** @param opensSentence marks the tokens that open a sentence: “Bisher sagte niemand”. */
export function findNounEvidence(document: Document, opensSentence: Uint8Array): NounEvidence {
  const { scan, language } = document;
  const proven = new Set<string>();
  const capitals = new Set<string>();
  const uses = new Map<string, Uses>();
  const placedOnce: string[] = [];
  const { besideQuotations } = language.reporting;
  const speaksAt = (i: number): boolean => scan.has(i, lists.speechVerbs) && !besideQuotations.has(scan.lower(i));
  for (let i = 0; i < scan.count; i++) {
    if (!scan.isCapital(i)) continue;
    const raw = scan.raw(i);
    const lower = scan.lower(i);
    capitals.add(raw);
    // A table proves no name where the word is a noun as well: “Tod” is a first name, “Löhne” a town.
    const next = scan.mark(i + 1) === 0x2d ? i + 2 : i + 1;
    const leadsName = scan.isCapital(next) && isPersonName(scan.lower(next));
    const isNoun = isGermanNoun(lower) && (!leadsName || scan.has(i - 1, lists.determiners) || isAdjective(document, i - 1));
    const isListed =
      (isFirstName(lower) && !isNoun) ||
      ((isSurePlace(raw) || isSurePlace(withoutGenitive(raw))) && !isSimpleGermanNoun(lower)) ||
      (isAcronym(raw) && !(raw.length > 3 && isGermanNoun(lower) && isCapitals(scan, i))) ||
      (knownBodies.has(raw) && !isFrequentGermanNoun(lower)) ||
      agencyByForm.has(raw) ||
      isCoined(raw, language.notNames);
    if (isListed) proven.add(raw);
    if (language.notNames.has(lower) || scan.has(i, lists.personNouns | lists.titles | lists.organisationNouns)) continue;
    const before = scan.lower(i - 1);
    // “Ministerin Rosa Quill”, “Frau Quill”, “Rosa Quill”
    // What is a noun as well (“Vogt”) is a surname behind “Frau”, and behind a first name where people bear it.
    const isAddressed = language.honorifics.has(before) || (isFirstName(before) && isPersonName(lower));
    const isIntroduced =
      isFirstName(before) || scan.has(i - 1, lists.titles | lists.personNouns) || isPersonInCase(document, i - 1);
    if (scan.isCapital(i - 1) && (isAddressed || (isIntroduced && !looksLikeNoun(raw)))) proven.add(raw);
    // “Hoover Institution”: an English noun for a body behind another word with a capital; “al-Nusra”
    const isForeignBody =
      englishBodyNouns.has(lower) && !isFrequentGermanNoun(lower) && scan.isCapital(i - 1) && !scan.isNewline(i);
    const isTied = scan.mark(i - 1) === 0x2d && scan.isGlued(i) && gluedParticle.has(scan.lower(i - 2));
    // “der Metallbetrieb Duarte”: what a word for a firm introduces.
    const isFirm = scan.isCapital(i - 1) && !scan.isNewline(i - 1) && isFirmNoun(before) && !looksLikeNoun(raw);
    if (isForeignBody || isTied || isFirm) proven.add(raw);
    if (isUnlistedPlace(document, i)) placedOnce.push(raw);
    const use = uses.get(raw) ?? { asNoun: 0, speaks: 0, placed: 0 };
    uses.set(raw, use);
    if (scan.isNumber(i - 1) || scan.has(i - 1, lists.determiners) || withArticle.has(before) || isAdjective(document, i - 1))
      use.asNoun++;
    else if ((speaksAt(i + 1) && !opensSentence[i]) || speaksAt(i - 1)) use.speaks++;
    else if (scan.has(i - 1, lists.placePrepositions)) use.placed++;
  }
  for (const [raw, { asNoun, speaks, placed }] of uses)
    if (asNoun === 0 && !looksLikeNoun(raw) && (speaks > 0 || placed > 1)) proven.add(raw);
  for (const raw of placedOnce) if (uses.get(raw)?.asNoun === 0) proven.add(raw);
  return { proven, capitals };
}

/** A word in lower case with an adjective's ending, that is no other known word. */
function isAdjective({ scan }: Document, at: number): boolean {
  if (!scan.isWord(at) || scan.isCapital(at)) return false;
  const other =
    lists.prepositions |
    lists.speechVerbs |
    lists.looseSpeechVerbs |
    lists.betweenSubjectAndVerb |
    lists.subordinators |
    lists.verbs;
  return /..(?:e|en|er|es|em)$/.test(scan.lower(at)) && !scan.has(at, other) && !noNoun.test(scan.lower(at));
}

const isAcronym = (raw: string): boolean => /^\p{Lu}{2,6}$/u.test(raw) && !plainInitials.has(raw);

/**
 * The part of a run of capitalised words that is a name: roles and common nouns at its start (“Zeitung”, “Jenaer Stadtteil”)
 * and behind a place (“Chinas Raumfahrt”) are left out. Null where nothing in it is proven and no two words stand together as
 * names do.
 */
export function nameWithin(
  document: Document,
  { proven, capitals }: NounEvidence,
  run: readonly [number, number],
  opensSentence: boolean,
): readonly [number, number] | null {
  const { scan } = document;
  const [first, last] = run;
  for (let i = first; i < last - 2; i++) {
    const written = document.text.slice(scan.starts[i], scan.ends[i + 2]);
    // “Baden-Württemberg”: a place of two words tied together.
    const isTied = scan.mark(i + 1) === 0x2d && scan.isGlued(i + 1) && scan.isGlued(i + 2);
    if (isTied && (isSurePlace(written) || isSurePlace(withoutGenitive(written)))) return [i, i + 3];
  }
  for (let i = opensSentence ? first + 1 : first; i < last - 1; i++) {
    const body = describedBodyAt(document, i, last);
    if (body !== null) return body;
  }
  // “Potsdamer Platz”: a place in a town called after another.
  const isSquare = last - first === 2 && /er$/.test(scan.raw(first)) && scan.has(last - 1, lists.placeNouns);
  if (isSquare && isSurePlace(scan.raw(first).slice(0, -2))) return run;
  // “Quill Street”: an English noun for a place behind another word with a capital.
  const isForeignPlace = (i: number): boolean =>
    i > first && englishPlaceNouns.has(scan.lower(i)) && scan.isCapital(i - 1) && !isFrequentGermanNoun(scan.lower(i));
  const isProven = (i: number): boolean =>
    scan.isCapital(i) && (proven.has(scan.raw(i)) || proven.has(withoutGenitive(scan.raw(i))) || isForeignPlace(i));
  // “Klaus-Dieter” is two first names, and no compound.
  const isCompound = (i: number): boolean =>
    scan.mark(i + 1) === 0x2d &&
    scan.isGlued(i + 1) &&
    i + 2 < last &&
    !(isFirstName(scan.lower(i)) && isFirstName(scan.lower(i + 2))) &&
    // “Präsident Kassym-Schomart Duarte”
    !(i + 3 < last && scan.isCapital(i + 3) && (isPersonInCase(document, i - 1) || scan.has(i - 1, lists.titles)));
  const isNoun = (i: number): boolean =>
    looksLikeNoun(scan.raw(i)) ||
    scan.has(i, lists.personNouns | lists.organisationNouns | lists.placeNouns) ||
    isPersonInCase(document, i) ||
    /^\p{Lu}\p{Ll}{3,}er$/u.test(scan.raw(i));
  let from = first;
  // “IG-Holz-Vorsitzende Rosa Quill”: the role takes in all that stands before it.
  for (let i = first + 1; i < last - 1; i++)
    if (scan.mark(i - 1) === 0x2d && scan.has(i, lists.titles | lists.personNouns)) from = i + 1;
  // “Während Quill”, “Landesrat Ana Duarte”, “Jungen Liberalen Ana Duarte”
  while (from < last - 1 && opensSentence && from === first && scan.has(from, opener)) from++;
  const start = personAt(document, from, last);
  if (start > from) from = start;
  let provenAt = -1;
  for (let i = start; i < last && provenAt < 0; i++) if (isProven(i) && !isCompound(i)) provenAt = i;
  if (provenAt < 0) return unproven(document, run, opensSentence);
  // What stands before the proven word is part of the name only where it cannot be a noun or adjective.
  const isForeignBody =
    isForeignPlace(provenAt) || (englishBodyNouns.has(scan.lower(provenAt)) && !isFrequentGermanNoun(scan.lower(provenAt)));
  for (let i = start; i < provenAt; i++) {
    if (scan.has(i, lists.titles) || document.language.honorifics.has(scan.lower(i))) continue;
    // “Hoover Institution”: no noun, whatever its ending.
    if (isForeignBody && scan.isCapital(i) && !isFrequentGermanNoun(scan.lower(i)) && !(i === first && opensSentence)) continue;
    if (!scan.isCapital(i) || isNoun(i) || isCompound(i) || scan.mark(i) === 0x2d || (i === first && opensSentence)) from = i + 1;
  }
  if (from > start && !scan.isCapital(from)) from = provenAt;
  // “Mare-Sainte-Odile”: the end of a word whose beginning is no name is none either.
  if (from > first && scan.isGlued(from) && scan.mark(from - 1) === 0x2d && scan.isGlued(from - 1) && !scan.isCapital(from + 1))
    return null;
  // “Ländern Asiens”: the noun before a place in the genitive.
  const owner = withoutGenitive(scan.raw(provenAt));
  const isGenitive = owner !== scan.raw(provenAt) && !isFirstName(scan.lower(provenAt)) && !isSurePlace(scan.raw(provenAt));
  if (provenAt > from && isGenitive && !isFirstName(scan.lower(provenAt - 1)) && (isSurePlace(owner) || proven.has(owner)))
    from = provenAt;
  let to = last;
  // “Quills Frau”, “Ana Duartes Mutter”: whose it is, where the text knows the name without the ending.
  for (let i = provenAt; i < last - 1; i++) {
    const stem = withoutGenitive(scan.raw(i));
    const isOwner = stem !== scan.raw(i) && (capitals.has(stem) || (i > from && isFirstName(scan.lower(i - 1))));
    if (isOwner && scan.isCapital(i + 1) && !isFirstName(scan.lower(i)) && !isProven(i + 1)) return [from, i + 1];
  }
  const raw = scan.raw(provenAt);
  const isPlace = isSurePlace(raw) || isSurePlace(withoutGenitive(raw));
  if (
    isPlace &&
    provenAt + 1 < last &&
    !isProven(provenAt + 1) &&
    scan.mark(provenAt + 1) !== 0x2d &&
    !scan.has(last - 1, lists.organisationNouns)
  )
    to = provenAt + 1;
  return [from, to];
}

const opener = lists.subordinators | lists.prepositions | lists.pronouns | lists.betweenSubjectAndVerb;

/** Where a first name with a surname behind it begins, past words that are none: “Pastor Ana Duarte”; `from` where none does. */
function personAt({ scan }: Document, from: number, last: number): number {
  for (let i = last - 2; i > from; i--) {
    if (!isFirstName(scan.lower(i)) || !scan.isCapital(i) || !scan.isCapital(i + 1)) continue;
    const isFirst = !isFirstName(scan.lower(i - 1)) && scan.isCapital(i - 1);
    const isNoun = looksLikeNoun(scan.raw(i - 1)) || roleEnding.test(scan.raw(i - 1));
    if (isFirst && (isNoun || scan.has(i - 1, lists.titles | lists.personNouns))) return i;
  }
  return from;
}

/** “des Journalisten”, “den Rumänen”: a noun for a person or nationality, with a case's ending. */
function isPersonInCase({ scan, language }: Document, at: number): boolean {
  const lower = scan.lower(at);
  const stems = [lower, ...(lower.endsWith("n") ? [lower.slice(0, -1), lower.slice(0, -2)] : [])];
  if (stems.some((stem) => nationality.has(stem))) return true;
  const stem = lower.endsWith("en") ? lower.slice(0, -2) : "";
  return stem !== "" && (language.personNouns.has(stem) || language.titles.has(stem));
}

/** “Filep Karma”, “Nordmark Verlag AG”: two words side by side, neither of them a noun, role or adjective. */
function unproven(
  document: Document,
  [from, to]: readonly [number, number],
  opensSentence: boolean,
): readonly [number, number] | null {
  const { scan, language } = document;
  if (opensSentence && scan.has(from, lists.prepositions)) return null;
  // “Milliardär Bidsin Duarteli”, “Ministerin für Hafenbau Chatun Quilladse”: two words that are no nouns behind one that is.
  const first = to - 2;
  if (first > from && isUnknown(document, first) && isUnknown(document, first + 1) && looksLikeNoun(scan.raw(first - 1)))
    return [first, to];
  let capitals = 0;
  for (let i = from; i < to; i++) {
    if (!scan.isCapital(i)) continue;
    const lower = scan.lower(i);
    if (scan.has(i, lists.titles | lists.personNouns) || language.notNames.has(lower)) continue;
    // “Tonnen Mehl”
    if (language.words.units.has(lower) || language.words.currencies.has(lower)) return null;
    if (i === from && opensSentence && /(?:e|en|er|es|em|lich|ig|isch|ens|dessen|halb|wegen)$/.test(lower)) continue;
    if (
      looksLikeNoun(scan.raw(i)) ||
      scan.has(i, lists.placeNouns) ||
      scan.has(i - 1, lists.determiners) ||
      isAdjective(document, i - 1)
    )
      return null;
    // “US-Amerikaner”: a compound is a noun.
    if (scan.mark(i + 1) === 0x2d && scan.isGlued(i + 1)) return null;
    capitals++;
  }
  return capitals >= 2 ? [from, to] : null;
}

/** A word with a capital, of which nothing is known: no noun, role, number or adjective of a place (“Berliner”). */
function isUnknown({ scan, language }: Document, at: number): boolean {
  const raw = scan.raw(at);
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(raw) || looksLikeNoun(raw) || /(?:er|en|e|s)$/.test(raw)) return false;
  return (
    !scan.has(at, lists.titles | lists.personNouns | lists.placeNouns | lists.notNames) &&
    !language.words.units.has(scan.lower(at))
  );
}
