/**
 * The five documents about one event: clean, group, extract and reconcile as the filters do it, against the gold facts
 * and the gold record. Run alone it prints the scorer's whole answer, missed items included.
 */
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { figure, filter, isPresent, readJson, readText, scorer, seeds } from "./filters.mjs";

export const name = "seeds";
export const needs = seeds("gold.json");

/** The prediction in the shape of the gold, assembled from the filters' output alone. */
export async function predictSeeds() {
  const documents = readdirSync(seeds("."))
    .filter((file) => file.endsWith(".txt"))
    .map((file) => ({ id: file.slice(0, 3), raw: readText(seeds(file)) }));
  const articles = await filter(
    ["clean"],
    documents.map(({ id, raw }) => ({ id, text: raw })),
  );
  const groups = await filter(["group"], articles);
  const facts = await filter(["extract"], documents);
  const texts = documents.map(({ id, raw }) => ({ id, text: raw }));
  const stories = await filter(["reconcile"], [...texts, ...facts, ...groups]);
  const direct = await filter(["reconcile"], texts);
  return { articles, groups, facts, stories, direct, prediction: predictionOf(facts, stories) };
}

function predictionOf(facts, stories) {
  const flat = (pick) => facts.flatMap((document) => pick(document).map((item) => ({ ...item, doc: document.id })));
  const reconciled = {
    claims: stories.flatMap((story) => story.claims),
    quote_groups: stories.flatMap((story) => story.quote_groups),
    lineage: { clusters: stories.flatMap((story) => story.lineage.clusters) },
  };
  // A document without a date of its own reports the event its story dates.
  const eventDateOf = ({ id, event_date }) =>
    event_date ?? stories.find(({ members }) => members.some((member) => member.id === id))?.event_date;
  return {
    documents: Object.fromEntries(facts.map((document) => [document.id, { ...document, event_date: eventDateOf(document) }])),
    quotes: flat(({ quotes }) => quotes),
    numeric_mentions: flat(({ numeric_mentions }) => numeric_mentions),
    dates: flat(({ dates }) => dates),
    entities: entitiesOf(facts, stories),
    reconciled,
  };
}

/** Names as the story joins them; a form it does not list goes where its document's own entity has another form. */
function entitiesOf(facts, stories) {
  const entities = stories.flatMap(({ names }) =>
    names.map(({ type, variants }) => ({ type, forms: new Set(variants.map(({ text }) => text)) })),
  );
  for (const entity of facts.flatMap((document) => document.entities)) {
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

/** Boilerplate lines that are gone, and body lines that are still there. The headline is neither. */
function lineCounts(articles, gold) {
  const kinds = readJson(seeds("boilerplate-lines.json"));
  /** @type {{ boilerplate: number, cut: number, body: number, kept: number, missed: string[] }} */
  const counts = { boilerplate: 0, cut: 0, body: 0, kept: 0, missed: [] };
  for (const [file, boilerplate] of Object.entries(kinds)) {
    const id = file.slice(0, 3);
    const left = linesOf(articles.find((article) => article.id === id)?.text ?? "");
    let seenTitle = false;
    readText(seeds(`${file}.txt`))
      .split("\n")
      .forEach((text, index) => {
        const line = text.trim();
        if (line === "") return;
        const kind = boilerplate[index + 1];
        if (kind !== undefined) {
          counts.boilerplate++;
          if (left.has(line)) counts.missed.push(`${id}:${index + 1} ${kind} kept`);
          else counts.cut++;
        } else if (!seenTitle && line === gold.documents[id].title) seenTitle = true;
        else {
          counts.body++;
          if (left.has(line)) counts.kept++;
          else counts.missed.push(`${id}:${index + 1} body lost`);
        }
      });
  }
  return counts;
}

function linesOf(text) {
  return new Set(text.split("\n").map((line) => line.trim()));
}

export async function scoreSeedsRun() {
  const { scoreSeeds } = await scorer("score-seeds");
  const gold = readJson(needs);
  const run = await predictSeeds();
  return { run, gold, lines: lineCounts(run.articles, gold), result: scoreSeeds(gold, run.prediction) };
}

export async function measure() {
  const { run, lines, result } = await scoreSeedsRun();
  const sizes = (run.direct[0]?.lineage.clusters ?? []).map(({ docs }) => docs.length).sort((a, b) => b - a);
  return [
    figure("lines", "boilerplate cut (of 56)", lines.cut, 54),
    figure("lines", "body lost (of 102)", lines.body - lines.kept, 0, "most"),
    figure("stories", "stories from raw text", run.direct.length, 1, "most"),
    figure("stories", "lineages 3+1+1", Number(sizes.join() === "3,1,1"), 1),
    figure("documents", "fields right", result.documents.accuracy),
    figure("quotes", "F1", result.quotes.f1, 0.98),
    figure("quotes", "right speaker, end to end", result.quotes.speakerEndToEnd, 0.9),
    figure("numbers", "F1", result.numbers.f1, 0.95),
    figure("numbers", "value right", result.numbers.valueAcc),
    figure("numbers", "modifier right", result.numbers.modifierAcc, 0.97),
    figure("numbers", "unit right", result.numbers.unitAcc),
    figure("numbers", "attribution right", result.numbers.attributionAcc, 0.85),
    figure("numbers", "noise taken for figures", result.numbers.noiseHits.length, 0, "most"),
    figure("dates", "F1", result.dates.f1),
    figure("dates", "ISO right", result.dates.isoAcc),
    figure("names", "variants joined, F1", result.nameVariants.f1),
    figure("claims", "grouping F1", result.claimGrouping.f1, 0.9),
    figure("claims", "canonical value", result.reconcile.canonicalAcc),
    figure(
      "claims",
      "independent count (of 26)",
      Math.round(result.reconcile.independentAcc * result.reconcile.multiDocClaims),
      25,
    ),
    figure("claims", "independent count, strict", result.reconcile.independentStrict),
    figure("claims", "agree or conflict", result.reconcile.agreeConflictAcc),
    figure("quotes", "alignment F1", result.quoteAlignment.f1, 0.95),
    figure("lineage", "pairs right", result.lineage.pairAccuracy, 1),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!isPresent(needs)) {
    console.log(`skipped: ${needs} is absent`);
  } else {
    const { lines, result } = await scoreSeedsRun();
    console.log(JSON.stringify({ lines, ...result }, null, 1));
  }
}
