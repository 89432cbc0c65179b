/**
 * Stories we invented, as general tests of reconciliation: three articles each, one of several lineages. A file begins
 * with `conflicts:` and `updates:` (names of claims), an article with `== outlet date`. `[[claim|words]]` marks a figure
 * by the claim it belongs to; figures of one claim are one claim, all others are not.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./invented/", import.meta.url));
const MARK = /\[\[([\w-]+)\|([^\]]+)\]\]/g;

export const inventedNames = () => readdirSync(folder).map((file) => file.replace(/\.txt$/, ""));

/** The story as documents and a gold of the figures alone, in the shape of the reference gold. */
export function readInvented(name) {
  const [head, ...articles] = readFileSync(join(folder, `${name}.txt`), "utf8").split(/^== /m);
  const listed = (key) =>
    new RegExp(`^${key}:(.*)$`, "m")
      .exec(head)?.[1]
      .split(/[\s,]+/)
      .filter(Boolean) ?? [];
  const conflicts = listed("conflicts");
  const documents = articles.map((article) => {
    const [, outlet, date, body] = /^(\S+) (\S+)\n([\s\S]*)$/.exec(article) ?? [];
    return { id: outlet, outlet, published_at: date, ...unmarked(body.trim(), outlet) };
  });
  const numeric_mentions = documents.flatMap(({ mentions }) => mentions);
  const claims = [...new Set(numeric_mentions.map(({ claim }) => claim))].map((claim) => {
    const own = numeric_mentions.filter((mention) => mention.claim === claim);
    const docs = [...new Set(own.map(({ doc }) => doc))];
    const relation = conflicts.includes(claim) ? "conflict" : docs.length > 1 ? "agree" : "single";
    const variants = own.map(({ id, doc }) => ({ mention: id, doc }));
    return { id: claim, relation, docs, canonical: {}, independent_sources: docs.length, variants };
  });
  const clusters = documents.map(({ id }) => ({ id, docs: [id] }));
  const none = {
    quotes: [],
    dates: [],
    noise: [],
    entities: {},
    documents: Object.fromEntries(documents.map(({ id }) => [id, {}])),
  };
  return {
    documents,
    gold: {
      ...none,
      numeric_mentions,
      updates: listed("updates"),
      reconciled: { claims, quote_groups: [], lineage: { clusters } },
    },
  };
}

function unmarked(marked, doc) {
  const mentions = [];
  let raw = "";
  let last = 0;
  for (const match of marked.matchAll(MARK)) {
    raw += marked.slice(last, match.index);
    const span = [raw.length, raw.length + match[2].length];
    mentions.push({
      id: `${doc}:${mentions.length}`,
      doc,
      claim: match[1],
      span,
      text: match[2],
      number: { span, text: match[2] },
      unit: null,
      modifier: null,
      attributed_to: null,
    });
    raw += match[2];
    last = match.index + match[0].length;
  }
  return { raw: raw + marked.slice(last), mentions };
}
