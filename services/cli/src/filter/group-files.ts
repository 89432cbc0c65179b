import type { Edge, GroupAssignment, GroupInput } from "@wirefold/core";
import { groupDocuments } from "@wirefold/likeness";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { parseBytes } from "../format.ts";
import { inputsOf } from "../jsonl/open-input.ts";
import { checkRecord, type ErrorLine, RecordError } from "../jsonl/parse-line.ts";
import { readRecords } from "../jsonl/read-records.ts";
import { Output } from "../output.ts";
import { reportInputError } from "../report-input-error.ts";
import { assertNotEarlierError } from "./error-passthrough.ts";
import { GroupRecord } from "./input-schemas.ts";

/** What `wirefold group` writes for a document. `a` in an edge's evidence is the document with the smaller id. */
export interface GroupedLine extends GroupAssignment {
  readonly edges: readonly GroupedEdge[];
}
export interface GroupedEdge extends Pick<Edge, "kind" | "score" | "direction" | "evidence"> {
  readonly to: string;
}

/** `wirefold group`: every document's clusters and edges, in input order, once all documents were read. */
export async function groupFiles(files: readonly string[], options: { maxLine: string }): Promise<ExitCode> {
  let failed = false;
  const documents = new Map<string, GroupInput>();
  /** One entry a line: the document's id, or its error. */
  const lines: (string | ErrorLine)[] = [];
  const limits = { maxLineBytes: parseBytes("--max-line", options.maxLine), maxLines: 256, maxBytes: 256 * 1024 };
  const readDocument = (record: Record<string, unknown>): GroupInput => {
    assertNotEarlierError(record);
    const document = checkRecord(GroupRecord, record);
    if (documents.has(document.id)) {
      throw new RecordError("WIREFOLD_DUPLICATE_ID", `the id ${document.id} was given before; give every document its own`);
    }
    documents.set(document.id, document);
    return document;
  };
  const onInputError = (error: unknown) => {
    reportInputError(error);
    failed = true;
  };
  for await (const record of readRecords(inputsOf(files), limits, readDocument, onInputError)) {
    lines.push(record.ok ? record.value.id : record.error);
    if (!record.ok) failed = true;
  }
  const { assignments, edges } = groupDocuments(documents.values());
  const edgesOf = edgesByDocument(edges);
  const output = new Output();
  for (const line of lines) {
    await output.writeLine(typeof line === "string" ? groupedLine(assignments.get(line)!, edgesOf.get(line) ?? []) : line);
  }
  return failed ? EXIT.inputFailed : EXIT.ok;
}

export function groupedLine(assignment: GroupAssignment, edges: readonly GroupedEdge[]): GroupedLine {
  const { id, copy, lineage, story, role, parent } = assignment;
  return { id, copy, lineage, story, role, parent, edges };
}

export function edgesByDocument(edges: readonly Edge[]): Map<string, GroupedEdge[]> {
  const byDocument = new Map<string, GroupedEdge[]>();
  const add = (id: string, to: string, { kind, score, direction, evidence }: Edge) => {
    const list = byDocument.get(id);
    const edge = { to, kind, score, direction, evidence };
    if (list === undefined) byDocument.set(id, [edge]);
    else list.push(edge);
  };
  for (const edge of edges) {
    add(edge.a, edge.b, edge);
    add(edge.b, edge.a, edge);
  }
  for (const list of byDocument.values()) list.sort((x, y) => (x.to < y.to ? -1 : 1));
  return byDocument;
}
