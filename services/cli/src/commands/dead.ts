import type { QuarantineGroup } from "@wirefold/store";
import { addExamples, type DefineCommand } from "../command.ts";
import { formatCount } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { type Paint, painter, wantsColour } from "../terminal.ts";

export const define: DefineCommand = (command) => {
  command.option("--json", "print one JSON array of causes");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    "\nA cause is a code (docs/errors.md) and the first line of the message. Mend it, then 'wirefold replay'.",
  );
  addExamples(command, [
    ["What was given up, the most frequent cause first", "wirefold dead"],
    ["How many for each code", `wirefold dead --json | jq 'map({(.code): .count}) | add'`],
  ]);
  command.action(async (options: { dataDir: string; json?: boolean }) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { PostgresQuarantine } = await import("@wirefold/store");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const groups = await new PostgresQuarantine(local.platform.database).groups();
      process.stdout.write(options.json ? `${JSON.stringify(groups)}\n` : render(groups, painter(wantsColour(process.stdout))));
    } finally {
      await local.close();
    }
  });
};

function render(groups: readonly QuarantineGroup[], paint: Paint): string {
  if (groups.length === 0) return "Nothing is quarantined.\n";
  const time = (at: Date) => at.toISOString().replace("T", " ").slice(0, 19);
  const lines = groups.flatMap(({ code, message, stages, count, first, last, examples }) => [
    `${paint(formatCount(count), "bold")} × ${paint(code, "red")} in ${stages.join(", ")}`,
    `    ${message}`,
    `    ${count === 1 ? time(last) : `${time(first)} to ${time(last)}`} UTC`,
    ...examples.map(
      (one) =>
        `    ${one.subject}  ${one.locator}${one.message === null || one.message === message ? "" : `\n      ${one.message}`}`,
    ),
    ...(count > examples.length ? [`    … ${formatCount(count - examples.length)} more`] : []),
    "",
  ]);
  return `${lines.join("\n")}Look at one with 'wirefold trace <document>'; give them another go with 'wirefold replay'.\n`;
}
