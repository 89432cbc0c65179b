import type { Blobs } from "@wirefold/core";
import { CLAIM_COLUMNS, type Columns, claimRows, type Row } from "@wirefold/report";
import { type Pool, readCleaned, readFacts, StoreReader } from "@wirefold/store";
import { quoteRows } from "../pipeline/unpack-data.ts";

export interface DataSource {
  readonly database: Pool;
  readonly blobs: Blobs;
  /** Only what was recorded (documents, and what hangs on them) or changed (stories) at or after this. */
  readonly since: Date | null;
}

/** A table that is exported a row at a time, in bounded memory. */
export interface Dataset {
  readonly columns: Columns;
  /** The column whose day a row is filed under. */
  readonly day: "recorded_at" | "updated_at";
  readonly rows: (source: DataSource) => AsyncGenerator<Row>;
}

const PAGE = 500;
/** Bodies read at once: an article and its facts are some tens of kilobytes. */
const BODIES_TOGETHER = 16;

const DOCUMENT: Columns = {
  id: "STRING",
  title: "STRING",
  outlet: "STRING",
  url: "STRING",
  published_at: "STRING",
  language: "STRING",
  wire_credit: "STRING",
  locator: "STRING",
  story: "STRING",
  lineage: "STRING",
  copy: "STRING",
  role: "STRING",
  parent: "STRING",
  recorded_at: "TIMESTAMP",
};

type DocumentRow = Record<Exclude<keyof typeof DOCUMENT, "recorded_at">, string | null> & {
  readonly id: string;
  readonly recorded_at: Date;
  readonly articleHash: string | null;
  readonly factsHash: string | null;
  readonly cursor: string;
};

/** Standing documents in the order they were recorded, a page at a time. */
async function* documentPages({ database, since }: DataSource): AsyncGenerator<readonly DocumentRow[]> {
  let [at, id] = [since?.toISOString() ?? "-infinity", ""];
  for (;;) {
    // The time travels as text: a Date holds milliseconds, and rows of one millisecond would be passed over.
    const { rows } = await database.query<DocumentRow>(
      `select d.id, d.title, d.outlet, d.url, d.published_at, d.language, d.wire_credit, d.locator, a.story_id as story, a.lineage_id as lineage,
         a.copy_id as copy, a.role, a.parent, d.created_at as recorded_at, d.article_hash as "articleHash", d.facts_hash as "factsHash",
         d.created_at::text as cursor
       from (
         select * from document where (created_at, id) > ($1::timestamptz, $2) and removed_at is null order by created_at, id limit $3
       ) d left join assignment a on a.document_id = d.id order by d.created_at, d.id`,
      [at, id, PAGE],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    [at, id] = [last.cursor, last.id];
  }
}

async function* documents(source: DataSource): AsyncGenerator<Row> {
  for await (const page of documentPages(source)) {
    for (const { articleHash: _article, factsHash: _facts, cursor: _cursor, ...row } of page) yield row;
  }
}

/** What `make` answers for each document of a page, in order; some are read at once. */
async function* eachBody(
  source: DataSource,
  hashOf: (row: DocumentRow) => string | null,
  make: (row: DocumentRow, hash: string) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for await (const page of documentPages(source)) {
    for (let from = 0; from < page.length; from += BODIES_TOGETHER) {
      const made = page.slice(from, from + BODIES_TOGETHER).map((row) => {
        const hash = hashOf(row);
        return hash === null ? [] : make(row, hash);
      });
      yield* (await Promise.all(made)).flat();
    }
  }
}

const ARTICLE: Columns = {
  document: "STRING",
  title: "STRING",
  text: "STRING",
  language: "STRING",
  published_at: "STRING",
  outlet: "STRING",
  url: "STRING",
  byline: "STRING",
  wire_credit: "STRING",
  recorded_at: "TIMESTAMP",
};

function articles(source: DataSource): AsyncGenerator<Row> {
  return eachBody(
    source,
    (row) => row.articleHash,
    async (row, hash) => {
      const { article } = await readCleaned(source.blobs, hash);
      const { title, language, published_at, outlet, url, wire_credit, recorded_at } = row;
      const byline = article.byline.length === 0 ? null : article.byline.join("; ");
      const { text } = article;
      return [{ document: row.id, title, text, language, published_at, outlet, url, byline, wire_credit, recorded_at } as Row];
    },
  );
}

const QUOTE: Columns = {
  document: "STRING",
  kind: "STRING",
  text: "STRING",
  speaker: "STRING",
  cue: "STRING",
  span_start: "INT32",
  span_end: "INT32",
  outlet: "STRING",
  story: "STRING",
  recorded_at: "TIMESTAMP",
};

function quotes(source: DataSource): AsyncGenerator<Row> {
  return eachBody(
    source,
    (row) => row.factsHash,
    async ({ id, outlet, story, recorded_at, articleHash }, hash) => {
      const { text } = articleHash === null ? { text: "" } : await readCleaned(source.blobs, articleHash);
      const facts = await readFacts(source.blobs, hash, text);
      // Its article has changed, and its facts have not been read again yet.
      if (facts === null) return [];
      return quoteRows({ id, facts }).map((quote) => ({
        ...quote,
        outlet: outlet ?? null,
        story: story ?? null,
        recorded_at,
      }));
    },
  );
}

const EDGE: Columns = {
  a: "STRING",
  b: "STRING",
  kind: "STRING",
  direction: "STRING",
  score: "DOUBLE",
  recorded_at: "TIMESTAMP",
};

/** An edge is filed under the later of its two documents, so it is told once. */
async function* edges(source: DataSource): AsyncGenerator<Row> {
  for await (const page of documentPages(source)) {
    const { rows } = await source.database.query<Row>(
      `select e.a, e.b, e.kind, e.direction, e.score, d.created_at as recorded_at
       from unnest($1::text[]) with ordinality g (id, place)
         join document d on d.id = g.id
         cross join lateral (
           select e.*, e.b as other from edge e where e.a = g.id union all select e.*, e.a from edge e where e.b = g.id offset 0
         ) e
         join document o on o.id = e.other and o.removed_at is null and (o.created_at, o.id) < (d.created_at, d.id)
       order by g.place, e.other`,
      [page.map(({ id }) => id)],
    );
    yield* rows;
  }
}

interface StoryPageRow {
  readonly id: string;
  readonly updated_at: Date;
}

/** Stories in the order of their ids, a page at a time: those that changed. */
async function* storyPages({ database, since }: DataSource): AsyncGenerator<readonly StoryPageRow[]> {
  for (let after = ""; ; ) {
    const { rows } = await database.query<StoryPageRow>("select id, updated_at from story where id > $1 order by id limit $2", [
      after,
      PAGE,
    ]);
    const last = rows.at(-1);
    if (last === undefined) return;
    const changed = rows.filter((row) => since === null || row.updated_at >= since);
    if (changed.length > 0) yield changed;
    after = last.id;
  }
}

const GROUP: Columns = {
  document: "STRING",
  copy: "STRING",
  lineage: "STRING",
  story: "STRING",
  role: "STRING",
  parent: "STRING",
  updated_at: "TIMESTAMP",
};

async function* groups(source: DataSource): AsyncGenerator<Row> {
  for await (const page of storyPages(source)) {
    const { rows } = await source.database.query<Row>(
      `select a.document_id as document, a.copy_id as copy, a.lineage_id as lineage, a.story_id as story, a.role, a.parent, s.updated_at
       from assignment a join story s on s.id = a.story_id where a.story_id = any ($1) order by a.story_id, a.document_id`,
      [page.map(({ id }) => id)],
    );
    yield* rows;
  }
}

async function* claims(source: DataSource): AsyncGenerator<Row> {
  const reader = new StoreReader(source.database);
  for await (const page of storyPages(source)) {
    const updated = new Map(page.map(({ id, updated_at }) => [id, updated_at]));
    for await (const record of reader.eachRecord([...updated.keys()])) {
      for (const row of claimRows([record])) yield { ...row, updated_at: updated.get(record.story) ?? null };
    }
  }
}

/** What `wirefold export` takes in addition to story records; docs/exports.md describes the columns. */
export const DATASETS = {
  documents: { columns: DOCUMENT, day: "recorded_at", rows: documents },
  articles: { columns: ARTICLE, day: "recorded_at", rows: articles },
  quotes: { columns: QUOTE, day: "recorded_at", rows: quotes },
  edges: { columns: EDGE, day: "recorded_at", rows: edges },
  groups: { columns: GROUP, day: "updated_at", rows: groups },
  claims: { columns: { ...CLAIM_COLUMNS, updated_at: "TIMESTAMP" }, day: "updated_at", rows: claims },
} as const satisfies Readonly<Record<string, Dataset>>;
