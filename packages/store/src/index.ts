export * from "./database.ts";
export * from "./ledger.ts";
export * from "./reader.ts";
export * from "./stories.ts";
