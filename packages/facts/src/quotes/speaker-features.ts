import { contextWords, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import type { Naming } from "../names/entities.ts";
import type { SourcePhrase } from "../sources/phrases.ts";
import type { Referent } from "../sources/referents.ts";
import type { Identity } from "../sources/resolve-referents.ts";
import { lists, wordKinds } from "../word-roles.ts";
import type { ActingSubjects } from "./acting-subjects.ts";
import { bucket, featureSpace, wordClass, wordClasses } from "./feature-space.ts";
import type { Cue, QuoteContext } from "./quote-context.ts";
import { isMoodAt, isReported } from "./told-mood.ts";
import type { ToldSources } from "./told-sources.ts";

const asWord = contextWords("as");
const they = contextWords("they");

/** Words that may name the speaker of a quotation. */
export interface SpeakerCandidate {
  readonly from: number;
  readonly to: number;
  readonly referent: Referent | null;
  readonly identity: Identity | null;
  /** The speaker of the quotation before, taken over. */
  readonly isCarried: boolean;
}

/** Where a candidate stands relative to the quotation. */
const zones = 9;
const zone = {
  tail: 0,
  lead: 1,
  before: 2,
  after: 3,
  previousParagraph: 4,
  twoBack: 5,
  nextParagraph: 6,
  carried: 7,
  farther: 8,
} as const;
const relations = 12;
const kinds = 12;

/** How a candidate stands to the subject of its main clause; see {@link ActingSubjects}. */
const actings = 8;

export const speakerSpace = featureSpace([
  ["zone", zones],
  ["relation", relations * 3],
  ["kind", kinds * zones],
  ["distance", 8 * zones],
  ["between", 4 * zones],
  ["preposition", 2 * zones],
  ["possessive", 2 * zones],
  ["verbFollows", 2 * zones],
  ["samePrevious", 2 * 2 * 2 * 2],
  ["subject", 2 * zones],
  ["carry", 4 * 3 * 3],
  ["colon", 2 * zones],
  ["listener", 2 * zones],
  ["start", 2 * zones],
  ["frequency", 4 * zones],
  ["cueZone", 4 * 4 * zones],
  ["adhoc", 2 * zones],
  ["resolved", 2 * zones],
  ["endingZone", 3 * zones],
  ["relationKind", relations * kinds],
  ["speakerBefore", 4 * zones],
  ["appositive", 2 * zones],
  ["mood", 3 * 2 * zones],
  ["told", 3 * zones],
  ["toldKind", 3 * kinds],
  ["relationLead", relations * 2],
  ["relationCase", relations * 4],
  ["sources", 3 * zones],
  ["asOrder", 2 * 3 * zones],
  ["wordBefore", wordClasses],
  ["wordBehind", wordClasses],
  ["head", wordClasses],
  ["acting", actings * 2],
  ["actingKind", actings * kinds],
  ["cited", 3 * 2],
  ["next", 5 * 2],
]);

const strengthIndex = { strong: 0, according: 1, loose: 2, noun: 3 } as const;

function kindOf(candidate: SpeakerCandidate, document: Document, naming: Naming): number {
  const { referent } = candidate;
  if (!referent) return 11;
  if (referent.kind === "name") {
    const type = naming.entities[referent.entity]?.type;
    return type === "person" ? 0 : type === "organisation" ? 1 : type === "place" ? 2 : 3;
  }
  if (referent.kind === "pronoun") {
    const lower = document.scan.lower(referent.from);
    if (referent.isFirstPerson) return 7;
    if (referent.isRelative) return 8;
    if (referent.isPossessive) return 10;
    return they.has(lower) || referent.isPlural ? 5 : referent.isHuman ? 4 : 6;
  }
  return 9;
}

const covers = (phrase: SourcePhrase | null, candidate: SpeakerCandidate): boolean =>
  phrase !== null &&
  (phrase.referent !== null ? phrase.referent === candidate.referent : phrase.from < candidate.to && candidate.from < phrase.to);

/** How the candidate stands to the quotation's cues. */
function relationOf(context: QuoteContext, candidate: SpeakerCandidate): number {
  const { leadCue, tailCue } = context;
  if (tailCue && tailCue.strength === "strong") {
    if (covers(tailCue.left, candidate)) return 1;
    if (covers(tailCue.right, candidate) && tailCue.left === null) return 2;
  }
  if (leadCue && leadCue.strength === "strong" && covers(leadCue.left, candidate)) return 3;
  if (leadCue && leadCue.strength === "according" && covers(leadCue.right, candidate)) return 4;
  if (tailCue && tailCue.strength === "according" && covers(tailCue.right, candidate)) return 5;
  if (leadCue && leadCue.strength === "loose" && covers(leadCue.left, candidate)) return 6;
  if (tailCue && tailCue.strength === "loose" && covers(tailCue.left, candidate)) return 7;
  if (leadCue && leadCue.strength === "noun" && covers(leadCue.left, candidate)) return 8;
  if (tailCue && covers(tailCue.right, candidate)) return 9;
  if (leadCue && covers(leadCue.right, candidate)) return 10;
  if (tailCue && tailCue.strength === "noun" && covers(tailCue.left, candidate)) return 11;
  return 0;
}

const gapClass = (cue: Cue | null): number => (cue === null ? 3 : cue.gap <= 1 ? 0 : cue.gap <= 5 ? 1 : 2);

export interface SpeakerFeatureInput {
  readonly document: Document;
  readonly naming: Naming;
  readonly context: QuoteContext;
  readonly candidates: readonly SpeakerCandidate[];
  /** Who spoke the quotation before. */
  readonly previous: Identity | null;
  /** Mentions of each identity so far as speaker. */
  readonly spoken: ReadonlyMap<string, number>;
  /** Who the text says to have said what, outside quotation marks. */
  readonly told: ToldSources;
  readonly acting: ActingSubjects;
}

function zoneOf(document: Document, context: QuoteContext, candidate: SpeakerCandidate): number {
  if (candidate.isCarried) return zone.carried;
  const paragraph = document.paragraphOf[Math.min(context.first, document.scan.count - 1)] as number;
  const own = document.paragraphOf[candidate.from] as number;
  if (candidate.from >= context.end) {
    if (own !== paragraph) return zone.nextParagraph;
    return candidate.from < context.tailTo ? zone.tail : zone.after;
  }
  if (candidate.from >= context.leadFrom) return zone.lead;
  if (own === paragraph) return zone.before;
  return own === paragraph - 1 ? zone.previousParagraph : own === paragraph - 2 ? zone.twoBack : zone.farther;
}

const offsetOf = speakerSpace.offsets as Readonly<Record<string, number>>;
// As constants: looked up by name they cost more than the features themselves.
const o = {
  zone: offsetOf.zone as number,
  relation: offsetOf.relation as number,
  kind: offsetOf.kind as number,
  distance: offsetOf.distance as number,
  between: offsetOf.between as number,
  preposition: offsetOf.preposition as number,
  possessive: offsetOf.possessive as number,
  verbFollows: offsetOf.verbFollows as number,
  samePrevious: offsetOf.samePrevious as number,
  subject: offsetOf.subject as number,
  carry: offsetOf.carry as number,
  colon: offsetOf.colon as number,
  listener: offsetOf.listener as number,
  start: offsetOf.start as number,
  frequency: offsetOf.frequency as number,
  cueZone: offsetOf.cueZone as number,
  adhoc: offsetOf.adhoc as number,
  resolved: offsetOf.resolved as number,
  endingZone: offsetOf.endingZone as number,
  relationKind: offsetOf.relationKind as number,
  speakerBefore: offsetOf.speakerBefore as number,
  appositive: offsetOf.appositive as number,
  mood: offsetOf.mood as number,
  told: offsetOf.told as number,
  toldKind: offsetOf.toldKind as number,
  relationLead: offsetOf.relationLead as number,
  relationCase: offsetOf.relationCase as number,
  sources: offsetOf.sources as number,
  asOrder: offsetOf.asOrder as number,
  wordBefore: offsetOf.wordBefore as number,
  wordBehind: offsetOf.wordBehind as number,
  head: offsetOf.head as number,
  acting: offsetOf.acting as number,
  actingKind: offsetOf.actingKind as number,
  cited: offsetOf.cited as number,
  next: offsetOf.next as number,
};

/** How many features a candidate has at most. */
const featuresMax = 36;
/** How many say nothing of main clauses or of a speaker carried over. */
const featuresPlain = 31;

/** The features of every candidate for one quotation, in the candidates' order. */
export function speakerFeatures(input: SpeakerFeatureInput): number[][] {
  const scorer = new SpeakerFeatures(input);
  return input.candidates.map((_, position) => [...scorer.of(position)]);
}

/** Which candidate the weights prefer; -1 where there is none. */
export function bestSpeaker(input: SpeakerFeatureInput, weights: ArrayLike<number>): number {
  if (input.candidates.length === 0) return -1;
  const plain = plainSpeaker(input);
  if (plain >= 0) return plain;
  const scorer = new SpeakerFeatures(input);
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let position = 0; position < input.candidates.length; position++) {
    // “Her deputy, Sam Pell, was blunter: “…””: whose deputy he is does not say it.
    const { referent } = input.candidates[position] as SpeakerCandidate;
    if (input.context.hasColon && referent?.kind === "pronoun" && referent.isPossessive) continue;
    let score = 0;
    const features = scorer.of(position);
    for (let i = 0; i < features.length; i++) score += weights[features[i] as number] as number;
    if (score > bestScore) {
      best = position;
      bestScore = score;
    }
  }
  return best;
}

const owners = contextWords("theirs");

/** The candidate that the words beside the quotation name beyond doubt; -1 where they don't. */
function plainSpeaker(input: SpeakerFeatureInput): number {
  const phrase = ownOffice(input) ?? nestedSubject(input);
  if (phrase === null) return -1;
  return input.candidates.findIndex(
    ({ from, to, referent, isCarried }) =>
      !isCarried && referent === phrase.referent && (referent !== null || (from === phrase.from && to === phrase.to)),
  );
}

/** “…,” his office said: the phrase between the mark and the verb speaks, and neither he nor anybody else near it. */
function ownOffice({ document: { scan }, context: { tailCue, end } }: SpeakerFeatureInput): SourcePhrase | null {
  const phrase = tailCue?.strength === "strong" ? tailCue.left : null;
  if (!phrase || phrase.from !== end || phrase.to !== tailCue?.from || !owners.has(scan.lower(phrase.from))) return null;
  return phrase.referent === null || phrase.referent.kind === "nominal" ? phrase : null;
}

/**
 * The paper said that Ana Duarte told it, “…”; a man who wrote that he had “…”: the verb leads to the marks, and the paper only tells
 * of it.
 */
function nestedSubject({ document: { scan, language }, context, told }: SpeakerFeatureInput): SourcePhrase | null {
  const { first, hasColon, leadCue, tailCue } = context;
  if (leadCue === null || leadCue.gap > nestedReach || tailCue !== null) return null;
  let isLed = leadCue.gap <= listenerMax && (hasColon || scan.mark(first - 1) === 0x2c);
  for (let i = leadCue.to; i < first && !isLed; i++) isLed = language.reporting.conjunctions.has(scan.lower(i));
  if (!isLed) return null;
  return told.innerSubject(context);
}

/** Farthest such a verb stands before the marks, in tokens. */
const nestedReach = 9;
/** Longest “the council on Monday:” between a verb and the words it leads to, in tokens. */
const listenerMax = 5;

const scratch = new Int32Array(featuresMax);

/** Reads the features of one quotation's candidates; what all of them share is read once. */
class SpeakerFeatures {
  private readonly input: SpeakerFeatureInput;
  private readonly zoneIndex: Uint8Array;
  private readonly between: Uint8Array;
  private readonly hasOwnCue: 0 | 1;
  private readonly gap: number;
  private readonly leadClass: number;
  private readonly tailStrength: number;
  private readonly leadStrength: number;
  private readonly tailGap: number;
  private readonly leadGap: number;
  private readonly previousKey: string | null;
  private readonly isReported: boolean;
  /** “criticised the plan as ‘…’”: the object stands nearest, and the subject says it. */
  private readonly isAs: 0 | 1;

  constructor(input: SpeakerFeatureInput) {
    const { document, context, candidates, previous } = input;
    const { leadCue, tailCue } = context;
    this.input = input;
    this.zoneIndex = new Uint8Array(candidates.length);
    for (let i = 0; i < candidates.length; i++) this.zoneIndex[i] = zoneOf(document, context, candidates[i] as SpeakerCandidate);
    this.between = candidatesBetween(context, candidates, this.zoneIndex);
    this.hasOwnCue =
      (tailCue?.strength === "strong" && tailCue.gap <= 5) || (leadCue?.strength === "strong" && leadCue.gap <= 3) ? 1 : 0;
    this.isReported = isReported(document, context);
    this.isAs = asWord.has(document.scan.lower(context.first - 1)) || asWord.has(document.scan.lower(context.first - 2)) ? 1 : 0;
    this.gap = context.previousInSentence ? 0 : context.previousInParagraph ? 1 : context.startsParagraph ? 2 : 3;
    this.leadClass = this.hasOwnCue ? 0 : leadCue || tailCue ? 1 : 2;
    this.tailStrength = tailCue ? strengthIndex[tailCue.strength] : 3;
    this.leadStrength = leadCue ? strengthIndex[leadCue.strength] : 3;
    this.tailGap = gapClass(tailCue);
    this.leadGap = gapClass(leadCue);
    this.previousKey = previous === null ? null : identityKey(previous);
  }

  /** “…, the town is to blame” in reported speech: 1 for the subject of such a verb, which does not speak, 2 for anybody else. */
  private moodOf({ from, to, isCarried }: SpeakerCandidate): 0 | 1 | 2 {
    if (!this.isReported) return 0;
    const { document } = this.input;
    const isSubject = isMoodAt(document, to) || isMoodAt(document, to + 1) || isMoodAt(document, from - 1);
    return isSubject && !isCarried ? 1 : 2;
  }

  /** How many others of its place stand before a candidate: none, one or more. */
  private orderOf(position: number): 0 | 1 | 2 {
    const own = this.zoneIndex[position];
    const { candidates } = this.input;
    const from = candidates[position]?.from ?? 0;
    let before = 0;
    for (let i = 0; i < candidates.length && before < 2; i++)
      if (this.zoneIndex[i] === own && (candidates[i]?.from ?? from) < from) before++;
    return before === 0 ? 0 : before === 1 ? 1 : 2;
  }

  /** The features of one candidate; the array is the same each time. */
  of(position: number): Int32Array {
    const { document, naming, context, candidates, spoken } = this.input;
    const { scan } = document;
    const candidate = candidates[position] as SpeakerCandidate;
    const { identity } = candidate;
    const z = this.zoneIndex[position] as number;
    const relation = relationOf(context, candidate);
    const kind = kindOf(candidate, document, naming);
    const distance = candidate.from >= context.end ? candidate.from - context.end : context.first - candidate.to;
    const between = candidate.isCarried ? 0 : (this.between[position] as number);
    const verbFollows =
      scan.has(candidate.to, lists.speechVerbs) ||
      scan.has(candidate.to + 1, lists.speechVerbs) ||
      scan.has(candidate.from - 1, lists.speechVerbs)
        ? 1
        : 0;
    const key = identity === null ? null : identityKey(identity);
    const isSame = key !== null && key === this.previousKey ? 1 : 0;
    const sentence = document.sentences[document.sentenceOf[candidate.from] as number] as readonly [number, number];
    const frequency =
      identity && identity.entity >= 0 ? Math.min(3, bucket(naming.entities[identity.entity]?.mentions.length ?? 0) >> 1) : 0;
    const spokenOften = key === null ? 0 : Math.min(3, spoken.get(key) ?? 0);
    const isBehind = z === zone.tail || z === zone.after;
    const cueStrength = isBehind ? this.tailStrength : this.leadStrength;
    const cueGap = isBehind ? this.tailGap : this.leadGap;
    const out = scratch;
    out[0] = o.zone + z;
    out[1] = o.relation + relation * 3 + context.ending;
    out[2] = o.kind + kind * zones + z;
    out[3] = o.distance + bucket(Math.max(0, distance)) * zones + z;
    out[4] = o.between + between * zones + z;
    out[5] = o.preposition + (scan.has(candidate.from - 1, lists.prepositions) ? zones : 0) + z;
    out[6] = o.possessive + (candidate.referent?.isPossessive ? zones : 0) + z;
    out[7] = o.verbFollows + verbFollows * zones + z;
    out[8] =
      o.samePrevious +
      isSame * 8 +
      this.hasOwnCue * 4 +
      (context.previousInParagraph ? 2 : 0) +
      (context.startsParagraph ? 1 : 0);
    out[9] = o.subject + (candidate.from - sentence[0] <= 2 ? zones : 0) + z;
    out[10] = o.colon + (context.hasColon ? zones : 0) + z;
    out[11] = o.listener + (scan.is(candidate.from - 1, wordKinds.listenerLead) ? zones : 0) + z;
    out[12] = o.start + (context.startsParagraph ? zones : 0) + z;
    out[13] = o.frequency + frequency * zones + z;
    out[14] = o.cueZone + (cueStrength * 4 + cueGap) * zones + z;
    out[15] = o.adhoc + (candidate.referent === null ? zones : 0) + z;
    out[16] = o.resolved + (identity !== null ? zones : 0) + z;
    out[17] = o.endingZone + context.ending * zones + z;
    out[18] = o.relationKind + relation * kinds + kind;
    out[19] = o.speakerBefore + spokenOften * zones + z;
    out[20] = o.appositive + (scan.mark(candidate.from - 1) === 0x2c || scan.mark(candidate.to) === 0x2c ? zones : 0) + z;
    out[21] = o.mood + (this.moodOf(candidate) * 2 + this.hasOwnCue) * zones + z;
    const told = this.input.told.of(candidate, context);
    out[22] = o.told + told * zones + z;
    out[23] = o.toldKind + told * kinds + kind;
    out[24] = o.relationLead + relation * 2 + (scan.has(candidate.from - 1, lists.prepositions) ? 1 : 0);
    out[25] = o.relationCase + relation * 4 + caseOf(document, candidate.from);
    out[26] = o.sources + this.input.told.frequency(key) * zones + z;
    out[27] = o.wordBefore + wordClass(document, candidate.from - 1);
    out[28] = o.wordBehind + wordClass(document, candidate.to);
    out[29] = o.head + (kind === 0 ? 0 : wordClass(document, candidate.to - 1));
    out[30] = o.asOrder + (this.isAs * 3 + this.orderOf(position)) * zones + z;
    let count = featuresPlain;
    if (document.language.verbSecond) {
      const acting = this.input.acting.of(candidate, context);
      out[count++] = o.acting + acting * 2 + this.hasOwnCue;
      out[count++] = o.actingKind + acting * kinds + kind;
      out[count++] = o.cited + this.input.told.cited(candidate, context) * 2 + this.hasOwnCue;
      out[count++] = o.next + this.input.acting.next(candidate, context) * 2 + this.hasOwnCue;
    }
    if (candidate.isCarried) out[count++] = o.carry + (this.gap * 3 + this.leadClass) * 3 + context.ending;
    return views[count - featuresPlain] as Int32Array;
  }
}

const oblique = readingWordSet("obliqueArticle");
const subjective = readingWordSet("subjectArticle");

/** What case the article of a phrase tells: 0 no article, 1 of subjects alone, 2 of objects alone, 3 either. */
function caseOf({ scan, language }: Document, from: number): 0 | 1 | 2 | 3 {
  if (!language.verbSecond || !scan.has(from, lists.determiners)) return 0;
  const lower = scan.lower(from);
  return oblique.has(lower) ? 2 : subjective.has(lower) ? 1 : 3;
}

/** The same memory by how many of its last places are filled. */
const views = Array.from({ length: featuresMax - featuresPlain + 1 }, (_, more) => scratch.subarray(0, featuresPlain + more));

/** For each candidate, how many others of its zone stand between it and the quotation; three stands for more. */
function candidatesBetween(context: QuoteContext, candidates: readonly SpeakerCandidate[], zoneIndex: Uint8Array): Uint8Array {
  const out = new Uint8Array(candidates.length);
  for (let position = 0; position < candidates.length; position++) {
    const { from } = candidates[position] as SpeakerCandidate;
    const own = zoneIndex[position];
    let count = 0;
    for (let i = 0; i < candidates.length && count < 3; i++) {
      if (i === position || zoneIndex[i] !== own) continue;
      const other = (candidates[i] as SpeakerCandidate).from;
      if (from >= context.end ? other < from && other >= context.end : other > from && other < context.first) count++;
    }
    out[position] = count;
  }
  return out;
}

/** Keys of named entities by their index, made once: they are asked for at every candidate. */
const entityKeys = Array.from({ length: 256 }, (_, entity) => `#${entity}`);

export const identityKey = ({ entity, name }: Identity): string => (entity >= 0 ? (entityKeys[entity] ?? `#${entity}`) : name);
