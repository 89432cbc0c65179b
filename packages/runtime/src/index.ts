export * from "./env.ts";
export * from "./platform.ts";
export * from "./start-worker.ts";
export * from "./worker-process.ts";
