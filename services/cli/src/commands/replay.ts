import { type StageName, stageNames } from "@wirefold/core";
import type { QuarantineFilter } from "@wirefold/store";
import { CliError, UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand, globalOptions } from "../command.ts";
import { formatCount } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { Progress } from "../progress.ts";
import { chooseFrom } from "../suggest.ts";

interface ReplayOptions {
  readonly code?: string;
  readonly stage?: string;
  readonly document?: string;
  readonly dryRun?: boolean;
  readonly rate?: string;
  readonly json?: boolean;
  readonly dataDir: string;
}

export const define: DefineCommand = (command) => {
  command
    .option("--code <code>", "only those that failed with this code (see 'wirefold dead')")
    .option("--stage <stage>", `only those that failed in this stage: ${stageNames.join(", ")}`)
    .option("--document <document>", "only this one: an id or its beginning, a URL or a path")
    .option("--dry-run", "say how many there are, and do nothing")
    .option("--rate <n/s>", "no more than so many at a time: 50/s, 600/m")
    .option("--json", "print {replayed: {stage: n}} as JSON");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Gives quarantined documents another go, from the stage that gave them up, behind whatever comes in live. All their
attempts are before them again; their timeline is kept. Running workers take them up. What fails again meanwhile is
quarantined again, and not taken up twice.`,
  );
  addExamples(command, [
    ["What would be replayed?", "wirefold replay --dry-run"],
    ["A cleaner was mended: everything it gave up, gently", "wirefold replay --stage clean --rate 50/s"],
    ["One cause", "wirefold replay --code WIREFOLD_HTTP_REFUSED"],
    ["One document whose file was mended", "wirefold replay --document articles/ferry.html"],
  ]);
  command.action(async (options: ReplayOptions) => {
    const stage = options.stage === undefined ? undefined : chooseFrom("stage", options.stage, stageNames);
    const perSecond = options.rate === undefined ? null : parseRate(options.rate);
    const { pathToFileURL } = await import("node:url");
    const { resolve } = await import("node:path");
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { PostgresQuarantine } = await import("@wirefold/store");
    const { replayQuarantined } = await import("@wirefold/console/levers");
    const { recordActivity } = await import("../pipeline/audit.ts");
    const progress = new Progress({ unit: "documents owed again", quiet: globalOptions(command).quiet });
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const quarantine = new PostgresQuarantine(local.platform.database);
      let filter: QuarantineFilter = {
        ...(options.code === undefined ? {} : { code: options.code }),
        ...(stage === undefined ? {} : { stage }),
        ...(options.document === undefined ? {} : { document: options.document }),
        before: await quarantine.now(),
      };
      let waiting = await quarantine.count(filter);
      if (waiting.length === 0 && options.document !== undefined) {
        filter = { ...filter, document: pathToFileURL(resolve(options.document)).href };
        waiting = await quarantine.count(filter);
        if (waiting.length === 0) {
          throw new CliError("WIREFOLD_NOT_FOUND", `no quarantined document '${options.document}'`, {
            remedy: "'wirefold dead' lists causes with examples",
          });
        }
      }
      const replayed = new Map<StageName, number>();
      if (options.dryRun) for (const { stage, count } of waiting) replayed.set(stage, count);
      else {
        progress.setTotal(waiting.reduce((sum, { count }) => sum + count, 0));
        for (const [stage, count] of await replayQuarantined(quarantine, local.platform.queue, {
          filter,
          ...(perSecond === null ? {} : { perSecond }),
          onProgress: (total) => progress.update(total),
        }))
          replayed.set(stage, count);
        if (replayed.size > 0)
          await recordActivity(local.platform.database, "quarantine.replay", options.document ?? options.code ?? stage ?? "all", {
            replayed: Object.fromEntries(replayed),
          });
      }
      const parts = stageNames.flatMap((name) => {
        const count = replayed.get(name);
        return count === undefined ? [] : [`${formatCount(count)} by ${name}`];
      });
      const verb = options.dryRun ? "would be owed again" : "owed again";
      progress.stop(options.json ? undefined : parts.length === 0 ? "Nothing is quarantined." : `${verb}: ${parts.join(", ")}`);
      if (options.json) process.stdout.write(`${JSON.stringify({ replayed: Object.fromEntries(replayed) })}\n`);
    } finally {
      progress.stop();
      await local.close();
    }
  });
};

/** "50/s" as 50 documents a second, "600/m" as 10. */
function parseRate(typed: string): number {
  const [, figure, unit] = /^(\d+(?:\.\d+)?)(?:\/([smh]))?$/.exec(typed) ?? [];
  const perSecond = Number(figure) / (unit === "h" ? 3600 : unit === "m" ? 60 : 1);
  if (!(perSecond > 0)) throw new UsageError(`--rate takes a rate, not '${typed}'`, "write it like 50/s or 600/m");
  return perSecond;
}
