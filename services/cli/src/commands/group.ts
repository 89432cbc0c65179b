import { addExamples, type DefineCommand, endWith, globalOptions } from "../command.ts";

export const define: DefineCommand = (command) => {
  command
    .argument("[files...]", "JSONL files, .gz accepted; - or nothing reads stdin")
    .option("--spool <folder>", "keep what was read and compared here, so that an interrupted run goes on when started again")
    .option("--max-line <size>", "refuse longer lines", "64M");
  command.addHelpText(
    "after",
    `
Reads   {"id", "title"?, "text", "published_at"?, "outlet"?}   (date and source serve for the last two)
Writes  {"id","copy","lineage","story","role","parent","edges":[{to,kind,score,direction,evidence}]}
  copy     documents with (nearly) the same text          each named by
  lineage  documents derived from one original            the smallest id
  story    documents about the same event                 among its members
Every document is read before the first is answered; the answer does not depend on their order.
A line that fails becomes {"id","error":{"code","message"}}; the rest go on, and the exit code is 1.`,
  );
  addExamples(command, [
    ["How many stories are in a folder of cleaned pages", "wirefold group articles.jsonl | jq -r .story | sort -u | wc -l"],
    [
      "An archive of millions, to be taken up again after a power cut",
      "wirefold group --spool work/ archive.jsonl.gz > groups.jsonl",
    ],
    ["Who copied whom", "wirefold clean pages.jsonl | wirefold group | jq -c 'select(.parent) | [.id, .parent, .role]'"],
  ]);
  command.action(async (files: string[], options: { maxLine: string; spool?: string }) => {
    const { groupFiles } = await import("../filter/group-files.ts");
    endWith(await groupFiles(files, { ...options, quiet: globalOptions(command).quiet }));
  });
};
