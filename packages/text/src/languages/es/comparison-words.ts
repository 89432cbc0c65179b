import type { ComparisonWords } from "../../comparison-words.ts";

/** Words in Spanish that documents of unknown language are compared by. */
export const comparisonWords: ComparisonWords = {
  months: {
    1: ["enero"],
    2: ["febrero"],
    3: ["marzo"],
    4: ["abril"],
    5: ["mayo"],
    6: ["junio"],
    7: ["julio"],
    8: ["agosto"],
    9: ["septiembre"],
    10: ["octubre"],
    11: ["noviembre"],
    12: ["diciembre"],
  },
  weekdays: {
    1: ["lunes"],
    2: ["martes"],
    3: ["miércoles"],
    4: ["jueves"],
    5: ["viernes"],
    6: ["sábado"],
    7: ["domingo"],
  },
  scales: {
    1000: ["mil"],
    1000000: ["millones"],
  },
};
