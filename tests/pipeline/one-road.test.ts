import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { documentIdOf, sha256 } from "@wirefold/core";
import { runInMemory, type SourceDocument } from "@wirefold/pipeline";
import { storeTables, withEngines } from "@wirefold/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventArticles } from "../../services/cli/src/bench/invented-articles.ts";

/**
 * One road: `wirefold run`, the filters one after the other, `wirefold reconcile` on its own and the library make the same
 * bytes of the same documents.
 */
const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
const seeds = join(import.meta.dirname, "../../seeds/documents");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-road-"));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wirefold = (args: readonly string[], stdin = "", place: NodeJS.ProcessEnv = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    // Filters read texts that records lead to only from folders that are allowed.
    const env = { ...process.env, WIREFOLD_ALLOW_PATHS: folder, ...place };
    const child = execFile(process.execPath, [command, ...args], { maxBuffer: 1 << 28, env }, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    );
    child.stdin?.end(stdin);
  });

/** A file as `run` names it. */
function pageAt(path: string): { id: string; html_path: string; source: SourceDocument } {
  const bytes = readFileSync(path);
  const id = documentIdOf(pathToFileURL(realpathSync(path)).href, sha256(bytes));
  return { id, html_path: path, source: { id, body: bytes, kind: path.endsWith(".txt") ? "text" : "html" } };
}

async function expectOneRoad(at: string): Promise<void> {
  const dataDir = mkdtempSync(join(folder, "data-"));
  chmodSync(dataDir, 0o755);
  const run = await withEngines(({ env }) => wirefold(["run", at, "--json", "--no-report", "--data-dir", dataDir], "", env), {
    template: storeTables,
  });
  const pages = readdirSync(at).map((name) => pageAt(join(at, name)));
  const lines = pages.map(({ id, html_path }) => JSON.stringify({ id, html_path })).join("\n");
  const cleaned = await wirefold(["clean", "--recurring"], lines);
  const facts = await wirefold(["extract"], cleaned);
  const groups = await wirefold(["group"], cleaned);
  const byStory = (text: string) => text.trim().split("\n").sort();
  const expected = byStory(run);
  expect(expected.length).toBeGreaterThan(1);
  expect(byStory(await wirefold(["reconcile"], `${cleaned}${facts}${groups}`)), "clean | extract | group | reconcile").toEqual(
    expected,
  );
  expect(byStory(await wirefold(["reconcile"], cleaned)), "clean | reconcile").toEqual(expected);
  const { stories } = await runInMemory(pages.map(({ source }) => source));
  expect(stories.map((story) => JSON.stringify(story)).sort(), "runInMemory").toEqual(expected);
}

test("run, the filters and the library agree on the sample documents, byte for byte", () => expectOneRoad(seeds), 600_000);

test("and on generated ones, whose pages have lines in common", async () => {
  const articles = [...inventArticles(24, 31)];
  const page = fc.record({
    article: fc.constantFrom(...articles),
    form: fc.constantFrom("html", "txt"),
    motto: fc.boolean(),
    paragraphs: fc.integer({ min: 3, max: 14 }),
  });
  const at = join(folder, "generated");
  mkdirSync(at);
  fc.sample(page, { numRuns: 30, seed: 7 }).forEach(({ article, form, motto, paragraphs }, n) => {
    const text = article.text.split("\n").slice(0, paragraphs);
    if (motto) text.push("The Courier has belonged to the people of Hollowmere, and to nobody else, since the flood year.");
    const html = `<!doctype html><html lang="en"><head><title>${article.title} | Courier</title>
<meta property="og:site_name" content="Courier"><meta property="article:published_time" content="${article.published_at}">
</head><body><nav><a href="/">Home</a></nav><article><h1>${article.title}</h1>
${text.map((each) => `<p>${each}</p>`).join("\n")}</article></body></html>`;
    writeFileSync(join(at, `${n}.${form}`), form === "html" ? html : [article.title, ...text].join("\n\n"));
  });
  await expectOneRoad(at);
}, 600_000);
