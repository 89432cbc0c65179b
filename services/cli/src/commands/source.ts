import type { Command } from "commander";
import { addExamples, type DefineCommand } from "../command.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";

interface Options {
  readonly dataDir: string;
  readonly json?: boolean;
  readonly every?: string;
  readonly page?: boolean;
  readonly all?: boolean;
}

export const define: DefineCommand = (command) => {
  const verb = (name: string, summary: string): Command => addLocalOptions(command.command(name).description(summary));
  verb("add", "poll a feed, a sitemap or a page; of a home page, the feeds and sitemaps it names")
    .argument("<urls...>", "http(s): URLs")
    .option("--every <time>", "fixed time between polls, such as 90s, 15m, 6h (default: adapts to how often it changes)")
    .option("--page", "keep the versions of the page itself")
    .option("--json", "print each source as a JSON object")
    .action(async (urls: string[], options: Options) => (await verbs()).add(urls, options));
  verb("list", "every source, its state and health")
    .option("--json", "print each source as a JSON object")
    .action(async (options: Options) => (await verbs()).list(options));
  verb("show", "one source, and its last polls")
    .argument("<source>", "its id or the beginning of it, its URL, or a part of URL or title")
    .option("--json", "print one JSON object")
    .action(async (query: string, options: Options) => (await verbs()).show(query, options));
  for (const [name, summary] of [
    ["pause", "ask a source no more until it is resumed"],
    ["resume", "ask a paused or failing source again, at once"],
    ["remove", "forget a source; its documents stay"],
  ] as const) {
    verb(name, summary)
      .argument("<sources...>", "ids, URLs, or parts of them")
      .option("--all", "all that match, where a part matches several")
      .action(async (queries: string[], options: Options) => (await verbs()).change(name, queries, options));
  }
  verb("check", "ask sources now, and say what is wrong with any; exit code 1 if one fails or is silent")
    .argument("[sources...]", "ids, URLs, or parts of them (default: all)")
    .option("--json", "print each result as a JSON object")
    .action(async (queries: string[], options: Options) => (await verbs()).check(queries, options));
  addExamples(command, [
    ["Follow a newsroom: the feeds and sitemaps its home page names", "wirefold source add https://news.example/"],
    ["A feed, every five minutes", "wirefold source add https://news.example/rss.xml --every 5m"],
    ["Which sources are silent or failing?", "wirefold source list"],
  ]);
  command.addHelpText(
    "after",
    "\n'wirefold up' and fetch workers poll what is added. A page that changes gives a new version; 'wirefold trace' shows them.",
  );
};

/** Loaded when a verb runs. */
async function verbs() {
  return import("../pipeline/source-verbs.ts");
}
