import { CliError } from "../cli-error.ts";
import { addExamples, type DefineCommand } from "../command.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { storyText } from "../pipeline/story-text.ts";
import { formatTable } from "../table.ts";
import { painter, wantsColour } from "../terminal.ts";

export const define: DefineCommand = (command) => {
  command
    .argument("[story]", "a story's id or its beginning, a member's id, or words of its headline; nothing lists all")
    .option("--json", "print the record as JSON (all of them as JSONL when none is named)");
  addLocalOptions(command);
  addExamples(command, [
    ["All stories", "wirefold story"],
    ["What is agreed, what conflicts, who copied whom", "wirefold story 3f9a1c"],
    ["By a word of the headline, for a script", "wirefold story ferry --json | jq .conflicts"],
  ]);
  command.action(async (query: string | undefined, options: { dataDir: string; json?: boolean }) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { StoreReader } = await import("@wirefold/store");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const reader = new StoreReader(local.platform.database);
      const found = query === undefined ? await reader.stories() : await reader.findStories(query);
      if (query !== undefined && found.length === 0) {
        throw new CliError("WIREFOLD_NOT_FOUND", `no story '${query}'`, { remedy: "'wirefold story' lists them" });
      }
      if (options.json) {
        for await (const record of reader.eachRecord(found.map(({ id }) => id)))
          process.stdout.write(`${JSON.stringify(record)}\n`);
      } else if (query !== undefined && found.length === 1) {
        process.stdout.write(storyText((await reader.story(found[0]!.id))!, painter(wantsColour(process.stdout))));
      } else {
        const rows = found.map((story) => [story.id, story.members, story.lineages, story.version, story.headline]);
        process.stdout.write(`${formatTable(["story", "documents", "lineages", "version", "headline"], rows)}\n`);
      }
    } finally {
      await local.close();
    }
  });
};
