/**
 * Groups the quotations of a story by what was said, and tells for each how it stands to the fullest version near the
 * origin: verbatim, a fragment, another translation, distorted, or robbed of its marks.
 */
import { compareStrings, groupBy, mustAt, mustGet, type Quote, type QuoteGroup, sha256 } from "@wirefold/core";
import { mentionId } from "../claims/figures.ts";
import { commonSubsequence } from "../claims/independence.ts";
import type { Lineages } from "../lineage/lineages.ts";
import type { JoinedNames } from "../names/join-names.ts";
import type { ReconcileMember } from "../reconcile-member.ts";
import { evidenceIn } from "../record/evidence.ts";
import type { StoryText } from "../words/story-text.ts";
import { codesOf, keyOf, Rarity, type Run } from "../words/vocabulary.ts";
import { addParaphrased, type QuotedGroup } from "./paraphrased-quotes.ts";
import { wordDifferences } from "./word-differences.ts";

interface Said {
  readonly id: string;
  readonly member: ReconcileMember;
  readonly lineage: string;
  readonly quote: Quote;
  readonly text: string;
  /** All its words in order. */
  readonly words: readonly number[];
  readonly keys: readonly number[];
  readonly keySet: ReadonlySet<number>;
  readonly speaker: string | null;
  /** Words of the speaker's name. */
  readonly speakerKeys: readonly number[];
  /** Steps from its document to the original. */
  readonly depth: number;
  readonly order: number;
}

type Mutable<T> = { -readonly [field in keyof T]: T[field] };

/** A word in more quotations than this joins nothing: it is either common or one quotation copied very often. */
const POSTINGS_MAX = 64;
/** Share of the shorter quotation's weight that must stand in the longer. */
const SAME_WORDS = 0.55;
/** The same for one speaker, and for two: a second translation shares less, another man's words must share more. */
const SAME_SPEAKER = 0.48;
const OTHER_SPEAKER = 0.75;
const OTHER_SPEAKER_OF_LINEAGE = 0.6;
/** Share from which the shorter is a piece of the longer. */
const FRAGMENT = 0.9;

export function alignQuotes(
  members: readonly ReconcileMember[],
  lineages: Lineages,
  names: JoinedNames,
  depthOf: (id: string) => number,
  story: StoryText,
): QuoteGroup[] {
  const { said, rarity } = quotationsOf(members, lineages, names, depthOf, story);
  const leader = joinByWords(said, rarity);
  joinByPlace(said, leader, lineages, rarity);
  const groups = groupBy(said, (quote) => find(leader, quote));
  const records = [...groups.values()].map((group) => quoteGroup(group, lineages.roots));
  addParaphrased(records, members, rarity, story);
  return records.map(({ record }) => record).sort((a, b) => b.members.length - a.members.length || compareStrings(a.id, b.id));
}

function quotationsOf(
  members: readonly ReconcileMember[],
  lineages: Lineages,
  names: JoinedNames,
  depthOf: (id: string) => number,
  story: StoryText,
): { said: Said[]; rarity: Rarity } {
  const said: Mutable<Said>[] = [];
  const rarity = new Rarity(story.vocabulary);
  const read = new Map<string, Pick<Said, "words" | "keys" | "keySet">>();
  const speakers = new Map<string, { speaker: string; speakerKeys: readonly number[] }>();
  for (const member of members) {
    const seen = new Set<string>();
    const depth = depthOf(member.id);
    for (const quote of member.facts?.quotes ?? []) {
      const id = mentionId(member.id, quote.id);
      if (seen.has(id)) continue;
      seen.add(id);
      const text = quote.text.slice(0, 4000);
      let spoken = read.get(text);
      if (spoken === undefined) {
        const { run } = story.of(member).wordsOf(text, quote.span[0]);
        const words = keysOf(run);
        const content = story.vocabulary.contentKeysOf(run);
        const keys = content.length > 0 ? content : words;
        spoken = { words, keys, keySet: new Set(keys) };
        read.set(text, spoken);
      }
      rarity.add(spoken.keys);
      let by = quote.speaker ? speakers.get(quote.speaker) : undefined;
      if (!by && quote.speaker) {
        const speaker = names.keyOf(quote.speaker);
        by = { speaker, speakerKeys: story.contentKeys(speaker) };
        speakers.set(quote.speaker, by);
      }
      said.push({
        id,
        member,
        lineage: mustGet(lineages.of, member.id),
        quote,
        text,
        ...spoken,
        speaker: by?.speaker ?? null,
        speakerKeys: by?.speakerKeys ?? [],
        depth,
        order: 0,
      });
    }
  }
  // Originals first: where one puts two utterances into two quotations, a rewrite that runs them together joins one of them.
  said.sort(
    (a, b) =>
      Math.min(1, a.depth) - Math.min(1, b.depth) ||
      b.keys.length - a.keys.length ||
      a.depth - b.depth ||
      compareStrings(a.member.id, b.member.id) ||
      a.quote.span[0] - b.quote.span[0] ||
      compareStrings(a.id, b.id),
  );
  said.forEach((quote, order) => {
    quote.order = order;
  });
  return { said, rarity };
}

const keysOf = (run: Run): number[] => codesOf(run).map(keyOf);

function find(leader: Map<Said, Said>, quote: Said): Said {
  let at = quote;
  for (let next = leader.get(at); next && next !== at; next = leader.get(at)) at = next;
  return at;
}

/** Each quotation, originals and the longest first, follows the one that shares most of the shorter's words. */
function joinByWords(said: readonly Said[], rarity: Rarity): Map<Said, Said> {
  const leader = new Map<Said, Said>();
  const postings: (Said[] | undefined)[] = new Array(rarity.vocabulary.size);
  const docsOf = new Map<Said, Set<string>>();
  for (const quote of said) {
    leader.set(quote, quote);
    const candidates = new Set<Said>();
    for (const key of rarity.rarest(quote.keys, 8)) for (const other of postings[key] ?? []) candidates.add(other);
    let best: Said | null = null;
    let bestScore = 0;
    const bridged: Said[] = [];
    for (const other of candidates) {
      let score = similarityOf(quote, other, rarity);
      // Words a document has already answered with another quotation are answered; only a piece of the same may join.
      if (score < FRAGMENT && mustGet(docsOf, find(leader, other)).has(quote.member.id)) score = 0;
      if (score >= FRAGMENT && quote.keys.length >= 4 && quote.keys.length <= other.keys.length) bridged.push(other);
      if (score > bestScore || (score === bestScore && best && score > 0 && other.order < best.order)) {
        best = other;
        bestScore = score;
      }
    }
    if (best) leader.set(quote, find(leader, best));
    for (const other of bridged) joinGroups(find(leader, quote), find(leader, other), leader, docsOf);
    const home = docsOf.get(find(leader, quote)) ?? new Set<string>();
    docsOf.set(find(leader, quote), home.add(quote.member.id));
    for (const key of quote.keys) {
      const list = postings[key];
      if (!list) postings[key] = [quote];
      else if (list.length < POSTINGS_MAX) list.push(quote);
    }
  }
  return leader;
}

/** A quotation held by two groups makes them one, unless one document quotes in both: then they are two utterances. */
function joinGroups(a: Said, b: Said, leader: Map<Said, Said>, docsOf: Map<Said, Set<string>>): void {
  if (a === b) return;
  const [left, right] = [docsOf.get(a) ?? new Set<string>(), docsOf.get(b) ?? new Set<string>()];
  for (const doc of right) if (left.has(doc)) return;
  const [first, second] = a.order < b.order ? [a, b] : [b, a];
  leader.set(second, first);
  docsOf.set(first, new Set([...left, ...right]));
}

/** 0 where the two are not the same words. */
function similarityOf(quote: Said, other: Said, rarity: Rarity): number {
  const [short, long] = quote.keys.length <= other.keys.length ? [quote, other] : [other, quote];
  const contained = rarity.containment(short.keys, long.keySet);
  const speakers = speakersAgree(short, long);
  // Words in one order are one utterance, whomever two articles give it to: one quotes the speaker, another who told of it.
  if (short.member !== long.member) {
    const verbatim = sameRun(quote.words, other.words);
    if (verbatim > 0) return Math.max(contained, verbatim);
  }
  const shared = short.keys.filter((key) => long.keySet.has(key)).length;
  // Extraction may give one utterance two speakers; enough of the same words outweigh that.
  if (speakers === "differ") {
    const sameLineage = short.lineage === long.lineage;
    if (sameLineage && contained >= FRAGMENT && shared >= 3) return contained;
    return contained >= (sameLineage ? OTHER_SPEAKER_OF_LINEAGE : OTHER_SPEAKER) && shared >= (sameLineage ? 4 : 5)
      ? contained
      : 0;
  }
  if (short.keys.length <= 2) {
    const close = short.member === long.member || speakers === "same" || speakers === "alike";
    return contained >= 0.99 && close && ordered(short, long) ? contained : 0;
  }
  if (shared <= 2 && !ordered(short, long)) return 0;
  // A document that quotes two like sentences quotes two sentences, unless one is cut from the other.
  if (short.member === long.member) return contained >= FRAGMENT ? contained : 0;
  const needed = speakers === "unknown" ? SAME_WORDS + 0.15 : speakers === "same" ? SAME_SPEAKER : SAME_WORDS;
  return contained >= needed ? contained : 0;
}

/** Words that two quotations must share in one order before the speakers no longer matter: all of both, a piece of one, most of both. */
const RUN_WHOLE = 2;
const RUN_PIECE = 3;
const RUN_MOST = 6;
const MOST = 0.75;

/** 0..1: how sure the order of the words is that both are one utterance; 0 where it says nothing. */
function sameRun(a: readonly number[], b: readonly number[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < RUN_WHOLE) return 0;
  if (short.length === long.length && short.every((word, i) => word === long[i])) return 1;
  if (short.length >= RUN_PIECE && holdsRun(long, short)) return 0.95;
  if (short.length < RUN_MOST || short.length < MOST * long.length) return 0;
  const share = commonSubsequence(a.slice(0, RUN_READ), b.slice(0, RUN_READ)) / Math.min(RUN_READ, long.length);
  return share >= MOST ? share : 0;
}

/** Words of a quotation that are read for their order. */
const RUN_READ = 400;

/** Whether all of `part` stands in `whole`, word after word. */
function holdsRun(whole: readonly number[], part: readonly number[]): boolean {
  const length = Math.min(RUN_READ, part.length);
  for (let at = 0; at + length <= Math.min(RUN_READ, whole.length); at++) {
    let held = 0;
    while (held < length && whole[at + held] === part[held]) held++;
    if (held === length) return true;
  }
  return false;
}

/**
 * Whether the longer holds the words of the shorter, function words too, close together and in one order. With one or two
 * content words in common that alone tells a fragment from a sentence that merely names the same thing.
 */
function ordered(short: Said, long: Said): boolean {
  const part = short.words.slice(0, 60);
  const whole = long.words.slice(0, RUN_READ);
  const anchor = short.keys.find((key) => long.keySet.has(key)) ?? -1;
  const before = part.indexOf(anchor);
  return whole.some((word, at) => {
    if (word !== anchor) return false;
    const from = Math.max(0, at - before - FRAGMENT_SLACK);
    return commonSubsequence(part, whole.slice(from, at - before + part.length + FRAGMENT_SLACK)) >= 0.8 * short.words.length;
  });
}

/** Words that may stand between those of a fragment. */
const FRAGMENT_SLACK = 3;

function speakersAgree(a: Said, b: Said): "same" | "alike" | "differ" | "unknown" {
  if (a.speaker === null || b.speaker === null) return "unknown";
  if (a.speaker === b.speaker) return "same";
  const right = b.speakerKeys;
  const shared = a.speakerKeys.filter((key) => right.includes(key)).length;
  return shared > 0 && shared / Math.min(a.speakerKeys.length, right.length) >= 0.5 ? "alike" : "differ";
}

/**
 * Rewrites keep the order of what they rewrite. Between two quotations already matched, one left over on each side, by
 * one speaker, is the same statement put in other words.
 */
function joinByPlace(said: readonly Said[], leader: Map<Said, Said>, lineages: Lineages, rarity: Rarity): void {
  const perDoc: ReadonlyMap<string, Said[]> = groupBy(said, ({ member }) => member.id);
  for (const list of perDoc.values()) list.sort((a, b) => a.quote.span[0] - b.quote.span[0] || a.order - b.order);
  for (const [child, parent] of [...lineages.parents].sort((a, b) => compareStrings(a[0], b[0]))) {
    const from = perDoc.get(parent) ?? [];
    const to = perDoc.get(child) ?? [];
    if (from.length === 0 || to.length === 0 || from.length > 200 || to.length > 200) continue;
    const roots = new Map<Said, number>();
    from.forEach((quote, i) => {
      roots.set(find(leader, quote), i);
    });
    const anchors = to.map((quote) => roots.get(find(leader, quote)) ?? -1);
    const childRoots = new Set(to.map((quote) => find(leader, quote)));
    for (const [i, quote] of to.entries()) {
      if (anchors[i] !== -1) continue;
      const before = anchors.slice(0, i).findLast((anchor) => anchor >= 0) ?? -1;
      const after = anchors.slice(i + 1).find((anchor) => anchor >= 0) ?? from.length;
      const free = from.slice(before + 1, after).filter((other) => !childRoots.has(find(leader, other)));
      const best = bestInPlace(quote, free, rarity);
      if (!best) continue;
      const root = find(leader, best);
      leader.set(find(leader, quote), root);
      childRoots.add(root);
      anchors[i] = from.indexOf(best);
    }
  }
}

/** Words two speakers, or one, must share in the same place of a rewrite. */
const IN_PLACE = { same: 0.08, alike: 0.08, unknown: 0.25, differ: 0.35 } as const;

function bestInPlace(quote: Said, free: readonly Said[], rarity: Rarity): Said | null {
  let best: Said | null = null;
  let bestScore = 0;
  for (const other of free) {
    const shared = Math.max(rarity.containment(quote.keys, other.keySet), rarity.containment(other.keys, quote.keySet));
    if (shared > IN_PLACE[speakersAgree(quote, other)] && shared > bestScore) {
      best = other;
      bestScore = shared;
    }
  }
  return best;
}

type MemberKind = QuoteGroup["members"][number]["kind"];

interface BuiltGroup extends QuotedGroup {
  readonly canonical: Said;
}

function quoteGroup(group: readonly Said[], roots: ReadonlySet<string>): BuiltGroup {
  const canonical = nearestTheOrigin(group, roots);
  const others = group.filter((quote) => quote !== canonical);
  const foreign = others.some((quote) => quote.lineage !== canonical.lineage);
  const kindOf = (quote: Said): MemberKind =>
    quote === canonical ? (foreign ? "fullest" : "original") : variantKind(quote, canonical);
  const members = [
    canonical,
    ...others.sort((a, b) => compareStrings(a.member.id, b.member.id) || a.quote.span[0] - b.quote.span[0]),
  ].map((quote) => ({
    quote: quote.id,
    doc: quote.member.id,
    surface: quote.quote.text,
    evidence: evidenceIn(quote.member, quote.quote.span),
    kind: kindOf(quote),
    differences: quote === canonical ? [] : wordDifferences(canonical.text, quote.text),
  }));
  const record = {
    id: `quote-${sha256(canonical.id).slice(0, 12)}`,
    speaker: speakerOf(group, canonical),
    canonical: canonical.id,
    members,
  };
  return { record, canonical };
}

/** Originals before rewrites; then the fullest; then the smallest id. */
function nearestTheOrigin(group: readonly Said[], roots: ReadonlySet<string>): Said {
  const ordered = [...group].sort(
    (a, b) =>
      Number(roots.has(b.member.id)) - Number(roots.has(a.member.id)) ||
      b.keys.length - a.keys.length ||
      a.depth - b.depth ||
      compareStrings(a.id, b.id),
  );
  return mustAt(ordered, 0);
}

function variantKind(quote: Said, canonical: Said): MemberKind {
  if (quote.words === canonical.words) return "verbatim";
  const a = canonical.words.slice(0, 400);
  const b = quote.words.slice(0, 400);
  const shared = commonSubsequence(a, b);
  if (shared >= 0.97 * Math.max(a.length, b.length)) return "verbatim";
  if (shared >= 0.9 * b.length && b.length < a.length) return "fragment";
  return quote.lineage === canonical.lineage ? "distorted" : "translation-variant";
}

function speakerOf(group: readonly Said[], canonical: Said): string | null {
  if (canonical.quote.speaker) return canonical.quote.speaker;
  return (
    group
      .map(({ quote }) => quote.speaker)
      .filter((name) => name !== null)
      .sort(compareStrings)[0] ?? null
  );
}
