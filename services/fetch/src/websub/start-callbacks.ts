import { setTimeout as sleep } from "node:timers/promises";
import { SourceStore, SubscriptionStore } from "@wirefold/store";
import type { Platform } from "@wirefold/worker";
import { judgeBody } from "../http/judge-body.ts";
import type { HttpReader } from "../http/url-reader.ts";
import { type PollPorts, takeDelivery } from "../sources/poll-source.ts";
import { callbackServer } from "./callback-server.ts";
import { tendSubscriptions } from "./subscriber.ts";

const roundMs = 2000;

/**
 * Subscribes sources with the hubs they name, and hears what these announce; nothing where no public address is set. Any
 * process may: subscriptions are kept in the store.
 */
export function startCallbacks(
  platform: Pick<Platform, "database" | "env" | "log">,
  urls: Pick<HttpReader, "postForm">,
  ports: PollPorts,
  signal: AbortSignal,
): { close(): Promise<void> } | null {
  const { database, env, log } = platform;
  const callback = env.WIREFOLD_CALLBACK_URL;
  if (callback === undefined) return null;
  const store = new SubscriptionStore(database);
  const sources = new SourceStore(database);
  const onError = (error: Error) => log.warn({ error: error.message }, "callback-failed");
  const server = callbackServer({
    store,
    bodyBytesMax: ports.bodyBytesMax,
    onError,
    pollNow: (id) => sources.change(id, { nextPollAt: new Date() }),
    async deliver({ sourceId, topic }, bytes, declared) {
      const source = (await sources.list()).find(({ id }) => id === sourceId);
      if (source === undefined) return;
      const judged = judgeBody(bytes, declared);
      // What is no list and no page says only that something changed.
      if (judged.is === "other" || (judged.is === "article" && source.kind !== "page"))
        return sources.change(source.id, { nextPollAt: new Date() });
      const body = {
        bytes,
        contentType: judged.contentType,
        hints: {},
        locator: topic,
        kind: judged.is === "article" ? judged.kind : null,
        ...(judged.is === "article" ? {} : { listing: judged.is }),
      };
      const { poll, change } = await takeDelivery(source, body, ports, Date.now());
      if (poll !== null) await sources.recordPoll(source.id, poll, change);
    },
  });
  server.on("error", onError);
  server.listen(env.WIREFOLD_CALLBACK_PORT, env.WIREFOLD_CALLBACK_HOST);
  const work = async () => {
    while (!signal.aborted) {
      const asked = await tendSubscriptions(store, callback, (...question) => urls.postForm(...question), signal).catch(
        (error: Error) => {
          if (!signal.aborted) onError(error);
          return 0;
        },
      );
      if (asked === 0) await sleep(roundMs, undefined, { signal }).catch(() => {});
    }
  };
  const working = work();
  return {
    async close() {
      server.close();
      server.closeAllConnections();
      await working;
    },
  };
}
