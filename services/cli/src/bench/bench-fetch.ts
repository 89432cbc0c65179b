import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ThrottledError } from "@wirefold/core";
import { HttpReader } from "@wirefold/fetch";
import type { BenchRow } from "./run-bench.ts";

/** Every address of 127/8 is this machine, so a thousand of them are a thousand sites. */
const sites = 1000;
const pagesASite = 3;
/** So long that the pauses, and not this machine, bound the pace, were it as busy as can be: else the figure would say nothing of politeness. */
const pauseMs = 45_000;
/** Visits in hand at once, as one worker process has them. */
const inHand = 64;

/**
 * Pages a second from a thousand sites on this machine, with politeness off and on. One process reads, another serves. With
 * politeness on, `pagesPerSecondBound` is what the pauses allow at best.
 */
export async function benchFetch(): Promise<BenchRow[]> {
  const server = fork(fileURLToPath(new URL("./bench-fetch-server.js", import.meta.url)), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  try {
    const { port } = await answerOf<{ port: number }>(server);
    const rows: BenchRow[] = [];
    for (const [politeness, hostDelayMs, sitePlaces] of [
      ["off", 0, inHand],
      [`one visit in ${pauseMs / 1000} s`, pauseMs, 1],
    ] as const) {
      const reader = new HttpReader({
        userAgent: "wirefold-bench/1 (+https://wirefold.example)",
        allowPrivate: true,
        hostDelayMs,
        sitePlaces,
      });
      const urls = Array.from({ length: sites * pagesASite }, (_, n) => {
        const site = n % sites;
        return `http://127.0.${2 + Math.floor(site / 250)}.${1 + (site % 250)}:${port}/${Math.floor(n / sites)}`;
      });
      const cpu = process.cpuUsage();
      const startedAt = performance.now();
      await readAll(reader, urls);
      const seconds = (performance.now() - startedAt) / 1000;
      const used = process.cpuUsage(cpu);
      const cpuSeconds = (used.user + used.system) / 1e6;
      await reader.close();
      server.send("count");
      const { pages, ...gaps } = await answerOf<{ pages: number } & Record<"closestMs" | "medianMs" | "widestMs", number | null>>(
        server,
      );
      const whole = (ms: number | null) => (ms === null ? null : Math.round(ms));
      const bound = hostDelayMs === 0 ? null : urls.length / (((pagesASite - 1) * hostDelayMs) / 1000);
      rows.push({
        politeness,
        sites,
        pages,
        pagesPerSecond: pages / seconds,
        pagesPerSecondBound: bound,
        pagesPerCpuSecond: pages / cpuSeconds,
        closestVisitsMs: whole(gaps.closestMs),
        medianVisitsMs: whole(gaps.medianMs),
        widestVisitsMs: whole(gaps.widestMs),
      });
    }
    return rows;
  } finally {
    server.disconnect();
  }
}

/** Reads them all, coming back to those whose turn it was not. */
async function readAll(reader: HttpReader, urls: readonly string[]): Promise<void> {
  const left = [...urls];
  const later: { at: number; url: string }[] = [];
  const worker = async () => {
    const { signal } = new AbortController();
    for (;;) {
      const due = later[0] !== undefined && later[0].at <= Date.now() ? later.shift()?.url : left.shift();
      if (due === undefined) {
        if (later.length === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      try {
        await reader.read(due, {}, 1_000_000, signal);
      } catch (error) {
        if (!(error instanceof ThrottledError)) throw error;
        later.push({ at: Date.now() + error.retryAfterMs, url: due });
        later.sort((a, b) => a.at - b.at);
      }
    }
  };
  await Promise.all(Array.from({ length: inHand }, worker));
}

function answerOf<T>(server: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    server.once("message", (message) => resolve(message as T));
    server.once("exit", () => reject(new Error("the bench's server ended")));
  });
}
