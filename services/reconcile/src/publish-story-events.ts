import { PostgresStoryEvents } from "@wirefold/store";
import { type Platform, userAgentOf } from "@wirefold/worker";
import { startPublisher } from "./publish-events.ts";
import { streamSink } from "./publish-events-stream.ts";
import { webhookSink } from "./publish-events-webhook.ts";

/** Publishes story events to the Redis stream, and to the webhook where one is set, until it is closed. */
export function publishStoryEvents({ env, database, log }: Platform): { close(): Promise<void> } {
  const stream = streamSink({ redisUrl: env.REDIS_URL, prefix: env.WIREFOLD_PREFIX });
  const { WIREFOLD_WEBHOOK_URL: url, WIREFOLD_WEBHOOK_SECRET: secret } = env;
  const webhook = url === undefined || secret === undefined ? [] : [webhookSink({ url, secret, userAgent: userAgentOf(env) })];
  return startPublisher({ events: new PostgresStoryEvents(database), sinks: [stream, ...webhook], log });
}
