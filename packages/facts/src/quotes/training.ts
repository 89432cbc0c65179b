import type { Span } from "@wirefold/core";
import { contextWords } from "@wirefold/text/grammar";
import { spanOf } from "../document.ts";
import { readText } from "../reading.ts";
import { ActingSubjects } from "./acting-subjects.ts";
import { attributeQuotes, type QuoteModel, speakerCandidates, speakerClass } from "./attribute-quotes.ts";
import { type FeatureSpace, scoreOf, wordClasses } from "./feature-space.ts";
import { readContext } from "./quote-context.ts";
import { prefersSingleMarks, quoteFeatures, quoteSpace, rareMarks } from "./quote-features.ts";
import { identityKey, type SpeakerCandidate, speakerFeatures, speakerSpace } from "./speaker-features.ts";
import { ToldSources } from "./told-sources.ts";

/** A candidate as the fitting script sees it. */
export interface TrainingCandidate {
  readonly span: Span;
  readonly name: string | null;
  readonly features: readonly number[];
}

export interface TrainingDocument {
  readonly quotes: readonly { readonly span: Span; readonly isDoubled: boolean }[];
  /** Visits the quotations in order; the visitor answers with the right speaker, which the next quotation is then read after. */
  walk(
    visit: (
      index: number,
      candidates: readonly TrainingCandidate[],
      quoteExample: (speakerWeights: ArrayLike<number>) => number[],
    ) => { readonly choice: number; readonly isAccepted: boolean },
  ): void;
  predict(
    model: QuoteModel,
  ): { readonly span: Span; readonly speaker: { readonly span: Span; readonly name: string | null } | null }[];
}

/** Reads a document the way extraction does and hands out the examples its models are fitted on. */
export function prepare(input: { readonly id: string; readonly text: string; readonly lang?: string }): TrainingDocument {
  const reading = readText({ id: input.id, text: input.text, language: input.lang ?? null });
  const { document } = reading;
  return {
    quotes: document.quotes.map(({ span, doubled }) => ({ span, isDoubled: doubled === true })),
    walk(visit) {
      let previous: SpeakerCandidate | null = null;
      const rare = rareMarks(document);
      const prefersSingle = prefersSingleMarks(document);
      const told = new ToldSources(document, reading.frames, reading.identities);
      const acting = new ActingSubjects(document, reading.map, reading.identities);
      let isPreviousAccepted = false;
      const spoken = new Map<string, number>();
      for (let index = 0; index < document.quotes.length; index++) {
        const context = readContext(document, reading.map, index);
        const candidates = speakerCandidates(reading, context, previous, acting, told);
        const features =
          candidates.length === 0
            ? []
            : speakerFeatures({
                document,
                naming: reading.naming,
                context,
                candidates,
                previous: previous?.identity ?? null,
                spoken,
                told,
                acting,
              });
        const accepted = isPreviousAccepted;
        const { choice, isAccepted } = visit(
          index,
          candidates.map((candidate, position) => ({
            span: spanOf(document, candidate.from, candidate.to),
            name: candidate.identity?.name ?? null,
            features: features[position] as number[],
          })),
          (weights) => {
            let best = -1;
            let bestScore = Number.NEGATIVE_INFINITY;
            features.forEach((each, position) => {
              const score = scoreOf(each, weights);
              if (score > bestScore) {
                best = position;
                bestScore = score;
              }
            });
            const candidate = best < 0 ? null : (candidates[best] as SpeakerCandidate);
            return quoteFeatures({
              document,
              context,
              speakerClass: speakerClass(context, candidate),
              isPreviousAccepted: accepted,
              isHeadline: reading.isHeadline(context.first),
              hasRareMarks: rare[index] === 1,
              told: told.of(candidate, context),
              act: acting.act(candidate, context),
              prefersSingle,
            });
          },
        );
        isPreviousAccepted = isAccepted;
        if (!isAccepted) continue;
        previous = choice < 0 ? previous : (candidates[choice] as SpeakerCandidate);
        if (previous?.identity) spoken.set(identityKey(previous.identity), (spoken.get(identityKey(previous.identity)) ?? 0) + 1);
      }
    },
    predict(model) {
      return attributeQuotes(reading, model)
        .filter(({ isAccepted, index }) => isAccepted && document.quotes[index]?.doubled !== true)
        .map(({ index, candidate }) => ({
          span: (document.quotes[index] as (typeof document.quotes)[number]).span,
          speaker:
            candidate === null
              ? null
              : { span: spanOf(document, candidate.from, candidate.to), name: candidate.identity?.name ?? null },
        }));
    },
  };
}

/** A span without the marks and stops at its ends. */
export function trimmed(text: string, from: number, to: number): Span {
  const edge = /[\s"“”'‘’.,;:!?…—–-]/;
  let start = from;
  let end = to;
  while (start < end && edge.test(text[start] as string)) start++;
  while (end > start && edge.test(text[end - 1] as string)) end--;
  return [start, end];
}

const emptyWords = contextWords("emptyNamePart");

/** Two ways of writing one name share a telling word, the last one of either among them. */
export function nameMatches(a: string, b: string): boolean {
  const words = (name: string): string[] =>
    name
      .toLowerCase()
      .replace(/[’']s\b/g, "")
      .replace(/[^\p{L}\p{N} ]/gu, " ")
      .split(/\s+/)
      .filter((word) => word !== "" && !emptyWords.has(word));
  const left = words(a);
  const right = words(b);
  if (left.length === 0 || right.length === 0) return false;
  const known = new Set(right);
  return (
    left.some((word) => known.has(word) && word.length > 2) &&
    (known.has(left.at(-1) as string) || left.includes(right.at(-1) as string))
  );
}

export const speakerSize = speakerSpace.size;
export const quoteSize = quoteSpace.size;

/** Whether a feature of a space says something of a single word. */
function tellsOfWord({ blocks, offsets }: FeatureSpace, feature: number): boolean {
  return blocks.some(([name, values]) => {
    const from = offsets[name] ?? 0;
    return values === wordClasses && feature >= from && feature < from + values;
  });
}

export const speakerTellsOfWord = (feature: number): boolean => tellsOfWord(speakerSpace, feature);
export const quoteTellsOfWord = (feature: number): boolean => tellsOfWord(quoteSpace, feature);
