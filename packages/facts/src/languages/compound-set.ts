/** Shortest last part by which a compound is known: “Chef” in “Polizeichef”. */
const partLengthMin = 4;
const partLengthMax = 18;

/**
 * A set of words that also holds their compounds, as German builds them: with “sprecher” it holds “regierungssprecher” and
 * “bka-sprecher”.
 */
export class CompoundSet extends Set<string> {
  override has(word: string): boolean {
    if (super.has(word)) return true;
    for (let length = Math.min(partLengthMax, word.length - 2); length >= partLengthMin; length--)
      if (super.has(word.slice(-length))) return true;
    return false;
  }
}
