import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { expandSource } from "../src/expand-source.ts";
import { readLine } from "../src/read-line.ts";

function setup(content: string | Buffer) {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-line-"));
  const path = join(folder, "lines.jsonl");
  writeFileSync(path, content);
  const read = async (index = 0, bytesMax = 1e6) => {
    const locators = await all(expandSource(path));
    const { locator, range, hints } = locators[index]!;
    return readLine(locator, range!, hints, bytesMax);
  };
  return { path, file: pathToFileURL(path).href, read, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes);

test("a line gives its document, what it knows of it, and its id as its name", async () => {
  using bench = setup(
    '\uFEFF{"id":7,"text":"Žďár 🐎","title":"T","date":"2026-03-04","source":"The Quay"}\r\n{"url":"https://quay.example/a","html":"<p>x"}',
  );
  const first = await bench.read(0);
  expect(textOf(first)).toBe("Žďár 🐎");
  expect(first).toMatchObject({
    kind: "text",
    locator: `${bench.file}#7`,
    hints: { title: "T", published_at: "2026-03-04", outlet: "The Quay" },
  });
  const second = await bench.read(1);
  expect(second).toMatchObject({ kind: "html", locator: "https://quay.example/a", hints: { url: "https://quay.example/a" } });
});

test("an empty html gives way to a text", async () => {
  using bench = setup('{"html":"","text":"words"}\n{"html":""}');
  expect(textOf(await bench.read(0))).toBe("words");
  expect(await bench.read(1)).toMatchObject({ kind: "html", bytes: new Uint8Array() });
});

test.each([
  ['{"text": "cut off', "line 1: not JSON"],
  ["[1, 2]", "line 1: not a document"],
  ['{"text": 7}', "line 1: not a document (text: Invalid input"],
  ['{"id": 1}', 'line 1: neither "html" nor "text"'],
  [Buffer.from('{"text":"\xff\xfe"}', "latin1"), "line 1: not UTF-8"],
  ['{"text":"ok"}\n\n{"text":', "line 3: not JSON"],
])("a broken line (%s) says which and what to do", async (content, message) => {
  using bench = setup(content);
  const index = String(content).includes("ok") ? 1 : 0;
  await expect(bench.read(index)).rejects.toMatchObject({
    code: "WIREFOLD_BROKEN_LINE",
    message: expect.stringContaining(`${bench.path}, ${message}`),
  });
});

test("what the store refuses does not come out of a line, in a message neither", async () => {
  using bench = setup(
    `${JSON.stringify({ id: "a\u0000b", text: "x", title: "cut \ud83d here", outlet: "nul \u0000" })}\n{"text": \u0000}`,
  );
  const { hints, locator } = await bench.read(0);
  expect(hints).toEqual({ title: "cut \uFFFD here", outlet: "nul  " });
  expect(locator).toBe(`${bench.file}#a b`);
  const error = await bench.read(1).catch((reason: Error) => reason);
  expect((error as Error).message).toContain("line 2: not JSON");
  expect((error as Error).message).not.toContain("\u0000");
});

test("a file that was rewritten since it was submitted gives no half lines", async () => {
  using bench = setup('{"text":"a"}\n{"text":"b"}\n');
  const locators = await all(expandSource(bench.path));
  writeFileSync(bench.path, '{"text":"a new first line"}\n{"text":"a"}\n{"text":"b"}\n');
  await expect(readLine(locators[1]!.locator, locators[1]!.range!, {}, 1e6)).rejects.toThrow(/changed since it was submitted/);
  writeFileSync(bench.path, "");
  await expect(readLine(locators[1]!.locator, locators[1]!.range!, {}, 1e6)).rejects.toThrow(/changed since it was submitted/);
});

test("a line longer than is accepted is refused before it is read", async () => {
  using bench = setup(JSON.stringify({ text: "x".repeat(1000) }));
  await expect(bench.read(0, 500)).rejects.toMatchObject({ code: "WIREFOLD_BODY_TOO_LARGE" });
});
