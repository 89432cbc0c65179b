import type { Takedown } from "@wirefold/store";
import { CliError } from "../cli-error.ts";
import { addExamples, type DefineCommand, globalOptions } from "../command.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import type { LocalPlatform } from "../pipeline/local-platform.ts";

/** How long the command waits for the stories to be written again; beyond it the workers do it. */
const healMs = 60_000;
/** Documents named in an error. */
const listedMax = 5;

export const define: DefineCommand = (command) => {
  command
    .argument("<document>", "a document's id or its beginning, its URL, or its path")
    .option("--all", "all documents it names: every version of a page, say")
    .option("--json", "print one JSON array of what was done");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Takes a document down: out of its story, the comparisons and the stored bodies (but for a body another document has as
well). Its story is written again without it, and falls apart where only it held it together. When and where it came in
stays on record, so the same page is not taken in again. The file it was read from and reports already written are
yours to delete.`,
  );
  addExamples(command, [
    ["By URL", "wirefold remove https://example.org/story.html"],
    ["Every version of a page, for a script", "wirefold remove --all articles/ferry.html --json"],
  ]);
  command.action(async (query: string, options: { dataDir: string; all?: boolean; json?: boolean }) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { stillNamed, takeDown } = await import("@wirefold/store");
    const { recordActivity } = await import("../pipeline/audit.ts");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const { database, blobs } = local.platform;
      const done: ({ document: string } & Takedown)[] = [];
      for (const document of await findDocuments(local, query, options.all === true)) {
        const takedown = await takeDown(database, blobs, document);
        if (takedown === null) continue;
        done.push({ document, ...takedown });
        await recordActivity(database, "document.remove", document);
      }
      const taken = new Set(done.map(({ document }) => document));
      const neighbours = [...new Set(done.flatMap((one) => one.neighbours))].filter((id) => !taken.has(id));
      await heal(local, neighbours);
      const named = await stillNamed(database, [...taken], neighbours);
      if (options.json) process.stdout.write(`${JSON.stringify(done)}\n`);
      else if (!globalOptions(command).quiet) {
        for (const one of done) process.stdout.write(`${lineOf(one)}\n`);
        if (named) process.stdout.write("A story still names it: it is written again once its other documents have arrived.\n");
      }
    } finally {
      await local.close();
    }
  });
};

async function findDocuments({ platform }: LocalPlatform, query: string, all: boolean): Promise<string[]> {
  const { resolve } = await import("node:path");
  const { pathToFileURL } = await import("node:url");
  const { findRemovable } = await import("@wirefold/store");
  let found = await findRemovable(platform.database, query);
  if (found.length === 0) found = await findRemovable(platform.database, pathToFileURL(resolve(query)).href);
  if (found.length === 0) {
    throw new CliError("WIREFOLD_NOT_FOUND", `no document '${query}'`, {
      remedy: "give an id, a URL or a path as it was ingested",
    });
  }
  if (found.length > 1 && !all) {
    const listed = found.slice(0, listedMax).map(({ id, title }) => `${id}${title === null ? "" : ` (${title.slice(0, 60)})`}`);
    const more = found.length > listedMax ? ` and ${found.length - listedMax} more` : "";
    throw new CliError("WIREFOLD_AMBIGUOUS", `'${query}' names ${found.length} documents: ${listed.join(", ")}${more}`, {
      remedy: "give one id, or --all for all of them",
    });
  }
  return found.map(({ id }) => id);
}

/**
 * Writes the stories of these documents again, in this process, so that a takedown is done when the command is, workers or
 * not. A story with documents still on their way is left to them.
 */
async function heal({ platform }: LocalPlatform, neighbours: readonly string[]): Promise<void> {
  const owed = () => platform.ledger.owed("reconcile", neighbours);
  if (neighbours.length === 0 || (await owed()).length === 0) return;
  const { startWorker } = await import("@wirefold/worker");
  const { batchLimit } = await import("@wirefold/worker");
  const running = await startWorker("reconcile", platform);
  try {
    for (let from = 0; from < neighbours.length; from += batchLimit) {
      await platform.queue.send("reconcile", neighbours.slice(from, from + batchLimit), { priority: "live" });
    }
    for (const until = Date.now() + healMs; Date.now() < until; ) {
      if ((await owed()).length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await running.close();
  }
}

function lineOf({ document, removed, neighbours, blobsDeleted, blobsShared }: { document: string } & Takedown): string {
  const parts = [
    `${document} ${removed ? "taken down" : "was taken down before"}`,
    `${blobsDeleted} ${blobsDeleted === 1 ? "body" : "bodies"} deleted`,
    ...(blobsShared === 0 ? [] : [`${blobsShared} kept for documents that have the same`]),
    ...(neighbours.length === 0 ? [] : [`related to ${neighbours.length} ${neighbours.length === 1 ? "other" : "others"}`]),
  ];
  return parts.join(" · ");
}
