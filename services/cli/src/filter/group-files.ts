import { join } from "node:path";
import type { GroupInput } from "@wirefold/core";
import { type GroupProgress, groupStream } from "@wirefold/similarity";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { parseBytes } from "../format.ts";
import { type Input, inputsOf } from "../jsonl/open-input.ts";
import { checkRecord, type ErrorLine, RecordError } from "../jsonl/parse-line.ts";
import { readRecords } from "../jsonl/read-records.ts";
import { Output } from "../output.ts";
import { Progress } from "../progress.ts";
import { reportInputError } from "../report-input-error.ts";
import { assertNotEarlierError } from "./error-passthrough.ts";
import { FileSpool } from "./file-spool.ts";
import { GroupRecord } from "./input-schemas.ts";

export interface GroupOptions {
  readonly maxLine: string;
  /** Where what was read and compared is kept until the run has ended. */
  readonly spool?: string;
  readonly quiet?: boolean;
}

/**
 * `wirefold group`: every document's clusters and edges, in input order, once all documents were read. Texts lie in a
 * spool file meanwhile, so the memory holds some hundred bytes a document.
 */
export async function groupFiles(files: readonly string[], options: GroupOptions): Promise<ExitCode> {
  const reader = new GroupReader(inputsOf(files), parseBytes("--max-line", options.maxLine));
  const place = (name: string) => (options.spool === undefined ? null : join(options.spool, name));
  const spools = { documents: new FileSpool(place("documents")), edges: new FileSpool(place("edges")) };
  // A bar on a terminal only: the output itself is the sign of life in a pipe.
  const progress = new Progress({ unit: "documents", quiet: options.quiet === true || !process.stderr.isTTY });
  const output = new Output();
  let done = false;
  try {
    let row = 0;
    for await (const line of groupStream(reader.documents(), { spools, onProgress: (state) => show(progress, state) })) {
      for (const problem of reader.problemsBefore(row++)) await output.writeLine(problem);
      await output.writeLine(line);
    }
    for (const problem of reader.problemsBefore(row)) await output.writeLine(problem);
    done = true;
    return reader.failed ? EXIT.inputFailed : EXIT.ok;
  } finally {
    progress.stop();
    spools.documents.close(done);
    spools.edges.close(done);
  }
}

function show(progress: Progress, { phase, done, total }: GroupProgress): void {
  progress.setTotal(total);
  progress.update(done, phase);
}

/** Hands documents on, and remembers the error lines and where they belong. */
class GroupReader {
  readonly #inputs: readonly Input[];
  readonly #maxLineBytes: number;
  readonly #seen = new Set<string>();
  /** Error lines by how many documents stand before them. */
  readonly #problems = new Map<number, ErrorLine[]>();
  failed = false;

  constructor(inputs: readonly Input[], maxLineBytes: number) {
    this.#inputs = inputs;
    this.#maxLineBytes = maxLineBytes;
  }

  async *documents(): AsyncGenerator<GroupInput> {
    const limits = { maxLineBytes: this.#maxLineBytes, maxLines: 256, maxBytes: 256 * 1024 };
    const onInputError = (error: unknown) => {
      reportInputError(error);
      this.failed = true;
    };
    for await (const record of readRecords(this.#inputs, limits, (read) => this.#read(read), onInputError)) {
      if (record.ok) yield record.value;
      else this.#keep(record.error);
    }
  }

  problemsBefore(row: number): readonly ErrorLine[] {
    return this.#problems.get(row) ?? [];
  }

  #read(record: Record<string, unknown>): GroupInput {
    assertNotEarlierError(record);
    const document = checkRecord(GroupRecord, record);
    if (this.#seen.has(document.id)) {
      throw new RecordError("WIREFOLD_DUPLICATE_ID", `the id ${document.id} was given before; give every document its own`);
    }
    this.#seen.add(document.id);
    return document;
  }

  #keep(problem: ErrorLine): void {
    this.failed = true;
    const row = this.#seen.size;
    const problems = this.#problems.get(row);
    if (problems === undefined) this.#problems.set(row, [problem]);
    else problems.push(problem);
  }
}
