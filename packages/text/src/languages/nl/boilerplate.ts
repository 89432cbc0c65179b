import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Dutch. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["advertentie"],
  },
  callToAction: {
    starts: ["steun"],
  },
  author: {
    starts: ["door "],
  },
  comments: {
    starts: ["reacties", "reageer"],
  },
  credit: {
    starts: ["beeld", "foto's"],
  },
  date: {
    starts: ["gepubliceerd"],
  },
  newsletter: {
    starts: ["schrijf je in", "abonneer"],
    anywhere: ["in je mailbox"],
  },
  recirculation: {
    starts: ["lees ook", "lees meer", "lees verder", "gerelateerd", "meer over", "meest gelezen", "bekijk ook"],
  },
  share: {
    starts: ["deel"],
  },
  tags: {
    starts: ["trefwoorden", "onderwerpen"],
  },
};
