export { languageFor } from "@wirefold/text/grammar";
export { dateByStory, type StoryDays } from "./dates/date-by-story.ts";
export { extractFacts } from "./extract-facts.ts";
export * as training from "./quotes/training.ts";
export { type Reading, readText } from "./reading.ts";
export * as toldTraining from "./told/training.ts";
