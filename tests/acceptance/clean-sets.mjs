/** Article bodies of real pages against their gold text: n4k, WCXB, daniel (five languages), trafilatura's snippets. */
import { data, figure, filter, isPresent, readLines, scorer } from "./filters.mjs";

const GOALS = { n4k: 0.93, "wcxb-dev": 0.96, daniel: 0.92, "trafilatura-snip": 0.93 };

export const name = "clean";
export const needs = data("clean");

export async function measure() {
  const { score } = await scorer("score-article");
  const rows = [];
  for (const [set, goal] of Object.entries(GOALS)) {
    const folder = data(`clean/${set}`);
    if (!isPresent(folder)) continue;
    const gold = readLines(`${folder}/gold.jsonl`);
    const pages = gold.map(({ id, url }) => ({ id, url, html_path: `${folder}/${id}.html.gz` }));
    const articles = await filter(["clean"], pages);
    // The gold of daniel begins with the headline.
    const textOf = ({ title, text }) => (set === "daniel" && title !== null ? `${title}\n${text}` : text);
    const { out } = score(Object.fromEntries(articles.map((article) => [article.id, textOf(article)])), gold, { rouge: false });
    if (out.aeb) {
      rows.push(figure(set, "body F1 (shingles)", out.aeb.f1, goal));
      rows.push(
        figure(set, "precision", out.aeb.precision),
        figure(set, "recall", out.aeb.recall),
        figure(set, "word F1", out.tokF1),
      );
      if (set === "daniel")
        for (const lang of new Set(gold.map((page) => page.lang))) rows.push(languageRow(score, articles, gold, lang, textOf));
    }
    if (out.snip) rows.push(figure(set, "snippet F1", out.snip.f1, out.aeb ? null : goal));
    rows.push(...metadataRows(set, articles, gold));
  }
  return rows;
}

function languageRow(score, articles, gold, lang, textOf) {
  const preds = Object.fromEntries(articles.map((article) => [article.id, textOf(article)]));
  const { out } = score(
    preds,
    gold.filter((page) => page.lang === lang),
    { rouge: false },
  );
  return figure(`daniel ${lang}`, "body F1 (shingles)", out.aeb.f1);
}

/** Titles and dates, where the gold has them: the share that is right. */
function metadataRows(set, articles, gold) {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const flat = (text) =>
    (text ?? "")
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const share = (measure, pages, isRight) =>
    pages.length === 0
      ? []
      : [figure(set, measure, pages.filter((page) => isRight(byId.get(page.id) ?? {}, page)).length / pages.length)];
  return [
    ...share(
      "title right",
      gold.filter(({ title }) => title),
      (article, { title }) => flat(article.title) === flat(title),
    ),
    ...share(
      "date right",
      gold.filter(({ date }) => /^\d{4}-\d\d-\d\d/.test(date ?? "")),
      (article, { date }) => (article.published_at ?? "").slice(0, 10) === date.slice(0, 10),
    ),
  ];
}
