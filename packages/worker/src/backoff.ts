/**
 * How long to wait before attempt `attempts + 1`, in milliseconds: exponential from one second to five minutes, with
 * equal jitter (half fixed, half random), so documents that failed together do not come back together.
 */
export function backoffMs(attempts: number, random: () => number = Math.random): number {
  const ceiling = Math.min(300_000, 1000 * 2 ** attempts);
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
