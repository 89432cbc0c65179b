import type { QuoteModel } from "./attribute-quotes.ts";
import * as de from "./weights/de.ts";
import * as en from "./weights/en.ts";

interface Weights {
  readonly acceptScoreMin: number;
  readonly quoteWeights: readonly number[];
  readonly speakerWeights: readonly number[];
}

const model = ({ acceptScoreMin, quoteWeights, speakerWeights }: Weights): QuoteModel => ({
  quote: Float64Array.from(quoteWeights),
  speaker: Float64Array.from(speakerWeights),
  acceptScoreMin,
});

const english = model(en);
const models = new Map([
  ["en", english],
  ["de", model(de)],
]);

/** The weights fitted for a language by `scripts/train-quotes.mjs`; those for English where none were. */
export const quoteModelFor = (language: string): QuoteModel => models.get(language) ?? english;
