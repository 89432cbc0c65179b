export { extractFacts } from "./extract-facts.ts";
export { languageFor } from "./languages/index.ts";
export * as training from "./quotes/training.ts";
export { type Reading, readText } from "./reading.ts";
