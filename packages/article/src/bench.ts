/**
 * The cleaning benchmark: HTML string in, article out, one thread, one run, our extractor against the bare htmlparser2 tree and the
 * strongest JavaScript extractors. The others are development dependencies of the repository, loaded only here.
 */

import { execFile } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { decodeBytes } from "./decode-bytes.ts";
import { itemAt } from "./indexing.ts";

export const CONTESTANTS = ["wirefold", "htmlparser2 tree", "readability + linkedom", "defuddle + linkedom"] as const;
export type Contestant = (typeof CONTESTANTS)[number];

export interface CleanBenchOptions {
  /** A folder of `.html` or `.html.gz` pages, or several folders and pages; subfolders are read too. */
  readonly pagesDir: string | readonly string[];
  /** Only pages whose HTML has so many thousand characters, from and up to. @default all */
  readonly kilobytes?: readonly [number, number];
  /** At most so many pages, evenly spread over the folder. @default 200 */
  readonly pagesMax?: number;
  /** Timed passes; the best counts, as the machine is never quite idle and compilers settle late. @default 6 */
  readonly rounds?: number;
  /** @default all */
  readonly contestants?: readonly Contestant[];
  /** Seconds one contestant may take; slow ones are timed on fewer pages. @default 60 */
  readonly secondsMax?: number;
}

export interface CleanBenchRow {
  readonly name: Contestant;
  readonly pages: number;
  readonly meanBytes: number;
  /** Pages per second of CPU time, garbage collection threads included. */
  readonly pagesPerCpuSecond: number;
  readonly millisecondsPerPage: number;
  /** The slowest page of the best round, wall clock. */
  readonly slowestMs: number;
  /** Peak resident memory of the process that ran only this contestant, pages streamed from disk one at a time. */
  readonly peakRssMb: number;
}

/** Runs every contestant in a process of its own and gives one row each. */
export async function benchClean(options: CleanBenchOptions): Promise<CleanBenchRow[]> {
  const rows: CleanBenchRow[] = [];
  for (const name of options.contestants ?? CONTESTANTS) {
    const request = JSON.stringify({ ...options, name });
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), request], {
      maxBuffer: 1 << 24,
    });
    rows.push(JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as CleanBenchRow);
  }
  return rows;
}

/** A table of the rows, with how many times ours is the others. */
export function formatCleanBench(rows: readonly CleanBenchRow[]): string {
  const ours = rows.find((row) => row.name === "wirefold");
  const lines = ["contestant               pages  mean KB  pages/CPU-s  ms/page  slowest ms  peak RSS MB   ours is"];
  for (const row of rows) {
    const ratio = ours === undefined ? "" : `${(ours.pagesPerCpuSecond / row.pagesPerCpuSecond).toFixed(2)} x`;
    lines.push(
      [
        row.name.padEnd(24),
        String(row.pages).padStart(5),
        (row.meanBytes / 1024).toFixed(0).padStart(8),
        row.pagesPerCpuSecond.toFixed(1).padStart(12),
        row.millisecondsPerPage.toFixed(2).padStart(8),
        row.slowestMs.toFixed(0).padStart(11),
        row.peakRssMb.toFixed(0).padStart(12),
        ratio.padStart(9),
      ].join(" "),
    );
  }
  return lines.join("\n");
}

type Run = (html: string, url: string) => unknown;

interface Pass {
  /** Milliseconds of CPU. */
  cpu: number;
  slowest: number;
  bytes: number;
  pages: number;
}

/** Pages after which the optimising compiler has done most of its work. */
const SETTLING_PAGES = 300;

async function loadContestant(name: Contestant): Promise<Run> {
  if (name === "wirefold") {
    const { extractArticle } = await import("./extract-article.ts");
    return (html, url) => extractArticle(html, { kind: "html", url });
  }
  if (name === "htmlparser2 tree") {
    const { parseDocument } = await import("htmlparser2");
    return (html) => parseDocument(html);
  }
  // Names in variables: these packages are the benchmark's, not the library's, and have no place in its types.
  const linkedom = "linkedom";
  const { parseHTML } = (await import(linkedom)) as { parseHTML: (html: string) => { document: unknown } };
  if (name === "readability + linkedom") {
    const readability = "@mozilla/readability";
    const { Readability } = (await import(readability)) as { Readability: new (document: unknown) => { parse(): unknown } };
    return (html) => new Readability(parseHTML(html).document).parse();
  }
  const defuddle = "defuddle";
  const { default: Defuddle } = (await import(defuddle)) as {
    default: new (document: unknown, options: object) => { parse(): unknown };
  };
  return (html, url) => new Defuddle(parseHTML(html).document, { url }).parse();
}

async function pageFiles(places: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    places.map(async (place) => {
      if ((await stat(place)).isFile()) return [place];
      const entries = await readdir(place, { withFileTypes: true, recursive: true });
      return entries
        .filter((entry) => entry.isFile() && /\.html?(?:\.gz)?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
    }),
  );
  return found.flat();
}

async function readHtml(file: string): Promise<string> {
  const bytes = await readFile(file);
  return decodeBytes(file.endsWith(".gz") ? gunzipSync(bytes) : bytes).text;
}

/** Whether a page's HTML has a length between these, in thousands of characters. */
async function hasLength(file: string, [from, to]: readonly [number, number]): Promise<boolean> {
  const { length } = await readHtml(file);
  return length >= from * 1000 && length <= to * 1000;
}

async function runOne(options: CleanBenchOptions & { name: Contestant }): Promise<CleanBenchRow> {
  const quiet = console.error;
  console.error = () => {};
  console.warn = () => {};
  const run = await loadContestant(options.name);
  const places = typeof options.pagesDir === "string" ? [options.pagesDir] : options.pagesDir;
  const files: string[] = [];
  for (const file of await pageFiles(places))
    if (options.kilobytes === undefined || (await hasLength(file, options.kilobytes))) files.push(file);
  const max = options.pagesMax ?? 200;
  const step = Math.max(1, files.length / max);
  let chosen = Array.from({ length: Math.min(max, files.length) }, (_, i) => itemAt(files, Math.floor(i * step)));
  if (chosen.length === 0)
    throw new Error(`No .html or .html.gz pages of that size in ${places.join(", ")}. Give a folder that has some.`);
  const pass = async (cpuMax: number): Promise<Pass> => {
    const done = { cpu: 0, slowest: 0, bytes: 0, pages: 0 };
    for (const file of chosen) {
      const html = await readHtml(file);
      const cpuStart = process.cpuUsage();
      const start = performance.now();
      try {
        run(html, "https://news.example/story");
      } catch {
        // A page a contestant throws on still costs it its time.
      }
      done.slowest = Math.max(done.slowest, performance.now() - start);
      const used = process.cpuUsage(cpuStart);
      done.cpu += (used.user + used.system) / 1000;
      done.bytes += html.length;
      done.pages += 1;
      if (done.cpu > cpuMax) break;
    }
    return done;
  };
  const msMax = (options.secondsMax ?? 60) * 1000;
  const began = performance.now();
  // Untimed passes let the compiler settle: a daemon that runs for weeks pays it once. A slow contestant's are cut short.
  for (let settled = 0; settled < SETTLING_PAGES && performance.now() - began < msMax / 4; ) {
    const { pages } = await pass(msMax / 4);
    settled += pages;
    if (pages < chosen.length) chosen = chosen.slice(0, Math.max(5, pages));
  }
  let best: Pass | undefined;
  for (let round = 0; round < (options.rounds ?? 6); round++) {
    const done = await pass(Number.POSITIVE_INFINITY);
    if (best === undefined || done.cpu < best.cpu) best = done;
    if (performance.now() - began > msMax) break;
  }
  console.error = quiet;
  if (best === undefined) throw new Error("no round was measured");
  const { cpu, slowest, bytes, pages } = best;
  return {
    name: options.name,
    pages,
    meanBytes: bytes / pages,
    pagesPerCpuSecond: (pages * 1000) / cpu,
    millisecondsPerPage: cpu / pages,
    slowestMs: slowest,
    peakRssMb: process.resourceUsage().maxRSS / 1024,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] !== undefined) {
  console.log(JSON.stringify(await runOne(JSON.parse(process.argv[2]) as CleanBenchOptions & { name: Contestant })));
}
