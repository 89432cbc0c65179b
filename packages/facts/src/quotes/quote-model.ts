import type { QuoteModel } from "./attribute-quotes.ts";
import { quoteWeights, speakerWeights } from "./quote-weights.ts";

/** The fitted weights, as `scripts/train-quotes.mjs` wrote them. */
export const quoteModel: QuoteModel = { quote: Float64Array.from(quoteWeights), speaker: Float64Array.from(speakerWeights) };
