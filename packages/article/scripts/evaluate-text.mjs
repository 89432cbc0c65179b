// The five plain texts: which boilerplate lines are cut, which body lines are lost.
//   node packages/article/scripts/evaluate-text.mjs [--show]
import fs from "node:fs";
import path from "node:path";
import { extractArticle } from "../dist/index.js";

const seeds = process.env.SEEDS ?? new URL("../../../../shared/seeds/", import.meta.url).pathname;
const labels = JSON.parse(fs.readFileSync(path.join(seeds, "boilerplate-lines.json"), "utf8"));
const show = process.argv.includes("--show");
let cut = 0;
let all = 0;
let lost = 0;
let body = 0;
for (const [name, lines] of Object.entries(labels)) {
  const input = fs.readFileSync(path.join(seeds, `${name}.txt`), "utf8");
  const article = extractArticle(input, { kind: "text" });
  const lineAt = (offset) => input.slice(0, offset).split("\n").length;
  const removed = new Map(article.removed.map((one) => [lineAt(one.span?.[0] ?? 0), one]));
  const text = input.split("\n");
  let titleSeen = false;
  text.forEach((line, i) => {
    if (line.trim() === "") return;
    const number = i + 1;
    const gone = removed.get(number);
    if (lines[number]) {
      all += 1;
      if (gone) cut += 1;
      else console.log(`${name}:${number} KEPT (${lines[number]}): ${line.slice(0, 100)}`);
    } else if (gone?.reason === "headline" && !titleSeen) titleSeen = true;
    else {
      body += 1;
      if (gone) {
        lost += 1;
        console.log(`${name}:${number} LOST as ${gone.reason}: ${line.slice(0, 100)}`);
      }
    }
    if (show && gone) console.log(`    ${name}:${number} ${gone.reason}: ${line.slice(0, 80)}`);
  });
  console.log(
    name,
    JSON.stringify({
      title: article.title,
      published_at: article.published_at,
      byline: article.byline,
      wire: article.wire_credit,
      photo: article.photo_credit,
      language: article.language,
    }),
  );
  if (show) console.log(JSON.stringify(article.evidence));
  for (const one of [...article.blocks, ...article.removed])
    if (input.slice(...(one.span ?? [0, 0])) !== one.text) throw new Error("span");
}
console.log(`${cut} of ${all} boilerplate lines cut, ${lost} of ${body} body lines lost`);
