import { createMemoryRecurringLines } from "@wirefold/article";
import { type DocumentLines, documentIdOf, sha256 } from "@wirefold/core";
import { finishCleaning, type ReadDocument, recurringLinesOf } from "@wirefold/pipeline/clean-document";
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

/** What a page brings, and the hash of its text, which tells pages of one id apart. */
interface PageLines {
  readonly lines: DocumentLines;
  readonly textHash: string;
}

/**
 * `wirefold clean --recurring`: every article without the lines that recur over the pages of its site, in input order, once all
 * were read. The answer for a page follows from the set of pages, not from their order, and is that of `wirefold run` where ids are
 * those of its documents: ids decide which pages are counted first. Articles lie in a spool file meanwhile.
 */
export async function cleanRecurring(files: readonly string[], settings: LineSettings): Promise<ExitCode> {
  const spool = new FileSpool(null);
  try {
    const pages: (PageLines | null)[] = [];
    const exitCode = await runFilter({
      ...settings,
      setup: { filter: "read" },
      inputs: pageInputsOf(files),
      take: async ({ bytes }) => {
        for (const line of Buffer.from(bytes).toString("utf8").split("\n")) {
          if (line === "") continue;
          spool.append(Buffer.from(line));
          pages.push(pageLinesOf(JSON.parse(line) as Answer));
        }
      },
    });
    const entries = entriesOf(pages);
    const lines = createMemoryRecurringLines();
    for (let row = 0; row < entries.length; row += filedTogether) await lines.learn(present(entries, row));
    const output = new Output();
    for (let row = 0; row < entries.length; row += filedTogether) {
      const { recurring } = await lines.learn(present(entries, row));
      let next = 0;
      for (let at = row; at < Math.min(row + filedTogether, entries.length); at += 1) {
        const answer = JSON.parse(Buffer.from(spool.read(at)).toString("utf8")) as Answer;
        const counts = entries[at] === null ? undefined : recurring[next++];
        await output.writeLine("error" in answer ? answer : articleLine(answer, finishCleaning(answer, counts)));
      }
    }
    return exitCode;
  } finally {
    spool.close(true);
  }
}

/** What a page brings, or null where no site is known. */
function pageLinesOf(answer: Answer): PageLines | null {
  const lines = "error" in answer ? null : recurringLinesOf(answer);
  return "error" in answer || lines === null ? null : { lines, textHash: sha256(answer.article.text) };
}

/** One entry a page. Ids are only passed on here, so several pages may bear one: those are filed by their texts as well. */
function entriesOf(pages: readonly (PageLines | null)[]): (DocumentLines | null)[] {
  const textOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const page of pages) {
    if (page === null) continue;
    const text = textOf.get(page.lines.id);
    if (text === undefined) textOf.set(page.lines.id, page.textHash);
    else if (text !== page.textHash) shared.add(page.lines.id);
  }
  return pages.map((page) => {
    if (page === null) return null;
    const { lines, textHash } = page;
    return shared.has(lines.id) ? { ...lines, id: documentIdOf(lines.id, textHash) } : lines;
  });
}

/** The entries filed together from a row on. */
function present(entries: readonly (DocumentLines | null)[], row: number): DocumentLines[] {
  return entries.slice(row, row + filedTogether).filter((entry) => entry !== null);
}
