import { testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { openDatabase } from "../src/database.ts";
import { PostgresFeatures } from "../src/features.ts";

test("sketches of popular documents lie apart and are the same as those of the others in every answer", async () => {
  const engines = await testEngines();
  const pool = await openDatabase({ databaseUrl: engines.databaseUrl });
  try {
    const features = new PostgresFeatures(pool);
    const ids = Array.from({ length: 64 }, (_, i) => `document-${String(i).padStart(2, "0")}`);
    const sketchOf = (i: number, version: number) => Uint8Array.of(version, i);
    const save = (version: number, some: readonly string[]) =>
      features.save(
        some.map((id) => ({ id, bytes: Uint8Array.of(1), sketch: sketchOf(ids.indexOf(id), version), articleHash: "a" })),
      );
    const read = async () =>
      new Map(
        (await features.sketches(ids)).map(({ id, sketch }) => [id, sketch === null ? null : [...sketch].join()] as const).sort(),
      );
    const apart = async () =>
      (await pool.query<{ id: string }>("select document_id as id from popular_sketch order by 1")).rows.map(({ id }) => id);

    await save(1, ids);
    expect(await read()).toEqual(new Map(ids.map((id, i) => [id, `1,${i}`])));
    const popular = await apart();
    expect(popular.length).toBeGreaterThan(3);
    expect(popular.length).toBeLessThan(32);

    await save(2, ids.slice(0, 32));
    await features.saveSketches(ids.slice(32).map((id, i) => ({ id, sketch: sketchOf(32 + i, 2) })));
    expect(await read()).toEqual(new Map(ids.map((id, i) => [id, `2,${i}`])));
    expect(await apart()).toEqual(popular);

    // Of a store from before sketches one has none, and one whose features are gone has nothing anywhere.
    const [first, second] = popular;
    await pool.query("delete from popular_sketch where document_id = $1", [first]);
    await pool.query("update features set sketch = null where document_id = $1", [first]);
    await pool.query("delete from features where document_id = $1", [second]);
    const left = await read();
    expect(left.get(first ?? "")).toBeNull();
    expect(left.has(second ?? "")).toBe(false);
    expect(left.size).toBe(63);
    expect(await apart()).toEqual(popular.slice(2));
  } finally {
    await pool.end();
    await engines.close();
  }
});
