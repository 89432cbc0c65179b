import type { Edge, Facts, Override, OverrideTarget, StoryRecord } from "@wirefold/core";
import { compareStrings, sha256 } from "@wirefold/core";
import type { ReconcileMember } from "@wirefold/stories";

/**
 * Names for the members of a story that are made of what they say, not of where they lie. Reconciliation orders and breaks
 * ties by names, so under these a record is a function of content alone: the same files in another folder give the same
 * record, but for the ids themselves.
 */
export interface ContentNames {
  /** The member under its content's name, its lineage, parent, edges and facts with it. */
  rename(member: ReconcileMember): ReconcileMember;
  /** The edges among the members, under their names; those to others are left out. */
  renameEdges(edges: readonly Edge[]): Edge[];
  /** Makes the record with the overrides under the members' names, and puts the ids back in what it says. */
  record(overrides: readonly Override[], make: (overrides: readonly Override[]) => StoryRecord): StoryRecord;
}

const lineageSuffix = "/lineage";
/** A name: when it was published, a hash, the rank among equals. No colon, which parts a fact's id from its document's. */
const namePattern = /[0-9TZ.+~-]{1,32}_[0-9a-f]{40}(?:\.\d+)?(?:\/lineage)?/g;
/** One character of time, the bar, the hash. */
const nameLengthMin = 42;
/** What was said by articles, and where: no name of ours stands there. */
const wordKeys: ReadonlySet<string> = new Set(
  "text surface title headline url outlet policy hash span span_a span_b range value".split(" "),
);

export function contentNamesOf(members: readonly ReconcileMember[]): ContentNames {
  const nameOf = namesOf(members);
  const idOf = new Map([...nameOf].map(([id, name]) => [name, id]));
  const lineageOf = lineageNames(members, nameOf);
  for (const [id, name] of lineageOf) idOf.set(name, id);
  const nameOrId = (id: string): string => nameOf.get(id) ?? id;

  const renameEdges = (edges: readonly Edge[]): Edge[] =>
    edges.flatMap((edge) => {
      const [a, b] = [nameOf.get(edge.a), nameOf.get(edge.b)];
      if (a === undefined || b === undefined) return [];
      return [compareStrings(a, b) <= 0 ? { ...edge, a, b } : swapped({ ...edge, a, b })];
    });

  const restoreText = (value: string): string => {
    if (value.length < nameLengthMin || !value.includes("_")) return value;
    // Nearly always a name alone, or one before a fact's number.
    const colon = value.indexOf(":");
    const id = idOf.get(colon < 0 ? value : value.slice(0, colon));
    if (id !== undefined && !value.includes("_", nameLengthMin)) return colon < 0 ? id : id + value.slice(colon);
    return value.replace(namePattern, (name) => idOf.get(name) ?? name);
  };
  // What holds no name is answered as it is: most of a record is spans, figures and words.
  const restore = (value: unknown): unknown => {
    if (typeof value === "string") return restoreText(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return restoreList(value);
    const held = value as Record<string, unknown>;
    let copy: Record<string, unknown> | undefined;
    for (const key in held) {
      if (wordKeys.has(key)) continue;
      const restored = restore(held[key]);
      if (restored === held[key]) continue;
      copy ??= { ...held };
      copy[key] = restored;
    }
    return copy ?? value;
  };
  const restoreList = (list: readonly unknown[]): readonly unknown[] => {
    let copy: unknown[] | undefined;
    for (let i = 0; i < list.length; i++) {
      const restored = restore(list[i]);
      if (restored === list[i]) continue;
      copy ??= [...list];
      copy[i] = restored;
    }
    return copy ?? list;
  };

  return {
    renameEdges,
    rename: (member) => ({
      ...member,
      id: nameOrId(member.id),
      lineage: lineageOf.get(member.lineage) ?? member.lineage,
      parent: member.parent === null ? null : nameOrId(member.parent),
      facts: member.facts && factsUnder(nameOrId(member.id), member.id, member.facts),
      ...(member.edges ? { edges: renameEdges(member.edges) } : {}),
    }),
    record: (overrides, make) => {
      const target = (at: OverrideTarget): OverrideTarget => ({ ...at, doc: nameOrId(at.doc) });
      const given = new Map(overrides.map((each) => [{ ...each, a: target(each.a), b: target(each.b) }, each]));
      const { overrides: applied, ...made } = make([...given.keys()]);
      // Strings are replaced by strings and nothing else is touched, so the shape stays.
      const record = restore(made) as StoryRecord;
      if (applied === undefined) return record;
      // Where the key stands is part of the bytes.
      const { mutations, names, lineage, ...before } = record;
      return { ...before, overrides: applied.map((each) => given.get(each) ?? each), mutations, names, lineage };
    },
  };
}

/** Equals are told apart by their rank: the original first, then by id. Which of them stands where then changes nothing else. */
function namesOf(members: readonly ReconcileMember[]): Map<string, string> {
  const contents = new Map<string, { id: string; content: string; rank: number }>();
  for (const member of members) {
    const { id, role } = member;
    const content = contentOf(member);
    const known = contents.get(id);
    if (known === undefined || content < known.content) contents.set(id, { id, content, rank: role === "original" ? 0 : 1 });
  }
  const ranked = [...contents.values()].sort(
    (x, y) => compareStrings(x.content, y.content) || x.rank - y.rank || compareStrings(x.id, y.id),
  );
  const names = new Map<string, string>();
  let equals = 0;
  ranked.forEach(({ id, content }, at) => {
    equals = content === ranked[at - 1]?.content ? equals + 1 : 0;
    names.set(id, equals === 0 ? content : `${content}.${equals}`);
  });
  return names;
}

/**
 * The time first, so that names sort by it. What metadata leave open the facts say, as in the record: some bring the one, some the
 * other. A file's address says where it lies, not what it is.
 */
function contentOf({ published_at, title, outlet, url, language, wire_credit, text, facts }: ReconcileMember): string {
  const at = published_at ?? facts?.publication_date ?? null;
  const time = (at ?? "").replace(/[^0-9TZ.+-]/g, "").slice(0, 32) || "~";
  const content = [
    at,
    title ?? facts?.title ?? null,
    outlet,
    url?.startsWith("file:") ? null : url,
    language ?? facts?.language ?? null,
    wire_credit ?? facts?.wire_credit ?? null,
    text,
  ];
  return `${time}_${sha256(JSON.stringify(content)).slice(0, 40)}`;
}

/** A lineage is named after the first of its members, whatever it was named before. */
function lineageNames(members: readonly ReconcileMember[], nameOf: ReadonlyMap<string, string>): Map<string, string> {
  const first = new Map<string, string>();
  for (const { id, lineage } of members) {
    const name = nameOf.get(id) ?? id;
    const known = first.get(lineage);
    if (lineage !== "" && (known === undefined || name < known)) first.set(lineage, name);
  }
  return new Map([...first].map(([lineage, name]) => [lineage, `${name}${lineageSuffix}`]));
}

/** Facts whose ids begin with their document's id bear the name instead. */
function factsUnder(name: string, id: string, facts: Facts): Facts {
  const under = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.map((fact) => (fact.id.startsWith(`${id}:`) ? { ...fact, id: `${name}${fact.id.slice(id.length)}` } : fact));
  return {
    ...facts,
    id: name,
    quotes: under(facts.quotes),
    indirect_quotes: under(facts.indirect_quotes),
    numeric_mentions: under(facts.numeric_mentions),
    assertions: under(facts.assertions),
  };
}

const swappedMeasure: Readonly<Record<string, string>> = { day_a: "day_b", day_b: "day_a", text_a: "text_b", text_b: "text_a" };

/** The same edge seen from its other end. */
function swapped(edge: Edge): Edge {
  const { a, b, direction, evidence } = edge;
  return {
    ...edge,
    a: b,
    b: a,
    direction: direction === null ? null : direction === "a-from-b" ? "b-from-a" : "a-from-b",
    evidence: {
      ...evidence,
      measures: Object.fromEntries(Object.entries(evidence.measures).map(([key, value]) => [swappedMeasure[key] ?? key, value])),
      passages: evidence.passages.map(({ text, span_a, span_b }) => ({ text, span_a: span_b, span_b: span_a })),
    },
  };
}
