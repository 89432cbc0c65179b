import type { StoryWords } from "../../story-words.ts";

/** What news in Russian counts with, and what it says of its figures. */
export const storyWords: StoryWords = {
  forms: {
    aboveStem: ["более", "больше", "свыше"],
    nearStem: ["почти"],
    belowStem: ["менее"],
    aboutStem: ["примерно", "около", "приблизительно"],
  },
};
