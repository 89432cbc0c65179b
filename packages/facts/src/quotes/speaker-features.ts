import type { Document } from "../document.ts";
import type { Naming } from "../names/entities.ts";
import type { Referent } from "../sources/referents.ts";
import type { Identity } from "../sources/resolve-referents.ts";
import type { SourcePhrase } from "../sources/speech-frames.ts";
import { bucket, featureSpace } from "./feature-space.ts";
import type { Cue, QuoteContext } from "./quote-context.ts";

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
    return lower === "they" || referent.isPlural ? 5 : referent.isHuman ? 4 : 6;
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

/** The features of every candidate for one quotation, in the candidates' order. */
export function speakerFeatures(input: SpeakerFeatureInput): number[][] {
  const { document, naming, context, candidates, previous } = input;
  const { scan, language } = document;
  const o = speakerSpace.offsets as Record<string, number>;
  const zoneIndex = candidates.map((candidate) => zoneOf(document, context, candidate));
  return candidates.map((candidate, position) => {
    const z = zoneIndex[position] as number;
    const relation = relationOf(context, candidate);
    const kind = kindOf(candidate, document, naming);
    const distance = candidate.from >= context.end ? candidate.from - context.end : context.first - candidate.to;
    const between = candidate.isCarried ? 0 : Math.min(3, candidatesBetween(context, candidates, zoneIndex, position));
    const before = scan.lower(candidate.from - 1);
    const after = scan.lower(candidate.to);
    const hasPreposition = language.prepositions.has(before) ? 1 : 0;
    const isPossessive = candidate.referent?.isPossessive ? 1 : 0;
    const verbFollows =
      language.speechVerbs.has(after) ||
      language.speechVerbs.has(scan.lower(candidate.to + 1)) ||
      language.speechVerbs.has(before)
        ? 1
        : 0;
    const isSame = previous !== null && candidate.identity !== null && sameIdentity(previous, candidate.identity) ? 1 : 0;
    const hasOwnCue =
      (context.tailCue?.strength === "strong" && context.tailCue.gap <= 5) ||
      (context.leadCue?.strength === "strong" && context.leadCue.gap <= 3)
        ? 1
        : 0;
    const sentence = document.sentences[document.sentenceOf[candidate.from] as number] as readonly [number, number];
    const isSubject = candidate.from - sentence[0] <= 2 ? 1 : 0;
    const isListener = /^(?:told|tell|tells|telling|asked|to|with)$/.test(before) ? 1 : 0;
    const gap = context.previousInSentence ? 0 : context.previousInParagraph ? 1 : context.startsParagraph ? 2 : 3;
    const frequency =
      candidate.identity && candidate.identity.entity >= 0
        ? Math.min(3, bucket(naming.entities[candidate.identity.entity]?.mentions.length ?? 0) >> 1)
        : 0;
    const spoken = candidate.identity ? Math.min(3, input.spoken.get(identityKey(candidate.identity)) ?? 0) : 0;
    const cueStrength =
      z === zone.tail || z === zone.after
        ? context.tailCue
          ? strengthIndex[context.tailCue.strength]
          : 3
        : context.leadCue
          ? strengthIndex[context.leadCue.strength]
          : 3;
    const cueGap = gapClass(z === zone.tail || z === zone.after ? context.tailCue : context.leadCue);
    const leadClass = hasOwnCue ? 0 : context.leadCue || context.tailCue ? 1 : 2;
    const features = [
      o.zone! + z,
      o.relation! + relation * 3 + context.ending,
      o.kind! + kind * zones + z,
      o.distance! + bucket(Math.max(0, distance)) * zones + z,
      o.between! + between * zones + z,
      o.preposition! + hasPreposition * zones + z,
      o.possessive! + isPossessive * zones + z,
      o.verbFollows! + verbFollows * zones + z,
      o.samePrevious! + isSame * 8 + hasOwnCue * 4 + (context.previousInParagraph ? 2 : 0) + (context.startsParagraph ? 1 : 0),
      o.subject! + isSubject * zones + z,
      o.colon! + (context.hasColon ? zones : 0) + z,
      o.listener! + isListener * zones + z,
      o.start! + (context.startsParagraph ? zones : 0) + z,
      o.frequency! + frequency * zones + z,
      o.cueZone! + (cueStrength * 4 + cueGap) * zones + z,
      o.adhoc! + (candidate.referent === null ? zones : 0) + z,
      o.resolved! + (candidate.identity !== null ? zones : 0) + z,
      o.endingZone! + context.ending * zones + z,
      o.relationKind! + relation * kinds + kind,
      o.speakerBefore! + spoken * zones + z,
      o.appositive! + (scan.mark(candidate.from - 1) === 0x2c || scan.mark(candidate.to) === 0x2c ? zones : 0) + z,
    ];
    if (candidate.isCarried) features.push(o.carry! + (gap * 3 + leadClass) * 3 + context.ending);
    return features;
  });
}

function candidatesBetween(
  context: QuoteContext,
  candidates: readonly SpeakerCandidate[],
  zoneIndex: readonly number[],
  position: number,
): number {
  const own = candidates[position] as SpeakerCandidate;
  let count = 0;
  for (let i = 0; i < candidates.length; i++) {
    if (i === position || zoneIndex[i] !== zoneIndex[position]) continue;
    const other = candidates[i] as SpeakerCandidate;
    if (
      own.from >= context.end
        ? other.from < own.from && other.from >= context.end
        : other.from > own.from && other.from < context.first
    )
      count++;
  }
  return count;
}

export const identityKey = (identity: Identity): string => (identity.entity >= 0 ? `#${identity.entity}` : identity.name);

export const sameIdentity = (a: Identity, b: Identity): boolean => identityKey(a) === identityKey(b);
