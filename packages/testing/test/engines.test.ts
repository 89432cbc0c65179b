import { Redis } from "ioredis";
import pg from "pg";
import { expect, test } from "vitest";
import { testEngines, withEngines } from "../src/engines.ts";

async function query(url: string, text: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

test("two tests share the servers and see nothing of each other", async () => {
  await using one = await testEngines();
  await using two = await testEngines();
  expect(one.redisUrl).toBe(two.redisUrl);
  expect(one.prefix).not.toBe(two.prefix);
  await query(one.databaseUrl, "create table mine ()");
  expect(await query(two.databaseUrl, "select to_regclass('mine') as found")).toEqual([{ found: null }]);
});

test("what a test leaves in Redis and PostgreSQL is gone afterwards", async () => {
  const urls = await withEngines(async (engines) => {
    const redis = new Redis(engines.redisUrl);
    await redis.set(`{${engines.prefix}-clean}:key`, "1");
    redis.disconnect();
    return { ...engines };
  });
  const redis = new Redis(urls.redisUrl);
  expect(await redis.keys(`*${urls.prefix}*`)).toEqual([]);
  redis.disconnect();
  await expect(query(urls.databaseUrl, "select 1")).rejects.toMatchObject({ code: "3D000" });
});

test("a test that leaves a connection open is told so", async () => {
  const engines = await testEngines();
  const client = new pg.Client({ connectionString: engines.databaseUrl });
  client.on("error", () => {});
  await client.connect();
  await expect(engines.close()).rejects.toThrow(/1 connection\(s\) to its database open/);
});

test("a template is prepared once and copied", async () => {
  let prepared = 0;
  const template = {
    name: "with-a-table",
    prepare: async (url: string) => {
      prepared++;
      await query(url, "create table given as select 5 as n");
    },
  };
  await using one = await testEngines({ template });
  await using two = await testEngines({ template });
  expect(await query(one.databaseUrl, "select n from given")).toEqual([{ n: 5 }]);
  expect(await query(two.databaseUrl, "select n from given")).toEqual([{ n: 5 }]);
  expect(prepared).toBe(1);
});
