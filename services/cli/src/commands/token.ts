import type { Role } from "@wirefold/store";
import type { Command } from "commander";
import { CliError } from "../cli-error.ts";
import { addExamples, type DefineCommand } from "../command.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import type { LocalPlatform } from "../pipeline/local-platform.ts";
import { chooseFrom } from "../suggest.ts";
import { formatTable } from "../table.ts";

const ROLES: readonly Role[] = ["viewer", "operator", "admin"];

interface Options {
  readonly dataDir: string;
  readonly role: string;
  readonly json?: boolean;
}

export const define: DefineCommand = (command) => {
  const verb = (name: string, summary: string): Command => addLocalOptions(command.command(name).description(summary));
  verb("add", "make a token; it is printed this once")
    .argument("<name>", "of the person or program it is for")
    .option("--role <role>", `what it may do: ${ROLES.join(", ")}`, "viewer")
    .action(async (name: string, options: Options) => {
      const role = chooseFrom<Role>("role", options.role, ROLES);
      if (!/^[\p{L}\p{N}][\p{L}\p{N}._@ -]{0,79}$/u.test(name))
        throw new CliError("WIREFOLD_USAGE", `'${name}' is no name for a token`, { remedy: "use letters, digits, and . _ @ -" });
      await withPlatform(options, async ({ platform }) => {
        const { AccessTokens } = await import("@wirefold/store");
        const { accountName, recordActivity } = await import("../pipeline/audit.ts");
        const token = await new AccessTokens(platform.database).add(name, role, accountName());
        if (token === null)
          throw new CliError("WIREFOLD_TOKEN_EXISTS", `there is a token called '${name}'`, {
            remedy: "remove it first, or take another name",
          });
        await recordActivity(platform.database, "token.add", name, { role });
        process.stdout.write(`${token}\n`);
      });
    });
  verb("list", "every token, its role and when it was last used")
    .option("--json", "print JSONL, one token a line")
    .action(async (options: Options) => {
      await withPlatform(options, async ({ platform }) => {
        const { AccessTokens } = await import("@wirefold/store");
        const found = await new AccessTokens(platform.database).list();
        const time = (at: Date | null) => at?.toISOString().replace("T", " ").slice(0, 16) ?? "never";
        if (options.json) for (const token of found) process.stdout.write(`${JSON.stringify(token)}\n`);
        else if (found.length === 0) process.stdout.write("No token was made. 'wirefold token add' makes one.\n");
        else
          process.stdout.write(
            `${formatTable(
              ["name", "role", "made by", "made (UTC)", "last used (UTC)"],
              found.map((token) => [token.name, token.role, token.madeBy, time(token.createdAt), time(token.usedAt)]),
            )}\n`,
          );
      });
    });
  verb("remove", "remove a token; it logs nobody in any more")
    .argument("<name>", "its name")
    .action(async (name: string, options: Options) => {
      await withPlatform(options, async ({ platform }) => {
        const { AccessTokens } = await import("@wirefold/store");
        const { recordActivity } = await import("../pipeline/audit.ts");
        if (!(await new AccessTokens(platform.database).remove(name)))
          throw new CliError("WIREFOLD_NOT_FOUND", `no token '${name}'`, { remedy: "'wirefold token list' shows them" });
        await recordActivity(platform.database, "token.remove", name);
        process.stdout.write(`removed ${name}\n`);
      });
    });
  addExamples(command, [
    ["A colleague may work the levers", "wirefold token add dana --role operator"],
    [
      "A program reads the API",
      'curl -H "Authorization: Bearer $(wirefold token add reports)" http://127.0.0.1:8088/api/v1/pipeline',
    ],
  ]);
  command.addHelpText(
    "after",
    "\nA viewer reads, an operator works the levers, an admin hands out tokens and removes sources. Only a hash of a token is kept.",
  );
};

async function withPlatform(options: Options, work: (local: LocalPlatform) => Promise<void>): Promise<void> {
  const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
  const local = await openLocalPlatform({ dataDir: options.dataDir });
  try {
    await work(local);
  } finally {
    await local.close();
  }
}
