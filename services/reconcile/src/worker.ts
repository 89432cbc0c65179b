import type { FactsExtracted, StoryReconciled } from "@wirefold/core";
import { PostgresStoryEvents } from "@wirefold/store";
import { defineWorker, userAgentOf } from "@wirefold/worker";
import { startPublisher } from "./publish-events.ts";
import { streamSink } from "./publish-events-stream.ts";
import { webhookSink } from "./publish-events-webhook.ts";
import { reconcile } from "./stage.ts";

/** Batches run in a thread, so work on the CPU never holds up the renewal of job locks. */
export const worker = defineWorker({
  stage: reconcile,
  ports: (platform) => ({
    work: platform.inThread<FactsExtracted, StoryReconciled>(new URL("./thread.js", import.meta.url), "reconcile"),
  }),
  // Beside the stage that makes the events, so they are published wherever stories are written.
  beside: ({ env, database, log }) => {
    const stream = streamSink({ redisUrl: env.REDIS_URL, prefix: env.WIREFOLD_PREFIX });
    const { WIREFOLD_WEBHOOK_URL: url, WIREFOLD_WEBHOOK_SECRET: secret } = env;
    const webhook = url === undefined || secret === undefined ? [] : [webhookSink({ url, secret, userAgent: userAgentOf(env) })];
    return startPublisher({ events: new PostgresStoryEvents(database), sinks: [stream, ...webhook], log });
  },
});
