import { type DocumentCleaned, DocumentId, sha256 } from "@wirefold/core";
import { MemoryBlobs, openDatabase } from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { type DedupeStores, dedupeBatch } from "../src/dedupe-batch.ts";
import { dedupeStores } from "../src/dedupe-stores.ts";

const flood = `The river Orrin rose four metres in Hollowmere on Tuesday night and drove 310 families from their homes, the mayor
Ada Quillfeather said. Soldiers with boats brought people from the roofs of Tanner Street, and the hospital was emptied by noon.
The bridge at Wexley Ford broke at 03:40, and with it the only road to the upper valley, where 1,200 people wait for bread.`;
const chess = `Ruslan Dovbyk, who is eleven years old, beat three grandmasters in Port Lanner and won the autumn open by half a point.
He played the last round with a fever of thirty-nine degrees and asked for milk. His teacher, a retired tram driver, said the boy
had learned the endings from a book without a cover that he had found on the number seven line.`;
const harvest = `Apple growers in the Sel valley expect the smallest harvest since records began, their union said, after hail in May
and a summer without rain. Prices at the Brandmoor market doubled within a week, and two cider presses will not open this year.`;

async function setup() {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  const blobs = new MemoryBlobs();
  const stores = dedupeStores(database, blobs);
  /** A document whose current article has this text, as clean leaves it. */
  const cleaned = async (name: string, text: string): Promise<DocumentCleaned> => {
    const body = JSON.stringify({ article: { text, removed: [] }, text, excluded: [] });
    const articleHash = await blobs.put(Buffer.from(body));
    await database.query(
      "insert into locator (id, locator, fingerprint, hints) values ($1, $1, '', '{}') on conflict do nothing",
      [name],
    );
    await database.query(
      `insert into document (id, locator_id, locator, body_hash, article_hash) values ($1, $1, $1, 'b', $2)
       on conflict (id) do update set article_hash = excluded.article_hash`,
      [name, articleHash],
    );
    await database.query(
      `insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, outputs)
       values ($1, 'extract', 1, $2, $1, 'emitted', '[{}]') on conflict do nothing`,
      [name, sha256(body)],
    );
    return {
      documentId: DocumentId.parse(name),
      locator: name,
      bodyHash: "b",
      contentType: null,
      kind: "text",
      hints: {},
      articleHash,
      title: null,
      url: null,
      outlet: null,
      publishedAt: "2024-03-05",
      language: "en",
      wireCredit: null,
    };
  };
  const edges = async () =>
    (await database.query<{ a: string; b: string; kind: string }>("select a, b, kind from edge order by a, b")).rows.map(
      ({ a, b, kind }) => `${a} ${b} ${kind}`,
    );
  const owing = async () =>
    (await database.query<{ subject: string }>("select subject from owed where stage = 'reconcile' order by subject")).rows.map(
      ({ subject }) => subject,
    );
  return {
    stores,
    cleaned,
    edges,
    owing,
    run: (...inputs: DocumentCleaned[]) => dedupeBatch(inputs, stores),
    async [Symbol.asyncDispose]() {
      await database.end();
      await engines.close();
    },
  };
}

test("an edge that held by a text cut away goes, and both ends owe reconcile", async () => {
  await using place = await setup();
  await place.run(await place.cleaned("ann", flood), await place.cleaned("bob", flood), await place.cleaned("cat", chess));
  expect(await place.edges()).toEqual(["ann bob copy"]);
  await place.run(await place.cleaned("bob", harvest));
  expect(await place.edges()).toEqual([]);
  expect(await place.owing()).toEqual(["ann", "bob"]);
  // And it comes back with its text.
  await place.run(await place.cleaned("bob", flood));
  expect(await place.edges()).toEqual(["ann bob copy"]);
});

test("an earlier article that arrives late is not taken for the document's", async () => {
  await using place = await setup();
  const early = await place.cleaned("bob", flood);
  await place.run(await place.cleaned("ann", flood));
  await place.run(await place.cleaned("bob", chess));
  await place.run(early);
  expect(await place.edges()).toEqual([]);
});

test("a document that was compared with the earlier article while it changed is compared again", async () => {
  await using place = await setup();
  await place.run(await place.cleaned("bob", flood));
  const changed = await place.cleaned("bob", harvest);
  let once = true;
  // The batch of ann has read bob's features; before its edges are written, bob is cleaned and compared again.
  const slow: DedupeStores = {
    ...place.stores,
    edges: {
      ...place.stores.edges,
      save: async (edges) => {
        if (once) {
          once = false;
          await place.run(changed);
        }
        await place.stores.edges.save(edges);
      },
    },
  };
  await dedupeBatch([await place.cleaned("ann", flood)], slow);
  expect(once).toBe(false);
  expect(await place.edges()).toEqual([]);
});

test("of one document in two hands the later article stays in the index", async () => {
  await using place = await setup();
  await place.run(await place.cleaned("ann", flood), await place.cleaned("cat", chess));
  const early = await place.cleaned("bob", flood);
  let once = true;
  const slow: DedupeStores = {
    ...place.stores,
    index: {
      ...place.stores.index,
      insert: async (entries) => {
        if (once) {
          once = false;
          await place.run(await place.cleaned("bob", chess));
        }
        await place.stores.index.insert(entries);
      },
      candidates: (queries, limit) => place.stores.index.candidates(queries, limit),
      remove: (ids) => place.stores.index.remove(ids),
    },
  };
  await dedupeBatch([early], slow);
  expect(await place.edges()).toEqual(["bob cat copy"]);
});

test("a thread that compares says which document it is in, and that it is done", async () => {
  await using place = await setup();
  const inputs = [await place.cleaned("ann", flood), await place.cleaned("bob", chess)];
  const signs: string[] = [];
  await dedupeBatch(inputs, place.stores, {
    begins: (index) => signs.push(`begins ${index}`),
    works: (index) => signs.push(`works ${index}`),
    ends: (index) => signs.push(`ends ${index}`),
  });
  // Read and prepared, side by side; then compared, one after the other.
  expect(signs.slice(-4)).toEqual(["works 0", "ends 0", "works 1", "ends 1"]);
  expect(signs.slice(0, -4).sort()).toEqual(["begins 0", "begins 1", "ends 0", "ends 1", "works 0", "works 1"]);
});
