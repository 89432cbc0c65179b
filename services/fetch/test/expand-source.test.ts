import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SubmittedLocator } from "@wirefold/core";
import { expect, test } from "vitest";
import { expandSource } from "../src/expand-source.ts";

function setup(files: Record<string, string | Buffer> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-expand-"));
  const write = (name: string, content: string | Buffer) => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  const expand = async (source = folder) => {
    const problems: string[] = [];
    const locators: SubmittedLocator[] = [];
    for await (const locator of expandSource(source, { onUnreadable: (error) => problems.push(error.message) }))
      locators.push(locator);
    const names = locators.map(({ locator }) => decodeURIComponent(locator.slice(pathToFileURL(folder).href.length + 1)));
    return { locators, names, problems };
  };
  return { folder, write, expand, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The lines a JSONL file's locators point at. */
function linesOf(path: string, locators: readonly SubmittedLocator[]): string[] {
  const bytes = readFileSync(path);
  return locators.map(({ range }) => bytes.subarray(...range!).toString());
}

test("a folder gives its documents in name order, and passes over hidden files and other kinds", async () => {
  using bench = setup({ "b.html": "b", "a.txt": "a", ".c.html": "c", ".d/e.html": "e", "f.png": "f", "g/h.XHTML": "h" });
  expect((await bench.expand()).names).toEqual(["a.txt", "b.html", "g/h.XHTML"]);
});

test("a file that is named itself is taken whatever its ending", async () => {
  using bench = setup({ ".page": "p" });
  expect((await bench.expand(join(bench.folder, ".page"))).names).toEqual([".page"]);
});

test("names that a URL must escape come back as they were", async () => {
  using bench = setup({ "a b#1?%41 é.html": "x" });
  const { names } = await bench.expand();
  expect(names).toEqual(["a b#1?%41 é.html"]);
  expect((await bench.expand(pathToFileURL(join(bench.folder, names[0]!)).href)).names).toEqual(names);
});

test("links that lead in circles or across one another end", async () => {
  using bench = setup({ "one/a.html": "a", "two/b.html": "b" });
  for (const from of ["one", "two"])
    for (const to of ["one", "two", "."]) symlinkSync(join("..", to), join(bench.folder, from, `to-${to === "." ? "top" : to}`));
  const { locators } = await bench.expand();
  expect(locators.length).toBeGreaterThanOrEqual(2);
  expect(locators.length).toBeLessThanOrEqual(4);
});

test("a link to nothing is told and costs its neighbours nothing", async () => {
  using bench = setup({ "a.html": "a", "c.html": "c" });
  symlinkSync("nowhere", join(bench.folder, "b.html"));
  const { names, problems } = await bench.expand();
  expect(names).toEqual(["a.html", "c.html"]);
  expect(problems).toEqual([`${join(bench.folder, "b.html")}: there is no such file or folder; check the path`]);
});

test("without a listener the first unreadable file ends the walk with its error", async () => {
  using bench = setup();
  symlinkSync("nowhere", join(bench.folder, "b.html"));
  await expect(expandSource(bench.folder).next()).rejects.toMatchObject({ code: "WIREFOLD_FILE_UNREADABLE" });
});

test.each([
  ["no/such/folder", "WIREFOLD_FILE_UNREADABLE", "no such file or folder"],
  ["/etc/hostname/page.html", "WIREFOLD_FILE_UNREADABLE", "no such file"],
  ["ftp://example.org/page.html", "WIREFOLD_FILE_UNREADABLE", "ftp is not read"],
  ["file://elsewhere/page.html", "WIREFOLD_FILE_UNREADABLE", "not a file URL of this machine"],
  ["http://", "WIREFOLD_HTTP_REFUSED", "not a URL"],
  ["https://exa mple.org/", "WIREFOLD_HTTP_REFUSED", "not a URL"],
])("%s is refused with %s", async (source, code, message) => {
  await expect(expandSource(source).next()).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
});

test("a pipe named like a JSONL file is refused and does not hang", async () => {
  using bench = setup({ "a.html": "a" });
  execFileSync("mkfifo", [join(bench.folder, "lines.jsonl")]);
  const { names, problems } = await bench.expand();
  expect(names).toEqual(["a.html"]);
  expect(problems[0]).toContain("it is a pipe, a socket or a device");
});

test("each line of a JSONL file is one range, whatever its line ends, blank lines and characters", async () => {
  using bench = setup();
  const path = bench.write(
    "l.jsonl",
    '{"text":"žluťoučký 🐎"}\r\n\r\n  \t\n{"text":"二"}\n\n{"text":"last, without a line end"}',
  );
  const { locators } = await bench.expand();
  expect(linesOf(path, locators)).toEqual(['{"text":"žluťoučký 🐎"}\r', '{"text":"二"}', '{"text":"last, without a line end"}']);
  expect(new Set(locators.map(({ locatorId }) => locatorId)).size).toBe(3);
});

test("a byte order mark is part of the first line, and alone is no line", async () => {
  using bench = setup();
  const path = bench.write("l.jsonl", '\uFEFF{"text":"a"}\n');
  expect(linesOf(path, (await bench.expand(path)).locators)).toEqual(['\uFEFF{"text":"a"}']);
  const bare = bench.write("bare.jsonl", "\uFEFF\n");
  expect((await bench.expand(bare)).locators).toEqual([]);
});

test("lines longer than a piece of the stream, and ends on its edge, are found exactly", async () => {
  using bench = setup();
  const lines = [65_535, 65_536, 65_537, 200_000, 1].map((length, n) => String(n).repeat(length));
  const path = bench.write("l.ndjson", lines.join("\n"));
  expect(linesOf(path, (await bench.expand()).locators)).toEqual(lines);
});

test("lines added to a file are new, and the others keep their names wherever they moved", async () => {
  using bench = setup();
  const path = bench.write("l.jsonl", '{"text":"a"}\n{"text":"b"}');
  const before = (await bench.expand()).locators;
  writeFileSync(path, '{"text":"new"}\n{"text":"a"}\n{"text":"b"}\n{"text":"c"}\n');
  const after = (await bench.expand()).locators;
  const known = new Map(before.map(({ locatorId, fingerprint }) => [locatorId, fingerprint]));
  expect(
    linesOf(
      path,
      after.filter(({ locatorId }) => !known.has(locatorId)),
    ),
  ).toEqual(['{"text":"new"}', '{"text":"c"}']);
  for (const { locatorId, fingerprint } of after) if (known.has(locatorId)) expect(fingerprint).toBe(known.get(locatorId));
});

test("a URL is asked again by each run, without its fragment", async () => {
  using bench = setup();
  const [locator] = (await bench.expand("https://example.org/a#b")).locators;
  expect(locator).toMatchObject({ locator: "https://example.org/a", fingerprint: expect.stringMatching(/^asked:\d+$/) });
});
