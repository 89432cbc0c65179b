import { readWord } from "@wirefold/text";
import { numberAt } from "./number-at.ts";

/** A stretch of words: `codes` of a vocabulary from `from` to `to`. */
export interface Codes {
  readonly codes: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** The same with where they begin in their text. */
export interface Run extends Codes {
  readonly starts: readonly number[];
}

export function codesOf({ codes, from, to }: Codes): number[] {
  return codes.slice(from, to);
}

/**
 * Numbers the words of one story, so what is compared again and again are small integers. A word as written becomes a
 * code: the number of its key with two marks, which `keyOf`, `saysSomething` and `isFunctionCode` read.
 */
export class Vocabulary {
  private readonly codes = new Map<string, number>();
  private readonly ids = new Map<string, number>();
  private readonly texts: string[] = [];
  /** Per key, the last question that met it; see `mark`. */
  private stamps = new Int32Array(256);
  private stamp = 0;

  /** How many keys there are. */
  get size(): number {
    return this.texts.length;
  }

  /** The code of a word as written; -1 where nothing of it is left once folded. */
  codeOf(raw: string): number {
    const known = this.codes.get(raw);
    if (known !== undefined) return known;
    const { key, content, isFunction } = readWord(raw);
    const code = key === "" ? -1 : (this.idOf(key) << 2) | (content ? 2 : 0) | (isFunction ? 1 : 0);
    this.codes.set(raw, code);
    return code;
  }

  /** The folded, stemmed word a number stands for. */
  text(key: number): string {
    const text = this.texts[key];
    if (text === undefined) throw new Error(`no word has the number ${key}`);
    return text;
  }

  /** Whether `keys` hold the key with this very text. */
  holds(keys: ReadonlySet<number>, text: string): boolean {
    const key = this.ids.get(text);
    return key !== undefined && keys.has(key);
  }

  /** Orders keys as their texts are ordered: numbers follow the order of reading, which must not show. */
  compare(a: number, b: number): number {
    const [left, right] = [this.text(a), this.text(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** Marks keys and returns a question other keys can be asked with `isMarked`, until the next one is marked. */
  mark(keys: readonly number[]): number {
    const stamp = this.nextStamp();
    for (const key of keys) this.stamps[key] = stamp;
    return stamp;
  }

  isMarked(key: number): boolean {
    return this.stamps[key] === this.stamp;
  }

  /** The distinct keys of the runs that say something, in order of appearance. */
  contentKeysOf(...runs: readonly Codes[]): number[] {
    const stamp = this.nextStamp();
    const keys: number[] = [];
    for (const { codes, from, to } of runs)
      for (let i = from; i < to; i++) {
        const code = numberAt(codes, i);
        const key = code >> 2;
        if ((code & 2) === 0 || this.stamps[key] === stamp) continue;
        this.stamps[key] = stamp;
        keys.push(key);
      }
    return keys;
  }

  private nextStamp(): number {
    if (this.stamps.length < this.texts.length) {
      const grown = new Int32Array(this.texts.length * 2);
      grown.set(this.stamps);
      this.stamps = grown;
    }
    return ++this.stamp;
  }

  private idOf(key: string): number {
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.texts.length;
      this.ids.set(key, id);
      this.texts.push(key);
    }
    return id;
  }
}

export const keyOf = (code: number): number => code >> 2;
/** Whether the key is a function word: these align nothing. */
export const isFunctionCode = (code: number): boolean => (code & 1) !== 0;

/** How rare each key is among the lists added: ln(1 + n / (1 + lists holding it)). Unseen keys count as rare as can be. */
export class Rarity {
  readonly vocabulary: Vocabulary;
  private counts = new Int32Array(256);
  private total = 0;
  /** By count: few counts are asked for, and often. */
  private weights: number[] = [];

  /** Lists that are added when a weight is first asked for. */
  private due: (() => Iterable<readonly number[]>) | null;

  /** @param due lists that take work to make: they are made only if a weight is asked for */
  constructor(vocabulary: Vocabulary, due: (() => Iterable<readonly number[]>) | null = null) {
    this.vocabulary = vocabulary;
    this.due = due;
  }

  private addDue(): void {
    const lists = this.due;
    this.due = null;
    for (const keys of lists?.() ?? []) this.add(keys);
  }

  /** Counts distinct keys once. */
  add(keys: readonly number[]): void {
    this.total++;
    if (this.weights.length > 0) this.weights = [];
    for (const key of keys) {
      if (key >= this.counts.length) {
        const grown = new Int32Array(key * 2);
        grown.set(this.counts);
        this.counts = grown;
      }
      this.counts[key] = this.heldBy(key) + 1;
    }
  }

  of(key: number): number {
    if (this.due !== null) this.addDue();
    const count = this.heldBy(key);
    const weight = this.weights[count];
    return weight === undefined ? this.weigh(count) : weight;
  }

  private weigh(count: number): number {
    // Dense, so a look-up stays one load.
    for (let i = this.weights.length; i <= count; i++) this.weights.push(Math.log(1 + (this.total + 1) / (0.5 + i)));
    return numberAt(this.weights, count);
  }

  /** The weight of all keys. */
  weightOf(keys: readonly number[]): number {
    let total = 0;
    for (const key of keys) total += this.of(key);
    return total;
  }

  /** How many keys of `a` stand in `b` and in at most `held` of the lists counted. */
  sharedByFew(a: readonly number[], b: ReadonlySet<number>, held: number): number {
    let shared = 0;
    for (const key of a) if (b.has(key) && this.countOf(key) <= held) shared++;
    return shared;
  }

  /** Share of `a`'s weight found in `b`. 0 for an empty `a`. */
  containment(a: readonly number[], b: ReadonlySet<number>): number {
    // Mostly nothing is shared: then no weight matters, and the lists that are due need not be made.
    if (!a.some((key) => b.has(key))) return 0;
    let total = 0;
    let shared = 0;
    for (const key of a) {
      const weight = this.of(key);
      total += weight;
      if (b.has(key)) shared += weight;
    }
    return total === 0 ? 0 : shared / total;
  }

  /** Share of `a`'s weight among the keys marked last. */
  markedShare(a: readonly number[]): number {
    let total = 0;
    let shared = 0;
    for (const key of a) {
      const weight = this.of(key);
      total += weight;
      if (this.vocabulary.isMarked(key)) shared += weight;
    }
    return total === 0 ? 0 : shared / total;
  }

  /** The `count` rarest keys, rarest first, ties by their text. */
  rarest(keys: readonly number[], count: number): number[] {
    const best: number[] = [];
    for (const key of keys) {
      const held = this.countOf(key);
      let at = best.length;
      while (at > 0) {
        const before = numberAt(best, at - 1);
        const other = this.countOf(before);
        if (other < held || (other === held && this.vocabulary.compare(before, key) <= 0)) break;
        at--;
      }
      if (at >= count) continue;
      best.splice(at, 0, key);
      if (best.length > count) best.pop();
    }
    return best;
  }

  /** How many of the lists added so far hold a key. */
  private heldBy(key: number): number {
    return this.counts[key] ?? 0;
  }

  private countOf(key: number): number {
    if (this.due !== null) this.addDue();
    return this.heldBy(key);
  }
}
