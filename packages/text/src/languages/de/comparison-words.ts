import type { ComparisonWords } from "../../comparison-words.ts";

/** Words in German that documents of unknown language are compared by. */
export const comparisonWords: ComparisonWords = {
  months: {
    1: ["januar"],
    2: ["februar"],
    3: ["märz"],
    5: ["mai"],
    6: ["juni"],
    7: ["juli"],
    10: ["oktober"],
    12: ["dezember"],
  },
  weekdays: {
    1: ["montag"],
    2: ["dienstag"],
    3: ["mittwoch"],
    4: ["donnerstag"],
    5: ["freitag"],
    6: ["samstag"],
    7: ["sonntag"],
  },
  numbers: {
    2: ["zwei"],
    3: ["drei"],
    4: ["vier"],
    5: ["fünf"],
    6: ["sechs"],
    7: ["sieben"],
    8: ["acht"],
    9: ["neun"],
    10: ["zehn"],
    11: ["elf"],
    12: ["zwölf"],
    20: ["zwanzig"],
  },
  scales: {
    1000: ["tausend"],
    1000000: ["millionen", "mio"],
    1000000000: ["milliarden", "mrd"],
  },
};
