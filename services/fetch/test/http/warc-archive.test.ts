import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { WARCParser } from "warcio";
import { expandSource } from "../../src/expand-source.ts";
import { HttpReader } from "../../src/http/url-reader.ts";
import { type ArchivedBodies, WarcArchive } from "../../src/http/warc-archive.ts";

/** Its command, as npm installs it. */
const warcio = realpathSync(join(import.meta.dirname, "../../../../node_modules/.bin/warcio"));

const page = "<!doctype html><title>Ostrand</title><p>The harbour council of Ostrand voted on Tuesday, café included.</p>";

test("every answer is kept as WARC 1.1 that warcio reads and we read again; an unchanged page is a revisit", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-warc-"));
  const server = createServer((request, response) => {
    if (request.url === "/robots.txt") return void response.writeHead(404).end();
    if (request.headers["if-none-match"] !== undefined) return void response.writeHead(304).end();
    if (request.url === "/moved") return void response.writeHead(302, { location: "/page" }).end();
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip", "x-odd": "a" })
      .end(gzipSync(page));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bodies = new Map<string, { digest: string; recordId: string; at: Date }>();
  const shared: ArchivedBodies = {
    find: async (address) => bodies.get(address) ?? null,
    keep: async (address, body) => void bodies.set(address, body),
  };
  const signal = new AbortController().signal;
  // Two processes, one archive: what the first wrote the second meets again.
  const names = [];
  for (const paths of [["/page", "/moved", "/page"], ["/page"]]) {
    const reader = new HttpReader({
      userAgent: "quaybot/1.0 (+https://quay.example)",
      allowPrivate: true,
      hostDelayMs: 0,
      archive: new WarcArchive(join(folder, String(paths.length)), "quaybot/1.0", shared),
    });
    for (const path of paths) await reader.read(origin + path, {}, 1_000_000, signal);
    if (paths.length === 1) await reader.poll(`${origin}/page`, { "if-none-match": '"1"' }, 1_000_000, signal);
    await reader.close();
    names.push(...readdirSync(join(folder, String(paths.length))).map((file) => join(folder, String(paths.length), file)));
  }
  server.close();
  const [name = "", second = ""] = names;
  const again: (string | undefined)[] = [];
  for await (const record of new WARCParser(createReadStream(second))) {
    await record.readFully(false);
    if (record.warcType === "revisit") again.push(record.warcHeader("WARC-Profile")?.split("/").at(-1));
  }
  expect(again).toEqual(["identical-payload-digest", "server-not-modified"]);
  const records: { type: string | null | undefined; url: string | null | undefined; text: string }[] = [];
  for await (const record of new WARCParser(createReadStream(name))) {
    const text = await record.contentText();
    expect(record.warcHeaders.protocol).toBe("WARC/1.1");
    records.push({ type: record.warcType, url: record.warcTargetURI, text });
    if (record.warcType === "response" && record.warcTargetURI?.endsWith("/page"))
      expect(record.httpHeaders?.headers.get("x-archive-orig-content-encoding")).toBe("gzip");
  }
  const kinds = records
    .filter(({ url }) => !url?.endsWith("robots.txt"))
    .map(({ type, url }) => `${type} ${url?.replace(origin, "") ?? ""}`.trim());
  expect(kinds).toEqual([
    "warcinfo",
    ...["response /page", "request /page", "metadata /page"],
    ...["response /moved", "request /moved", "metadata /moved"],
    ...["revisit /page", "request /page", "metadata /page"],
    ...["revisit /page", "request /page", "metadata /page"],
  ]);
  expect(records.find(({ type, url }) => type === "response" && url?.endsWith("/page"))?.text).toBe(page);
  const led = records.filter(({ type, text }) => type === "metadata" && /^via: /m.test(text));
  expect(led.map(({ url, text }) => [url, /^via: (.*)$/m.exec(text.replaceAll("\r", ""))?.[1]])).toEqual([
    [`${origin}/page`, `${origin}/moved`],
  ]);
  // The command that others read archives with agrees.
  const index = execFileSync(process.execPath, [warcio, "index", name], { encoding: "utf8" });
  const lines = index
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { "warc-type": string });
  expect(lines.map((line) => line["warc-type"])).toEqual(records.map(({ type }) => type));
  // Reprocessing never touches the network: the archive is a source like any other.
  const locators = [];
  for await (const locator of expandSource(name)) locators.push(locator.hints.url);
  expect(locators).toEqual([`${origin}/page`]);
  rmSync(folder, { recursive: true });
});
