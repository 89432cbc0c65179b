// Title, date and authors against the development golds: node packages/article/scripts/evaluate-metadata.mjs [--show n]
import { extractArticle } from "../dist/index.js";
import { bytesOf, goldOf } from "./dev-set.mjs";

const show = process.argv.includes("--show") ? Number(process.argv[process.argv.indexOf("--show") + 1]) : 0;
const fold = (text) =>
  (text ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
for (const set of ["n4k", "wcxb-dev", "trafilatura-snip"]) {
  const count = { title: [0, 0], date: [0, 0], authors: [0, 0] };
  const misses = { title: [], date: [], authors: [] };
  for (const row of goldOf(set)) {
    const article = extractArticle(bytesOf(set, row.id), { url: row.url });
    const check = (field, gold, ok, got) => {
      if (!gold) return;
      count[field][1] += 1;
      if (ok) count[field][0] += 1;
      else
        misses[field].push([
          row.url?.slice(0, 70),
          gold,
          got,
          article.evidence.find((e) => e.field === { title: "title", date: "published_at", authors: "byline" }[field])?.source,
        ]);
    };
    check("title", row.title, fold(article.title) === fold(row.title), article.title);
    check("date", row.date, article.published_at?.startsWith(String(row.date).slice(0, 10)), article.published_at);
    const authors = row.authors ?? row.author;
    const wanted = fold(Array.isArray(authors) ? authors.join(" ") : authors);
    check(
      "authors",
      wanted,
      wanted.split(" ").every((word) => fold(article.byline.join(" ")).includes(word)),
      article.byline,
    );
  }
  console.log(
    set,
    Object.entries(count)
      .map(([field, [hits, all]]) => `${field} ${hits}/${all} = ${(hits / all).toFixed(3)}`)
      .join("  "),
  );
  for (const field of Object.keys(misses))
    for (const miss of misses[field].slice(0, show)) console.log("  ", field, JSON.stringify(miss));
}
