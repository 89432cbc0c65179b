import { addExamples, type DefineCommand, endWith } from "../command.ts";

interface FuseOptions {
  readonly hierarchy?: string;
  readonly maxLine: string;
}

export const define: DefineCommand = (command) => {
  command
    .argument("[files...]", "JSONL files, .gz accepted; - or nothing reads stdin")
    .option("--hierarchy <file.json>", "which value lies in which, as {child: parent}: Paris is not wrong where Lyon says France")
    .option("--max-line <size>", "refuse longer lines", "64M");
  command.addHelpText(
    "after",
    `
Reads   {"object", "property", "claims":[{"source","value"}]}
Writes  {"object","property","value","confidence","sources":[{source,agrees}],"copied_from"?}
How far a source is trusted is learned from all rows together, so every row is read before the first is answered.
A line that fails becomes {"id","error":{"code","message"}}; the rest go on, and the exit code is 1.`,
  );
  addExamples(command, [
    ["When did the flight land, says whom", "wirefold fuse flights.jsonl | jq -c '[.object, .value, .confidence]'"],
    ["Places within places", "wirefold fuse --hierarchy places.json births.jsonl"],
  ]);
  command.action(async (files: string[], options: FuseOptions) => {
    const { fuseFiles } = await import("../filter/fuse-files.ts");
    endWith(await fuseFiles(files, options));
  });
};
