import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { signatureOf, startPublisher, storyStream, streamSink, webhookSink } from "@wirefold/reconcile";
import { openDatabase, PostgresStoryEvents } from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { Redis } from "ioredis";
import { expect, test } from "vitest";

const secret = "a secret of the test";
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

interface Received {
  readonly id: number;
  readonly body: string;
  readonly signature: string;
}

/** A subscriber: records what it is posted and answers what `answer` says. `"hang"` never answers. */
async function webhookServer(answer: (id: number, attempt: number) => number | "hang") {
  const accepted: Received[] = [];
  const attempts = new Map<number, number>();
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { id } = JSON.parse(body) as { id: number };
    const attempt = (attempts.get(id) ?? 0) + 1;
    attempts.set(id, attempt);
    const status = answer(id, attempt);
    if (status === "hang") return;
    if (status < 300) accepted.push({ id, body, signature: String(request.headers["wirefold-signature"]) });
    response
      .writeHead(status, status === 429 ? { "retry-after": "0.2" } : status === 302 ? { location: "/elsewhere" } : {})
      .end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, accepted, attempts, [Symbol.asyncDispose]: close };
}

/** An outbox, a Redis, and ways to look at both. */
async function setup() {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  const redis = new Redis(engines.redisUrl);
  const events = new PostgresStoryEvents(database);
  const key = storyStream(engines.prefix);
  const close = async () => {
    redis.disconnect();
    await database.end();
    await engines.close();
  };
  return {
    engines,
    database,
    redis,
    events,
    key,
    stream: () => streamSink({ redisUrl: engines.redisUrl, prefix: engines.prefix }),
    happen: (count: number) =>
      database.query(
        "insert into story_event (story_id, kind, detail) select 'story-' || n, 'updated', jsonb_build_object('members', n) from generate_series(1, $1::int) n",
        [count],
      ),
    streamed: async () => {
      const entries = await redis.xrange(key, "-", "+");
      return entries.map(([, fields]) => {
        const entry = Object.fromEntries(fields.flatMap((name, at) => (at % 2 === 0 ? [[name, fields[at + 1]!]] : [])));
        return { ...entry, id: Number(entry.id) } as { id: number; kind: string; story: string; at: string; detail: string };
      });
    },
    [Symbol.asyncDispose]: close,
  };
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const idsOf = (received: readonly { readonly id: number }[]) => received.map(({ id }) => id);

async function until(what: string, done: () => boolean | Promise<boolean>, patienceMs = 90_000): Promise<void> {
  for (const deadline = Date.now() + patienceMs; !(await done()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`timed out waiting for: ${what}`);
  }
}

test("events reach the stream and the webhook once and in order, and each post is signed", async () => {
  await using outbox = await setup();
  await using hook = await webhookServer(() => 204);
  await outbox.happen(30);
  const webhook = () => webhookSink({ url: hook.url, secret, userAgent: "wirefold-test" });
  // Two processes' worth of publishers: one at a time serves a sink.
  const publishers = [1, 2].map(() =>
    startPublisher({ events: outbox.events, sinks: [outbox.stream(), webhook()], log: silent, everyMs: 20 }),
  );
  await until("30 posts", () => hook.accepted.length >= 30);
  await outbox.happen(5);
  await until("35 posts", () => hook.accepted.length >= 35);
  await Promise.all(publishers.map((publisher) => publisher.close()));
  expect(idsOf(hook.accepted)).toEqual(numbers(35));
  expect(idsOf(await outbox.streamed())).toEqual(numbers(35));

  const [first] = await outbox.streamed();
  expect(first).toEqual({
    id: 1,
    kind: "updated",
    story: "story-1",
    at: expect.any(String),
    detail: '{"members":1}',
  });
  expect(JSON.parse(hook.accepted[0]!.body)).toEqual({ ...first, detail: { members: 1 } });
  for (const { body, signature } of hook.accepted) {
    const [, t, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    expect(mac).toBe(createHmac("sha256", secret).update(`${t}.${body}`).digest("hex"));
    expect(Math.abs(Number(t) - Date.now() / 1000)).toBeLessThan(60);
  }
});

test("the check that docs/events.md shows takes genuine posts and no others", async () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/events.md"), "utf8");
  const code = /```js\n([\s\S]*?)```/.exec(page)![1]!;
  const module = await import(`data:text/javascript,${encodeURIComponent(`${code}\nexport { isGenuine };`)}`);
  const isGenuine = module.isGenuine as (header: string, body: string, secret: string) => boolean;
  const now = Math.floor(Date.now() / 1000);
  const body = '{"id":1}';
  const genuine = signatureOf(body, secret, now);
  expect(isGenuine(genuine, body, secret)).toBe(true);
  expect(isGenuine(genuine, '{"id":2}', secret)).toBe(false);
  expect(isGenuine(genuine, body, "another secret")).toBe(false);
  expect(isGenuine(genuine.replace(`t=${now}`, `t=${now + 1}`), body, secret)).toBe(false);
  expect(isGenuine(signatureOf(body, secret, now - 600), body, secret)).toBe(false);
  expect(isGenuine("nonsense", body, secret)).toBe(false);
});

test("a webhook that refuses, redirects, throttles or hangs delays events and loses neither one nor the order", async () => {
  await using outbox = await setup();
  const troubles: Record<number, (number | "hang")[]> = { 1: [500, 503], 3: [429], 4: [302], 6: ["hang"] };
  await using hook = await webhookServer((id, attempt) => troubles[id]?.[attempt - 1] ?? 200);
  await outbox.happen(8);
  const webhook = webhookSink({ url: hook.url, secret, userAgent: "wirefold-test", timeoutMs: 3000, backoffMs: 50 });
  const publisher = startPublisher({ events: outbox.events, sinks: [outbox.stream(), webhook], log: silent, everyMs: 20 });
  // The stream does not wait for the webhook.
  await until("the stream", async () => (await outbox.streamed()).length === 8);
  await until("8 posts", () => hook.accepted.length >= 8);
  await publisher.close();
  expect(idsOf(hook.accepted)).toEqual(numbers(8));
  expect([1, 2, 3, 4, 6].map((id) => hook.attempts.get(id))).toEqual([3, 1, 2, 2, 2]);
});

test("a webhook that cannot be reached is tried again at the next publishing, and closing does not wait for it", async () => {
  await using outbox = await setup();
  await outbox.happen(2);
  let away = true;
  await using hook = await webhookServer(() => (away ? 500 : 200));
  const start = (backoffMs: number) =>
    startPublisher({
      events: outbox.events,
      sinks: [webhookSink({ url: hook.url, secret, userAgent: "wirefold-test", backoffMs })],
      log: silent,
      everyMs: 20,
    });
  const first = start(100);
  await until("an attempt", () => (hook.attempts.get(1) ?? 0) >= 2);
  const closedAt = Date.now();
  await first.close();
  expect(Date.now() - closedAt).toBeLessThan(30_000);
  const { rows } = await outbox.database.query("select last_id::int, last_error, attempts > 1 as again from event_sink");
  expect(rows).toEqual([{ last_id: 0, last_error: "the webhook answered 500", again: true }]);
  away = false;
  const second = start(100);
  await until("both", () => hook.accepted.length === 2);
  await second.close();
  expect(idsOf(hook.accepted)).toEqual([1, 2]);
});

test("a Redis that forgot the stream gets it again", async () => {
  await using outbox = await setup();
  await outbox.happen(10);
  const publisher = startPublisher({ events: outbox.events, sinks: [outbox.stream()], log: silent, everyMs: 20 });
  await until("10 events", async () => (await outbox.streamed()).length === 10);
  await outbox.redis.del(outbox.key);
  await outbox.happen(1);
  await until("11 events", async () => (await outbox.streamed()).length === 11);
  await publisher.close();
  expect(idsOf(await outbox.streamed())).toEqual(numbers(11));
});

test("a publisher killed at any moment loses nothing, and what it repeats is known by its id", { timeout: 120_000 }, async () => {
  await using outbox = await setup();
  await using hook = await webhookServer(() => 200);
  const script = `
    import { startPublisher, streamSink, webhookSink } from "@wirefold/reconcile";
    import { openDatabase, PostgresStoryEvents } from "@wirefold/store";
    const { DB, REDIS, PREFIX, HOOK, SECRET } = process.env;
    const events = new PostgresStoryEvents(await openDatabase({ databaseUrl: DB }));
    const sinks = [streamSink({ redisUrl: REDIS, prefix: PREFIX }), webhookSink({ url: HOOK, secret: SECRET, userAgent: "t" })];
    startPublisher({ events, sinks, log: { debug() {}, info() {}, warn() {}, error() {} }, everyMs: 5 });
    process.stdout.write("publishing\\n");`;
  const spawnPublisher = async (): Promise<ChildProcess> => {
    const { databaseUrl, redisUrl, prefix } = outbox.engines;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      cwd: `${import.meta.dirname}/../../services/cli`,
      env: { ...process.env, DB: databaseUrl, REDIS: redisUrl, PREFIX: prefix, HOOK: hook.url, SECRET: secret },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout!.once("data", () => resolve());
      child.once("exit", (code) => reject(new Error(`the publisher ended with ${code}`)));
    });
    return child;
  };
  const end = (child: ChildProcess) =>
    new Promise<void>((resolve) => {
      child.removeAllListeners("exit").once("exit", () => resolve());
      child.kill("SIGKILL");
    });
  let happened = 0;
  for (let kill = 0; kill < 4; kill += 1) {
    const child = await spawnPublisher();
    for (let burst = 0; burst < 5; burst += 1) {
      await outbox.happen(20);
      happened += 20;
      await sleep(Math.random() * 20);
    }
    await end(child);
  }
  const last = await spawnPublisher();
  await until("all posts", () => new Set(idsOf(hook.accepted)).size === happened);
  await until("the stream", async () => new Set(idsOf(await outbox.streamed())).size === happened);
  await end(last);
  // First sight of each id is in order; the rest are repetitions of the latest.
  expect([...new Set(idsOf(hook.accepted))]).toEqual(numbers(happened));
  expect([...new Set(idsOf(await outbox.streamed()))]).toEqual(numbers(happened));
  // One post a kill may be repeated, and no more: each is recorded by itself.
  expect(hook.accepted.length).toBeLessThanOrEqual(happened + 5);
});
