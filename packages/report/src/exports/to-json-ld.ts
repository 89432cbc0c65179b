import type { Claim, StoryMember, StoryRecord } from "@wirefold/core";
import { byDate, formatQuantity, momentOf } from "../page/format.ts";
import { safeUrl } from "../page/markup.ts";
import { documentUri, urn } from "./identifiers.ts";

/** A JSON-LD node. */
export type Node = Readonly<Record<string, unknown>>;

/**
 * A story as schema.org JSON-LD: each article a `NewsArticle` (with `isBasedOn` for what it was derived from), each claim
 * a `Claim` with every `appearance` and the first. Never `ClaimReview`: that states a verdict, and we give none. schema.org
 * has no word for independence, so those counts stand under a prefix of our own.
 */
export function toJsonLd(record: StoryRecord): Node {
  const members = new Map(record.members.map((member) => [member.id, member]));
  return {
    "@context": ["https://schema.org", { wirefold: "urn:wirefold:terms:" }],
    "@graph": [
      ...record.members.map((member) => articleNode(member, members)),
      ...record.claims.map((claim) => claimNode(record, claim, members)),
    ],
  };
}

function articleNode(member: StoryMember, members: ReadonlyMap<string, StoryMember>): Node {
  const parent = member.parent === null ? undefined : members.get(member.parent);
  return compact({
    "@type": "NewsArticle",
    "@id": documentUri(member),
    headline: member.title,
    url: safeUrl(member.url),
    datePublished: momentOf(member.published_at) === null ? null : member.published_at,
    inLanguage: member.language,
    publisher: member.outlet ? { "@type": "Organization", name: member.outlet } : null,
    sourceOrganization: member.wire_credit ? { "@type": "Organization", name: member.wire_credit } : null,
    isBasedOn: parent ? { "@id": documentUri(parent) } : null,
    "wirefold:role": member.role,
    "wirefold:lineage": member.lineage,
  });
}

function claimNode(record: StoryRecord, claim: Claim, members: ReadonlyMap<string, StoryMember>): Node {
  const docs = claim.docs.flatMap((doc) => members.get(doc) ?? []);
  const first = byDate(docs)[0]?.item;
  const origin = members.get(claim.canonical.from);
  const { value, unit, modifier, attributed_to } = claim.canonical;
  return compact({
    "@type": "Claim",
    "@id": urn("claim", `${record.story}/${claim.id}`),
    name: claim.statement,
    text: value === null ? claim.statement : `${claim.statement}: ${formatQuantity(value, unit, modifier)}`,
    author: attributed_to ? { "@type": "Thing", name: attributed_to } : null,
    appearance: docs.map((member) => ({ "@id": documentUri(member) })),
    firstAppearance: first ? { "@id": documentUri(first) } : origin ? { "@id": documentUri(origin) } : null,
    temporalCoverage: claim.canonical.period,
    "wirefold:relation": claim.relation,
    "wirefold:articles": claim.raw_article_count,
    "wirefold:independentSources": claim.independent_sources,
    "wirefold:lineages": claim.lineages,
  });
}

/** Without the properties that are null: JSON-LD reads null as "remove". */
const compact = (node: Record<string, unknown>): Node =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && value !== undefined));
