import { createWriteStream } from "node:fs";
import {
  type DocumentMetadata,
  type Edge,
  type Facts,
  type GroupAssignment,
  type GroupInput,
  mustGet,
  type StoryRecord,
} from "@wirefold/core";
import { memberOf, reconcileMembers, reconcileWithoutTexts, type StoryMemberInput } from "@wirefold/pipeline/reconcile-members";
import { type GroupedEdge, groupStream } from "@wirefold/similarity";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { LineSettings } from "../filter-options.ts";
import { fileError, pageInputsOf } from "../jsonl/open-input.ts";
import type { ErrorLine } from "../jsonl/parse-line.ts";
import { Output } from "../output.ts";
import { FileSpool } from "./file-spool.ts";
import { NO_ARTICLE, type Prepared, type PreparedDocument } from "./prepared-record.ts";
import { runFilter } from "./run-filter.ts";
import type { BatchResult } from "./run-lines.ts";
import { sparseText } from "./sparse-text.ts";
import { SpillStore } from "./spill-store.ts";

export interface ReconcileRun extends LineSettings {
  /** Where to write the facts the records were made from, one line a document. */
  readonly factsOut?: string;
}

/**
 * `wirefold reconcile`: joins what the lines say about each document, groups what is not grouped yet, and writes one
 * record a story, ordered by story id. Error lines come first, as they are met.
 */
export async function reconcileFiles(files: readonly string[], run: ReconcileRun): Promise<ExitCode> {
  const known = new KnownDocuments();
  const output = new Output();
  try {
    let exitCode = await runFilter({
      ...run,
      setup: { filter: "prepare" },
      inputs: pageInputsOf(files),
      take: (result) => known.takeResult(result, output),
    });
    for await (const problem of known.group()) {
      await output.writeLine(problem);
      exitCode = EXIT.inputFailed;
    }
    if (known.failed) exitCode = EXIT.inputFailed;
    const factsOut = run.factsOut === undefined ? null : await openFactsFile(run.factsOut);
    for (const story of known.storyIds()) {
      const members = known.membersOf(story);
      for (const { facts } of members) if (facts !== null) await factsOut?.writeLine(facts);
      await output.writeLine(recordOf(story, members));
    }
    return exitCode;
  } finally {
    known.close();
  }
}

async function openFactsFile(path: string): Promise<Output> {
  const stream = createWriteStream(path);
  await new Promise<void>((resolve, reject) =>
    stream.once("open", () => resolve()).once("error", (error) => reject(fileError(path, error))),
  );
  return new Output(stream);
}

/** A member, and whether its text was given: facts alone tell where words stand, and nothing of the words between. */
type Member = StoryMemberInput & { readonly edges: readonly Edge[]; readonly hasText: boolean };

function recordOf(story: string, members: readonly Member[]): StoryRecord {
  const edges = new Map(members.flatMap((member) => member.edges.map((edge) => [`${edge.a}\n${edge.b}`, edge])));
  if (members.every((member) => member.hasText)) return reconcileMembers(members, [...edges.values()], { story });
  return reconcileWithoutTexts(
    members.map((member) => ({ ...memberOf(member), edges: member.edges })),
    { story },
  );
}

type Kind = Prepared["kind"];

/** Everything the input said, by document id. */
class KnownDocuments {
  readonly #stores: Record<Kind, SpillStore> = { document: new SpillStore(), facts: new SpillStore(), group: new SpillStore() };
  readonly #stories = new Map<string, string[]>();
  readonly #made = new Map<string, GroupAssignment>();
  readonly #madeEdges = new SpillStore();
  /** Documents that hold no article: they stand in no story, whatever else is said of them. */
  readonly #empty = new Set<string>();
  failed = false;

  async takeResult(result: BatchResult, output: Output): Promise<void> {
    for (const json of new TextDecoder().decode(result.bytes).split("\n")) {
      if (json === "") continue;
      const prepared = JSON.parse(json) as Prepared | (Partial<ErrorLine> & { kind?: undefined });
      if (prepared.kind === undefined) {
        if (prepared.error?.code === NO_ARTICLE && typeof prepared.id === "string") this.#empty.add(prepared.id);
        await output.writeLine(json);
      } else if (!this.#stores[prepared.kind].has(prepared.id)) this.#stores[prepared.kind].put(prepared.id, json);
      else {
        this.failed = true;
        const message = `a second ${prepared.kind} line has this id; give every document its own`;
        await output.writeLine({ id: prepared.id, error: { code: "WIREFOLD_DUPLICATE_ID", message } });
      }
    }
  }

  /** Puts every document into a story. Yields an error line for each that can be put into none. */
  async *group(): AsyncGenerator<unknown> {
    const ungrouped = [...this.#stores.document.keys()].filter((id) => !this.#stores.group.has(id));
    const spools = { documents: new FileSpool(null), edges: new FileSpool(null) };
    try {
      for await (const { edges, ...assignment } of groupStream(this.#groupInputs(ungrouped), { spools, passages: false })) {
        this.#made.set(assignment.id, assignment);
        this.#madeEdges.put(assignment.id, JSON.stringify(edges));
        this.#addToStory(assignment.story, assignment.id);
      }
    } finally {
      spools.documents.close(true);
      spools.edges.close(true);
    }
    for (const id of this.#stores.group.keys()) {
      if (!this.#empty.has(id)) this.#addToStory(this.#mustRead(id, "group").group.story, id);
    }
    for (const id of this.#stores.facts.keys()) {
      if (this.#empty.has(id) || this.#stores.group.has(id) || this.#made.has(id)) continue;
      const message = "its facts came without its group; add the lines of 'wirefold group', or the document itself";
      yield { id, error: { code: "WIREFOLD_UNGROUPED", message } };
    }
  }

  storyIds(): string[] {
    return [...this.#stories.keys()].sort();
  }

  membersOf(story: string): Member[] {
    const ids = this.#stories.get(story) ?? [];
    return ids.sort().map((id) => this.#member(id));
  }

  close(): void {
    for (const store of [...Object.values(this.#stores), this.#madeEdges]) store.close();
  }

  async *#groupInputs(ids: readonly string[]): AsyncGenerator<GroupInput> {
    for (const id of ids) yield this.#mustRead(id, "document").group;
  }

  #addToStory(story: string, id: string): void {
    const members = this.#stories.get(story);
    if (members === undefined) this.#stories.set(story, [id]);
    else members.push(id);
  }

  #read<K extends Kind>(id: string, kind: K): Extract<Prepared, { kind: K }> | null {
    const json = this.#stores[kind].get(id);
    return json === null ? null : (JSON.parse(json) as Extract<Prepared, { kind: K }>);
  }

  /** What was given of this kind under an id that is known to have it. */
  #mustRead<K extends Kind>(id: string, kind: K): Extract<Prepared, { kind: K }> {
    const prepared = this.#read(id, kind);
    if (prepared === null) throw new Error(`no ${kind} was kept under the id ${id}`);
    return prepared;
  }

  #member(id: string): Member {
    const document = this.#read(id, "document");
    const givenFacts = this.#read(id, "facts")?.facts ?? null;
    const facts = givenFacts ?? document?.facts ?? null;
    const group = this.#read(id, "group")?.group ?? null;
    const given = group === null ? [] : ((group.edges ?? []) as unknown as GroupedEdge[]);
    const edges = group === null ? (JSON.parse(this.#madeEdges.get(id) ?? "[]") as GroupedEdge[]) : given;
    const { copy, lineage, story, role, parent } = group ?? mustGet(this.#made, id);
    return {
      metadata: document?.metadata ?? metadataFrom(facts),
      text: textOf(document, givenFacts),
      facts,
      assignment: { id, copy, lineage, story, role, parent: parent ?? null },
      edges: edges.map((edge) => edgeOf(id, edge)),
      hasText: document !== null,
    };
  }
}

function metadataFrom(facts: Facts | null): DocumentMetadata {
  const { title = null, publication_date = null, language = null, wire_credit = null } = facts ?? {};
  return { title, url: null, outlet: null, publishedAt: publication_date, language, wireCredit: wire_credit };
}

/** The text the spans count in. Given facts may count in either text of the document; the first that fits is it. */
function textOf(document: PreparedDocument | null, given: Facts | null): string {
  if (given === null) return document?.text ?? "";
  const fits = (text: string) =>
    given.numeric_mentions.every(({ number }) => text.slice(...number.span) === number.text) &&
    given.dates.every(({ span, text: words }) => text.slice(...span) === words);
  return [document?.text, document?.group.text].find((text) => text !== undefined && fits(text)) ?? sparseText(given);
}

function edgeOf(id: string, { to, kind, score, direction, evidence }: GroupedEdge): Edge {
  const [a, b] = id < to ? [id, to] : [to, id];
  return { a, b, kind, score, direction: direction ?? null, evidence: evidence ?? { measures: {}, passages: [] } };
}
