import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StoryRecord } from "@wirefold/core";
import { storyStream } from "@wirefold/reconcile";
import { inTransaction, oweAgain } from "@wirefold/store";
import { storeTables, type TestEngines, testEngines } from "@wirefold/testing";
import { parquetReadObjects } from "hyparquet";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventArticles } from "../src/bench/invented-articles.ts";
import { BIN, jsonLines, type Ran, wirefold } from "./run-wirefold.ts";

/**
 * Commands over the store of one installation, each the real command as a process of its own while a real worker runs. The
 * tests build on each other: what the first exports the last takes down.
 */
const secret = "only the test knows";
const posts: { body: string; signature: string }[] = [];

let folder: string;
let dataDir: string;
let engines: TestEngines;
let database: pg.Pool;
let hook: Server;
let worker: ChildProcess;

const command = (...args: string[]): Promise<Ran> =>
  wirefold([...args, "--data-dir", dataDir], { cwd: folder, env: engines.env });
const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await database.query<{ count: string }>(sql, values)).rows[0]!.count);
const nothingOwed = () => until("nothing owed", async () => (await count("select count(*) from owed")) === 0);
const membersOf = async () =>
  jsonLines<StoryRecord>((await command("export", "--format", "jsonl")).stdout).map(({ members }) =>
    members.map(({ outlet }) => outlet).sort(),
  );

async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 90_000; !(await done()); await sleep(50)) {
    if (Date.now() > deadline) throw new Error(`timed out waiting for: ${what}`);
  }
}

/** The first lines of a text, a share of them. */
function startOf(text: string, share: number): string {
  const lines = text.split("\n").filter(Boolean);
  return lines.slice(0, Math.ceil(lines.length * share)).join("\n");
}

/**
 * Three articles of which the middle one carries parts of both others, which have nothing to do with each other. Were they whole in it,
 * it would be a round-up, and bind neither.
 */
function chain(): Record<string, string>[] {
  const [first, , other] = [...inventArticles(3, 3)];
  const article = (outlet: string, title: string, text: string) => ({
    url: `https://${outlet}.example.org/1`,
    title,
    text,
    outlet,
    published_at: "2031-03-01T08:00:00Z",
  });
  return [
    article("left", first!.title, first!.text),
    article("middle", first!.title, `${startOf(first!.text, 0.7)}\n${startOf(other!.text, 0.5)}`),
    article("right", other!.title, other!.text),
  ];
}

const page = (text: string) => `<html lang="en"><head><title>Quay</title></head><body><h1>Quay</h1><p>${text}</p></body></html>`;
const gone = ["gone-1.html", "gone-2.html"];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-stored-"));
  chmodSync(folder, 0o755);
  dataDir = join(folder, "data");
  hook = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    posts.push({ body: Buffer.concat(chunks).toString(), signature: String(request.headers["wirefold-signature"]) });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
  engines = await testEngines({ template: storeTables });
  database = new pg.Pool({ connectionString: engines.databaseUrl, max: 2 });
  database.on("error", () => {});

  writeFileSync(
    join(folder, "chain.jsonl"),
    chain()
      .map((article) => `${JSON.stringify(article)}\n`)
      .join(""),
  );
  for (const name of gone) writeFileSync(join(folder, name), "");
  const ingested = await command("ingest", "chain.jsonl", ...gone, "--json", "--quiet");
  expect({ code: ingested.code, stderr: ingested.stderr }).toEqual({ code: 0, stderr: "" });
  for (const name of gone) rmSync(join(folder, name));
  worker = spawn(process.execPath, [BIN, "worker", "all", "--threads", "1", "--data-dir", dataDir], {
    stdio: "ignore",
    env: {
      ...process.env,
      ...engines.env,
      WIREFOLD_BUILD: "never",
      WIREFOLD_LOG_LEVEL: "silent",
      WIREFOLD_WEBHOOK_URL: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/stories`,
      WIREFOLD_WEBHOOK_SECRET: secret,
    },
  });
  await nothingOwed();
}, 180_000);

afterAll(async () => {
  const ended = new Promise((resolve) => worker?.once("exit", resolve));
  worker?.kill("SIGTERM");
  await Promise.race([ended, sleep(20_000)]);
  worker?.kill("SIGKILL");
  await database?.end();
  await engines?.close();
  hook?.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test("export writes every format, each whole or not at all", { timeout: 180_000 }, async () => {
  const records = jsonLines<StoryRecord>((await command("export", "--format", "jsonl")).stdout);
  expect(records.map((record) => StoryRecord.parse(record).members.length)).toEqual([3]);
  const variants = records.flatMap(({ claims }) => claims.flatMap((claim) => claim.variants)).length;
  expect(variants).toBeGreaterThan(5);

  const csv = await command("export", "--format", "csv", "--story", records[0]!.story.slice(0, 12));
  expect(csv.stdout.startsWith("story,claim,statement,")).toBe(true);
  expect(csv.stdout.split(/\r\n(?=[0-9a-f]{20},)/)).toHaveLength(variants + 1);

  const parquet = await command("export", "--out", join(folder, "claims.parquet"));
  expect(parquet).toEqual({ code: 0, stdout: "", stderr: `1 story in ${join(folder, "claims.parquet")}\n` });
  const bytes = readFileSync(join(folder, "claims.parquet"));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  expect(await parquetReadObjects({ file })).toHaveLength(variants);

  const [graph] = jsonLines<{ "@graph": { "@type": string }[] }>((await command("export", "--format", "jsonld")).stdout);
  expect(graph!["@graph"].filter((node) => node["@type"] === "NewsArticle")).toHaveLength(3);
  const [item] = jsonLines<{ type: string; associations: unknown[] }>((await command("export", "--format", "ninjs")).stdout);
  expect([item!.type, item!.associations.length]).toEqual(["composite", 3]);

  const refused = await command("export", "--format", "jsonl", "--out", join(folder, "no-such-folder", "stories.jsonl"));
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/cannot be written.*\[WIREFOLD_OUTPUT\]/)]);
  const unknown = await command("export", "--format", "csv", "--run", "run-of-nobody");
  expect([unknown.code, unknown.stdout, unknown.stderr]).toEqual([1, "", expect.stringContaining("no run 'run-of-nobody'")]);
  expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("dead groups causes, and replay gives them another go without unbalancing the books", { timeout: 180_000 }, async () => {
  const [cause, ...others] = JSON.parse((await command("dead", "--json")).stdout);
  expect(others).toEqual([]);
  expect(cause).toMatchObject({ code: "WIREFOLD_FILE_UNREADABLE", stages: ["fetch"], count: 2 });
  expect(cause.message).toMatch(/^there is no such file/);
  expect((await command("dead")).stdout).toContain("gone-1.html");

  expect((await command("replay", "--dry-run", "--json")).stdout).toBe('{"replayed":{"fetch":2}}\n');
  expect((await command("replay", "--code", "WIREFOLD_UNEXPECTED", "--json")).stdout).toBe('{"replayed":{}}\n');
  const strange = await command("replay", "--document", "nobody.html");
  expect([strange.code, strange.stderr]).toEqual([1, expect.stringContaining("[WIREFOLD_NOT_FOUND]")]);

  // One is mended and the other is not: the first goes through, the second fails again and is taken up once.
  writeFileSync(join(folder, gone[0]!), page("The quay at Brantwick was rebuilt in stone after the winter storms of that year."));
  expect((await command("replay", "--rate", "2/s", "--json")).stdout).toBe('{"replayed":{"fetch":2}}\n');
  await nothingOwed();
  const [left] = JSON.parse((await command("dead", "--json")).stdout);
  expect([left.count, left.examples[0].locator]).toEqual([1, expect.stringContaining("gone-2.html")]);
  const attempts = await database.query(
    `select t.disposition from timeline t join locator l on l.id = t.subject where l.locator like '%gone-1.html' order by t.started_at`,
  );
  expect(attempts.rows.map((row) => row.disposition)).toEqual(["quarantined", "emitted"]);

  writeFileSync(join(folder, gone[1]!), page("A lighthouse keeper on Saltby head counted ninety ships before the fog came in."));
  await command("replay", "--document", gone[1]!);
  await nothingOwed();
  expect((await command("dead")).stdout).toBe("Nothing is quarantined.\n");
  const { stages } = JSON.parse((await command("status", "--json")).stdout);
  expect(stages.map((stage: { balanced: boolean; entered: number }) => [stage.entered, stage.balanced])).toEqual(
    stages.map(() => [5, true]),
  );
});

test("removing the document that joined two others leaves two stories, and nothing brings it back", {
  timeout: 600_000,
}, async () => {
  expect((await membersOf()).filter((outlets) => outlets.length > 1)).toEqual([["left", "middle", "right"]]);
  const middle = JSON.parse((await command("trace", "https://middle.example.org/1", "--json")).stdout).document;
  // Another page with the very same bytes: what they share must stay.
  const twin = { ...chain()[1], url: "https://twin.example.org/1", outlet: "twin" };
  writeFileSync(join(folder, "twin.jsonl"), `${JSON.stringify(twin)}\n`);
  await command("ingest", "twin.jsonl");
  await nothingOwed();

  const ambiguous = await command("remove", "https:");
  expect([ambiguous.code, ambiguous.stderr]).toEqual([1, expect.stringContaining("[WIREFOLD_NOT_FOUND]")]);
  const [shared] = JSON.parse((await command("remove", "https://twin.example.org/1", "--json")).stdout);
  expect(shared).toMatchObject({ removed: true, blobsShared: expect.any(Number) });
  expect(shared.blobsShared).toBeGreaterThan(0);
  expect((await membersOf()).filter((outlets) => outlets.length > 1)).toEqual([["left", "middle", "right"]]);
  expect((await command("trace", "https://middle.example.org/1")).code).toBe(0);

  const [removed] = JSON.parse((await command("remove", middle.id, "--json")).stdout);
  expect(removed).toMatchObject({ document: middle.id, removed: true, blobsShared: 0, blobsDeleted: 3 });
  expect([...removed.neighbours].length).toBe(2);
  const apart = async () =>
    (await membersOf()).filter(([outlet]) => outlet === "left" || outlet === "right" || outlet === "middle");
  expect((await apart()).sort()).toEqual([["left"], ["right"]]);

  for (const table of ["features", "similarity_document", "assignment"]) {
    const column = table === "similarity_document" ? "id" : "document_id";
    expect(await count(`select count(*) from ${table} where ${column} = $1`, [middle.id]), table).toBe(0);
  }
  for (const hash of [middle.bodyHash, middle.articleHash, middle.factsHash])
    expect(await count("select count(*) from blob where hash = decode($1, 'hex')", [hash])).toBe(0);
  expect((await command("story", "--json")).stdout).not.toContain(middle.id);

  // The same page again, and the neighbours decided again.
  writeFileSync(join(folder, "again.jsonl"), `${JSON.stringify(chain()[1])}\n`);
  await command("ingest", "again.jsonl");
  await nothingOwed();
  const { rows: standing } = await database.query<{ id: string }>("select id from document where removed_at is null");
  const ids = standing.map(({ id }) => id);
  await inTransaction(database, (client) => oweAgain(client, "reconcile", ids));
  await database.query("update owed set enqueued_at = now() - interval '1 hour'");
  await nothingOwed();
  expect((await apart()).sort()).toEqual([["left"], ["right"]]);
  const { stages } = JSON.parse((await command("status", "--json")).stdout);
  expect(stages.filter((stage: { balanced: boolean }) => !stage.balanced)).toEqual([]);
  expect((await command("remove", middle.id)).stdout).toBe(`${middle.id} was taken down before · 0 bodies deleted\n`);
});

test("events tells, streams and posts one and the same history", { timeout: 120_000 }, async () => {
  const told = jsonLines<{ id: number; kind: string; story: string }>((await command("events", "--json")).stdout);
  expect(told.map(({ id }) => id)).toEqual([...told.map(({ id }) => id)].sort((a, b) => a - b));
  const kinds = told.map(({ kind }) => kind);
  expect(kinds[0]).toBe("created");
  expect(kinds).toContain("split");
  const [, ...rest] = jsonLines((await command("events", "--json", "--after", "1")).stdout);
  expect(rest).toEqual(told.slice(2));

  await until("all posts", async () => new Set(posts.map(({ body }) => JSON.parse(body).id)).size === told.length);
  const posted = new Map(posts.map(({ body }) => [JSON.parse(body).id, JSON.parse(body)]));
  expect([...posted.values()]).toEqual(told);
  for (const { body, signature } of posts) {
    const [, t, mac] = /^t=(\d+),v1=(.*)$/.exec(signature)!;
    expect(mac).toBe(createHmac("sha256", secret).update(`${t}.${body}`).digest("hex"));
  }
  const redis = new Redis(engines.redisUrl);
  const streamed = await redis.xrange(storyStream(engines.prefix), "-", "+");
  redis.disconnect();
  expect([...new Set(streamed.map(([, fields]) => Number(fields[1])))]).toEqual(told.map(({ id }) => id));

  // A follower hears of what happens while it listens, and ends well on Ctrl-C.
  const follower = spawn(
    process.execPath,
    [BIN, "events", "--follow", "--after", String(told.at(-1)!.id), "--data-dir", dataDir],
    {
      env: { ...process.env, ...engines.env, WIREFOLD_BUILD: "never" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let heard = "";
  follower.stdout.on("data", (chunk: Buffer) => {
    heard += chunk.toString();
  });
  const ended = new Promise((resolve) => follower.once("exit", resolve));
  await database.query("insert into story_event (story_id, kind, detail) values ('nobody', 'created', $1)", [
    { members: ["a", "b"] },
  ]);
  await until("the follower", async () => heard.includes("\n"));
  follower.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(heard).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +\d+ {2}created {2}nobody {2}2 documents\n$/);
  expect(existsSync(dataDir)).toBe(true);
});

test("ingest --wait ends when the documents are through, and with 6 where a stage is paused", async () => {
  writeFileSync(
    join(folder, "late.txt"),
    "Harbour dredged\n\nThe harbour of Saltby was dredged over nine nights, the port authority said on Monday.\n\nLarger ships can call again from May, and the fish market moves back to the old quay, it said.\n",
  );
  expect((await command("pause", "reconcile")).code).toBe(0);
  const stuck = await command("ingest", "--wait", "late.txt");
  expect([stuck.code, stuck.stderr]).toEqual([6, expect.stringContaining("1 document still owed: reconcile paused")]);
  await command("resume", "reconcile");
  const through = await command("ingest", "--wait", "--timeout", "60", "late.txt");
  expect([through.code, through.stderr]).toEqual([0, expect.stringContaining("1 already known")]);

  const top = JSON.parse((await command("top", "--json")).stdout) as {
    stages: { stage: string; pending: number }[];
    workers: { stage: string; count: number }[];
  };
  expect(top.stages.map(({ pending }) => pending)).toEqual([0, 0, 0, 0, 0]);
  expect(top.workers.map(({ stage, count: n }) => [stage, n])).toEqual(top.stages.map(({ stage }) => [stage, 1]));
  const { stdout } = await command("top");
  expect(stdout).toMatch(/Workers: fetch 1 · clean 1/);
}, 120_000);
