import { type DocumentSketch, SKETCH_FIGURES, SKETCH_NAMES, SKETCH_WORDS } from "./sketch.ts";

/** Documents a block holds. */
const BLOCK = 4096;
const HASHES = SKETCH_WORDS + 2 * SKETCH_NAMES + SKETCH_FIGURES;

interface Block {
  readonly hashes: Uint32Array;
  readonly shares: Uint8Array;
  readonly counts: Uint8Array;
  readonly keys: Uint32Array;
  readonly held: Float64Array;
}

/** Sketches of all documents of a run by number, 596 bytes each, in blocks that never move. */
export class SketchTable {
  readonly #blocks: Block[] = [];

  set(number: number, sketch: DocumentSketch): void {
    const at = Math.floor(number / BLOCK);
    while (this.#blocks.length <= at)
      this.#blocks.push({
        hashes: new Uint32Array(BLOCK * HASHES),
        shares: new Uint8Array(BLOCK * SKETCH_WORDS),
        counts: new Uint8Array(BLOCK * 4),
        keys: new Uint32Array(BLOCK * 2),
        held: new Float64Array(BLOCK),
      });
    const block = this.#blocks[at];
    if (block === undefined) return;
    const row = number % BLOCK;
    block.hashes.set(sketch.words, row * HASHES);
    block.hashes.set(sketch.names, row * HASHES + SKETCH_WORDS);
    block.hashes.set(sketch.figures, row * HASHES + SKETCH_WORDS + SKETCH_NAMES);
    block.hashes.set(sketch.english, row * HASHES + SKETCH_WORDS + SKETCH_NAMES + SKETCH_FIGURES);
    block.shares.set(sketch.shares, row * SKETCH_WORDS);
    block.counts.set([sketch.words.length, sketch.names.length, sketch.figures.length, sketch.english.length], row * 4);
    block.keys.set([sketch.text, sketch.language], row * 2);
    block.held[row] = sketch.held;
  }

  /** @throws RangeError for a number that was never set. */
  get(number: number): DocumentSketch {
    const block = this.#blocks[Math.floor(number / BLOCK)];
    if (block === undefined) throw new RangeError(`There is no sketch of document ${number}.`);
    const row = number % BLOCK;
    const [words = 0, names = 0, figures = 0, english = 0] = block.counts.subarray(row * 4, row * 4 + 4);
    const from = row * HASHES;
    const namesFrom = from + SKETCH_WORDS;
    const figuresFrom = namesFrom + SKETCH_NAMES;
    const englishFrom = figuresFrom + SKETCH_FIGURES;
    return {
      words: block.hashes.subarray(from, from + words),
      shares: block.shares.subarray(row * SKETCH_WORDS, row * SKETCH_WORDS + words),
      held: block.held[row] ?? 0,
      names: block.hashes.subarray(namesFrom, namesFrom + names),
      figures: block.hashes.subarray(figuresFrom, figuresFrom + figures),
      english: block.hashes.subarray(englishFrom, englishFrom + english),
      text: block.keys[row * 2] ?? 0,
      language: block.keys[row * 2 + 1] ?? 0,
    };
  }
}
