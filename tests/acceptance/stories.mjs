/**
 * Stories with a gold record: clean, group, extract and reconcile in this process, scored against the gold.
 *
 *   node tests/acceptance/stories.mjs [story ...] [--given] [--gold-facts] [--misses] [--json]
 *
 * `--given`: the members stand in one story, in the gold's lineages: what reconciliation does when grouping is right.
 * `--gold-facts`: figures and quotations are the gold's: what reconciliation does when extraction is right.
 * `--misses`: the figures that were joined or parted wrongly. Folders of stories: see `storyFolders`.
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { extractArticle, OWN_WORDS } from "@wirefold/article";
import { extractFacts } from "@wirefold/facts";
import { groupDocuments } from "@wirefold/similarity";
import { reconcileStory } from "@wirefold/stories";
import { data, figure, readJson, readText, scorer, seeds } from "./filters.mjs";
import { inventedNames, readInvented } from "./invented-stories.mjs";

export const name = "stories";
export const needs = data("stories");

/** The reference story and the development stories, where present. */
export function storyFolders() {
  const given = existsSync(data("stories")) ? readdirSync(data("stories")).map((story) => data(join("stories", story))) : [];
  return [...(existsSync(seeds("gold.json")) ? [seeds("")] : []), ...given].filter((folder) =>
    existsSync(join(folder, "gold.json")),
  );
}

function readDocuments(folder, gold) {
  const ids = Object.keys(gold.documents);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => ({ id: ids.find((id) => file === `${id}.txt` || file.startsWith(id)), raw: readText(join(folder, file)) }));
}

function factsOf(document, article) {
  const excluded = article.removed.flatMap(({ reason, span }) => (span === undefined || OWN_WORDS.has(reason) ? [] : [span]));
  const { title, published_at, language, byline, wire_credit } = article;

  const facts = extractFacts({
    id: document.id,
    title,
    published_at,
    language,
    byline,
    wire_credit,
    text: document.raw,
    excluded,
  });
  const named = (list) => list.map((one) => ({ ...one, id: `${document.id}:${one.id}` }));
  return { ...facts, quotes: named(facts.quotes), numeric_mentions: named(facts.numeric_mentions), dates: named(facts.dates) };
}

/** The gold's figures and quotations in the place of the extracted ones; what the gold does not say is taken from the figure found there. */
function withGoldFacts(facts, gold) {
  const nameOf = (id) => (id === null ? null : (gold.entities[id]?.canonical ?? id));
  const overlaps = (a, b) => Math.min(a[1], b[1]) > Math.max(a[0], b[0]);
  const numeric_mentions = gold.numeric_mentions
    .filter(({ doc }) => doc === facts.id)
    .map((mention) => {
      const found = facts.numeric_mentions.find(({ number }) => overlaps(number.span, mention.number.span));
      const { id, span, text, number, value, range, unit, modifier, attributed_to } = mention;
      return {
        ...(found ?? {
          predicate: null,
          subject: null,
          place: null,
          period: null,
          in_headline: span[0] < 80 && !facts.title?.includes("\n") && (facts.title ?? "").includes(text),
        }),
        ...{ id, span, text, number, unit, modifier },
        value,
        range,
        ...(value === undefined ? { value: undefined } : {}),
        attributed_to: nameOf(attributed_to),
        attributed_to_entity: attributed_to,
      };
    });
  const quotes = gold.quotes
    .filter(({ doc }) => doc === facts.id)
    .map(({ id, span, text, speaker, kind }) => ({
      ...(facts.quotes.find((found) => overlaps(found.span, span)) ?? {
        kind: kind ?? "direct",
        speaker_mention: null,
        cue: null,
        via: null,
        flags: [],
      }),
      ...{ id, span, text, speaker: nameOf(speaker), speaker_entity: speaker },
    }));
  return { ...facts, numeric_mentions, quotes };
}

function membersOf(documents, gold, /** @type {{ given?: any, goldFacts?: any }} */ { given, goldFacts }) {
  const read = documents.map((document) => {
    const article = extractArticle(document.raw, { kind: "text" });
    return { document, article: { ...article, published_at: document.published_at ?? article.published_at } };
  });
  const grouping = groupDocuments(read.map(({ document: { id }, article }) => ({ ...article, id })));
  const places = grouping.assignments;
  return read.map(({ document, article }) => {
    const { id, raw } = document;
    const facts = factsOf(document, article);
    const place = given ? givenPlace(id, gold) : places.get(id);
    if (place === undefined) throw new Error(`grouping gave no answer for ${id}`);
    const edges = given ? [] : grouping.edges.filter(({ a, b }) => a === id || b === id);
    return {
      ...{
        id,
        title: article.title,
        text: raw,
        facts: goldFacts ? withGoldFacts(facts, gold) : facts,
        outlet: document.outlet ?? null,
        url: null,
      },
      ...{
        published_at: article.published_at ?? facts.publication_date,
        language: article.language,
        wire_credit: article.wire_credit ?? null,
      },
      ...{ copy: place.copy, lineage: place.lineage, role: place.role, parent: place.parent ?? null, story: place.story, edges },
    };
  });
}

function givenPlace(id, gold) {
  const { docs, original } = gold.reconciled.lineage.clusters.find((cluster) => cluster.docs.includes(id));
  const lineage = original ?? [...docs].sort()[0];
  return {
    copy: id,
    lineage,
    role: lineage === id ? "original" : "rewrite",
    parent: lineage === id ? null : lineage,
    story: "given",
  };
}

function readStory(folder) {
  if (folder.endsWith(".txt") || !existsSync(folder)) return readInvented(folder);
  const gold = readJson(join(folder, "gold.json"));
  return { gold, documents: readDocuments(folder, gold) };
}

/** @param {{ given?: any, goldFacts?: any }} [options] */
export function predict(folder, options = {}) {
  const { documents, gold } = readStory(folder);
  const members = membersOf(documents, gold, options);
  const byStory = groupBy(members);
  const stories = [...byStory].map(([story, own]) => reconcileStory(own, { story }));
  return { gold, members, stories };
}

function groupBy(members) {
  const map = new Map();
  for (const member of members) map.set(member.story, [...(map.get(member.story) ?? []), member]);
  return map;
}

function predictionOf(members, stories) {
  const flat = (pick) => members.flatMap(({ id, facts }) => pick(facts).map((item) => ({ ...item, doc: id })));
  const eventDate = (id, facts) =>
    facts.event_date ?? stories.find((story) => story.members.some((member) => member.id === id))?.event_date;
  return {
    documents: Object.fromEntries(members.map(({ id, facts }) => [id, { ...facts, event_date: eventDate(id, facts) }])),
    quotes: flat(({ quotes }) => quotes),
    numeric_mentions: flat(({ numeric_mentions }) => numeric_mentions),
    dates: flat(({ dates }) => dates),
    entities: entitiesOf(members, stories),
    reconciled: {
      claims: stories.flatMap((story) => story.claims),
      quote_groups: stories.flatMap((story) => story.quote_groups),
      lineage: { clusters: stories.flatMap((story) => story.lineage.clusters) },
    },
  };
}

/** Names as the stories join them; a form that no story lists goes where its own document puts it. */
function entitiesOf(members, stories) {
  const entities = stories.flatMap(({ names }) =>
    names.map(({ type, variants }) => ({ type, forms: new Set(variants.map(({ text }) => text)) })),
  );
  for (const entity of members.flatMap(({ facts }) => facts.entities)) {
    const forms = entity.mentions.map(({ text }) => text);
    let home = entities.find((known) => forms.some((form) => known.forms.has(form)));
    if (home === undefined) {
      home = { type: entity.type, forms: new Set() };
      entities.push(home);
    }
    for (const form of forms) if (!entities.some((known) => known.forms.has(form))) home.forms.add(form);
  }
  return entities.map(({ type, forms }) => ({ type, mentions: [...forms].map((text) => ({ text })) }));
}

const overlap = (a, b) => Math.min(a[1], b[1]) > Math.max(a[0], b[0]);

/** Value conflicts of the gold that a conflict of the record answers, and conflicts of the record that answer none. */
export function conflictsOf(gold, members, stories) {
  const mentionAt = new Map();
  for (const { id, facts } of members)
    for (const mention of facts.numeric_mentions) {
      const hit = gold.numeric_mentions.find(({ doc, number }) => doc === id && overlap(number.span, mention.number.span));
      if (hit) mentionAt.set(mention.id, hit);
    }
  const claims = new Map(stories.flatMap((story) => story.claims).map((claim) => [claim.id, claim]));
  const told = stories.flatMap((story) => story.conflicts).filter(({ kind }) => kind === "value");
  const expected = gold.reconciled.claims.filter(({ relation }) => /^conflict/.test(relation));
  const found = new Set();
  const wrong = [];
  for (const conflict of told) {
    const ids = new Set(conflict.about.flatMap((id) => claims.get(id)?.mentions ?? []).map((id) => mentionAt.get(id)?.claim));
    const hit = expected.find(({ id }) => ids.has(id));
    if (hit) found.add(hit.id);
    else wrong.push(conflict);
  }
  return { expected, found, wrong };
}

export async function scoreFolder(folder, options) {
  const { scoreSeeds } = await scorer("score-seeds");
  const { gold, members, stories } = predict(folder, options);
  return {
    story: basename(resolve(folder)),
    gold,
    members,
    stories,
    score: scoreSeeds(gold, predictionOf(members, stories)),
    conflicts: conflictsOf(gold, members, stories),
  };
}

const f1 = (tp, fp, fn) => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn));

/** One row a story and a pooled one. */
export function table(results) {
  const rows = results.map(({ story, score, conflicts }) => ({
    story,
    grouping: score.claimGrouping,
    counts: [Math.round(score.reconcile.independentAcc * score.reconcile.multiDocClaims) || 0, score.reconcile.multiDocClaims],
    conflicts: [conflicts.found.size, conflicts.expected.length],
    false: conflicts.wrong.length,
    attribution: [Math.round(score.numbers.attributionAcc * score.numbers.attributionN), score.numbers.attributionN],
    unit: [Math.round(score.numbers.unitAcc * score.numbers.tp), score.numbers.tp],
    alignment: score.quoteAlignment,
    iso: [Math.round(score.dates.isoAcc * score.dates.tp), score.dates.tp],
    speakers: [Math.round(score.quotes.speakerAcc * score.quotes.tp), score.quotes.tp + score.quotes.fn],
  }));
  const sum = (list, key) =>
    list
      .map((row) => row[key])
      .reduce((a, b) =>
        Array.isArray(a)
          ? a.map((x, i) => x + b[i])
          : typeof a === "number"
            ? a + b
            : { tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn },
      );
  const pool = (label, list) =>
    Object.fromEntries([
      ["story", label],
      ...["grouping", "counts", "conflicts", "false", "attribution", "unit", "alignment", "iso", "speakers"].map((key) => [
        key,
        sum(list, key),
      ]),
    ]);
  const others = rows.filter(({ story }) => story !== "seeds");
  const all = [
    ...rows,
    pool("all", rows),
    ...(others.length > 0 && others.length < rows.length ? [pool("all but the reference story", others)] : []),
  ];
  const cell = (value) =>
    Array.isArray(value)
      ? `${value[0]}/${value[1]}`
      : typeof value === "number"
        ? String(value)
        : `${f1(value.tp, value.fp, value.fn).toFixed(2)} (${value.tp} ${value.fp} ${value.fn})`;
  const head = Object.keys(all[0]);
  const cells = [head, ...all.map((row) => head.map((key) => (key === "story" ? row.story : cell(row[key]))))];
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  return cells
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Figures of the gold joined wrongly, parted wrongly or not found, one line each. */
export function misses({ gold, members, stories }) {
  const lines = [];
  const at = new Map();
  const claimOf = new Map(
    stories.flatMap((story) => story.claims.flatMap((claim) => claim.mentions.map((id) => [id, claim.id]))),
  );
  const used = new Set();
  for (const mention of gold.numeric_mentions) {
    const all = members.find(({ id }) => id === mention.doc).facts.numeric_mentions;
    const found = all.find((one) => !used.has(one.id) && overlap(one.number.span, mention.number.span));
    if (found) used.add(found.id);
    at.set(mention.id, found ? { found, claim: claimOf.get(found.id) } : null);
  }
  const groups = new Map();
  for (const mention of gold.numeric_mentions) groups.set(mention.claim, [...(groups.get(mention.claim) ?? []), mention]);
  const show = (mention) => {
    const hit = at.get(mention.id);
    const read = hit
      ? `${hit.claim?.slice(6, 12)} ${JSON.stringify(hit.found.range ?? hit.found.value)} ${hit.found.unit} pred=${hit.found.predicate} subj=${hit.found.subject} att=${hit.found.attributed_to} per=${hit.found.period}`
      : "NOT FOUND";
    return `    ${mention.doc} ${JSON.stringify(mention.text.slice(0, 90))} ${JSON.stringify(mention.range ?? mention.value)} ${mention.unit} -> ${read}`;
  };
  for (const [claim, mentions] of groups) {
    const own = new Set(mentions.map(({ id }) => at.get(id)?.claim));
    const intruders = gold.numeric_mentions.filter(
      (other) => other.claim !== claim && at.get(other.id) && own.has(at.get(other.id).claim),
    );
    if (own.size === 1 && intruders.length === 0 && !own.has(undefined)) continue;
    lines.push(`  ${claim}`, ...mentions.map(show), ...intruders.map((other) => `  + ${other.claim} ${show(other).trim()}`));
  }
  return lines.join("\n");
}

export async function measure() {
  const results = [];
  for (const folder of storyFolders()) results.push(await scoreFolder(folder));
  const pooled = results.reduce(
    (sum, { score: { claimGrouping: c } }) => ({ tp: sum.tp + c.tp, fp: sum.fp + c.fp, fn: sum.fn + c.fn }),
    { tp: 0, fp: 0, fn: 0 },
  );
  const counts = results.reduce(
    (sum, { score: { reconcile: r } }) => [sum[0] + Math.round(r.independentAcc * r.multiDocClaims), sum[1] + r.multiDocClaims],
    [0, 0],
  );
  const conflicts = results.reduce(
    (sum, { conflicts: c }) => [sum[0] + c.found.size, sum[1] + c.expected.length, sum[2] + c.wrong.length],
    [0, 0, 0],
  );
  return [
    figure("all stories", "claim grouping F1, pooled", f1(pooled.tp, pooled.fp, pooled.fn), 0.85),
    figure("all stories", "independent counts right", counts[0] / counts[1], 0.9),
    figure("all stories", "value conflicts found", conflicts[0] / conflicts[1], 0.7),
    figure("all stories", "false value conflicts", conflicts[2], Math.ceil(results.length / 5), "most"),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  const invented = args.includes("--invented");
  // What an invented story is made of is known, not how grouping would cut it.
  const options = { given: invented || args.includes("--given"), goldFacts: args.includes("--gold-facts") };
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  const all = invented ? inventedNames() : storyFolders();
  const folders = all.filter((folder) => wanted.length === 0 || wanted.some((word) => folder.includes(word)));
  const results = [];
  for (const folder of folders) results.push(await scoreFolder(folder, options));
  if (args.includes("--json"))
    console.log(
      JSON.stringify(
        results.map(({ story, score }) => ({ story, score })),
        null,
        1,
      ),
    );
  else console.log(table(results));
  if (args.includes("--misses"))
    for (const result of results) {
      console.log(`\n${result.story}\n${misses(result)}`);
      for (const { statement, sides } of result.conflicts.wrong)
        console.log(`  FALSE CONFLICT ${statement}: ${sides.map(({ value }) => value).join(" | ")}`);
    }
}
