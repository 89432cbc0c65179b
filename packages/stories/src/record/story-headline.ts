import type { StoryRecord } from "@wirefold/core";
import { compareStrings, mustGet } from "@wirefold/core";
import type { BuiltClaim } from "../claims/build-claims.ts";
import { pointsBack } from "../claims/statement.ts";
import type { Lineages } from "../lineage/lineages.ts";
import type { ReconcileMember } from "../reconcile-member.ts";
import { openingLength } from "../words/dateline.ts";
import { sentenceAt, sentenceSpans } from "../words/sentence-spans.ts";
import type { StoryText } from "../words/story-text.ts";
import { evidenceIn } from "./evidence.ts";

/** The title of the member whose words the other titles share most; originals win a tie. Every word is a member's own. */
export function headlineOf(members: readonly ReconcileMember[], lineages: Lineages, story: StoryText): string | null {
  const { roots } = lineages;
  const titled = members
    .map((member) => ({ member, title: (member.title ?? member.facts?.title ?? "").trim() }))
    .filter(({ title }) => title !== "")
    .map(({ member, title }) => ({ member, title, keys: story.contentKeys(title.slice(0, 400)) }));
  const counts = new Map<number, Set<string>>();
  for (const { member, keys } of titled)
    for (const key of keys) {
      const held = counts.get(key) ?? new Set<string>();
      held.add(mustGet(lineages.of, member.id));
      counts.set(key, held);
    }
  let best: { score: number; title: string; id: string } | null = null;
  for (const { member, title, keys } of titled) {
    const shared = keys.reduce((sum, key) => sum + mustGet(counts, key).size - 1, 0) / Math.max(4, keys.length);
    const score = shared + (roots.has(member.id) ? 0.5 : 0);
    if (!best || score > best.score || (score === best.score && compareStrings(member.id, best.id) < 0))
      best = { score, title, id: member.id };
  }
  return best?.title ?? null;
}

const SUMMARY_SENTENCES = 4;
/** Characters of a sentence a reader still takes for one. */
const SENTENCE_MAX = 600;

/** Sentences that carry the best supported claims, each with its place, no claim twice, in the order of support. */
export function summaryOf(
  claims: readonly BuiltClaim[],
  members: readonly ReconcileMember[],
  story: StoryText,
): StoryRecord["summary"] {
  const ranked = [...claims].sort(
    (a, b) =>
      b.claim.independent_sources - a.claim.independent_sources ||
      b.claim.docs.length - a.claim.docs.length ||
      Number(a.canonical.mention.in_headline) - Number(b.canonical.mention.in_headline) ||
      compareStrings(a.claim.id, b.claim.id),
  );
  const summary: StoryRecord["summary"] = [];
  const used: (readonly number[])[] = [];
  for (const { claim, telling: canonical } of ranked) {
    if (summary.length >= SUMMARY_SENTENCES) break;
    // A sentence that points back tells a reader nothing by itself.
    if (canonical.mention.in_headline || pointsBack(canonical)) continue;
    const span = withoutOpening(canonical.member, tidy(canonical.member.text, canonical.sentenceSpan));
    if (span[1] - span[0] > SENTENCE_MAX || !isFullSentence(canonical.member.text.slice(...span))) continue;
    const keys = story.vocabulary.contentKeysOf(story.of(canonical.member).codesBetween(...span));
    const repeats = used.some(
      (other) => keys.filter((key) => other.includes(key)).length >= 0.5 * Math.min(keys.length, other.length),
    );
    if (keys.length < 5 || repeats) continue;
    used.push(keys);
    const evidence = evidenceIn(canonical.member, span);
    summary.push({ text: evidence.text, evidence, independent_sources: claim.independent_sources });
  }
  return summary.length > 0 ? summary : leadSentence(members, story);
}

/** Ends as a sentence ends, and is told by the outlet rather than cut from a quotation. */
function isFullSentence(text: string): boolean {
  return /[.!?。]["”’»)\]]*$/.test(text) && !/^["“„«‘]/.test(text);
}

/** Without a figure anywhere, the first full sentence of the first member stands. */
function leadSentence(members: readonly ReconcileMember[], story: StoryText): StoryRecord["summary"] {
  for (const member of members) {
    const spans = sentenceSpans(member.text.slice(0, 5000));
    for (const raw of spans) {
      const span = withoutOpening(member, tidy(member.text, sentenceAt(spans, raw[0])));
      const text = member.text.slice(...span);
      if (text.length > SENTENCE_MAX || !/[.!?。]["”’»)]*$/.test(text) || story.contentKeys(text).length < 5) continue;
      return [{ text, evidence: evidenceIn(member, span), independent_sources: 1 }];
    }
  }
  return [];
}

function withoutOpening({ text, facts }: ReconcileMember, [start, end]: readonly [number, number]): [number, number] {
  return [start + openingLength(text.slice(start, end), facts?.dateline ?? null), end];
}

function tidy(text: string, [start, end]: readonly [number, number]): [number, number] {
  const part = text.slice(start, end).trimEnd();
  return [start + part.length - part.trimStart().length, start + part.length];
}
