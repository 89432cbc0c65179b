import { MemoryBlobs, openDatabase, RehearsalBusyError, rehearse } from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { inTransaction, type Pool } from "../src/database.ts";

async function setup() {
  const { databaseUrl } = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl });
  return { database, blobs: new MemoryBlobs() };
}

const runs = async (pool: Pool) => (await pool.query<{ id: string }>("select id from run order by id")).rows.map(({ id }) => id);
const add = (pool: Pool, id: string) => inTransaction(pool, (client) => client.query("insert into run (id) values ($1)", [id]));

test("what a rehearsal writes is seen by itself alone and taken back, with what failed inside it left out", async () => {
  const { database, blobs } = await setup();
  await add(database, "kept");
  const seen = await rehearse(database, blobs, async ({ pool, blobs: rehearsed }) => {
    await Promise.all([add(pool, "one"), add(pool, "two")]);
    await expect(add(pool, "kept")).rejects.toThrow("duplicate key");
    const hash = await rehearsed.put(Buffer.from("a body"));
    expect(Buffer.from(await rehearsed.get(hash)).toString()).toBe("a body");
    expect(await blobs.has(hash)).toBe(false);
    expect(await runs(database)).toEqual(["kept"]);
    return runs(pool);
  });
  expect(seen).toEqual(["kept", "one", "two"]);
  expect(await runs(database)).toEqual(["kept"]);
  await database.end();
});

test("a rehearsal begins again where a worker holds what it needs, and says so where that lasts", async () => {
  const { database, blobs } = await setup();
  await add(database, "held");
  const holder = await database.connect();
  const hold = () => holder.query("begin; select from run where id = 'held' for update");
  await hold();
  let attempts = 0;
  const answer = rehearse(database, blobs, async ({ pool }) => {
    attempts += 1;
    if (attempts === 2) await holder.query("commit");
    await pool.query("update run set id = id where id = 'held'");
    return attempts;
  });
  expect(await answer).toBe(2);
  await hold();
  const busy = rehearse(database, blobs, ({ pool }) => pool.query("update run set id = id where id = 'held'"), { tries: 2 });
  await expect(busy).rejects.toThrow(RehearsalBusyError);
  await holder.query("commit");
  holder.release();
  await expect(rehearse(database, blobs, async () => Promise.reject(new Error("a fault of its own")))).rejects.toThrow(
    "of its own",
  );
  await database.end();
});
