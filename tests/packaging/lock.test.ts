import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>;
};

test("npm ci takes the lock file as it is committed", () => {
  const answer = execFileSync("npm", ["ci", "--dry-run", "--no-audit", "--no-fund"], {
    cwd: root,
    encoding: "utf8",
    stdio: "pipe",
  });
  expect(answer).toMatch(/up to date|added \d+ packages/);
});

test("the lock file holds the optional packages of every platform, not only of the one it was written on", () => {
  const missing = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter(
      (name) => !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`)),
    ),
  );
  expect(missing).toEqual([]);
});

test("the lock file names no registry", () => {
  const named = Object.values(lock.packages).flatMap(({ resolved }) => (resolved?.includes("://") ? [resolved] : []));
  expect(named).toEqual([]);
});
