import type { ComparisonWords } from "../../comparison-words.ts";

/** Words in French that documents of unknown language are compared by. */
export const comparisonWords: ComparisonWords = {
  months: {
    1: ["janvier"],
    2: ["février"],
    3: ["mars"],
    4: ["avril"],
    6: ["juin"],
    7: ["juillet"],
    8: ["août"],
    9: ["septembre"],
    10: ["octobre"],
    11: ["novembre"],
    12: ["décembre"],
  },
  weekdays: {
    1: ["lundi"],
    2: ["mardi"],
    3: ["mercredi"],
    4: ["jeudi"],
    5: ["vendredi"],
    6: ["samedi"],
    7: ["dimanche"],
  },
  scales: {
    1000: ["mille"],
    1000000000: ["milliards"],
  },
};
