import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

/**
 * CPU time of the calling thread so far, in milliseconds. Linux counts it for each thread; elsewhere the time its event loop was busy stands
 * in, which is the same while there are cores enough.
 */
export function threadCpuMs(): number {
  try {
    // "<nanoseconds on a CPU> <nanoseconds waiting for one> <slices>"
    return Number(readFileSync("/proc/thread-self/schedstat", "latin1").split(" ", 1)[0]) / 1e6;
  } catch {
    return performance.eventLoopUtilization().active;
  }
}
