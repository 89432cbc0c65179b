import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { HttpReader, startPoller } from "@wirefold/fetch";
import { SourceStore, SubscriptionStore } from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { openPlatform, readWorkerEnv } from "@wirefold/worker";
import { expect, test } from "vitest";

interface Told {
  readonly origin?: string;
  readonly verified?: string;
  readonly confirmed?: boolean;
  readonly callback?: string;
  readonly secret?: number;
  readonly delivered?: string;
  readonly status?: number;
  readonly polls?: number;
}

/** A publisher's process, and all that it tells. */
function publisher() {
  const child: ChildProcess = fork(join(import.meta.dirname, "websub-hub.mjs"), { execArgv: [] });
  const told: Told[] = [];
  child.on("message", (message) => told.push(message as Told));
  return {
    told,
    send: (message: object) => child.send(message),
    until: async (which: (message: Told) => boolean, ms = 60_000): Promise<Told> => {
      for (const end = Date.now() + ms; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25))) {
        const index = told.findIndex(which);
        if (index !== -1) return told.splice(index, 1)[0] as Told;
      }
      throw new Error(`not told in time; told: ${JSON.stringify(told)}`);
    },
    [Symbol.dispose]: () => void child.disconnect(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const words = "The harbour council of Ostrand voted late on Tuesday to dredge the northern basin before the storms. ".repeat(9);
const item = (n: number) =>
  `<item><title>Motion ${n}</title><guid isPermaLink="false">m${n}</guid><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>${words}${n}</p>]]></content:encoded></item>`;

test("a hub that a feed names is subscribed, verified, believed where it signs, renewed and left", {
  timeout: 240_000,
}, async () => {
  await using engines = await testEngines({ template: storeTables });
  using hub = publisher();
  const folder = mkdtempSync(join(tmpdir(), "wirefold-websub-"));
  const port = await freePort();
  const env = readWorkerEnv({
    REDIS_URL: engines.redisUrl,
    DATABASE_URL: engines.databaseUrl,
    WIREFOLD_PREFIX: engines.prefix,
    WIREFOLD_BLOBS_URL: pathToFileURL(folder).href,
    WIREFOLD_ALLOW_PRIVATE: "true",
    WIREFOLD_CALLBACK_URL: `http://127.0.0.1:${port}/wirefold/`,
    WIREFOLD_CALLBACK_PORT: String(port),
    WIREFOLD_LOG_LEVEL: "silent",
  });
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const platform = await openPlatform(env, quiet as never);
  const urls = new HttpReader({ userAgent: "quaybot/1 (+https://q.example)", allowPrivate: true, hostDelayMs: 0 });
  const { origin } = await hub.until((message) => message.origin !== undefined);
  const sources = new SourceStore(platform.database);
  const subscriptions = new SubscriptionStore(platform.database);
  const url = `${origin}/feed`;
  await sources.add({ id: "src-1", url, kind: "feed", title: null, intervalSeconds: 86_400, intervalFixed: true });
  const owed = async () =>
    Number((await platform.database.query("select count(*) as n from owed where stage = 'fetch'")).rows[0].n);
  const poller = startPoller(platform, urls);
  try {
    // Discovery, subscription, verification of intent.
    const verified = await hub.until((message) => message.verified === "subscribe");
    expect(verified).toMatchObject({ confirmed: true, topic: url });
    expect(verified.secret).toBeGreaterThan(20);
    expect(verified.callback).toMatch(/\/wirefold\/websub\/[\w-]{20,}$/);
    await expect.poll(() => subscriptions.ofSource("src-1")).toMatchObject({ state: "active" });

    // What is signed is taken up at once, without a poll.
    hub.send({ publish: item(1) });
    expect(await hub.until((message) => message.delivered !== undefined)).toMatchObject({ status: 202 });
    await expect.poll(owed).toBe(1);
    hub.send({ ask: "polls" });
    expect(await hub.until((message) => message.polls !== undefined)).toEqual({ polls: 1 });
    expect((await sources.list())[0]?.announced).toBe(true);
    await expect
      .poll(async () => (await sources.polls("src-1", 5)).map(({ outcome, fresh }) => [outcome, fresh]))
      .toContainEqual(["delivered", 1]);

    // What is signed wrongly, or not at all, is answered and passed over.
    for (const as of ["wrong", "unsigned"]) {
      hub.send({ publish: item(2), as });
      expect(await hub.until((message) => message.delivered !== undefined)).toMatchObject({ status: 202 });
    }
    await expect.poll(async () => (await subscriptions.ofSource("src-1"))?.lastError).toMatch(/wrong signature/);
    expect(await owed()).toBe(1);

    // A question nobody asked for is answered with 404.
    const forged = new URL(verified.callback as string);
    forged.search = new URLSearchParams({ "hub.mode": "unsubscribe", "hub.topic": url, "hub.challenge": "x" }).toString();
    expect((await fetch(forged)).status).toBe(404);
    expect(
      (await fetch(`http://127.0.0.1:${port}/wirefold/websub/${"x".repeat(24)}`, { method: "POST", body: "x" })).status,
    ).toBe(410);

    // A lease that runs out is renewed.
    await platform.database.query("update subscription set next_at = now()");
    expect(await hub.until((message) => message.verified === "subscribe")).toMatchObject({ confirmed: true });

    // A source that is removed is unsubscribed.
    await sources.remove("src-1");
    expect(await hub.until((message) => message.verified === "unsubscribe")).toMatchObject({ confirmed: true });
    await expect.poll(async () => (await platform.database.query("select from subscription")).rowCount).toBe(0);
  } finally {
    await poller.close();
    await urls.close();
    await platform.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
