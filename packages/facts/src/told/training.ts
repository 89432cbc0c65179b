/** Reads a document the way extraction does and hands out what the model of told statements is fitted on. */
import type { Span } from "@wirefold/core";
import { spanOf } from "../document.ts";
import { indirectExtent } from "../quotes/read-quotes.ts";
import { type Reading, readText } from "../reading.ts";
import type { SourcePhrase } from "../sources/phrases.ts";
import { sourceName } from "../sources/source-name.ts";
import type { SpeechFrame } from "../sources/speech-frame.ts";
import { cueFeatures, earlyFeatures, wordFeatures } from "./cue-features.ts";
import { extentOptions } from "./extent-options.ts";
import { chooseTold, eachCue, scoreTold, type ToldModel } from "./find-told.ts";
import { type SourceOption, sourceFeatures, sourceOptions } from "./source-options.ts";
import { Features } from "./told-space.ts";

export { readTable, toldSize, toldStep, writeTable } from "./told-space.ts";

interface Option {
  /** Null for a statement without a source. */
  readonly span: Span | null;
  readonly features: readonly number[];
}

export interface ToldChoiceSeen {
  readonly source: Span | null;
  readonly extent: Span;
  readonly features: readonly number[];
}

/** A word that may be a cue, as the fitting script sees it. */
export interface ToldCueSeen {
  readonly span: Span;
  /** The words that the rules read there. */
  readonly rule: Span | null;
  /** The word's own features, and those with its neighbours'. */
  readonly word: readonly number[];
  readonly early: readonly number[];
  readonly sources: readonly Option[];
  /** The extents, given the source chosen. */
  extents(source: number): readonly Option[];
  /** What a model of source and extent chooses, and the features of the choice. */
  choose(model: Pick<ToldModel, "source" | "extent">): ToldChoiceSeen | null;
}

export interface ToldStatement {
  readonly span: Span;
  readonly source: Span;
  readonly name: string;
  /** Log-odds; none for what the rules read. */
  readonly score: number | null;
}

export interface ToldDocument {
  /** Visits the cues in order; the visitor answers with the source of the statement there, which the next ones are read after. */
  walk(visit: (cue: ToldCueSeen) => Span | null): void;
  /** What the model finds, which may cover words that the rules read too. */
  predict(model: ToldModel): ToldStatement[];
  /** What the rules tell. */
  ruled(): ToldStatement[];
}

export function prepareTold(input: { readonly id: string; readonly text: string; readonly lang?: string }): ToldDocument {
  const reading = readText({ id: input.id, text: input.text, language: input.lang ?? null });
  const { document } = reading;
  const spanned = (from: number, to: number): Span | null => (from < 0 ? null : spanOf(document, from, to));
  return {
    walk(visit) {
      let last: SourcePhrase | null = null;
      const features = new Features();
      const all = (): boolean => true;
      eachCue(reading, all, (cue) => {
        const { at, rule } = cue;
        const before = last;
        const sources = sourceOptions(reading, cue, before);
        const answer = visit({
          span: spanOf(document, at, rule?.cueTo ?? at + 1),
          rule: rule === null || rule.contentTo <= rule.contentFrom ? null : spanOf(document, rule.contentFrom, rule.contentTo),
          word: wordFeatures(reading, cue, features).list(),
          early: earlyFeatures(reading, cue, features).list(),
          get sources() {
            return sources.map((option) => ({
              span: spanned(option.from, option.to),
              features: sourceFeatures(reading, at, option, features).list(),
            }));
          },
          extents: (source) =>
            extentOptions(reading, cue, sources[source] as SourceOption, null, features).map((option) => ({
              span: spanned(option.from, option.to),
              features: option.features,
            })),
          choose: (model) => {
            const choice = chooseTold(reading, cue, before, model, features);
            if (choice === null) return null;
            return {
              source: spanned(choice.source.from, choice.source.to),
              extent: spanOf(document, choice.extent.from, choice.extent.to),
              features: cueFeatures(reading, choice, before !== null, features).list(),
            };
          },
        });
        if (answer !== null) last = sources.find(({ from, to }) => from >= 0 && same(spanOf(document, from, to), answer)) ?? last;
      });
    },
    predict: (model) => scoreTold(reading, model).flatMap(({ frame, score }) => statement(reading, frame, score)),
    ruled: () => reading.frames.flatMap((frame) => statement(reading, frame, null)),
  };
}

const same = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

function statement(reading: Reading, frame: SpeechFrame, score: number | null): ToldStatement[] {
  const { document, identities } = reading;
  const extent = indirectExtent(document, frame);
  if (extent === null) return [];
  const name = sourceName(document, frame, identities);
  return [{ span: spanOf(document, ...extent), source: spanOf(document, frame.sourceFrom, frame.sourceTo), name, score }];
}
