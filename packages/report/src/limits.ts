/**
 * How much one page shows. A story may have 5,000 members; a page a person opens may not have 5,000 columns. What is
 * left out is counted on the page and stays complete in the JSONL record.
 */
export const LIMITS = {
  /** Members in the timeline and in the lineage tree. */
  members: 80,
  /** Articles with a column of their own in the matrix; the rest share one column. */
  columns: 10,
  claims: 80,
  singleClaims: 60,
  conflicts: 40,
  quoteGroups: 40,
  quoteMembers: 12,
  mutationsPerDocument: 30,
  mutatedDocuments: 30,
  propositions: 60,
  names: 60,
  comparisons: 12,
  /** Documents whose text is on the page, and the characters of each and of all. */
  documents: 60,
  documentCharacters: 60_000,
  allCharacters: 1_200_000,
  evidencePerDocument: 500,
  removalsPerDocument: 60,
  /** Variants shown in one cell of the matrix. */
  variantsPerCell: 3,
  /** Characters of one value, one quote, one title. */
  value: 120,
  quote: 1200,
  title: 300,
  removal: 280,
  /** Rows of the index. */
  stories: 2000,
  unfinished: 500,
} as const;
