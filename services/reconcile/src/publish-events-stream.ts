import { connectRedis } from "@wirefold/worker";
import type { EventSink } from "./publish-events.ts";

/** Events the stream keeps, about: a subscriber that was offline for longer reads them with `wirefold events --after`. */
export const streamLengthMax = 10_000;

/** The Redis stream others subscribe to. The braces keep it in one slot of a Cluster, as the queues' keys are. */
export function storyStream(prefix: string): string {
  return `{${prefix}-stories}:events`;
}

/** Appends story events to the Redis stream; a Redis that forgot the stream gets the latest events again. */
export function streamSink(options: { readonly redisUrl: string; readonly prefix: string }): EventSink {
  const key = storyStream(options.prefix);
  // Commands fail while Redis cannot be reached instead of waiting in memory: the outbox waits better.
  const redis = connectRedis(options.redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: true, connectTimeout: 5000 });
  redis.on("error", () => {});
  return {
    name: "stream",
    limit: 500,
    retryMs: () => 1000,
    resume: async (lastId) => {
      if (lastId === 0 || (await redis.exists(key)) === 1) return lastId;
      return Math.max(0, lastId - streamLengthMax);
    },
    send: async (events) => {
      // One transaction, so the stream never holds a part of what is then sent again.
      const transaction = redis.multi();
      for (const { id, kind, story, at, detail } of events) {
        const fields = { id: String(id), kind, story, at: at.toISOString(), detail: JSON.stringify(detail) };
        transaction.xadd(key, "MAXLEN", "~", streamLengthMax, "*", ...Object.entries(fields).flat());
      }
      const answers = await transaction.exec();
      const failed = answers?.find(([error]) => error !== null)?.[0];
      if (answers === null || failed) throw failed ?? new Error("Redis gave the transaction up");
    },
    close: async () => redis.disconnect(),
  };
}
