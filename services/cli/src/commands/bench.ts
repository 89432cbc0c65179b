import { addExamples, type DefineCommand } from "../command.ts";
import { chooseFrom } from "../suggest.ts";

interface BenchCommandOptions {
  readonly data?: string;
  readonly json?: boolean;
}

export const define: DefineCommand = (command) => {
  command
    .argument("<what>", "clean, group, extract, reconcile or pipeline")
    .option("--data <folder>", "measure on the data sets in this folder as well")
    .option("--json", "print the figures as one JSON object");
  addExamples(command, [
    ["Pages a second, one thread", "wirefold bench clean"],
    ["Documents a second through all five stages, and where the time goes", "wirefold bench pipeline"],
    ["Quality on data sets of your own, for a script", "wirefold bench group --data ../data/group --json"],
  ]);
  command.action(async (what: string, options: BenchCommandOptions) => {
    const { BENCHES, runBench } = await import("../bench/run-bench.ts");
    const name = chooseFrom("bench", what, BENCHES);
    await runBench(name, { json: options.json === true, ...(options.data === undefined ? {} : { dataDir: options.data }) });
  });
};
