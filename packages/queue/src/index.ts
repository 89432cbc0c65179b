export * from "./bullmq-queue.ts";
export * from "./bullmq-worker.ts";
