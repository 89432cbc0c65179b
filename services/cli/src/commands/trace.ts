import type { Blobs, CleanedDocument, Removal } from "@wirefold/core";
import type { Trace } from "@wirefold/store";
import { CliError } from "../cli-error.ts";
import { addExamples, type DefineCommand } from "../command.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { formatTable } from "../table.ts";
import { type Paint, painter, wantsColour } from "../terminal.ts";

export const define: DefineCommand = (command) => {
  command
    .argument("<document>", "a document's id or its beginning, its URL, or its path")
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
      const trace = (await reader.trace(query)) ?? (await reader.trace(pathToFileURL(resolve(query)).href));
      if (trace === null) {
        throw new CliError("WIREFOLD_NOT_FOUND", `no document '${query}'`, {
          remedy: "give an id, a URL or a path as it was ingested",
        });
      }
      const removed = await removalsOf(trace, local.platform.blobs);
      if (options.json) process.stdout.write(`${JSON.stringify({ ...trace, removed })}\n`);
      else process.stdout.write(render(trace, removed, painter(wantsColour(process.stdout))));
    } finally {
      await local.close();
    }
  });
};

async function removalsOf(trace: Trace, blobs: Blobs): Promise<readonly Removal[]> {
  if (!trace.document?.articleHash) return [];
  const { readJson } = await import("@wirefold/store");
  const cleaned = await readJson<CleanedDocument>(blobs, trace.document.articleHash);
  return cleaned.article.removed;
}

function render(trace: Trace, removed: readonly Removal[], paint: Paint): string {
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
  if (trace.story !== null) lines.push(`story ${trace.story} · lineage ${trace.lineage} · ${trace.role}`);
  const rows = trace.timeline.map((row) => [
    row.stage,
    row.attempt,
    row.startedAt.toISOString().replace("T", " ").slice(0, 23),
    `${row.durationMs.toFixed(1)} ms`,
    row.disposition,
    row.reason ?? noteOf(row.detail),
    row.worker,
  ]);
  lines.push("", formatTable(["stage", "attempt", "started (UTC)", "took", "left as", "why", "worker"], rows));
  for (const row of trace.timeline) {
    const message = row.detail?.message;
    if (typeof message === "string") lines.push(paint(`  ${row.stage}: ${message.split("\n", 1)[0]}`, "red"));
  }
  for (const owed of trace.owes) lines.push(`still owes ${owed.stage} (${owed.attempts} attempts spent)`);
  if (removed.length > 0) {
    lines.push("", `${removed.length} stretches removed by clean:`);
    for (const { reason, text } of removed) {
      const flat = text.replace(/\s+/g, " ").trim();
      lines.push(
        `  ${paint(reason.padEnd(22), "yellow")} ${paint(flat.length > 100 ? `${flat.slice(0, 99)}…` : flat, "strikethrough", "gray")}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

function noteOf(detail: Record<string, unknown> | null): string {
  if (detail === null) return "";
  return Object.entries(detail)
    .filter(([, value]) => typeof value === "number" || typeof value === "string")
    .map(([key, value]) => `${key.replaceAll("_", " ")} ${value}`)
    .join(", ");
}
