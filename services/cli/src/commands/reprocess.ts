import type { Preview } from "@wirefold/console/levers";
import { type RepeatableStage, repeatableStages } from "@wirefold/core";
import type { PostgresReprocess, Reprocess, ReprocessFilter } from "@wirefold/store";
import { CliError, UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand, globalOptions } from "../command.ts";
import { counted, formatCount, parseTime, parseWhole } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import type { LocalPlatform } from "../pipeline/local-platform.ts";
import { Progress } from "../progress.ts";
import { chooseFrom } from "../suggest.ts";
import { formatTable } from "../table.ts";

interface Options {
  readonly dataDir: string;
  readonly from?: string;
  readonly stale?: boolean;
  readonly failed?: boolean;
  readonly all?: boolean;
  readonly outlet?: string;
  readonly language?: string;
  readonly url?: string;
  readonly run?: string;
  readonly since?: string;
  readonly until?: string;
  readonly dryRun?: boolean;
  readonly through: string;
  readonly sample: string;
  readonly waiting: string;
  readonly list?: boolean;
  readonly pause?: string;
  readonly resume?: string;
  readonly cancel?: string;
  readonly json?: boolean;
}

export const define: DefineCommand = (command) => {
  command
    .option("--from <stage>", `the first stage they go through again: ${repeatableStages.join(", ")}`)
    .option("--stale", "documents that an older version of that stage decided about")
    .option("--failed", "documents that it dropped or gave up")
    .option("--all", "whatever has been through it")
    .option("--outlet <name>", "only of that outlet")
    .option("--language <tag>", "only in that language")
    .option("--url <part>", "only with that in their URL")
    .option("--run <id>", "only what that run named")
    .option("--since <time>", "only recorded at or after: 2031-05-04, 2h, 3d")
    .option("--until <time>", "only recorded before")
    .option("--dry-run", "show on a sample what would change, field by field (texts, facts, groups, claims), and write nothing")
    .option("--through <stage>", "the last stage that a dry run tries", "reconcile")
    .option("--sample <n>", "documents of a dry run", "50")
    .option("--waiting <n>", "reprocessed documents that may wait at once", "2000")
    .option("--list", "list the runs")
    .option("--pause <id>", "hold a run; what it has sent goes on")
    .option("--resume <id>", "go on with a run, also after a kill")
    .option("--cancel <id>", "end a run; what it has sent goes on")
    .option("--json", "print JSON");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Workers do the work, behind whatever comes in live; the command sends it, keeps little waiting, and stands back while live work
waits. What was decided before stands until it is decided again. Nothing touches the network: bodies are kept. A run that was
killed goes on with --resume from the document where it stopped.`,
  );
  addExamples(command, [
    ["What would the new cleaner change?", "wirefold reprocess --from clean --stale --dry-run"],
    ["Then do it", "wirefold reprocess --from clean --stale"],
    ["One outlet's pages that held no text", "wirefold reprocess --from clean --failed --url courier.example"],
  ]);
  command.action(async (options: Options) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { PostgresReprocess } = await import("@wirefold/store");
    const asked = askedOf(options);
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const { database } = local.platform;
      const { recordActivity } = await import("../pipeline/audit.ts");
      const runs = new PostgresReprocess(database);
      if (asked.kind === "list") printRuns(await runs.list(), options.json === true);
      else if (asked.kind === "control") {
        await control(runs, asked.id, asked.state);
        await recordActivity(database, `reprocess.${asked.state === "paused" ? "pause" : "cancel"}`, asked.id);
      } else if (asked.kind === "resume") {
        const run = await resumed(runs, asked.id);
        await recordActivity(database, "reprocess.resume", run.id);
        await work(runs, run, local, options, globalOptions(command).quiet);
      } else {
        const { stage } = asked;
        const filter = await filterOf(asked.which, stage, options);
        if (options.dryRun) await preview(runs, stage, filter, local, options);
        else {
          const run = await runs.begin(stage, filter);
          await recordActivity(database, "reprocess.begin", run.id, { stage, ...filter });
          await work(runs, run, local, options, globalOptions(command).quiet);
        }
      }
    } finally {
      await local.close();
    }
  });
};

type Asked =
  | { readonly kind: "list" }
  | { readonly kind: "resume"; readonly id: string }
  | { readonly kind: "control"; readonly id: string; readonly state: "paused" | "cancelled" }
  | { readonly kind: "begin"; readonly stage: RepeatableStage; readonly which: ReprocessFilter["which"] };

function askedOf(options: Options): Asked {
  if (options.list) return { kind: "list" };
  if (options.pause !== undefined) return { kind: "control", id: options.pause, state: "paused" };
  if (options.cancel !== undefined) return { kind: "control", id: options.cancel, state: "cancelled" };
  if (options.resume !== undefined) return { kind: "resume", id: options.resume };
  if (options.from === undefined)
    throw new UsageError(
      "reprocess needs --from <stage>",
      "or --list, --pause, --resume, --cancel; see 'wirefold reprocess --help'",
    );
  const stage = chooseFrom<RepeatableStage>("stage to reprocess from", options.from, repeatableStages);
  const which = (["stale", "failed", "all"] as const).filter((name) => options[name] === true);
  const [only] = which;
  if (only === undefined || which.length > 1) throw new UsageError("reprocess takes one of --stale, --failed, --all");
  return { kind: "begin", stage, which: only };
}

async function filterOf(which: ReprocessFilter["which"], stage: RepeatableStage, options: Options): Promise<ReprocessFilter> {
  const { loadStage } = await import("@wirefold/worker");
  const { version } = await loadStage(stage);
  const { outlet, language, url, run, since, until } = options;
  return {
    which,
    version,
    ...(outlet === undefined ? {} : { outlet }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { url }),
    ...(run === undefined ? {} : { runId: run }),
    ...(since === undefined ? {} : { since: parseTime("--since", since).toISOString() }),
    ...(until === undefined ? {} : { until: parseTime("--until", until).toISOString() }),
  };
}

/** Sends what the run takes, step by step, until it is done, held, or stopped. */
async function work(
  runs: PostgresReprocess,
  begun: Reprocess,
  { platform }: LocalPlatform,
  options: Options,
  quiet: boolean,
): Promise<void> {
  const waitingMax = parseWhole("--waiting", options.waiting, 1, 1_000_000);
  const { driveReprocess } = await import("@wirefold/console/levers");
  // Documents that came in since are looked at as well, beyond the total.
  const progress = new Progress({ unit: "documents looked at", total: begun.documents, quiet });
  let run = begun;
  try {
    run = await driveReprocess(runs, platform.queue, begun, {
      waitingMax,
      onStep: ({ lookedAt, moved, stage }) =>
        progress.update(Math.min(lookedAt, begun.documents), `${formatCount(moved)} sent to ${stage}`),
      onHold: ({ lookedAt }, why) => progress.update(Math.min(lookedAt, begun.documents), why),
    });
    const end = { running: "stopped", done: "done", paused: "paused", cancelled: "cancelled" }[run.state];
    progress.stop(
      options.json
        ? undefined
        : `${run.id} ${end}: ${counted(run.moved, "document")} ${run.moved === 1 ? "goes" : "go"} through ${run.stage} and what follows again`,
    );
    if (options.json) process.stdout.write(`${JSON.stringify(run)}\n`);
    else if (run.moved > 0 && (await platform.queue.workers(run.stage)).length === 0)
      process.stderr.write("No worker is connected: 'wirefold up' or 'wirefold worker' does the work.\n");
  } finally {
    progress.stop();
  }
}

async function resumed(runs: PostgresReprocess, id: string): Promise<Reprocess> {
  await control(runs, id, "running");
  const run = await runs.get(id);
  if (run === null) throw unknownRun(id);
  return run;
}

async function control(runs: PostgresReprocess, id: string, state: "running" | "paused" | "cancelled"): Promise<void> {
  if (!(await runs.setState(id, state))) throw unknownRun(id);
  if (state !== "running") process.stdout.write(`${id} is ${state}\n`);
}

const unknownRun = (id: string) =>
  new CliError("WIREFOLD_NOT_FOUND", `no run '${id}' that could go on`, { remedy: "'wirefold reprocess --list' shows them" });

function printRuns(runs: readonly Reprocess[], json: boolean): void {
  if (json) for (const run of runs) process.stdout.write(`${JSON.stringify(run)}\n`);
  else if (runs.length === 0) process.stdout.write("Nothing was reprocessed yet.\n");
  else {
    const rows = runs.map((run) => [
      run.id,
      run.stage,
      run.filter.which,
      run.state,
      run.documents === 0 ? "" : `${Math.min(100, Math.floor((100 * run.lookedAt) / run.documents))} %`,
      run.moved,
      run.createdAt.toISOString().replace("T", " ").slice(0, 19),
    ]);
    process.stdout.write(`${formatTable(["run", "from", "which", "state", "through", "sent", "begun (UTC)"], rows)}\n`);
  }
}

async function preview(
  runs: PostgresReprocess,
  stage: RepeatableStage,
  filter: ReprocessFilter,
  { platform }: LocalPlatform,
  options: Options,
): Promise<void> {
  const from = repeatableStages.indexOf(stage);
  const through = chooseFrom<RepeatableStage>("last stage of a dry run", options.through, repeatableStages.slice(from));
  const { previewReprocess } = await import("@wirefold/console/levers");
  const ids = await runs.sample(stage, filter, parseWhole("--sample", options.sample, 1, 10_000));
  const found = await previewReprocess(stage, ids, platform, through);
  process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : renderPreview(found));
}

const SHOWN_MAX = 40;

function renderPreview({ documents, changed, changes, failed }: Preview): string {
  const lines = [`${formatCount(changed)} of ${counted(documents, "document")} would change`];
  const byField = new Map<string, number>();
  for (const { field } of changes) byField.set(field, (byField.get(field) ?? 0) + 1);
  if (changes.length > 0) {
    lines.push(
      "",
      formatTable(
        ["field", "changes"],
        [...byField].sort((a, b) => b[1] - a[1]),
      ),
      "",
    );
    const clip = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text);
    for (const { document, field, before, after } of changes.slice(0, SHOWN_MAX)) {
      lines.push(`${document.slice(0, 10)}  ${field}`);
      if (before !== "") lines.push(`  - ${clip(before)}`);
      if (after !== "") lines.push(`  + ${clip(after)}`);
    }
    if (changes.length > SHOWN_MAX) lines.push(`… ${formatCount(changes.length - SHOWN_MAX)} more; --json prints all`);
  }
  for (const { document, message } of failed) lines.push(`${document.slice(0, 10)}  would fail: ${message}`);
  return `${lines.join("\n")}\n`;
}
