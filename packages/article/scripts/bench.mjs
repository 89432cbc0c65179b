// Speed and memory beside other extractors, each in a process of its own; prints how many times ours is each of them.
//   node packages/article/scripts/bench.mjs <folder or page>... [--kb 120-260] [--pages 60] [--with tree,readability,defuddle] [--rounds 6]
import { parseArgs } from "node:util";
import { benchClean, CONTESTANTS, formatCleanBench } from "../dist/bench.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kb: { type: "string" }, pages: { type: "string" }, with: { type: "string" }, rounds: { type: "string" } },
});
const names = (values.with ?? "tree,readability").split(",");
const [least = 0, most = Number.MAX_SAFE_INTEGER] = (values.kb ?? "").split("-").filter(Boolean).map(Number);
const rows = await benchClean({
  pagesDir: positionals,
  pagesMax: Number(values.pages ?? 200),
  rounds: Number(values.rounds ?? 6),
  contestants: CONTESTANTS.filter((name) => name === "wirefold" || names.some((part) => name.includes(part))),
  kilobytes: [least, most],
});
console.log(formatCleanBench(rows));
