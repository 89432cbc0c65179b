import type { EntityType } from "@wirefold/core";
import type { Document } from "../document.ts";
import type { Gender } from "../languages/language.ts";
import { lists } from "../word-roles.ts";
import { agencyByForm } from "./agencies.ts";
import { knownPlaces } from "./gazetteer.ts";
import { givenNames } from "./given-names.ts";
import { findLoneFirstNames } from "./lone-first-names.ts";

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
  readonly type: EntityType;
  /** Evidence for the type beyond a guess. */
  readonly isSure: boolean;
}

const joinable = new Set("de del della der den di da dos du la le van von bin ibn ben bint al el ten ter y e".split(" "));
const suffixes = new Set(["jr", "sr", "ii", "iii", "iv"]);
const demonymPattern =
  /^(?:american|british|english|french|german|russian|ukrainian|chinese|japanese|italian|spanish|greek|turkish|israeli|iranian|iraqi|syrian|afghan|indian|pakistani|kazakh|georgian|finnish|polish|dutch|swiss|swedish|danish|norwegian|canadian|australian|mexican|cuban|korean|saudi|egyptian|libyan|muslim|christian|jewish|catholic|islamic|arab|kurdish|european|african|asian|soviet|western|eastern|northern|southern|central|republican|democratic|democrat|conservative|liberal|hispanic|latino|black|white|tory|labour)s?$|(?:ians?|ese)$/;

/** Longest name in words; a run of capitals past it is a slogan. */
const nameWordsMax = 8;
/** Share of capitalised words from which a line is set in title case. */
const titleCaseShareMin = 0.7;
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
  const reader = new NameReader(document, opensSentence, isTitleCase, seenInside, loneNames);
  const out: NameMention[] = [];
  for (let at = 0; at < scan.count; ) {
    if (!scan.isWord(at)) {
      at++;
      continue;
    }
    const read = reader.readAt(at);
    if (!read) {
      at++;
      continue;
    }
    out.push(...read.mentions);
    at = Math.max(read.next, at + 1);
  }
  return out;
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
    const endsLikeProse = scan.mark(end - 1) === 0x2e;
    // In a German sentence many capitals are many nouns.
    if (endsLikeProse && document.language.language === "de") continue;
    if (words >= (endsLikeProse ? titleCaseProseWordsMin : titleCaseWordsMin) && capitals / words >= titleCaseShareMin)
      out.fill(1, first, end);
  }
  return out;
}

class NameReader {
  private readonly document: Document;
  private readonly opensSentence: Uint8Array;
  private readonly isTitleCase: Uint8Array;
  private readonly seenInside: ReadonlySet<string>;
  private readonly loneNames: ReadonlySet<string>;

  constructor(
    document: Document,
    opensSentence: Uint8Array,
    isTitleCase: Uint8Array,
    seenInside: ReadonlySet<string>,
    loneNames: ReadonlySet<string>,
  ) {
    this.loneNames = loneNames;
    this.document = document;
    this.opensSentence = opensSentence;
    this.isTitleCase = isTitleCase;
    this.seenInside = seenInside;
  }

  readAt(at: number): { mentions: NameMention[]; next: number } | null {
    const { scan } = this.document;
    const particle = !scan.isCapital(at) && joinable.has(scan.lower(at)) && this.isParticleStart(at);
    if (!scan.isCapital(at) && !particle) return null;
    if (!particle && !this.mayBegin(at)) return null;
    const end = this.runEnd(at);
    return { mentions: this.split(at, end), next: end };
  }

  /** “al-Amin”, “van Dijk” where no first name stands before. */
  private isParticleStart(at: number): boolean {
    const { scan } = this.document;
    const next = scan.mark(at + 1) === 0x2d && scan.isGlued(at + 1) ? at + 2 : at + 1;
    if (!scan.isCapital(next) || scan.isNewline(at + 1)) return false;
    return next === at + 2
      ? /^(?:al|el)$/.test(scan.lower(at))
      : /^(?:van|von|de|bin)$/.test(scan.lower(at)) && this.seenInside.has(scan.raw(next)) && !knownPlaces.has(scan.raw(next));
  }

  private mayBegin(at: number): boolean {
    const { scan, language } = this.document;
    const lower = scan.lower(at);
    const raw = scan.raw(at);
    if (language.notNames.has(lower)) return false;
    // “die Demonstranten”: a noun for people is a description, unless a name follows it.
    if (language.language === "de" && language.personNouns.has(lower) && !scan.isCapital(at + 1)) return false;
    if (language.honorifics.has(lower.replace(/\.$/, ""))) return true;
    if (!this.opensSentence[at] && !this.isTitleCase[at]) {
      // “I”, a lone letter, a list item
      return raw.length > 1 || (scan.mark(at + 1) === 0x2e && scan.isCapital(at + 2));
    }
    if (this.seenInside.has(raw) || givenNames.has(lower) || knownPlaces.has(raw) || this.isAcronym(raw)) return true;
    const next = at + 1;
    if (this.isTitleCase[at]) return false;
    // At a sentence's start: a capital after it, a possessive or a verb of saying speaks for a name.
    if (scan.isCapital(next) && !scan.has(next, lists.notNames)) return true;
    if (scan.lower(next) === "'s" || scan.has(next, lists.speechVerbs))
      return !language.personNouns.has(lower) && !/s$/.test(lower);
    if (scan.mark(next) === 0x2d && scan.isCapital(next + 1)) return true;
    if (scan.mark(next) === 0x2c && scan.isNumber(next + 1)) return true;
    if (language.titles.has(lower)) return true;
    return false;
  }

  private isAcronym(raw: string): boolean {
    return raw.length >= 2 && raw.length <= 6 && raw === raw.toUpperCase() && /^[\p{Lu}.]+$/u.test(raw);
  }

  /** Past the last token of the run of capitalised words that starts here. */
  private runEnd(from: number): number {
    const { scan, language } = this.document;
    let end = from + 1;
    let words = 1;
    let hasOf = false;
    while (words < nameWordsMax) {
      const next = end;
      // The stop of an initial or a short title: “J.”, “Sen.”, “St.”
      if (scan.mark(next) === 0x2e && scan.isGlued(next)) {
        const before = scan.raw(end - 1);
        const isInitial = before.length === 1;
        const isTitle =
          language.honorifics.has(scan.lower(end - 1)) ||
          /^(?:Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Cmdr|Maj|Adm|Dr|Prof|Rev|St|Ft|Mt|Sens|Reps)$/.test(before);
        if ((isInitial || isTitle) && scan.isCapital(next + 1) && !scan.isNewline(next + 1)) {
          end = next + 2;
          words++;
          continue;
        }
        if (suffixes.has(scan.lower(end - 1)) && words > 1) end = next + 1;
        break;
      }
      if (scan.isNewline(next) || !(next < scan.count)) break;
      if (scan.mark(next) === 0x2d && scan.isGlued(next) && scan.isGlued(next + 1) && scan.isWord(next + 1)) {
        // “Jean-Pierre” and “Al-Amin” are names, “Tokyo-based” ends after Tokyo.
        if (scan.isCapital(next + 1) || joinable.has(scan.lower(next + 1))) {
          end = next + 2;
          if (scan.mark(end) === 0x2d && scan.isCapital(end + 1)) continue;
          words++;
          continue;
        }
        break;
      }
      if (scan.mark(next) === 0x26 && scan.isCapital(next + 1)) {
        end = next + 2;
        words++;
        continue;
      }
      if (scan.mark(next) === 0x2c && suffixes.has(scan.lower(next + 1))) {
        end = next + 2;
        continue;
      }
      if (!scan.isWord(next)) break;
      if (scan.isCapital(next)) {
        if (
          scan.has(next, lists.notNames) &&
          !(scan.isCapital(next + 1) && this.seenInside.has(scan.raw(next + 1)) && scan.lower(next) === "the")
        )
          break;
        if (
          this.isTitleCase[next] &&
          !this.seenInside.has(scan.raw(next)) &&
          !knownPlaces.has(scan.raw(next)) &&
          !scan.has(next, lists.titles)
        )
          break;
        end = next + 1;
        words++;
        continue;
      }
      const link = scan.lower(next);
      const last = scan.lower(end - 1);
      // “Interior Ministry in Sorrel”: a body every country has is named by its country.
      if (
        link === "in" &&
        /^(?:ministry|police|parliament|government|embassy)$/.test(last) &&
        words > 1 &&
        knownPlaces.has(scan.raw(next + 1)) &&
        !scan.isCapital(next + 2)
      ) {
        end = next + 2;
        words += 2;
        continue;
      }
      if (joinable.has(link) && scan.isCapital(next + 1) && !this.isTitleCase[from]) {
        end = next + 2;
        words += 2;
        continue;
      }
      if (joinable.has(link) && joinable.has(scan.lower(next + 1)) && scan.isCapital(next + 2)) {
        end = next + 3;
        words += 3;
        continue;
      }
      const isInstitution = language.organisationNouns.has(last) || language.titles.has(last) || language.placeNouns.has(last);
      if (
        (link === "of" || (link === "for" && language.organisationNouns.has(last))) &&
        (isInstitution || /^(?:bank|lord|duke|times|house|joint|board)s?$/.test(last))
      ) {
        const after = scan.lower(next + 1) === "the" ? next + 2 : next + 1;
        if (scan.isCapital(after) && !scan.has(after, lists.notNames)) {
          end = after + 1;
          words += 2;
          hasOf = true;
          continue;
        }
      }
      if (
        link === "and" &&
        hasOf &&
        scan.isCapital(next + 1) &&
        scan.has(from, lists.organisationNouns) &&
        !scan.isCapital(next + 3)
      ) {
        end = next + 2;
        words += 2;
        continue;
      }
      break;
    }
    return end;
  }

  /** Tells role, honorific and name of a run apart. */
  private split(from: number, end: number): NameMention[] {
    const { scan, language } = this.document;
    let nameFrom = from;
    let gender: Gender | null = null;
    let roleEnd = -1;
    for (let i = from; i < end; i++) {
      const lower = scan.lower(i).replace(/\.$/, "");
      const honorific = language.honorifics.get(lower);
      if (honorific !== undefined && i === nameFrom) {
        gender = honorific;
        nameFrom = i + 1;
        if (scan.mark(nameFrom) === 0x2e) nameFrom++;
        continue;
      }
      if (!language.titles.has(lower)) continue;
      let after = i + 1;
      if (scan.mark(after) === 0x2e && scan.isGlued(after)) after++;
      // “Secretary of State”: the role runs on over “of”.
      if (scan.lower(after) === "of" && after + 1 < end) {
        const object = scan.lower(after + 1) === "the" ? after + 2 : after + 1;
        after = Math.min(end, object + 1);
        i = after - 1;
      }
      if (scan.mark(after) === 0x2d || (i > from && scan.mark(i - 1) === 0x2d && scan.isGlued(i))) continue;
      nameFrom = after;
      roleEnd = after;
    }
    const role = roleEnd > from ? this.document.text.slice(scan.starts[from], scan.ends[roleEnd - 1]) : null;
    if (nameFrom >= end) {
      if (role === null) return [];
      return [this.mention(from, end, from, role, true, gender)];
    }
    return [this.mention(nameFrom, end, role === null ? nameFrom : from, role, false, gender)];
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
  ): NameMention {
    const { scan, text } = this.document;
    const end = isRole ? to : this.placeTail(from, to);
    const begin = isRole || role !== null ? from : this.withArticle(from, to);
    if (begin < from) return this.mention(begin, to, begin, null, false, gender);
    const surface = text.slice(scan.starts[from], scan.ends[end - 1]);
    if (end > to)
      return {
        from,
        to: end,
        text: surface,
        roleFrom: from,
        role: null,
        isRole: false,
        gender: null,
        type: "place",
        isSure: true,
      };
    const guess = isRole ? { type: "other" as const, isSure: true, gender } : this.typeOf(from, to, surface, role, gender);
    return { from, to, text: surface, roleFrom, role, isRole, gender: guess.gender, type: guess.type, isSure: guess.isSure };
  }

  /** “Sorrel border crossing” names another thing than “Sorrel”: the words that tell are part of the name. */
  private placeTail(from: number, to: number): number {
    const { scan, language } = this.document;
    if (language.language !== "en" || to - from > 3 || this.isTitleCase[from]) return to;
    let end = to;
    while (
      end < to + 2 &&
      scan.isWord(end) &&
      !scan.isCapital(end) &&
      /^(?:border|customs|crossing|checkpoint|region|peninsula|valley|mountains)$/.test(scan.lower(end))
    )
      end++;
    return end > to &&
      /^(?:crossing|checkpoint|region|peninsula|valley|mountains)$/.test(scan.lower(end - 1)) &&
      !/^(?:crossing|checkpoint)$/.test(scan.lower(to)) &&
      !language.demonyms.has(scan.lower(from))
      ? scan.lower(end - 1) === "region" && to - from > 1
        ? to
        : end
      : to;
  }

  private typeOf(
    from: number,
    to: number,
    surface: string,
    role: string | null,
    honorific: Gender | null,
  ): { type: EntityType; isSure: boolean; gender: Gender | null } {
    const { scan, language } = this.document;
    const first = scan.lower(from);
    const last = scan.lower(to - 1);
    const words = to - from;
    let gender = honorific;
    if (agencyByForm.has(surface)) return { type: "organisation", isSure: true, gender: null };
    let hasOrganisationNoun = false;
    for (let i = from; i < to; i++)
      if (scan.has(i, lists.organisationNouns) && !(i === from && givenNames.has(first))) hasOrganisationNoun = true;
    if (hasOrganisationNoun && (words > 1 || role === null) && !(role !== null && !language.organisationNouns.has(last)))
      return { type: "organisation", isSure: words > 1, gender: null };
    // “die Stadt”, “das Land”: German writes the common noun with a capital; as a source it is the body that runs the place.
    if (language.language === "de" && words === 1 && role === null && language.populated.has(first))
      return { type: "organisation", isSure: true, gender: null };
    if (knownPlaces.has(surface) && role === null) return { type: "place", isSure: true, gender: null };
    if (honorific !== null) return { type: "person", isSure: true, gender };
    if (role !== null) {
      for (let i = this.rangeStart(from); i < from; i++) {
        if (language.femaleNouns.has(scan.lower(i))) gender = "f";
        else if (language.maleNouns.has(scan.lower(i))) gender = "m";
      }
      return { type: "person", isSure: true, gender: gender ?? givenNames.get(first) ?? null };
    }
    if (words === 1 && language.demonyms.has(surface.toLowerCase().replace(/s$/, "")))
      return { type: "other", isSure: true, gender: null };
    if (language.placeNouns.has(last) && words > 1) return { type: "place", isSure: true, gender: null };
    if (scan.has(to, lists.placeNouns) && !scan.isCapital(to) && language.language === "en")
      return { type: "place", isSure: true, gender: null };
    // “Mount Sorrel”, “Upper Sorrel”, “Lake Sorrel”
    if (
      words > 1 &&
      words <= 3 &&
      language.language === "en" &&
      /^(?:mount|mt|lake|cape|fort|port|upper|lower)$/.test(first) &&
      !language.organisationNouns.has(last)
    )
      return { type: "place", isSure: true, gender: null };
    const given = givenNames.get(first);
    if (given !== undefined && words > 1 && words <= 5) return { type: "person", isSure: true, gender: given };
    if (this.isAcronym(surface)) return { type: "organisation", isSure: false, gender: null };
    if (demonymPattern.test(surface.toLowerCase()) && words === 1) return { type: "other", isSure: true, gender: null };
    const before = scan.lower(from - 1);
    const after = scan.lower(to);
    if (
      scan.mark(to) === 0x2c &&
      scan.isNumber(to + 1) &&
      (scan.mark(to + 2) === 0x2c || scan.mark(to + 2) === 0x2e) &&
      /^[1-9]\d$/.test(scan.raw(to + 1))
    )
      return { type: "person", isSure: true, gender: given ?? null };
    // “spokeswoman Ana Duarte”, “waiter Vlad”
    if (language.personNouns.has(before) && !this.document.scan.isNewline(from - 1)) {
      const noun: Gender | null = language.femaleNouns.has(before) ? "f" : language.maleNouns.has(before) ? "m" : null;
      return { type: "person", isSure: words > 1, gender: noun ?? given ?? null };
    }
    if (language.demonyms.has(surface.toLowerCase().replace(/s$/, ""))) return { type: "other", isSure: true, gender: null };
    // “south of Sorrel”, “crossing at Sorrel”
    if (
      before === "of" &&
      /^(?:north|south|east|west|outside|northeast|northwest|southeast|southwest|city|town|village|capital|region|province|island|port|outskirts|suburb|nation|state)$/.test(
        scan.lower(from - 2),
      )
    )
      return { type: "place", isSure: true, gender: null };
    if (language.placePrepositions.has(before)) return { type: "place", isSure: false, gender: null };
    // “Harrow manager Ana Duarte”: who has a manager is a club or a firm.
    if (given === undefined && scan.has(to, lists.personNouns) && !scan.isCapital(to) && scan.isCapital(to + 1))
      return { type: "organisation", isSure: false, gender: null };
    if (
      language.speechVerbs.has(after) ||
      language.speechVerbs.has(before) ||
      (scan.mark(to) === 0x2c && after === "," && scan.lower(to + 1) === "who")
    )
      return { type: "person", isSure: false, gender: given ?? null };
    if (given !== undefined) return { type: "person", isSure: false, gender: given };
    if (words === 1 && this.loneNames.has(surface)) return { type: "person", isSure: false, gender: null };
    // German sets an article before any noun, so there it tells nothing.
    if (before === "the") return { type: "organisation", isSure: false, gender: null };
    if (words >= 2 && words <= 3 && language.language !== "de") return { type: "person", isSure: false, gender: null };
    return { type: "other", isSure: false, gender: null };
  }

  private rangeStart(nameFrom: number): number {
    return Math.max(0, nameFrom - 6);
  }
}
