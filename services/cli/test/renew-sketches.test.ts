import { openDatabase, type Pool } from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, it } from "vitest";
import { fillStore, renewSketches } from "../src/bench/fill-store.ts";

async function sketches(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ sketch: string }>(
    "select encode(sketch, 'hex') as sketch from features order by document_id",
  );
  return rows.map(({ sketch }) => sketch);
}

it("fills a store on from where it ended, twice where it was cut short in a batch, as if at once", async () => {
  const engines = await testEngines({ template: storeTables });
  const pool = await openDatabase({ databaseUrl: engines.databaseUrl });
  const contents = async () => {
    const { rows } = await pool.query<{ rows: string }>(
      `select concat_ws(' ', (select count(*) from locator), (select count(*) from document), (select count(*) from result),
         (select count(*) from story), (select count(*) from assignment), (select count(*) from document_group),
         (select count(*) from features), (select count(*) from similarity_document), (select count(*) from posting)) as rows`,
    );
    return [rows[0]?.rows, ...(await sketches(pool))];
  };
  try {
    const told: number[] = [];
    await fillStore(pool, 230, 0, (holds) => told.push(holds));
    expect(told).toEqual([200, 230]);
    // Cut short behind 230, noted at 200: the thirty are filled in again.
    await fillStore(pool, 450, 200);
    const filledOn = await contents();
    expect(filledOn[0]).toMatch(/^450 450 2250 450 450 450 450 450 /);
    expect(filledOn).toHaveLength(451);
  } finally {
    await pool.end();
    await engines.close();
  }
});

it("renews the sketches of a store that an earlier build filled, goes on where it was cut short, and leaves the others", async () => {
  const engines = await testEngines({ template: storeTables });
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
