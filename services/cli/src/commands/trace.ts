import type { Blobs, Removal } from "@wirefold/core";
import type { Revision } from "@wirefold/report";
import type { Pool, StoreReader, Trace } from "@wirefold/store";
import { CliError } from "../cli-error.ts";
import { addExamples, type DefineCommand } from "../command.ts";
import { counted } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { formatTable } from "../table.ts";
import { type Paint, painter, wantsColour } from "../terminal.ts";

export const define: DefineCommand = (command) => {
  command
    .argument("<document>", "a document's id or its beginning, its URL or path, or any part of these, of its title or given id")
    .option("--json", "print one JSON object");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    "\nEvery stage and attempt: when, where, how long, how it left, and each removed line with its reason.",
  );
  addExamples(command, [
    ["Where is this document, and why was it dropped?", "wirefold trace articles/ferry.html"],
    ["By URL", "wirefold trace https://example.org/story.html"],
  ]);
  command.action(async (query: string, options: { dataDir: string; json?: boolean }) => {
    const { resolve } = await import("node:path");
    const { pathToFileURL } = await import("node:url");
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { StoreReader } = await import("@wirefold/store");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const reader = new StoreReader(local.platform.database);
      const trace =
        (await reader.trace(query)) ??
        (await reader.trace(pathToFileURL(resolve(query)).href)) ??
        (await traceByParts(query, reader, local.platform.database));
      const removed = await removalsOf(trace, local.platform.blobs);
      const { pageRevisions } = await import("@wirefold/console/story-documents");
      const revisions = await pageRevisions(trace.versions, local.platform.blobs);
      if (options.json) process.stdout.write(`${JSON.stringify({ ...trace, removed, revisions })}\n`);
      else process.stdout.write(render(trace, removed, revisions, painter(wantsColour(process.stdout))));
    } finally {
      await local.close();
    }
  });
};

/** The one document whose id, path, URL, title or given id holds these words. Several are an error that lists them. */
async function traceByParts(query: string, reader: StoreReader, database: Pool): Promise<Trace> {
  const { findSubjects } = await import("@wirefold/store");
  const found = await findSubjects(database, { text: query }, { limit: LISTED_MAX + 1 });
  const [only] = found;
  if (only === undefined) {
    throw new CliError("WIREFOLD_NOT_FOUND", `no document '${query}'`, {
      remedy: "give an id, a URL or a path, or a part of one; 'wirefold find' searches by more",
    });
  }
  if (found.length > 1) {
    for (const one of found.slice(0, LISTED_MAX)) process.stderr.write(`${one.id}  ${one.title ?? one.locator}\n`);
    const more = found.length > LISTED_MAX ? `, the newest ${LISTED_MAX} above; 'wirefold find' lists more` : ", listed above";
    throw new CliError("WIREFOLD_AMBIGUOUS", `'${query}' names several documents${more}`, { remedy: "give one of their ids" });
  }
  const trace = await reader.trace(only.id);
  if (trace === null) throw new CliError("WIREFOLD_NOT_FOUND", `document ${only.id} went away while it was looked for`);
  return trace;
}

const LISTED_MAX = 10;

async function removalsOf(trace: Trace, blobs: Blobs): Promise<readonly Removal[]> {
  if (!trace.document?.articleHash) return [];
  const { readCleaned } = await import("@wirefold/store");
  const cleaned = await readCleaned(blobs, trace.document.articleHash);
  return cleaned.article.removed;
}

function render(trace: Trace, removed: readonly Removal[], revisions: readonly Revision[], paint: Paint): string {
  const { document } = trace;
  const lines: string[] = [];
  if (document === null) lines.push(paint(trace.locator, "bold"), "never became a document");
  else {
    lines.push(paint(document.title ?? document.id, "bold"), `document ${document.id}`, document.url ?? trace.locator);
    const facts = [
      document.outlet,
      document.publishedAt,
      document.language,
      document.wireCredit && `wire ${document.wireCredit}`,
    ].filter(Boolean);
    if (facts.length > 0) lines.push(facts.join(" · "));
  }
  if (trace.removedAt !== null)
    lines.push(paint(`taken down ${trace.removedAt.toISOString().slice(0, 19).replace("T", " ")} UTC`, "red"));
  if (trace.versions.length > 1) {
    lines.push(`${trace.versions.length} versions of this page:`);
    for (const { id, storedAt, title } of trace.versions) {
      const at = storedAt.toISOString().slice(0, 19).replace("T", " ");
      lines.push(`  ${id} ${at} UTC${id === document?.id ? " (this one)" : ""}${title === null ? "" : ` ${title}`}`);
      const revision = revisions.find(({ to }) => to === id);
      if (revision !== undefined) lines.push(...changesOf(revision, paint));
    }
  }
  if (trace.story !== null) lines.push(`story ${trace.story} · lineage ${trace.lineage} · ${trace.role}`);
  // A day that all rows share is said once: eighty columns do not hold it in each.
  const days = new Set(trace.timeline.map((row) => row.startedAt.toISOString().slice(0, 10)));
  const [day] = days.size === 1 ? days : [];
  const startedAt = (at: Date) =>
    at
      .toISOString()
      .replace("T", " ")
      .slice(day === undefined ? 0 : 11, 23);
  const rows = trace.timeline.map((row) => [
    row.stage,
    row.attempt,
    startedAt(row.startedAt),
    tookText(row.durationMs),
    row.disposition,
    row.reason ?? noteOf(row.detail),
    row.worker,
  ]);
  lines.push("", ...(day === undefined ? [] : [`${day}, times in UTC`]));
  lines.push(
    formatTable(["stage", "attempt", day === undefined ? "started (UTC)" : "started", "took", "left as", "why", "worker"], rows),
  );
  for (const row of trace.timeline) {
    const message = row.detail?.message;
    if (typeof message === "string") lines.push(paint(`  ${row.stage}: ${message.split("\n", 1)[0]}`, "red"));
  }
  for (const owed of trace.owes) lines.push(`waits for ${owed.stage} (${counted(owed.attempts, "attempt")} spent)`);
  if (removed.length > 0) {
    lines.push("", `${counted(removed.length, "passage")} removed by clean:`);
    for (const { reason, text } of removed) {
      const flat = text.replace(/\s+/g, " ").trim();
      lines.push(
        `  ${paint(reason.padEnd(22), "yellow")} ${paint(flat.length > 100 ? `${flat.slice(0, 99)}…` : flat, "strikethrough", "gray")}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

/** What changed since the version before: struck words went, green words came. */
function changesOf({ title, passages, more }: Revision, paint: Paint): string[] {
  const went = (text: string) => `[-${paint(text, "strikethrough", "red")}-]`;
  const came = (text: string) => `{+${paint(text, "green")}+}`;
  const lines = title === null ? [] : [`      title: ${went(title.before)} ${came(title.after)}`];
  for (const passage of passages.slice(0, PASSAGES_MAX)) {
    const words = passage.map(({ is, text }) => (is === "removed" ? went(text) : is === "added" ? came(text) : shortened(text)));
    lines.push(`      ${words.join(" ").replace(/\s+/g, " ")}`);
  }
  const left = more + Math.max(0, passages.length - PASSAGES_MAX);
  if (left > 0) lines.push(`      and ${counted(left, "more paragraph")}`);
  return lines;
}

const PASSAGES_MAX = 12;

function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 60)} … ${text.slice(-60)}`;
}

function noteOf(detail: Record<string, unknown> | null): string {
  if (detail === null) return "";
  return Object.entries(detail)
    .filter(([, value]) => typeof value === "number" || typeof value === "string")
    .map(([key, value]) => `${key.replaceAll("_", " ")} ${value}`)
    .join(", ");
}

const tookText = (ms: number): string => (ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(1)} s`);
