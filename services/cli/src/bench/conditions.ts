import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { formatBytes } from "../format.ts";

/** What a measured figure depends on besides the code. Printed with every figure, so two can be compared. */
export interface Conditions {
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memory: string;
  /** Runnable processes per core over the last minute; near 0 is a quiet machine. */
  readonly load_per_core: number;
}

export function conditionsNow(): Conditions {
  const cores = availableParallelism();
  const [load = 0] = loadavg();
  return {
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores,
    memory: formatBytes(totalmem()),
    load_per_core: Math.round((load / cores) * 100) / 100,
  };
}

export function describeConditions({ node, cpu, cores, memory, load_per_core }: Conditions): string {
  const busy = load_per_core > 0.5 ? " (busy: expect less than a quiet machine gives)" : "";
  return `Node ${node} · ${cpu} · ${cores} cores · ${memory} · load ${load_per_core} a core${busy}`;
}
