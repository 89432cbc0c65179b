import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stageNames } from "@wirefold/core";
import { loadStage } from "@wirefold/worker";
import { expect, test } from "vitest";
import { circles, importGraph, sourceFiles, wayBetween } from "../../scripts/import-graph.mjs";

const root = join(import.meta.dirname, "../..");

/** What each package may import of the others. The arrows point down: a new edge here is a decision, not a convenience. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  text: ["core"],
  article: ["core", "text"],
  similarity: ["core", "text"],
  facts: ["core", "text"],
  stories: ["core", "text"],
  truth: ["core", "text"],
  pipeline: ["core", "article", "similarity", "facts", "stories"],
  report: ["core"],
  sources: ["core", "text"],
  queue: ["core"],
  store: ["core"],
  engines: ["core"],
  telemetry: ["core"],
  worker: ["core", "queue", "store", "telemetry"],
  testing: ["core", "engines", "store", "queue", "worker", "similarity"],
};
const pure = ["text", "article", "similarity", "facts", "stories", "truth", "pipeline", "report", "sources"];

interface Source {
  readonly path: string;
  readonly text: string;
}

const files = sourceFiles(root);
const sourcesOf = (folder: string): Source[] =>
  files
    .filter((path) => path.startsWith(`${folder}/src/`))
    .map((path) => ({ path: join(root, path), text: readFileSync(join(root, path), "utf8") }));

/** Package names a file imports, without sub-paths. */
function importsOf({ text }: Source): string[] {
  const statements = /\bfrom "([^"\n]+)";$|^import "([^"\n]+)";$|\bimport\("([^"\n]+)"\)/gm;
  const named = [...text.matchAll(statements)].map((match) => (match[1] ?? match[2] ?? match[3])!);
  const packagesOnly = named.filter((name) => !name.startsWith("."));
  return [
    ...new Set(
      packagesOnly.map((name) => (name.startsWith("node:") ? name : name.split("/", name.startsWith("@") ? 2 : 1).join("/"))),
    ),
  ];
}

const packages = readdirSync(join(root, "packages"));
const services = readdirSync(join(root, "services"));

test("every package has a place in the arrows", () => {
  expect(packages.sort()).toEqual(Object.keys(mayImport).sort());
});

test("the build covers every package and service", () => {
  const { references } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8"));
  const folders = [...packages.map((name) => `packages/${name}`), ...services.map((name) => `services/${name}`)];
  expect(references.map(({ path }: { path: string }) => path).sort()).toEqual(folders.sort());
});

test.each(Object.keys(mayImport))("packages/%s imports only what lies below it", (name) => {
  for (const source of sourcesOf(`packages/${name}`)) {
    const mine = importsOf(source)
      .filter((imported) => imported.startsWith("@wirefold/"))
      .map((imported) => imported.slice("@wirefold/".length));
    for (const imported of mine) expect(mayImport[name], `${source.path} imports @wirefold/${imported}`).toContain(imported);
  }
});

test.each(services.filter((name) => name !== "cli"))("services/%s imports packages and no other service", (name) => {
  for (const source of sourcesOf(`services/${name}`)) {
    for (const imported of importsOf(source)) {
      if (imported.startsWith("@wirefold/"))
        expect(packages, `${source.path} imports ${imported}`).toContain(imported.slice("@wirefold/".length));
    }
  }
});

test.each([...packages.map((name) => `packages/${name}`), ...services.map((name) => `services/${name}`)])(
  "%s declares every package it imports",
  (folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies });
    // What a benchmark compares us with is not needed to run.
    const benches = new Set(["@mozilla/readability", "linkedom", "defuddle", "compromise"]);
    for (const source of sourcesOf(folder)) {
      for (const imported of importsOf(source)) {
        if (imported.startsWith("node:") || benches.has(imported)) continue;
        expect([...declared, manifest.name], `${source.path} imports ${imported}`).toContain(imported);
      }
    }
  },
);

test.each(pure)("packages/%s is pure: no files but those it ships, no network, no clock, no chance", (name) => {
  for (const source of sourcesOf(`packages/${name}`)) {
    if (/\/(bench|scripts)\b/.test(source.path)) continue;
    const io = importsOf(source).filter((imported) =>
      /^node:(fs|net|http|https|child_process|worker_threads|dns|os)/.test(imported),
    );
    expect(io, source.path).toEqual([]);
    const code = source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(code, source.path).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/);
  }
});

test("core reads no files but those that packages ship", () => {
  const readers = sourcesOf("packages/core").filter((source) =>
    importsOf(source).some((imported) => imported.startsWith("node:fs")),
  );
  expect(readers.map(({ path }) => path)).toEqual([join(root, "packages/core/src/packaged-data.ts")]);
});

test("no files import each other in a circle", () => {
  expect(circles(importGraph(root, { plugins: false }))).toEqual([]);
});

test("from the launcher to where one text is called a rewrite of another are at most 12 files", () => {
  const way = wayBetween(importGraph(root), "services/cli/src/commands/run.ts", "packages/similarity/src/compare.ts");
  expect(way).not.toEqual([]);
  // bin/wirefold.mjs, main.ts and commands.ts stand before the command.
  expect(3 + way.length, way.join("\n")).toBeLessThanOrEqual(12);
});

test("a process that hands decisions to threads, and a filter of one step, start without the code of the others", () => {
  const graph = importGraph(root, { atOnce: true });
  const decisions = ["article", "text", "facts", "similarity", "stories"].map((name) => `packages/${name}/src/index.ts`);
  const run = ["services/cli/src/pipeline/run-pipeline.ts", "services/fetch/src/index.ts", "services/reconcile/src/index.ts"];
  const stages = ["clean", "dedupe", "extract"].map((name) => `services/${name}/src/stage.ts`);
  const unwanted: [string, readonly string[]][] = [
    ...[...run, ...stages].map((start): [string, string[]] => [start, decisions]),
    ["services/cli/src/filter/clean-record.ts", decisions.slice(2)],
    ["services/cli/src/filter/extract-record.ts", decisions.slice(3)],
    // Schemas are for those that read records.
    ["services/cli/src/filter/run-filter.ts", ["packages/core/src/index.ts"]],
  ];
  for (const [start, ends] of unwanted) {
    expect(graph.has(start), start).toBe(true);
    for (const end of ends) expect(wayBetween(graph, start, end)).toEqual([]);
  }
});

test("addresses are parsed by core's parseUrl: URL.canParse answers otherwise once it is hot", () => {
  for (const folder of [...packages.map((name) => `packages/${name}`), ...services.map((name) => `services/${name}`)])
    for (const source of sourcesOf(folder)) expect(source.text, source.path).not.toContain("URL.canParse(");
});

test("BullMQ is imported by the queue package alone", () => {
  for (const folder of [...packages.map((name) => `packages/${name}`), ...services.map((name) => `services/${name}`)]) {
    if (folder === "packages/queue") continue;
    for (const source of sourcesOf(folder)) expect(importsOf(source), source.path).not.toContain("bullmq");
  }
});

test.each(stageNames)(
  "the %s stage is a contract of one screen, its steps, its README, and a row in the main one",
  async (name) => {
    const stage = await loadStage(name);
    expect(stage.name).toBe(name);
    const source = readFileSync(join(root, "services", name, "src/stage.ts"), "utf8");
    expect(source.slice(source.indexOf("defineStage({")).split("\n\n")[0]?.split("\n").length).toBeLessThan(60);
    for (const shell of ["worker.ts", "main.ts", "thread.ts"])
      expect(existsSync(join(root, "services", name, "src", shell)), `${shell}: packages/worker has it for all stages`).toBe(
        false,
      );
    const readme = readFileSync(join(root, "services", name, "README.md"), "utf8");
    expect(readme).toContain(`| version | ${stage.version} |`);
    expect(readFileSync(join(root, "README.md"), "utf8")).toContain(`(services/${name}/README.md)`);
  },
);

test.each(stageNames)("every reason %s drops for is in its contract, and that in its README", async (name) => {
  const readme = readFileSync(join(root, "services", name, "README.md"), "utf8");
  const stage = await loadStage(name);
  const used = new Set<string>();
  for (const source of sourcesOf(`services/${name}`)) {
    for (const [, reason] of source.text.matchAll(/\bdrop\("([a-z-]+)"/g)) used.add(reason ?? "");
    for (const [, reason] of source.text.matchAll(/\bsnooze\([^")]*"([a-z-]+)"/g)) expect(readme).toContain(`\`${reason}\``);
  }
  expect([...used].sort()).toEqual(Object.keys(stage.drops).sort());
  const [row = ""] = readFileSync(join(root, "README.md"), "utf8").match(new RegExp(`^\\| \\*\\*${name}\\*\\* .*$`, "m")) ?? [];
  for (const reason of used) {
    expect(readme).toContain(`\`${reason}\``);
    expect(row).toContain(`\`${reason}\``);
  }
});

test("every variable a process reads is in .env.example", () => {
  const example = readFileSync(join(root, ".env.example"), "utf8");
  const named = new Set<string>();
  for (const folder of [...packages.map((name) => `packages/${name}`), ...services.map((name) => `services/${name}`)]) {
    for (const { text } of sourcesOf(folder))
      for (const [name] of text.matchAll(
        /\b(?:WIREFOLD_(?:HOME|CACHE|BLOBS_URL|PREFIX|LOG_LEVEL|THREADS|SHUTDOWN_MS|ALLOW_PRIVATE|USER_AGENT|HEALTH_PORT|BODY_BYTES_MAX)|REDIS_URL|DATABASE_URL)\b/g,
      ))
        named.add(name);
  }
  for (const name of named) expect(example).toContain(name);
});
