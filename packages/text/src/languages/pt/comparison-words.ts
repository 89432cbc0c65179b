import type { ComparisonWords } from "../../comparison-words.ts";

/** Words in Portuguese that documents of unknown language are compared by. */
export const comparisonWords: ComparisonWords = {
  scales: {
    1000000: ["milhões"],
  },
};
