import type { StoryWords } from "../../story-words.ts";

/** What news in Polish counts with, and what it says of its figures. */
export const storyWords: StoryWords = {
  forms: {
    above: ["ponad"],
  },
};
