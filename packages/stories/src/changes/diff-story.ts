import type { Claim, StoryRecord } from "@wirefold/core";
import { compareStrings } from "@wirefold/core";

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ClaimChange {
  readonly before: string;
  readonly after: string;
  readonly statement: string;
  readonly changes: readonly FieldChange[];
}

/** What happened to a story between two versions of its record. Empty lists throughout where nothing did. */
export interface StoryDifference {
  readonly story: string;
  readonly changed: boolean;
  readonly fields: readonly FieldChange[];
  readonly members: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly claims: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly ClaimChange[];
  };
  readonly quote_groups: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly conflicts: { readonly opened: readonly string[]; readonly settled: readonly string[] };
}

/**
 * Compares two versions of a story. A claim is followed by its mentions, not its id: when a better source turns up, the
 * canonical value and with it the id may change while the proposition stays.
 */
export function diffStory(before: StoryRecord, after: StoryRecord): StoryDifference {
  const fields = (["headline", "event_date"] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
  const members = listDifference(
    before.members.map(({ id }) => id),
    after.members.map(({ id }) => id),
  );
  const claims = claimDifference(before.claims, after.claims);
  const quotes = listDifference(
    before.quote_groups.map(({ id }) => id),
    after.quote_groups.map(({ id }) => id),
  );
  const conflicts = listDifference(
    before.conflicts.map(({ id }) => id),
    after.conflicts.map(({ id }) => id),
  );
  const lists = [members, claims, quotes, conflicts];
  return {
    story: after.story,
    changed:
      before.story !== after.story ||
      fields.length > 0 ||
      claims.changed.length > 0 ||
      lists.some(({ added, removed }) => added.length + removed.length > 0),
    fields,
    members,
    claims,
    quote_groups: quotes,
    conflicts: { opened: conflicts.added, settled: conflicts.removed },
  };
}

function listDifference(before: readonly string[], after: readonly string[]): { added: string[]; removed: string[] } {
  const old = new Set(before);
  const now = new Set(after);
  return {
    added: after.filter((id) => !old.has(id)).sort(compareStrings),
    removed: before.filter((id) => !now.has(id)).sort(compareStrings),
  };
}

function claimDifference(before: readonly Claim[], after: readonly Claim[]): StoryDifference["claims"] {
  const byMention = new Map<string, Claim>();
  for (const claim of before) for (const mention of claim.mentions) byMention.set(mention, claim);
  const followed = new Set<Claim>();
  const added: string[] = [];
  const changed: ClaimChange[] = [];
  for (const claim of after) {
    const votes = new Map<Claim, number>();
    for (const mention of claim.mentions) {
      const old = byMention.get(mention);
      if (old && !followed.has(old)) votes.set(old, (votes.get(old) ?? 0) + 1);
    }
    const old = [...votes].sort((a, b) => b[1] - a[1] || compareStrings(a[0].id, b[0].id))[0]?.[0];
    if (!old) {
      added.push(claim.id);
      continue;
    }
    followed.add(old);
    const changes = claimChanges(old, claim);
    if (changes.length > 0) changed.push({ before: old.id, after: claim.id, statement: claim.statement, changes });
  }
  return {
    added: added.sort(compareStrings),
    removed: before
      .filter((claim) => !followed.has(claim))
      .map(({ id }) => id)
      .sort(compareStrings),
    changed,
  };
}

const FOLLOWED = [
  "canonical",
  "relation",
  "docs",
  "independent_sources",
  "independent_if_shared_agency_copy_collapsed",
  "origins",
] as const;

function claimChanges(before: Claim, after: Claim): FieldChange[] {
  return FOLLOWED.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}
