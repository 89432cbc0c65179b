// One of several fetch workers that share a Redis: reads the addresses it is sent, waits where it is told to, and says what
// became of each.  node reader-process.mjs <redis-url> <prefix> <milliseconds between visits>
import { HttpReader, redisRobots, redisTurns } from "@wirefold/fetch";
import { Redis } from "ioredis";

const [redisUrl, prefix, delayMs] = process.argv.slice(2);
/** @type {any} the client of another copy of its types */
const redis = new Redis(redisUrl ?? "");
const reader = new HttpReader({
  userAgent: "quaybot/1.0 (+https://quay.example)",
  allowPrivate: true,
  hostDelayMs: Number(delayMs),
  silenceMs: 1500,
  turns: redisTurns(redis, prefix),
  robots: redisRobots(redis, prefix),
});

const until = Date.now() + 45_000;
async function readOne(url) {
  for (;;) {
    try {
      await reader.read(url, {}, 1_000_000, AbortSignal.timeout(20_000));
      return "read";
    } catch (error) {
      if (error.retryAfterMs === undefined) return error.code;
      if (Date.now() + error.retryAfterMs > until) return `held: ${error.detail.why}`;
      await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs));
    }
  }
}

process.on("message", async (/** @type {string[]} */ urls) => {
  const results = await Promise.all(urls.map(async (url) => [url, await readOne(url)]));
  await reader.close();
  redis.disconnect();
  process.send?.(results, () => process.disconnect());
});
