import { addExamples, type DefineCommand } from "../command.ts";
import type { Comparison, StoryChange } from "../compare/compare-records.ts";
import { counted, formatCount } from "../format.ts";
import { formatTable } from "../table.ts";

/** Stories, and changes of one, that are printed. */
const STORIES_SHOWN = 40;
const CHANGES_SHOWN = 12;
const CLIP = 160;

export const define: DefineCommand = (command) => {
  command
    .argument("<before>", "records as JSONL, .gz accepted: of 'wirefold export --format jsonl' or 'wirefold run --json'")
    .argument("<after>", "records of the same documents, of another run or release")
    .option("--json", "print one JSON object with every difference");
  command.addHelpText(
    "after",
    `
A story is compared with the one that holds most of its documents. Told are documents that came, went or stand in another story or lineage,
headlines, titles, dates, claims with their numbers of independent sources, conflicts and quotations.`,
  );
  addExamples(command, [
    [
      "What did reprocessing change?",
      "wirefold export --format jsonl --out before.jsonl   # then reprocess, drain, export again: after.jsonl",
    ],
    ["And told", "wirefold compare before.jsonl after.jsonl"],
  ]);
  command.action(async (before: string, after: string, options: { json?: boolean }) => {
    const { compareRecords } = await import("../compare/compare-records.ts");
    const { readDigests } = await import("../compare/read-digests.ts");
    const found = compareRecords(await readDigests(before), await readDigests(after));
    process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : render(found));
  });
};

function render({ stories, documents, fields, changed }: Comparison): string {
  const lines = [
    `${counted(stories.before, "story")} before, ${formatCount(stories.after)} after: ${formatCount(stories.same)} the same`,
    `${counted(documents.before, "document")} before, ${formatCount(documents.after)} after: ${formatCount(documents.gone)} gone, ${formatCount(documents.new)} new`,
  ];
  if (changed.length > 0) {
    const rows = Object.entries(fields).sort((a, b) => b[1] - a[1]);
    lines.push("", formatTable(["what", "changes"], rows), "", ...changed.slice(0, STORIES_SHOWN).flatMap(linesOf));
  }
  if (changed.length > STORIES_SHOWN)
    lines.push(`… ${formatCount(changed.length - STORIES_SHOWN)} more stories; --json prints all`);
  return `${lines.join("\n")}\n`;
}

function linesOf({ before, after, headline, changes }: StoryChange): string[] {
  const where =
    before === null ? `new ${after}` : after === null ? `gone ${before}` : before === after ? before : `${before} -> ${after}`;
  const shown = changes
    .slice(0, CHANGES_SHOWN)
    .flatMap(({ field, before: was, after: is }) => [
      ...(was === "" ? [] : [`  - ${field}: ${clip(was)}`]),
      ...(is === "" ? [] : [`  + ${field}: ${clip(is)}`]),
    ]);
  const more = changes.length > CHANGES_SHOWN ? [`  … ${formatCount(changes.length - CHANGES_SHOWN)} more`] : [];
  return [`${where}  ${headline ?? "Untitled"}`, ...shown, ...more];
}

const clip = (text: string): string => (text.length > CLIP ? `${text.slice(0, CLIP - 1)}…` : text);
