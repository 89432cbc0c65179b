import {
  type CleanedDocument,
  type DocumentCleaned,
  DocumentFetched,
  documentIdOf,
  emit,
  type LocatorSubmitted,
  type RecurringLines,
  sha256,
} from "@wirefold/core";
import {
  MemoryBlobs,
  openDatabase,
  PostgresLedger,
  PostgresRecurringLines,
  readCleaned,
  StoreReader,
  takeDown,
} from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { runBatch, type StageContract, type StageWork, toOutcomes } from "@wirefold/worker";
import { expect, test } from "vitest";
import { z } from "zod";
import { cleanBatch } from "../src/clean-batch.ts";
import clean from "../src/stage.ts";

const motto = "The Courier has belonged to the people of Hollowmere, and to nobody else, since the flood year.";
const label = "Hear the Courier on your way home";
const ownersLine = "The Herald prints what it finds out and answers every letter that bears a name.";

/** Words nobody uses, the same for the same seed: documents of different seeds have no subject in common. */
function words(seed: number, count: number): string[] {
  const syllables = ["bra", "ken", "tol", "mi", "sud", "ver", "lan", "po", "gri", "shen", "dak", "ru", "fel", "ost", "wy", "nar"];
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = () => Array.from({ length: 3 }, () => syllables[next(syllables.length)]).join("");
  return Array.from({ length: count }, word);
}
const sentence = (seed: number) => {
  const [first, ...rest] = words(seed, 16);
  return `${first![0]!.toUpperCase()}${first!.slice(1)} ${rest.join(" ")}.`;
};
const article = (seed: number, ...after: string[]) =>
  [`The ${words(seed, 3).join(" ")} question`, ...Array.from({ length: 11 }, (_, n) => sentence(seed * 100 + n)), ...after].join(
    "\n\n",
  );

interface Source {
  readonly name: string;
  readonly text: string;
  readonly outlet?: string;
}
const courier = Array.from(
  { length: 9 },
  (_, n): Source => ({
    name: `courier-${n}`,
    text: article(n, ...(n % 3 === 1 ? [label] : []), motto),
    outlet: "Hollowmere Courier",
  }),
);
/** One article published eleven times, as it was or with a paragraph more, together with three others: all end alike. */
const herald = [
  ...Array.from({ length: 11 }, (_, n): Source => {
    const text = article(500, ...(n % 2 === 1 ? [sentence(9000 + n)] : []), ownersLine);
    return { name: `herald-copy-${n}`, text, outlet: "Upper Herald" };
  }),
  ...Array.from(
    { length: 2 },
    (_, n): Source => ({
      name: `herald-${n}`,
      text: article(600 + n, ownersLine),
      outlet: "Upper Herald",
    }),
  ),
];
const nameless = Array.from({ length: 6 }, (_, n): Source => ({ name: `nameless-${n}`, text: article(700 + n, motto) }));
const corpus = [...courier, ...herald, ...nameless];

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const out = [...items];
  let state = seed;
  for (let i = out.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

const locatorOf = (name: string) => `file:///${name}.txt`;
const idOf = (source: Source) => documentIdOf(locatorOf(source.name), sha256(source.text));
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The first two stages as the pipeline runs them, on a ledger and a store of lines of their own. */
async function setup() {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  const ledger = new PostgresLedger(database);
  const blobs = new MemoryBlobs();
  const lines = new PostgresRecurringLines(database);
  const Input = z.object({ locatorId: z.string(), locator: z.string(), hints: z.object({ outlet: z.string().optional() }) });
  const fetch: StageContract = {
    name: "fetch",
    version: 1,
    input: Input,
    output: DocumentFetched,
    drops: {},
    concurrency: 1,
    timeoutMs: 5000,
    maxAttempts: 3,
  };
  const readLocator: StageWork = {
    one: async (input) => {
      const { locator, hints } = Input.parse(input);
      const { text } = corpus.find((source) => locatorOf(source.name) === locator)!;
      const bodyHash = await blobs.put(Buffer.from(text));
      const documentId = documentIdOf(locator, bodyHash);
      return emit({ documentId, locator, bodyHash, contentType: "text/plain; charset=utf-8", kind: null, hints });
    },
  };
  const sent = new Map<string, string[]>();
  const runner = {
    ledger,
    queue: { send: async () => {} },
    next: {
      add: async (stage: string, ids: readonly string[]) => void sent.set(stage, [...(sent.get(stage) ?? []), ...ids]),
    },
    log: silent,
    now: () => new Date(),
    worker: "test",
  };
  const signal = new AbortController().signal;
  const ingest = async (sources: readonly Source[]) => {
    const submitted = sources.map(({ name, outlet }) => ({
      locatorId: name,
      locator: locatorOf(name),
      fingerprint: "1",
      hints: (outlet === undefined ? {} : { outlet }) satisfies LocatorSubmitted["hints"],
    }));
    await ledger.submit("run", submitted, "live");
    await runBatch(
      fetch,
      sources.map(({ name }) => name),
      readLocator,
      runner,
      signal,
    );
    return sources.map(idOf);
  };
  const cleanWith = (store: RecurringLines, ids: readonly string[]) =>
    runBatch(
      clean,
      ids,
      {
        many: async (inputs) =>
          toOutcomes(
            await cleanBatch(
              inputs.map((input) => DocumentFetched.parse(input)),
              { blobs, lines: store },
            ),
          ),
      },
      runner,
      signal,
    );
  /** Works until nothing is owed, the way jobs and the sweeper do. */
  const drain = async (batch: number, workers: number) => {
    for (;;) {
      const { rows } = await database.query<{ subject: string }>(
        "select subject from owed where stage = 'clean' order by enqueued_at, subject",
      );
      if (rows.length === 0) return;
      const ids = rows.map((row) => row.subject);
      const worker = async () => {
        for (let part = ids.splice(0, batch); part.length > 0; part = ids.splice(0, batch)) await cleanWith(lines, part);
      };
      await Promise.all(Array.from({ length: workers }, worker));
    }
  };
  const texts = async () => {
    const { rows } = await database.query<{ id: string; article_hash: string; locator_id: string }>(
      "select id, article_hash, locator_id from document where removed_at is null order by locator_id",
    );
    return new Map(
      await Promise.all(rows.map(async (row) => [row.locator_id, await readCleaned(blobs, row.article_hash)] as const)),
    );
  };
  return {
    database,
    ledger,
    blobs,
    lines,
    ingest,
    cleanWith,
    drain,
    texts,
    reader: new StoreReader(database),
    async [Symbol.asyncDispose]() {
      await database.end();
      await engines.close();
    },
  };
}
const bodies = (read: ReadonlyMap<string, CleanedDocument>) => [...read].map(([name, { article }]) => [name, article.text]);

test("the same documents give the same texts in any order, batch size and number of workers, and running again changes nothing", async () => {
  let expected: unknown;
  for (const [order, batch, workers] of [
    [1, 1, 1],
    [2, 7, 2],
    [3, 100, 1],
    [4, 1, 3],
    [5, 7, 3],
  ] as const) {
    await using place = await setup();
    // In two goes, so that late documents find early ones done.
    const all = shuffled(corpus, order);
    await place.ingest(all.slice(0, 15));
    await place.drain(batch, workers);
    await place.ingest(all.slice(15));
    await place.drain(batch, workers);
    const read = await place.texts();
    const found = bodies(read);
    expected ??= found;
    expect(found).toEqual(expected);

    for (const { name } of courier) {
      expect(read.get(name)!.article.text, name).not.toContain(motto);
      expect(read.get(name)!.article.removed).toContainEqual(expect.objectContaining({ reason: "recurring-line", text: motto }));
    }
    // Three documents hold the label; it stays.
    expect(read.get("courier-1")!.article.text).toContain(label);
    for (const { name, text } of herald) {
      const lines = text.split("\n\n").slice(1);
      for (const line of lines) expect(read.get(name)!.article.text, name).toContain(line);
    }
    for (const { name } of nameless) expect(read.get(name)!.article.text, name).toContain(motto);

    const results = async () =>
      (await place.database.query("select subject, input_hash, outputs from result where stage = 'clean' order by 1, 2")).rows;
    const before = await results();
    await place.database.query(
      `insert into owed (subject, stage, locator_id, input, input_hash, priority)
       select d.id, 'clean', d.locator_id, r.outputs -> 0 || jsonb_build_object('locator', d.locator, 'bodyHash', d.body_hash, 'contentType', d.content_type), 'x', 'live'
       from document d join result r on r.subject = d.locator_id and r.stage = 'fetch'`,
    );
    await place.drain(batch, workers);
    // Those without a site have nothing but their input to be kept by, which is named 'x' here.
    const after = (await results()).filter((row) => row.input_hash !== "x");
    expect(after).toEqual(before);
  }
});

test("a line is cut from the fourth document on, and from the three before it", async () => {
  await using place = await setup();
  await place.ingest(courier.slice(0, 3));
  await place.drain(100, 1);
  expect([...(await place.texts()).values()].every(({ article }) => article.text.includes(motto))).toBe(true);
  const books = async () => {
    const [, stage] = await place.reader.balance();
    expect(stage!.entered).toBe(stage!.emitted + stage!.dropped + stage!.quarantined + stage!.pending);
    return [stage!.emitted, stage!.pending];
  };
  const [fourth] = await place.ingest(courier.slice(3, 4));
  await place.cleanWith(place.lines, [fourth!]);
  expect(await books()).toEqual([1, 3]);
  await place.drain(100, 1);
  expect(await books()).toEqual([4, 0]);
  const read = await place.texts();
  for (const { article, text, excluded } of read.values()) {
    expect(article.text).not.toContain(motto);
    expect(excluded.map(([from, to]) => text.slice(from, to))).toContain(motto);
  }
  const trace = await place.reader.trace(fourth!);
  expect(trace!.timeline.at(-1)!.detail).toMatchObject({
    removed: expect.arrayContaining([{ reason: "recurring-line", text: motto, documents: 4 }]),
  });
  // The fifth finds it known: nobody owes anything for it.
  await place.ingest(courier.slice(4, 5));
  await place.drain(100, 1);
  const again = await place.database.query("select from timeline where stage = 'clean'");
  expect(again.rowCount).toBe(4 + 3 + 1);
});

test("taking a document down gives the line back to the three that are left", async () => {
  await using place = await setup();
  const ids = await place.ingest(courier.slice(0, 4));
  await place.drain(100, 1);
  await takeDown(place.database, place.blobs, ids[2]!);
  await place.drain(1, 2);
  const read = await place.texts();
  expect(read.size).toBe(3);
  for (const { article } of read.values()) expect(article.text).toContain(motto);
  const { rowCount } = await place.database.query("select from line_document where document_id = $1", [ids[2]]);
  expect(rowCount).toBe(0);
});

test("an answer decided before a line turned counts for nothing", async () => {
  await using place = await setup();
  const [first] = await place.ingest(courier.slice(0, 1));
  const rest = await place.ingest(courier.slice(1, 4));
  // The first has asked what recurs, and is slow; meanwhile three others are cleaned.
  const slow: RecurringLines = {
    learn: async (entries) => {
      const learned = await place.lines.learn(entries);
      await place.cleanWith(place.lines, rest);
      return learned;
    },
    remove: (ids) => place.lines.remove(ids),
  };
  await place.cleanWith(slow, [first!]);
  expect((await place.ledger.owed("clean", [first!])).length).toBe(1);
  await place.drain(100, 1);
  expect((await place.texts()).get("courier-0")!.article.text).not.toContain(motto);
});

test("a worker that ends between filing and answering leaves nothing behind that matters", async () => {
  await using place = await setup();
  const ids = await place.ingest(courier);
  const dying: RecurringLines = {
    learn: async (entries) => {
      await place.lines.learn(entries);
      throw new Error("killed");
    },
    remove: (given) => place.lines.remove(given),
  };
  await place.cleanWith(dying, ids.slice(0, 5));
  await place.drain(7, 2);
  const read = await place.texts();
  expect(read.size).toBe(courier.length);
  for (const { article } of read.values()) expect(article.text).not.toContain(motto);
});

test("the output of a document cleaned again is the event it was, but for its article", async () => {
  await using place = await setup();
  const ids = await place.ingest(courier.slice(0, 4));
  for (const id of ids) await place.cleanWith(place.lines, [id]);
  await place.drain(1, 1);
  const { rows } = await place.database.query<{ outputs: Pick<DocumentCleaned, "articleHash">[] }>(
    "select outputs from result where subject = $1 and stage = 'clean' order by finished_at",
    [ids[0]],
  );
  // What it is now stands in the document's row; what it was before, in the result that counts no more.
  expect(rows.map((row) => row.outputs.map((output) => Object.keys(output)))).toEqual([[["articleHash"]], [[]]]);
  const { rows: held } = await place.database.query<{ hash: string }>("select article_hash as hash from document where id = $1", [
    ids[0],
  ]);
  expect(rows[0]!.outputs[0]!.articleHash).not.toBe(held[0]!.hash);
  const { rows: owed } = await place.database.query<{ input: DocumentCleaned }>(
    "select input from owed where subject = $1 and stage = 'dedupe'",
    [ids[0]],
  );
  const { articleHash, outlet, hints } = owed[0]!.input;
  expect({ articleHash, outlet, hints }).toEqual({ articleHash: held[0]!.hash, outlet: "Hollowmere Courier", hints: { outlet } });
});
