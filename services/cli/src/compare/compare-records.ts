/** What a comparison keeps of a story's record: a thousandth of it, so that hundreds of thousands fit in memory. */
export interface StoryDigest {
  readonly id: string;
  readonly headline: string | null;
  readonly members: ReadonlyMap<string, MemberDigest>;
  /** Independent sources by statement. */
  readonly claims: ReadonlyMap<string, number>;
  readonly conflicts: ReadonlySet<string>;
  /** Speaker and words. */
  readonly quotes: ReadonlySet<string>;
}

export interface MemberDigest {
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  /** The lineage it belongs to; its name is the lineage's smallest document. */
  readonly lineage: string;
}

export interface Change {
  /** Of what kind: documents, headline, title, published_at, outlet, lineage, claims, sources, conflicts, quotes. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface StoryChange {
  /** Null for a story that is on one side alone. */
  readonly before: string | null;
  readonly after: string | null;
  readonly headline: string | null;
  readonly changes: readonly Change[];
}

export interface Comparison {
  readonly stories: { readonly before: number; readonly after: number; readonly same: number };
  readonly documents: { readonly before: number; readonly after: number; readonly gone: number; readonly new: number };
  /** Changes by field. */
  readonly fields: Readonly<Record<string, number>>;
  readonly changed: readonly StoryChange[];
}

/**
 * Two sets of records of one corpus, as two runs made them, against each other. A story is the one after that holds most of its
 * documents: ids change with members.
 */
export function compareRecords(before: readonly StoryDigest[], after: readonly StoryDigest[]): Comparison {
  const partners = pair(before, after);
  const isTaken = new Set([...partners.values()].map((story) => story.id));
  const changed: StoryChange[] = [];
  let same = 0;
  for (const story of before) {
    const partner = partners.get(story.id) ?? null;
    const changes = partner === null ? only(story, "before") : differences(story, partner);
    if (changes.length === 0) same += 1;
    else changed.push({ before: story.id, after: partner?.id ?? null, headline: story.headline, changes });
  }
  for (const story of after)
    if (!isTaken.has(story.id))
      changed.push({ before: null, after: story.id, headline: story.headline, changes: only(story, "after") });
  const fields: Record<string, number> = {};
  for (const { changes } of changed) for (const { field } of changes) fields[field] = (fields[field] ?? 0) + 1;
  const [had, has] = [documentsOf(before), documentsOf(after)];
  return {
    stories: { before: before.length, after: after.length, same },
    documents: { before: had.size, after: has.size, gone: without(had, has).length, new: without(has, had).length },
    fields,
    changed,
  };
}

const documentsOf = (stories: readonly StoryDigest[]): Set<string> =>
  new Set(stories.flatMap(({ members }) => [...members.keys()]));
const without = (from: Iterable<string>, what: { has(item: string): boolean }): string[] =>
  [...from].filter((item) => !what.has(item));

/** Each story before with the story after that shares most documents with it; of several that want one the larger share has it. */
function pair(before: readonly StoryDigest[], after: readonly StoryDigest[]): Map<string, StoryDigest> {
  const holder = new Map(after.flatMap((story) => [...story.members.keys()].map((id) => [id, story] as const)));
  const wishes = before.flatMap((story) => {
    const shares = new Map<StoryDigest, number>();
    for (const id of story.members.keys()) {
      const other = holder.get(id);
      if (other !== undefined) shares.set(other, (shares.get(other) ?? 0) + 1);
    }
    return [...shares].map(([other, share]) => ({ story, other, share }));
  });
  wishes.sort((a, b) => b.share - a.share || compareText(a.story.id, b.story.id) || compareText(a.other.id, b.other.id));
  const partners = new Map<string, StoryDigest>();
  const taken = new Set<string>();
  for (const { story, other } of wishes) {
    if (partners.has(story.id) || taken.has(other.id)) continue;
    partners.set(story.id, other);
    taken.add(other.id);
  }
  return partners;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function only({ members }: StoryDigest, side: "before" | "after"): Change[] {
  return [{ field: "documents", before: "", after: "", [side]: `${members.size} in a story of their own` }];
}

function differences(before: StoryDigest, after: StoryDigest): Change[] {
  const changes: Change[] = [];
  const value = (field: string, was: string | null, is: string | null, of = "") => {
    if (was !== is) changes.push({ field, before: `${of}${was ?? "none"}`, after: `${of}${is ?? "none"}` });
  };
  const items = (field: string, had: { keys(): Iterable<string>; has(item: string): boolean }, has: typeof had) => {
    for (const item of without(had.keys(), has)) changes.push({ field, before: item, after: "" });
    for (const item of without(has.keys(), had)) changes.push({ field, before: "", after: item });
  };
  value("headline", before.headline, after.headline);
  items("documents", before.members, after.members);
  for (const [id, was] of before.members) {
    const is = after.members.get(id);
    if (is === undefined) continue;
    const of = `${id.slice(0, 10)} `;
    value("title", was.title, is.title, of);
    value("published_at", was.publishedAt, is.publishedAt, of);
    value("outlet", was.outlet, is.outlet, of);
    value("lineage", was.lineage, is.lineage, of);
  }
  items("claims", before.claims, after.claims);
  for (const [statement, sources] of before.claims) {
    const now = after.claims.get(statement);
    if (now !== undefined) value("sources", String(sources), String(now), `${statement}: `);
  }
  items("conflicts", before.conflicts, after.conflicts);
  items("quotes", before.quotes, after.quotes);
  return changes;
}
