export * from "./blobs-suite.ts";
export * from "./engines.ts";
export * from "./likeness-index-suite.ts";
export * from "./recurring-lines-suite.ts";
