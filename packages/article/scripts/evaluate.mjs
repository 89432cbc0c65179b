// Scores the extractor on the development sets: node packages/article/scripts/evaluate.mjs [set…] [--per-page out.json]
import fs from "node:fs";
import { extractArticle } from "../dist/index.js";
import { bytesOf, goldOf, SETS } from "./dev-set.mjs";

const scorer = await import(process.env.SCORER ?? new URL("../../../../shared/tools/score-article.mjs", import.meta.url).href);
const args = process.argv.slice(2);
const perPage = args.includes("--per-page") ? args.splice(args.indexOf("--per-page"), 2)[1] : undefined;
const rowsOut = {};
for (const set of args.length > 0 ? args : SETS) {
  const gold = goldOf(set);
  const body = {};
  const withTitle = {};
  let cpu = 0;
  for (const row of gold) {
    const bytes = bytesOf(set, row.id);
    const started = process.cpuUsage();
    const article = extractArticle(bytes, { url: row.url });
    const used = process.cpuUsage(started);
    cpu += used.user + used.system;
    body[row.id] = article.text;
    withTitle[row.id] = `${article.title ?? ""}\n${article.text}`;
  }
  const report = (name, preds) => {
    const { out, rows } = scorer.score(preds, gold, { rouge: false });
    const f = (x) => (x === undefined ? "-" : x.toFixed(4));
    console.log(
      set.padEnd(17),
      name.padEnd(11),
      out.aeb
        ? `F1 ${f(out.aeb.f1)} P ${f(out.aeb.precision)} R ${f(out.aeb.recall)} exact ${f(out.aeb.accuracy)} tokF1 ${f(out.tokF1)}`
        : "",
      out.snip ? `snippets F1 ${f(out.snip.f1)} P ${f(out.snip.precision)} R ${f(out.snip.recall)}` : "",
      `${(cpu / 1000 / gold.length).toFixed(1)} ms/page`,
    );
    const languages = new Set(gold.map((row) => row.lang).filter(Boolean));
    for (const lang of languages) {
      const some = gold.filter((row) => row.lang === lang);
      const score = scorer.score(preds, some, { rouge: false }).out;
      console.log("   ", lang, `${some.length} pages F1 ${f(score.aeb.f1)} tokF1 ${f(score.tokF1)}`);
    }
    return rows;
  };
  rowsOut[set] = report("body", body);
  if (set === "daniel") report("title+body", withTitle);
}
if (perPage) fs.writeFileSync(perPage, JSON.stringify(rowsOut));
