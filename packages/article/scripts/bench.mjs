// node packages/article/scripts/bench.mjs <folder of pages> [pages]
import { benchClean, formatCleanBench } from "../dist/bench.js";

console.log(formatCleanBench(await benchClean({ pagesDir: process.argv[2], pagesMax: Number(process.argv[3] ?? 200) })));
