import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { extractArticle } from "@wirefold/article";
import type { Edge } from "@wirefold/core";
import { extractFacts } from "@wirefold/facts";
import { withPassages } from "@wirefold/pipeline";
import { groupDocuments } from "@wirefold/similarity";
import { reconcileStory } from "@wirefold/stories";
import { type LocalPlatform, openLocalPlatform } from "../pipeline/local-platform.ts";
import { runPipeline } from "../pipeline/run-pipeline.ts";
import { type InventedArticle, inventArticles } from "./invented-articles.ts";
import type { BenchRow } from "./run-bench.ts";

/** Documents a second end to end, and what queue and store add to the stages' pure work, in one run. */
export async function benchPipeline(): Promise<readonly BenchRow[]> {
  const count = Number(process.env.WIREFOLD_BENCH_DOCUMENTS ?? 4000);
  const articles = [...inventArticles(count)];
  const dataDir = mkdtempSync(join(tmpdir(), "wirefold-bench-"));
  try {
    const file = join(dataDir, "articles.jsonl");
    await writeFile(file, articles.map((article) => JSON.stringify(article)).join("\n"));
    const local = await openLocalPlatform({ dataDir });
    let wallSeconds: number;
    let node: number;
    let engines: Record<string, number>;
    try {
      // Threads and caches are warm after a few documents; a daemon runs for weeks.
      await warmUp(local, dataDir);
      const enginesBefore = await engineSeconds(local);
      const nodeBefore = process.cpuUsage();
      const startedAt = performance.now();
      const { submission, summary } = await runPipeline(local, { sources: [file] });
      wallSeconds = (performance.now() - startedAt) / 1000;
      const used = process.cpuUsage(nodeBefore);
      node = (used.user + used.system) / 1e6;
      const enginesAfter = await engineSeconds(local);
      engines = Object.fromEntries(
        Object.keys(enginesAfter).map((name) => [name, enginesAfter[name]! - (enginesBefore[name] ?? 0)]),
      );
      if (summary.unfinished.length > 0 || submission.owing !== count) throw new Error("the run lost documents");
    } finally {
      await local.close();
    }
    const pure = pureSeconds(articles);
    const total = node + Object.values(engines).reduce((sum, seconds) => sum + seconds, 0);
    const pureTotal = Object.values(pure).reduce((sum, seconds) => sum + seconds, 0);
    const perDocument = (seconds: number) => Number(((seconds * 1000) / count).toFixed(3));
    const words = Math.round(articles.reduce((sum, article) => sum + article.text.split(/\s+/).length, 0) / count);
    const rows: BenchRow[] = [
      { what: "documents", figure: count, unit: `of ${words} words` },
      { what: "end to end", figure: Math.round(count / wallSeconds), unit: "documents/s" },
      {
        what: "pure work alone, all cores",
        figure: Math.round((count / pureTotal) * availableParallelism()),
        unit: "documents/s",
      },
      { what: "CPU in all processes", figure: perDocument(total), unit: "ms/document" },
      { what: "  Node", figure: perDocument(node), unit: "ms/document" },
    ];
    for (const [name, seconds] of Object.entries(engines))
      rows.push({ what: `  ${name}`, figure: perDocument(seconds), unit: "ms/document" });
    rows.push({ what: "pure work", figure: perDocument(pureTotal), unit: "ms/document" });
    for (const [name, seconds] of Object.entries(pure))
      rows.push({ what: `  ${name}`, figure: perDocument(seconds), unit: "ms/document" });
    rows.push({ what: "queue and store over pure work", figure: Math.round((total / pureTotal - 1) * 100), unit: "%" });
    return rows;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function warmUp(local: LocalPlatform, dataDir: string): Promise<void> {
  const file = join(dataDir, "warm-up.jsonl");
  await writeFile(
    file,
    [...inventArticles(800, 77)].map((article) => JSON.stringify({ ...article, url: `${article.url}?warm` })).join("\n"),
  );
  await runPipeline(local, { sources: [file] });
}

/** CPU seconds of the stages' decisions alone, by stage: same documents, one thread, no queue and no store. */
function pureSeconds(articles: readonly InventedArticle[]): Record<string, number> {
  const timed = <T>(work: () => T): [T, number] => {
    const before = process.cpuUsage();
    const answer = work();
    const used = process.cpuUsage(before);
    return [answer, (used.user + used.system) / 1e6];
  };
  const decide = (some: readonly InventedArticle[]) => {
    const [cleaned, clean] = timed(() =>
      some.map((article) => ({ ...article, article: extractArticle(article.text, { kind: "text", url: article.url }) })),
    );
    const inputs = cleaned.map(({ id, title, article, published_at, outlet }) => ({
      id,
      title,
      text: article.text,
      published_at,
      outlet,
    }));
    const [grouping, dedupe] = timed(() => groupDocuments(inputs));
    const [facts, extract] = timed(
      () => new Map(cleaned.map((one) => [one.id, extractFacts({ ...one, language: one.article.language })])),
    );
    const stories = new Map<string, InventedArticle[]>();
    for (const one of some) {
      const { story } = grouping.assignments.get(one.id)!;
      stories.set(story, [...(stories.get(story) ?? []), one]);
    }
    const edges = new Map<string, Edge[]>();
    for (const edge of grouping.edges) {
      const { story } = grouping.assignments.get(edge.a)!;
      if (grouping.assignments.get(edge.b)!.story === story) edges.set(story, [...(edges.get(story) ?? []), edge]);
    }
    const [, reconcile] = timed(() => {
      for (const [story, members] of stories) {
        const read = members.map(({ id, title, text, outlet, url, published_at }) => ({
          ...grouping.assignments.get(id)!,
          id,
          title,
          text,
          facts: facts.get(id)!,
          outlet,
          url,
          published_at,
          language: "en",
          wire_credit: null,
        }));
        reconcileStory(withPassages(read, edges.get(story) ?? []));
      }
    });
    return { clean, dedupe, extract, reconcile };
  };
  decide(articles.slice(0, 300));
  return decide(articles);
}

/** CPU seconds the engines used so far: Redis says so itself, PostgreSQL's processes are read from /proc (zero where there is none). */
async function engineSeconds({ platform }: LocalPlatform): Promise<Record<string, number>> {
  const { rows } = await platform.database.query<{ pid: number }>("select pg_backend_pid() as pid");
  return { PostgreSQL: familySeconds(rows[0]!.pid), Redis: await platform.queue.cpuSeconds() };
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
