import { type StageName, stageNames } from "@wirefold/core";
import type { FindFilter, FoundSubject } from "@wirefold/store";
import { UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand } from "../command.ts";
import { parseTime, parseWhole } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { chooseFrom } from "../suggest.ts";
import { formatTable } from "../table.ts";

interface Options {
  readonly dataDir: string;
  readonly stage?: string;
  readonly as?: string;
  readonly reason?: string;
  readonly error?: string;
  readonly run?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit: string;
  readonly json?: boolean;
}

const DISPOSITIONS = ["emitted", "dropped", "quarantined", "pending"] as const;

export const define: DefineCommand = (command) => {
  command
    .argument("[words...]", "parts of an id, path, URL, title, outlet, or the id a JSONL line gave; all must occur")
    .option("--stage <stage>", "left that stage last, or still owes it")
    .option("--as <how>", `how it left: ${DISPOSITIONS.join(", ")}`)
    .option("--reason <reason>", "a drop reason or an error code (docs/errors.md)")
    .option("--error <words>", "part of an error's message")
    .option("--run <id>", "named by that run")
    .option("--since <time>", "recorded at or after: 2031-05-04, 2031-05-04T10:00Z, or 2h, 3d ago")
    .option("--until <time>", "recorded before")
    .option("--limit <n>", "at most so many, the newest first", "50")
    .option("--json", "print JSONL, one document a line");
  addLocalOptions(command);
  addExamples(command, [
    ["By part of its address or headline", "wirefold find linden ferry"],
    ["Which documents held no text?", "wirefold find --reason no-text"],
    ["What failed in extract today", "wirefold find --stage extract --as quarantined --since 1d"],
  ]);
  command.action(async (words: string[], options: Options) => {
    const filter = filterOf(words, options);
    const limit = parseWhole("--limit", options.limit, 1, 1000);
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { findSubjects } = await import("@wirefold/store");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const found = await findSubjects(local.platform.database, filter, { limit });
      if (options.json) for (const one of found) process.stdout.write(`${JSON.stringify(one)}\n`);
      else process.stdout.write(render(found, limit));
    } finally {
      await local.close();
    }
  });
};

function filterOf(words: readonly string[], options: Options): FindFilter {
  const text = words.join(" ").trim();
  const { stage, as, reason, error, run, since, until } = options;
  const filter: FindFilter = {
    ...(text === "" ? {} : { text }),
    ...(stage === undefined ? {} : { stage: chooseFrom<StageName>("stage", stage, stageNames) }),
    ...(as === undefined ? {} : { disposition: chooseFrom("way to leave", as, DISPOSITIONS) }),
    ...(reason === undefined ? {} : { reason }),
    ...(error === undefined ? {} : { message: error }),
    ...(run === undefined ? {} : { runId: run }),
    ...(since === undefined ? {} : { since: parseTime("--since", since) }),
    ...(until === undefined ? {} : { until: parseTime("--until", until) }),
  };
  if (Object.keys(filter).length === 0) throw new UsageError("find needs words or a condition", "see 'wirefold find --help'");
  return filter;
}

function render(found: readonly FoundSubject[], limit: number): string {
  if (found.length === 0) return "Nothing like that is stored.\n";
  const rows = found.map((one) => [
    one.id.slice(0, 12),
    one.title ?? one.url ?? one.locator,
    one.outlet,
    one.stage,
    one.removedAt === null ? one.disposition : "taken down",
    one.reason,
  ]);
  const more = found.length < limit ? "" : `the newest ${limit}; '--limit' shows more\n`;
  return `${formatTable(["id", "document", "outlet", "stage", "left as", "why"], rows)}\n${more}`;
}
