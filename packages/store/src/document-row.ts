/** A document as the stages so far know it. */
export interface DocumentRow {
  readonly id: string;
  readonly locator: string;
  readonly bodyHash: string;
  readonly articleHash: string | null;
  readonly factsHash: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly wireCredit: string | null;
}

/** The columns of a {@link DocumentRow}, of a table called `d`. */
export const documentColumns = `d.id, d.locator, d.body_hash as "bodyHash", d.article_hash as "articleHash", d.facts_hash as "factsHash",
  d.title, d.outlet, d.url, d.published_at as "publishedAt", d.language, d.wire_credit as "wireCredit"`;
