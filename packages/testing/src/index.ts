export * from "./blobs-suite.ts";
export * from "./engines.ts";
