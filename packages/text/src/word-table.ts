/** Letters as words are compared by: in lower case, and ’ as '. */
export const lowered = (word: string): string => word.toLowerCase().replaceAll("’", "'");

/** The unit in lower case, ’ as '; -1 where that takes more than arithmetic. */
function loweredUnit(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  if (unit >= 0xc0 && unit <= 0xff) return unit <= 0xde && unit !== 0xd7 ? unit + 0x20 : unit;
  if (unit >= 0x410 && unit <= 0x44f) return unit <= 0x42f ? unit + 0x20 : unit;
  return unit === 0x2019 ? 0x27 : -1;
}

const slotsMin = 1024;
const hashBasis = 0x811c9dc5;
const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const slotOf = (hash: number): number => hash ^ (hash >>> 15);

/**
 * Numbers words by their letters where they stand: a word met before costs no string of its own, and all its copies become one string,
 * which later look-ups find by its identity.
 */
export class WordTable {
  /** Each word once, in lower case, by its number. */
  readonly words: string[] = [];
  private hashes = new Int32Array(slotsMin >> 1);
  /** The number of the word in each slot, plus one: open addressing, at most half full. */
  private slots = new Int32Array(slotsMin);

  /** The number of `text.slice(start, end)` in lower case; a word not met before gets the next one. */
  numberOf(text: string, start: number, end: number): number {
    let hash = hashBasis;
    for (let i = start; i < end; i++) {
      const unit = loweredUnit(text.charCodeAt(i));
      if (unit < 0) return this.numberOfLower(lowered(text.slice(start, end)));
      hash = hashStep(hash, unit);
    }
    const mask = this.slots.length - 1;
    for (let slot = slotOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] as number) - 1;
      if (number < 0) return this.add(ownCopy(lowered(text.slice(start, end))), hash, slot);
      if (this.hashes[number] === hash && stands(this.words[number] as string, text, start, end)) return number;
    }
  }

  /** The number of a word that is in lower case. */
  private numberOfLower(word: string): number {
    let hash = hashBasis;
    for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
    const mask = this.slots.length - 1;
    for (let slot = slotOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] as number) - 1;
      if (number < 0) return this.add(ownCopy(word), hash, slot);
      if (this.hashes[number] === hash && this.words[number] === word) return number;
    }
  }

  private add(word: string, hash: number, slot: number): number {
    const number = this.words.length;
    if (number === this.hashes.length) {
      this.grow();
      return this.numberOfLower(word);
    }
    this.words.push(word);
    this.hashes[number] = hash;
    this.slots[slot] = number + 1;
    return number;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.words.length; number++) {
      let slot = slotOf(hashes[number] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.hashes = hashes;
    this.slots = slots;
  }
}

/** A slice keeps the whole text it was cut from alive; a copy of its own does not. */
const ownCopy = (word: string): string => ` ${word}`.slice(1);

/** Whether the letters of the text from `start` to `end` are those of a word in lower case. */
function stands(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (loweredUnit(text.charCodeAt(start + i)) !== word.charCodeAt(i)) return false;
  return true;
}
