import { addExamples, type DefineCommand, endWith } from "../command.ts";
import { addLineOptions, type LineOptions, readLineOptions } from "../filter-options.ts";

const RECORDS_PER_BATCH = 16;

interface ReconcileOptions extends LineOptions {
  readonly factsOut?: string;
}

export const define: DefineCommand = (command) => {
  command
    .argument("[files...]", "JSONL files or single pages (.html, .txt), .gz accepted; - or nothing reads stdin")
    .option("--facts-out <file>", "also write the facts the records were made from, one document a line");
  addLineOptions(command);
  command.addHelpText(
    "after",
    `
Reads   lines of 'wirefold extract' and 'wirefold group' in any order, joined by id; and documents, cleaned or raw, for
        which it does what is missing: clean, extract, group
Writes  one story a line, ordered by story id:
        {"story","headline","members","claims","quote_groups","propositions","conflicts","mutations","lineage",…}
        A claim's "mentions" are the ids of the figures it was made from; "independent_sources" counts lineages, not articles.
A line that fails becomes {"id","error":{"code","message"}}, before the stories; the exit code is then 1.`,
  );
  addExamples(command, [
    ["From pages to stories", "wirefold reconcile pages.jsonl > stories.jsonl"],
    [
      "The same in steps, keeping each",
      `wirefold clean pages.jsonl > articles.jsonl
wirefold group articles.jsonl > groups.jsonl
wirefold extract articles.jsonl > facts.jsonl
wirefold reconcile articles.jsonl facts.jsonl groups.jsonl > stories.jsonl`,
    ],
    [
      "What at least two independent sources say",
      "wirefold reconcile pages.jsonl | jq -r '.claims[] | select(.independent_sources >= 2) | .statement'",
    ],
  ]);
  command.action(async (files: string[], options: ReconcileOptions) => {
    const settings = await readLineOptions(options, RECORDS_PER_BATCH);
    const { reconcileFiles } = await import("../filter/reconcile-files.ts");
    endWith(
      await reconcileFiles(files, { ...settings, ...(options.factsOut === undefined ? {} : { factsOut: options.factsOut }) }),
    );
  });
};
