import { agencyByForm } from "@wirefold/text";
import {
  contextWords,
  isCommonRomanceWord,
  isFirstName,
  isPossiblePlace,
  isSurePlace,
  koreanSurnames,
  onlyReadingWord,
  readingWordSet,
  readingWords,
} from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists, wordKinds } from "../word-roles.ts";
import { elisionAt, elisionLength } from "./elision.ts";
import { isMonthAsName, isMonthAsSurname } from "./month-names.ts";
import { isAcronym } from "./name-type.ts";

const gluedParticle = contextWords("gluedParticle");
const pairJoiner = contextWords("pairJoiner");
const the = contextWords("the");
const shortTitle = contextWords("shortTitle");
const versus = contextWords("versus");
const nationalBody = contextWords("nationalBody");
const bodyOn = contextWords("bodyOn");
const bodyOf = contextWords("bodyOf");
const inWord = contextWords("in");
const of = readingWordSet("of");
const onWord = contextWords("on");
const forWord = contextWords("for");
const and = readingWordSet("and");

const particle = onlyReadingWord("nameParticle");

const joinable = new Set(readingWords("nameJoiner"));
const suffixes = new Set(["jr", "sr", "ii", "iii", "iv"]);

/** Longest name in words; a run of capitals past it is a slogan. */
const nameWordsMax = 8;

/** Most things an office's name lists. */
const listItemsMax = 5;
/** Longest name of a place in two words. */
const placeOfTwoMax = 30;
const listedBody = contextWords("listedBody");

/** What the capitals of a text prove, token by token. */
export interface CapitalEvidence {
  /** Opens a sentence or quotation, where a capital proves nothing. */
  readonly opensSentence: Uint8Array;
  /** Stands in a line set in title case, where it proves nothing either. */
  readonly isTitleCase: Uint8Array;
  /** Words that stand with a capital where only names do. */
  readonly seenInside: ReadonlySet<string>;
}

/** Longest syllable as it is written in Latin letters. */
const syllableMax = 6;

/** Whether the word at a token, behind a Korean surname, goes on behind a hyphen in lower case. */
function isTwoSyllables(scan: Document["scan"], at: number, words: number): boolean {
  if (words < 2 || scan.mark(at + 1) !== 0x2d || !scan.isGlued(at + 1) || !scan.isGlued(at + 2)) return false;
  const [first, second] = [scan.raw(at), scan.raw(at + 2)];
  return koreanSurnames.has(scan.raw(at - 1)) && first.length <= syllableMax && /^\p{Ll}{1,6}$/u.test(second);
}

/** A French word with an article or a pronoun tied on. */
const elidedWord = /^(?:[cdjlmnst]|\p{L}{0,5}qu)['’]\p{Ll}/iu;
/** “EE. UU.”: initials that are doubled for a plural. */
const doubledInitial = /^(\p{Lu})\1$/u;

/** Finds where runs of capitalised words begin and end that may be names. */
export class NameRuns {
  private readonly document: Document;
  private readonly opensSentence: Uint8Array;
  private readonly isTitleCase: Uint8Array;
  private readonly seenInside: ReadonlySet<string>;

  constructor(document: Document, { opensSentence, isTitleCase, seenInside }: CapitalEvidence) {
    this.document = document;
    this.opensSentence = opensSentence;
    this.isTitleCase = isTitleCase;
    this.seenInside = seenInside;
  }

  /** Past the last token of the name that begins at a token; -1 where none does. */
  endOf(at: number): number {
    const { scan } = this.document;
    if (elisionAt(this.document, at) > 0) return this.mayFollowElision(at) ? this.runEnd(at) : -1;
    const particle = !scan.isCapital(at) && scan.is(at, wordKinds.nameJoiner) && this.isParticleStart(at);
    if (!scan.isCapital(at) && !particle) return -1;
    if (!particle && !this.mayBegin(at)) return -1;
    return this.runEnd(at);
  }

  /** “al-Amin”, “van Dijk” where no first name stands before. */
  private isParticleStart(at: number): boolean {
    const { scan } = this.document;
    // “de Lyon”: where the particle is a preposition of the language, it stands before any noun.
    if (this.document.language.capitalisesNouns || scan.has(at, lists.prepositions)) return false;
    const next = scan.mark(at + 1) === 0x2d && scan.isGlued(at + 1) ? at + 2 : at + 1;
    if (!scan.isCapital(next) || scan.isNewline(at + 1)) return false;
    return next === at + 2
      ? gluedParticle.has(scan.lower(at))
      : particle.test(scan.lower(at)) && this.seenInside.has(scan.raw(next)) && !isSurePlace(scan.raw(next));
  }

  /** “l'Oise”, “d'Ana Duarte”: a place, initials or a word that no one has in lower case, and no people (“l'Allemand”). */
  private mayFollowElision(at: number): boolean {
    const { scan, language } = this.document;
    const raw = scan.raw(at).slice(elisionLength);
    const lower = raw.toLowerCase();
    if (language.demonyms.has(lower) || language.notNames.has(lower) || this.isTitleCase[at]) return false;
    return isSurePlace(raw) || isAcronym(raw) || isFirstName(lower) || !isCommonRomanceWord(lower, language.language);
  }

  private mayBegin(at: number): boolean {
    return this.mayBeginAlone(at) || this.isPlaceOfTwo(at);
  }

  private mayBeginAlone(at: number): boolean {
    const { scan, language } = this.document;
    const lower = scan.lower(at);
    const raw = scan.raw(at);
    if (language.honorifics.has(lower.endsWith(".") ? lower.slice(0, -1) : lower)) return true;
    if (isMonthAsName(this.document, at) || this.isTiedThrice(at + 1)) return true;
    if (language.notNames.has(lower) || (language.words.linksUnits && language.words.cardinals.has(lower))) return false;
    // “C'est”, “L'euphorie”: what is tied on is a word like any other.
    if (language.tiesArticles && elidedWord.test(raw)) return false;
    // “die Demonstranten”: a noun for people is a description, unless a name follows it.
    if (language.capitalisesNouns && language.personNouns.has(lower) && !scan.isCapital(at + 1)) return false;
    if (!this.opensSentence[at] && !this.isTitleCase[at]) {
      // “I”, a lone letter, a list item
      return raw.length > 1 || (scan.mark(at + 1) === 0x2e && scan.isCapital(at + 2));
    }
    if (this.seenInside.has(raw) || isFirstName(lower) || isSurePlace(raw) || isAcronym(raw) || agencyByForm.has(raw))
      return true;
    const next = at + 1;
    if (this.isTitleCase[at]) return false;
    // “Depuis Lyon”, “Los vecinos de Soria”: a common word opens the sentence, and no name.
    const isRole = language.titles.has(lower) || scan.has(at, lists.personNouns | lists.organisationNouns);
    if (!isRole && isCommonRomanceWord(lower, language.language)) return false;
    // “R. Quill Duarte”
    if (raw.length === 1 && scan.mark(next) === 0x2e && scan.isGlued(next) && scan.isCapital(next + 1)) return true;
    // At a sentence's start: a capital after it, a possessive or a verb of saying speaks for a name.
    if (scan.isCapital(next) && !scan.has(next, lists.notNames)) return true;
    if (scan.isGenitive(next) || scan.has(next, lists.speechVerbs)) return !language.personNouns.has(lower) && !/s$/.test(lower);
    if (scan.mark(next) === 0x2d && scan.isCapital(next + 1)) return true;
    if (scan.mark(next) === 0x2c && scan.isNumber(next + 1)) return true;
    if (language.titles.has(lower)) return true;
    return false;
  }

  /** “Santo Domingo”, “Cape Town”: a listed place, whatever else its words are. */
  private isPlaceOfTwo(at: number): boolean {
    const { scan } = this.document;
    if (!scan.isCapital(at + 1) || scan.isNewline(at + 1)) return false;
    const written = this.document.text.slice(scan.starts[at], scan.ends[at + 1]);
    return written.length < placeOfTwoMax && isSurePlace(written);
  }

  /** In German “von” and “der” join nouns of any kind: there only a first name or title before them makes a name. */
  private mayJoin(from: number, end: number): boolean {
    const { scan, language } = this.document;
    if (!language.capitalisesNouns) return true;
    return isFirstName(scan.lower(end - 1)) || (end - from === 1 && scan.has(from, lists.titles));
  }

  /** “A.”, “I.” inside a name: no article and no pronoun. */
  private isInitial(at: number): boolean {
    const { scan } = this.document;
    if (scan.raw(at).length !== 1 || scan.mark(at + 1) !== 0x2e || !scan.isGlued(at + 1)) return false;
    return scan.isCapital(at + 2) && !scan.has(at + 2, lists.notNames);
  }

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
          language.honorifics.has(scan.lower(end - 1)) || (scan.isCapital(end - 1) && shortTitle.has(scan.lower(end - 1)));
        if ((isInitial || isTitle) && scan.isCapital(next + 1) && !scan.isNewline(next + 1)) {
          end = next + 2;
          words++;
          continue;
        }
        // “EE. UU.”
        if (doubledInitial.test(scan.raw(end - 1)) && doubledInitial.test(scan.raw(next + 1)) && words === 1) {
          const close = next + 2;
          return scan.mark(close) === 0x2e && scan.isGlued(close) ? close + 1 : close;
        }
        if (suffixes.has(scan.lower(end - 1)) && words > 1) end = next + 1;
        break;
      }
      if (scan.isNewline(next) || !(next < scan.count)) break;
      // “Moon Jae-in”: a given name of two syllables behind a Korean surname.
      if (isTwoSyllables(scan, end - 1, words)) {
        end = next + 2;
        words++;
        continue;
      }
      // “Mar-a-Lago”, “Port-au-Prince”
      if (this.isTiedThrice(next)) {
        end = next + 4;
        words++;
        continue;
      }
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
      const listed = hasOf ? this.endOfList(from, end) : -1;
      if (listed > end) return listed;
      if (!scan.isWord(next)) break;
      // “Cote d'Azur”, “Duarte v. Quill”
      if (this.isElided(next)) {
        end = next + 1;
        words++;
        continue;
      }
      if (versus.has(scan.lower(next)) && scan.isCapital(end - 1)) {
        const side = scan.mark(next + 1) === 0x2e ? next + 2 : next + 1;
        if (scan.isCapital(side)) {
          end = side + 1;
          words += 2;
          continue;
        }
      }
      // “Ana Duarte Ende Oktober”
      if (language.capitalisesNouns && language.words.partsOfPeriod.has(scan.lower(next))) break;
      if (scan.isCapital(next) && words === 1 && this.isPlaceOfTwo(end - 1)) {
        end = next + 1;
        words++;
        continue;
      }
      if (scan.isCapital(next)) {
        // “Sorrel Sorrel”, “Metronorte Cuatro”: a heading without its stop runs into the sentence.
        if (scan.raw(next) === scan.raw(end - 1) || (language.words.linksUnits && this.opensAnother(end - 1, next))) break;
        if (
          scan.has(next, lists.notNames) &&
          !this.isInitial(next) &&
          !isMonthAsSurname(this.document, next, words) &&
          !(scan.isCapital(next + 1) && this.seenInside.has(scan.raw(next + 1)) && the.has(scan.lower(next)))
        )
          break;
        if (
          this.isTitleCase[next] &&
          !this.seenInside.has(scan.raw(next)) &&
          !isSurePlace(scan.raw(next)) &&
          !scan.has(next, lists.titles) &&
          !(words === 1 && isFirstName(scan.lower(end - 1)) && !scan.has(next, lists.verbs | lists.speechVerbs))
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
        inWord.has(link) &&
        nationalBody.has(last) &&
        words > 1 &&
        isSurePlace(scan.raw(next + 1)) &&
        !scan.isCapital(next + 2)
      ) {
        end = next + 2;
        words += 2;
        continue;
      }
      // In German an article alone joins nothing: “nannte Ilse Brandt den Vorschlag”.
      const isArticle = language.capitalisesNouns && scan.has(next, lists.determiners);
      // “Ana Duarte de Lyon”: where she is from.
      const isOrigin =
        scan.has(next, lists.prepositions) && isSurePlace(scan.raw(next + 1)) && !scan.has(end - 1, lists.organisationNouns);
      if (
        joinable.has(link) &&
        !isArticle &&
        !isOrigin &&
        !(words > 1 && isFirstName(scan.lower(from)) && scan.has(next + 1, lists.organisationNouns)) &&
        scan.isCapital(next + 1) &&
        !this.isTitleCase[from] &&
        !this.joinsTwoNames(from, end, next) &&
        this.mayJoin(from, end)
      ) {
        end = next + 2;
        words += 2;
        continue;
      }
      if (
        joinable.has(link) &&
        !pairJoiner.has(link) &&
        joinable.has(scan.lower(next + 1)) &&
        scan.isCapital(next + 2) &&
        this.mayJoin(from, end)
      ) {
        end = next + 3;
        words += 3;
        continue;
      }
      const isInstitution = language.organisationNouns.has(last) || language.titles.has(last) || language.placeNouns.has(last);
      if (
        (of.has(link) || (onWord.has(link) && bodyOn.has(last)) || (forWord.has(link) && language.organisationNouns.has(last))) &&
        (isInstitution ||
          bodyOf.has(last) ||
          (words > 1 && /[^s]s$/.test(last) && isSurePlace(scan.raw(next + 1)) && !isFirstName(scan.lower(from))))
      ) {
        const after = the.has(scan.lower(next + 1)) ? next + 2 : next + 1;
        if (scan.isCapital(after) && !scan.has(after, lists.notNames)) {
          end = after + 1;
          words += 2;
          hasOf = !forWord.has(link) && (scan.has(from, lists.organisationNouns) || bodyOn.has(last));
          continue;
        }
      }
      // “Committee on Education and the Workforce”, “Ministry of Health and Sport”: two words more with capitals are somebody else.
      const second = the.has(scan.lower(next + 1)) ? next + 2 : next + 1;
      if (and.has(link) && words >= 3 && this.isSecondField(from, end, next + 1)) {
        end = next + 3;
        words += 3;
        continue;
      }
      if (and.has(link) && hasOf && scan.isCapital(second) && !scan.isCapital(second + 1) && !scan.has(second, lists.notNames)) {
        end = second + 1;
        words += 2;
        continue;
      }
      break;
    }
    return end;
  }

  /** “Metronorte Cuatro”, “Radio Media Es”, “UPA Ana Duarte”: in French and Spanish a number, a verb or a person begins another phrase. */
  private opensAnother(last: number, at: number): boolean {
    const { scan, language } = this.document;
    if (language.words.cardinals.has(scan.lower(at)) || scan.has(at, lists.pronouns | lists.betweenSubjectAndVerb)) return true;
    return isAcronym(scan.raw(last)) && isFirstName(scan.lower(at)) && scan.isCapital(at + 1) && !isAcronym(scan.raw(at));
  }

  /** “CSV y UPA”, “Soria y Lugo”: two names, where the word between joins the parts of one as often (“Castilla y León”). */
  private joinsTwoNames(from: number, end: number, link: number): boolean {
    const { scan, text } = this.document;
    if (!pairJoiner.has(scan.lower(link))) return false;
    if (isSurePlace(text.slice(scan.starts[from], scan.ends[link + 1]))) return false;
    const isWhole = (at: number): boolean => isAcronym(scan.raw(at)) || isSurePlace(scan.raw(at)) || isFirstName(scan.lower(at));
    const mayBePlaces = isPossiblePlace(scan.raw(end - 1)) && isPossiblePlace(scan.raw(link + 1));
    return isWhole(end - 1) || isWhole(link + 1) || mayBePlaces;
  }

  /** A small word between two hyphens and a capital behind them. */
  private isTiedThrice(at: number): boolean {
    const { scan } = this.document;
    if (scan.mark(at) !== 0x2d || scan.mark(at + 2) !== 0x2d || !scan.isGlued(at) || !scan.isGlued(at + 2)) return false;
    return scan.isWord(at + 1) && !scan.isCapital(at + 1) && scan.raw(at + 1).length < 5 && scan.isCapital(at + 3);
  }

  /** A French or Italian article before its vowel, and a capital behind it. */
  private isElided(at: number): boolean {
    const { scan } = this.document;
    const from = scan.starts[at] ?? 0;
    const [letter, mark, next] = [0, 1, 2].map((i) => scan.text.charCodeAt(from + i));
    return (
      (letter === 0x64 || letter === 0x6c) &&
      (mark === 0x27 || mark === 0x2019) &&
      next !== undefined &&
      next >= 0x41 &&
      next <= 0x5a
    );
  }

  /** “Department of Harbours and Coastal Safety”, “Port Authority of New York and New Jersey”: two words behind “and”. */
  private isSecondField(from: number, end: number, at: number): boolean {
    const { scan, text } = { scan: this.document.scan, text: this.document.text };
    if (!scan.isCapital(at) || !scan.isCapital(at + 1) || scan.isCapital(at + 2) || isFirstName(scan.lower(at))) return false;
    const isPlace = (i: number): boolean => isSurePlace(text.slice(scan.starts[i], scan.ends[i + 1]));
    const isOffice = listedBody.has(scan.lower(from)) && !scan.has(at + 2, lists.speechVerbs);
    return isOffice || (isPlace(at) && (isPlace(end - 2) || isSurePlace(scan.raw(end - 1))));
  }

  /** “Department of Alcohol, Tobacco, Firearms and Explosives”: single common words in a row that “and” closes; -1 for anything else. */
  private endOfList(from: number, end: number): number {
    const { scan } = this.document;
    if (scan.mark(end) !== 0x2c || !listedBody.has(scan.lower(from))) return -1;
    for (let at = end, items = 0; items < listItemsMax; items++) {
      if (scan.mark(at) === 0x2c) at++;
      const isLast = and.has(scan.lower(at));
      if (isLast) at++;
      const raw = scan.raw(at);
      if (!scan.isCapital(at) || scan.isCapital(at + 1) || isAcronym(raw) || isSurePlace(raw)) return -1;
      at++;
      if (isLast) return at;
      if (scan.mark(at) !== 0x2c && !and.has(scan.lower(at))) return -1;
    }
    return -1;
  }
}
