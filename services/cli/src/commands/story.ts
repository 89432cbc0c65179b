import { userInfo } from "node:os";
import type { OverrideTarget, StoryRecord } from "@wirefold/core";
import type { PostgresOverrides } from "@wirefold/store";
import { CliError, UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand } from "../command.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { storyText } from "../pipeline/story-text.ts";
import { formatTable } from "../table.ts";
import { painter, wantsColour } from "../terminal.ts";

export const define: DefineCommand = (command) => {
  command
    .argument("[story]", "a story's id or its beginning, a member's id, or words of its headline; nothing lists all")
    .option("--json", "print the record as JSON (all of them as JSONL when none is named)")
    .option("--not-same <figures...>", "two figures that do not count the same, by their mention or claim ids in --json")
    .option("--same <figures...>", "take a --not-same back")
    .option("--why <text>", "why they are not the same")
    .option("--who <name>", "who says so (default: your user name)")
    .option("--overrides", "print all that was said with --not-same, as JSONL");
  addLocalOptions(command);
  addExamples(command, [
    ["All stories", "wirefold story"],
    ["What is agreed, what conflicts, who copied whom", "wirefold story 3f9a1c"],
    ["By a word of the headline, for a script", "wirefold story ferry --json | jq .conflicts"],
    ["Keep two figures apart in every new record", "wirefold story ferry --not-same claim-1f claim-9c --why 'two ferries'"],
    ["What editors have said, to learn from", "wirefold story --overrides"],
  ]);
  command.action(async (query: string | undefined, options: StoryOptions) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { PostgresOverrides, StoreReader } = await import("@wirefold/store");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const reader = new StoreReader(local.platform.database);
      const overrides = new PostgresOverrides(local.platform.database);
      if (options.overrides) {
        for (const override of await overrides.all()) process.stdout.write(`${JSON.stringify(override)}\n`);
        return;
      }
      const found = query === undefined ? await reader.stories() : await reader.findStories(query);
      const only = found.length === 1 ? found[0] : undefined;
      if (query !== undefined && found.length === 0) {
        throw new CliError("WIREFOLD_NOT_FOUND", `no story '${query}'`, { remedy: "'wirefold story' lists them" });
      }
      if (options.notSame || options.same) {
        const record = only ? await reader.story(only.id) : null;
        if (!record) throw new UsageError("--not-same and --same take one story", "name it by its id");
        process.stdout.write(`${await saySameness(record, options, overrides)}\n`);
        return;
      }
      if (options.json) {
        for await (const record of reader.eachRecord(found.map(({ id }) => id)))
          process.stdout.write(`${JSON.stringify(record)}\n`);
      } else if (query !== undefined && only) {
        const record = await reader.story(only.id);
        if (!record)
          throw new CliError("WIREFOLD_NOT_FOUND", `no story '${query}' any more`, { remedy: "'wirefold story' lists them" });
        process.stdout.write(storyText(record, painter(wantsColour(process.stdout))));
      } else {
        const rows = found.map((story) => [story.id, story.members, story.lineages, story.version, story.headline]);
        process.stdout.write(`${formatTable(["story", "documents", "lineages", "version", "headline"], rows)}\n`);
      }
    } finally {
      await local.close();
    }
  });
};

interface StoryOptions {
  readonly dataDir: string;
  readonly json?: boolean;
  readonly notSame?: readonly string[];
  readonly same?: readonly string[];
  readonly why?: string;
  readonly who?: string;
  readonly overrides?: boolean;
}

/** Keeps or withdraws what an editor says of two figures; the story's next record honours it. */
async function saySameness(record: StoryRecord, options: StoryOptions, overrides: PostgresOverrides): Promise<string> {
  const named = options.notSame ?? options.same ?? [];
  if (named.length !== 2) throw new UsageError(`two figures are needed, not ${named.length}`);
  const [a, b] = named.map((name) => figureOf(record, name));
  if (!a || !b) throw new CliError("WIREFOLD_NOT_FOUND", "no such figure in this story", { remedy: "see 'mentions' in --json" });
  const soon = "the story's record is made again when reconcile next runs ('wirefold up', or 'wirefold worker reconcile')";
  if (options.same) {
    const found = await overrides.withdraw({ a, b });
    return found ? `Taken back; ${soon}.` : "Nobody had said that these two are not the same.";
  }
  if (!options.why?.trim()) throw new UsageError("say why they are not the same", "--why <text>");
  await overrides.add({ kind: "not-same", a, b, who: options.who ?? userInfo().username, why: options.why.trim() });
  return `Kept: '${a.text}' and '${b.text}' do not count the same; ${soon}.`;
}

/** A figure by its mention's id, or the canonical one of a claim by the beginning of its id. */
function figureOf(record: StoryRecord, name: string): OverrideTarget | null {
  for (const claim of record.claims) {
    const own = claim.variants.find(({ mention }) => mention === name);
    const canonical = claim.id.startsWith(name) ? claim.variants.find(({ doc }) => doc === claim.canonical.from) : undefined;
    const evidence = (own ?? canonical)?.evidence;
    if (evidence) return { doc: evidence.doc, span: evidence.span, text: evidence.text };
  }
  return null;
}
