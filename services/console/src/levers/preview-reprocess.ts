import { type Blobs, type Facts, type RepeatableStage, repeatableStages, type StoryRecord } from "@wirefold/core";
import { inTransaction, oweAgain, type Pool, readCleaned, readFacts, rehearse, StoreReader } from "@wirefold/store";
import { type Log, loadStage, rehearseStages, type Stage } from "@wirefold/worker";

/** One field whose value would change. */
export interface FieldChange {
  /** The document, or the story's id where the field is the record's (`claims`, `conflicts`). */
  readonly document: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Preview {
  readonly documents: number;
  readonly changed: number;
  readonly changes: readonly FieldChange[];
  /** Documents that a stage as it is now could not decide, with the error. */
  readonly failed: readonly { readonly document: string; readonly message: string }[];
}

export interface PreviewPorts {
  readonly database: Pool;
  readonly blobs: Blobs;
  readonly log: Log;
}

/** Documents rehearsed at once: what they lock is held from workers for so many. */
const TOGETHER = 16;

/**
 * What the stages as they are now would decide about these documents, against what is stored, field by field. They go through the very
 * stages, a few at a time, in a transaction that is taken back: nothing is written. Documents of one story go together; what documents
 * that are not among these would change in them is not foreseen.
 *
 * @param through the last stage that is tried
 */
export async function previewReprocess(
  stage: RepeatableStage,
  ids: readonly string[],
  { database, blobs, log }: PreviewPorts,
  through: RepeatableStage = "reconcile",
): Promise<Preview> {
  const names = repeatableStages.slice(repeatableStages.indexOf(stage), repeatableStages.indexOf(through) + 1);
  const stages = await Promise.all(names.map(loadStage));
  const ordered = await byStory(database, ids);
  const changes: FieldChange[] = [];
  const failed: { document: string; message: string }[] = [];
  for (let from = 0; from < ordered.length; from += TOGETHER) {
    const found = await previewTogether(stages, ordered.slice(from, from + TOGETHER), { database, blobs, log });
    changes.push(...found.changes);
    failed.push(...found.failed);
  }
  const changed = new Set(changes.map(({ document }) => document)).size;
  return { documents: ordered.length, changed, changes, failed };
}

/** Those of these documents there are, members of one story next to each other. */
async function byStory(database: Pool, ids: readonly string[]): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select d.id from document d left join assignment a on a.document_id = d.id
     where d.id = any ($1) and d.removed_at is null order by coalesce(a.story_id, d.id), d.id`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

async function previewTogether(
  stages: readonly Stage[],
  ids: readonly string[],
  { database, blobs, log }: PreviewPorts,
): Promise<Pick<Preview, "changes" | "failed">> {
  const [first] = stages;
  if (first === undefined || first.name === "fetch") return { changes: [], failed: [] };
  const { name } = first;
  return rehearse(database, blobs, async (opened) => {
    const before = await snapshot(opened.pool, opened.blobs, ids);
    await inTransaction(opened.pool, (client) => oweAgain(client, name, ids));
    const failed = await rehearseStages(stages, ids, opened, log);
    const after = await snapshot(opened.pool, opened.blobs, ids);
    const changes = [
      ...[...before.documents].flatMap(([id, was]) => documentChanges(was, after.documents.get(id))),
      ...storyChanges(before.records, after.records),
    ];
    const undecided = failed.map(({ document, stage, message }) => ({ document, message: `${stage}: ${message}` }));
    return { changes, failed: [...before.unreadable, ...undecided] };
  });
}

interface StoredDocument {
  readonly id: string;
  readonly articleHash: string | null;
  readonly factsHash: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly wireCredit: string | null;
  /** How clean let go of it: `kept`, or the reason it was dropped. */
  readonly article: string;
  readonly story: string | null;
  readonly lineage: string | null;
  readonly role: string | null;
  readonly parent: string | null;
  /** Its edges, as `kind of other`. */
  readonly edges: readonly string[];
}

/** A document as the stages left it. */
interface DocumentState extends StoredDocument {
  readonly text: string;
  readonly byline: string;
  readonly facts: Facts | null;
}

interface Snapshot {
  readonly documents: ReadonlyMap<string, DocumentState>;
  /** Those whose stored bodies cannot be read. */
  readonly unreadable: Preview["failed"];
  /** The records of their stories, by id. */
  readonly records: ReadonlyMap<string, StoryRecord>;
}

async function snapshot(pool: Pool, blobs: Blobs, ids: readonly string[]): Promise<Snapshot> {
  const { rows } = await pool.query<StoredDocument>(
    `select d.id, d.article_hash as "articleHash", d.facts_hash as "factsHash", d.title, d.outlet, d.published_at as "publishedAt",
       d.language, d.wire_credit as "wireCredit", a.story_id as story, a.lineage_id as lineage, a.role, a.parent,
       coalesce(case when r.disposition = 'dropped' then 'dropped: ' || r.reason end, 'kept') as article,
       array(
         select e.kind || ' of ' || case when e.a = d.id then e.b else e.a end from edge e where e.a = d.id or e.b = d.id order by 1
       ) as edges
     from document d left join assignment a on a.document_id = d.id
       left join result r on r.subject = d.id and r.stage = 'clean' and r.counted
     where d.id = any ($1)`,
    [ids],
  );
  const documents = new Map<string, DocumentState>();
  const unreadable: { document: string; message: string }[] = [];
  for (const row of rows) {
    try {
      documents.set(row.id, await readState(row, blobs));
    } catch (error) {
      unreadable.push({ document: row.id, message: (error as Error).message });
    }
  }
  const stories = [...new Set(rows.flatMap(({ story }) => (story === null ? [] : [story])))];
  const records = await new StoreReader(pool).records(stories);
  return { documents, unreadable, records: new Map(records.map((record) => [record.story, record])) };
}

async function readState(row: StoredDocument, blobs: Blobs): Promise<DocumentState> {
  const cleaned = row.articleHash === null ? null : await readCleaned(blobs, row.articleHash);
  const facts = row.factsHash === null ? null : await readFacts(blobs, row.factsHash, cleaned?.text ?? "");
  const { text = "", byline = [] } = cleaned?.article ?? {};
  return { ...row, text, byline: byline.join("; "), facts };
}

/** Fields of one value, with the names they bear elsewhere. */
const FIELDS = [
  ["article", ({ article }) => article],
  ["title", ({ title }) => title],
  ["published_at", ({ publishedAt }) => publishedAt],
  ["byline", ({ byline }) => byline],
  ["language", ({ language }) => language],
  ["outlet", ({ outlet }) => outlet],
  ["wire_credit", ({ wireCredit }) => wireCredit],
  ["story", ({ story }) => story],
  ["lineage", ({ lineage }) => lineage],
  ["role", ({ role }) => role],
  ["parent", ({ parent }) => parent],
] as const satisfies readonly [string, (of: DocumentState) => string | null][];

const FACTS: readonly [string, (facts: Facts) => readonly string[]][] = [
  ["quotes", (from) => from.quotes.map(({ text, speaker }) => `${text} – ${speaker ?? "nobody"}`)],
  ["figures", (from) => from.numeric_mentions.map(figureText)],
  ["dates", (from) => from.dates.map(({ text, iso }) => `${text} = ${iso ?? "?"}`)],
  ["names", (from) => from.entities.map(({ canonical, type }) => `${canonical} (${type})`)],
];

function documentChanges(before: DocumentState, after: DocumentState | undefined): FieldChange[] {
  if (after === undefined) return [];
  return [
    ...listChanges("text", before.text.split("\n"), after.text.split("\n")),
    ...FIELDS.flatMap(([field, read]) => valueChange(field, read(before), read(after))),
    ...FACTS.flatMap(([field, read]) => listChanges(field, of(read, before.facts), of(read, after.facts))),
    ...listChanges("edges", before.edges, after.edges),
  ].map((change) => ({ document: before.id, ...change }));
}

function storyChanges(before: Snapshot["records"], after: Snapshot["records"]): FieldChange[] {
  const said = (record: StoryRecord | undefined) => ({
    claims: record?.claims.map(({ statement, independent_sources: n }) => `${statement} (${n})`) ?? [],
    conflicts: record?.conflicts.map(({ statement }) => statement) ?? [],
  });
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((story) => {
    const [was, is] = [said(before.get(story)), said(after.get(story))];
    const changes = [...listChanges("claims", was.claims, is.claims), ...listChanges("conflicts", was.conflicts, is.conflicts)];
    return changes.map((change) => ({ document: story, ...change }));
  });
}

type Change = Omit<FieldChange, "document">;

const of = (read: (facts: Facts) => readonly string[], facts: Facts | null): readonly string[] =>
  facts === null ? [] : read(facts);

function valueChange(field: string, before: string | null, after: string | null): Change[] {
  return before === after ? [] : [{ field, before: before ?? "none", after: after ?? "none" }];
}

/** Items that stand on one side alone; one that moved is no change. */
function listChanges(field: string, before: readonly string[], after: readonly string[]): Change[] {
  const [had, has] = [new Set(before), new Set(after)];
  return [
    ...before.filter((item) => item !== "" && !has.has(item)).map((item) => ({ field, before: item, after: "" })),
    ...after.filter((item) => item !== "" && !had.has(item)).map((item) => ({ field, before: "", after: item })),
  ];
}

function figureText({ number, value, range, unit }: Facts["numeric_mentions"][number]): string {
  return `${number.text} = ${value ?? range?.join("–") ?? "?"} ${unit ?? ""}`.trim();
}
