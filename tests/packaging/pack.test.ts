import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const manifests = ["packages", "services"].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => ({
    folder: join(root, folder, name),
    manifest: JSON.parse(readFileSync(join(root, folder, name, "package.json"), "utf8")) as Manifest,
  })),
);
const published = manifests.filter(({ manifest }) => manifest.private !== true);

let work: string;
let tarballs: string[];

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "wirefold-pack-"));
  const packs = join(work, "packs");
  mkdirSync(packs);
  const folders = published.map(({ folder }) => folder);
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", packs, ...folders], {
    cwd: root,
    stdio: "pipe",
  });
  tarballs = readdirSync(packs).map((name) => join(packs, name));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

test("no published package depends on a private one", () => {
  const unpublished = new Set(manifests.filter(({ manifest }) => manifest.private === true).map(({ manifest }) => manifest.name));
  for (const { manifest } of published)
    expect(
      Object.keys(manifest.dependencies ?? {}).filter((name) => unpublished.has(name)),
      manifest.name,
    ).toEqual([]);
});

test("every tarball has a licence and a README, and no trace of how it was built", () => {
  expect(tarballs).toHaveLength(published.length);
  for (const tarball of tarballs) {
    const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).split("\n");
    expect(files, tarball).toContain("package/LICENSE");
    expect(files, tarball).toContain("package/README.md");
    expect(
      files.filter((file) => file.includes("tsbuildinfo")),
      tarball,
    ).toEqual([]);
  }
});

test("an empty project installs the tarballs, type-checks against them under strict, and runs them", () => {
  const project = join(work, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "somebody-else", private: true, type: "module" }));
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", ...tarballs], {
    cwd: project,
    stdio: "pipe",
  });
  writeFileSync(
    join(project, "main.ts"),
    `import { extractArticle } from "@wirefold/article";
import { fuseClaims } from "@wirefold/truth";
const { text } = extractArticle("<article><h1>Ferry aground</h1><p>The ferry Marenta ran aground off Port Linden on Monday, the coast guard said.</p></article>", {});
const [fused] = fuseClaims([{ object: "gate", property: "of", claims: [{ source: "a", value: "B4" }] }]);
const answer: { text: string; value: string | number | null | undefined } = { text, value: fused?.value as string };
console.log(JSON.stringify(answer));
`,
  );
  const options = ["--strict", "--skipLibCheck", "false", "--module", "nodenext", "--target", "es2023", "--types", "node"];
  const types = ["--typeRoots", join(root, "node_modules/@types")];
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...options, ...types, "main.ts"], {
    cwd: project,
    stdio: "pipe",
  });
  const answer = JSON.parse(execFileSync(process.execPath, ["main.js"], { cwd: project, encoding: "utf8" }));
  expect(answer).toMatchObject({ value: "B4" });
  expect(answer.text).toContain("Marenta");
  expect(execFileSync(join(project, "node_modules/.bin/wirefold"), ["--version"], { encoding: "utf8" })).toMatch(/\d+\.\d+\.\d+/);
}, 600_000);
