import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { CliError, UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand, endWith, globalOptions } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { Output } from "../output.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { Progress } from "../progress.ts";
import { formatTable } from "../table.ts";

interface Options {
  readonly dataDir: string;
  readonly unpack: boolean;
  readonly write?: boolean;
  readonly json?: boolean;
  readonly url?: boolean;
}

/** How sessions are opened: what analysts want first on the search path, and nothing changed by a slip. */
const settings = (write: boolean) => ["search_path=data,public", `default_transaction_read_only=${write ? "off" : "on"}`];

export const define: DefineCommand = (command) => {
  command
    .argument("[query]", "a query; without one psql is opened")
    .option("--json", "print JSONL, a row a line")
    .option("--no-unpack", "ask what was unpacked before; claims, quotations and figures may be older than the stories")
    .option("--write", "let queries change things (read-only otherwise)")
    .option("--url", "print the address of the database and end");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Tables and views, described in docs/sql.md: document, story, claim, quote, figure, edge, ending. Claims, quotations and figures are
kept packed and unpacked here first, where they have changed.`,
  );
  addExamples(command, [
    [
      "The claims with most independent sources",
      `wirefold sql "select statement, max(independent_sources) from claim group by 1 order by 2 desc limit 10"`,
    ],
    [
      "Who is quoted most",
      `wirefold sql --json "select speaker, count(*) from quote where speaker is not null group by 1 order by 2 desc limit 20"`,
    ],
    ["A session", "wirefold sql"],
  ]);
  command.action(async (query: string | undefined, options: Options) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const { database, blobs, env } = local.platform;
      if (options.url) {
        process.stdout.write(`${env.DATABASE_URL}\n`);
        return;
      }
      if (options.unpack) {
        const { unpackData } = await import("../pipeline/unpack-data.ts");
        const progress = new Progress({ unit: "stories and documents unpacked", quiet: globalOptions(command).quiet });
        await unpackData(database, blobs, (done) => progress.update(done));
        progress.stop();
      }
      if (query === undefined) endWith(await openPsql(env.DATABASE_URL, options.write === true));
      else await ask(database, query, options);
    } finally {
      await local.close();
    }
  });
};

async function ask(database: import("@wirefold/store").Pool, query: string, options: Options): Promise<void> {
  const client = await database.connect();
  try {
    for (const setting of settings(options.write === true)) await client.query(`set ${setting.replace("=", " to ")}`);
    const answered = await client.query(query).catch((error: Error) => {
      throw new CliError("WIREFOLD_SQL", error.message, { exitCode: EXIT.inputFailed, cause: error });
    });
    // Several statements give several answers; the last is what was asked for.
    const { fields, rows, rowCount, command: verb } = Array.isArray(answered) ? answered.at(-1) : answered;
    const output = new Output();
    if (options.json) for (const row of rows) await output.writeLine(row);
    else if (fields.length === 0) await output.write(`${verb} ${rowCount ?? 0}\n`);
    else {
      const names = fields.map(({ name }: { name: string }) => name);
      const cells = rows.map((row: Record<string, unknown>) => names.map((name: string) => cellOf(row[name])));
      await output.write(`${formatTable(names, cells)}\n`);
    }
  } finally {
    client.release(true);
  }
}

function cellOf(value: unknown): string | number | null {
  if (value === null || typeof value === "number" || typeof value === "string") return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

/** psql on the right database; its exit code. */
async function openPsql(databaseUrl: string, write: boolean): Promise<number> {
  const psql = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "psql"))
    .find(canRun);
  if (psql === undefined)
    throw new UsageError(
      "a session needs psql, and there is none on the PATH",
      "install it (Debian: postgresql-client), or give the query",
    );
  const child = spawn(psql, [databaseUrl], {
    stdio: "inherit",
    env: {
      ...process.env,
      PGOPTIONS: settings(write)
        .map((setting) => `-c ${setting}`)
        .join(" "),
    },
  });
  return new Promise((ended, failed) => {
    child.on("error", failed);
    child.on("close", (code) => ended(code ?? EXIT.internal));
  });
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
