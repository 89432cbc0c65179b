import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateRawSync, gzipSync } from "node:zlib";
import type { SubmittedLocator } from "@wirefold/core";
import { MemoryBlobs } from "@wirefold/store";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { WARCRecord, WARCSerializer } from "warcio";
import type { Position } from "../src/archives/context.ts";
import { readWarcRange } from "../src/archives/warc-body.ts";
import { expandSource } from "../src/expand-source.ts";
import { readLine } from "../src/read-line.ts";

const words = (n: number) => `The harbour council of Ostrand voted on motion ${n} to dredge the northern basin.`;
const page = (n: number) => `<!doctype html><title>Motion ${n}</title><h1>Motion ${n}</h1><p>${words(n)}</p>`;

async function setup() {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-archive-"));
  const blobs = new MemoryBlobs();
  const expand = async (source: string, more: Partial<Parameters<typeof expandSource>[1]> = {}) => {
    const locators: SubmittedLocator[] = [];
    const problems: string[] = [];
    const passed: Record<string, number> = {};
    const positions: Position[] = [];
    const context = {
      blobs,
      onUnreadable: (error: Error) => void problems.push(error.message.replaceAll(folder, "")),
      onPassedOver: (reason: string) => {
        passed[reason] = (passed[reason] ?? 0) + 1;
      },
      onPosition: (_: string, position: Position) => void positions.push(position),
      ...more,
    };
    for await (const locator of expandSource(source, context)) locators.push(locator);
    return { locators, problems, passed, positions };
  };
  const text = async ({ locator, range, record, hints }: SubmittedLocator) => {
    if (record !== undefined) return Buffer.from(await blobs.get(record.bodyHash)).toString();
    if (range === undefined) throw new Error(`${locator} has no place`);
    const body = await readWarcRange(locator, [...range] as [number, number], hints, 10_000_000);
    return body === null ? null : Buffer.from(body.bytes).toString();
  };
  const write = (name: string, bytes: string | Uint8Array) => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  return { folder, blobs, expand, text, write, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

type Made = { url?: string; type?: string; http?: Record<string, string>; status?: string; body?: string | Uint8Array };

/** A WARC as warcio writes it. */
async function warc(records: readonly Made[], gzip: boolean): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const info = await WARCRecord.createWARCInfo({ filename: "x.warc", warcVersion: "WARC/1.1" }, { software: "a test" });
  parts.push(await WARCSerializer.serialize(info, { gzip }));
  for (const {
    url = "https://o.example/",
    type = "response",
    http = { "Content-Type": "text/html" },
    status = "200 OK",
    body = "",
  } of records) {
    async function* content() {
      yield typeof body === "string" ? new TextEncoder().encode(body) : body;
    }
    const record = WARCRecord.create(
      {
        url,
        date: "2031-03-04T10:00:00Z",
        type,
        warcVersion: "WARC/1.1",
        httpHeaders: http,
        statusline: `HTTP/1.1 ${status}`,
        warcHeaders: {},
      } as never,
      content(),
    );
    parts.push(await WARCSerializer.serialize(record, { gzip }));
  }
  return Buffer.concat(parts);
}

const mixed: readonly Made[] = [
  { url: "https://o.example/1", body: page(1) },
  { url: "https://o.example/2", http: { "Content-Type": "text/html", "Content-Encoding": "gzip" }, body: gzipSync(page(2)) },
  { url: "https://o.example/logo.png", http: { "Content-Type": "image/png" }, body: "PNG" },
  { url: "https://o.example/gone", status: "404 Not Found", body: page(4) },
  {
    url: "https://o.example/3",
    http: { "Content-Type": "text/html", "Transfer-Encoding": "chunked" },
    body: `${page(3).length.toString(16)}\r\n${page(3)}\r\n0\r\n\r\n`,
  },
  { url: "https://o.example/5", http: { "Content-Type": "text/plain" }, body: page(5) },
];

test.each([true, false])("a WARC that warcio wrote (gzip %s) gives its pages, unpacked, each by its bytes", async (gzip) => {
  using bench = await setup();
  const path = bench.write(gzip ? "a.warc.gz" : "a.warc", await warc(mixed, gzip));
  const { locators, passed, problems } = await bench.expand(path);
  expect(problems).toEqual([]);
  expect(passed).toEqual({ "image/png": 1, "status-404": 1 });
  expect(locators.map(({ hints }) => hints.url)).toEqual([1, 2, 3, 5].map((n) => `https://o.example/${n}`));
  for (const [index, n] of [1, 2, 3, 5].entries()) expect(await bench.text(locators[index]!)).toBe(page(n));
  // Expanded again they are the same locators, so nothing is recorded twice.
  expect((await bench.expand(path)).locators).toEqual(locators);
});

test("a WARC compressed as a whole, and one within a WACZ, give the same pages", async () => {
  using bench = await setup();
  const whole = bench.write("b.warc.gz", gzipSync(await warc(mixed, false)));
  const wacz = bench.write(
    "c.wacz",
    zip([
      { name: "archive/data.warc.gz", bytes: await warc(mixed, true), stored: true },
      { name: "pages/pages.jsonl", bytes: Buffer.from('{"format":"json-pages-1.0"}\n') },
      { name: "datapackage.json", bytes: Buffer.from("{}") },
    ]),
  );
  for (const path of [whole, wacz]) {
    const { locators, problems } = await bench.expand(path);
    expect(problems, path).toEqual([]);
    expect(await Promise.all(locators.map(bench.text))).toEqual([1, 2, 3, 5].map(page));
    expect(locators[0]).toMatchObject({ locator: "https://o.example/1", record: { kind: null } });
  }
});

test("WET gives the text of each page", async () => {
  using bench = await setup();
  const record = (n: number) =>
    `WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://o.example/${n}\r\nWARC-Record-ID: <urn:uuid:${n}>\r\nContent-Type: text/plain\r\nContent-Length: ${words(n).length}\r\n\r\n${words(n)}\r\n\r\n`;
  const path = bench.write("d.wet.gz", Buffer.concat([gzipSync(record(1)), gzipSync(record(2))]));
  const { locators } = await bench.expand(path);
  expect(await Promise.all(locators.map(bench.text))).toEqual([words(1), words(2)]);
});

test.each([true, false])(
  "damaged records (gzip %s) are passed over and told with their place; the rest is read",
  async (gzip) => {
    using bench = await setup();
    const many = Array.from({ length: 8 }, (_, n) => ({ url: `https://o.example/${n}`, body: page(n).repeat(20) }));
    const bytes = await warc(many, gzip);
    const path = bench.write(gzip ? "e.warc.gz" : "e.warc", bytes);
    const { locators } = await bench.expand(path);
    const third = locators[2]!.range!;
    const hurt = Buffer.from(bytes);
    if (gzip) hurt.fill(0xee, third[0] + 20, third[0] + 60);
    else hurt.write("WRAC/", third[0]);
    writeFileSync(path, hurt.subarray(0, hurt.length - 100));
    const again = await bench.expand(path);
    expect(again.locators.map(({ hints }) => hints.url)).toEqual([0, 1, 3, 4, 5, 6].map((n) => `https://o.example/${n}`));
    expect(again.problems.length).toBeGreaterThanOrEqual(2);
    expect(again.problems[0]).toContain(`record at byte ${third[0]}`);
    expect(again.problems.at(-1)).toMatch(/cut off|shorter/);
    // A record that was submitted before the damage is told apart from what stands there now.
    await expect(bench.text(locators[2]!)).rejects.toThrow();
  },
);

test("a walk goes on from where it was, in every format", async () => {
  using bench = await setup();
  const lines = Array.from({ length: 60 }, (_, n) => JSON.stringify({ id: `n${n}`, text: words(n) })).join("\n");
  const rows = Array.from({ length: 60 }, (_, n) => `n${n},"${words(n)}"`).join("\n");
  const many = Array.from({ length: 60 }, (_, n) => ({ url: `https://o.example/${n}`, body: page(n) }));
  const paths = [
    bench.write("a.jsonl", lines),
    bench.write("a.jsonl.gz", gzipSync(lines)),
    bench.write("a.csv", `id,text\n${rows}\n`),
    bench.write("a.warc.gz", await warc(many, true)),
    bench.write("b.warc.gz", gzipSync(await warc(many, false))),
    bench.write("a.zip", zip(Array.from({ length: 60 }, (_, n) => ({ name: `${n}.html`, bytes: Buffer.from(page(n)) })))),
    bench.write(
      "a.parquet",
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            { name: "id", data: Array.from({ length: 60 }, (_, n) => `n${n}`) },
            { name: "text", data: Array.from({ length: 60 }, (_, n) => words(n)) },
          ],
        }),
      ),
    ),
  ];
  for (const path of paths) {
    const all = (await bench.expand(path)).locators;
    expect(all, path).toHaveLength(60);
    // Stopped somewhere in the middle: what was reached then, and what comes after it, is all of it.
    const seen: SubmittedLocator[] = [];
    let reached: Position | null = null;
    const context = {
      blobs: bench.blobs,
      onPosition: (_: string, position: Position) => {
        reached = position;
      },
    };
    for await (const locator of expandSource(path, context)) {
      seen.push(locator);
      if (seen.length === 37) break;
    }
    const rest = await bench.expand(path, { from: () => reached });
    expect(rest.locators.length, path).toBeLessThan(60);
    expect(new Set([...seen, ...rest.locators].map(({ locatorId }) => locatorId)), path).toEqual(
      new Set(all.map(({ locatorId }) => locatorId)),
    );
  }
});

test("compressed lines, JSON, CSV and Parquet are documents; what is wrong in them is told with its place", async () => {
  using bench = await setup();
  const good = { id: "a", url: "https://o.example/a", text: words(1), date: "2031-03-04" };
  const jsonl = bench.write(
    "x.jsonl.gz",
    gzipSync(`${JSON.stringify(good)}\nnot json\n\n${JSON.stringify({ id: 7, html: page(2) })}\n{"id":"z"}\n`),
  );
  const read = await bench.expand(jsonl);
  expect(await Promise.all(read.locators.map(bench.text))).toEqual([words(1), page(2)]);
  expect(read.locators.map(({ locator }) => locator)).toEqual(["https://o.example/a", `${pathToFileURL(jsonl).href}#7`]);
  expect(read.locators[0]?.hints).toMatchObject({ url: "https://o.example/a", published_at: "2031-03-04" });
  expect(read.problems).toEqual([
    expect.stringContaining("x.jsonl.gz, line 2: not JSON"),
    expect.stringContaining("line 5: neither"),
  ]);

  const cut = bench.write(
    "y.jsonl.gz",
    gzipSync(Array.from({ length: 2000 }, (_, n) => JSON.stringify({ id: n, text: words(n * 7919) })).join("\n")).subarray(
      0,
      -3000,
    ),
  );
  const some = await bench.expand(cut);
  expect(some.locators.length).toBeGreaterThan(200);
  expect(some.problems.at(-1)).toContain("damaged or cut off");

  const json = bench.write("x.json", JSON.stringify({ total: 2, articles: [good, { id: "b", text: words(2) }] }));
  expect((await bench.expand(json)).locators).toHaveLength(2);
  await expect(bench.expand(bench.write("bad.json", "{"))).rejects.toThrow("not JSON");

  const csv = bench.write(
    "x.csv",
    `\uFEFFkey,headline,body,day\r\n1,"Motion, one","${words(1)}\nSecond line with ""quotes"".",2031-03-04\r\n2,Empty,,\r\n`,
  );
  const columns = { id: "key", title: "headline", text: "body", published_at: "day" };
  const table = await bench.expand(csv, { columns });
  expect(table.locators).toHaveLength(1);
  expect(await bench.text(table.locators[0]!)).toBe(`${words(1)}\nSecond line with "quotes".`);
  expect(table.locators[0]?.hints).toMatchObject({ title: "Motion, one", published_at: "2031-03-04" });
  expect(table.problems[0]).toContain("x.csv, line");

  const parquet = bench.write(
    "x.parquet",
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "headline", data: ["One", "Two"] },
          { name: "body", data: [words(1), words(2)] },
          { name: "n", data: [1n, 2n] },
        ],
      }),
    ),
  );
  const fromParquet = await bench.expand(parquet, { columns: { title: "headline", text: "body", id: "n" } });
  expect(await Promise.all(fromParquet.locators.map(bench.text))).toEqual([words(1), words(2)]);
  await expect(bench.expand(bench.write("bad.parquet", "PAR1 nothing"))).rejects.toThrow("damaged as a Parquet file");
});

test("tables come with any separator, encoding and capitals; one without a document is told so once", async () => {
  using bench = await setup();
  const textsOf = async (name: string, bytes: string | Uint8Array) =>
    Promise.all((await bench.expand(bench.write(name, bytes))).locators.map(bench.text));
  const both = [`${words(1)}; or "so", café`, words(2)];
  const table = (mark: string, names = ["id", "title", "text"]) =>
    `${names.join(mark)}\r\n${both.map((text, n) => [n, `"One${mark}two"`, `"${text.replaceAll('"', '""')}"`].join(mark)).join("\r\n")}\r\n`;
  for (const mark of [",", ";", "\t", "|"]) expect([mark, await textsOf("t.csv", table(mark))]).toEqual([mark, both]);
  expect(await textsOf("upper.csv", table(";", ["ID", "Title", " Text"]))).toEqual(both);
  expect(await textsOf("wide.csv", Buffer.from(`\uFEFF${table(";")}`, "utf16le"))).toEqual(both);
  expect(await textsOf("latin.csv", Buffer.from(table(";"), "latin1"))).toEqual(both);
  const long = `id,text\n${Array.from({ length: 6000 }, (_, n) => `${n},"${words(n)}"`).join("\n")}\n`;
  expect((await textsOf("late.csv", Buffer.from(`${long}x,"Café au lait"\n`, "latin1"))).at(-1)).toBe("Café au lait");
  expect((await textsOf("late.tsv.gz", gzipSync(`${long}x,"Café"\n`.replaceAll(",", "\t")))).at(-1)).toBe("Café");
  await expect(bench.expand(bench.write("no.csv", "key,body\n1,x\n2,y\n"))).rejects.toThrow(
    /no column is named text.*--columns text=NAME \(it has key, body\)/,
  );
  await expect(bench.expand(bench.write("no.csv", "id,text\n1,x\n"), { columns: { text: "body" } })).rejects.toThrow(
    "it has id, text",
  );
  const typed = JSON.stringify({ id: 1, text: words(1), date: 20310304, title: ["x"], source: null });
  expect((await bench.expand(bench.write("typed.json", typed))).locators[0]?.hints).toEqual({ published_at: "20310304" });
});

test("zstd is read to its end, and one that breaks off is told; archives of other kinds are refused by name", async () => {
  using bench = await setup();
  // Frames of zstd that hold their bytes as they are (RFC 8878, raw blocks), as no packer is available.
  const frame = (text: string) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(text.length);
    const block = Buffer.alloc(4);
    block.writeUInt32LE((text.length << 3) | 1);
    return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), size, block.subarray(0, 3), Buffer.from(text)]);
  };
  const line = (n: number) => `${JSON.stringify({ id: n, text: words(n) })}\n`;
  const two = Buffer.concat([frame(line(1)), frame(line(2))]);
  const whole = await bench.expand(bench.write("a.jsonl.zst", two));
  expect(await Promise.all(whole.locators.map(bench.text))).toEqual([words(1), words(2)]);
  const cut = await bench.expand(bench.write("b.jsonl.zst", two.subarray(0, two.length - 9)));
  expect([cut.locators.length, cut.problems.length]).toEqual([1, 1]);
  const record = (await warc([{ url: "https://o.example/1", body: page(1) }], false)).toString("latin1");
  const packed = await bench.expand(bench.write("c.warc.zst", frame(record)));
  expect(packed.locators.map(({ locator }) => locator)).toEqual(["https://o.example/1"]);
  for (const name of ["a.tar.gz", "a.tgz", "a.7z", "a.html.bz2", "a.xz", "a.arc.gz"])
    await expect(bench.expand(bench.write(name, "x"))).rejects.toThrow("are not read; ");
});

test("a ZIP gives its pages by name, whatever the names; bombs, locked and damaged members are told", async () => {
  using bench = await setup();
  const bomb = Buffer.alloc(20 * 1024 * 1024);
  const bytes = zip([
    { name: "../../etc/page.html", bytes: Buffer.from(page(1)) },
    { name: "/abs/2.txt", bytes: Buffer.from(words(2)) },
    { name: "__MACOSX/._page.html", bytes: Buffer.from("x") },
    { name: "photo.jpg", bytes: Buffer.from("x") },
    { name: "bomb.html", bytes: bomb },
    { name: "hurt.html", bytes: Buffer.from(page(3).repeat(30)), hurt: true },
    { name: "lines.jsonl", bytes: Buffer.from(`${JSON.stringify({ id: 1, text: words(4) })}\n`) },
  ]);
  const { locators, problems, passed } = await bench.expand(bench.write("a.zip", bytes));
  expect(await Promise.all(locators.map(bench.text))).toEqual([page(1), words(2), words(4)]);
  expect(passed).toMatchObject({ ".jpg": 1 });
  expect(problems).toEqual([
    expect.stringMatching(/bomb\.html: unpacks to more than/),
    expect.stringMatching(/hurt\.html: damaged/),
  ]);
  await expect(bench.expand(bench.write("b.zip", bytes.subarray(0, 300)))).rejects.toThrow("damaged as a ZIP archive");
});

test("html_path is read, unpacked, and confined to the folder of its file unless another is allowed", async () => {
  using bench = await setup();
  using other = await setup();
  bench.write("pages/1.html.gz", gzipSync(page(1)));
  const secret = other.write("secret.html", page(9));
  symlinkSync(secret, join(bench.folder, "pages/link.html"));
  const lines = [
    { id: 1, html_path: "pages/1.html.gz" },
    { id: 2, html_path: secret },
    { id: 3, html_path: "../../../../etc/passwd" },
    { id: 4, html_path: "pages/link.html" },
    { id: 5, html_path: "pages/none.html" },
  ];
  const path = bench.write("a.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
  const { locators } = await bench.expand(path);
  const read = (n: number, allowed: string[] = []) =>
    readLine(locators[n]!.locator, [...locators[n]!.range!] as [number, number], {}, 1_000_000, allowed);
  expect(Buffer.from((await read(0)).bytes).toString()).toBe(page(1));
  for (const n of [1, 2, 3])
    await expect(read(n)).rejects.toMatchObject({
      code: "WIREFOLD_BROKEN_LINE",
      message: expect.stringContaining("WIREFOLD_ALLOW_PATHS"),
    });
  await expect(read(4)).rejects.toMatchObject({ code: "WIREFOLD_FILE_UNREADABLE" });
  expect(Buffer.from((await read(3, [other.folder])).bytes).toString()).toBe(page(9));
});

test("links that leave the folder are refused and told; lists of addresses and feeds in a folder are read", async () => {
  using bench = await setup();
  using other = await setup();
  symlinkSync(other.write("secret.txt", words(9)), join(bench.folder, "link.txt"));
  symlinkSync(other.folder, join(bench.folder, "linked"));
  bench.write("in/1.html", page(1));
  symlinkSync(join(bench.folder, "in/1.html"), join(bench.folder, "again.html"));
  bench.write("list.txt", "# mine\nhttps://o.example/1\n\nhttps://o.example/2#x\n");
  bench.write("feed.xml", "<rss version='2.0'><channel/></rss>");
  bench.write("pom.xml", "<?xml version='1.0'?><project/>");
  const { locators, problems } = await bench.expand(bench.folder);
  expect(problems).toEqual([
    expect.stringContaining("a link out of the folder"),
    expect.stringContaining("a link out of the folder"),
  ]);
  const names = locators.map(({ locator }) => locator.replace(pathToFileURL(bench.folder).href, ""));
  expect(names).toEqual(["/again.html", "/feed.xml", "/in/1.html", "https://o.example/1", "https://o.example/2"]);
  expect((await bench.expand(bench.folder, { allowedFolders: [other.folder] })).problems).toEqual([]);
  expect(readFileSync(join(bench.folder, "list.txt"), "utf8")).toContain("mine");
});

/** A ZIP archive, so that what libraries would not write can be tried. */
function zip(members: readonly { name: string; bytes: Buffer; stored?: boolean; hurt?: boolean }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, stored = false, hurt = false } of members) {
    const packed = stored ? bytes : deflateRawSync(bytes);
    if (hurt) packed.fill(0xff, 4, 20);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(stored ? 0 : 8, 8);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(0, 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(bytes.length, 8);
    sizes.copy(head, 14);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    sizes.copy(entry, 16);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    parts.push(head, Buffer.from(name), packed);
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
