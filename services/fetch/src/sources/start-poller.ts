import { setTimeout as sleep } from "node:timers/promises";
import { isLanguageSilent } from "@wirefold/sources";
import { SourceStore } from "@wirefold/store";
import type { Platform } from "@wirefold/worker";
import type { HttpReader } from "../http/url-reader.ts";
import { startCallbacks } from "../websub/start-callbacks.ts";
import { givesWay } from "./gives-way.ts";
import { type PollPorts, pollSource } from "./poll-source.ts";

/** Sources asked side by side by one process. */
const sideBySide = 4;
const lookEveryMs = 1000;
/** What each source brings in each language is summed up again this often. */
const languagesEveryMs = 3_600_000;
/** Longer than a poll can take: a source whose process died is due again after it. */
const leaseSeconds = 180;
/** Feeds are small; a sitemap of 50,000 entries has some ten megabytes. */
const listBytesMax = 16 * 1024 * 1024;

/** Polls sources that are due, for as long as a fetch worker runs. Any number of workers may: each source is taken by one. */
export function startPoller(platform: Platform, urls: HttpReader): { close(): Promise<void> } {
  const { database, log } = platform;
  const store = new SourceStore(database);
  const stopping = new AbortController();
  const { signal } = stopping;
  const ports = pollPorts(platform, urls);
  const work = async () => {
    while (!signal.aborted) {
      try {
        const due = await store.takeDue(sideBySide, leaseSeconds);
        await Promise.all(
          due.map(async (source) => {
            if (source.kind === "unknown" && (await givesWay(source, urls, store, signal))) return;
            const { poll, change } = await pollSource(source, ports, Date.now(), signal);
            if (poll === null) return store.change(source.id, change);
            await store.recordPoll(source.id, poll, change);
            if (change.silentSince != null && source.silentSince === null)
              log.warn({ source: source.url, daily: source.dailyDocuments, last: source.documentAt }, "source-silent");
            if (change.state === "failing" && source.state === "active")
              log.warn({ source: source.url, error: poll.message }, "source-failing");
          }),
        );
        if (due.length > 0) continue;
      } catch (error) {
        if (signal.aborted) return;
        log.warn({ error: (error as Error).message }, "tending-failed");
      }
      await sleep(lookEveryMs, undefined, { signal }).catch(() => {});
    }
  };
  // Each once, until it speaks again.
  const quiet = new Set<string>();
  const listen = async () => {
    while (!signal.aborted) {
      await sleep(languagesEveryMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      const volumes = await store.volumes().catch(() => []);
      for (const { sourceId, language, expected, secondsSince } of volumes) {
        const name = `${sourceId} ${language}`;
        const silent = isLanguageSilent(expected, secondsSince);
        if (silent && !quiet.has(name)) log.warn({ source: sourceId, language, daily: expected }, "language-silent");
        if (silent) quiet.add(name);
        else quiet.delete(name);
      }
    }
  };
  const working = Promise.all([work(), listen()]);
  const callbacks = startCallbacks(platform, urls, ports, signal);
  return {
    async close() {
      stopping.abort();
      await working;
      await callbacks?.close();
    },
  };
}

/** What polling needs of a platform. */
export function pollPorts({ ledger, queue, blobs, env, database }: Platform, urls: HttpReader): PollPorts {
  return {
    poll: (...question) => urls.poll(...question),
    blobs,
    broughtSince: async (runId, since, lists) => {
      const { rows } = await database.query<{ n: number }>(
        `select count(*)::int as n from run_locator r join locator l on l.id = r.locator_id
         where r.run_id = $1 and l.created_at > $2 and l.id <> all ($3)
           -- An archive that takes days to read is none of what comes in a day.
           and coalesce(l.hints->>'published_at', '9999') > to_char($2::timestamptz - interval '2 days', 'YYYY-MM-DD')`,
        [runId, since, lists],
      );
      return rows[0]?.n ?? 0;
    },
    bodyBytesMax: Math.min(listBytesMax, env.WIREFOLD_BODY_BYTES_MAX),
    submit: async (runId, locators) => {
      let fresh = 0;
      for (let from = 0; from < locators.length; from += 100) {
        const owing = await ledger.submit(runId, locators.slice(from, from + 100), "live");
        fresh += owing.length;
        if (owing.length > 0) await queue.send("fetch", owing, { priority: "live" });
      }
      return fresh;
    },
  };
}
