import type { Figure } from "@wirefold/text";
import { type Document, textOf } from "../document.ts";

/** What a figure counts and what that does. */
export interface Counted {
  readonly unit: string | null;
  readonly subject: string | null;
  readonly predicate: string | null;
  /** The noun is left out: “43,000 arrived in the same period”. */
  readonly isElliptic: boolean;
  /** “per day”, where the noun it goes with stands elsewhere. */
  readonly rate?: string | null;
}

/** Longest noun phrase read behind a figure, in tokens. */
const phraseReach = 7;
const verbReach = 12;

const irregularPlurals = new Map([
  ["people", "person"],
  ["men", "person"],
  ["women", "person"],
  ["children", "person"],
  ["persons", "person"],
  ["police", "person"],
  ["troops", "person"],
  ["personnel", "person"],
  ["staff", "person"],
  ["dead", "person"],
  ["wounded", "person"],
  ["injured", "person"],
  ["lives", "life"],
  ["homes", "home"],
  ["feet", "foot"],
  ["mice", "mouse"],
  ["series", "series"],
  ["aircraft", "aircraft"],
  ["menschen", "person"],
  ["personen", "person"],
  ["leute", "person"],
  ["tote", "person"],
  ["verletzte", "person"],
  ["einwohner", "person"],
]);

/** Nouns for people beyond those that speak. */
const peopleNouns =
  /^(?:reservists|nationals|citizens|pedestrians|arrivals|inhabitants|casualties|fatalities|deaths|civilians|militants|fighters|conscripts|recruits|draftees|servicemen|tourists|travelers|travellers|immigrants|asylum-seekers|seekers|pupils|employees|spectators|fans|visitors|guests|viewers|users|subscribers|followers|households|hostages|prisoners|detainees|inmates|suspects|orphans|newcomers|exiles|evacuees|homeless|marchers|strikers|mourners|worshippers|pilgrims|taxpayers|consumers|applicants|graduates|athletes|runners|adults|youths|teens|babies|infants|boys|girls|others)$/;

/** Reads the noun behind a figure and the verb that goes with it. */
export function readCounted(document: Document, figure: Figure, clause: readonly [number, number]): Counted {
  const { scan, language } = document;
  const [from, to] = figure.tokens;
  // Where no word of the language is known, which of them is counted is not either.
  if (language.speechVerbs.size === 0) return { unit: figure.unit, subject: null, predicate: null, isElliptic: false };
  const predicate = predicateOf(document, from, to, clause);
  const rate = rateOf(document, to, clause[1]);
  if (figure.unit !== null && figure.kind !== "count") {
    const subject = nounPhrase(document, to, clause[1]);
    return {
      unit: figure.unit,
      subject: subject === null ? null : textOf(document, subject[0], subject[1]),
      predicate,
      isElliptic: false,
    };
  }
  // “a city of 236,000”
  if (
    scan.lower(from - 1) === "of" ||
    (language.modifiers.some(({ words }) => words.length === 1 && words[0] === scan.lower(from - 1)) &&
      scan.lower(from - 2) === "of")
  ) {
    for (let i = from - 2; i >= Math.max(0, from - 4); i--) {
      if (language.populated.has(scan.lower(i)) && nounPhrase(document, to, clause[1]) === null)
        return { unit: "person", subject: "population", predicate: null, isElliptic: false };
    }
  }
  // “At 26, I …”
  if (
    figure.kind === "count" &&
    figure.hasDigits &&
    figure.value !== null &&
    figure.value >= 14 &&
    figure.value <= 105 &&
    (/^(?:at|aged|age)$/.test(scan.lower(from - 1)) || (scan.mark(from - 1) === 0x2c && scan.isCapital(from - 2))) &&
    (scan.mark(to) === 0x2c || scan.mark(to) === 0x2e)
  ) {
    return { unit: "year", subject: null, predicate, isElliptic: false };
  }
  // “the 19-million-person country”: the word tied on is what is counted.
  if (scan.mark(to) === 0x2d && scan.isGlued(to) && scan.isGlued(to + 1) && scan.isWord(to + 1)) {
    const tied = scan.lower(to + 1);
    return {
      unit: withRate(singular(document, to + 1, tied), rate),
      subject: textOf(document, to + 1, to + 2),
      predicate,
      isElliptic: false,
    };
  }
  const phrase = nounPhrase(document, to, clause[1]);
  if (phrase === null) {
    const verb = nextVerb(document, to, clause[1], 3);
    const isPeople = verb !== null && language.peopleVerbs.has(verb);
    return { unit: withRate(isPeople ? "person" : null, rate), subject: null, predicate, isElliptic: true, rate };
  }
  const head = scan.lower(phrase[1] - 1);
  return {
    unit: withRate(singular(document, phrase[1] - 1, head), rate),
    subject: textOf(document, phrase[0], phrase[1]),
    predicate,
    isElliptic: false,
  };
}

const withRate = (unit: string | null, rate: string | null): string | null =>
  rate === null || unit === null ? unit : `${unit}/${rate}`;

/** “a day”, “per month”, “every day”, “daily” behind a figure. */
function rateOf(document: Document, from: number, to: number): string | null {
  const { scan, language } = document;
  for (let i = from; i < Math.min(to, from + 12); i++) {
    const lower = scan.lower(i);
    if (lower === "daily" || lower === "täglich") return "day";
    if (lower === "annually" || lower === "yearly" || lower === "jährlich") return "year";
    if (lower === "weekly") return "week";
    if (lower === "monthly") return "month";
    if (!language.perWords.has(lower)) continue;
    const unit = language.words.units.get(scan.lower(i + 1));
    if (unit === undefined || !/^(?:day|week|month|year|hour|minute|second|night)$/.test(unit)) continue;
    // “for a year” is how long, not how often.
    if ((lower === "a" || lower === "an") && language.prepositions.has(scan.lower(i - 1))) continue;
    return unit;
  }
  return null;
}

/** The nouns right behind the figure, brackets and “of” skipped: “of residential buildings”, “[Russians]”. */
function nounPhrase(document: Document, from: number, to: number): readonly [number, number] | null {
  const { scan, language } = document;
  let at = from;
  if (scan.mark(at) === 0x2d && scan.isGlued(at)) at++;
  if (scan.lower(at) === "of" || scan.lower(at) === "von") at++;
  if (language.determiners.has(scan.lower(at)) && scan.lower(at - 1) === "of") at++;
  const isBracketed = scan.mark(at) === 0x5b;
  if (isBracketed) at++;
  let end = at;
  while (end < Math.max(to, isBracketed ? at + 3 : to) && end - at < phraseReach) {
    const lower = scan.lower(end);
    if (scan.mark(end) === 0x2d && scan.isGlued(end) && scan.isGlued(end + 1) && end > at) {
      end++;
      continue;
    }
    if (!scan.isWord(end)) break;
    // “well-known”, “so-called”: one adjective, whatever its parts are.
    if (scan.mark(end + 1) === 0x2d && scan.isGlued(end + 1) && scan.isGlued(end + 2) && scan.isWord(end + 2)) {
      end += 3;
      continue;
    }
    if (
      language.prepositions.has(lower) ||
      language.subordinators.has(lower) ||
      language.betweenSubjectAndVerb.has(lower) ||
      language.determiners.has(lower) ||
      language.pronouns.has(lower)
    )
      break;
    if (/^(?:and|or|but|und|oder|more|less|years|later|ago|each|every|daily|alone|so)$/.test(lower)) break;
    if (language.verbs.has(lower) && !isNounHere(document, end, at)) break;
    if (language.speechVerbs.has(lower) && !isNounHere(document, end, at)) break;
    if (language.words.weekdays.has(lower) || language.words.months.has(lower)) break;
    end++;
  }
  while (end > at && (scan.mark(end - 1) === 0x2d || /ly$/.test(scan.lower(end - 1)))) end--;
  return end > at ? [at, end] : null;
}

/** A word that is a verb's form may still be a noun or an adjective: right behind the figure with a noun after it (“armed men”, “wounded soldiers”). */
function isNounHere(document: Document, at: number, first: number): boolean {
  const { scan, language } = document;
  const lower = scan.lower(at);
  if (irregularPlurals.has(lower)) return true;
  const next = scan.lower(at + 1);
  const nextIsNoun =
    scan.isWord(at + 1) &&
    /[^s]s$|people|men|women/.test(next) &&
    !language.prepositions.has(next) &&
    !language.verbs.has(next) &&
    !language.betweenSubjectAndVerb.has(next);
  if (/ed$|ing$/.test(lower)) return nextIsNoun;
  // “3 tests were”, “15 cases of”
  return (
    at === first &&
    /s$/.test(lower) &&
    (language.prepositions.has(next) || language.betweenSubjectAndVerb.has(next) || !scan.isWord(at + 1))
  );
}

function singular(document: Document, at: number, head: string): string {
  const { scan, language } = document;
  const known = irregularPlurals.get(head);
  if (known !== undefined) return known;
  // “thousands of dollars”, “tens of kilometers”
  const measure = language.words.currencies.get(head) ?? language.words.units.get(head);
  if (measure !== undefined) return measure;
  if (language.personNouns.has(head) || peopleNouns.test(head)) return "person";
  // “Russians”, “Ukrainians”: a nationality in the plural.
  if (scan.isCapital(at) && (language.demonyms.has(head.replace(/s$/, "")) || /(?:ans|ese|ish)$/.test(head))) return "person";
  if (/ies$/.test(head) && head.length > 4) return `${head.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes|zes)$/.test(head)) return head.slice(0, -2);
  if (/[^su]s$/.test(head) && head.length > 3) return head.slice(0, -1);
  return head;
}

function nextVerb(document: Document, from: number, to: number, reach: number): string | null {
  const { scan, language } = document;
  for (let i = from; i < Math.min(to, from + reach); i++) {
    const lower = scan.lower(i);
    if (language.verbs.has(lower) && !/^(?:be|have|is|are|was|were|has|had|been|being)$/.test(lower)) return lower;
    if (!language.betweenSubjectAndVerb.has(lower) && !scan.isWord(i)) return null;
  }
  return null;
}

/** The verb of the clause: the first full verb behind the figure, else the last before it. */
function predicateOf(document: Document, from: number, to: number, clause: readonly [number, number]): string | null {
  const { scan, language } = document;
  const isPlain = (base: string | undefined): base is string =>
    base !== undefined && base !== "be" && base !== "have" && base !== "do";
  for (let i = to; i < Math.min(clause[1], to + verbReach); i++) {
    const base = language.verbs.get(scan.lower(i));
    if (isPlain(base) && !scan.isCapital(i)) return base;
  }
  for (let i = from - 1; i >= Math.max(clause[0], from - verbReach); i--) {
    const base = language.verbs.get(scan.lower(i));
    if (isPlain(base) && !language.speechVerbs.has(scan.lower(i))) return base;
  }
  return null;
}
