import type { Language } from "@wirefold/text/grammar";
import { contextWords, onlyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import type { NamedEntity, Naming } from "../names/entities.ts";
import { lists } from "../word-roles.ts";
import type { Candidate, Identity } from "./candidates.ts";
import { describe, descriptionTailMax, introductions, isOwned } from "./descriptions.ts";
import { isPresented, isSubject, speaks } from "./referent-place.ts";
import type { Referent } from "./referents.ts";

export type { Identity } from "./candidates.ts";

const asked = onlyReadingWord("asked");
const pointingOpener = contextWords("pointingOpener");
const who = contextWords("who");
const asWord = contextWords("as");
const introducedAs = contextWords("introducedAs");
const intoPlace = contextWords("intoPlace");
const reachVerb = contextWords("reachVerb");
const old = contextWords("old");
const definiteOpener = contextWords("definiteOpener");
const latter = contextWords("latter");
const unnamedPerson = contextWords("unnamedPerson");
const andOr = onlyReadingWord("andOr");
const oneOf = onlyReadingWord("oneOf");
const describes = onlyReadingWord("describes");

/** Bodies of one kind: “the company” is no hospital; “the agency”, “the group” may be any. */
const certainBodies = contextWords("certainBody");
/** How many candidates are kept in mind: those mentioned least recently are forgotten. */
const candidatesMax = 24;
/** How many referents behind a description its name is looked for in. */
const namedBehindReach = 3;
/** Most words of a description between its comma and the name. */
const descriptionLeadMax = 3;
const notInDescription =
  lists.speechVerbs | lists.prepositions | lists.betweenSubjectAndVerb | lists.subordinators | lists.pronouns;
/** How far behind “, who gave his name …” the name may stand, in tokens. */
const introductionReach = 9;
/** Shortest noun that is known as the last part of another, in letters. */
const compoundPartMin = 4;
const subjectBonus = 1.6;
/** Fewest tokens before “, he said” that are a statement, and no “In Sorrel”. */
const tailWordsMin = 4;
/** For a pronoun that says something: who spoke goes on speaking. */
const speakerBonus = 0.3;
const sentenceCost = 1;
const unsureGenderCost = 0.35;
/** For whom the sentence before presented at a paragraph’s head: “Ana Duarte, a potter, came …”. */
const presentedBonus = 0.5;
const frequencyBonus = 0.12;
const unknownTypeCost = 0.6;

/** Resolves every referent of a document, in reading order. The answer at i is who referent i is; null where nobody fits. */
export function resolveReferents(document: Document, naming: Naming, referents: readonly Referent[]): (Identity | null)[] {
  const resolver = new Resolver(document, naming, introductions(document, referents));
  return referents.map((referent, index) => resolver.resolve(referent, referents.slice(index + 1, index + 1 + namedBehindReach)));
}

/** An office or a body: “Minister”, “Ministry”. */
const isOffice = (language: Language, word: string): boolean => language.titles.has(word) || language.organisationNouns.has(word);

/** A common noun for a place or a body, which German writes like a name. */
const isThing = (language: Language, word: string): boolean =>
  language.placeNouns.has(word) || language.organisationNouns.has(word) || language.populated.has(word);

/** Where a referent ended, and who it was. */
interface Placed {
  readonly to: number;
  readonly identity: Identity | null;
}

class Resolver {
  private readonly document: Document;
  private readonly naming: Naming;
  private readonly candidates: Candidate[] = [];
  private readonly byEntity = new Map<number, Candidate>();
  /** Last words of bodies’ names: “Sorrel” of “Transport Ministry of Sorrel”. */
  private bodiesEnd: Set<string> | null = null;
  private last: Placed | null = null;
  private beforeLast: Placed | null = null;

  private readonly introduced: ReadonlyMap<string, Referent>;

  constructor(document: Document, naming: Naming, introduced: ReadonlyMap<string, Referent>) {
    this.document = document;
    this.naming = naming;
    this.introduced = introduced;
  }

  resolve(referent: Referent, following: readonly Referent[]): Identity | null {
    const identity = this.namedBehind(referent, following) ?? this.identify(referent);
    if (!referent.isQuoted) {
      this.beforeLast = this.last;
      this.last = { to: referent.to, identity };
    }
    return identity;
  }

  /** “the union’s chairman, Ana Duarte, ”: the description is of the person named right behind its comma. */
  private namedBehind(referent: Referent, following: readonly Referent[]): Identity | null {
    const { scan, language } = this.document;
    if (referent.kind !== "nominal" || referent.isPlural || referent.isBody || referent.entity >= 0) return null;
    // “Ana Duarte, the town’s doctor, met Otto Brack”: it is of who stands before it.
    if (this.last?.identity?.isPerson && this.last.to === referent.from - 1 && scan.mark(this.last.to) === 0x2c) return null;
    // “the director of the observatory, Ana Duarte”
    let comma = referent.to;
    if (describes.test(scan.lower(comma)))
      while (comma < referent.to + descriptionTailMax && scan.isWord(comma) && !scan.has(comma, lists.speechVerbs)) comma++;
    const introduced = this.introducedBehind(comma, following);
    if (introduced) return this.identify(introduced);
    const next = following.find((each) => this.isDescribedFrom(comma + 1, each));
    if (!next?.isNamedPerson || next.isPossessive) return null;
    if (scan.mark(comma) !== 0x2c || andOr.test(scan.lower(next.to))) return null;
    const before = scan.lower(referent.from - 1);
    const first = scan.lower(referent.from);
    const isOneOf = oneOf.test(first);
    // “the director”, “her director”, “Harrow’s director”: one certain person.
    let isCertain = pointingOpener.has(first) || language.determiners.has(first) || language.determiners.has(before);
    for (let i = referent.from - 1; i < referent.head && !isCertain; i++) isCertain = scan.isGenitive(i);
    if (isOneOf || !isCertain) return null;
    const identity = this.identify(next);
    const owner = this.byEntity.get(next.entity);
    for (let i = referent.from; i < referent.to; i++) if (scan.isWord(i)) owner?.nouns.add(scan.lower(i));
    return identity;
  }

  /** “, the geologist Ana Duarte”, “, marine biologist Ana Duarte”: nothing but a description stands before the name. */
  private isDescribedFrom(start: number, { from, isNamedPerson }: Referent): boolean {
    const { scan } = this.document;
    if (from === start) return true;
    if (!isNamedPerson || from < start || from - start > descriptionLeadMax) return false;
    for (let i = start; i < from; i++)
      if (!scan.isWord(i) || scan.isCapital(i) || scan.has(i, notInDescription) || (i > start && scan.has(i, lists.determiners)))
        return false;
    return true;
  }

  /** “a resident, who gave his name only as Anton”: the name the person goes by. */
  private introducedBehind(comma: number, following: readonly Referent[]): Referent | undefined {
    const { scan } = this.document;
    if (scan.mark(comma) !== 0x2c || !who.has(scan.lower(comma + 1))) return undefined;
    for (let i = comma + 2; i < comma + introductionReach && scan.isWord(i); i++) {
      if (!asWord.has(scan.lower(i))) continue;
      if (!introducedAs.has(scan.lower(i - 1))) return undefined;
      return following.find((each) => each.kind === "name" && each.from === i + 1);
    }
    return undefined;
  }

  /** The name stands where only places stand: “into Sorrel”, “Sorrel’s Interior Minister”, “the Transport Ministry of Sorrel”. */
  private isPlaceLike(entity: NamedEntity): boolean {
    const { scan, language } = this.document;
    for (const mention of entity.mentions) {
      if (intoPlace.has(scan.lower(mention.from - 1))) return true;
      if (reachVerb.has(language.verbs.get(scan.lower(mention.from - 1)) ?? "")) return true;
      if (
        scan.isGenitive(mention.to) &&
        scan.isCapital(mention.to + 1) &&
        (isOffice(language, scan.lower(mention.to + 1)) || isOffice(language, scan.lower(mention.to + 2)))
      )
        return true;
    }
    if (this.bodiesEnd === null) {
      this.bodiesEnd = new Set();
      for (const { type, canonical } of this.naming.entities) {
        const tail = type === "organisation" ? / of (?:the )?(\p{Lu}\p{L}+)$/u.exec(canonical)?.[1] : undefined;
        if (tail !== undefined) this.bodiesEnd.add(tail);
      }
    }
    return this.bodiesEnd.has(entity.canonical);
  }

  private identify(referent: Referent): Identity | null {
    if (referent.kind === "name") return this.resolveName(referent);
    if (referent.kind === "nominal") return this.apposed(referent) ?? this.resolveNominal(referent);
    return this.resolvePronoun(referent);
  }

  private resolveName(referent: Referent): Identity | null {
    const entity = this.naming.entities[referent.entity];
    if (!entity) return null;
    const known = this.byEntity.get(entity.index);
    if (known) {
      this.touch(known, referent);
      return known.identity;
    }
    // An unknown single name may be a person’s; a pronoun will tell.
    const isPerson =
      entity.type === "person" ||
      (entity.type === "other" &&
        /^\p{Lu}\p{Ll}+$/u.test(entity.canonical) &&
        !this.document.language.demonyms.has(entity.canonical.toLowerCase().replace(/s$/, "")) &&
        (!this.document.language.capitalisesNouns || referent.isHuman) &&
        !isThing(this.document.language, entity.canonical.toLowerCase()) &&
        !this.isPlaceLike(entity));
    const identity: Identity = { entity: entity.index, name: entity.canonical, gender: entity.gender, isPlural: false, isPerson };
    const nouns = new Set<string>();
    // “ministra de Pesca”: the office, of which no name is left.
    const isOffice = /^\p{Ll}/u.test(entity.canonical);
    for (const word of (entity.role ?? "").toLowerCase().split(/[\s.]+/)) {
      if (word === "" || isOffice) continue;
      nouns.add(word);
      for (const noun of this.document.language.calledBy.get(word) ?? []) nouns.add(noun);
    }
    if (!isPerson) for (const word of entity.canonical.toLowerCase().split(/\s+/)) nouns.add(word);
    const candidate = this.add(identity, referent, nouns);
    this.byEntity.set(entity.index, candidate);
    if (isPerson) this.readApposition(referent, nouns);
    return identity;
  }

  /** “Ana Duarte, the head of …, ” and “Ana Duarte, 26, a waiter”: nouns the person may be called by later. */
  private readApposition(referent: Referent, nouns: Set<string>): void {
    const { scan, language } = this.document;
    for (let i = referent.from; i < referent.to; i++) if (scan.has(i, lists.personNouns)) nouns.add(scan.lower(i));
    if (scan.mark(referent.to) !== 0x2c) return;
    // “La ministra de Pesca, Elena Rubial,”
    if (scan.mark(referent.from - 1) === 0x2c)
      for (let i = referent.from - 2; i > referent.from - 2 - descriptionTailMax && scan.isWord(i); i--)
        if (scan.has(i, lists.personNouns | lists.titles)) nouns.add(scan.lower(i));
    for (let i = referent.to + 1; i < referent.to + 16 && !scan.isNewline(i) && scan.mark(i) !== 0x2e; i++) {
      const lower = scan.lower(i);
      if (language.personNouns.has(lower) || language.titles.has(lower)) nouns.add(lower);
      if (scan.isNumber(i)) nouns.add(`${scan.raw(i)}-year-old`);
      if (old.has(lower)) nouns.add(`${scan.raw(i - 4)}-year-old`);
      if (language.speechVerbs.has(lower)) break;
    }
  }

  /** “Ana Duarte, a 61-year-old baker”: the description behind the comma is of the person before it. */
  private apposed(referent: Referent): Identity | null {
    // “Ana Duarte, a Sorrel baker”: the place stands within the description.
    const last = this.last !== null && this.last.to > referent.from ? this.beforeLast : this.last;
    if (!last?.identity?.isPerson || last.identity.entity < 0 || referent.isPlural || referent.isBody) return null;
    if (this.document.scan.mark(referent.from - 1) !== 0x2c || last.to !== referent.from - 1) return null;
    this.byEntity.get(last.identity.entity)?.nouns.add(this.document.scan.lower(referent.head));
    return last.identity;
  }

  private resolveNominal(referent: Referent): Identity | null {
    const { scan, language } = this.document;
    const head = scan.lower(referent.head);
    const first = scan.lower(referent.from);
    // A role in capitals stands without its article: “the Interior Minister”.
    const isDefinite =
      definiteOpener.has(first) || (scan.isCapital(referent.from) && definiteOpener.has(scan.lower(referent.from - 1)));
    if (latter.has(head)) {
      const owner = this.body(referent);
      if (owner) return owner.identity;
    }
    if (isDefinite && referent.isBody && referent.head - referent.from === 1) {
      const owner = this.describedBy(head, referent) ?? this.body(referent, certainBodies.has(head) ? head : null);
      if (owner) {
        this.touch(owner, referent);
        return owner.identity;
      }
    }
    if (isDefinite && language.words.old.has(head)) {
      const owner =
        this.describedBy(`${scan.raw(referent.head - 4)}-year-old`, referent) ??
        this.describedBy(`${scan.raw(referent.head - 2)}-year-old`, referent);
      if (owner) {
        this.touch(owner, referent);
        return owner.identity;
      }
      const salient = this.mostSalient(referent, false);
      if (salient) return salient.identity;
    }
    // “her daughter”, “the baker’s father”: one certain person, whom the text may have named.
    const owned = isOwned(this.document, referent);
    if ((isDefinite || owned) && !referent.isPlural && !referent.isBody) {
      const owner = this.describedBy(head, referent, owned && !isDefinite);
      if (owner) {
        this.touch(owner, referent);
        return owner.identity;
      }
      // “his father”, whom a later line names.
      const named = owned ? this.introduced.get(head) : undefined;
      if (named) {
        const identity = this.resolveName(named);
        const candidate = this.byEntity.get(named.entity);
        if (candidate) this.touch(candidate, referent);
        return identity;
      }
    }
    const identity: Identity = {
      entity: -1,
      name: describe(this.document, referent),
      gender: referent.gender,
      isPlural: referent.isPlural,
      isPerson: !referent.isBody,
    };
    if (!referent.isQuoted && !referent.isPossessive) this.add(identity, referent, new Set([head]));
    return identity;
  }

  /** The body a short “the agency” or “the latter” points back to: the last one named or described. */
  private body(referent: Referent, head: string | null = null): Candidate | undefined {
    let best: Candidate | undefined;
    for (const candidate of this.candidates) {
      if (candidate.identity.isPerson || candidate.identity.isPlural || !candidate.isBody) continue;
      // “the company” is no hospital that was only described.
      if (head !== null && candidate.identity.entity < 0 && !candidate.nouns.has(head)) continue;
      if (
        !best ||
        candidate.sentence > best.sentence ||
        (candidate.sentence === best.sentence && this.weight(candidate) > this.weight(best))
      )
        best = candidate;
    }
    return best && (this.document.sentenceOf[referent.from] as number) - best.sentence <= 4 ? best : undefined;
  }

  private weight(candidate: Candidate): number {
    const entity = this.naming.entities[candidate.identity.entity];
    return entity ? entity.mentions.length : candidate.count;
  }

  /** Who “the minister” is: the one last mentioned of those who were described that way; “the man” may be anyone of that gender. */
  private describedBy(head: string, referent: Referent, isOwned = false): Candidate | undefined {
    const isGeneric = unnamedPerson.has(head);
    let best: Candidate | undefined;
    for (const candidate of this.candidates) {
      if (candidate.identity.isPlural) continue;
      if (referent.gender !== null && candidate.identity.gender !== null && candidate.identity.gender !== referent.gender)
        continue;
      if (isOwned && candidate.identity.entity < 0) continue;
      const fits = this.isCalled(candidate, head) || (isGeneric && candidate.identity.isPerson && candidate.identity.entity < 0);
      if (!fits) continue;
      // “a judge” whom the text names later is “the judge” by name.
      const isNamed = candidate.identity.entity >= 0;
      const isBestNamed = best !== undefined && best.identity.entity >= 0;
      if (!best || (isNamed && !isBestNamed) || (isNamed === isBestNamed && candidate.token > best.token)) best = candidate;
    }
    return best;
  }

  /** “der Minister” for a Verkehrsminister: the last part of a compound names it. */
  private isCalled({ nouns }: Candidate, head: string): boolean {
    if (nouns.has(head)) return true;
    if (!this.document.language.capitalisesNouns || head.length < compoundPartMin) return false;
    for (const noun of nouns) if (noun.endsWith(head)) return true;
    return false;
  }

  private resolvePronoun(referent: Referent): Identity | null {
    if (referent.isQuoted) return null;
    if (referent.isFirstPerson) return null;
    if (referent.isRelative) {
      const before = this.candidates.find((candidate) => candidate.token >= referent.from - 3 && candidate.token < referent.from);
      return before?.identity ?? this.nearestBefore(referent.from)?.identity ?? null;
    }
    if (!referent.isHuman) {
      // “it said”: the body spoken of last.
      const { scan, language } = this.document;
      const verb = scan.lower(referent.to);
      return language.speechVerbs.has(verb) || language.reportVerbs.has(verb) ? (this.body(referent)?.identity ?? null) : null;
    }
    const best = this.mostSalient(referent, referent.isPlural);
    if (!best) return null;
    this.touch(best, referent);
    return best.identity;
  }

  /** The person the text most likely goes on about: near, a subject, mentioned often, of fitting gender and number. */
  private mostSalient(referent: Referent, isPlural: boolean): Candidate | undefined {
    const sentence = this.document.sentenceOf[referent.from] as number;
    const asked = this.askedFrom(referent);
    const { scan } = this.document;
    const says = lists.speechVerbs | lists.reportVerbs | lists.attitudeVerbs;
    const isSaying = scan.has(referent.to, says) || scan.has(referent.from - 1, lists.speechVerbs);
    let best: Candidate | undefined;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const candidate of this.candidates) {
      const { identity } = candidate;
      if (isPlural !== identity.isPlural && (isPlural ? identity.isPerson : true)) continue;
      if (!isPlural && !identity.isPerson) continue;
      if (referent.gender !== null && identity.gender !== null && identity.gender !== referent.gender) continue;
      if (candidate.token >= asked) continue;
      const distance = sentence - candidate.sentence;
      let score = -distance * sentenceCost + Math.min(candidate.count, 8) * frequencyBonus;
      if (candidate.isSubject) score += subjectBonus;
      if (candidate.isPresented && distance <= 1) score += presentedBonus;
      if (candidate.speaks && isSaying) score += speakerBonus;
      if (identity.gender === null) score -= unsureGenderCost;
      if (identity.entity < 0) score -= 0.2;
      else if (this.naming.entities[identity.entity]?.type !== "person") score -= unknownTypeCost;
      if (score >= bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /** “Asked whether Ana would come, she …”: who is asked about is not who answers. Where the question begins, or past all. */
  private askedFrom(referent: Referent): number {
    const { scan, sentences, sentenceOf } = this.document;
    const [first] = sentences[sentenceOf[referent.from] as number] as readonly [number, number];
    if (scan.mark(referent.from - 1) !== 0x2c) return Number.POSITIVE_INFINITY;
    const isAnswer = asked.test(scan.lower(first));
    // “The driver ran, he said.”: who is named in a statement does not make it.
    const isTail = scan.has(referent.to, lists.speechVerbs) && referent.from - first > tailWordsMin;
    return isAnswer || isTail ? first : Number.POSITIVE_INFINITY;
  }

  private nearestBefore(token: number): Candidate | undefined {
    let best: Candidate | undefined;
    for (const candidate of this.candidates)
      if (candidate.identity.isPerson && candidate.token < token && (!best || candidate.token > best.token)) best = candidate;
    return best;
  }

  private add(identity: Identity, referent: Referent, nouns: Set<string>): Candidate {
    const candidate: Candidate = {
      identity,
      token: referent.from,
      sentence: this.document.sentenceOf[referent.from] as number,
      isSubject: isSubject(this.document, referent),
      speaks: speaks(this.document, referent),
      isPresented: isPresented(this.document, referent),
      count: 1,
      nouns,
      isBody: referent.isBody,
    };
    this.candidates.push(candidate);
    if (this.candidates.length > candidatesMax) {
      let oldest = 0;
      this.candidates.forEach((each, index) => {
        if (each.token < (this.candidates[oldest] as Candidate).token) oldest = index;
      });
      const [gone] = this.candidates.splice(oldest, 1);
      if (gone && gone.identity.entity >= 0) this.byEntity.delete(gone.identity.entity);
    }
    return candidate;
  }

  private touch(candidate: Candidate, referent: Referent): void {
    if (referent.isQuoted) return;
    candidate.token = referent.from;
    const sentence = this.document.sentenceOf[referent.from] as number;
    const isSame = candidate.sentence === sentence;
    candidate.sentence = sentence;
    candidate.isSubject = isSubject(this.document, referent) || (candidate.isSubject && isSame);
    candidate.speaks = speaks(this.document, referent) || (candidate.speaks && isSame);
    candidate.isPresented = isPresented(this.document, referent) || (candidate.isPresented && isSame);
    candidate.count++;
  }
}
