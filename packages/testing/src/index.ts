export * from "./blobs-suite.ts";
export * from "./engines.ts";
export * from "./recurring-lines-suite.ts";
export * from "./similarity-index-suite.ts";
