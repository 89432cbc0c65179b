/**
 * Stories we invented, as general tests of reading and reconciling: three articles each, one of several lineages. A file begins
 * with `conflicts:` and `updates:` (names of claims) and may name articles made from one text, the original first
 * (`lineages: wire+rewrite; other`); an article begins with `== outlet date [language]`. `[[claim|words|source]]` marks
 * a figure by the claim it belongs to and, where its article names one, its source; `{{speaker#group|words}}` a quotation, with
 * a group where two articles carry it; `<<iso|words>>` a date. Figures of one claim are one claim, all others are not.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./invented/", import.meta.url));

export const inventedNames = () => readdirSync(folder).map((file) => file.replace(/\.txt$/, ""));

/** The story as documents and a gold of the figures alone, in the shape of the reference gold. `name`: one of ours, or a file. */
export function readInvented(name) {
  const [head, ...articles] = readFileSync(name.endsWith(".txt") ? name : join(folder, `${name}.txt`), "utf8").split(/^== /m);
  const listed = (key) =>
    new RegExp(`^${key}:(.*)$`, "m")
      .exec(head)?.[1]
      .split(/[\s,]+/)
      .filter(Boolean) ?? [];
  const conflicts = listed("conflicts");
  const documents = articles.map((article) => {
    const [, outlet, date, language, body] = /^(\S+) (\S+)(?: (\S+))?\n([\s\S]*)$/.exec(article) ?? [];
    return { id: outlet, outlet, published_at: date, language, ...unmarked(body.trim(), outlet) };
  });
  const clusters = clustersOf(
    documents.map(({ id }) => id),
    /^lineages:(.*)$/m.exec(head)?.[1] ?? "",
  );
  const numeric_mentions = documents.flatMap(({ figures }) => figures);
  const quotes = documents.flatMap((document) => document.quotes);
  const groups = new Map();
  for (const { id, group } of quotes) if (group) groups.set(group, [...(groups.get(group) ?? []), { quote: id }]);
  const quote_groups = [...groups].map(([id, members]) => ({ id, members }));
  const claims = [...new Set(numeric_mentions.map(({ claim }) => claim))].map((claim) => {
    const own = numeric_mentions.filter((mention) => mention.claim === claim);
    const docs = [...new Set(own.map(({ doc }) => doc))];
    const relation = conflicts.includes(claim) ? "conflict" : docs.length > 1 ? "agree" : "single";
    const variants = own.map(({ id, doc }) => ({ mention: id, doc }));
    const independent_sources = clusters.filter((cluster) => docs.some((id) => cluster.docs.includes(id))).length;
    return { id: claim, relation, docs, canonical: {}, independent_sources, variants };
  });
  const none = {
    quotes,
    dates: documents.flatMap(({ dates }) => dates),
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
      reconciled: { claims, quote_groups, lineage: { clusters } },
    },
  };
}

/** The lineages named in the head; an article that none names is one of its own. */
function clustersOf(ids, line) {
  const named = line
    .split(";")
    .map((part) => part.trim().split("+"))
    .filter((docs) => docs.length > 1);
  const alone = ids.filter((id) => !named.some((docs) => docs.includes(id))).map((id) => [id]);
  return [...named, ...alone].map((docs) => ({ id: docs[0], docs, original: docs[0] }));
}

const OPEN = { "[[": "]]", "{{": "}}", "<<": ">>" };

/** The text without its marks, and what they say. Marks lie in one another: a figure in a quotation. */
function unmarked(marked, doc) {
  const out = { figures: [], quotes: [], dates: [] };
  const open = [];
  let raw = "";
  for (let at = 0; at < marked.length; ) {
    const two = marked.slice(at, at + 2);
    if (OPEN[two]) {
      const bar = marked.indexOf("|", at);
      open.push({ kind: two, head: marked.slice(at + 2, bar), from: raw.length });
      at = bar + 1;
    } else if (open.length > 0 && (two === OPEN[open.at(-1).kind] || (marked[at] === "|" && open.at(-1).kind === "[["))) {
      const mark = open.pop();
      const span = [mark.from, raw.length];
      const end = marked.indexOf(OPEN[mark.kind], at);
      const source = marked.slice(at + 1, end) || null;
      at = end + 2;
      record(out, { ...mark, span, text: raw.slice(...span), source: two === "]]" ? null : source }, doc);
    } else raw += marked[at++];
  }
  if (open.length > 0) throw new Error(`${doc}: a mark is not closed: ${open.at(-1).head}`);
  return { raw, ...out };
}

function record({ figures, quotes, dates }, { kind, head, span, text, source }, doc) {
  if (kind === "<<") dates.push({ doc, span, iso: head });
  else if (kind === "{{") {
    const [speaker, group] = head.split("#");
    quotes.push({ id: `${doc}:q${quotes.length}`, doc, span, text, speaker, group });
  } else
    figures.push({
      ...{ id: `${doc}:${figures.length}`, doc, claim: head, span, text, number: { span, text } },
      ...{ unit: null, modifier: null, attributed_to: source },
    });
}
