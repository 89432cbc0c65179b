import type { Edge } from "@wirefold/core";
import { anchorsFrom, type Ego, egosOf, nearOf, type Targets, targetsOf } from "@wirefold/similarity";
import type { GroupingSession, GroupRow, Regrouping } from "@wirefold/store";
import { aloneRow, egoOfRow, rowOfLayers, targetsOfRow } from "./group-row.ts";

/**
 * Works out again what documents that arrive, or arrive again, change in the groups around them. Only documents that have
 * arrived at reconcile take part; an edge to one that has not waits for it.
 *
 * The grouping rule has three layers, each made of the one before it in the neighbourhood, and a document's are worked out again
 * only where something they are made of changed. So the cost is that of what changes, whatever else hangs together, and the rows are
 * at any time what the rule gives for all documents that have arrived.
 *
 * @returns the rows that changed, and the story anchors whose records may have to be made again
 */
export async function regroup(
  ids: readonly string[],
  session: GroupingSession,
): Promise<Regrouping & { anchorOf: ReadonlyMap<string, string> }> {
  const around = new Around(session);
  const neighbours = await around.arrive(ids);
  const seeing = await findSeeing(ids, neighbours, around);
  const egos = egosOf(seeing, await around.edgesFor(seeing));
  for (const [id, ego] of egos) around.setEgo(id, ego);
  const changedEgos = around.changedEgos();

  const pointing = new Set([...changedEgos, ...(await around.naming(changedEgos))]);
  await around.loadRows([...pointing].flatMap((id) => around.egoOf(id).near));
  for (const [id, targets] of targetsOf(pointing, around.egoOf)) around.setTargets(id, targets);
  const changedTargets = around.changedTargets();

  const moving = await findMoving(changedEgos, changedTargets, around);
  for (let step = 0; step < 2; step += 1) await around.loadRows([...moving].flatMap((id) => around.reachOf(id)));
  for (const [id, anchors] of anchorsFrom(moving, around.egoOf, around.targetsOf)) around.setAnchors(id, anchors.copy);

  const anchorOf = new Map(ids.map((id) => [id, around.storyAnchorOf(id)]));
  const left = await session.due(neighbours.map((id) => around.storyAnchorOf(id)));
  return {
    rows: around.changedRows(),
    touched: [...new Set([...anchorOf.values(), ...around.touchedAnchors(), ...left])],
    anchorOf,
  };
}

/**
 * The documents whose own cluster has to be worked out again: those that arrive and their neighbours; and where a document names
 * others as near than before, the documents that see both ends of what came or went.
 */
async function findSeeing(ids: readonly string[], neighbours: readonly string[], around: Around): Promise<string[]> {
  const arriving = new Set(ids);
  const seeing = new Set<string>();
  let due = [...new Set([...ids, ...neighbours])];
  while (due.length > 0) {
    const near = nearOf(due, await around.listsOf(due, arriving));
    const moved: [string, string][] = [];
    for (const id of due) {
      seeing.add(id);
      const [before, after] = [new Set(around.storedNearOf(id)), new Set(near.get(id))];
      around.setNear(id, [...after]);
      for (const other of new Set([...before, ...after])) {
        if (before.has(other) !== after.has(other) && !arriving.has(other)) moved.push([id, other]);
      }
    }
    due = (await around.namingBoth(moved)).filter((id) => !seeing.has(id));
  }
  return [...seeing];
}

/** The documents whose anchors a change may move: by way of their own cluster, their target's, or that one's target's. */
async function findMoving(
  changedEgos: readonly string[],
  changedTargets: readonly string[],
  around: Around,
): Promise<Set<string>> {
  const changed = new Set([...changedEgos, ...changedTargets]);
  const moving = new Set(changed);
  const targetsChanged = new Set(changedEgos);
  const naming = await around.naming([...changed]);
  // Those that point to one whose cluster changed are a second step away from those that point to them.
  const middle = new Set<string>();
  for (const id of naming) {
    const targets = around.pointsTo(id);
    if (targets.some((target) => changed.has(target))) moving.add(id);
    if (targets.some((target) => targetsChanged.has(target))) middle.add(id);
  }
  for (const id of changed) if (around.pointsTo(id).some((target) => targetsChanged.has(target))) middle.add(id);
  for (const id of await around.naming([...middle])) {
    if (around.pointsTo(id).some((target) => middle.has(target))) moving.add(id);
  }
  return moving;
}

/** What is known of the documents around a batch: as stored, and as worked out now. */
class Around {
  readonly #session: GroupingSession;
  readonly #stored = new Map<string, GroupRow>();
  readonly #asked = new Set<string>();
  readonly #edges = new Map<string, Edge>();
  readonly #absent = new Set<string>();
  readonly #whole = new Set<string>();
  readonly #near = new Map<string, readonly string[]>();
  readonly #egos = new Map<string, Ego>();
  readonly #targets = new Map<string, Targets>();
  readonly #anchors = new Map<string, readonly string[]>();
  readonly #arrived = new Set<string>();

  constructor(session: GroupingSession) {
    this.#session = session;
  }

  /** @returns the neighbours of these documents that have arrived before */
  async arrive(ids: readonly string[]): Promise<string[]> {
    for (const id of ids) this.#arrived.add(id);
    const edges = await this.#session.edgesOf(ids);
    const ends = new Set(edges.flatMap(({ a, b }) => [a, b]));
    await this.loadRows([...ids, ...ends]);
    for (const id of ids) this.#whole.add(id);
    this.#keep(edges);
    const batch = new Set(ids);
    return [...ends].filter((id) => !batch.has(id) && this.#stored.has(id));
  }

  /**
   * Edges that tell whom each of these documents names: all of a document's that arrives; of another those it named so far
   * and those to documents that arrive. Where one it named is gone, or arrives again and may be less near, all are read.
   */
  async listsOf(ids: readonly string[], arriving: ReadonlySet<string>): Promise<readonly Edge[]> {
    await this.loadRows(ids);
    await this.#between(ids.flatMap((id) => this.storedNearOf(id).map((other) => [id, other] as const)));
    const unsure = ids.filter(
      (id) =>
        !this.#whole.has(id) &&
        this.storedNearOf(id).some((other) => arriving.has(other) || !this.#edges.has(pairKey(id, other))),
    );
    if (unsure.length > 0) {
      const edges = await this.#session.edgesOf(unsure);
      await this.loadRows(edges.flatMap(({ a, b }) => [a, b]));
      for (const id of unsure) this.#whole.add(id);
      this.#keep(edges);
    }
    return [...this.#edges.values()];
  }

  /** The edges that the clusters of these documents are made of: theirs, and those among the documents they name. */
  async edgesFor(ids: readonly string[]): Promise<readonly Edge[]> {
    await this.loadRows(ids.flatMap((id) => this.nearOf(id)));
    const pairs: (readonly [string, string])[] = [];
    for (const id of ids) {
      const seen = new Set(this.nearOf(id));
      for (const one of seen) {
        pairs.push([id, one]);
        for (const other of this.nearOf(one)) if (seen.has(other)) pairs.push([one, other]);
      }
    }
    await this.#between(pairs);
    // An edge that neither end names does not count, though it was read on the way.
    return [...this.#edges.values()].filter(({ a, b }) => this.nearOf(a).includes(b) || this.nearOf(b).includes(a));
  }

  async loadRows(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#asked.has(id));
    for (const id of missing) this.#asked.add(id);
    this.#learn(await this.#session.rowsOf(missing));
  }

  /** Documents that name any of these, by what is stored and by what changed. */
  async naming(ids: readonly string[]): Promise<string[]> {
    const rows = await this.#session.naming(ids);
    this.#learn(rows);
    const named = new Set(ids);
    const found = new Set(rows.map((row) => row.id));
    for (const [id, near] of this.#near) if (near.some((other) => named.has(other))) found.add(id);
    return [...found];
  }

  async namingBoth(pairs: readonly (readonly [string, string])[]): Promise<string[]> {
    const rows = await this.#session.namingBoth(pairs);
    this.#learn(rows);
    return rows.map((row) => row.id);
  }

  storedNearOf(id: string): readonly string[] {
    return this.#stored.get(id)?.near ?? [];
  }

  nearOf(id: string): readonly string[] {
    return this.#near.get(id) ?? this.storedNearOf(id);
  }

  setNear(id: string, near: readonly string[]): void {
    this.#near.set(id, near);
  }

  setEgo(id: string, ego: Ego): void {
    this.#egos.set(id, ego);
  }

  setTargets(id: string, targets: Targets): void {
    this.#targets.set(id, targets);
  }

  /** @param copy the anchor of its copies, whose name holds the others' (story, lineage, copy) */
  setAnchors(id: string, copy: string): void {
    const [story = id, lineage = id, own = id] = copy.split("\n");
    this.#anchors.set(id, [own, lineage, story]);
  }

  readonly egoOf = (id: string): Ego => {
    let ego = this.#egos.get(id);
    if (ego === undefined) {
      ego = egoOfRow(this.#stored.get(id) ?? aloneRow(id));
      this.#egos.set(id, ego);
    }
    return ego;
  };

  readonly targetsOf = (id: string): Targets => this.#targets.get(id) ?? targetsOfRow(this.#stored.get(id) ?? aloneRow(id));

  pointsTo(id: string): string[] {
    const { copy, lineage, story } = this.targetsOf(id);
    return [copy, lineage, story];
  }

  /** Whom a document points to, and whom those point to, as far as they are known. */
  reachOf(id: string): string[] {
    const first = this.pointsTo(id);
    return [...first, ...first.flatMap((target) => this.pointsTo(target))];
  }

  storyAnchorOf(id: string): string {
    return (this.#anchors.get(id) ?? this.#stored.get(id)?.anchors)?.[2] ?? id;
  }

  changedEgos(): string[] {
    return [...this.#egos].filter(([id, ego]) => !sameEgo(ego, this.#stored.get(id))).map(([id]) => id);
  }

  changedTargets(): string[] {
    return [...this.#targets].flatMap(([id, targets]) => {
      const stored = this.#stored.get(id);
      return stored === undefined || !sameTargets(targets, targetsOfRow(stored)) ? [id] : [];
    });
  }

  changedRows(): GroupRow[] {
    const ids = new Set([...this.#egos.keys(), ...this.#targets.keys(), ...this.#anchors.keys()]);
    const rows: GroupRow[] = [];
    for (const id of ids) {
      const stored = this.#stored.get(id);
      if (stored === undefined && !this.#arrived.has(id)) continue;
      const row = rowOfLayers(id, this.egoOf(id), this.targetsOf(id), this.#anchors.get(id) ?? stored?.anchors ?? [id, id, id]);
      if (JSON.stringify(row) !== JSON.stringify(stored)) rows.push(row);
    }
    return rows;
  }

  touchedAnchors(): string[] {
    return [...this.#anchors].flatMap(([id, anchors]) => {
      const before = this.#stored.get(id)?.anchors;
      const now = anchors[2] ?? id;
      return before !== undefined && before.join("\n") === anchors.join("\n") ? [] : [now, before?.[2] ?? now];
    });
  }

  #learn(rows: readonly GroupRow[]): void {
    for (const row of rows) {
      this.#asked.add(row.id);
      if (!this.#stored.has(row.id)) this.#stored.set(row.id, row);
    }
  }

  /** Edges whose ends have both arrived. */
  #keep(edges: readonly Edge[]): void {
    const here = (id: string) => this.#arrived.has(id) || this.#stored.has(id);
    for (const edge of edges) if (here(edge.a) && here(edge.b)) this.#edges.set(pairKey(edge.a, edge.b), edge);
  }

  async #between(pairs: readonly (readonly [string, string])[]): Promise<void> {
    const missing = new Map<string, readonly [string, string]>();
    for (const pair of pairs) {
      const key = pairKey(...pair);
      if (!this.#edges.has(key) && !this.#absent.has(key)) missing.set(key, pair);
    }
    await this.loadRows([...missing.values()].flat());
    this.#keep(await this.#session.edgesBetween([...missing.values()]));
    for (const key of missing.keys()) if (!this.#edges.has(key)) this.#absent.add(key);
  }
}

const pairKey = (x: string, y: string): string => (x < y ? `${x}\n${y}` : `${y}\n${x}`);

function sameTargets(x: Targets, y: Targets): boolean {
  return x.copy === y.copy && x.lineage === y.lineage && x.story === y.story;
}

function sameEgo(ego: Ego, stored: GroupRow | undefined): boolean {
  return stored !== undefined && JSON.stringify(ego) === JSON.stringify(egoOfRow(stored));
}
