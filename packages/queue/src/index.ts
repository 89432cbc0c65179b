export * from "./bullmq-queue.ts";
export * from "./bullmq-worker.ts";
export { connectRedis } from "./connect-redis.ts";
