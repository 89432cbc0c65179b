import { type DocumentSketch, SKETCH_FIGURES, SKETCH_NAMES, SKETCH_WORDS } from "./sketch.ts";

/** Documents a block holds. */
const BLOCK = 4096;
const HASHES = SKETCH_WORDS + 2 * SKETCH_NAMES + SKETCH_FIGURES;

/** Lengths of the lists, and how much of the vector is held. */
const COUNTS = 5;

interface Block {
  readonly hashes: Uint32Array;
  readonly counts: Uint8Array;
  readonly keys: Uint32Array;
  readonly scales: Float64Array;
}

/** Sketches of all documents of a run by number, 789 bytes each, in blocks that never move. */
export class SketchTable {
  readonly #blocks: Block[] = [];

  set(number: number, sketch: DocumentSketch): void {
    const at = Math.floor(number / BLOCK);
    while (this.#blocks.length <= at)
      this.#blocks.push({
        hashes: new Uint32Array(BLOCK * HASHES),
        counts: new Uint8Array(BLOCK * COUNTS),
        keys: new Uint32Array(BLOCK * 2),
        scales: new Float64Array(BLOCK),
      });
    const block = this.#blocks[at];
    if (block === undefined) return;
    const row = number % BLOCK;
    block.hashes.set(sketch.words, row * HASHES);
    block.hashes.set(sketch.names, row * HASHES + SKETCH_WORDS);
    block.hashes.set(sketch.figures, row * HASHES + SKETCH_WORDS + SKETCH_NAMES);
    block.hashes.set(sketch.english, row * HASHES + SKETCH_WORDS + SKETCH_NAMES + SKETCH_FIGURES);
    const { words, names, figures, english, heldUnits } = sketch;
    block.counts.set([words.length, names.length, figures.length, english.length, heldUnits], row * COUNTS);
    block.keys.set([sketch.text, sketch.language], row * 2);
    block.scales[row] = sketch.scale;
  }

  /** @throws RangeError for a number that was never set. */
  get(number: number): DocumentSketch {
    const block = this.#blocks[Math.floor(number / BLOCK)];
    if (block === undefined) throw new RangeError(`There is no sketch of document ${number}.`);
    const row = number % BLOCK;
    const [words = 0, names = 0, figures = 0, english = 0, heldUnits = 0] = block.counts.subarray(
      row * COUNTS,
      (row + 1) * COUNTS,
    );
    const from = row * HASHES;
    const namesFrom = from + SKETCH_WORDS;
    const figuresFrom = namesFrom + SKETCH_NAMES;
    const englishFrom = figuresFrom + SKETCH_FIGURES;
    return {
      words: block.hashes.subarray(from, from + words),
      heldUnits,
      scale: block.scales[row] ?? 0,
      names: block.hashes.subarray(namesFrom, namesFrom + names),
      figures: block.hashes.subarray(figuresFrom, figuresFrom + figures),
      english: block.hashes.subarray(englishFrom, englishFrom + english),
      text: block.keys[row * 2] ?? 0,
      language: block.keys[row * 2 + 1] ?? 0,
    };
  }
}
