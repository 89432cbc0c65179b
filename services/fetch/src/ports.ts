import { resolve } from "node:path";
import { readSiteRules, SiteRulesError } from "@wirefold/sources";
import { ArchivedStore, PageStore, SiteLimits } from "@wirefold/store";
import type { Platform } from "@wirefold/worker";
import { connectRedis, EnvironmentError, userAgentOf } from "@wirefold/worker";
import { allowedFoldersOf } from "./allowed-folders.ts";
import { askTogether } from "./ask-together.ts";
import type { FetchPorts } from "./fetch-document.ts";
import { allowedAddresses, requireContact } from "./http/allowed-addresses.ts";
import { LiveSiteRules } from "./http/live-site-rules.ts";
import { pageMemory } from "./http/page-memory.ts";
import { redisRobots } from "./http/robots-cache.ts";
import { redisTurns } from "./http/site-turns.ts";
import { HttpReader } from "./http/url-reader.ts";
import { WarcArchive } from "./http/warc-archive.ts";
import { submitFound } from "./listings/submit-found.ts";
import { movedFiles } from "./moved-file.ts";
import { startPoller } from "./sources/start-poller.ts";

interface Clients {
  readonly redis: ReturnType<typeof connectRedis>;
  readonly urls: HttpReader;
  /** Polls sources as long as any worker of the process runs. */
  poller?: { close(): Promise<void> };
  users: number;
}

/** Workers of one process share their connections, their robots.txt and their turns. */
const clientsOf = new WeakMap<Platform, Clients>();

function clients(platform: Platform): Clients {
  const open = clientsOf.get(platform);
  if (open !== undefined) return open;
  const { env } = platform;
  const redis = connectRedis(env.REDIS_URL, { maxRetriesPerRequest: 1, lazyConnect: true });
  // Without a listener a lost connection would end the process; ioredis connects again by itself.
  redis.on("error", () => {});
  const userAgent = userAgentOf(env);
  const urls = new HttpReader({
    userAgent,
    ...allowedAddresses(env.WIREFOLD_ALLOW_HOSTS, env.WIREFOLD_ALLOW_PRIVATE),
    beforeVisit: requireContact(userAgent),
    turns: redisTurns(redis, env.WIREFOLD_PREFIX),
    robots: redisRobots(redis, env.WIREFOLD_PREFIX),
    ...(env.WIREFOLD_WARC_FOLDER === undefined
      ? {}
      : {
          archive: new WarcArchive(resolve(env.WIREFOLD_WARC_FOLDER), userAgent, new ArchivedStore(platform.database)),
          onArchiveError: (error: Error) => platform.log.warn({ error: error.message }, "archive-failed"),
        }),
    honour: env.WIREFOLD_HONOUR,
    http2: env.WIREFOLD_HTTP2,
    hostDelayMs: env.WIREFOLD_SITE_DELAY_MS,
    sitePlaces: env.WIREFOLD_SITE_PLACES,
    siteRules: new LiveSiteRules(siteRulesOf(env.WIREFOLD_SITE_RULES), new SiteLimits(platform.database)),
  });
  const made: Clients = { redis, urls, users: 0 };
  clientsOf.set(platform, made);
  return made;
}

/** The reader of a process, for what is read outside the stage: it keeps the same turns and the same rules. */
export function readerOf(platform: Platform): { readonly urls: HttpReader; close(): Promise<void> } {
  const shared = clients(platform);
  shared.users += 1;
  return { urls: shared.urls, close: () => release(platform, shared) };
}

async function release(platform: Platform, shared: Clients): Promise<void> {
  shared.users -= 1;
  if (shared.users > 0) return;
  clientsOf.delete(platform);
  await shared.poller?.close();
  await shared.urls.close();
  shared.redis.disconnect();
}

export function fetchPorts(platform: Platform): FetchPorts {
  const { env, blobs, database } = platform;
  return {
    blobs,
    urls: clients(platform).urls,
    pages: pageMemory(new PageStore(database)),
    honour: env.WIREFOLD_HONOUR,
    bodyBytesMax: env.WIREFOLD_BODY_BYTES_MAX,
    allowedFolders: allowedFoldersOf(env.WIREFOLD_ALLOW_PATHS),
    // A document taken down counts as known: it must not come in again.
    known: askTogether(async (documentIds) => {
      const { rows } = await database.query<{ id: string }>({
        name: "documents-known",
        text: "select id from document where id = any ($1)",
        values: [documentIds],
      });
      const known = new Set(rows.map((row) => row.id));
      return (documentId) => known.has(documentId);
    }),
    movedFrom: movedFiles(database),
    stored: askTogether(async (locators) => {
      const { rows } = await database.query<{ locator: string }>({
        name: "locators-stored",
        text: "select distinct locator from document where locator = any ($1)",
        values: [locators],
      });
      const stored = new Set(rows.map((row) => row.locator));
      return (locator) => stored.has(locator);
    }),
    found: (parent, locators) => submitFound(platform, parent, locators),
  };
}

/** Polls sources while the workers of a process run, and closes what they share after the last of them. */
export function closeWithWorker(platform: Platform): { close(): Promise<void> } {
  const shared = clients(platform);
  shared.users += 1;
  shared.poller ??= startPoller(platform, shared.urls);
  return { close: () => release(platform, shared) };
}

function siteRulesOf(list: string) {
  try {
    return readSiteRules(list);
  } catch (error) {
    if (!(error instanceof SiteRulesError)) throw error;
    throw new EnvironmentError(`WIREFOLD_SITE_RULES: ${error.message}`, { cause: error });
  }
}
