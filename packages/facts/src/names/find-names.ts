import type { EntityType } from "@wirefold/core";
import { agencyByForm } from "@wirefold/text";
import type { Gender } from "@wirefold/text/grammar";
import { contextWords, isCountry, isFirstName, isSurePlace, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists, wordKinds } from "../word-roles.ts";
import { elisionAt } from "./elision.ts";
import { isBodyOfCompound } from "./german-names.ts";
import { germanNameAt, smallNameAt } from "./german-whole-names.ts";
import { type ListedName, listedNameAt } from "./listed-names.ts";
import { findLoneFirstNames } from "./lone-first-names.ts";
import { findLoneCapitals, isCommonNoun } from "./name-form.ts";
import { withoutLabel } from "./name-label.ts";
import { NameRuns } from "./name-runs.ts";
import { type BareName, isDemonym, type KnownNames, typeOfName } from "./name-type.ts";
import { findNounEvidence, type NounEvidence, nameWithin, withoutGenitive } from "./noun-evidence.ts";
import { findSpelledOut } from "./spelled-out.ts";
import { findWorkTitles } from "./work-titles.ts";

const of = readingWordSet("of");
const the = contextWords("the");
const geographicNoun = contextWords("geographicNoun");
const landform = contextWords("landform");
const crossing = contextWords("crossing");
const region = contextWords("region");
const clockTime = contextWords("clockTime");
const timeNoun = contextWords("timeNoun");

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
  // Few texts have a name that asks for it.
  let found: ReadonlySet<string> | null = null;
  const alone = (): ReadonlySet<string> => (found ??= findLoneCapitals(document, opensSentence, isTitleCase));
  const nouns = document.language.capitalisesNouns ? findNounEvidence(document, opensSentence) : null;
  const reader = new NameReader(document, isTitleCase, { firstNames: loneNames, alone, bodies: new Map() }, nouns);
  const titles = findWorkTitles(document, isTitleCase);
  const spelled = new Map<number, number>();
  if (document.language.writesTitleCase) findSpelledOut(document, isTitleCase, spelled);
  const out: NameMention[] = [];
  for (let at = 0; at < scan.count; ) {
    const spelledEnd = spelled.size === 0 ? undefined : spelled.get(at);
    if (spelledEnd !== undefined) {
      out.push(reader.whole(at, spelledEnd));
      at = spelledEnd;
      continue;
    }
    const titleEnd = titles.size === 0 ? undefined : titles.get(at);
    if (titleEnd !== undefined) {
      out.push(reader.workTitle(at, titleEnd));
      at = titleEnd;
      continue;
    }
    if (!scan.isWord(at)) {
      at++;
      continue;
    }
    const listed = scan.isCapital(at)
      ? (listedNameAt(document, at) ?? (nouns ? germanNameAt(document, at, opensSentence[at] === 1) : null))
      : nouns && scan.is(at, wordKinds.opensSmallBody)
        ? smallNameAt(document, at)
        : null;
    if (listed !== null) {
      out.push(reader.listed(at, listed));
      at = listed.to;
      continue;
    }
    // “Seine-Saint-Denis”: the end of a word whose beginning is no name is none either.
    const isTail = scan.isGlued(at) && scan.mark(at - 1) === 0x2d && scan.isGlued(at - 1) && scan.isCapital(at - 2);
    const end = isTail ? -1 : nouns ? endBeforeWhole(document, at, runs.endOf(at)) : runs.endOf(at);
    if (end < 0) {
      at++;
      continue;
    }
    if (nouns === null && (isClockTime(document, at, end) || isHeadingInCapitals(document, at, end))) {
      at = end;
      continue;
    }
    // “U.S.-Kenya talks”: two countries.
    if (end - at === 3 && scan.mark(at + 1) === 0x2d && isCountry(scan.raw(at)) && isCountry(scan.raw(at + 2))) {
      out.push(...reader.split(at, at + 1), ...reader.split(at + 2, end));
      at = end;
      continue;
    }
    const within = nouns
      ? nameWithin(document, nouns, [at, end], opensSentence[at] === 1)
      : withoutLabel(document, at, end, seenInside);
    // “der Präsident Sorrels Ana Duarte”: the place before the person is named as well.
    if (nouns && within && within[0] > at && isSurePlace(withoutGenitive(scan.raw(within[0] - 1))))
      out.push(...reader.split(within[0] - 1, within[0]));
    if (nouns && (within === null || within[0] > at + 1) && isBodyOfCompound(document, at)) out.push(...reader.split(at, at + 1));
    if (within) out.push(...reader.placeOfRole(...within), ...reader.split(...within));
    // “Sorrels Ana Duarte”: behind the genitive of a place another name may begin.
    at = Math.max(nouns && within ? within[1] : end, at + 1);
  }
  return out;
}

/** “Sprecher Bundesgerichtshof”: a German run of capitals ends before a name that is whole by its form. */
function endBeforeWhole(document: Document, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) if (document.scan.isCapital(i) && germanNameAt(document, i, false) !== null) return i;
  return end;
}

/** “10 a.m. Eastern Standard Time” */
const isClockTime = ({ scan }: Document, at: number, end: number): boolean =>
  end - at >= 3 && clockTime.has(scan.lower(end - 2)) && timeNoun.has(scan.lower(end - 1));

/** “FULL TEXT”, “PHOTO GALLERY”: several plain words, all in capitals, which name nobody. */
function isHeadingInCapitals({ scan }: Document, at: number, end: number): boolean {
  if (end - at < 2) return false;
  for (let i = at; i < end; i++) {
    if (!/^\p{Lu}{4,}$/u.test(scan.raw(i)) || isFirstName(scan.lower(i))) return false;
    if (!isCommonNoun(scan.lower(i))) return false;
  }
  return true;
}

const withoutStop = (word: string): string => (word.endsWith(".") ? word.slice(0, -1) : word);

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
    // Many capitals may be many nouns.
    if (endsLikeProse && document.language.capitalisesNouns) continue;
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
  private readonly nouns: NounEvidence | null;

  constructor(document: Document, isTitleCase: Uint8Array, known: KnownNames, nouns: NounEvidence | null) {
    this.document = document;
    this.nouns = nouns;
    this.isTitleCase = isTitleCase;
    this.known = known;
  }

  /** The title of a work, which no word of its own can make a person or place. */
  workTitle(from: number, to: number): NameMention {
    return { ...this.mention(from, to, from, null, false, null, null), to, type: "other", isSure: true, gender: null };
  }

  /** “Colorado Gov. Ana Duarte”: the place before the title is named as well as the person behind it. */
  placeOfRole(from: number, end: number): NameMention[] {
    const { scan, language, text } = this.document;
    if (!language.nounsQualify) return [];
    for (let to = from + 1; to <= Math.min(from + 2, end - 2); to++) {
      const isPlace = isSurePlace(text.slice(scan.starts[from], scan.ends[to - 1]));
      if (isPlace && scan.has(to, lists.titles) && !scan.has(end - 1, lists.organisationNouns | lists.placeNouns))
        return [this.mention(from, to, from, null, false, null, null)];
    }
    return [];
  }

  /** A name whose ends are proven, without role and honorific. */
  whole(from: number, to: number): NameMention {
    const mention = this.mention(from, to, from, null, false, null, null);
    return mention.type === "person" ? { ...mention, type: "other", isSure: false, gender: null } : mention;
  }

  /** A name that is known as it stands, by the form it has alone. */
  listed(from: number, { to, name, type }: ListedName): NameMention {
    return { ...this.mention(from, to, from, null, false, null, null), to, text: name, type, isSure: true, gender: null };
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
    // “Justice Department”: no judge by the name of Department.
    if (roleEnd === end - 1 && honorificAt < 0 && roleEnd - from === 1 && scan.has(end - 1, lists.organisationNouns))
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
    if (end - object > 1 && isSurePlace(text.slice(scan.starts[object], scan.ends[end - 1]))) return true;
    const isAppositive =
      scan.mark(from - 1) === 0x2c ||
      (language.words.and.has(scan.lower(from - 1)) && scan.has(from - 2, lists.titles | lists.personNouns));
    for (let i = object; i < end - 1; i++) if (isFirstName(scan.lower(i))) return false;
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
    const written = text.slice((scan.starts[from] as number) + elisionAt(this.document, from), scan.ends[end - 1]);
    // “Ugandas”: the genitive of a place; “Quills Frau”: of a name that the text writes without it as well.
    const stem = this.nouns ? withoutGenitive(written) : written;
    const isGenitive =
      stem !== written &&
      !isSurePlace(written) &&
      (isSurePlace(stem) ||
        (!isFirstName(scan.lower(end - 1)) &&
          (this.nouns?.capitals.has(withoutGenitive(scan.raw(end - 1))) || (scan.isCapital(end) && to - from > 1))));
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
    if (guess.type !== "person" || guess.isSure || !isMarked || isFirstName(scan.lower(name.from))) return guess;
    return { type: "other", isSure: false, gender: null };
  }

  /** “Sorrel border crossing” names another thing than “Sorrel”: the words that tell are part of the name. */
  private placeTail(from: number, to: number): number {
    const { scan, language } = this.document;
    if (!language.nounsQualify || to - from > 3 || this.isTitleCase[from]) return to;
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
