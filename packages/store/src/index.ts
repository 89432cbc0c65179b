export * from "./blobs/index.ts";
export * from "./database.ts";
export * from "./features.ts";
export * from "./ledger.ts";
export * from "./likeness-index.ts";
export * from "./reader.ts";
export * from "./stories.ts";
export * from "./thread-stores.ts";
