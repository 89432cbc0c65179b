#!/usr/bin/env node
/**
 * Builds seeds/expected/gold.json for one story from the expectations beside the documents: every expected string is
 * found in its document and becomes a span in UTF-16 units. Fails when a string is missing, or stands more than once
 * without an `occurrence` that says which one is meant.
 *
 *   node seeds/scripts/build-gold.mjs [--story sarnek] [--check]
 *
 * Spans of a plain-text document refer to the document itself; spans of an HTML document refer to
 * expected/texts/<slug>.text (title, blank line, the body's paragraphs one a line). `--check` writes nothing and exits 1
 * when the file on disk differs from what would be written.
 */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const seeds = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const readJson = (name) => JSON.parse(fs.readFileSync(path.join(seeds, "expected", name), "utf8"));

/** Where `text` stands in `source`; `occurrence` counts from 1. */
export function locate(source, text, occurrence, where) {
  const starts = [];
  for (let at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + 1)) starts.push(at);
  if (starts.length === 0) throw new Error(`${where}: not found: ${JSON.stringify(text)}`);
  if (starts.length > 1 && occurrence === undefined) {
    throw new Error(`${where}: stands ${starts.length} times, say which: ${JSON.stringify(text)}`);
  }
  const start = starts[(occurrence ?? 1) - 1];
  if (start === undefined) throw new Error(`${where}: has no occurrence ${occurrence}: ${JSON.stringify(text)}`);
  return [start, start + text.length];
}

/** The file whose characters the spans of a document count. */
export function textFileOf(expected) {
  return expected.file.endsWith(".html") ? `expected/texts/${expected.document}.text` : expected.file;
}

export function buildGold(story) {
  const groups = readJson("groups.json");
  const reconciled = readJson("reconciled.json")[story];
  const entities = readJson("entities.json");
  const ids = groups.stories[story];
  if (!ids || !reconciled) throw new Error(`no story named ${story} in expected/groups.json and expected/reconciled.json`);
  const entityOf = new Map(Object.entries(entities).map(([id, e]) => [e.canonical, id]));
  const named = (name) => (name === null ? null : (entityOf.get(name) ?? name));
  /** @type {{ documents: any, quotes: any[], numeric_mentions: any[], dates: any[], noise: any[] }} */
  const gold = { documents: {}, quotes: [], numeric_mentions: [], dates: [], noise: [] };
  const sources = new Map();
  for (const id of ids) {
    const doc = readJson(`${id}.json`);
    const file = textFileOf(doc);
    const source = fs.readFileSync(path.join(seeds, file), "utf8");
    sources.set(id, source);
    const within = (outer, inner, where) => {
      const at = locate(source, outer.text, outer.occurrence, where);
      const offset = outer.text.indexOf(inner);
      if (offset < 0) throw new Error(`${where}: ${JSON.stringify(inner)} is not in ${JSON.stringify(outer.text)}`);
      if (outer.text.indexOf(inner, offset + 1) >= 0 && outer.inner === undefined) {
        throw new Error(`${where}: ${JSON.stringify(inner)} stands twice in ${JSON.stringify(outer.text)}`);
      }
      return [at[0] + offset, at[0] + offset + inner.length];
    };
    gold.documents[id] = {
      file,
      title: doc.title,
      titleSpan: [source.indexOf(doc.title), source.indexOf(doc.title) + doc.title.length],
      outlet: doc.outlet,
      dateline: doc.dateline,
      publication_date: doc.published_at,
      event_date: doc.event_date,
      wire_credit: doc.wire_credit,
      wire_mentions: doc.wire_mentions,
      photo_credit: doc.photo_credit,
      lineage: {
        derives_from: Object.entries(groups.lineages)
          .filter(([, docs]) => docs.includes(id))
          .map(([name]) => name),
        parent: groups.parents[id]?.parent ?? null,
        kind: groups.parents[id]?.relation ?? "original",
      },
    };
    for (const q of doc.quotes) {
      const span = locate(source, q.text, q.occurrence, q.id);
      gold.quotes.push({
        id: q.id,
        doc: id,
        key: q.key,
        span,
        text: q.text,
        speaker: named(q.speaker),
        via: named(q.via),
        flags: q.flags,
      });
    }
    for (const f of doc.figures) {
      const { occurrence, number, attributed_to, in: place, ...rest } = f;
      gold.numeric_mentions.push({
        ...rest,
        doc: id,
        span: locate(source, f.text, occurrence, f.id),
        number: { span: within(f, number, f.id), text: number },
        attributed_to: named(attributed_to),
        in_headline: place === "title",
      });
    }
    for (const d of doc.dates) {
      gold.dates.push({ doc: id, span: within(d, d.date, `${id} date`), text: d.date, iso: d.iso });
    }
    for (const n of doc.noise) {
      gold.noise.push({ doc: id, span: within(n, n.number, `${id} noise`), text: n.number, why: n.why });
    }
  }
  const inStory = new Set(ids);
  const used = Object.entries(entities)
    .map(([id, e]) => [id, { ...e, variants: Object.fromEntries(Object.entries(e.variants).filter(([d]) => inStory.has(d))) }])
    .filter(([id, e]) => Object.keys(e.variants).length > 0 || gold.quotes.some((q) => q.speaker === id));
  const propositions = reconciled.propositions.map((p) => ({
    ...p,
    mentions: p.mentions.map((m) => ({ ...m, span: locate(sources.get(m.doc), m.text, m.occurrence, p.id) })),
  }));
  return {
    version: 1,
    built_from: `seeds/documents and seeds/expected by seeds/scripts/build-gold.mjs, story ${story}`,
    offsets: "UTF-16 code units into documents[].file, end exclusive",
    story: { id: story, headline_event: reconciled.headline_event, date: reconciled.event_date },
    ...gold,
    entities: Object.fromEntries(used),
    reconciled: {
      claims: reconciled.claims,
      quote_groups: reconciled.quote_groups,
      propositions,
      mutations: reconciled.mutations,
      lineage: reconciled.lineage,
    },
  };
}

if (process.argv[1] && import.meta.url === `file://${fs.realpathSync(process.argv[1])}`) {
  const at = process.argv.indexOf("--story");
  const out = path.join(seeds, "expected", "gold.json");
  const gold = buildGold(at < 0 ? "sarnek" : process.argv[at + 1]);
  if (process.argv.includes("--check")) {
    const same = fs.existsSync(out) && JSON.stringify(JSON.parse(fs.readFileSync(out, "utf8"))) === JSON.stringify(gold);
    console.log(same ? "gold.json is up to date" : "gold.json is out of date: run node seeds/scripts/build-gold.mjs");
    process.exit(same ? 0 : 1);
  }
  fs.writeFileSync(out, `${JSON.stringify(gold, null, 2)}\n`);
  console.log(
    `gold.json: ${Object.keys(gold.documents).length} documents, ${gold.quotes.length} quotes, ` +
      `${gold.numeric_mentions.length} figures, ${gold.dates.length} dates, ${gold.reconciled.claims.length} claims`,
  );
}
