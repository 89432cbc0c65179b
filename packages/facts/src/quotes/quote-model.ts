import type { QuoteModel } from "./attribute-quotes.ts";
import * as de from "./weights/de.ts";
import * as en from "./weights/en.ts";
import * as wordless from "./weights/wordless.ts";

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

/** Fitted on English without what single words say, which holds in their own language alone. */
const general = model(wordless);

const models = new Map([
  ["en", model(en)],
  ["de", model(de)],
]);

/** The weights fitted for a language by `scripts/train-quotes.mjs`; those of structure alone where none were. */
export const quoteModelFor = (language: string): QuoteModel => models.get(language) ?? general;
