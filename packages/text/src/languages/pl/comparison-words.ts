import type { ComparisonWords } from "../../comparison-words.ts";

/** Words in Polish that documents of unknown language are compared by. */
export const comparisonWords: ComparisonWords = {
  scales: {
    1000: ["tysiące", "tysięcy"],
    1000000: ["milionów"],
    1000000000: ["miliardów"],
  },
};
