/**
 * What the scorer counts as wrong in a story, one line each, by kind: speakers, quotes, attribution, units, dates, figures.
 *
 *   node tests/acceptance/story-misses.mjs [story ...] [--of speakers,attribution] [--invented]
 */
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { scorer } from "./filters.mjs";
import { inventedNames } from "./invented-stories.mjs";
import { predict, storyFolders } from "./stories.mjs";

const overlap = (a, b) => Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
const share = (a, b) => Math.max(0, overlap(a, b)) / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
const short = (text, most = 140) => JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text);

const { nameMatch } = await scorer("score-quotes");

/** Names as the scorer compares them: any form of the gold's entity. */
function sameName(gold, found, id) {
  const entity = gold.entities[id];
  const forms = entity ? [entity.canonical, ...Object.values(entity.variants).flat()] : [id];
  return found === id || (found != null && id != null && forms.some((form) => form === found || nameMatch(String(found), form)));
}

/** Each thing of the gold with the thing found at its place, and the found things that no gold answers. */
function pairUp(gold, found, spanOf, enough) {
  const left = new Set(found);
  const pairs = gold.map((wanted) => {
    let best = null;
    for (const one of left)
      if (one.doc === wanted.doc && enough(spanOf(one), spanOf(wanted)))
        if (!best || share(spanOf(one), spanOf(wanted)) > share(spanOf(best), spanOf(wanted))) best = one;
    if (best) left.delete(best);
    return { wanted, best };
  });
  return { pairs, left: [...left] };
}

function missesByKind({ gold, members }) {
  const flat = (pick) => members.flatMap(({ id, facts }) => pick(facts).map((item) => ({ ...item, doc: id })));
  const text = new Map(members.map(({ id, text }) => [id, text]));
  const around = (doc, [from, to], before = 110, after = 110) =>
    short(
      text.get(doc).slice(Math.max(0, from - before), from) +
        "⟦" +
        text.get(doc).slice(from, to) +
        "⟧" +
        text.get(doc).slice(to, to + after),
      700,
    );
  const nameOf = (id) => (id === null ? null : (gold.entities[id]?.canonical ?? id));
  /** @type {Record<"speakers" | "quotes" | "attribution" | "units" | "dates" | "figures", string[]>} */
  const out = { speakers: [], quotes: [], attribution: [], units: [], dates: [], figures: [] };

  const quotes = pairUp(
    gold.quotes,
    flat((facts) => facts.quotes),
    (one) => one.span,
    (a, b) => share(a, b) >= 0.5,
  );
  for (const { wanted, best } of quotes.pairs)
    if (!best) out.quotes.push(`${wanted.doc} NOT FOUND ${around(wanted.doc, wanted.span)}`);
    else if (!sameName(gold, best.speaker, wanted.speaker))
      out.speakers.push(
        `${wanted.doc} want ${nameOf(wanted.speaker)} got ${best.speaker}: ${around(wanted.doc, wanted.span, 200, 120)}`,
      );
  for (const extra of quotes.left) out.quotes.push(`${extra.doc} EXTRA (${extra.speaker}) ${around(extra.doc, extra.span)}`);

  const figures = pairUp(
    gold.numeric_mentions,
    flat((facts) => facts.numeric_mentions),
    (one) => one.number.span,
    (a, b) => overlap(a, b) > 0,
  );
  for (const { wanted, best } of figures.pairs) {
    const place = around(wanted.doc, wanted.number.span);
    if (!best) {
      out.figures.push(`${wanted.doc} NOT FOUND ${place}`);
      continue;
    }
    if (wanted.unit !== null && best.unit !== wanted.unit)
      out.units.push(`${wanted.doc} want ${wanted.unit} got ${best.unit}: ${place}`);
    if (wanted.attributed_to && !sameName(gold, best.attributed_to, wanted.attributed_to))
      out.attribution.push(
        `${wanted.doc} want ${nameOf(wanted.attributed_to)} got ${best.attributed_to}: ${around(wanted.doc, wanted.number.span, 260, 160)}`,
      );
    if (!wanted.attributed_to && best.attributed_to && Object.keys(gold.entities).length > 0)
      out.attribution.push(
        `${wanted.doc} want nobody got ${best.attributed_to}: ${around(wanted.doc, wanted.number.span, 200, 110)}`,
      );
  }
  for (const extra of figures.left)
    out.figures.push(`${extra.doc} EXTRA ${extra.value} ${extra.unit} ${around(extra.doc, extra.number.span)}`);

  const dates = pairUp(
    gold.dates,
    flat((facts) => facts.dates),
    (one) => one.span,
    (a, b) => overlap(a, b) > 0,
  );
  for (const { wanted, best } of dates.pairs) {
    if (!best) out.dates.push(`${wanted.doc} NOT FOUND ${wanted.iso} ${around(wanted.doc, wanted.span, 60, 60)}`);
    else if (best.iso !== wanted.iso)
      out.dates.push(`${wanted.doc} want ${wanted.iso} got ${best.iso}: ${around(wanted.doc, wanted.span, 60, 60)}`);
  }
  for (const extra of dates.left) out.dates.push(`${extra.doc} EXTRA ${extra.iso} ${around(extra.doc, extra.span, 60, 60)}`);
  return out;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  const at = args.indexOf("--of");
  const kinds = at < 0 ? null : (args[at + 1] ?? "").split(",");
  const wanted = args.filter((arg, index) => !arg.startsWith("--") && (at < 0 || index !== at + 1));
  const invented = args.includes("--invented");
  for (const folder of invented ? inventedNames() : storyFolders()) {
    if (wanted.length > 0 && !wanted.some((word) => folder.includes(word))) continue;
    const found = missesByKind(predict(folder, { given: invented }));
    for (const [kind, lines] of Object.entries(found)) {
      if (kinds && !kinds.includes(kind)) continue;
      console.log(`\n## ${basename(folder)} ${kind}: ${lines.length}`);
      for (const line of lines) console.log(line);
    }
  }
}
