import { addExamples, type DefineCommand } from "../command.ts";
import { parseWhole } from "../format.ts";
import { chooseFrom } from "../suggest.ts";

interface BenchCommandOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly documents?: string;
  readonly stored?: string;
  readonly warmUp?: string;
  readonly store?: string;
  readonly html?: boolean;
  readonly oneByOne?: boolean;
}

export const define: DefineCommand = (command) => {
  command
    .argument("<what>", "clean, group, extract, reconcile, pipeline or fetch")
    .option("--data <folder>", "measure on the data sets in this folder as well")
    .option("--documents <n>", "pipeline: how many documents to send through")
    .option("--stored <n>", "pipeline: how many documents the store holds before")
    .option("--warm-up <n>", "pipeline: how many documents to send through before the clock starts")
    .option("--store <folder>", "pipeline: keep the filled store in this folder, and use it again")
    .option("--html", "pipeline: pages of some 170 KB instead of texts")
    .option("--one-by-one", "pipeline: one document a job, as they arrive live")
    .option("--json", "print the figures as one JSON object");
  addExamples(command, [
    ["Pages a second, one thread", "wirefold bench clean"],
    ["Documents a second through all five stages, and where the time goes", "wirefold bench pipeline"],
    ["The same in a store of 50,000 documents", "wirefold bench pipeline --documents 2000 --stored 50000"],
    ["Pages a second from a thousand sites, politeness off and on", "wirefold bench fetch"],
    ["Quality on data sets of your own, for a script", "wirefold bench group --data ../data/group --json"],
  ]);
  command.action(async (what: string, options: BenchCommandOptions) => {
    const { BENCHES, runBench } = await import("../bench/run-bench.ts");
    const name = chooseFrom("bench", what, BENCHES);
    const { json, data, documents, stored, warmUp, store, html, oneByOne } = options;
    const pipeline = {
      ...(documents === undefined ? {} : { documents: parseWhole("--documents", documents, 1, 1_000_000) }),
      ...(stored === undefined ? {} : { stored: parseWhole("--stored", stored, 0, 10_000_000) }),
      ...(warmUp === undefined ? {} : { warmUp: parseWhole("--warm-up", warmUp, 1, 1_000_000) }),
      ...(store === undefined ? {} : { store }),
      html: html === true,
      oneByOne: oneByOne === true,
    };
    await runBench(name, { json: json === true, pipeline, ...(data === undefined ? {} : { dataDir: data }) });
  });
};
