/** Shortest last part by which a compound is known: “Chef” in “Polizeichef”. */
const partLengthMin = 4;
const partLengthMax = 18;

/**
 * A set of words that also holds their compounds, as German builds them: with “sprecher” it holds “regierungssprecher” and
 * “bka-sprecher”.
 */
export class CompoundSet extends Set<string> {
  /** The last letters of the words long enough to end a compound: most words end otherwise, and are looked up no further. */
  private readonly endings: ReadonlySet<string>;

  constructor(words: Iterable<string>) {
    super(words);
    this.endings = new Set([...this].filter((word) => word.length >= partLengthMin).map((word) => word.slice(-partLengthMin)));
  }

  override has(word: string): boolean {
    if (super.has(word)) return true;
    if (word.length < partLengthMin + 2 || !this.endings.has(word.slice(-partLengthMin))) return false;
    for (let length = Math.min(partLengthMax, word.length - 2); length >= partLengthMin; length--)
      if (super.has(word.slice(-length))) return true;
    return false;
  }
}
