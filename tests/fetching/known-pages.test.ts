import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { type DocumentFetched, type LocatorSubmitted, sha256, ThrottledError } from "@wirefold/core";
import { type FetchPorts, fetchDocument, HttpReader, pageMemory } from "@wirefold/fetch";
import { openDatabase, PageStore, type Pool } from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

let engines: Awaited<ReturnType<typeof testEngines>>;
let database: Pool;
const asked: { path: string; conditions: boolean }[] = [];
let answer: RequestListener = () => {};
const server = createServer((request, response) => {
  if (request.url === "/robots.txt") return response.writeHead(404).end();
  const conditions = "if-none-match" in request.headers || "if-modified-since" in request.headers;
  asked.push({ path: request.url ?? "", conditions });
  return answer(request, response);
});
const urls = new HttpReader({ userAgent: "quaybot/1 (+https://q.example)", allowPrivate: true, hostDelayMs: 0 });
let origin: string;
const stored = new Map<string, Uint8Array>();

beforeAll(async () => {
  engines = await testEngines({ template: storeTables });
  database = await openDatabase({ databaseUrl: engines.databaseUrl });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await urls.close();
  server.closeAllConnections();
  server.close();
  await database.end();
  await engines[Symbol.asyncDispose]();
});

beforeEach(async () => {
  asked.length = 0;
  await database.query("truncate page, document cascade");
});

function portsOf(change: Partial<FetchPorts> = {}): FetchPorts {
  const has = async (column: string, value: string) =>
    ((await database.query(`select from document where ${column} = $1`, [value])).rowCount ?? 0) > 0;
  return {
    blobs: {
      put: async (bytes) => {
        stored.set(sha256(bytes), bytes);
        return sha256(bytes);
      },
    } as FetchPorts["blobs"],
    urls,
    // A memory of its own each time, as another process has it.
    pages: pageMemory(new PageStore(database)),
    honour: [],
    known: (id) => has("id", id),
    stored: (locator) => has("locator", locator),
    movedFrom: async () => null,
    bodyBytesMax: 1_000_000,
    allowedFolders: [],
    found: async () => 0,
    ...change,
  };
}

/** Fetches a page as the stage does, and stores its document as the ledger does. */
async function fetched(path: string, change: { submitted?: Partial<LocatorSubmitted>; ports?: Partial<FetchPorts> } = {}) {
  const locator = `${origin}${path}`;
  const submitted = { locatorId: `loc-${sha256(locator).slice(0, 20)}`, locator, hints: {}, ...change.submitted };
  const ports = portsOf(change.ports);
  const ask = () => fetchDocument(submitted, ports, AbortSignal.timeout(60_000));
  // A document that is told that it is not the site's turn comes again, as the queue does.
  const outcome = await ask().catch(async (error) => {
    if (!(error instanceof ThrottledError)) throw error;
    await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs));
    return ask();
  });
  if (outcome.kind !== "emit") return { outcome, document: null };
  const document = outcome.outputs[0] as DocumentFetched;
  await database.query("insert into locator (id, locator, fingerprint, hints) values ($1, $2, '', '{}') on conflict do nothing", [
    submitted.locatorId,
    locator,
  ]);
  await database.query("insert into document (id, locator_id, locator, body_hash) values ($1, $2, $3, $4)", [
    document.documentId,
    submitted.locatorId,
    document.locator,
    document.bodyHash,
  ]);
  return { outcome, document };
}

const page = (words: string, head = "") =>
  `<!doctype html><html><head><title>Motion</title>${head}</head><body><p>${words} of Ostrand</p></body></html>`;
const send =
  (body: string, headers: Record<string, string> = {}): RequestListener =>
  (request, response) => {
    if (headers.etag !== undefined && request.headers["if-none-match"] === headers.etag) return response.writeHead(304).end();
    return response.writeHead(200, { "content-type": "text/html", ...headers }).end(body);
  };

test("an unchanged page is asked with its validators, and not sent again", async () => {
  answer = send(page("One"), { etag: '"1"' });
  expect((await fetched("/a")).document).not.toBeNull();
  expect((await fetched("/a")).outcome).toMatchObject({ kind: "drop", reason: "unchanged", detail: { why: "not-modified" } });
  expect(asked.map(({ conditions }) => conditions)).toEqual([false, true]);
});

test("a page whose validators stay while it changes is read whole from then on", async () => {
  answer = (_, response) => response.writeHead(200, { etag: '"1"', "content-type": "text/html" }).end(page("One"));
  await fetched("/lies");
  answer = (_, response) => response.writeHead(200, { etag: '"1"', "content-type": "text/html" }).end(page("Two"));
  expect((await fetched("/lies")).document).not.toBeNull();
  await fetched("/lies");
  expect(asked.map(({ conditions }) => conditions)).toEqual([false, true, false]);
});

test("a page that keeps is not asked for at all, unless a list says it changed", async () => {
  answer = send(page("One"), { "cache-control": "max-age=600" });
  await fetched("/keeps");
  expect((await fetched("/keeps")).outcome).toMatchObject({ reason: "unchanged", detail: { why: "fresh" } });
  expect(asked).toHaveLength(1);
  await fetched("/keeps", { submitted: { changedAt: "2031-03-04T10:00:00Z" } });
  expect(asked).toHaveLength(2);
});

test("what a process that died had read, and never stored, is read again", async () => {
  answer = send(page("One"), { etag: '"1"', "cache-control": "max-age=600" });
  await fetched("/lost");
  await database.query("delete from document");
  expect((await fetched("/lost")).document).not.toBeNull();
});

test("the address behind a shortener names the page, and two short addresses fetch it once", async () => {
  answer = (request, response) => {
    if (request.url?.startsWith("/s/")) return response.writeHead(301, { location: "/long/ferry" }).end();
    return send(page("One"))(request, response);
  };
  expect((await fetched("/s/1")).document?.locator).toBe(`${origin}/long/ferry`);
  expect((await fetched("/s/2")).outcome).toMatchObject({ reason: "unchanged", detail: { why: "just-read" } });
  expect(asked.filter(({ path }) => path === "/long/ferry")).toHaveLength(1);
});

test("an AMP form is known by its page, and is dropped where the page is stored", async () => {
  answer = (request, response) => {
    const head = `<link rel="canonical" href="${origin}/a/ferry-late">`;
    send(page(/amp/.test(request.url ?? "") ? `Form ${request.url}` : "Desk", head))(request, response);
  };
  expect((await fetched("/amp/a/ferry-late")).document?.locator).toBe(`${origin}/a/ferry-late`);
  expect((await fetched("/a/ferry-late")).document?.locator).toBe(`${origin}/a/ferry-late`);
  expect((await fetched("/a/ferry-late?amp=1")).outcome).toMatchObject({ kind: "drop", reason: "twin" });
});

test("wishes of a page are recorded, and followed where that is set", async () => {
  answer = send(page("One", '<meta name="robots" content="noarchive">'), { "x-robots-tag": "quaybot: noindex" });
  const { outcome } = await fetched("/wish");
  expect(outcome).toMatchObject({ kind: "emit", detail: { asks: "noarchive, noindex" } });
  const { rows } = await database.query("select directives from page");
  expect(rows).toEqual([{ directives: ["noarchive", "noindex"] }]);
  const before = stored.size;
  answer = send(page("Two", '<meta name="robots" content="noarchive">'));
  expect((await fetched("/other", { ports: { honour: ["noarchive"] } })).outcome).toMatchObject({
    kind: "drop",
    reason: "noarchive",
  });
  expect(stored.size).toBe(before);
});

test("two addresses of one page that are read at the same time ask for it once", async () => {
  answer = (request, response) => {
    if (request.url?.startsWith("/s/")) return response.writeHead(302, { location: "/both/ferry" }).end();
    return send(page("One"))(request, response);
  };
  const pages = pageMemory(new PageStore(database));
  const outcomes = await Promise.all(["/both/ferry", "/s/both"].map((path) => fetched(path, { ports: { pages } })));
  expect(outcomes.filter(({ document }) => document !== null)).toHaveLength(1);
  expect(asked.filter(({ path }) => path === "/both/ferry")).toHaveLength(1);
});

test("what a feed carries of a page that is stored is no version of it, but may say that the page has one", async () => {
  answer = send(page("One"), { etag: '"1"' });
  const record = { bodyHash: sha256("item"), contentType: "text/html", kind: "html" as const };
  const item = { ...record, isItem: true };
  // Not read yet: the item is the document. Then the page is, which a copy in an archive is a version of.
  expect((await fetched("/full", { submitted: { record: item } })).document?.bodyHash).toBe(record.bodyHash);
  expect((await fetched("/full")).document).not.toBeNull();
  const again = { ...item, bodyHash: sha256("item, mended") };
  const later = (ms: number) => new Date(Date.now() + ms).toISOString();
  expect((await fetched("/full", { submitted: { record: again } })).outcome).toMatchObject({ reason: "twin" });
  expect((await fetched("/full", { submitted: { record: again, changedAt: later(-60_000) } })).outcome).toMatchObject({
    reason: "twin",
  });
  expect(asked).toHaveLength(1);
  answer = send(page("Two"), { etag: '"2"' });
  expect((await fetched("/full", { submitted: { record: again, changedAt: later(60_000) } })).document?.bodyHash).toBe(
    sha256(page("Two")),
  );
  const copy = { ...record, bodyHash: sha256("copy") };
  expect((await fetched("/full", { submitted: { record: copy } })).document?.bodyHash).toBe(copy.bodyHash);
});
