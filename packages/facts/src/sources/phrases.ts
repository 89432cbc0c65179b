import { contextWords, onlyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists, wordKinds } from "../word-roles.ts";
import { isPluralOwner } from "./clause-parts.ts";
import { isCapitalised, markedName } from "./marked-names.ts";
import type { Referent } from "./referents.ts";
import { isSubjectOfVerb } from "./reporting-verbs.ts";

const beforeDay = contextWords("beforeDay");
const beforeUnit = contextWords("beforeUnit");
const beforeThat = contextWords("beforeThat");
const behindSubject = contextWords("behindSubject");
const released = contextWords("released");
const closeTo = contextWords("closeTo");
const by = contextWords("by");
const who = contextWords("who");
const elided = contextWords("elidedArticle");
const genitiveArticle = onlyReadingWord("genitiveArticle");

/** Longest subject phrase read to the left of its verb, in tokens. */
const subjectReach = 14;

export interface SourcePhrase {
  readonly from: number;
  readonly to: number;
  readonly referent: Referent | null;
}

/** Finds, for tokens of a document, the referent that covers or ends at them. */
export class ReferentMap {
  private readonly at: Int32Array;
  readonly referents: readonly Referent[];

  constructor(document: Document, referents: readonly Referent[]) {
    this.referents = referents;
    this.at = new Int32Array(document.scan.count).fill(-1);
    for (const referent of referents) this.at.fill(referent.index, referent.from, referent.to);
  }

  covering(token: number): Referent | null {
    const index = this.at[token];
    return index === undefined || index < 0 ? null : (this.referents[index] as Referent);
  }
}

/** The noun phrase that ends right before `end`: “Police in Upper Sorrel”, “the Halden coast guard agency”. */
export function phraseBefore(document: Document, map: ReferentMap, end: number, depth = 0): SourcePhrase | null {
  const { scan, language } = document;
  let at = end - 1;
  // Over adverbs and auxiliaries, and over an apposition between commas.
  let guard = 0;
  while (at >= 0 && guard++ < 8 && scan.isWord(at) && mayStandBetween(document, at) && !scan.isCapital(at)) at--;
  at = beforeRelease(document, beforeTime(document, at));
  const marked = markedName(document, at, true);
  if (marked >= 0) return { from: marked, to: at + 1, referent: null };
  let apposed: Referent | null = null;
  if (scan.mark(at) === 0x2c || scan.mark(at) === 0x29) {
    const opener = openingComma(document, at);
    if (opener < 0) return null;
    const inside = map.covering(opener + 1);
    // “, Ana Duarte (SPD), erklärte”
    const close = scan.mark(at) === 0x2c && scan.mark(at - 1) === 0x29 ? openingComma(document, at - 1) : at;
    if (inside?.isNamedPerson && inside.from === opener + 1 && inside.to === close && inside.to - inside.from > 1)
      apposed = inside;
    else if (inside !== null && inside.from === opener + 1 && isNamedBody(document, inside, close, opener)) apposed = inside;
    at = opener - 1;
    // “Ana Duarte (D-Sorrel), the chair, said”
    const bracket = scan.mark(at) === 0x29 ? openingComma(document, at) : -1;
    if (bracket > 0) at = bracket - 1;
  }
  if (at < 0 || scan.isNewline(at)) return null;
  const quote = document.quoteOf[at] as number;
  const to = at + 1;
  let from = to;
  let referent: Referent | null = null;
  /** “officials in Halden”: a preposition stands between what was read and what comes next to the left. */
  let isLinked = false;
  while (from > 0 && to - from < subjectReach) {
    const token = from - 1;
    if (document.quoteOf[token] !== quote || scan.isNewline(token)) break;
    const covering = map.covering(token);
    if (covering && covering.to <= to) {
      from = covering.from;
      // The leftmost noun group leads: “officials in Halden” are officials.
      // “the union’s chairman” is the chairman, “Harrow manager Ana Duarte” Ana Duarte.
      if (referent === null || (!isOwner(document, covering) && (isLinked || !referent.isNamedPerson))) referent = covering;
      isLinked = false;
      const before = scan.lower(from - 1);
      if (covering.kind === "pronoun") break;
      // « la porte-parole du ministère »: the article holds the preposition.
      if (
        language.subjectFollows &&
        scan.is(from, wordKinds.phraseLink) &&
        scan.isWord(from - 1) &&
        isNounish(document, from - 1)
      ) {
        isLinked = true;
        continue;
      }
      // “reported that the board”, “to stop a lawsuit”: with its article a noun is whole.
      const isWhole = scan.has(from, lists.determiners) && !scan.is(from - 1, wordKinds.phraseLink) && !language.capitalisesNouns;
      const isOpened = !scan.has(from - 1, lists.determiners) || language.reporting.conjunctions.has(before);
      if (isWhole && covering.kind === "nominal" && isOpened) break;
      if (
        scan.is(from - 1, wordKinds.phraseLink) &&
        from - 2 >= 0 &&
        (scan.isWord(from - 2) || scan.isGenitive(from - 2)) &&
        !scan.has(from - 2, lists.speechVerbs) &&
        !isTime(document, from - 2)
      ) {
        from--;
        isLinked = true;
        continue;
      }
      if (scan.isWord(from - 1) && isNounish(document, from - 1)) continue;
      // “the food workers’ union”
      if (isPluralOwner(document, from - 1)) {
        from--;
        continue;
      }
      if (scan.has(from - 1, lists.determiners)) from--;
      break;
    }
    const lower = scan.lower(token);
    if (
      scan.isWord(token) ||
      scan.isNumber(token) ||
      lower === "'s" ||
      (scan.mark(token) === 0x2d && scan.isGlued(token) && scan.isGlued(token + 1))
    ) {
      if (scan.has(token, lists.determiners) && !(language.subjectFollows && scan.is(token, wordKinds.phraseLink))) {
        from = token;
        // “Ein Sprecher des Konzerns”: whose it is stands in the genitive behind the noun.
        const isOfNoun = genitiveArticle.test(lower) || (language.capitalisesNouns && scan.is(token, wordKinds.phraseLink));
        if (isOfNoun && scan.isCapital(token - 1) && isNounish(document, token - 1) && !isTime(document, token - 1)) {
          isLinked = true;
          continue;
        }
        if (scan.is(from - 1, wordKinds.phraseLink) && scan.isWord(from - 2) && !scan.has(from - 2, lists.speechVerbs)) {
          from--;
          isLinked = true;
          continue;
        }
        break;
      }
      if (scan.is(token, wordKinds.phraseLink)) {
        if (scan.isWord(token - 1) && !scan.has(token - 1, lists.speechVerbs) && token > 0 && !isClauseStart(document, token)) {
          from = token;
          isLinked = true;
          continue;
        }
        break;
      }
      if (!isNounish(document, token) && !scan.isNumber(token) && lower !== "'s" && scan.mark(token) === 0) break;
      from = token;
      continue;
    }
    break;
  }
  if (from >= to) return null;
  from = overPair(document, from, referent);
  const isThing = referent === null || (referent.kind === "pronoun" && referent.isPossessive);
  const owner = depth < 2 ? antecedentEnd(document, from, isThing) : -1;
  if (owner > 0) return phraseBefore(document, map, owner, depth + 1) ?? { from, to, referent };
  // “Its spokesman, Ana Duarte, said”: the name says more than the description before it.
  const isDescribed = scan.isWord(to - 1) && !scan.isCapital(to - 1) && scan.has(to - 1, lists.personNouns | lists.titles);
  // « Le maire de Sorrel, Ana Duarte, a précisé »: the place is of the office.
  if (apposed !== null && (!referent?.isNamedPerson || isDescribed || language.subjectFollows))
    return { from: apposed.from, to: apposed.to, referent: apposed };
  // “his office”: not he speaks. “His father”: the father does.
  if (referent?.kind === "pronoun" && referent.isPossessive && referent.to < to) {
    const owned = map.covering(to - 1);
    const isPerson = owned?.kind === "nominal" && !owned.isBody && scan.has(to - 1, lists.personNouns);
    return { from, to, referent: isPerson ? owned : null };
  }
  return { from, to, referent };
}

/** “The union has long complained”, “voters here say” */
const mayStandBetween = ({ scan }: Document, at: number): boolean =>
  scan.has(at, lists.betweenSubjectAndVerb) || (behindSubject.has(scan.lower(at)) && scan.isWord(at - 1));

/** Longest “The boat tycoon and” before the second noun of a pair, in tokens. */
const pairReach = 6;

/** “The boat tycoon and television star said”: one article leads both nouns. Where the phrase begins. */
function overPair(document: Document, from: number, referent: Referent | null): number {
  const { scan, language } = document;
  if ((referent !== null && referent.kind !== "nominal") || !scan.isWord(from) || scan.isCapital(from)) return from;
  if (scan.has(from, lists.determiners | lists.pronouns)) return from;
  if (!language.words.and.has(scan.lower(from - 1))) return from;
  for (let i = from - 2; i >= from - pairReach && isNounish(document, i); i--) if (scan.has(i, lists.determiners)) return i;
  return from;
}

/** “The survey last month showed”, “The ministry on Tuesday morning said”: the last token of the subject, before when it was. */
function beforeTime({ scan, language }: Document, last: number): number {
  const { weekdays, partsOfDay, units } = language.words;
  let at = last;
  if (partsOfDay.has(scan.lower(at)) && weekdays.has(scan.lower(at - 1))) at--;
  // “Un informe publicado el lunes señala”
  if (language.subjectFollows && weekdays.has(scan.lower(at)) && scan.has(at - 1, lists.determiners)) return at - 2;
  if (weekdays.has(scan.lower(at)))
    at = scan.has(at - 1, lists.prepositions) || beforeDay.has(scan.lower(at - 1)) ? at - 2 : at - 1;
  else if (units.has(scan.lower(at)) && beforeUnit.has(scan.lower(at - 1)))
    at = beforeThat.has(scan.lower(at - 2)) ? at - 3 : at - 2;
  return at;
}

/** “An audit released (Tuesday) found”: the last token of the subject, before how it came out. */
const beforeRelease = ({ scan, language }: Document, last: number): number =>
  (released.has(scan.lower(last)) || (scan.lower(last).endsWith("ed") && scan.has(last, lists.verbs))) &&
  language.reporting.documents.has(scan.lower(last - 1))
    ? last - 1
    : last;

/** Longest clause between “who” and a thing in it, in tokens. */
const relativeReach = 8;

/**
 * “Researchers who have studied birds”, “economists polled by the bank”: what stands before the verb belongs to a clause of its
 * own, and whom that clause describes stands before it. The end of those words; -1 where there is no such clause.
 */
function antecedentEnd({ scan }: Document, from: number, isThing: boolean): number {
  let at = from - 1;
  if (
    by.has(scan.lower(at)) &&
    scan.lower(at - 1).endsWith("ed") &&
    scan.has(at - 1, lists.verbs) &&
    scan.isWord(at - 2) &&
    !scan.has(at - 2, lists.betweenSubjectAndVerb)
  )
    return at - 1;
  // “a source close to the coach said”
  if (scan.has(at, lists.prepositions) && closeTo.has(scan.lower(at - 1)) && scan.isWord(at - 2)) return at - 1;
  while (scan.has(at, lists.betweenSubjectAndVerb)) at--;
  if (who.has(scan.lower(at))) return scan.isWord(at - 1) ? at : -1;
  if (!isThing) return -1;
  // “a man who had just finished his shift told”: the shift tells nothing.
  for (let i = at; i > at - relativeReach && scan.isWord(i) && !scan.has(i, lists.speechVerbs); i--)
    if (who.has(scan.lower(i))) return scan.isWord(i - 1) ? i : -1;
  return -1;
}

/** “the union’s”, “its”: whose the noun behind it is. */
const isOwner = ({ scan }: Document, referent: Referent): boolean =>
  referent.isPossessive || scan.isGenitive(referent.to) || scan.isGenitive(referent.to - 1);

function isTime(document: Document, token: number): boolean {
  return document.language.words.weekdays.has(document.scan.lower(token));
}

function isClauseStart(document: Document, token: number): boolean {
  const before = document.scan.mark(token - 1);
  return before === 0x2c || document.scan.isNewline(token - 1);
}

const outsidePhrases = lists.speechVerbs | lists.betweenSubjectAndVerb | lists.subordinators | lists.prepositions | lists.day;

/** A word that may stand inside a noun phrase: no verb, conjunction or adverb that we know. */
function isNounish(document: Document, token: number): boolean {
  const { scan } = document;
  // “…, state media reported”: no subject stands before it, so it is no verb.
  if (scan.has(token, lists.nounLikeVerbs) && scan.isWord(token) && (!scan.isWord(token - 1) || isSubjectOfVerb(document, token)))
    return true;
  return scan.isWord(token) && !scan.has(token, outsidePhrases) && !scan.is(token, wordKinds.noTitle);
}

/** “The ship's owner, Halden Freight of Corrin, said”: a name of two words or more behind a noun for a body or its owner. */
function isNamedBody({ scan, language }: Document, { kind, from, to }: Referent, close: number, opener: number): boolean {
  if (kind !== "name" || to - from < 2 || language.verbSecond || scan.isCapital(opener - 1)) return false;
  if (!scan.has(opener - 1, lists.organisationNouns | lists.personNouns) && !scan.is(opener - 1, wordKinds.speakingBody))
    return false;
  for (let i = to; i < close; i++) if (!scan.isCapital(i) && !scan.is(i, wordKinds.phraseLink)) return false;
  return true;
}

/** The comma that opens the apposition closed at `close`, or the bracket; -1 if none is near. */
function openingComma(document: Document, close: number): number {
  const { scan } = document;
  const isBracket = scan.mark(close) === 0x29;
  for (let i = close - 1; i >= 0 && close - i < 28; i--) {
    // The stop of “Sgt. Ana Duarte” ends no sentence.
    const isEnd = scan.mark(i) === 0x2e && document.sentenceOf[i] !== document.sentenceOf[i + 1];
    if (scan.isNewline(i) || isEnd || (document.quoteOf[i] as number) !== document.quoteOf[close]) return -1;
    if (isBracket ? scan.mark(i) === 0x28 : scan.mark(i) === 0x2c) return i;
  }
  return -1;
}

/** Longest “’s press secretary,” between the name of whom somebody serves and their own, in tokens. */
const officeReach = 6;

function officeHolder({ scan }: Document, map: ReferentMap, owner: Referent): Referent | null {
  if (owner.kind !== "name") return null;
  let isOffice = false;
  for (let i = owner.to; i <= owner.to + officeReach; i++) {
    const behind = map.covering(i);
    if (behind?.isNamedPerson && isOffice) return behind;
    const isTied = scan.isGenitive(i) || (scan.mark(i) === 0x2c && isOffice) || (scan.mark(i) === 0x2d && scan.isGlued(i));
    if (!isTied && (!scan.isWord(i) || scan.isCapital(i))) return null;
    if (scan.has(i, lists.speechVerbs | lists.prepositions | lists.subordinators)) return null;
    if (scan.has(i, lists.personNouns | lists.titles)) isOffice = true;
  }
  return null;
}

/**
 * “der Polizei wurden”, “Laut Dornbusch sind”: where nouns have capitals, a word without one behind a noun belongs to the phrase only as an article or
 * preposition that joins another noun.
 */
function endsWithNoun({ scan, language }: Document, from: number, at: number): boolean {
  if (!language.capitalisesNouns || at === from || !scan.isWord(at) || scan.isCapital(at)) return false;
  return (
    scan.isWord(at - 1) && scan.isCapital(at - 1) && !scan.is(at, wordKinds.phraseLink) && !scan.has(at - 1, lists.determiners)
  );
}

/** Longest « sur son blog » between a verb and its subject, in tokens. */
const adverbialReach = 6;

/** « le », « l’ancien » */
const opensNoun = ({ scan }: Document, at: number): boolean =>
  scan.has(at, lists.determiners) || elided.has(scan.lower(at).slice(0, 2));

/** The subject behind a verb of saying: in French and Spanish when and where it spoke may stand before it. */
export function subjectAfter(document: Document, map: ReferentMap, start: number): SourcePhrase | null {
  const { scan, language } = document;
  if (!language.subjectFollows) return phraseAfter(document, map, start);
  let at = start;
  for (let turn = 0; turn < 2; turn++) {
    const day = scan.has(at, lists.determiners) ? at + 1 : at;
    if (language.words.weekdays.has(scan.lower(day)) || language.words.dayWords.has(scan.lower(day))) at = day + 1;
    if (!scan.has(at, lists.prepositions)) continue;
    let next = at + 2;
    while (next < at + adverbialReach && scan.isWord(next) && !opensNoun(document, next)) next++;
    if (opensNoun(document, next) && !scan.has(next - 1, lists.prepositions)) at = next;
  }
  return phraseAfter(document, map, at);
}

/** “their lawyer”: a possessive and right behind it a noun for somebody, in small letters. */
function isOwnerOfNext({ scan }: Document, map: ReferentMap, { kind, isPossessive, to }: Referent): boolean {
  if (kind !== "pronoun" || !isPossessive || scan.isCapital(to)) return false;
  const next = map.covering(to);
  return next?.kind === "nominal" || (scan.has(to, lists.personNouns | lists.titles) && !scan.has(to, lists.speechVerbs));
}

/** The noun phrase that starts at `start`: “Ana Duarte of the harbour board”, “the 31-year-old”. */
export function phraseAfter(document: Document, map: ReferentMap, start: number): SourcePhrase | null {
  const { scan, language } = document;
  let at = start;
  while (scan.isWord(at) && scan.has(at, lists.betweenSubjectAndVerb) && !scan.isCapital(at) && at - start < 3) at++;
  let to = at;
  let referent: Referent | null = null;
  while (
    to < scan.count &&
    !endsWithNoun(document, at, to) &&
    to - at < subjectReach &&
    !scan.isNewline(to) &&
    document.quoteOf[to] === document.quoteOf[at]
  ) {
    const covering = map.covering(to);
    if (covering && covering.from >= at) {
      // “say two engineers who were there”
      if (covering.isRelative && to > at) break;
      // “said their lawyer”: the lawyer says it.
      if (isOwnerOfNext(document, map, covering)) {
        to = covering.to;
        continue;
      }
      referent ??= covering;
      to = covering.to;
      if (covering.kind === "pronoun") break;
      if (scan.is(to, wordKinds.phraseLink) && (scan.isWord(to + 1) || scan.isNumber(to + 1)) && !isTime(document, to + 1)) {
        to++;
        continue;
      }
      const behind = map.covering(to);
      // “Harrow manager Ana Duarte”: the club’s name leads, the person speaks.
      if (covering.kind === "name" && behind?.isNamedPerson && behind.from === to && !scan.isCapital(to)) {
        referent = behind;
        to = behind.to;
        break;
      }
      // “sagte Rechtsanwalt Knut Ebers”: the noun only says who he is.
      if (covering.kind === "nominal" && behind?.isNamedPerson && behind.from === to && !covering.isBody) {
        referent = behind;
        to = behind.to;
        break;
      }
      // “Harrow press secretary Ana Duarte”, “Otto Brack’s lawyer, Ana Duarte”: the office is of the one, the words of the other.
      const holder = officeHolder(document, map, covering);
      if (holder) {
        referent = holder;
        to = holder.to;
        break;
      }
      // “the Nordmark agency”: the noun behind the name belongs to it.
      if (
        covering.kind === "name" &&
        !scan.isGenitive(to) &&
        !(behind?.kind === "nominal" && behind.from >= covering.from && !(language.capitalisesNouns && covering.isNamedPerson))
      )
        break;
      continue;
    }
    // “told Mr. Brack”; in “a memo Mr. Brack kept” a clause of its own begins.
    if (language.honorifics.has(scan.lower(to)) && scan.mark(to + 1) === 0x2e && scan.isCapital(to + 2)) {
      if (to > at && referent === null && !scan.has(to - 1, lists.titles)) break;
      to += 2;
      continue;
    }
    if (
      scan.has(to, lists.determiners) ||
      isNounish(document, to) ||
      (scan.isNumber(to) && (to === at || scan.has(to - 1, lists.determiners))) ||
      scan.isGenitive(to) ||
      (scan.mark(to) === 0x2d && scan.isGlued(to) && scan.isGlued(to + 1))
    ) {
      to++;
      continue;
    }
    if (
      scan.is(to, wordKinds.phraseLink) &&
      to > at &&
      (scan.isWord(to + 1) || scan.isNumber(to + 1)) &&
      !isTime(document, to + 1)
    ) {
      to++;
      continue;
    }
    break;
  }
  if (
    language.capitalisesNouns &&
    (to === at ? isCapitalised(document, at) : scan.isCapital(to - 1) || scan.has(to - 1, lists.determiners))
  ) {
    const close = markedName(document, to, false);
    if (close >= 0) return { from: at, to: close + 1, referent: null };
  }
  while (to > at && (scan.is(to - 1, wordKinds.phraseLink) || scan.mark(to - 1) === 0x2d || scan.has(to - 1, lists.determiners)))
    to--;
  return to > at ? { from: at, to, referent } : null;
}
