import { setFlagsFromString } from "node:v8";

/**
 * How the threads' code is compiled. Every thread compiles for itself, on helper threads that take the same cores: by V8's own settings
 * that was over half of all CPU for the first hundreds of documents and still a quarter after thousands, since a function is compiled
 * with up to 920 bytes of bytecode of others inside, as soon as it is warm, and once more whenever it meets a new shape. Less inside and
 * a little later, the code is about as fast and a third of the CPU of a short run is saved (ADR 0022 has the figures).
 */
const flags = ["--max-inlined-bytecode-size-cumulative=200", "--interrupt-budget=135168"] as const;

/** Measured with V8 11, of Node 20. Later ones have another tier between, and other budgets. */
const measuredWith = "11.";

let isSet = false;

/** Sets them for this process, once; what its command line or `NODE_OPTIONS` says of a flag stands. */
export function compileSparingly(): void {
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
