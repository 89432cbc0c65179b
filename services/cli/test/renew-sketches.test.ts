import { openDatabase, type Pool } from "@wirefold/store";
import { testEngines } from "@wirefold/testing";
import { expect, it } from "vitest";
import { fillStore, renewSketches } from "../src/bench/fill-store.ts";

async function sketches(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ sketch: string }>(
    "select encode(sketch, 'hex') as sketch from features order by document_id",
  );
  return rows.map(({ sketch }) => sketch);
}

it("renews the sketches of a store that an earlier build filled, goes on where it was cut short, and leaves the others", async () => {
  const engines = await testEngines();
  const pool = await openDatabase({ databaseUrl: engines.databaseUrl });
  try {
    await fillStore(pool, 230);
    const made = await sketches(pool);
    // Cut short: every third document was renewed already.
    await pool.query(
      `update features f set sketch = case o.n % 3 when 0 then f.sketch when 1 then null else '\\x03'::bytea || substring(f.sketch from 2) end
       from (select document_id, row_number() over (order by document_id) as n from features) o where o.document_id = f.document_id`,
    );
    expect(await sketches(pool)).not.toEqual(made);
    const { rows: before } = await pool.query("select document_id, xmin::text from features order by document_id");
    await renewSketches(pool);
    expect(await sketches(pool)).toEqual(made);
    const { rows: after } = await pool.query("select document_id, xmin::text from features order by document_id");
    expect(before.filter((row, at) => row.xmin === after[at]?.xmin)).toHaveLength(Math.floor(230 / 3));
  } finally {
    await pool.end();
    await engines.close();
  }
});
