import { type Figure, isChangeWord } from "@wirefold/text";
import { classOfMeaning, contextWords, englishNoun, onlyReadingWord, readingWordSet } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import { englishPhrase } from "./english-phrase.ts";
import { governingVerb } from "./governing-verb.ts";
import { closesAge, harmVerbs, isOfAgedPeople, isStateOfPeople } from "./is-story-figure.ts";
import { modifierStart } from "./modifier.ts";
import { countedPhrase } from "./noun-phrase.ts";
import { rateBefore, rateBehind, rateOf, withRate } from "./rates.ts";
import { irregularPlurals, isPeopleNoun, isPlural, tollWords, unitOfNoun } from "./unit-nouns.ts";

const partitivePronoun = contextWords("partitivePronoun");
const sufferedParticiple = contextWords("sufferedParticiple");
const ofThem = contextWords("ofThem");
const ageLead = contextWords("ageLead");
const average = contextWords("average");
const than = contextWords("than");
const ageComparative = contextWords("ageComparative");
const behindAge = contextWords("behindAge");
const personOfAge = contextWords("personOfAge");
const ageLimit = contextWords("ageLimit");
const pluralPeople = contextWords("pluralPeople");
const beVerb = contextWords("beVerb");
const tolledPeople = contextWords("sufferedParticiple");
const ageSubject = contextWords("ageSubject");
const addressed = contextWords("addressed");
const noPredicate = contextWords("noPredicate");
const trailing = contextWords("trailingModifier");

const of = readingWordSet("of");
const or = readingWordSet("or");

const standsAt = onlyReadingWord("standsAt");

/** “of those 14 boats”, “of these boats”: what the pronoun would stand for is named behind it. */
function leadsToNoun({ scan, language }: Document, at: number): boolean {
  const noun = scan.isNumber(at) || language.words.cardinals.has(scan.lower(at)) ? at + 1 : at;
  return (
    scan.isWord(noun) && /(?:[^s]s|people|men|women|children)$/.test(scan.lower(noun)) && !language.verbs.has(scan.lower(noun))
  );
}

/** What a figure counts and what that does. */
export interface Counted {
  readonly unit: string | null;
  readonly subject: string | null;
  readonly predicate: string | null;
  /** The noun is left out: “1,460 arrived by rail”. */
  readonly isElliptic: boolean;
  /** “per day”, where the noun it goes with stands elsewhere. */
  readonly rate?: string | null;
  /** What is counted where no figure before it tells. */
  readonly otherwise?: string;
  /** “900 of them”: counts what the figure before it counted. */
  readonly refersBack?: boolean;
}

const strongTied = contextWords("strongTied");
const othersWords = contextWords("others");
const animalCount = contextWords("animalCount");

const chanceWords = contextWords("chanceNoun");
/** “the age of seven”, “aged between 18 and 40” */
const ageWords = contextWords("ageNoun");

/** Bodies that are counted in people. */
const gatherings = contextWords("gathering");

/** “magnitude 5.8”, “a magnitude of 5.8”, “magnitude-5.8”, “the 5.8 magnitude quake” */
function standsForMagnitude({ scan, language }: Document, from: number, to: number): boolean {
  if (language.words.magnitudes.has(scan.lower(scan.mark(to) === 0x2d ? to + 1 : to))) return true;
  const before = scan.mark(from - 1) === 0x2d || scan.has(from - 1, lists.prepositions) ? from - 2 : from - 1;
  return language.words.magnitudes.has(scan.lower(before));
}

/** Reads the noun behind a figure and the verb that goes with it. */
export function readCounted(document: Document, figure: Figure, clause: readonly [number, number]): Counted {
  const { scan, language } = document;
  const [from, to] = figure.tokens;
  // Where no word of the language is known, which of them is counted is not either.
  if (language.speechVerbs.size === 0) return { unit: figure.unit, subject: null, predicate: null, isElliptic: false };
  const phrase = countedPhrase(document, figure, clause[1]);
  const lead = modifierStart(document, figure);
  const predicate = governingVerb(document, [lead, to], clause, phrase?.[1] ?? to);
  const rate = rateOf(document, to, clause[1]) ?? rateBefore(document, from);
  // “three or more years”
  const time =
    or.has(scan.lower(to)) && trailing.has(scan.lower(to + 1)) ? language.words.units.get(scan.lower(to + 2)) : undefined;
  if (time !== undefined && figure.unit === null) return { unit: time, subject: null, predicate, isElliptic: false };
  // “eine Magnitude von 6,3 Mw”: what earthquakes are measured on has the letters of the megawatt.
  if (figure.unit === "megawatt" && /^(?:M|m)w$/.test(scan.raw(to - 1)) && standsForMagnitude(document, from, to))
    return { unit: "magnitude", subject: null, predicate, isElliptic: false };
  // “231-204”, “no one”: what is counted is known from how.
  if (figure.unit !== null && figure.kind === "count")
    return {
      unit: figure.unit,
      subject: phrase === null || figure.side !== undefined ? null : textOf(document, phrase[0], phrase[1]),
      predicate,
      isElliptic: false,
    };
  if (figure.unit !== null && figure.kind !== "count") {
    // “a one-in-five chance”
    const tied = scan.mark(to) === 0x2d ? to + 1 : to;
    if (figure.kind === "fraction" && chanceWords.has(scan.lower(tied)))
      return { unit: "chance", subject: textOf(document, tied, tied + 1), predicate, isElliptic: false };
    return {
      unit: withRate(figure.unit, rateBehind(document, figure)),
      subject: phrase === null ? null : textOf(document, phrase[0], phrase[1]),
      predicate,
      isElliptic: false,
    };
  }
  // “a city of 236,000”
  if (of.has(scan.lower(lead - 1))) {
    for (let i = lead - 2; i >= Math.max(0, lead - 4); i--) {
      if (language.populated.has(scan.lower(i)) && phrase === null)
        return { unit: "person", subject: "population", predicate: null, isElliptic: false };
    }
  }
  if (standsForMagnitude(document, from, to)) return { unit: "magnitude", subject: null, predicate, isElliptic: false };
  // “a crowd of 41,208”
  if (of.has(scan.lower(lead - 1)) && gatherings.has(scan.lower(lead - 2)) && phrase === null)
    return { unit: "person", subject: scan.lower(lead - 2), predicate, isElliptic: false };
  if (of.has(scan.lower(lead - 1)) && parent.test(scan.lower(lead - 2)) && phrase === null)
    return { unit: "child", subject: null, predicate: null, isElliptic: false };
  // “900 of them”, “fünf davon”
  if (
    (of.has(scan.lower(to)) && partitivePronoun.has(scan.lower(to + 1)) && !leadsToNoun(document, to + 2)) ||
    ofThem.has(scan.lower(to))
  )
    // “three of those infected”: people, by what happened to them.
    return sufferedParticiple.has(scan.lower(to + 2))
      ? { unit: "person", subject: null, predicate, isElliptic: true }
      : { unit: null, subject: null, predicate, isElliptic: true, refersBack: true };
  if (figure.kind === "count" && isOfAgedPeople(document, to))
    return { unit: "person", subject: null, predicate, isElliptic: false };
  if (isAge(document, figure)) return { unit: "year", subject: null, predicate, isElliptic: false };
  // “At 26, I …”
  if (
    figure.kind === "count" &&
    figure.hasDigits &&
    figure.value !== null &&
    figure.value >= 14 &&
    figure.value <= 105 &&
    ((ageLead.has(scan.lower(from - 1)) && !scan.isWord(from - 2)) ||
      (scan.mark(from - 1) === 0x2c && scan.isCapital(from - 2))) &&
    (scan.mark(to) === 0x2c || scan.mark(to) === 0x2e)
  ) {
    return { unit: "year", subject: null, predicate, isElliptic: false };
  }
  // “one count of fraud”: the noun looks like a verb of counting.
  if (charge.has(scan.lower(to)) && of.has(scan.lower(to + 1)))
    return { unit: singular(document, to, scan.lower(to)), subject: textOf(document, to, to + 1), predicate, isElliptic: false };
  // “2,400 head of cattle”
  if (animalCount.has(scan.lower(to)) && of.has(scan.lower(to + 1)) && scan.isWord(to + 2))
    return {
      unit: singular(document, to + 2, scan.lower(to + 2)),
      subject: textOf(document, to + 2, to + 3),
      predicate,
      isElliptic: false,
    };
  // “most catches (7) in a season”: the noun stands before the bracket.
  if (scan.mark(from - 1) === 0x28 && scan.mark(to) === 0x29 && !scan.isCapital(from - 2) && isPlural(scan.lower(from - 2)))
    return {
      unit: singular(document, from - 2, scan.lower(from - 2)),
      subject: textOf(document, from - 2, from - 1),
      predicate,
      isElliptic: false,
    };
  // “the 3-million-person island”: the word tied on is what is counted.
  if (scan.mark(to) === 0x2d && scan.isGlued(to) && scan.isGlued(to + 1) && scan.isWord(to + 1)) {
    const tied = scan.lower(to + 1);
    // “a 1,200-strong workforce”
    if (strongTied.has(tied)) return { unit: "person", subject: null, predicate, isElliptic: false };
    return {
      unit: withRate(singular(document, to + 1, tied), rate),
      subject: textOf(document, to + 1, to + 2),
      predicate,
      isElliptic: false,
    };
  }
  if (phrase === null) {
    const verb = nextVerb(document, to, clause[1], 3);
    const isPeople =
      (verb !== null && language.peopleVerbs.has(verb)) ||
      harmVerbs.has(scan.lower(lead - 1)) ||
      isVagueCrowd(document, figure) ||
      // “millions struggle”
      (figure.isVague &&
        language.knowsNouns &&
        scan.isWord(to) &&
        !of.has(scan.lower(to)) &&
        !scan.has(to, lists.prepositions)) ||
      isAddressed(document, to) ||
      isStateOfPeople(document, to);
    const unit = isPeople ? "person" : (numberOf(document, lead, clause[0]) ?? changedUnit(document, lead, clause[0]));
    return { unit: withRate(unit, rate), subject: null, predicate, isElliptic: true, rate };
  }
  const head = scan.lower(phrase[1] - 1);
  // “close six others”: of what was counted before; people where nothing was.
  if (othersWords.has(head) && phrase[1] - phrase[0] === 1)
    return { unit: null, subject: head, predicate, isElliptic: true, otherwise: "person", rate };
  // “just 33,000 additions”: of what, the figures around say.
  if (phrase[1] - phrase[0] === 1 && changeNouns.has(head))
    return { unit: null, subject: null, predicate, isElliptic: true, rate };
  return {
    unit: withRate(singular(document, phrase[1] - 1, head), rate),
    subject: textOf(document, phrase[0], phrase[1]),
    predicate,
    isElliptic: false,
  };
}

/** “Tausende waren auf der Straße”: a German number noun that nothing is counted behind. */
const isVagueCrowd = ({ scan, language }: Document, { isVague, hasDigits, tokens: [from, to] }: Figure): boolean =>
  isVague &&
  !hasDigits &&
  language.capitalisesNouns &&
  to === from + 1 &&
  scan.isCapital(from) &&
  scan.isWord(to) &&
  !scan.isCapital(to) &&
  !language.words.of.has(scan.lower(to));

const parent = onlyReadingWord("parent");

const charge = contextWords("chargeNoun");

const changeNouns = contextWords("changeNoun");

const isCountedBehind = (lower: string): boolean => /[^s]s$|^people$/.test(lower);

/** “is 34”, “younger than 18”, “a man of 46”: the years of somebody. */
function isAge(document: Document, { kind, value, range, hasDigits, tokens: [from, to] }: Figure): boolean {
  const { scan, language } = document;
  // “between the ages of 18 and 40”, “the age of seven”
  if (kind === "count" && (range?.[1] ?? value ?? 0) <= 115 && !isCountedBehind(scan.lower(to)))
    for (let i = from - 1; i >= from - 3; i--) if (ageWords.has(scan.lower(i)) && !average.has(scan.lower(i - 1))) return true;
  // “Ana Duarte, six, and”, “Ana Duarte, 13, of Sorrel”
  const isSetOff = scan.mark(from - 1) === 0x2c && closesAge(scan.mark(to)) && scan.isCapital(from - 2);
  if (kind === "count" && isSetOff && scan.isCapital(from - 3) && value !== null && value >= 1 && value <= 110) return true;
  // “Ana Duarte (34)”
  const isBracketed = scan.mark(from - 1) === 0x28 && scan.mark(to) === 0x29 && scan.isCapital(from - 2);
  if (kind === "count" && hasDigits && isBracketed && value !== null && value >= 14 && value <= 110) return true;
  if (kind !== "count" || !hasDigits || value === null || !Number.isInteger(value) || value > 115) return false;
  if (than.has(scan.lower(from - 1)) && ageComparative.has(scan.lower(from - 2)))
    return !scan.isWord(to) || scan.lower(to) !== "%";
  // “most of the dead were over 70”
  const isOfPeople = (at: number): boolean =>
    scan.has(at, lists.personNouns) || pluralPeople.has(scan.lower(at)) || tolledPeople.has(scan.lower(at));
  if (ageLimit.has(scan.lower(from - 1)) && beVerb.has(scan.lower(from - 2)) && value >= 12)
    return isOfPeople(from - 3) && (!scan.isWord(to) || behindAge.has(scan.lower(to)));
  // “voters under 45”
  if (
    ageLimit.has(scan.lower(from - 1)) &&
    value >= 5 &&
    value < 100 &&
    !isCountedBehind(scan.lower(to)) &&
    scan.mark(to) !== 0x25
  )
    return (
      scan.has(from - 2, lists.personNouns) ||
      isPeopleNoun(scan.lower(from - 2), language) ||
      pluralPeople.has(scan.lower(from - 2))
    );
  const isClosed = !scan.isWord(to) || behindAge.has(scan.lower(to));
  if (!isClosed || value < 1 || scan.mark(to) === 0x25) return false;
  // “a goatherd of 86”, “a crowd of 80”
  if (of.has(scan.lower(from - 1))) return personOfAge.has(scan.lower(from - 2)) || isOneOf(document, from - 2);
  const subject = scan.lower(from - 2);
  return (
    language.ageVerbs.has(scan.lower(from - 1)) &&
    (ageSubject.has(subject) || (scan.isCapital(from - 2) && scan.isCapital(from - 3))) &&
    value >= 1
  );
}

/** “a goatherd”: a noun for one person, with its article. */
const isOneOf = ({ scan, language }: Document, at: number): boolean =>
  language.words.articles.has(scan.lower(at - 1)) &&
  (scan.has(at, lists.personNouns) || isPeopleNoun(scan.lower(at), language)) &&
  !gatherings.has(scan.lower(at)) &&
  !isPlural(scan.lower(at));

/** “9,000 were told to”: who is asked, told or treated is people. */
function isAddressed({ scan }: Document, to: number): boolean {
  return scan.has(to, lists.passiveAuxiliaries) && addressed.has(scan.lower(to + 1));
}

const numberNoun = onlyReadingWord("numberNoun");

/** How far before a bare figure “the number of …” may stand, in tokens. */
const numberOfReach = 14;

/** “put the number of carts waiting there at 300”: the unit stands behind “number of”. */
function numberOf(document: Document, from: number, clauseFrom: number): string | null {
  const { scan } = document;
  if (!standsAt.test(scan.lower(from - 1))) return null;
  for (let i = from - 2; i >= Math.max(clauseFrom - 8, from - numberOfReach, 0); i--) {
    if (scan.mark(i) === 0x2e) return null;
    if (tollWords.has(scan.lower(i))) return "person";
    if (!numberNoun.test(scan.lower(i))) continue;
    // “Die Zahl der Verletzten stieg auf 48.”
    if (!document.language.nounsQualify) return numberedUnit(document, i + 2);
    if (!of.has(scan.lower(i + 1))) continue;
    // “the number of measles cases”
    const head = /[^s]s$/.test(scan.lower(i + 3)) && !scan.has(i + 3, lists.prepositions | lists.verbs) ? i + 3 : i + 2;
    return /[^s]s$|people/.test(scan.lower(head)) ? singular(document, head, scan.lower(head)) : null;
  }
  return null;
}

const levelLead = onlyReadingWord("levelLead");
/** Words of the subject of a change, and between its verb and the level reached, at most. */
const subjectReach = 6;
const levelReach = 8;

/** “Burglaries in the county fell 12 percent to 1,840”: what rose or fell to a level is what the level counts. */
function changedUnit(document: Document, from: number, clauseFrom: number): string | null {
  const { scan, language } = document;
  if (!language.knowsNouns || !levelLead.test(scan.lower(from - 1))) return null;
  let verb = from - 2;
  while (verb > clauseFrom && verb > from - levelReach && !isChangeWord(language.words, scan.lower(verb))) verb--;
  if (!isChangeWord(language.words, scan.lower(verb))) return null;
  let at = clauseFrom;
  while (at < verb && scan.has(at, lists.determiners)) at++;
  const phrase = englishPhrase(document, at, Math.min(verb, at + subjectReach), "more");
  if (phrase === null) return null;
  // “Rangers counted 212 pairs, up from 190”: another verb or number between, and the subject is of that.
  for (let i = phrase[1]; i < verb; i++) if (scan.isNumber(i) || scan.has(i, lists.verbs | lists.speechVerbs)) return null;
  const head = scan.lower(phrase[1] - 1);
  const noun = englishNoun(head);
  if (noun === null || !isPlural(head)) return null;
  const kind = classOfMeaning(noun.meanings[0] as number);
  return /^(?:act|animal|artifact|event|person|state|communication)$/.test(kind) && !amountNouns.has(head)
    ? singular(document, phrase[1] - 1, head)
    : null;
}

/** Plurals whose level is a sum or an index. */
const amountNouns = contextWords("amountNoun");

/** The unit of the noun that a noun for a number leads to: “Zahl der Toten”, “nombre de blessés”. */
function numberedUnit(document: Document, at: number): string | null {
  const { scan, language } = document;
  if (!scan.isWord(at) || (language.capitalisesNouns && !scan.isCapital(at))) return null;
  return singular(document, at, scan.lower(at));
}

function singular(document: Document, at: number, head: string): string | null {
  const { scan, language } = document;
  const known = irregularPlurals.get(head);
  if (known !== undefined) return known;
  // “thousands of dollars”, “tens of kilometers”
  const measure = language.words.currencies.get(head) ?? language.words.units.get(head);
  if (measure !== undefined) return measure;
  if (language.personNouns.has(head) || isPeopleNoun(head, language)) return "person";
  // “Russians”, “Ukrainians”: a nationality in the plural.
  if (scan.isCapital(at) && (language.demonyms.has(head.replace(/s$/, "")) || /(?:ans|ese|ish)$/.test(head))) return "person";
  return unitOfNoun(head, language);
}

function nextVerb(document: Document, from: number, to: number, reach: number): string | null {
  const { scan, language } = document;
  for (let i = from; i < Math.min(to, from + reach); i++) {
    const lower = scan.lower(i);
    if (language.verbs.has(lower) && !noPredicate.has(lower)) return lower;
    if (!language.betweenSubjectAndVerb.has(lower) && !scan.isWord(i)) return null;
  }
  return null;
}
