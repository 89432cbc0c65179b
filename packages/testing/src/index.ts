export * from "./blobs-suite.ts";
export * from "./engines.ts";
export * from "./ledger-suite.ts";
export * from "./memory-ledger.ts";
export * from "./memory-work-queue.ts";
export * from "./recurring-lines-suite.ts";
export * from "./similarity-index-suite.ts";
export * from "./work-queue-suite.ts";
