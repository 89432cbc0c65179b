import type { Disposed, StageName } from "@wirefold/core";
import { stageAfter, stageNames } from "@wirefold/core";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { MemoryBlobs, RowBlobs } from "../src/blobs/index.ts";
import { newPool } from "../src/database.ts";
import {
  type FindFilter,
  findSubjects,
  openDatabase,
  type Pool,
  PostgresDocumentGroups,
  PostgresFeatures,
  PostgresLedger,
  PostgresQuarantine,
  PostgresRecurringLines,
  PostgresReprocess,
  PostgresSimilarityIndex,
  PostgresStories,
  PostgresStoryEvents,
  StoreReader,
  takeDown,
} from "../src/index.ts";

/** Tables that grow with history. What is owed, or has not been folded yet, comes and goes. */
const growing = new Set(
  "locator run_locator document result attempt edge story assignment story_event features popular_sketch similarity_document posting posting_recent document_group line line_document blob".split(
    " ",
  ),
);

/**
 * Rows enough that the planner prefers an index wherever one helps. `WIREFOLD_TEST_ROWS=1000000` looks at the plans of a large store, in
 * some ten minutes.
 */
const filled = Number(process.env.WIREFOLD_TEST_ROWS ?? 20_000);

async function fill(pool: Pool): Promise<void> {
  const id = "lpad(to_hex(n), 20, '0')";
  const rows = `generate_series(1, ${filled}) n`;
  await pool.query(`
    insert into run select 'run-' || n from generate_series(1, 200) n;
    insert into locator (id, locator, fingerprint, hints) select 'l' || ${id}, 'file:///' || n, '', '{}' from ${rows};
    insert into run_locator select 'run-' || (n % 200 + 1), 'l' || ${id} from ${rows};
    insert into document (id, locator_id, locator, body_hash, article_hash, facts_hash, title, url)
      select ${id}, 'l' || ${id}, 'file:///' || n, 'b' || n, 'a' || n, 'f' || n, 'title ' || n, 'https://x.example/' || n from ${rows};
    insert into result (subject, stage, stage_version, input_hash, locator_id, started_at, duration_ms, disposition, reason, outputs)
      select ${id}, stage, 1, 'h', 'l' || ${id}, now(), 1, case when n % 500 = 0 then 'quarantined' when n % 100 = 0 then 'dropped' else 'emitted' end, 'why', jsonb_build_array(jsonb_build_object('documentId', ${id}))
      from ${rows}, unnest(array['clean', 'dedupe', 'extract', 'reconcile']) stage;
    insert into attempt (subject, stage, attempt, worker, started_at, duration_ms, disposition)
      select ${id}, 'clean', 1, 'w', now(), 1, 'emitted' from ${rows};
    insert into edge select ${id}, lpad(to_hex(n + 1), 20, '0'), 'rewrite', null, 0.9, '{"measures":{},"passages":[]}' from ${rows} where n % 3 > 0;
    insert into story (id, members_hash, version, headline, members, lineages) select ${id}, '', 1, 'word' || n || ' flood', 1, 1 from ${rows};
    insert into assignment select ${id}, ${id}, ${id}, ${id}, 'single', null from ${rows};
    insert into story_event (story_id, kind, detail) select ${id}, 'created', '{}' from ${rows};
    insert into features (document_id, bytes, sketch) select ${id}, '\\x00', '\\x00' from ${rows};
    insert into popular_sketch select ${id}, '\\x00' from ${rows};
    insert into similarity_document (id, places) select ${id}, '' from ${rows};
    insert into posting select n::bigint << 32, n, 1 from ${rows};
    insert into posting_recent select n::bigint << 32, n, 1 from ${rows};
    insert into document_group (document_id) select ${id} from ${rows};
    insert into line_partition (name, documents) select 'site-' || n, 200 from generate_series(1, 100) n;
    insert into line_document (document_id, partition, rank, lines, words)
      select ${id}, n % 100 + 1, n, array[n, n + 1]::bigint[], array[n]::int[] from ${rows};
    insert into line (partition, fingerprint, first, unlike) select n % 100 + 1, n, n, 1 from ${rows};
    insert into blob (hash, packed) select decode(md5('body' || n) || md5(n::text), 'hex'), '\\x00' from ${rows};
    insert into owed (subject, stage, locator_id, input, input_hash, priority)
      select ${id}, 'extract', 'l' || ${id}, '{}', 'h', 'live' from generate_series(1, 50) n`);
  await pool.query("vacuum analyze");
}

/** Remembers what is asked of a pool, in transactions as well. */
function listenTo(pool: Pool): { text: string; values: unknown[] }[] {
  const asked: { text: string; values: unknown[] }[] = [];
  const note = (query: unknown, values: unknown) => {
    const text = typeof query === "string" ? query : (query as { text: string }).text;
    const given = typeof query === "string" ? values : (query as { values?: unknown[] }).values;
    if (!/^\s*(begin|commit|rollback)/i.test(text)) asked.push({ text, values: (given as unknown[] | undefined) ?? [] });
  };
  const wrap = (client: { query: (...args: never[]) => unknown }) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      note(args[0], args[1]);
      return query(...args);
    }) as never;
  };
  const heard = new WeakSet<object>();
  pool.on("connect", (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    wrap(client as never);
  });
  return asked;
}

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly PlanNode[];
}

function scansOf(node: PlanNode): string[] {
  const own = node["Node Type"] === "Seq Scan" && growing.has(node["Relation Name"] ?? "") ? [node["Relation Name"] ?? ""] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

test("no statement of the store scans a table that grows", { timeout: 240_000 * Math.max(1, filled / 100_000) }, async () => {
  const engines = await testEngines({ template: storeTables });
  const plain = await openDatabase({ databaseUrl: engines.databaseUrl });
  await fill(plain);
  const pool = newPool(engines.databaseUrl, 4);
  const asked = listenTo(pool);
  const known = ["00000000000000000010", "00000000000000000011", "00000000000000000012"] as const;
  const [one, two] = known;

  const ledger = new PostgresLedger(pool);
  const reader = new StoreReader(pool);
  const quarantine = new PostgresQuarantine(pool);
  const stories = new PostgresStories(pool);
  const features = new PostgresFeatures(pool);
  const index = new PostgresSimilarityIndex(pool);
  const groups = new PostgresDocumentGroups(pool);

  await ledger.submit("run-new", [{ locatorId: "new", locator: "file:///new", fingerprint: "1", hints: {} }], "live");
  let subject = "new";
  for (const stage of stageNames as readonly StageName[]) {
    const owed = await ledger.owed(stage, [subject]);
    const event = {
      documentId: "ffff",
      locator: "file:///new",
      bodyHash: "b",
      contentType: null,
      articleHash: "a",
      factsHash: "f",
    };
    const disposed = owed.map(
      (work): Disposed => ({
        work,
        disposition: "emitted",
        reason: null,
        outputs: [{ subject: "ffff", event }],
        startedAt: new Date(),
        durationMs: 1,
        detail: null,
      }),
    );
    expect(disposed, stage).toHaveLength(1);
    await ledger.dispose(stage, 1, disposed, stageAfter(stage), "test");
    await ledger.takeLost(stage, new Date(0), 100);
    subject = "ffff";
  }
  await ledger.countOwed("run-3");
  await reader.balance();
  await reader.dispositions();
  await reader.dispositions("run-3");
  await reader.unfinished();
  await reader.unfinished(undefined, { stage: "clean", reason: "why", disposition: "dropped" });
  await reader.unfinished("run-3");
  await reader.stories({ limit: 100 });
  await reader.stories({ runId: "run-3" });
  await reader.documents({ limit: 100 });
  await reader.documents({ runId: "run-3" });
  await reader.countStories();
  await reader.records(known);
  await reader.findStories("word17");
  for (const query of ["0000000000000000001", one, "https://x.example/17", "/17"]) await reader.trace(query);
  await quarantine.groups();
  await quarantine.count({ code: "why" });
  await quarantine.replay({ code: "why" }, 5);
  await new PostgresStoryEvents(pool).after(filled - 10);
  await new PostgresStoryEvents(pool).after(0, { story: one });
  const bytes = new Uint8Array([1]);
  await features.save([{ id: one, bytes, sketch: bytes, articleHash: "a16" }]);
  await features.sketches(known);
  await features.load(known);
  await features.revisions(known);
  await index.insert([{ id: "ffff", postings: [{ key: 5, bucket: 0, weight: 1 }] }]);
  await index.candidates([{ id: "ffff", lookups: [{ key: 5, bucket: 0, weight: 1 }] }]);
  await stories.saveEdges([
    { a: one, b: two, kind: "copy", direction: null, score: 1, evidence: { measures: {}, passages: [] } },
  ]);
  await groups.regroup(known, async (ids, session) => {
    await session.edgesOf(ids);
    await session.edgesBetween([[one, two]]);
    await session.rowsOf(ids);
    await session.naming(ids);
    await session.namingBoth([[one, two]]);
    return { rows: [], touched: [] };
  });
  const read = await stories.groups(known);
  await stories.derivationsAmong(known);
  await stories.standings(known);
  await stories.replace(
    read.map((group) => ({
      group,
      assignments: group.members.map(({ row: { id } }) => ({
        id,
        copy: id,
        lineage: id,
        story: id,
        role: "single" as const,
        parent: null,
      })),
      changed: null,
    })),
    [],
    () => [],
  );
  await stories.dropEdges([{ a: one, b: two }]);
  const lines = new PostgresRecurringLines(pool);
  const fingerprints = (n: number) => [n.toString(16).padStart(16, "0"), (n + 1).toString(16).padStart(16, "0")];
  await lines.learn([
    { id: one, partition: "site-17", lines: fingerprints(16), words: [1, 2] },
    { id: "ffff", partition: "site-18", lines: fingerprints(17), words: [3] },
  ]);
  await lines.remove([two]);
  const reprocess = new PostgresReprocess(pool);
  for (const stage of ["clean", "extract"] as const) {
    await reprocess.sample(stage, { which: "all", version: 1 }, 10);
    const { id } = await reprocess.begin(stage, { which: "failed", version: 1, runId: "run-3" });
    await reprocess.step(id, 10);
    await reprocess.setState(id, "cancelled");
  }
  await reprocess.list();
  await reprocess.load(2000);
  await reprocess.liveSeconds({ withinSeconds: 20 });
  await reprocess.liveSeconds({ before: new Date() });
  for (const filter of [
    // Words and the newest give thousands of matches, a quarter of this table: find-subjects.test.ts looks at their plans.
    { text: one },
    { disposition: "quarantined", stage: "clean" },
    { reason: "why" },
    { disposition: "pending" },
    { runId: "run-3" },
  ])
    await findSubjects(pool, filter as FindFilter);
  const blobs = new RowBlobs(pool, new MemoryBlobs());
  const hash = await blobs.put(bytes);
  await blobs.get(hash);
  await blobs.list().next();
  await blobs.discard(hash, new Date(0));
  await blobs.has(hash);
  await blobs.delete(hash);
  await takeDown(pool, new MemoryBlobs(), two);

  const guilty: string[] = [];
  const client = await plain.connect();
  try {
    for (const { text, values } of asked) {
      await client.query("begin");
      try {
        const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(`explain (format json) ${text}`, values);
        for (const table of rows[0] === undefined ? [] : scansOf(rows[0]["QUERY PLAN"][0].Plan))
          guilty.push(`${table}: ${text.replace(/\s+/g, " ")}`);
      } finally {
        await client.query("rollback");
      }
    }
  } finally {
    client.release();
  }
  const { rows: bad } = await plain.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
    "explain (format json) select from document where title = 'title 7'",
  );
  expect(
    bad.flatMap((row) => scansOf(row["QUERY PLAN"][0].Plan)),
    "what a scan looks like",
  ).toEqual(["document"]);
  expect(asked.length).toBeGreaterThan(60);
  expect([...new Set(guilty)]).toEqual([]);
  await pool.end();
  await plain.end();
  await engines.close();
});
