import type { Evidence, Mutation, Quote, QuoteGroup, Span } from "@wirefold/core";
import { compareStrings, type Facts, groupBy, mustGet, type NonEmpty } from "@wirefold/core";
import { contentKeys, fold } from "@wirefold/text";
import type { BuiltClaim } from "../claims/build-claims.ts";
import { figureMutations } from "../claims/figure-mutations.ts";
import { type Figure, mentionId } from "../claims/figures.ts";
import type { Lineages } from "../lineage/lineages.ts";
import type { JoinedNames } from "../names/join-names.ts";
import { canSpeak } from "../propositions/agents.ts";
import type { BuiltProposition } from "../propositions/align-propositions.ts";
import type { ReconcileMember } from "../reconcile-member.ts";
import { evidenceIn } from "../record/evidence.ts";

/** The worst changes of one rewrite are listed, not all: a person reads this. */
const PER_DOCUMENT_MAX = 15;

/** What each rewrite changed against the document it was made from, worst first. */
export function storyMutations(
  members: readonly ReconcileMember[],
  names: JoinedNames,
  claims: readonly BuiltClaim[],
  quotes: readonly QuoteGroup[],
  propositions: readonly BuiltProposition[],
  lineages: Lineages,
): Mutation[] {
  const perDoc = new Map<string, Mutation[]>();
  const add = (mutation: Mutation): void => {
    const list = perDoc.get(mutation.doc) ?? [];
    perDoc.set(mutation.doc, list);
    const twin = list.find(
      ({ kind, note, against }) => kind === mutation.kind && note === mutation.note && against === mutation.against,
    );
    if (!twin) list.push(mutation);
  };
  for (const claim of claims) claimMutations(claim, lineages, add);
  for (const group of quotes) quoteMutations(group, lineages, add);
  factMutations(members, quotes, names, lineages, add);
  for (const { rivals } of propositions)
    for (const { a, b, agentA, agentB } of rivals)
      if (a.lineage === b.lineage && wordCount(agentA) <= 6 && wordCount(agentB) <= 6)
        add({
          doc: b.member.id,
          against: a.member.id,
          kind: "agent-changed",
          severity: 5,
          note: `${agentA} → ${agentB}`,
          before: evidenceIn(a.member, a.assertion.span),
          after: evidenceIn(b.member, b.assertion.span),
        });
  const out: Mutation[] = [];
  for (const [, list] of [...perDoc].sort((a, b) => compareStrings(a[0], b[0]))) {
    list.sort(
      (a, b) =>
        b.severity - a.severity ||
        (a.after?.span[0] ?? 0) - (b.after?.span[0] ?? 0) ||
        compareStrings(a.kind, b.kind) ||
        compareStrings(a.note, b.note),
    );
    out.push(...list.slice(0, PER_DOCUMENT_MAX));
  }
  return out;
}

function claimMutations(
  { figures, canonical, changes }: BuiltClaim,
  lineages: Lineages,
  add: (mutation: Mutation) => void,
): void {
  const perDoc = groupBy(figures, ({ member }) => member.id);
  for (const [doc, own] of perDoc) {
    const source = sourceOf(doc, perDoc, lineages);
    if (!source) continue;
    const before = source.find(({ mention }) => !mention.in_headline) ?? source[0];
    const after = own.find(({ mention }) => !mention.in_headline) ?? own[0];
    for (const figure of new Set([after, ...own.slice(0, 4)])) {
      const twin = twinOf(figure, source) ?? before;
      const changed = twin === canonical && figure !== canonical ? mustGet(changes, figure) : figureMutations(figure, twin);
      for (const { kind, severity, note } of changed)
        add({
          doc,
          against: twin.member.id,
          kind,
          severity,
          note,
          before: evidenceIn(twin.member, twin.mention.span),
          after: evidenceIn(figure.member, figure.mention.span),
        });
    }
    const lost = source.find(
      (other) =>
        !own.some(({ quantity }) => quantity.unit === other.quantity.unit) &&
        source.some((first) => first.quantity.unit !== other.quantity.unit),
    );
    if (lost && lost.quantity.dimension !== "count")
      add({
        doc,
        against: lost.member.id,
        kind: "unit-lost",
        severity: 1,
        note: `${lost.mention.number.text} left out`,
        before: evidenceIn(lost.member, lost.mention.number.span),
        after: evidenceIn(after.member, after.mention.number.span),
      });
  }
}

/** What the source says where the rewrite says this: the same unit, body before headline, the same number first. */
function twinOf(figure: Figure, source: readonly Figure[]): Figure | undefined {
  const rank = (other: Figure): number =>
    (other.quantity.unit === figure.quantity.unit ? 4 : 0) +
    (other.mention.in_headline === figure.mention.in_headline ? 1 : 0) +
    (other.mention.in_headline ? 0 : 2) +
    (other.quantity.value === figure.quantity.value ? 1 : 0);
  return [...source].sort((a, b) => rank(b) - rank(a))[0];
}

/** The nearest ancestor that carries the claim too. */
function sourceOf(doc: string, perDoc: ReadonlyMap<string, NonEmpty<Figure>>, lineages: Lineages): NonEmpty<Figure> | null {
  for (let at = lineages.parents.get(doc); at !== undefined; at = lineages.parents.get(at)) {
    const found = perDoc.get(at);
    if (found) return found;
  }
  return null;
}

/** Words given to another mouth, names spelt another way: what the facts of parent and child say of one thing. */
function factMutations(
  members: readonly ReconcileMember[],
  quotes: readonly QuoteGroup[],
  names: JoinedNames,
  lineages: Lineages,
  add: (mutation: Mutation) => void,
): void {
  const read = members.filter(hasFacts);
  const spoken = new Map<string, Spoken>();
  for (const member of read)
    for (const quote of member.facts.quotes) spoken.set(mentionId(member.id, quote.id), { member, quote });
  for (const group of quotes) {
    const first = new Map<string, Spoken>();
    for (const { doc, quote } of group.members) {
      const known = quote === null ? undefined : spoken.get(quote);
      if (known && !first.has(doc)) first.set(doc, known);
    }
    for (const [doc, child] of first) {
      const parent = first.get(lineages.parents.get(doc) ?? "");
      const [before, after] = [parent?.quote.speaker, child.quote.speaker];
      if (!parent || !before || !after || names.keyOf(before) === names.keyOf(after) || shareWord(before, after)) continue;
      if (!canSpeak(before, parent.member.facts.entities) || !canSpeak(after, child.member.facts.entities)) continue;
      add({
        doc,
        against: parent.member.id,
        kind: "speaker-changed",
        severity: 5,
        note: `${before} → ${after}`,
        before: evidenceIn(parent.member, withTag(parent.member, parent.quote)),
        after: evidenceIn(child.member, withTag(child.member, child.quote)),
      });
    }
  }
  const byId = new Map(read.map((member) => [member.id, member]));
  for (const [doc, parentId] of lineages.parents) {
    const [child, parent] = [byId.get(doc), byId.get(parentId)];
    if (child && parent) respeltNames(child, parent, names, add);
  }
}

type ReadMember = ReconcileMember & { readonly facts: Facts };

interface Spoken {
  readonly member: ReadMember;
  readonly quote: Quote;
}

const hasFacts = (member: ReconcileMember): member is ReadMember => member.facts !== null;

/** The sentence the quotation ends in, with the quotation: there stands who said it. */
function withTag(member: ReconcileMember, quote: Quote): Span {
  const end = quote.cue?.span[1] ?? quote.speaker_mention?.span[1] ?? quote.span[1];
  const start = Math.min(quote.span[0], quote.cue?.span[0] ?? quote.span[0], quote.speaker_mention?.span[0] ?? quote.span[0]);
  const stop = /[.!?\n]/.exec(member.text.slice(Math.max(end, quote.span[1])));
  return [start, Math.max(end, quote.span[1]) + Math.min(200, stop ? stop.index : 0)];
}

function shareWord(a: string, b: string): boolean {
  const known = new Set(contentKeys(a));
  const other = contentKeys(b);
  return known.size === 0 || other.length === 0 || other.some((word) => known.has(word));
}

function respeltNames(child: ReadMember, parent: ReadMember, names: JoinedNames, add: (mutation: Mutation) => void): void {
  const mentioned = parent.facts.entities.flatMap(({ mentions }) => mentions);
  const spelt = groupBy(mentioned, ({ text }) => names.keyOf(text));
  for (const { mentions } of child.facts.entities)
    for (const mention of mentions) {
      const before = spelt.get(names.keyOf(mention.text)) ?? [];
      const twin = before.find(({ text }) => text.split(/[\s-]+/).length === mention.text.split(/[\s-]+/).length);
      if (!twin || before.some(({ text }) => fold(text) === fold(mention.text))) continue;
      add({
        doc: child.id,
        against: parent.id,
        kind: "name-respelt",
        severity: 2,
        note: `${twin.text} → ${mention.text}`,
        before: evidenceIn(parent, twin.span),
        after: evidenceIn(child, mention.span),
      });
    }
}

function quoteMutations(group: QuoteGroup, lineages: Lineages, add: (mutation: Mutation) => void): void {
  for (const member of group.members) {
    let against: QuoteGroup["members"][number] | undefined;
    for (let at = lineages.parents.get(member.doc); at !== undefined && !against; at = lineages.parents.get(at))
      against = group.members.find(({ doc, quote }) => doc === at && quote !== null);
    if (!against) continue;
    const base = {
      doc: member.doc,
      against: against.doc,
      before: against.evidence as Evidence,
      after: member.evidence as Evidence,
    };
    const note = `${clip(against.surface)} → ${clip(member.surface)}`;
    if (member.quote === null) add({ ...base, kind: "quote-demoted", severity: 2, note });
    else if (member.kind === "distorted") add({ ...base, kind: "quote-reworded", severity: 4, note });
    else if (member.kind === "fragment" && against.kind !== "fragment")
      add({ ...base, kind: "quote-shortened", severity: 2, note });
  }
}

const wordCount = (text: string): number => text.split(/\s+/).length;

const clip = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
