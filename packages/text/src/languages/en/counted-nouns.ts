import type { CountedNouns } from "../../counted-nouns.ts";

/** Nouns in English for what is counted. */
export const countedNouns: CountedNouns = {
  plain: {
    person: [
      "people",
      "men",
      "women",
      "children",
      "persons",
      "police",
      "troops",
      "personnel",
      "staff",
      "dead",
      "wounded",
      "injured",
      "folk",
    ],
    life: ["lives"],
    home: ["homes"],
    foot: ["feet"],
    mouse: ["mice"],
    series: ["series"],
    aircraft: ["aircraft"],
    bus: ["buses"],
    minibus: ["minibuses"],
    virus: ["viruses"],
    campus: ["campuses"],
    gas: ["gases"],
  },
};
