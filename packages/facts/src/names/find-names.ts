import type { EntityType } from "@wirefold/core";
import { agencyByForm } from "@wirefold/text";
import type { Gender } from "@wirefold/text/grammar";
import { contextWords, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { knownPlaces } from "./gazetteer.ts";
import { givenNames } from "./given-names.ts";
import { findLoneFirstNames } from "./lone-first-names.ts";
import { findLoneCapitals } from "./name-form.ts";
import { NameRuns } from "./name-runs.ts";
import { type BareName, isAcronym, isDemonym, type KnownNames, typeOfName } from "./name-type.ts";
import { findNounEvidence, nameWithin, withoutGenitive } from "./noun-evidence.ts";
import { findWorkTitles } from "./work-titles.ts";

const of = readingWordSet("of");
const the = contextWords("the");
const geographicNoun = contextWords("geographicNoun");
const landform = contextWords("landform");
const crossing = contextWords("crossing");
const region = contextWords("region");

/** One place where a text names something. Token ranges are of the document's scan. */
export interface NameMention {
  /** The name alone, without role and honorific. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Where the words before the name that say what its bearer is begin: “Interior Minister” of “Interior Minister Ana Duarte”. */
  readonly roleFrom: number;
  readonly role: string | null;
  /** The name is a role and nothing else: “the Interior Minister”. */
  readonly isRole: boolean;
  readonly gender: Gender | null;
  /** “Mrs.” of “Mrs. Duarte”; null where none stands before the name. */
  readonly honorific: string | null;
  readonly type: EntityType;
  /** Evidence for the type beyond a guess. */
  readonly isSure: boolean;
}

/** Share of capitalised words from which a line is set in title case. */
const titleCaseShareMin = 0.7;
/** The same where the line ends in a full stop: a sentence with many names has common words all the same. */
const titleCaseProseShareMin = 0.9;
/** Fewest long words by which that is judged; more where the line ends in a full stop, as a short sentence of names may. */
const titleCaseWordsMin = 4;
const titleCaseProseWordsMin = 6;

/** Finds the names of a text. What a capital at a sentence's start or in a headline means is judged by the rest of the text. */
export function findNames(document: Document): NameMention[] {
  const { scan } = document;
  const isTitleCase = findTitleCase(document);
  const seenInside = new Set<string>();
  const opensSentence = new Uint8Array(scan.count);
  for (const [first, end] of document.sentences)
    for (let i = first; i < end && i < first + 3; i++)
      if (scan.isWord(i)) {
        opensSentence[i] = 1;
        break;
      }
  for (const [first] of document.quoteTokens) if (first + 1 < scan.count) opensSentence[first + 1] = 1;
  // “Why it matters: Virtually every poll …”; a quotation inside another
  for (let i = 1; i < scan.count; i++) {
    const mark = scan.mark(i - 1);
    if ((mark === 0x3a && !scan.isGlued(i)) || (mark === 0x2018 && scan.isGlued(i))) opensSentence[i] = 1;
  }
  for (let i = 0; i < scan.count; i++) {
    if (
      scan.isCapital(i) &&
      !opensSentence[i] &&
      !isTitleCase[i] &&
      (i === 0 || (scan.mark(i - 1) !== 0x3a && !scan.isNewline(i - 1)))
    )
      seenInside.add(scan.raw(i));
  }
  const loneNames = findLoneFirstNames(document, opensSentence);
  for (const name of loneNames) seenInside.add(name);
  const runs = new NameRuns(document, { opensSentence, isTitleCase, seenInside });
  const alone = document.language.capitalisesNouns ? new Set<string>() : findLoneCapitals(document, opensSentence, isTitleCase);
  const reader = new NameReader(document, isTitleCase, { firstNames: loneNames, alone });
  const nouns = document.language.capitalisesNouns ? findNounEvidence(document, opensSentence) : null;
  const titles = findWorkTitles(document, isTitleCase);
  const out: NameMention[] = [];
  for (let at = 0; at < scan.count; ) {
    const titleEnd = titles.get(at);
    if (titleEnd !== undefined) {
      out.push(reader.workTitle(at, titleEnd));
      at = titleEnd;
      continue;
    }
    if (!scan.isWord(at)) {
      at++;
      continue;
    }
    // “Seine-Saint-Denis”: the end of a word whose beginning is no name is none either.
    const isTail = scan.isGlued(at) && scan.mark(at - 1) === 0x2d && scan.isGlued(at - 1) && scan.isCapital(at - 2);
    const end = isTail ? -1 : runs.endOf(at);
    if (end < 0) {
      at++;
      continue;
    }
    const within = nouns
      ? nameWithin(document, nouns, [at, end], opensSentence[at] === 1)
      : withoutLabel(document, at, end, seenInside);
    if (within) out.push(...reader.split(...within));
    at = Math.max(end, at + 1);
  }
  return out;
}

const withoutStop = (word: string): string => (word.endsWith(".") ? word.slice(0, -1) : word);

/** Opens a run but is no part of the name behind it: “Injecting Duarte”, “Former Mayor Ana Duarte”. */
const notNameEnding = /(?:ing|ed|ly|less|ful|ous)$/;

/**
 * A run of capitalised words as a name, or null: a tag (#Sorrel, @duarte), a section's label (“Latest:”) and a lone word of a
 * line in capitals are none, and a participle before a first name is none of its words.
 */
function withoutLabel(
  { scan, sentences, sentenceOf }: Document,
  from: number,
  end: number,
  seenInside: ReadonlySet<string>,
): readonly [number, number] | null {
  const before = scan.mark(from - 1);
  if ((before === 0x23 || before === 0x40) && scan.isGlued(from)) return null;
  const [first] = sentences[sentenceOf[from] as number] as readonly [number, number];
  const isListed = (): boolean => givenNames.has(scan.lower(from)) || knownPlaces.has(scan.raw(from));
  // “Flint, Mich.”, “(D-N.C.)”: where a place lies or what party somebody is of.
  const isAbbreviated = scan.mark(end) === 0x2e && scan.isGlued(end) && end - from === 1 && scan.raw(from).length <= 5;
  if (isAbbreviated && scan.mark(from - 1) === 0x2c && !isListed()) return null;
  // “in Sorrel, N.D.”
  const isDotted = end - from === 1 && /^\p{Lu}\.\p{Lu}\.?$/u.test(scan.raw(from));
  if (isDotted && scan.mark(from - 1) === 0x2c && !knownPlaces.has(scan.raw(from)) && !isListed()) return null;
  if (scan.raw(from).length === 1 && scan.mark(from + 1) === 0x2d) return null;
  // “The Latest: …”
  if (end - from === 1 && from - first <= 1 && scan.mark(end) === 0x3a && !isListed() && !isAcronym(scan.raw(from))) return null;
  // A lone common noun for a body (“the Department”) refers back and names nothing by itself; nor does a word among capitals.
  if (end - from === 1 && isShouted(scan, from) && !isListed()) return null;
  if (end - from > 2 && givenNames.has(scan.lower(from + 1)) && notNameEnding.test(scan.lower(from)) && !isListed())
    return [from + 1, end];
  // “Ask Duarte”: an order, where the text knows the name without it.
  const isOrder = from === first && end - from === 2 && scan.has(from, lists.verbs | lists.speechVerbs);
  if (isOrder && !seenInside.has(scan.raw(from)) && seenInside.has(scan.raw(from + 1)) && !isListed()) return [from + 1, end];
  // “AR-15”: a model.
  if (end - from === 1 && scan.mark(end) === 0x2d && scan.isGlued(end) && scan.isNumber(end + 1) && isAcronym(scan.raw(from)))
    return null;
  // “AP Ana Duarte”: a picture's credit.
  if (end - from > 2 && agencyByForm.has(scan.raw(from)) && givenNames.has(scan.lower(from + 1))) return [from + 1, end];
  // “8 a.m. ET”
  if (end - from === 1 && isTimeZone(scan, from)) return null;
  if (end - from === 2 && from === first && notNameEnding.test(scan.lower(from)) && !isListed()) return [from + 1, end];
  return [from, end];
}

const timeZone = contextWords("timeZone");

/** “8:46 a.m. ET”: initials behind a time of day. */
const isTimeZone = (scan: Document["scan"], at: number): boolean =>
  timeZone.has(scan.lower(at)) &&
  isAcronym(scan.raw(at)) &&
  (scan.isNumber(at - 1) ||
    /^[ap]\.?m\.?$/.test(scan.lower(at - 1)) ||
    (scan.mark(at - 1) === 0x2e && /^[ap]\.?m\.?$/.test(scan.lower(at - 2))));

/** “FLINT, Mich.”, “LOS ANGELES”: a word in capitals that begins a line or stands next to another, no initials. */
function isShouted(scan: Document["scan"], at: number): boolean {
  const second = scan.text.charCodeAt((scan.starts[at] ?? 0) + 1);
  if (second >= 0x61 && second <= 0x7a) return false;
  const isCapitals = (i: number): boolean => /^\p{Lu}{3,}$/u.test(scan.raw(i));
  if (!isCapitals(at) || agencyByForm.has(scan.raw(at))) return false;
  const startsLine = at === 0 || scan.isNewline(at - 1);
  const isCry = scan.mark(at + 1) === 0x21;
  return isCapitals(at - 1) || isCapitals(at + 1) || isCry || (startsLine && scan.mark(at + 1) === 0x2c);
}

/** Marks the tokens of lines set in title case, where a capital means nothing. */
function findTitleCase(document: Document): Uint8Array {
  const { scan } = document;
  const out = new Uint8Array(scan.count);
  for (const [first, end] of document.sentences) {
    let words = 0;
    let capitals = 0;
    for (let i = first; i < end && i < first + 60; i++) {
      if (!scan.isWord(i) || (scan.ends[i] as number) - (scan.starts[i] as number) < 4) continue;
      words++;
      if (scan.isCapital(i)) capitals++;
    }
    // “From Harbour Commissioner Ana Duarte:” leads to words; it is no headline.
    if (scan.mark(end - 1) === 0x3a || (scan.isNewline(end - 1) && scan.mark(end - 2) === 0x3a)) continue;
    const endsLikeProse = scan.mark(end - 1) === 0x2e;
    // In a German sentence many capitals are many nouns.
    if (endsLikeProse && document.language.language === "de") continue;
    if (
      words >= (endsLikeProse ? titleCaseProseWordsMin : titleCaseWordsMin) &&
      capitals / words >= (endsLikeProse ? titleCaseProseShareMin : titleCaseShareMin)
    )
      out.fill(1, first, end);
  }
  return out;
}

/** Cuts a run of capitalised words into role, honorific and name. */
class NameReader {
  private readonly document: Document;
  private readonly isTitleCase: Uint8Array;
  private readonly known: KnownNames;

  constructor(document: Document, isTitleCase: Uint8Array, known: KnownNames) {
    this.document = document;
    this.isTitleCase = isTitleCase;
    this.known = known;
  }

  /** The title of a work, which no word of its own can make a person or place. */
  workTitle(from: number, to: number): NameMention {
    return { ...this.mention(from, to, from, null, false, null, null), to, type: "other", isSure: true, gender: null };
  }

  /** Tells role, honorific and name of a run apart. */
  split(from: number, end: number): NameMention[] {
    const { scan, language } = this.document;
    let nameFrom = from;
    let gender: Gender | null = null;
    let honorificAt = -1;
    let roleEnd = -1;
    for (let i = from; i < end; i++) {
      const lower = withoutStop(scan.lower(i));
      const honorific = language.honorifics.get(lower);
      if (honorific !== undefined && i === nameFrom) {
        gender = honorific;
        honorificAt = i;
        nameFrom = i + 1;
        if (scan.mark(nameFrom) === 0x2e) nameFrom++;
        continue;
      }
      if (!language.titles.has(lower)) continue;
      let after = i + 1;
      if (scan.mark(after) === 0x2e && scan.isGlued(after)) after++;
      // “Secretary of State”: the role runs on over “of”.
      if (of.has(scan.lower(after)) && after + 1 < end) {
        const object = the.has(scan.lower(after + 1)) ? after + 2 : after + 1;
        after = this.isWholeOffice(from, object, end) ? end : Math.min(end, object + 1);
        i = after - 1;
      }
      if (scan.mark(after) === 0x2d || (i > from && scan.mark(i - 1) === 0x2d && scan.isGlued(i))) continue;
      nameFrom = after;
      roleEnd = after;
    }
    // “Green Party”, “Republican Council”: no member of it by the name of Party.
    if (roleEnd === end - 1 && honorificAt < 0 && scan.has(end - 1, lists.organisationNouns) && isDemonym(scan.lower(end - 2)))
      return [this.mention(from, end, from, null, false, null, null)];
    // “Nordmark Republican State Committee”: the party is a part of its name.
    if (
      roleEnd > from &&
      roleEnd < end &&
      honorificAt < 0 &&
      scan.has(end - 1, lists.organisationNouns) &&
      isDemonym(scan.lower(roleEnd - 1))
    )
      return [this.mention(from, end, from, null, false, null, null)];
    // “King Street”, “Queen Hotel”: a place called after a title.
    if (roleEnd === end - 1 && honorificAt < 0 && scan.has(end - 1, lists.placeNouns) && roleEnd - from === 1)
      return [this.mention(from, end, from, null, false, null, null)];
    const role = roleEnd > from ? this.document.text.slice(scan.starts[from], scan.ends[roleEnd - 1]) : null;
    if (nameFrom >= end) {
      if (role === null) return [];
      return [this.mention(from, end, from, role, true, gender, null)];
    }
    const honorific = honorificAt < 0 ? null : this.document.text.slice(scan.starts[honorificAt], scan.ends[nameFrom - 1]).trim();
    return [this.mention(nameFrom, end, role === null ? nameFrom : from, role, false, gender, honorific)];
  }

  /**
   * “Solicitor General of the United States”, “Ana Duarte, president and CEO of Destination Sorrel”: all behind “of” says what the office
   * is of, and names nobody.
   */
  private isWholeOffice(from: number, object: number, end: number): boolean {
    const { scan, language, text } = this.document;
    if (object >= end) return false;
    if (end - object > 1 && knownPlaces.has(text.slice(scan.starts[object], scan.ends[end - 1]))) return true;
    const isAppositive =
      scan.mark(from - 1) === 0x2c ||
      (language.words.and.has(scan.lower(from - 1)) && scan.has(from - 2, lists.titles | lists.personNouns));
    for (let i = object; i < end - 1; i++) if (givenNames.has(scan.lower(i))) return false;
    return isAppositive;
  }

  /** Agencies are named with their article: “The Associated Press”. */
  private withArticle(from: number, to: number): number {
    const { scan, text } = this.document;
    if (scan.raw(from - 1) !== "The") return from;
    return agencyByForm.has(text.slice(scan.starts[from - 1], scan.ends[to - 1])) ? from - 1 : from;
  }

  private mention(
    from: number,
    to: number,
    roleFrom: number,
    role: string | null,
    isRole: boolean,
    gender: Gender | null,
    honorific: string | null,
  ): NameMention {
    const { scan, text } = this.document;
    const end = isRole ? to : this.placeTail(from, to);
    const begin = isRole || role !== null ? from : this.withArticle(from, to);
    if (begin < from) return this.mention(begin, to, begin, null, false, gender, honorific);
    const written = text.slice(scan.starts[from], scan.ends[end - 1]);
    // “Ugandas”: the genitive of a place.
    const isGenitive =
      this.document.language.capitalisesNouns && !knownPlaces.has(written) && knownPlaces.has(withoutGenitive(written));
    const surface = isGenitive ? withoutGenitive(written) : written;
    const isPlace = end > to;
    const guess = isPlace
      ? { type: "place" as const, isSure: true, gender: null }
      : isRole
        ? { type: "other" as const, isSure: true, gender }
        : this.typeOf({ from, to, surface, role, honorific: gender });
    const bearsRole = !isPlace && guess.type !== "place";
    // One literal for every mention: what reads mentions later stays fast only while all have one shape.
    return {
      from,
      to: end,
      text: surface,
      roleFrom: bearsRole ? roleFrom : from,
      role: bearsRole ? role : null,
      isRole: !isPlace && isRole,
      gender: guess.gender,
      honorific,
      type: guess.type,
      isSure: guess.isSure,
    };
  }

  /** What a name names; what stands in marks of its own is a title or a nickname, unless a first name says otherwise. */
  private typeOf(name: BareName): ReturnType<typeof typeOfName> {
    const { scan } = this.document;
    const guess = typeOfName(this.document, name, this.known);
    const isMarked = /^["“„«‘‚]$/.test(scan.raw(name.from - 1)) && /^["”“»’‘]$/.test(scan.raw(name.to));
    if (guess.type !== "person" || guess.isSure || !isMarked || givenNames.has(scan.lower(name.from))) return guess;
    return { type: "other", isSure: false, gender: null };
  }

  /** “Sorrel border crossing” names another thing than “Sorrel”: the words that tell are part of the name. */
  private placeTail(from: number, to: number): number {
    const { scan, language } = this.document;
    if (language.language !== "en" || to - from > 3 || this.isTitleCase[from]) return to;
    let end = to;
    while (end < to + 2 && scan.isWord(end) && !scan.isCapital(end) && geographicNoun.has(scan.lower(end))) end++;
    return end > to &&
      landform.has(scan.lower(end - 1)) &&
      !crossing.has(scan.lower(to)) &&
      !language.demonyms.has(scan.lower(from))
      ? region.has(scan.lower(end - 1)) && to - from > 1
        ? to
        : end
      : to;
  }
}
