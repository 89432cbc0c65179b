export * from "./backoff.ts";
export * from "./backpressure.ts";
export * from "./batch-work.ts";
export * from "./define-stage.ts";
export * from "./failure.ts";
export * from "./run-batch.ts";
export * from "./sweeper.ts";
export * from "./thread-pool.ts";
