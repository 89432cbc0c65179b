import type { Edge, GroupAssignment } from "@wirefold/core";
import { assignmentsFrom, groupEdges, nestedAnchors } from "@wirefold/similarity";
import { expect, test } from "vitest";
import { regroup } from "../src/regroup.ts";
import { MemoryGroups } from "./memory-session.ts";

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function edgeBetween(x: string, y: string, random: () => number, dayOf: (id: string) => number | undefined): Edge {
  const [a, b] = x < y ? [x, y] : [y, x];
  const kind = (["copy", "rewrite", "same-event", "same-event"] as const)[Math.floor(random() * 4)] ?? "same-event";
  const score = Math.round((0.5 + random() / 2) * 1e4) / 1e4;
  const measures: Record<string, number> = {
    event: 0.4 + random() * 0.6,
    derived: kind === "same-event" ? random() * 0.4 : 0.5 + random() / 2,
    text_a: a.length * 7919 + (a.codePointAt(1) ?? 0),
    text_b: b.length * 7919 + (b.codePointAt(1) ?? 0),
  };
  const [dayA, dayB] = [dayOf(a), dayOf(b)];
  if (dayA !== undefined) measures.day_a = dayA;
  if (dayB !== undefined) measures.day_b = dayB;
  const direction = random() < 0.3 ? ("a-from-b" as const) : null;
  return { a, b, kind, direction, score, evidence: { measures, passages: [] } };
}

/** Documents in knots that touch, some far apart in time, some undated: much hangs together. */
function invent(count: number, seed: number, knotSize = 6) {
  const random = randomFrom(seed);
  const ids = Array.from({ length: count }, (_, n) => `d${String(n).padStart(4, "0")}`);
  const knot = ids.map(() => Math.floor(random() * (count / knotSize)));
  const day = new Map(ids.map((id, n) => [id, random() < 0.2 ? undefined : (knot[n] ?? 0) + Math.floor(random() * 3)]));
  const edges: Edge[] = [];
  ids.forEach((x, n) => {
    ids.slice(0, n).forEach((y, m) => {
      const near = Math.abs((knot[n] ?? 0) - (knot[m] ?? 0));
      if (random() < (near === 0 ? 0.7 : near === 1 ? 0.12 : 0.002)) edges.push(edgeBetween(x, y, random, (id) => day.get(id)));
    });
  });
  return { ids, edges, random };
}

async function arrive(groups: MemoryGroups, ids: readonly string[]) {
  const { rows, touched } = await regroup(ids, groups.session());
  for (const row of rows) groups.rows.set(row.id, row);
  return { rows, touched };
}

/** The assignments that the rows say, story by story. */
function assignmentsOf(groups: MemoryGroups): Map<string, GroupAssignment> {
  const anchors = new Map(
    [...groups.rows.values()].map(({ id, anchors: [copy = id, lineage = id, story = id] }) => [
      id,
      nestedAnchors(copy, lineage, story),
    ]),
  );
  return assignmentsFrom(anchors, edgesIn(groups));
}

const edgesIn = (groups: MemoryGroups): Edge[] => [...new Set([...groups.edges.values()].flatMap((own) => [...own.values()]))];

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => [random(), item] as const)
    .sort((x, y) => x[0] - y[0])
    .map(([, item]) => item);
}

// Knots of 60 hold more neighbours than a document's grouping looks at.
test.each([
  [1, 6],
  [2, 6],
  [3, 60],
  [4, 60],
])("documents that arrive in any order and batches are grouped as all at once (seed %i, knots of %i)", async (seed, knotSize) => {
  const { ids, edges, random } = invent(110, seed, knotSize);
  const whole = [...groupEdges(ids, edges)].sort();
  expect(new Set(whole.map(([, { story }]) => story)).size).toBeGreaterThan(2);
  for (const batch of [1, 9, 110]) {
    const groups = new MemoryGroups();
    // All edges are there before anybody arrives, as when dedupe is far ahead; or each comes with its second document.
    const ahead = random() < 0.5;
    if (ahead) for (const edge of edges) groups.join(edge);
    const order = shuffled(ids, random);
    const here = new Set<string>();
    for (let from = 0; from < order.length; from += batch) {
      const some = order.slice(from, from + batch);
      for (const id of some) here.add(id);
      if (!ahead) for (const edge of edges) if (here.has(edge.a) && here.has(edge.b)) groups.join(edge);
      await arrive(groups, some);
    }
    expect([...assignmentsOf(groups)].sort(), `batches of ${batch}`).toEqual(whole);
    // A document that arrives again changes nothing.
    const again = await arrive(groups, order.slice(0, 20));
    expect(again.rows).toEqual([]);
  }
});

test.each([
  [11, 6],
  [12, 6],
  [13, 50],
  [14, 50],
])("edges that go, change and come heal the groups around them (seed %i, knots of %i)", async (seed, knotSize) => {
  const { ids, edges, random } = invent(120, seed, knotSize);
  const groups = new MemoryGroups();
  for (const edge of edges) groups.join(edge);
  await arrive(groups, ids);
  for (let round = 0; round < 12; round += 1) {
    const current = edgesIn(groups);
    const picked = shuffled(current, random).slice(0, 2);
    const owing = new Set<string>();
    for (const edge of picked) {
      // As the store does it: both ends and their neighbours owe reconcile again.
      for (const id of [edge.a, edge.b]) for (const other of [id, ...groups.neighboursOf(id)]) owing.add(other);
      if (random() < 0.5) groups.part(edge.a, edge.b);
      else groups.join({ ...edge, score: 0.5, evidence: { measures: { ...edge.evidence.measures, event: 0.45 }, passages: [] } });
    }
    const one = shuffled(ids, random)[0] ?? "";
    for (const other of groups.neighboursOf(one)) owing.add(other);
    for (const other of groups.neighboursOf(one)) groups.part(one, other);
    groups.edges.delete(one);
    groups.rows.delete(one);
    ids.splice(ids.indexOf(one), 1);
    owing.delete(one);
    await arrive(groups, shuffled([...owing], random));
    expect([...assignmentsOf(groups)].sort(), `round ${round}`).toEqual([...groupEdges(ids, edgesIn(groups))].sort());
  }
});

test("what a document reads does not depend on what hangs together", async () => {
  const read: number[] = [];
  for (const count of [200, 2000]) {
    const random = randomFrom(count);
    const groups = new MemoryGroups();
    // One chain of knots, every one tied to the next: a single component.
    const ids = Array.from({ length: count }, (_, n) => `d${String(n).padStart(5, "0")}`);
    ids.forEach((id, n) => {
      for (const back of [1, 2, 3, 6]) {
        const other = ids[n - back];
        if (other !== undefined) groups.join(edgeBetween(id, other, random, () => 100));
      }
    });
    for (let from = 0; from < count; from += 50) await arrive(groups, ids.slice(from, from + 50));
    const before = groups.rowsRead + groups.edgesRead;
    groups.join(edgeBetween("new", ids[count / 2] ?? "", random, () => 100));
    await arrive(groups, ["new"]);
    read.push(groups.rowsRead + groups.edgesRead - before);
  }
  expect(read[1]).toBeLessThan((read[0] ?? 0) * 1.5);
  expect(read[1]).toBeLessThan(300);
});
