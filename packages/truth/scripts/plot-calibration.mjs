// Fuses the sets of conflicting claims and writes docs/fusion-calibration.svg and the table in docs/fusion.md: of the
// answers given with a confidence near x, what share was right? A value broader than the truth counts as right, since
// that is what the confidence says. Run after `npx tsc -b packages/truth`; needs the reference data next to the checkout
// (WIREFOLD_REFERENCE moves it).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fuseClaims } from "../dist/index.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const reference = process.env.WIREFOLD_REFERENCE ?? join(root, "..", "shared");
const sets = ["flights", "books", "heritages", "birthplaces"];
const file = (set) => join(reference, "data/facts", `fusion-${set}.jsonl`);
if (!existsSync(file(sets[0]))) {
  console.log(`skipped: ${file(sets[0])} is absent`);
  process.exit(0);
}
const { authorKeys, norm } = await import(pathToFileURL(join(reference, "tools/score-fusion.mjs")).href);

/** [confidence, right] of every answer with a known truth. */
function answersOf(set) {
  const rows = readFileSync(file(set), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const fused = fuseClaims(rows.map(({ object, property, claims }) => ({ object, property, claims })));
  return rows.flatMap((row, i) =>
    row.gold && fused[i].value !== null ? [[fused[i].confidence, isRight(set, row, fused[i].value)]] : [],
  );
}

function isRight(set, row, value) {
  if (set !== "books") return (row.goldPath ?? row.gold).map(norm).includes(norm(value));
  const [want, got] = [authorKeys(row.gold.join(";")), authorKeys(value)];
  return want.length === got.length && want.every((key) => got.includes(key));
}

const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001];
const binsOf = (answers) =>
  edges.slice(0, -1).map((from, i) => {
    const inside = answers.filter(([confidence]) => confidence >= from && confidence < edges[i + 1]);
    const mean = (pick) => inside.reduce((sum, answer) => sum + pick(answer), 0) / inside.length;
    return {
      from,
      to: Math.min(1, edges[i + 1]),
      n: inside.length,
      said: mean(([confidence]) => confidence),
      right: mean(([, right]) => Number(right)),
    };
  });
const brier = (answers) =>
  answers.reduce((sum, [confidence, right]) => sum + (confidence - Number(right)) ** 2, 0) / answers.length;
const error = (answers) =>
  binsOf(answers).reduce((sum, { n, said, right }) => sum + (n ? (n / answers.length) * Math.abs(said - right) : 0), 0);

const perSet = new Map(sets.filter((set) => existsSync(file(set))).map((set) => [set, answersOf(set)]));
// Together the largest set outweighs the others, so a table per set stands below it.
const all = [...perSet.values()].flat();

const size = 420;
const at = (x) => 50 + x * (size - 80);
const up = (y) => size - 40 - y * (size - 80);
const colours = { flights: "#1b6ca8", books: "#b3541e", heritages: "#2f7d4f", birthplaces: "#7a3e9d" };
const dots = [...perSet].flatMap(([set, answers]) =>
  binsOf(answers)
    .filter(({ n }) => n >= 5)
    .map(
      ({ n, said, right }) =>
        `<circle cx="${at(said).toFixed(1)}" cy="${up(right).toFixed(1)}" r="${Math.min(14, 3 + Math.log(n) * 1.3).toFixed(1)}" fill="${colours[set]}" fill-opacity="0.75"><title>${set}: said ${said.toFixed(2)}, right ${right.toFixed(2)}, ${n} answers</title></circle>`,
    ),
);
const ticks = [0, 0.25, 0.5, 0.75, 1];
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="12">
<title id="t">Calibration of the confidence of fused values</title>
<desc id="d">Confidence told against the share of answers that were right, for four sets of conflicting claims. The diagonal is perfect calibration.</desc>
<rect width="${size}" height="${size}" fill="#ffffff"/>
<line x1="${at(0)}" y1="${up(0)}" x2="${at(1)}" y2="${up(1)}" stroke="#999999" stroke-dasharray="4 4"/>
<path d="M${at(0)} ${up(1)}V${up(0)}H${at(1)}" fill="none" stroke="#333333"/>
${ticks.map((tick) => `<text x="${at(tick)}" y="${up(0) + 18}" text-anchor="middle">${tick}</text><text x="${at(0) - 8}" y="${up(tick) + 4}" text-anchor="end">${tick}</text>`).join("\n")}
<text x="${at(0.5)}" y="${size - 6}" text-anchor="middle">confidence told</text>
<text x="14" y="${up(0.5)}" text-anchor="middle" transform="rotate(-90 14 ${up(0.5)})">share right</text>
${dots.join("\n")}
${[...perSet.keys()].map((set, i) => `<circle cx="${at(0) + 16}" cy="${up(1) + 8 + i * 18}" r="5" fill="${colours[set]}"/><text x="${at(0) + 28}" y="${up(1) + 12 + i * 18}">${set}</text>`).join("\n")}
</svg>
`;
writeFileSync(join(root, "docs/fusion-calibration.svg"), svg);

const show = (value) => (Number.isFinite(value) ? value.toFixed(3) : "–");
const table = [
  "| confidence | answers | mean told | right |",
  "| --- | ---: | ---: | ---: |",
  ...binsOf(all).map(
    ({ from, to, n, said, right }) => `| ${from.toFixed(2)}–${to.toFixed(2)} | ${n} | ${show(said)} | ${show(right)} |`,
  ),
  "",
  "| set | answers | Brier score | mean calibration error |",
  "| --- | ---: | ---: | ---: |",
  ...[...perSet].map(([set, answers]) => `| ${set} | ${answers.length} | ${show(brier(answers))} | ${show(error(answers))} |`),
].join("\n");
const page = join(root, "docs/fusion.md");
const text = readFileSync(page, "utf8");
const [open, close] = ["<!-- calibration -->", "<!-- /calibration -->"];
writeFileSync(page, `${text.slice(0, text.indexOf(open) + open.length)}\n${table}\n${text.slice(text.indexOf(close))}`);
console.log(table);
