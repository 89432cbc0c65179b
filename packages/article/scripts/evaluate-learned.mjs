// What learned boilerplate wins and costs, on invented sites of fifty pages each: node packages/article/scripts/evaluate-learned.mjs [--sites 12] [--pages 50] [--show]
// A site is a template drawn from a seed: its header, rails, promos, boxes between paragraphs and lines around the body, most of them
// in elements with no telling name. What stands in them differs by page as it does on real sites: one of three promos, a list of
// teasers that moves, a counter, a date. The texts are made of word lists, so that no two articles share a sentence unless the
// template wants it to: a refrain that is reporting ("The court will sit again on Monday") is what learning may wrongly cut.
import { createMemoryRecurringLines, cutRecurringLines, documentLines, extractArticle, lineFingerprint } from "../dist/index.js";
import { generator } from "./gradient-boosting.mjs";

const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(`--${name}`) ? Number(args[args.indexOf(`--${name}`) + 1]) : fallback);
const SITES = option("sites", 12);
const PAGES = option("pages", 50);
const scorer = await import(process.env.SCORER ?? new URL("../../../../shared/tools/score-article.mjs", import.meta.url).href);

const words = (text) => text.split(" ");
const SYLLABLES = words("bra ven tol gar mer lin sal tor pel wes hol fen ox dun kel mar nor sten vik dal hag ryd lom bek");

/** Boilerplate by what it looks like: sentences and labels, none of them a stock phrase that the cleaner knows. */
const PROMOS = [
  "The Saturday paper has twelve pages on gardens and costs less than a cup of tea.",
  "Our shop sells prints of every front page since 1911, framed or rolled.",
  "Walk with our editors along the old railway on the first Sunday of the month.",
  "The evening edition reaches every house north of the river before six.",
  "Half of what a reader pays goes to the people who write, and the other half to those who print.",
  "A calendar with pictures by our readers hangs in more than four thousand kitchens.",
];
const HOUSE = [
  "This newspaper was founded by seven fishermen and belongs to those who read it.",
  "Errors are set right on page two, and the older ones are never removed.",
  "Pictures from our archive may be ordered at the counter in Bridge Street.",
  "The newsroom is staffed from five in the morning until the last train.",
];
const LABELS = [
  "Around the harbour",
  "Heard at the counter",
  "From the other side of the river",
  "In the paper tomorrow",
  "Seen and noted",
];
const REFRAINS = [
  "The court will sit again on Monday.",
  "The weather service expects rain from the west until Thursday.",
  "Nobody was hurt, the police said.",
  "The council votes on the matter next week.",
];

function siteOf(seed) {
  const random = generator(seed * 7919 + 13);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const sample = (list, n) => [...list].sort(() => random() - 0.5).slice(0, n);
  const chance = (p) => random() < p;
  const number = (from, to) => from + Math.floor(random() * (to - from + 1));
  const site = {
    host: `site${seed}.example`,
    promos: sample(PROMOS, 3),
    house: chance(0.7) ? sample(HOUSE, 2) : [],
    label: chance(0.6) ? pick(LABELS) : undefined,
    /** In the same container as the paragraphs, or in a box of its own next to them. */
    inBody: chance(0.6),
    lead: chance(0.3) ? "Reported for the readers of both banks." : undefined,
    refrain: chance(0.5) ? pick(REFRAINS) : undefined,
    cls: chance(0.5) ? ["story", "text", "rail"] : ["a1", "b2", "c3"],
  };
  // Every article has people, places and things of its own: what it is about, and what tells it from the others.
  const coin = () => Array.from({ length: number(2, 4) }, () => pick(SYLLABLES)).join("");
  const proper = () => coin().replace(/^./, (letter) => letter.toUpperCase());
  let places = [];
  let names = [];
  let things = [];
  let verbs = [];
  const topic = () => {
    places = [proper(), proper(), proper()];
    names = Array.from({ length: 5 }, () => `${proper()} ${proper()}`);
    things = Array.from({ length: 40 }, coin);
    verbs = Array.from({ length: 12 }, () => `${coin()}ed`);
  };
  const sentence = () => {
    const place = pick(places);
    const why = () => `${pick(["after", "over", "near", "since", "like"])} the ${pick(things)} of its ${pick(things)}`;
    const forms = [
      () => `The ${pick(things)} of ${place} ${pick(verbs)} the ${pick(things)} ${why()}, ${pick(names)} said.`,
      () => `In ${place} the ${pick(things)} cost ${number(3, 980)} krom, and the ${pick(things)} ${pick(verbs)} it ${why()}.`,
      () => `“We ${pick(verbs)} the ${pick(things)},” said ${pick(names)}, who runs the ${pick(things)} of ${place} ${why()}.`,
      () => `${number(2, 90)} men from ${place} saw how the ${pick(things)} ${pick(verbs)} a ${pick(things)} ${why()}.`,
    ];
    return pick(forms)();
  };
  const headline = () => `${proper()} of ${proper()} ${coin()} the ${coin()} ${coin()}`;
  const tag = (text) => `<p>${text}</p>`;
  return {
    site,
    page(n) {
      topic();
      const title = `${pick(names)} and the ${pick(things)} of ${pick(places)}`;
      const paragraphs = Array.from({ length: number(5, 12) }, () => Array.from({ length: number(1, 3) }, sentence).join(" "));
      if (site.refrain !== undefined && chance(0.25)) paragraphs.push(site.refrain);
      const teasers = (count) =>
        Array.from({ length: count }, () => `<li><a href="/${number(1, 9999)}">${headline()}</a></li>`).join("");
      const promo = chance(0.9) ? pick(site.promos) : undefined;
      const inserted = paragraphs.map(tag);
      if (site.label !== undefined && chance(0.8))
        inserted.splice(number(2, 4), 0, site.inBody ? tag(site.label) : `<div>${site.label}</div>`);
      const tail = [promo, ...site.house]
        .filter((line) => line !== undefined)
        .map(tag)
        .join("");
      const [story, text, rail] = site.cls;
      return {
        url: `https://${site.host}/${n}`,
        gold: paragraphs,
        boilerplate: [...site.promos, ...site.house, site.label, site.lead].filter(Boolean),
        html: `<!doctype html><html lang="en"><head><title>${title} - ${site.host}</title></head><body><div><a href="/">${site.host}</a><ul>${teasers(6)}</ul></div><div class="${story}"><h1>${title}</h1><div>By ${pick(names)}</div><div class="${text}">${site.lead === undefined ? "" : tag(site.lead)}${inserted.join("\n")}${site.inBody ? tail : ""}</div>${site.inBody ? "" : `<div>${tail}</div>`}<ul>${teasers(number(2, 5))}</ul></div><div class="${rail}"><ul>${teasers(8)}</ul></div><div><p>${number(3, 90)} people are reading this site now.</p></div></body></html>`,
      };
    },
  };
}

const sum = { pages: 0, before: 0, after: 0, exactBefore: 0, exactAfter: 0, kept: 0, cut: 0, lost: 0, bodyLines: 0 };
const needed = new Map();
for (let seed = 1; seed <= SITES; seed++) {
  const { site, page } = siteOf(seed);
  const pages = Array.from({ length: PAGES }, (_, n) => page(n));
  const articles = pages.map(({ html, url }) => extractArticle(html, { url, kind: "html" }));
  const lines = createMemoryRecurringLines();
  let own = { before: 0, after: 0, lost: 0, cut: 0 };
  // As documents arrive: what the first n pages taught is asked of them all.
  for (const n of new Set([5, 10, 20, PAGES])) {
    const { recurring } = await lines.learn(
      articles.slice(0, n).map((article, i) => ({ id: `${seed}-${i}`, partition: site.host, ...documentLines(article) })),
    );
    const known = new Set(recurring.flatMap((counts) => [...counts.keys()]));
    const left = articles.map((article) => cutRecurringLines(article, (print) => known.has(print)));
    const promised = pages.flatMap(({ boilerplate }, i) =>
      boilerplate.filter((line) => articles[i].text.split("\n").includes(line)),
    );
    const still = pages.flatMap(({ boilerplate }, i) => boilerplate.filter((line) => left[i].text.split("\n").includes(line)));
    const row = needed.get(n) ?? { had: 0, left: 0 };
    row.had += promised.length;
    row.left += still.length;
    needed.set(n, row);
    if (n !== PAGES) continue;
    for (const [i, { gold, boilerplate }] of pages.entries()) {
      const score = (text) => scorer.score({ x: text }, [{ id: "x", gold: gold.join("\n") }], { rouge: false }).out.aeb;
      const [a, b] = [score(articles[i].text), score(left[i].text)];
      sum.pages += 1;
      sum.before += a.f1;
      sum.after += b.f1;
      sum.exactBefore += articles[i].text === gold.join("\n") ? 1 : 0;
      sum.exactAfter += left[i].text === gold.join("\n") ? 1 : 0;
      own = { ...own, before: own.before + a.f1 / PAGES, after: own.after + b.f1 / PAGES };
      const after = new Set(left[i].text.split("\n"));
      for (const line of articles[i].text.split("\n")) {
        if (boilerplate.includes(line)) sum.kept += 1;
        else sum.bodyLines += 1;
        if (after.has(line)) continue;
        if (boilerplate.includes(line)) {
          sum.cut += 1;
          own.cut += 1;
        } else {
          sum.lost += 1;
          own.lost += 1;
          if (args.includes("--show")) console.log("  lost:", line, lineFingerprint(line));
        }
      }
    }
  }
  console.log(
    `${site.host}  F1 ${own.before.toFixed(3)} -> ${own.after.toFixed(3)}  boilerplate lines cut ${own.cut}, lines of the article lost ${own.lost}${site.refrain === undefined ? "" : ` (refrain: ${site.refrain})`}`,
  );
}
const share = (value) => (value / sum.pages).toFixed(3);
console.log(
  `${sum.pages} pages  F1 ${share(sum.before)} -> ${share(sum.after)}  exact ${share(sum.exactBefore)} -> ${share(sum.exactAfter)}  boilerplate lines ${sum.kept}, cut ${sum.cut}; lines of articles ${sum.bodyLines}, lost ${sum.lost}`,
);
for (const [n, { had, left }] of needed)
  console.log(`  after ${n} pages of a site: ${had - left} of ${had} boilerplate lines that the cleaner kept are cut`);
