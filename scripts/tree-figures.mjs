#!/usr/bin/env node
/**
 * Figures of the tree as it stands, or as it stood at other commits, side by side:
 *
 *   node scripts/tree-figures.mjs [commit…]
 *
 * Files, lines and exports are of `src` folders. Hops are the files on the shortest way of imports from the `run` command to where one
 * text is called a rewrite of another, barrels counted.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { circles, importGraph, sourceFiles, wayBetween, workspaces } from "./import-graph.mjs";

const root = join(import.meta.dirname, "..");
const biome = join(root, "node_modules/.bin/biome");
const longFileLines = 450;

/** How often a lint rule speaks in the sources of a tree. */
function findings(folder, files, rule) {
  let count = 0;
  for (let at = 0; at < files.length; at += 300) {
    const args = [
      "lint",
      `--only=${rule}`,
      "--reporter=json",
      "--max-diagnostics=none",
      "--vcs-enabled=false",
      ...files.slice(at, at + 300),
    ];
    let out;
    try {
      out = execFileSync(biome, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
    } catch (error) {
      out = String(error.stdout); // It ends with 1 where it found something.
    }
    const { summary } = JSON.parse(out.slice(out.indexOf("{")));
    count += summary.errors + summary.warnings;
  }
  return count;
}

function figuresOf(folder) {
  const files = sourceFiles(folder);
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
  const lines = texts.map((text) => text.split("\n").length - 1);
  const graph = importGraph(folder);
  const decision = ["packages/similarity/src/compare.ts", "packages/likeness/src/compare.ts"].find((file) =>
    existsSync(join(folder, file)),
  );
  return {
    workspaces: workspaces(folder).length,
    "source files": files.length,
    lines: lines.reduce((sum, n) => sum + n, 0),
    [`files over ${longFileLines} lines`]: lines.filter((n) => n > longFileLines).length,
    exports: texts.reduce((sum, text) => sum + (text.match(/^export (?!\*|\{)/gm)?.length ?? 0), 0),
    "circles of imports": circles(importGraph(folder, { plugins: false })).length,
    "hops to the rewrite decision":
      decision === undefined ? "-" : wayBetween(graph, "services/cli/src/commands/run.ts", decision).length,
    "non-null assertions": findings(folder, files, "style/noNonNullAssertion"),
    any: findings(folder, files, "suspicious/noExplicitAny"),
  };
}

const columns = new Map();
for (const commit of process.argv.slice(2)) {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-tree-"));
  try {
    const archive = execFileSync("git", ["archive", commit, "packages", "services", "biome.json"], {
      cwd: root,
      maxBuffer: 1 << 29,
    });
    execFileSync("tar", ["-x", "-C", folder], { input: archive });
    columns.set(commit, figuresOf(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
columns.set("now", figuresOf(root));
const names = Object.keys(columns.get("now"));
const width = Math.max(...names.map((name) => name.length));
console.log([" ".repeat(width), ...[...columns.keys()].map((name) => name.slice(0, 10).padStart(10))].join("  "));
for (const name of names)
  console.log([name.padEnd(width), ...[...columns.values()].map((figures) => String(figures[name]).padStart(10))].join("  "));
