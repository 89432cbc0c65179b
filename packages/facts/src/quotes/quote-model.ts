import type { QuoteModel } from "./attribute-quotes.ts";
import { quoteSpace } from "./quote-features.ts";
import { speakerSpace } from "./speaker-features.ts";

export const quoteModel: QuoteModel = {
  quote: new Float64Array(quoteSpace.size).fill(0.01),
  speaker: new Float64Array(speakerSpace.size),
};
