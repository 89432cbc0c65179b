import { UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand, endWith } from "../command.ts";
import { addLineOptions, type LineOptions, readLineOptions, runLineFilter } from "../filter-options.ts";

/** Pages differ a hundredfold in size; few a batch keeps the workers evenly busy. */
const RECORDS_PER_BATCH = 16;

interface CleanOptions extends LineOptions {
  readonly explain?: string | true;
  readonly html?: boolean;
  readonly recurring?: boolean;
}

export const define: DefineCommand = (command) => {
  command
    .argument("[files...]", "JSONL files or single pages (.html, .txt), .gz accepted; - or nothing reads stdin")
    .option("--explain <page>", "show a page (HTML or text) with what was cut struck through and the reason next to it")
    .option("--html", "with --explain: write the view as an HTML page")
    .option("--recurring", "read everything first, and cut lines that recur over the pages of a site as well");
  addLineOptions(command);
  command.addHelpText(
    "after",
    `
Reads   {"id", "url"?, "html" | "html_path" | "text", "content_type"?}   html_path may be .gz
Writes  {"id","title","text","byline","published_at","language","site",…,"removed":[{reason,text,span}],"blocks":[{text,span}]}
A line that fails becomes {"id","error":{"code","message"}}; the rest go on, and the exit code is 1.`,
  );
  addExamples(command, [
    ["One page", "wirefold clean page.html | jq -r .text"],
    ["Pages from a list", `echo '{"id":"a","url":"https://example.org/a","html_path":"pages/a.html.gz"}' | wirefold clean`],
    ["An archive, and only the titles", "wirefold clean pages.jsonl.gz | jq -r .title"],
    ["An archive, with what its sites' pages have in common cut as well", "wirefold clean --recurring pages.jsonl.gz"],
    ["What was cut and why, in colour", "wirefold clean --explain page.html | less -R"],
    ["The same as a page to look at", "wirefold clean --explain page.html --html > view.html"],
  ]);
  command.action(async (files: string[], options: CleanOptions) => {
    if (options.explain === undefined) {
      if (options.html === true)
        throw new UsageError("--html belongs to --explain", "write: wirefold clean --explain page.html --html");
      if (options.recurring === true) {
        const { cleanRecurring } = await import("../filter/clean-recurring.ts");
        return endWith(await cleanRecurring(files, await readLineOptions(options, RECORDS_PER_BATCH)));
      }
      return runLineFilter({ filter: "clean" }, files, options, RECORDS_PER_BATCH);
    }
    if (options.recurring === true)
      throw new UsageError(
        "--recurring needs more than the one page of --explain",
        "write: wirefold clean --recurring pages.jsonl",
      );
    const { explainPage } = await import("../explain/explain-page.ts");
    return explainPage(String(options.explain), { html: options.html === true });
  });
};
