import { setFlagsFromString } from "node:v8";

/**
 * How soon a thread's code is compiled to its fastest form. Every thread compiles for itself, on helper threads that take the same cores: by V8's
 * own setting that is three fifths of all CPU for a thread's first hundred documents, and a third after five hundred. With four times the budget a
 * function is compiled once it has proved to be hot, and to the same code: the first 500 documents of each thread cost a seventh
 * less, the first 120 a quarter, and what is hot for long ends up as it did.
 */
const flags = ["--interrupt-budget=270336"] as const;

/** Of Node 20, which this was measured with. Later ones have another tier between, and other budgets. */
const measuredWith = "11.";

let isSet = false;

/** Sets that for this process, once; what its command line or `NODE_OPTIONS` says of a flag stands. */
export function compileLater(): void {
  if (isSet) return;
  isSet = true;
  const given = [...process.execArgv, process.env.NODE_OPTIONS ?? ""].join(" ");
  for (const flag of flagsFor(process.versions.v8, given)) setFlagsFromString(flag);
}

/** The flags to set with this V8, next to those that were given. */
export function flagsFor(v8: string, given: string): readonly string[] {
  if (!v8.startsWith(measuredWith)) return [];
  const said = given.replaceAll("_", "-");
  return flags.filter((flag) => !said.includes(flag.slice(0, flag.indexOf("=") + 1)));
}
