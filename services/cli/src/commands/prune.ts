import type { PruneKind } from "@wirefold/store";
import { addExamples, type DefineCommand, endWith, globalOptions } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { formatBytes, formatCount, parseWhole } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { Progress } from "../progress.ts";
import { chooseFrom } from "../suggest.ts";
import { formatTable } from "../table.ts";

const KINDS = ["timeline", "results", "events", "pages", "bodies"] as const satisfies readonly PruneKind[];

interface PruneCommandOptions {
  readonly dataDir: string;
  readonly olderThan?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const define: DefineCommand = (command) => {
  command
    .argument("[kinds...]", `what to prune: ${KINDS.join(", ")} (default: all)`)
    .option("--older-than <days>", "days to keep, instead of the settings' for each kind")
    .option("--dry-run", "count what would go, and take nothing")
    .option("--json", "print one JSON object");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Takes away what nothing needs any more: lines of the timeline that a later one of the same stage follows, results that a later one
replaces, story events that everybody was served with, what is known of pages that were not read for long, and bodies that nothing names
(a day old at least). What counts in
the books, what reprocessing reads and how each document left each stage stay. Workers do the same once a day, by WIREFOLD_KEEP_TIMELINE_DAYS,
WIREFOLD_KEEP_RESULTS_DAYS, WIREFOLD_KEEP_EVENTS_DAYS and WIREFOLD_KEEP_PAGES_DAYS (0: for ever).`,
  );
  addExamples(command, [
    ["What would go?", "wirefold prune --dry-run"],
    ["Old story events alone, and soon", "wirefold prune events --older-than 7"],
  ]);
  command.action(async (given: readonly string[], options: PruneCommandOptions) => {
    const kinds = given.map((kind) => chooseFrom("kind", kind, KINDS));
    const days = options.olderThan === undefined ? null : parseWhole("--older-than", options.olderThan, 0, 36_500);
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { prune } = await import("@wirefold/store");
    const { retentionOf } = await import("@wirefold/worker");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    const progress = new Progress({ unit: "rows", quiet: globalOptions(command).quiet });
    try {
      const { database, blobs, env } = local.platform;
      const settings = retentionOf(env);
      const retention = days === null ? settings : { timeline: days, results: days, events: days, pages: days, bodies: days };
      const pruned = await prune(database, blobs, retention, {
        ...(kinds.length === 0 ? {} : { kinds }),
        dryRun: options.dryRun === true,
        onProgress: (kind, removed) => progress.update(removed, kind),
      });
      progress.stop();
      if (pruned !== null && options.dryRun !== true) {
        const { recordActivity } = await import("../pipeline/audit.ts");
        const gone = Object.fromEntries(pruned.map(({ kind, removed }) => [kind, removed]));
        await recordActivity(database, "prune", kinds.length === 0 ? "all" : kinds.join(", "), gone);
      }
      if (options.json) process.stdout.write(`${JSON.stringify({ dryRun: options.dryRun === true, pruned })}\n`);
      else if (pruned === null) process.stdout.write("Another process is pruning, or a backup is being taken.\n");
      else {
        const rows = pruned.map(({ kind, removed, bytes }) => [
          kind,
          retention[kind] === null ? "for ever" : `${retention[kind]} d`,
          formatCount(removed),
          bytes === undefined ? "" : formatBytes(bytes),
        ]);
        process.stdout.write(`${formatTable(["kind", "kept", options.dryRun ? "would go" : "gone", "size"], rows)}\n`);
      }
      if (pruned === null) endWith(EXIT.inputFailed);
    } finally {
      progress.stop();
      await local.close();
    }
  });
};
