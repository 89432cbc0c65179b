import { addExamples, type DefineCommand } from "../command.ts";
import { addLineOptions, type LineOptions, runLineFilter } from "../filter-options.ts";

const RECORDS_PER_BATCH = 32;

export const define: DefineCommand = (command) => {
  command.argument("[files...]", "JSONL files, .gz accepted; - or nothing reads stdin");
  addLineOptions(command);
  command.addHelpText(
    "after",
    `
Reads   {"id", "title"?, "text", "published_at"?, "language"?, "byline"?, "wire_credit"?}, or with "raw" as well or instead
Writes  {"id","title","dateline","wire_credit","publication_date","event_date",
         "quotes":[{span,text,speaker,speaker_mention,cue,…}],"numeric_mentions","dates","entities",…}
Spans count UTF-16 units of text; with "raw" (the untouched text) they count in raw.
A line that fails becomes {"id","error":{"code","message"}}; the rest go on, and the exit code is 1.`,
  );
  addExamples(command, [
    ["Who said what", "wirefold clean pages.jsonl | wirefold extract | jq -c '.quotes[] | [.speaker, .text]'"],
    [
      "Spans in the text as it was published",
      `echo '{"id":"a","raw":"Menu\\n\\nMayor quits\\n\\n“I am done,” Ann Lee said."}' | wirefold extract`,
    ],
  ]);
  command.action((files: string[], options: LineOptions) =>
    runLineFilter({ filter: "extract" }, files, options, RECORDS_PER_BATCH),
  );
};
