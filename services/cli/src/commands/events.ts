import type { StoryEvent } from "@wirefold/store";
import { addExamples, type DefineCommand } from "../command.ts";
import { parseWhole } from "../format.ts";
import { Output } from "../output.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { type Paint, painter, wantsColour } from "../terminal.ts";

interface EventsOptions {
  readonly follow?: boolean;
  readonly after: string;
  readonly story?: string;
  readonly json?: boolean;
  readonly dataDir: string;
}

const pageSize = 1000;
const pollMs = 500;

export const define: DefineCommand = (command) => {
  command
    .option("-f, --follow", "go on with what happens, until Ctrl-C")
    .option("--after <id>", "only events after this one", "0")
    .option("--story <id>", "only events of this story")
    .option("--json", "one JSON object a line: {id, kind, story, at, detail}");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
What became of stories, in order: created, updated, merged, split, removed. The same events are on a Redis stream and
are posted to WIREFOLD_WEBHOOK_URL (docs/events.md).`,
  );
  addExamples(command, [
    ["Watch stories come and change", "wirefold events --follow"],
    ["For a program that was offline since event 4711", "wirefold events --after 4711 --json"],
  ]);
  command.action(async (options: EventsOptions) => {
    let after = parseWhole("--after", options.after, 0, Number.MAX_SAFE_INTEGER);
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { PostgresStoryEvents } = await import("@wirefold/store");
    let stopped = false;
    let wake = () => {};
    const stop = () => {
      stopped = true;
      wake();
    };
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    if (options.follow) process.once("SIGINT", stop).once("SIGTERM", stop);
    try {
      const events = new PostgresStoryEvents(local.platform.database);
      const output = new Output();
      const paint = painter(wantsColour(process.stdout));
      while (!stopped) {
        const page = await events.after(after, {
          limit: pageSize,
          ...(options.story === undefined ? {} : { story: options.story }),
        });
        for (const event of page) await output.writeLine(options.json ? event : lineOf(event, paint));
        after = page.at(-1)?.id ?? after;
        if (page.length === pageSize) continue;
        if (!options.follow) break;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    } finally {
      await local.close();
    }
  });
};

function lineOf({ id, kind, story, at, detail }: StoryEvent, paint: Paint): string {
  const when = at.toISOString().replace("T", " ").slice(0, 19);
  return `${paint(when, "gray")}  ${String(id).padStart(6)}  ${paint(kind.padEnd(7), "bold")}  ${story}  ${noteOf(detail)}`.trimEnd();
}

/** What the detail says, shortly. */
function noteOf(detail: StoryEvent["detail"]): string {
  const { members, joined, left, into } = detail;
  const size = Array.isArray(members) ? members.length : members;
  const parts: string[] = [];
  if (typeof size === "number") parts.push(`${size} ${size === 1 ? "document" : "documents"}`);
  if (Array.isArray(joined) && joined.length > 0) parts.push(`${joined.length} joined`);
  if (Array.isArray(left) && left.length > 0) parts.push(`${left.length} left`);
  if (into !== undefined) parts.push(`into ${Array.isArray(into) ? into.join(", ") : into}`);
  return parts.join(", ");
}
