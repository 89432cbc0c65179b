import type { GroupInput } from "@wirefold/core";
import { expect, test } from "vitest";
import { DuplicateIdError, EDGES_SHOWN_MAX, type GroupedRow, groupDocuments, groupStream, memorySpools } from "../src/index.ts";
import { corpus, shuffled } from "./fixtures/corpus.ts";
import { harbour } from "./fixtures/harbour.ts";

async function* from(docs: readonly GroupInput[], failAfter = Number.POSITIVE_INFINITY): AsyncGenerator<GroupInput> {
  for (const [i, doc] of docs.entries()) {
    if (i === failAfter) throw new Error("the power went");
    yield doc;
  }
}

async function collect(rows: AsyncIterable<GroupedRow>): Promise<GroupedRow[]> {
  const all: GroupedRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const docs = [...corpus(12), ...harbour];

test("streaming gives the groups and edges of grouping in memory, in input order", async () => {
  const whole = groupDocuments(docs);
  const rows = await collect(groupStream(from(docs), { spools: memorySpools() }));
  expect(rows.map((row) => row.id)).toEqual(docs.map((doc) => doc.id));
  for (const { edges, ...assignment } of rows) {
    expect(assignment).toEqual(whole.assignments.get(assignment.id));
    const expected = whole.edges.filter((edge) => edge.a === assignment.id || edge.b === assignment.id);
    expect(edges.map(({ to }) => to)).toEqual(expected.map((edge) => (edge.a === assignment.id ? edge.b : edge.a)).sort());
    for (const edge of edges) {
      const same = expected.find((one) => one.a === edge.to || one.b === edge.to)!;
      expect(edge).toEqual({
        to: edge.to,
        kind: same.kind,
        score: same.score,
        direction: same.direction,
        evidence: same.evidence,
      });
    }
  }
});

test("a run that broke off goes on where it was, and ends the same", async () => {
  const expected = await collect(groupStream(from(docs), { spools: memorySpools() }));
  for (const failAfter of [0, 10, docs.length - 1]) {
    const spools = memorySpools();
    await expect(collect(groupStream(from(docs, failAfter), { spools }))).rejects.toThrow("the power went");
    expect(spools.documents.count).toBe(failAfter);
    expect(await collect(groupStream(from(docs), { spools }))).toEqual(expected);
  }
});

test("a run that broke off while writing goes on as well", async () => {
  const spools = memorySpools();
  const expected: GroupedRow[] = [];
  for await (const row of groupStream(from(docs), { spools })) {
    expected.push(row);
    if (expected.length === 3) break;
  }
  expect((await collect(groupStream(from(docs), { spools }))).slice(0, 3)).toEqual(expected);
});

test("the order of the lines changes the order of the rows only", async () => {
  const plain = await collect(groupStream(from(docs), { spools: memorySpools() }));
  const other = await collect(groupStream(from(shuffled(docs, 4)), { spools: memorySpools() }));
  const byId = (rows: GroupedRow[]) => [...rows].sort((x, y) => (x.id < y.id ? -1 : 1));
  expect(byId(other)).toEqual(byId(plain));
});

test("an id given twice is refused", async () => {
  await expect(collect(groupStream(from([docs[0]!, docs[0]!]), { spools: memorySpools() }))).rejects.toBeInstanceOf(
    DuplicateIdError,
  );
});

test("progress is told in all three phases", async () => {
  const phases = new Set<string>();
  await collect(
    groupStream(from(docs), { spools: memorySpools(), reportEvery: 10, onProgress: ({ phase }) => phases.add(phase) }),
  );
  expect([...phases]).toEqual(["read", "compare", "write"]);
});

test("a row shows a bounded number of edges and says how many it leaves out", async () => {
  const docs = Array.from({ length: 56 }, (_, i) => ({ id: `same-${i}`, text: harbour[0]?.text ?? "" }));
  async function* input() {
    yield* docs;
  }
  const rows = await collect(groupStream(input(), { spools: memorySpools() }));
  for (const { edges } of rows) expect(edges.length).toBeLessThanOrEqual(EDGES_SHOWN_MAX);
  const leftOut = rows.filter(({ edges_left_out }) => edges_left_out !== undefined);
  expect(leftOut.length).toBeGreaterThan(0);
  for (const { edges, edges_left_out = 0 } of leftOut) expect(edges.length + edges_left_out).toBeLessThan(docs.length);
  expect(new Set(rows.map(({ copy }) => copy)).size).toBe(1);
});
