import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Swedish. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["annons"],
  },
  author: {
    starts: ["av "],
  },
  comments: {
    starts: ["kommentarer"],
  },
  recirculation: {
    starts: ["läs också", "läs mer", "läs även", "mest läst"],
  },
  share: {
    starts: ["dela"],
  },
  tags: {
    starts: ["ämnen"],
  },
};
