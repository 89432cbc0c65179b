import { randomBytes } from "node:crypto";
import {
  type CleanedDocument,
  type DocumentId,
  documentIdOf,
  type OwedWork,
  type StageName,
  type StoryRecord,
  sha256,
  stageAfter,
} from "@wirefold/core";
import { BullWorkQueue } from "@wirefold/queue";
import { MemoryBlobs, openDatabase, PostgresLedger, packRecord } from "@wirefold/store";
import { createLog } from "@wirefold/telemetry";
import { storeTables, testEngines } from "@wirefold/testing";
import { startConsole } from "../src/start-console.ts";

/** The administrator's, of every console made here. */
const TOKEN = "a-token-long-enough-for-tests";

/**
 * A console over real engines and a small ledger written the way workers write it: `whole` went all the way into a story, `empty` was
 * dropped by clean, `broken` quarantined by clean, `waiting` still owes clean.
 */
export async function setup() {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl, connectionsMax: 4 });
  const queue = new BullWorkQueue({ redisUrl: engines.redisUrl, prefix: engines.prefix });
  const blobs = new MemoryBlobs();
  const ledger = new PostgresLedger(database);
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ level: "info", name: "console", pretty: false, write: (line) => lines.push(JSON.parse(line)) });

  const names = ["whole", "empty", "broken", "waiting"] as const;
  const locatorOf = (name: string) => `file:///articles/${name}.html`;
  await ledger.submit(
    "run-1",
    names.map((name) => ({ locatorId: sha256(name).slice(0, 20), locator: locatorOf(name), fingerprint: "1", hints: {} })),
    "live",
  );
  const ids = {} as Record<(typeof names)[number], DocumentId>;
  const end = async (stage: StageName, subject: string, outcome: { event?: object; drop?: string; error?: string }) => {
    const [work] = (await ledger.owed(stage, [subject])) as [OwedWork];
    const disposition = outcome.event ? "emitted" : outcome.drop ? "dropped" : "quarantined";
    const event = outcome.event as { documentId?: string } | undefined;
    await ledger.dispose(
      stage,
      1,
      [
        {
          work,
          disposition,
          reason: outcome.drop ?? (outcome.error ? "WIREFOLD_UNEXPECTED" : null),
          outputs: event ? [{ subject: event.documentId ?? subject, event }] : [],
          startedAt: new Date("2031-05-04T10:00:00Z"),
          durationMs: 12.5,
          detail: outcome.error
            ? { code: "WIREFOLD_UNEXPECTED", message: outcome.error, stack: `${outcome.error}\n    at clean` }
            : { kept: 3 },
        },
      ],
      stageAfter(stage),
      "host-a/17/worker",
    );
  };
  const fetched = (name: (typeof names)[number]) => {
    ids[name] = documentIdOf(locatorOf(name), sha256(`body of ${name}`));
    return {
      documentId: ids[name],
      locator: locatorOf(name),
      bodyHash: sha256(`body of ${name}`),
      contentType: "text/html",
      kind: "html",
      hints: {},
    };
  };
  for (const name of names) await end("fetch", sha256(name).slice(0, 20), { event: fetched(name) });

  const text = "Three boats left Port Elm on Tuesday.";
  const cleaned = {
    article: { title: "Boats leave Port Elm", text, removed: [{ reason: "share-links", text: "Share this <b>now</b>\u202e" }] },
    text,
    excluded: [],
  } as unknown as CleanedDocument;
  const articleHash = await blobs.put(Buffer.from(JSON.stringify(cleaned)));
  const facts = { quotes: [], indirect_quotes: [], numeric_mentions: [], dates: [], entities: [] };
  const factsHash = await blobs.put(Buffer.from(JSON.stringify(facts)));
  const cleanedEvent = {
    ...fetched("whole"),
    articleHash,
    title: "Boats <script>alert(1)</script> leave Port Elm",
    url: "https://harbour.example/boats",
    outlet: "The Harbour",
    publishedAt: "2031-05-04",
    language: "en",
    wireCredit: "AP",
  };
  await end("clean", ids.whole, { event: cleanedEvent });
  await end("clean", ids.empty, { drop: "no-text" });
  await end("clean", ids.broken, { error: "Error: the page bites its own tail" });
  await end("dedupe", ids.whole, { event: { ...cleanedEvent, edges: 0 } });
  await end("extract", ids.whole, { event: { ...cleanedEvent, edges: 0, factsHash } });
  await end("reconcile", ids.whole, { event: { documentId: ids.whole, storyId: ids.whole } });
  await writeStory(database, ids.whole);

  const running = await startConsole({ database, queue, blobs, log, port: 0, token: TOKEN });
  const authorization = `Bearer ${TOKEN}`;
  return {
    url: running.url,
    token: TOKEN,
    running,
    ids,
    ledger,
    queue,
    database,
    blobs,
    articleHash,
    lines,
    log,
    /** As an administrator. */
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(`${running.url}${path}`, { headers: { authorization, ...headers }, redirect: "manual" }),
    /** As an administrator, by the API. */
    send: (method: string, path: string, body?: unknown) =>
      fetch(`${running.url}${path}`, {
        method,
        headers: { authorization, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: "manual",
      }),
    /** A form of the console's own page, from a browser that is logged in. */
    post: (path: string, form: Record<string, string> = {}, origin = running.url) =>
      fetch(`${running.url}${path}`, {
        method: "POST",
        headers: { cookie: `wirefold-${new URL(running.url).port}=${TOKEN}`, origin },
        body: new URLSearchParams(form),
        redirect: "manual",
      }),
    async [Symbol.asyncDispose]() {
      await running.close();
      await queue.close();
      await database.end();
      await engines.close();
    },
  };
}

async function writeStory(database: Awaited<ReturnType<typeof openDatabase>>, id: string): Promise<void> {
  const member = {
    id,
    title: "Boats leave Port Elm",
    outlet: "The Harbour",
    url: null,
    published_at: "2031-05-04",
    language: "en",
    wire_credit: "AP",
  };
  const record: StoryRecord = {
    schema: "wirefold.story/1",
    story: id,
    headline: "Boats leave Port Elm",
    summary: [],
    event_date: null,
    members: [{ ...member, role: "single", copy: id, lineage: id, parent: null, taken: null, passages: [] }],
    timeline: [],
    claims: [],
    quote_groups: [],
    propositions: [],
    conflicts: [],
    mutations: [],
    names: [],
    lineage: {
      clusters: [{ id, name: null, docs: [id], root: id }],
      pairs: { derived: [], partial_shared_agency_copy: [] },
      policy: "by derivation",
    },
  };
  await database.query(
    "insert into story (id, members_hash, version, headline, members, lineages, record) values ($1, $2, 1, $3, 1, 1, $4)",
    [id, randomBytes(8).toString("hex"), record.headline, await packRecord(record)],
  );
  await database.query(
    "insert into assignment (document_id, copy_id, lineage_id, story_id, role) values ($1, $1, $1, $1, 'single')",
    [id],
  );
}
