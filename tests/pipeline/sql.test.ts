import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wirefold as run, type SampleStore, sampleStore } from "./sample-store.ts";

let store: SampleStore;

const wirefold = (...args: readonly string[]) => run(store, args);

const ask = async (query: string, ...options: readonly string[]) => {
  const { stdout, stderr } = await wirefold("sql", query, "--json", ...options);
  if (stdout === "" && stderr !== "") throw new Error(stderr);
  return stdout
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

beforeAll(async () => {
  store = await sampleStore();
}, 180_000);
afterAll(() => store?.[Symbol.asyncDispose]());

test("claims, quotations and figures can be asked for, and agree with the records", async () => {
  const { stdout } = await wirefold("export", "--format", "jsonl");
  const records = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { claims: { variants: unknown[] }[] });
  const variants = records.reduce((sum, { claims }) => sum + claims.reduce((n, claim) => n + claim.variants.length, 0), 0);
  const [counts] = await ask(
    `select (select count(*)::int from claim) as claims, (select count(*)::int from figure) as figures, (select count(*)::int from quote where kind = 'direct') as quotes`,
  );
  expect(counts?.claims).toBe(variants);
  expect(counts?.figures).toBeGreaterThan(100);
  expect(counts?.quotes).toBeGreaterThan(20);
  const [joined] = await ask("select count(*)::int as n from claim c join document d on d.id = c.doc and d.story = c.story");
  expect(joined?.n).toBe(variants);
}, 120_000);

test("tables are exported whole in every format, and DuckDB reads the Parquet files with their days and types", async () => {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const duck = await (await DuckDBInstance.create(":memory:")).connect();
  const rowsOf = async (query: string) => (await duck.runAndReadAll(query)).getRowObjectsJson();
  const lake = join(store.dataDir, "lake");
  for (const table of ["documents", "articles", "quotes", "edges", "groups", "claims"]) {
    const lines = (await wirefold("export", table, "--format", "jsonl")).stdout.trim().split("\n");
    const first = JSON.parse(lines[0] ?? "{}") as Record<string, unknown>;
    const written = await wirefold("export", table, "--format", "parquet", "--by-day", "--out", join(lake, table));
    expect(written.stderr, table).toContain(`${lines.length} row`);
    const from = `read_parquet('${lake}/${table}/*/*.parquet', hive_partitioning = true)`;
    const [read] = await rowsOf(`select count(*)::int as n, min(date)::text as day from ${from}`);
    expect([table, read?.n, read?.day], table).toEqual([table, lines.length, new Date().toISOString().slice(0, 10)]);
    const columns = (await rowsOf(`describe select * from ${from}`)).map(({ column_name }) => column_name);
    expect(columns, table).toEqual([...Object.keys(first), "date"]);
  }
  // The same answer as PostgreSQL gives, joined over three tables.
  const [joined] = await rowsOf(
    `select count(*)::int as n, count(distinct c.story)::int as stories, max(a.recorded_at) > now()::timestamp - interval 1 day as young
     from read_parquet('${lake}/claims/*/*.parquet') c join read_parquet('${lake}/articles/*/*.parquet') a on a.document = c.doc
       join read_parquet('${lake}/groups/*/*.parquet') g on g.document = c.doc and g.story = c.story`,
  );
  const [asked] = await ask("select count(*)::int as n, count(distinct story)::int as stories from claim");
  expect(joined).toEqual({ ...asked, young: true });
  const [evidence] = await rowsOf(
    `select count(*) filter (where contains(a.text, c.surface))::double / count(*) as share
     from read_parquet('${lake}/claims/*/*.parquet') c join read_parquet('${lake}/articles/*/*.parquet') a on a.document = c.doc`,
  );
  expect(evidence?.share).toBeGreaterThan(0.9);
  // An export that would mix with an earlier one is refused; what is new is added to it.
  const refused = await wirefold("export", "edges", "--format", "parquet", "--by-day", "--out", join(lake, "edges"));
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("--since adds what is new")]);
  const added = await wirefold(
    "export",
    "edges",
    "--format",
    "parquet",
    "--by-day",
    "--since",
    "2099-01-01",
    "--out",
    join(lake, "edges"),
  );
  expect(added.stderr).toContain("0 rows");
  const csv = (await wirefold("export", "edges", "--format", "csv")).stdout.trim().split("\r\n");
  const [edges] = await ask("select count(*)::int as n from edge");
  expect([csv[0], csv.length - 1]).toEqual(["a,b,kind,direction,score,recorded_at", edges?.n]);
}, 600_000);

test("what was taken down is gone, and what changed is unpacked again", async () => {
  const [before] = await ask("select id, story from document where title like 'Minister opens tunnel%'");
  await wirefold("remove", String(before?.id));
  expect(await ask(`select 1 as x from figure where document = '${before?.id}'`)).toEqual([]);
  expect(await ask(`select 1 as x from claim where story = '${before?.story}'`)).toEqual([]);
}, 120_000);

test("a session changes nothing unless told to, and a wrong query is one line", async () => {
  const refused = await wirefold("sql", "delete from story", "--no-unpack");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^wirefold: .*(read-only|cannot delete).*\[WIREFOLD_SQL\]\n$/);
  const wrong = await wirefold("sql", "select nothing from nowhere", "--no-unpack");
  expect(wrong.stderr).toMatch(/"nowhere" does not exist.*\[WIREFOLD_SQL\]\n$/);
}, 120_000);
