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
import { WarcArchive } from "../../src/http/warc-archive.ts";

/** Its command, as npm installs it. */
const warcio = realpathSync(join(import.meta.dirname, "../../../../node_modules/.bin/warcio"));

const page = "<!doctype html><title>Ostrand</title><p>The harbour council of Ostrand voted on Tuesday, café included.</p>";

test("every answer is kept as WARC 1.1 that warcio reads and we read again; an unchanged page is a revisit", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-warc-"));
  const server = createServer((request, response) => {
    if (request.url === "/robots.txt") return void response.writeHead(404).end();
    if (request.url === "/moved") return void response.writeHead(302, { location: "/page" }).end();
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip", "x-odd": "a" })
      .end(gzipSync(page));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reader = new HttpReader({
    userAgent: "quaybot/1.0 (+https://quay.example)",
    allowPrivate: true,
    hostDelayMs: 0,
    archive: new WarcArchive(folder, "quaybot/1.0"),
  });
  const signal = new AbortController().signal;
  for (const path of ["/page", "/moved", "/page"]) await reader.read(origin + path, {}, 1_000_000, signal);
  await reader.close();
  server.close();
  const [name = ""] = readdirSync(folder);
  const records: { type: string | null | undefined; url: string | null | undefined; text: string }[] = [];
  for await (const record of new WARCParser(createReadStream(join(folder, name)))) {
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
    "response /page",
    "request /page",
    "response /moved",
    "request /moved",
    "revisit /page",
    "request /page",
    "revisit /page",
    "request /page",
  ]);
  expect(records.find(({ type, url }) => type === "response" && url?.endsWith("/page"))?.text).toBe(page);
  // The command that others read archives with agrees.
  const index = execFileSync(process.execPath, [warcio, "index", join(folder, name)], { encoding: "utf8" });
  const lines = index
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { "warc-type": string });
  expect(lines.map((line) => line["warc-type"])).toEqual(records.map(({ type }) => type));
  // Reprocessing never touches the network: the archive is a source like any other.
  const locators = [];
  for await (const locator of expandSource(join(folder, name))) locators.push(locator.hints.url);
  expect(locators).toEqual([`${origin}/page`]);
  rmSync(folder, { recursive: true });
});
