/**
 * Finds quotations robbed of their marks: sentences of a document that tell, as its own, the words another quotes.
 */

import type { Quote, QuoteGroup, Span } from "@wirefold/core";
import { mustAt } from "@wirefold/core";
import type { ReconcileMember } from "../reconcile-member.ts";
import { evidenceIn } from "../record/evidence.ts";
import { numberAt } from "../words/number-at.ts";
import type { StoryText } from "../words/story-text.ts";
import { codesOf, isFunctionCode, keyOf, type Rarity, type Run } from "../words/vocabulary.ts";
import { wordDifferences } from "./word-differences.ts";

/** A group as the record tells it, with the quotation that leads it. */
export interface QuotedGroup {
  readonly record: QuoteGroup;
  readonly canonical: { readonly member: ReconcileMember; readonly quote: Quote };
}

/** A word stands for at most this many quotations. */
const POSTINGS_MAX = 64;
/** A sentence must hold this share of a quotation's weight to be that quotation without its marks. */
const PARAPHRASED = 0.62;

/** Sentences are read up to here: one without an end is no sentence. */
const SENTENCE_MAX = 1500;

interface Target {
  readonly group: QuoteGroup;
  readonly docs: ReadonlySet<string>;
  readonly keys: readonly number[];
}

/** By key. */
type Targets = readonly (readonly Target[] | undefined)[];

/** Finds documents that tell a quotation's words without marks. Reads each document's sentences once. */
export function addParaphrased(
  groups: readonly QuotedGroup[],
  members: readonly ReconcileMember[],
  rarity: Rarity,
  story: StoryText,
): void {
  const targets = targetsOf(groups, rarity, story);
  const quoting = new Map<string, number>();
  for (const { record } of groups)
    for (const doc of new Set(record.members.map((member) => member.doc))) quoting.set(doc, (quoting.get(doc) ?? 0) + 1);
  for (const member of members) {
    // Who quotes everything demotes nothing.
    if (!member.facts || quoting.get(member.id) === groups.length) continue;
    const best = new Map<QuoteGroup, { span: Span; share: number }>();
    const { words, sentences } = story.of(member);
    for (const span of sentences) {
      const run = words.between(span[0], Math.min(span[1], span[0] + SENTENCE_MAX));
      // Hardly a sentence holds the words of a quotation the document does not quote.
      if (!mayHold(run, targets, member.id, rarity)) continue;
      const keys = unquotedKeys(run, member.facts.quotes);
      if (keys === null) continue;
      rarity.vocabulary.mark(keys);
      const seen = new Set<Target>();
      for (const key of keys)
        for (const target of targets[key] ?? []) {
          if (seen.has(target) || target.docs.has(member.id)) continue;
          seen.add(target);
          const share = rarity.markedShare(target.keys);
          const known = best.get(target.group);
          if (share >= PARAPHRASED && (!known || share > known.share))
            best.set(target.group, { span: trimmed(member.text, span), share });
        }
    }
    for (const [group, { span }] of best) {
      const evidence = evidenceIn(member, span);
      group.members.push({
        quote: null,
        doc: member.id,
        surface: evidence.text,
        evidence,
        kind: "demoted-to-indirect",
        differences: wordDifferences(mustAt(group.members, 0).surface, evidence.text),
      });
    }
  }
}

/** What a sentence is asked for, by the rarest words of each quotation. */
function targetsOf(groups: readonly QuotedGroup[], rarity: Rarity, story: StoryText): Targets {
  const targets: Target[][] = new Array(story.vocabulary.size);
  for (const { record, canonical } of groups) {
    const surface = mustAt(record.members, 0).surface.slice(0, 1000);
    const { run } = story.of(canonical.member).wordsOf(surface, canonical.quote.span[0]);
    const keys = story.vocabulary.contentKeysOf(run);
    if (keys.length < 3 && !keys.some((key) => /^\d{3,}/.test(story.vocabulary.text(key)))) continue;
    const target = { group: record, docs: new Set(record.members.map(({ doc }) => doc)), keys };
    for (const key of rarity.rarest(keys, 3)) {
      const list = targets[key];
      if (!list) targets[key] = [target];
      else if (list.length < POSTINGS_MAX) list.push(target);
    }
  }
  return targets;
}

/** Whether the words of the run, quoted or not, hold a quotation this document does not quote itself. */
function mayHold(run: Run, targets: Targets, doc: string, rarity: Rarity): boolean {
  let isMarked = false;
  for (let i = run.from; i < run.to; i++) {
    const asked = targets[keyOf(numberAt(run.codes, i))];
    if (asked === undefined) continue;
    for (const target of asked) {
      if (target.docs.has(doc)) continue;
      if (!isMarked) rarity.vocabulary.mark(codesOf(run).map(keyOf));
      isMarked = true;
      if (rarity.markedShare(target.keys) >= PARAPHRASED) return true;
    }
  }
  return false;
}

/** Distinct words of a sentence outside quotations; null where they are fewer than two words. */
function unquotedKeys({ codes, starts, from, to }: Run, quotes: readonly Quote[]): number[] | null {
  const keys = new Set<number>();
  let words = 0;
  for (let i = from; i < to; i++) {
    const [code, start] = [numberAt(codes, i), numberAt(starts, i)];
    if (isFunctionCode(code) || quotes.some(({ span }) => start >= span[0] && start < span[1])) continue;
    words++;
    keys.add(keyOf(code));
  }
  return words < 2 ? null : [...keys];
}

function trimmed(text: string, [start, end]: Span): Span {
  return [start, start + text.slice(start, end).trimEnd().length];
}
