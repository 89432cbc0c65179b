import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { mustAt } from "@wirefold/core";
import type { Observation } from "@wirefold/worker";
import { threadCpuMs } from "@wirefold/worker/threads";
import { type LocalPlatform, openLocalPlatform } from "../pipeline/local-platform.ts";
import { runPipeline } from "../pipeline/run-pipeline.ts";
import { bareQueueSeconds } from "./bare-queue.ts";
import { fillStore, keptStore, renewSketches } from "./fill-store.ts";
import { type InventedArticle, inventArticles } from "./invented-articles.ts";
import { pageOf } from "./invented-pages.ts";
import { pureSecondsAtOnce } from "./pure-work.ts";
import type { BenchRow } from "./run-bench.ts";
import { growthRows, sumBytes, type TableBytes, tableBytes } from "./table-bytes.ts";

export interface PipelineBenchOptions {
  /** @default 4000 */
  readonly documents?: number;
  /** Documents in the store before it begins. @default 0 */
  readonly stored?: number;
  /** Pages of some 170 KB instead of texts. */
  readonly html?: boolean;
  /** One document a job, as they arrive live, instead of jobs of a hundred. */
  readonly oneByOne?: boolean;
  /** Documents sent through before the clock starts. @default 3000, of pages 400 */
  readonly warmUp?: number;
  /** A folder to keep the store in: filled once, measured in again and again. @default a temporary one */
  readonly store?: string;
}

interface Measured {
  readonly wallSeconds: number;
  readonly seconds: Readonly<Record<string, number>>;
  /** What Node's seconds went to. */
  readonly ofNode: Readonly<Record<string, number>>;
  /** What the decisions in threads went to: neighbours' features, facts and records read as well, unlike the pure work. */
  readonly decisions: Readonly<Record<string, number>>;
  readonly bareQueue: number;
  readonly walBytes: number;
  readonly tables: { readonly before: TableBytes; readonly after: TableBytes };
  readonly connections: number;
}

/**
 * Documents a second end to end, and what queue and store add to the stages' pure work, in one run: the ratio holds on a busy
 * machine, where speed does not. Bodies are synced to the disk, as a server keeps them.
 */
export async function benchPipeline(options: PipelineBenchOptions = {}): Promise<readonly BenchRow[]> {
  const { documents: count = 4000, stored = 0, html = false, oneByOne = false, warmUp = html ? 400 : 3000 } = options;
  const work = mkdtempSync(join(tmpdir(), "wirefold-bench-"));
  try {
    const kept = options.store === undefined ? null : keptStore(options.store, stored);
    // Other articles each time: a store that is kept knows those of the time before.
    const seed = (kept?.runs ?? 0) * 100;
    const articles = [...inventArticles(count, seed + 1)];
    const local = await openLocalPlatform({ dataDir: kept?.folder ?? work, syncBodies: true });
    let measured: Measured;
    try {
      if (stored > (kept?.holds ?? 0)) await fillStore(local.platform.database, stored, kept?.holds, kept?.filledTo);
      if (kept?.outdated === true) await renewSketches(local.platform.database);
      kept?.measuredIn();
      // The compiler is busy for the first thousands of documents of each thread, with a fifth of all CPU; a daemon runs for weeks.
      await runPipeline(local, {
        sources: [await writeSource(work, `warm-up-${seed}`, [...inventArticles(warmUp, seed + 77)], html)],
      });
      const source = await writeSource(work, `articles-${seed}`, articles, html);
      measured = await measure(local, count, (observe) =>
        runPipeline(local, { sources: [source], observe, ...(oneByOne ? { batchSize: 1 } : {}) }),
      );
    } finally {
      await local.close();
    }
    const pure = await pureSecondsAtOnce(availableParallelism(), { count, warmUp: Math.min(1500, warmUp), html });
    return report(measured, pure, {
      count,
      stored,
      warmUp,
      size: html ? `pages of ${Math.round(pageOf(articles[0]).length / 1024)} KB` : `texts of ${wordsOf(articles)} words`,
      arrival: oneByOne ? "one by one" : "in bulk",
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function measure(
  local: LocalPlatform,
  count: number,
  run: (observe: (observation: Observation) => void) => ReturnType<typeof runPipeline>,
): Promise<Measured> {
  const { database } = local.platform;
  const sizes = async () => {
    const { rows } = await database.query<{ wal: string; connections: number }>(
      `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as wal,
         (select count(*)::int from pg_stat_activity where datname = current_database()) as connections`,
    );
    return rows[0] ?? { wal: "0", connections: 0 };
  };
  const tablesBefore = await tableBytes(database);
  const sizesBefore = await sizes();
  const enginesBefore = await engineSeconds(local);
  const nodeBefore = process.cpuUsage();
  const mainBefore = threadCpuMs();
  const decisionsMs: Record<string, number> = {};
  const startedAt = performance.now();
  const { submission, summary } = await run(({ stage, cpuMs }) => {
    decisionsMs[stage] = (decisionsMs[stage] ?? 0) + (cpuMs ?? 0);
  });
  const wallSeconds = (performance.now() - startedAt) / 1000;
  const used = process.cpuUsage(nodeBefore);
  const main = (threadCpuMs() - mainBefore) / 1000;
  const enginesAfter = await engineSeconds(local);
  const sizesAfter = await sizes();
  if (summary.unfinished.length > 0 || submission.owing !== count) throw new Error("the run lost documents");
  const node = (used.user + used.system) / 1e6;
  const seconds: Record<string, number> = { Node: node };
  const decisions = Object.fromEntries(Object.entries(decisionsMs).map(([stage, ms]) => [stage, ms / 1000]));
  const decided = sumOf(decisions);
  for (const [name, after] of Object.entries(enginesAfter)) seconds[name] = after - (enginesBefore[name] ?? 0);
  return {
    wallSeconds,
    seconds,
    ofNode: {
      "main thread": main,
      "compiler, collector and files": node - decided - main,
      "decisions in threads": decided,
    },
    decisions,
    bareQueue: await bareQueueSeconds(local.platform.env.REDIS_URL, count),
    walBytes: Number(sizesAfter.wal) - Number(sizesBefore.wal),
    tables: { before: tablesBefore, after: await tableBytes(database) },
    connections: sizesAfter.connections,
  };
}

function report(
  { wallSeconds, seconds, ofNode, decisions, bareQueue, walBytes, tables, connections }: Measured,
  pure: Readonly<Record<string, number>>,
  { count, stored, warmUp, size, arrival }: { count: number; stored: number; warmUp: number; size: string; arrival: string },
): BenchRow[] {
  const perDocument = (amount: number) => Number(((amount * 1000) / count).toFixed(3));
  const kilobytes = (bytes: number) => Math.round((bytes / count / 1024) * 10) / 10;
  const parts = (of: Readonly<Record<string, number>>): BenchRow[] =>
    Object.entries(of).map(([name, part]) => ({ what: `  ${name}`, figure: perDocument(part), unit: "ms/document" }));
  const before = sumBytes(tables.before);
  const after = sumBytes(tables.after);
  const total = sumOf(seconds);
  const pureTotal = sumOf(pure);
  return [
    { what: "documents", figure: count, unit: `${size}, ${arrival}` },
    { what: "stored before", figure: stored, unit: "documents" },
    { what: "warmed up by", figure: warmUp, unit: "documents" },
    { what: "end to end", figure: Math.round(count / wallSeconds), unit: "documents/s" },
    { what: "pure work alone, all cores", figure: Math.round((count / pureTotal) * availableParallelism()), unit: "documents/s" },
    { what: "CPU in all processes", figure: perDocument(total), unit: "ms/document" },
    ...parts(seconds),
    ...parts(Object.fromEntries(Object.entries(ofNode).map(([name, part]) => [`of Node: ${name}`, part]))),
    ...parts(Object.fromEntries(Object.entries(decisions).map(([stage, part]) => [`of decisions: ${stage}`, part]))),
    { what: "pure work, all cores at it", figure: perDocument(pureTotal), unit: "ms/document" },
    ...parts(pure),
    { what: "queue and store over pure work", figure: Math.round((total / pureTotal - 1) * 100), unit: "%" },
    { what: "a chain of empty stages on the queue", figure: perDocument(bareQueue), unit: "ms/document" },
    { what: "log written by PostgreSQL", figure: kilobytes(walBytes), unit: "KB/document" },
    { what: "growth of the database beyond bodies", figure: kilobytes(after.rest - before.rest), unit: "KB/document" },
    ...growthRows(tables.before, tables.after, count),
    { what: "growth by bodies, packed", figure: kilobytes(after.bodies - before.bodies), unit: "KB/document" },
    { what: "connections to PostgreSQL", figure: connections, unit: "" },
  ];
}

const sumOf = (parts: Readonly<Record<string, number>>): number => Object.values(parts).reduce((total, part) => total + part, 0);

const wordsOf = (articles: readonly InventedArticle[]): number =>
  Math.round(articles.reduce((sum, article) => sum + article.text.split(/\s+/).length, 0) / articles.length);

/** Articles as JSON lines, or as a folder of pages. @returns the source to run */
async function writeSource(dataDir: string, name: string, articles: readonly InventedArticle[], html: boolean): Promise<string> {
  if (!html) {
    const file = join(dataDir, `${name}.jsonl`);
    await writeFile(file, articles.map((article) => JSON.stringify({ ...article, url: `${article.url}?${name}` })).join("\n"));
    return file;
  }
  const folder = join(dataDir, name);
  mkdirSync(folder);
  for (const article of articles) await writeFile(join(folder, `${article.id}.html`), pageOf(article));
  return folder;
}

/** CPU seconds the engines used so far: Redis says so itself, PostgreSQL's processes are read from /proc (zero where there is none). */
async function engineSeconds({ platform }: LocalPlatform): Promise<Record<string, number>> {
  const { rows } = await platform.database.query<{ pid: number }>("select pg_backend_pid() as pid");
  return { PostgreSQL: familySeconds(mustAt(rows, 0).pid), Redis: await platform.queue.cpuSeconds() };
}

/** CPU seconds of a backend's postmaster, of all its children, and of those that ended. */
function familySeconds(backend: number): number {
  const processes: { pid: number; parent: number; seconds: number }[] = [];
  let names: string[];
  try {
    names = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return 0;
  }
  for (const name of names) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // Fields 14 to 17 of proc(5): user and system time of the process and of its ended children, in ticks of 10 ms.
      const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
      processes.push({ pid: Number(name), parent: Number(fields[1]), seconds: ticks / 100 });
    } catch {
      // It ended while we looked.
    }
  }
  const postmaster = processes.find((one) => one.pid === backend)?.parent;
  return processes
    .filter((one) => one.pid === postmaster || one.parent === postmaster)
    .reduce((sum, one) => sum + one.seconds, 0);
}
