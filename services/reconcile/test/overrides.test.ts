import { DocumentId, type Edge, type FactsExtracted, type Override } from "@wirefold/core";
import { extractFacts } from "@wirefold/facts";
import {
  MemoryBlobs,
  openDatabase,
  PostgresDocumentGroups,
  PostgresOverrides,
  PostgresStories,
  StoreReader,
  takeDown,
} from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { reconcileBatch } from "../src/reconcile-batch.ts";

const TEXTS = {
  a: "The storm destroyed 240 houses in Velden, the mayor said on Monday.",
  b: "In Velden the storm destroyed 240 houses, said the mayor.",
};

test("what an editor said of two figures survives recomputation, can be taken back, and goes with its document", async () => {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  const blobs = new MemoryBlobs();
  const overrides = new PostgresOverrides(database);
  const stores = { blobs, groups: new PostgresDocumentGroups(database), stories: new PostgresStories(database), overrides };
  const inputs: FactsExtracted[] = [];
  try {
    for (const [id, text] of Object.entries(TEXTS)) {
      const json = (value: unknown) => blobs.put(Buffer.from(JSON.stringify(value)));
      const articleHash = await json({ article: { text, removed: [] }, text, excluded: [] });
      const factsHash = await json(extractFacts({ id, text, language: "en" }));
      inputs.push({ documentId: DocumentId.parse(id) } as FactsExtracted);
      await database.query("insert into locator (id, locator, fingerprint, hints) values ($1, 'file:///' || $1, '', '{}')", [id]);
      await database.query(
        `insert into document (id, locator_id, locator, body_hash, article_hash, facts_hash, title)
         values ($1, $1, 'file:///' || $1, $2, $3, $4, 'Storm')`,
        [id, await blobs.put(Buffer.from(text)), articleHash, factsHash],
      );
      await database.query(
        `insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, outputs)
         values ($1, 'extract', 1, 'h', $1, 'emitted', jsonb_build_array(jsonb_build_object('documentId', $1::text)))`,
        [id],
      );
    }
    const edge: Edge = {
      a: "a",
      b: "b",
      kind: "same-event",
      direction: null,
      score: 0.99,
      evidence: { measures: {}, passages: [] },
    };
    await stores.stories.saveEdges([edge]);
    const record = async () => {
      await reconcileBatch(inputs, stores);
      const reader = new StoreReader(database);
      return reader.story((await reader.stories())[0]?.id ?? "");
    };
    const houses = async () =>
      (await record())?.claims.filter(({ canonical }) => canonical.value === 240).map(({ docs }) => docs.join("+"));
    const at = (doc: "a" | "b"): Override["a"] => {
      const start = TEXTS[doc].indexOf("240");
      return { doc, span: [start, start + 3], text: "240" };
    };
    expect(await houses()).toEqual(["a+b"]);
    // A record that hangs is charged to a document of its batch that stands in it.
    const signs: string[] = [];
    await overrides.add({ kind: "not-same", a: at("b"), b: at("a"), who: "mira", why: "a trial" });
    await reconcileBatch(inputs.slice(1), stores, {
      begins: (index) => signs.push(`begins ${index}`),
      works: (index) => signs.push(`works ${index}`),
      ends: (index) => signs.push(`ends ${index}`),
    });
    expect(signs).toEqual(["works 0", "ends 0"]);
    await overrides.withdraw({ a: at("a"), b: at("b") });

    await overrides.add({ kind: "not-same", a: at("b"), b: at("a"), who: "mira", why: "two storms" });
    const { rows } = await database.query("select subject from owed where stage = 'reconcile' order by subject");
    expect(rows.map(({ subject }) => subject)).toEqual(["a", "b"]);
    expect((await houses())?.sort()).toEqual(["a", "b"]);
    expect((await record())?.overrides).toMatchObject([
      { kind: "not-same", a: at("a"), b: at("b"), who: "mira", why: "two storms" },
    ]);
    expect(await overrides.all()).toHaveLength(1);

    expect(await overrides.withdraw({ a: at("a"), b: at("b") })).toBe(true);
    expect(await houses()).toEqual(["a+b"]);

    await overrides.add({ kind: "not-same", a: at("a"), b: at("b"), who: "mira", why: "two storms" });
    await takeDown(database, blobs, "a");
    expect(await overrides.all()).toEqual([]);
  } finally {
    await database.end();
    await engines.close();
  }
});
