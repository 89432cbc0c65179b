import { isStageName, stageNames } from "@wirefold/core";
import { UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand } from "../command.ts";
import { formatDuration, parseWhole } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import type { LocalPlatform } from "../pipeline/local-platform.ts";
import { formatTable } from "../table.ts";

interface Options {
  readonly dataDir: string;
  readonly json?: boolean;
}

const LIFTED = "none";

export const define: DefineCommand = (command) => {
  command
    .argument("[name]", "a stage, or a site: a registrable domain, or a host and port; without it all limits are listed")
    .argument(
      "[limit]",
      `of a stage the jobs in hand over all workers; of a site as in news.example 2@500ms; '${LIFTED}' lifts it`,
    )
    .option("--json", "print one JSON object");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Of a site, the number before the @ is how many visits there may be at one time, what stands behind it is the time between the starts of
two; either may be left out. Workers follow within seconds. A site that asks for a slower pace gets it whatever is set here.`,
  );
  addExamples(command, [
    ["Two jobs of extract at one time, over all machines", "wirefold limit extract 2"],
    ["A visit every ten seconds", "wirefold limit slow.example @10s"],
    ["As before", `wirefold limit extract ${LIFTED}`],
  ]);
  command.action(async (name: string | undefined, limit: string | undefined, options: Options) => {
    if (name !== undefined && limit === undefined)
      throw new UsageError(`limit needs to know how much of ${name}`, `a number, a rate like 2@500ms, or '${LIFTED}'`);
    const order = name === undefined || limit === undefined ? null : await orderOf(name, limit);
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      await order?.(local);
      await print(local, options.json === true);
    } finally {
      await local.close();
    }
  });
};

/** What is to be done, once it is known to be well said. */
async function orderOf(name: string, limit: string): Promise<(local: LocalPlatform) => Promise<void>> {
  const { accountName, recordActivity } = await import("../pipeline/audit.ts");
  if (isStageName(name)) {
    const concurrency = limit === LIFTED ? null : parseWhole("limit", limit, 1, 10_000);
    return async ({ platform: { queue, database } }) => {
      await queue.limitConcurrency(name, concurrency);
      await recordActivity(database, "stage.limit", name, { concurrency });
    };
  }
  const { readSiteRules, SiteRulesError } = await import("@wirefold/sources");
  const { SiteLimits } = await import("@wirefold/store");
  try {
    const [[site, rule] = [name.toLowerCase(), { places: null, delayMs: null }]] =
      limit === LIFTED ? [] : readSiteRules(`${name}=${limit}`);
    return async ({ platform: { database } }) => {
      await new SiteLimits(database).set(site, rule, accountName());
      await recordActivity(database, "site.limit", site, { places: rule.places, delay_ms: rule.delayMs });
    };
  } catch (error) {
    if (!(error instanceof SiteRulesError)) throw error;
    throw new UsageError(error.message, `stages are ${stageNames.join(", ")}`);
  }
}

async function print({ platform }: LocalPlatform, json: boolean): Promise<void> {
  const { SiteLimits } = await import("@wirefold/store");
  const stages = await Promise.all(
    stageNames.map(async (stage) => ({ stage, concurrency: await platform.queue.concurrencyLimit(stage) })),
  );
  const sites = await new SiteLimits(platform.database).list();
  if (json) {
    const rows = sites.map(({ site, places, delayMs, setBy, setAt }) => ({
      site,
      places,
      delay_ms: delayMs,
      set_by: setBy,
      set_at: setAt,
    }));
    process.stdout.write(`${JSON.stringify({ stages, sites: rows })}\n`);
    return;
  }
  const held = stages.filter(({ concurrency }) => concurrency !== null);
  const lines = [
    ...held.map(({ stage, concurrency }) => [stage, `${concurrency} at one time`, ""]),
    ...sites.map(({ site, places, delayMs, setBy }) => [
      site,
      [places === null ? [] : `${places} at one time`, delayMs === null ? [] : `one every ${formatDuration(delayMs)}`]
        .flat()
        .join(", "),
      setBy,
    ]),
  ];
  process.stdout.write(
    lines.length === 0 ? "No limit is set.\n" : `${formatTable(["stage or site", "limit", "set by"], lines)}\n`,
  );
}
