import type { Gender } from "@wirefold/text/grammar";
import { contextWords, isCountry, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import type { Naming } from "../names/entities.ts";
import { lists, wordKinds } from "../word-roles.ts";

const impersonal = contextWords("impersonal");
const finiteAuxiliary = contextWords("finiteAuxiliary");
const the = contextWords("the");
const lastOfTwo = contextWords("lastOfTwo");
const andOr = readingWordSet("andOr");
const feminineArticle = contextWords("feminineArticle");
const masculineArticle = contextWords("masculineArticle");
const demonstrative = contextWords("demonstrative");

export type ReferentKind = "name" | "pronoun" | "nominal";

/** Words in the text that may be a source: a name, a pronoun or a description of people. */
export interface Referent {
  readonly index: number;
  readonly kind: ReferentKind;
  /** The whole phrase, title and all. */
  readonly from: number;
  readonly to: number;
  /** The token that carries the meaning: the last of a name, the noun of a description. */
  readonly head: number;
  /** Index of the named entity, or -1. */
  readonly entity: number;
  readonly gender: Gender | null;
  readonly isPlural: boolean;
  /** A person or people, as far as the words say. */
  readonly isHuman: boolean;
  /** The name of a person, as far as the text tells. */
  readonly isNamedPerson: boolean;
  /** An organisation or a document, not people. */
  readonly isBody: boolean;
  readonly isFirstPerson: boolean;
  readonly isRelative: boolean;
  readonly isIndefinite: boolean;
  readonly isPossessive: boolean;
  /** Stands inside quotation marks. */
  readonly isQuoted: boolean;
}

/** Longest description read around a noun, in tokens. */
const phraseReach = 6;

const possessivePronouns = contextWords("possessive");

/** All referents of a document in order of their place. */
export function findReferents(document: Document, naming: Naming): Referent[] {
  const { scan, language } = document;
  const out: Referent[] = [];
  let mention = 0;
  for (let at = 0; at < scan.count; ) {
    const named = naming.mentions[mention];
    if (named && named.roleFrom <= at) {
      if (named.to > at) {
        const office = officeReferent(document, naming, mention);
        // « le ministère de la Santé »: the noun alone is no referent of its own.
        while (office !== null && (out.at(-1)?.to ?? 0) > office.from) out.pop();
        out.push(office === null ? nameReferent(document, naming, mention, out.length) : { ...office, index: out.length });
      }
      at = Math.max(at + 1, named.to);
      mention++;
      while (naming.mentions[mention] && (naming.mentions[mention]?.from ?? 0) < at) mention++;
      continue;
    }
    if (scan.isWord(at)) {
      const lower = scan.lower(at);
      const pronoun = scan.has(at, lists.pronouns) ? language.pronouns.get(lower) : undefined;
      if (
        pronoun &&
        !(demonstrative.has(lower) && !scan.has(at + 1, lists.speechVerbs) && !scan.has(at - 1, lists.speechVerbs))
      ) {
        out.push({
          index: out.length,
          kind: "pronoun",
          from: at,
          to: at + 1,
          head: at,
          entity: -1,
          gender: pronoun.gender,
          isPlural: pronoun.number === "plural",
          isHuman: !impersonal.has(lower),
          isNamedPerson: false,
          isBody: false,
          isFirstPerson: pronoun.person === 1,
          isRelative: pronoun.isRelative === true,
          isIndefinite: false,
          isPossessive: possessivePronouns.has(lower),
          isQuoted: (document.quoteOf[at] as number) >= 0,
        });
      } else if (isNominalHead(document, at) && !isModifierOfName(document, naming, mention, at)) {
        const referent = nominalReferent(document, at, out.length);
        // “Harbour Board officials”: the description takes in the name before it.
        const inside = out.at(-1);
        const insideType = inside && inside.entity >= 0 ? naming.entities[inside.entity]?.type : undefined;
        if (inside && inside.to > referent.from && insideType !== "other" && insideType !== "place")
          out.push({ ...referent, from: inside.to });
        else out.push(referent);
      }
    }
    at++;
  }
  return out;
}

/** A noun for people or a body, “the latter”, or the end of “31-year-old”. */
function isNominalHead(document: Document, at: number): boolean {
  const { scan, language } = document;
  // “the police chief” ends at its last noun.
  if (scan.has(at, lists.personNouns))
    return !(scan.has(at + 1, lists.personNouns) && !scan.isCapital(at + 1) && !scan.isCapital(at));
  // « porte-parole »: both parts are the noun.
  if (
    language.subjectFollows &&
    scan.mark(at - 1) === 0x2d &&
    scan.isGlued(at) &&
    language.personNouns.has(`${scan.lower(at - 2)}-${scan.lower(at)}`)
  )
    return true;
  // “die 41-Jährige”, but not “die 41-jährige Ana Duarte”
  if (scan.has(at, lists.old) && scan.mark(at - 1) === 0x2d)
    return !isNominalHeadAhead(document, at) && !(language.capitalisesNouns && (scan.isCapital(at + 1) || !scan.isCapital(at)));
  // Where any noun has a capital a body is known by the language’s own list.
  if (language.capitalisesNouns && scan.isCapital(at)) return scan.has(at, lists.organisationNouns);
  if (scan.isCapital(at)) return false;
  if (scan.is(at, wordKinds.latter))
    return the.has(scan.lower(at - 1)) && !scan.isWord(at + 1) === false && scan.has(at + 1, lists.speechVerbs);
  if (!scan.is(at, wordKinds.speakingBody)) return false;
  // “the border guard agency” ends at its last noun.
  return !scan.is(at + 1, wordKinds.speakingBody) && !scan.has(at + 1, lists.personNouns);
}

/** “the 31-year-old baker”: the noun behind it is the head. */
function isNominalHeadAhead(document: Document, at: number): boolean {
  for (let i = at + 1; i <= at + 2; i++) if (document.scan.has(i, lists.personNouns)) return true;
  return false;
}

/** “spokeswoman Ana Duarte”: the noun belongs to the name behind it. */
function isModifierOfName(_document: Document, naming: Naming, mention: number, at: number): boolean {
  const next = naming.mentions[mention];
  return next !== undefined && next.roleFrom === at + 1 && next.type === "person";
}

/** Where nouns have capitals: a noun without article or adjective before it, or more than one, may be a name. */
function isBareName({ scan, language }: Document, from: number, to: number): boolean {
  if (to - from > 1) return true;
  const before = scan.lower(from - 1);
  return !language.determiners.has(before) && !/(?:en|er|es|em|e|ung)$/.test(before) && !scan.isNumber(from - 1);
}

/** « le ministère de la Santé »: a noun for a body and the name of what it is for, one body together; null where there is none. */
function officeReferent(document: Document, naming: Naming, index: number): Referent | null {
  const { scan, language } = document;
  const { roleFrom, to, isRole } = naming.mentions[index] as Naming["mentions"][number];
  if (!language.subjectFollows || isRole || to - roleFrom > 1) return null;
  let link = roleFrom - 1;
  if (!scan.is(link, wordKinds.phraseLink) && scan.has(link, lists.determiners)) link--;
  if (!scan.is(link, wordKinds.phraseLink) || !scan.has(link - 1, lists.organisationNouns) || scan.isCapital(link - 1))
    return null;
  const from = scan.has(link - 2, lists.determiners) ? link - 2 : link - 1;
  return {
    ...{ index, kind: "nominal", from, to, head: link - 1, entity: -1, gender: null, isPlural: false, isHuman: true },
    ...{ isNamedPerson: false, isBody: true, isFirstPerson: false, isRelative: false, isIndefinite: false, isPossessive: false },
    isQuoted: (document.quoteOf[from] as number) >= 0,
  };
}

function nameReferent(document: Document, naming: Naming, index: number, position: number): Referent {
  const { scan, language } = document;
  const mention = naming.mentions[index] as Naming["mentions"][number];
  const entityIndex = naming.entityOf[index] as number;
  const entity = entityIndex < 0 ? undefined : naming.entities[entityIndex];
  // A description right before the name is part of the phrase: “state police spokeswoman Ana Duarte”.
  let from = mention.roleFrom;
  while (
    from > 0 &&
    mention.roleFrom - from < phraseReach &&
    scan.isWord(from - 1) &&
    (language.capitalisesNouns || !scan.isCapital(from - 1)) &&
    (scan.has(from - 1, lists.personNouns) || scan.has(from - 1, lists.titles))
  )
    from--;
  return {
    index: position,
    kind: mention.isRole ? "nominal" : "name",
    from,
    to: mention.to,
    head: mention.to - 1,
    entity: entityIndex,
    gender: mention.gender ?? entity?.gender ?? null,
    isPlural: false,
    isHuman:
      mention.isRole ||
      entity?.type === "person" ||
      entity?.type === "organisation" ||
      isCountry(mention.text) ||
      (language.capitalisesNouns && entity?.type === "other" && isBareName(document, mention.from, mention.to)),
    isNamedPerson: !mention.isRole && entity?.type === "person",
    isBody: entity?.type === "organisation",
    isFirstPerson: false,
    isRelative: false,
    isIndefinite: false,
    isPossessive: scan.isGenitive(mention.to) || (scan.mark(mention.to) === 0x2019 && scan.isGlued(mention.to)),
    isQuoted: (document.quoteOf[mention.from] as number) >= 0,
  };
}

function nominalReferent(document: Document, at: number, position: number): Referent {
  const { scan, language } = document;
  let from = at;
  while (from > 0 && at - from < phraseReach && document.quoteOf[from - 1] === document.quoteOf[at]) {
    const before = scan.lower(from - 1);
    if (!scan.isWord(from - 1) && !scan.isNumber(from - 1) && !(scan.mark(from - 1) === 0x2d && scan.isGlued(from))) {
      if (!scan.isGenitive(from - 1)) break;
    }
    // German articles are relative pronouns too.
    if (language.capitalisesNouns && scan.has(from - 1, lists.determiners)) {
      from--;
      break;
    }
    if (
      scan.has(from - 1, lists.prepositions) ||
      scan.has(from - 1, lists.speechVerbs) ||
      scan.has(from - 1, lists.subordinators | lists.passiveAuxiliaries) ||
      finiteAuxiliary.has(before) ||
      andOr.has(before)
    )
      break;
    from--;
    if (scan.has(from, lists.determiners)) break;
  }
  const lower = scan.lower(at);
  const first = scan.lower(from);
  const isAged = language.capitalisesNouns && language.words.old.has(lower);
  // “der 52-Jährige”: the article alone tells.
  const isWoman = language.femaleNouns.has(lower) || (isAged && feminineArticle.has(first));
  const isMan = language.maleNouns.has(lower) || (isAged && masculineArticle.has(first));
  const gender: Gender | null = isWoman ? "f" : isMan ? "m" : null;
  return {
    index: position,
    kind: "nominal",
    from,
    to: at + 1,
    head: at,
    entity: -1,
    gender,
    isPlural: language.plural.ending.test(lower) && !(language.plural.isShared && language.determiners.has(first)),
    isHuman: true,
    isNamedPerson: false,
    isBody: scan.is(at, wordKinds.speakingBody) || lastOfTwo.has(lower),
    isFirstPerson: false,
    isRelative: false,
    isIndefinite: language.indefinite.has(first) || scan.isNumber(from) || !language.determiners.has(first),
    isPossessive: scan.isGenitive(at + 1),
    isQuoted: (document.quoteOf[at] as number) >= 0,
  };
}
