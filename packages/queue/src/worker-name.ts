import { hostname } from "node:os";

/** What a worker's connection is called: "<host>/<process id>/<release>/<second its process started>". */
export function workerName(release: string): string {
  return `${hostname()}/${process.pid}/${release}/${Math.round(Date.now() / 1000 - process.uptime())}`;
}

/**
 * @param given a worker's name; older releases give none, or one without the last parts
 * @param connectedSeconds what its connection says
 */
export function readWorkerName(
  given: string | undefined,
  connectedSeconds: number,
): { readonly name: string | null; readonly connectedSeconds: number } {
  const parts = given?.split("/") ?? [];
  const started = Number(parts[3] ?? Number.NaN);
  return {
    name: given === undefined ? null : parts.slice(0, 3).join("/"),
    connectedSeconds: Number.isFinite(started) ? Math.max(0, Math.round(Date.now() / 1000 - started)) : connectedSeconds,
  };
}
