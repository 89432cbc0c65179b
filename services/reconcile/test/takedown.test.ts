import { DocumentId, type Edge, type FactsExtracted } from "@wirefold/core";
import {
  MemoryBlobs,
  openDatabase,
  PostgresDocumentGroups,
  PostgresOverrides,
  PostgresStories,
  PostgresStoryEvents,
  StoreReader,
  takeDown,
} from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { reconcileBatch } from "../src/reconcile-batch.ts";

/** Documents joined in a chain by edges, written the way the stages write them and folded into one story. */
async function setup(
  chain: readonly string[],
  { kind = "rewrite", titleOf = () => "Harbour closed" }: { kind?: Edge["kind"]; titleOf?: (id: string) => string } = {},
) {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  const blobs = new MemoryBlobs();
  const stories = new PostgresStories(database);
  const inputs = new Map<string, FactsExtracted>();
  for (const id of chain) {
    const text = `The harbour of ${id} was closed on Monday.`;
    const articleHash = await blobs.put(Buffer.from(JSON.stringify({ article: { text, removed: [] }, text, excluded: [] })));
    const bodyHash = await blobs.put(Buffer.from(text));
    inputs.set(id, { documentId: DocumentId.parse(id) } as FactsExtracted);
    await database.query("insert into locator (id, locator, fingerprint, hints) values ($1, 'file:///' || $1, '', '{}')", [id]);
    await database.query(
      "insert into document (id, locator_id, locator, body_hash, article_hash, title) values ($1, $1, 'file:///' || $1, $2, $3, $4)",
      [id, bodyHash, articleHash, titleOf(id)],
    );
    await database.query(
      `insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, outputs)
       values ($1, 'extract', 1, 'h', $1, 'emitted', jsonb_build_array(jsonb_build_object('documentId', $1::text, 'articleHash', $2::text)))`,
      [id, articleHash],
    );
  }
  const edges = chain.slice(1).map((to, at): Edge => {
    const [a, b] = [chain[at]!, to].sort() as [string, string];
    const measures = kind === "same-event" ? { event: 0.99 } : {};
    return { a, b, kind, direction: null, score: kind === "same-event" ? 0.3 : 0.99, evidence: { measures, passages: [] } };
  });
  await stories.saveEdges(edges);
  const reconcile = (...ids: string[]) =>
    reconcileBatch(
      ids.map((id) => inputs.get(id)!),
      { blobs, groups: new PostgresDocumentGroups(database), stories, overrides: new PostgresOverrides(database) },
    );
  await reconcile(...chain);
  const close = async () => {
    await database.end();
    await engines.close();
  };
  return {
    database,
    blobs,
    reconcile,
    events: new PostgresStoryEvents(database),
    told: async () => (await new PostgresStoryEvents(database).after(0)).map(({ kind, story }) => `${kind} ${story}`),
    members: async () => {
      const reader = new StoreReader(database);
      const records = await Promise.all((await reader.stories()).map(({ id }) => reader.story(id)));
      return records.map((record) => [
        record!.story,
        record!.members
          .map(({ id }) => id)
          .sort()
          .join(" "),
      ]);
    },
    [Symbol.asyncDispose]: close,
  };
}

// The story bears the name of its smallest member: the one taken down, the first or the second piece written.
test.each([
  ["m1", ["m2", "m1", "m3"]],
  ["m2", ["m1", "m2", "m3"]],
  ["m2", ["m3", "m2", "m1"]],
  ["m3", ["m1", "m3", "m2"]],
])("taking %s out of the chain %j leaves two stories, written together or apart", async (middle, chain) => {
  const [left, , right] = chain as [string, string, string];
  for (const order of [[[left, right]], [[left], [right]], [[right], [left]]]) {
    await using store = await setup(chain);
    expect(await store.members()).toEqual([["m1", "m1 m2 m3"]]);
    const { neighbours } = (await takeDown(store.database, store.blobs, middle))!;
    expect(neighbours).toEqual([left, right].sort());
    for (const batch of order) await store.reconcile(...batch);
    expect(await store.members(), JSON.stringify(order)).toEqual([left, right].sort().map((id) => [id, id]));
    expect(new Set(await store.told())).toContain("split m1");
    // Nothing changes when they are decided again, the removed one among them.
    const before = await store.told();
    await store.reconcile(left, middle, right);
    expect(await store.told()).toEqual(before);
    expect(await store.members()).toHaveLength(2);
  }
});

test("taking the last document down removes its story, and says so", async () => {
  await using store = await setup(["only"]);
  expect(await takeDown(store.database, store.blobs, "only")).toEqual({
    removed: true,
    neighbours: [],
    blobsDeleted: 2,
    blobsShared: 0,
  });
  expect(await store.members()).toEqual([]);
  expect(await store.told()).toEqual(["created only", "removed only"]);
  expect((await takeDown(store.database, store.blobs, "only"))!.removed).toBe(false);
  expect(await takeDown(store.database, store.blobs, "nobody")).toBeNull();
});

test("the stored role of an opinion is what its record says, and stays when nothing changes", async () => {
  const titleOf = (id: string) => (id === "m2" ? "Opinion: the harbour should not have been closed" : "Harbour closed");
  await using store = await setup(["m1", "m2"], { kind: "same-event", titleOf });
  const rolesStored = async () =>
    (await store.database.query("select role from assignment order by document_id")).rows.map(({ role }) => role);
  expect(await rolesStored()).toEqual(["independent", "related"]);
  await store.reconcile("m1", "m2");
  expect(await rolesStored()).toEqual(["independent", "related"]);
});
