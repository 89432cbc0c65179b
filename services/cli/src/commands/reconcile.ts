import { addExamples, type DefineCommand } from "../command.ts";
import { addLineOptions } from "../filter-options.ts";

export const define: DefineCommand = (command) => {
  command.argument("[files...]", "JSONL files, .gz accepted; - or nothing reads stdin");
  addLineOptions(command);
  addExamples(command, [["From pages to stories", "wirefold reconcile pages.jsonl > stories.jsonl"]]);
};
