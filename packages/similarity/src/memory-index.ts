import {
  CANDIDATES_MAX,
  type Candidate,
  f32At,
  f64At,
  HOT_ROWS_MAX,
  type IndexEntry,
  type IndexQuery,
  mustAt,
  type Posting,
  rankOf,
  type SimilarityIndex,
  u32At,
} from "@wirefold/core";

/**
 * The similarity index in memory, for filters and tests: open-addressing tables of (key, document and weight) pairs in
 * typed arrays, one table per stretch of time, 8 bytes a row at 0.6 to 0.85 load; document ids as UTF-8 in one arena.
 *
 *   key   u32   feature hash, 0 = free
 *   value u32   document number << 6 | weight
 *
 * Rows of one key stand in one probe sequence, at most `HOT_ROWS_MAX` of them: those of the documents that rank lowest.
 * Removed documents are marked and their rows dropped when a table next grows.
 */
const WEIGHT_BITS = 6;
const LOAD_MAX = 0.85;
const GROWTH = 1.25;
/** A table of one stretch of time is split by key, so that growing one part never doubles the whole in memory. */
const SHARD_ROWS = 1 << 18;

class RowTable {
  keys: Uint32Array;
  values: Uint32Array;
  used = 0;

  constructor(size: number) {
    this.keys = new Uint32Array(size);
    this.values = new Uint32Array(size);
  }

  slotOf(key: number): number {
    // The top bits of the key choose among shards, so mix before choosing a slot.
    return Math.floor(((Math.imul(key, 0x9e3779b1) >>> 0) / 4294967296) * this.keys.length);
  }
}

export class MemorySimilarityIndex implements SimilarityIndex {
  private readonly tables = new Map<number, RowTable[]>();
  private ranks = new Uint32Array(1024);
  private dead = new Uint8Array(1024);
  private votes = new Float32Array(1024);
  private count = 0;
  private live = 0;
  /** Ids: `arena[offsets[n], offsets[n + 1])` in UTF-8; looked up through `slots` by rank. */
  private arena = new Uint8Array(1 << 15);
  private offsets = new Uint32Array(1025);
  private slots = new Uint32Array(2048);
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private readonly idBytes = new Uint8Array(4096);
  private touched = new Uint32Array(4096);
  private order = new Float64Array(4096);

  /** Documents held. */
  get size(): number {
    return this.live;
  }

  /** Bytes held in typed arrays: all that grows with the corpus. */
  get bytes(): number {
    let total =
      this.ranks.byteLength +
      this.dead.byteLength +
      this.votes.byteLength +
      this.arena.byteLength +
      this.offsets.byteLength +
      this.slots.byteLength;
    for (const shards of this.tables.values())
      for (const table of shards) total += table.keys.byteLength + table.values.byteLength;
    return total;
  }

  async insert(entries: readonly IndexEntry[]): Promise<void> {
    for (const { id, postings } of entries) this.insertOne(id, postings);
  }

  async candidates(queries: readonly IndexQuery[], limit = CANDIDATES_MAX): Promise<Candidate[][]> {
    return queries.map(({ id, lookups }) => this.candidatesOf(id, lookups, limit));
  }

  async remove(ids: readonly string[]): Promise<number> {
    let removed = 0;
    for (const id of ids) if (this.removeOne(id)) removed++;
    return removed;
  }

  insertOne(id: string, postings: readonly Posting[]): void {
    this.removeOne(id);
    const number = this.addId(id);
    for (const posting of postings) this.addRow(posting.bucket, posting.key >>> 0 || 1, number, posting.weight & 63);
  }

  removeOne(id: string): boolean {
    const number = this.numberOf(id);
    if (number < 0) return false;
    this.dead[number] = 1;
    this.live--;
    return true;
  }

  candidatesOf(id: string, lookups: readonly Posting[], limit = CANDIDATES_MAX): Candidate[] {
    const own = this.numberOf(id);
    let touched = 0;
    for (const { bucket, key: rawKey, weight } of lookups) {
      const shards = this.tables.get(bucket);
      if (shards === undefined) continue;
      const key = rawKey >>> 0 || 1;
      const { keys, values } = this.shardOf(shards, key);
      const size = keys.length;
      let slot = mustAt(shards, this.shardAt(shards, key)).slotOf(key);
      for (let found = u32At(keys, slot); found !== 0; found = u32At(keys, slot)) {
        if (found === key) {
          const value = u32At(values, slot);
          const number = value >>> WEIGHT_BITS;
          if (number !== own && this.dead[number] === 0) {
            if (this.votes[number] === 0) {
              if (touched === this.touched.length) {
                const wider = new Uint32Array(touched * 2);
                wider.set(this.touched);
                this.touched = wider;
                this.order = new Float64Array(touched * 2);
              }
              this.touched[touched++] = number;
            }
            this.votes[number] = f32At(this.votes, number) + weight * (value & 63);
          }
        }
        if (++slot === size) slot = 0;
      }
    }
    // Best first; equal scores by rank, so the cut does not depend on the order of arrival.
    for (let i = 0; i < touched; i++) {
      const number = u32At(this.touched, i);
      this.order[i] = -Math.min(f32At(this.votes, number), 1_000_000) * 4294967296 + u32At(this.ranks, number);
    }
    const best: Candidate[] = [];
    if (touched > limit) {
      const sorted = this.order.slice(0, touched).sort();
      const worst = f64At(sorted, limit - 1);
      let kept = 0;
      for (let i = 0; i < touched; i++)
        if (f64At(this.order, i) <= worst) this.touched[kept++] = this.clearVotes(i);
        else this.clearVotes(i);
      for (let i = 0; i < kept; i++) best.push(this.taken(u32At(this.touched, i)));
    } else {
      for (let i = 0; i < touched; i++) this.clearVotes(i);
      for (let i = 0; i < touched; i++) best.push(this.taken(u32At(this.touched, i)));
    }
    best.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return best;
  }

  /** Scores of the numbers just cleared, until the next query. */
  private readonly lastScore = new Map<number, number>();

  private clearVotes(i: number): number {
    const number = u32At(this.touched, i);
    this.lastScore.set(number, f32At(this.votes, number));
    this.votes[number] = 0;
    return number;
  }

  private taken(number: number): Candidate {
    const score = this.lastScore.get(number) ?? 0;
    this.lastScore.delete(number);
    return { id: this.idOf(number), score };
  }

  private shardAt(shards: readonly RowTable[], key: number): number {
    return shards.length === 1 ? 0 : key & (shards.length - 1);
  }

  private shardOf(shards: readonly RowTable[], key: number): RowTable {
    return mustAt(shards, this.shardAt(shards, key));
  }

  private addRow(bucket: number, key: number, number: number, weight: number): void {
    let shards = this.tables.get(bucket);
    if (shards === undefined) {
      shards = [new RowTable(256)];
      this.tables.set(bucket, shards);
    }
    let at = this.shardAt(shards, key);
    let table = mustAt(shards, at);
    if (table.used >= table.keys.length * LOAD_MAX) {
      if (shards.length === 1 && table.keys.length > SHARD_ROWS) {
        shards = this.split(table, 32);
        this.tables.set(bucket, shards);
      } else shards[at] = this.resized(table, Math.ceil(table.keys.length * GROWTH));
      at = this.shardAt(shards, key);
      table = mustAt(shards, at);
    }
    this.place(table, key, (number << WEIGHT_BITS) | weight);
  }

  /** Puts a row in; over the bound the row of the highest-ranking document gives way. */
  private place(table: RowTable, key: number, value: number): void {
    const { keys, values } = table;
    const size = keys.length;
    let slot = table.slotOf(key);
    let same = 0;
    let worstSlot = -1;
    let worstRank = -1;
    for (let found = u32At(keys, slot); found !== 0; found = u32At(keys, slot)) {
      if (found === key) {
        same++;
        const number = u32At(values, slot) >>> WEIGHT_BITS;
        const rank = this.dead[number] === 1 ? 4294967296 : u32At(this.ranks, number);
        if (rank > worstRank) {
          worstRank = rank;
          worstSlot = slot;
        }
      }
      if (++slot === size) slot = 0;
    }
    if (same >= HOT_ROWS_MAX) {
      if (u32At(this.ranks, value >>> WEIGHT_BITS) < worstRank) values[worstSlot] = value;
      return;
    }
    keys[slot] = key;
    values[slot] = value;
    table.used++;
  }

  private copyRows(from: RowTable, to: (key: number) => RowTable): void {
    for (let slot = 0; slot < from.keys.length; slot++) {
      const key = u32At(from.keys, slot);
      if (key !== 0 && this.dead[u32At(from.values, slot) >>> WEIGHT_BITS] === 0)
        this.place(to(key), key, u32At(from.values, slot));
    }
  }

  private resized(table: RowTable, size: number): RowTable {
    const wider = new RowTable(size);
    this.copyRows(table, () => wider);
    return wider;
  }

  private split(table: RowTable, parts: number): RowTable[] {
    const shards = Array.from({ length: parts }, () => new RowTable(Math.ceil((table.keys.length * GROWTH) / parts)));
    this.copyRows(table, (key) => this.shardOf(shards, key));
    return shards;
  }

  private idOf(number: number): string {
    return this.decoder.decode(this.arena.subarray(u32At(this.offsets, number), u32At(this.offsets, number + 1)));
  }

  private numberOf(id: string): number {
    const mask = this.slots.length - 1;
    const rank = rankOf(id);
    for (let slot = rank & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = u32At(this.slots, slot) - 1;
      if (this.ranks[number] === rank && this.dead[number] === 0 && this.idOf(number) === id) return number;
    }
    return -1;
  }

  private addId(id: string): number {
    const number = this.count++;
    if (number >= 1 << 26)
      throw new RangeError("The in-memory similarity index holds at most 67,108,864 documents; use the Postgres one.");
    if (number === this.ranks.length) this.growDocuments();
    const { written } = this.encoder.encodeInto(id, this.idBytes);
    const bytes = written === this.idBytes.length ? this.encoder.encode(id) : this.idBytes.subarray(0, written);
    const from = u32At(this.offsets, number);
    if (from + bytes.length > this.arena.length) {
      const wider = new Uint8Array(Math.max(from + bytes.length, Math.ceil(this.arena.length * GROWTH)));
      wider.set(this.arena);
      this.arena = wider;
    }
    this.arena.set(bytes, from);
    this.offsets[number + 1] = from + bytes.length;
    this.ranks[number] = rankOf(id);
    this.live++;
    const mask = this.slots.length - 1;
    let slot = u32At(this.ranks, number) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = number + 1;
    return number;
  }

  private growDocuments(): void {
    const size = Math.ceil(this.ranks.length * GROWTH);
    const ranks = new Uint32Array(size);
    ranks.set(this.ranks);
    this.ranks = ranks;
    const dead = new Uint8Array(size);
    dead.set(this.dead);
    this.dead = dead;
    const votes = new Float32Array(size);
    this.votes = votes;
    const offsets = new Uint32Array(size + 1);
    offsets.set(this.offsets);
    this.offsets = offsets;
    if (size > this.slots.length * 0.8) {
      const slots = new Uint32Array(this.slots.length * 2);
      const mask = slots.length - 1;
      for (let number = 0; number < this.count - 1; number++) {
        if (dead[number] === 1) continue;
        let slot = u32At(ranks, number) & mask;
        while (slots[slot] !== 0) slot = (slot + 1) & mask;
        slots[slot] = number + 1;
      }
      this.slots = slots;
    }
  }
}
