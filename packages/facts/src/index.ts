export { languageFor } from "@wirefold/text/grammar";
export { extractFacts } from "./extract-facts.ts";
export * as training from "./quotes/training.ts";
export { type Reading, readText } from "./reading.ts";
