import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in any language. */
export const boilerplate: BoilerplatePhrases = {
  author: {
    anywhere: ["@gmail.com"],
  },
  contributor: {
    starts: ["reuters"],
  },
  credit: {
    starts: ["getty", "shutterstock", "©"],
    anywhere: [
      "getty images",
      "via getty",
      "shutterstock",
      "ap photo",
      "afp via",
      "via reuters",
      "via ap",
      "istock",
      "unsplash",
      "pexels",
      "adobe stock",
      "(ap)",
      "(afp)",
      "(reuters)",
      "/afp",
      "/ap",
      "/reuters",
      "/getty",
    ],
  },
  legal: {
    starts: ["©"],
  },
  newsletter: {
    starts: ["newsletter", "newsletters"],
  },
  share: {
    starts: ["facebook", "twitter", "whatsapp", "linkedin", "pinterest", "reddit", "telegram", "instagram", "youtube"],
  },
  widget: {
    starts: ["javascript", "a a a"],
  },
};
