import type { StoryWords } from "../../story-words.ts";

/** What news in Italian counts with, and what it says of its figures. */
export const storyWords: StoryWords = {
  senses: {
    die: ["morti"],
    injure: ["feriti"],
  },
  forms: {
    above: ["oltre"],
  },
};
