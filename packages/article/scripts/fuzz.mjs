// Mutates development pages and cleans them: no crash, none over 2 s of CPU time, none that needs over 200 MB.
//   node --expose-gc packages/article/scripts/fuzz.mjs [count] [seed]
import fs from "node:fs";
import { ArticleTooLargeError, extractArticle, NotTextError } from "../dist/index.js";
import { bytesOf, goldOf, SETS } from "./dev-set.mjs";
import { generator } from "./gradient-boosting.mjs";
import { mutate } from "./mutate.mjs";

const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
const random = generator(seed);
const pages = SETS.flatMap((set) => goldOf(set).map((row) => [set, row.id]));
let slowest = 0;
let largest = 0;
let refused = 0;
const failures = [];
for (let i = 0; i < count; i++) {
  const [set, id] = pages[Math.floor(random() * pages.length)];
  const [otherSet, otherId] = pages[Math.floor(random() * pages.length)];
  const input = mutate(bytesOf(set, id), bytesOf(otherSet, otherId), random);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = process.cpuUsage();
  try {
    const article = extractArticle(input, { url: "https://news.example/a" });
    for (const one of [...article.blocks, ...article.removed])
      if (one.span && !(one.span[0] <= one.span[1])) throw new Error("span");
  } catch (error) {
    if (error instanceof ArticleTooLargeError || error instanceof NotTextError) refused += 1;
    else failures.push([set, id, i, String(error?.stack ?? error)]);
  }
  // CPU time, so that a busy machine does not count against the page.
  const used = process.cpuUsage(start);
  const ms = (used.user + used.system) / 1000;
  if (process.env.SAVE_SLOW && ms > Number(process.env.SAVE_SLOW))
    fs.writeFileSync(`${process.env.SLOW_DIR ?? "."}/slow-${i}-${ms.toFixed(0)}.html`, input);
  const after = process.memoryUsage();
  const mb = (after.heapUsed + after.external - before.heapUsed - before.external) / 1048576;
  if (ms > 2000 || mb > 200) failures.push([set, id, i, `${ms.toFixed(0)} ms, ${mb.toFixed(0)} MB, ${input.length} bytes`]);
  slowest = Math.max(slowest, ms);
  largest = Math.max(largest, mb);
  if ((i + 1) % 1000 === 0)
    console.log(
      `${i + 1}: slowest ${slowest.toFixed(0)} ms, largest ${largest.toFixed(0)} MB, ${refused} refused, ${failures.length} failures`,
    );
}
for (const failure of failures.slice(0, 20)) console.log(...failure);
console.log(
  `${count} mutated pages: ${failures.length} failures, slowest ${slowest.toFixed(0)} ms, largest growth ${largest.toFixed(0)} MB, ${refused} refused, peak RSS ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
