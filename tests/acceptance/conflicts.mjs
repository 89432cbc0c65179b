/**
 * Pairs of short reports, invented: two reports of one event whose figures clash, or that only look as if they did.
 *
 *   node tests/acceptance/conflicts.mjs [FILE] [--misses] [--grouped]
 *
 * A file holds per pair three lines: `id language verdict`, the first report, the second. The verdict is `a~b` (the two values
 * told of one thing), `none` or `skip`. Printed: conflicts found, and those told where there is none.
 *
 * The two are taken as independent reports of one story. With `--grouped` the reports are pages, `headline | text`, and go through the
 * whole pipeline: what is no story, or taken for a rewrite, has no conflict.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { extractFacts } from "@wirefold/facts";
import { runInMemory } from "@wirefold/pipeline";
import { reconcileStory } from "@wirefold/stories";

function readPairs(file) {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const pairs = [];
  for (let i = 0; i + 2 < lines.length; i += 3) {
    const [id, language, verdict] = lines[i].split(" ");
    pairs.push({ id, language, verdict, texts: [lines[i + 1], lines[i + 2]] });
  }
  return pairs;
}

function recordOf({ id, language, texts }) {
  const members = texts.map((text, i) => {
    const name = `${id}-${"ab"[i]}`;
    const published_at = "2033-05-10";
    const facts = extractFacts({
      id: name,
      title: null,
      published_at,
      language,
      byline: [],
      wire_credit: null,
      text,
      excluded: [],
    });
    const own = { copy: name, lineage: name, role: "original", parent: null, story: id, edges: [] };
    return { id: name, title: null, text, facts, outlet: name, url: null, published_at, language, wire_credit: null, ...own };
  });
  return { members, record: reconcileStory(members, { story: id }) };
}

async function groupedRecordOf({ id, texts }) {
  const documents = texts.map((report, i) => {
    const [headline = "", text = ""] = report.split(" | ");
    const paragraphs = text.split(/(?<=\.) (?=[A-Z])/).map((paragraph) => `<p>${paragraph}</p>`);
    // The one pair that is an update: its first report is the later one.
    const published_at = id === "update" ? `2033-05-${10 - i}` : "2033-05-10";
    return {
      id: `${id}-${"ab"[i]}`,
      body: `<html><body><article><h1>${headline}</h1>${paragraphs.join("\n")}</article></body></html>`,
      hints: { outlet: `Outlet ${i}`, published_at },
    };
  });
  const { stories } = await runInMemory(documents);
  return { members: [], record: { conflicts: stories.flatMap(({ conflicts }) => conflicts), possible_conflicts: [] } };
}

const own = fileURLToPath(new URL("./conflict-pairs.txt", import.meta.url));
const file = process.argv.slice(2).find((arg) => !arg.startsWith("--")) ?? own;
const isGrouped = process.argv.includes("--grouped");
const isShown = process.argv.includes("--misses");
let [found, expected, wrong, traps] = [0, 0, 0, 0];
for (const pair of readPairs(file)) {
  if (pair.verdict === "skip") continue;
  const { members, record } = isGrouped ? await groupedRecordOf(pair) : recordOf(pair);
  const told = record.conflicts.filter(({ kind }) => kind === "value" || kind === "direction");
  const isConflict = pair.verdict !== "none";
  if (isConflict) expected++;
  else traps++;
  const sides = told.map((conflict) => conflict.sides.map(({ value }) => value).join(" ~ "));
  const right = isConflict && told.length > 0 ? 1 : 0;
  found += right;
  const extra = told.length - right;
  wrong += extra;
  if (isShown && (extra > 0 || right !== Number(isConflict))) {
    console.log(
      `${pair.id} ${pair.verdict}: ${sides.join(" | ") || "nothing told"}; possible ${record.possible_conflicts?.length ?? 0}`,
    );
    for (const { text, facts } of members)
      console.log(
        `    ${text}\n      ${facts.numeric_mentions.map((m) => `${m.number.text}=${m.range ?? m.value} ${m.unit} [${m.subject}|${m.predicate}|${m.place ?? ""}|${m.attributed_to ?? ""}]`).join("; ")}`,
      );
  }
}
console.log(`conflicts found ${found} of ${expected}; told falsely ${wrong} in ${expected + traps} pairs`);
