/** A word list that also holds what a table tells: the list has what the table lacks or doubts. */
export class WordsAndTable extends Set<string> {
  private readonly isInTable: (word: string) => boolean;

  constructor(words: Iterable<string>, isInTable: (word: string) => boolean) {
    super(words);
    this.isInTable = isInTable;
  }

  override has(word: string): boolean {
    return super.has(word) || this.isInTable(word);
  }
}
