import { createMemoryRecurringLines } from "@wirefold/article";
import { type DocumentLines, documentIdOf, sha256 } from "@wirefold/core";
import { finishCleaning, type ReadDocument, recurringLinesOf } from "@wirefold/pipeline";
import type { ExitCode } from "../exit-codes.ts";
import type { LineSettings } from "../filter-options.ts";
import { pageInputsOf } from "../jsonl/open-input.ts";
import { Output } from "../output.ts";
import { articleLine } from "./clean-record.ts";
import { FileSpool } from "./file-spool.ts";
import { runFilter } from "./run-filter.ts";

/** What a worker answers: a page after the first half of cleaning, or an error line. */
type Answer = ReadDocument | { readonly error: unknown };

/** A site's lines are counted again when documents are filed, so they are filed by the thousand. */
const filedTogether = 1000;

/**
 * `wirefold clean --recurring`: every article without the lines that recur over the pages of its site, in input order, once all
 * were read. The answer for a page follows from the set of pages, not from their order. Articles lie in a spool file meanwhile.
 */
export async function cleanRecurring(files: readonly string[], settings: LineSettings): Promise<ExitCode> {
  const spool = new FileSpool(null);
  try {
    const lines = createMemoryRecurringLines();
    let waiting: DocumentLines[] = [];
    const file = async () => {
      await lines.learn(waiting);
      waiting = [];
    };
    const exitCode = await runFilter({
      ...settings,
      setup: { filter: "read" },
      inputs: pageInputsOf(files),
      take: async ({ bytes }) => {
        for (const line of Buffer.from(bytes).toString("utf8").split("\n")) {
          if (line === "") continue;
          spool.append(Buffer.from(line));
          waiting.push(...entriesOf(JSON.parse(line) as Answer));
        }
        if (waiting.length >= filedTogether) await file();
      },
    });
    await file();
    const output = new Output();
    for (let row = 0; row < spool.count; row += filedTogether) {
      const answers = Array.from({ length: Math.min(filedTogether, spool.count - row) }, (_, at) => {
        const answer = JSON.parse(Buffer.from(spool.read(row + at)).toString("utf8")) as Answer;
        return { answer, entries: entriesOf(answer) };
      });
      const { recurring } = await lines.learn(answers.flatMap(({ entries }) => entries));
      let next = 0;
      for (const { answer, entries } of answers) {
        const counts = entries.length === 0 ? undefined : recurring[next++];
        await output.writeLine("error" in answer ? answer : articleLine(answer, finishCleaning(answer, counts)));
      }
    }
    return exitCode;
  } finally {
    spool.close(true);
  }
}

/** One entry, or none where no site is known. */
function entriesOf(answer: Answer): DocumentLines[] {
  const lines = "error" in answer ? null : recurringLinesOf(answer);
  if ("error" in answer || lines === null) return [];
  // Two pages may bear one id here, which is only passed on.
  return [{ ...lines, id: documentIdOf(lines.id, sha256(answer.article.text)) }];
}
