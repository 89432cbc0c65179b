import { EXIT } from "./exit-codes.ts";

/**
 * Calls `stop` on Ctrl-C or SIGTERM, then exits with 130 or 143. A second signal does not wait for `stop`:
 * an impatient operator gets the shell back at once. Returns a function that takes the handlers away again.
 */
export function onInterrupt(stop: () => void | Promise<void>): () => void {
  let stopping = false;
  const handlerFor = (exitCode: number) => () => {
    if (stopping) process.exit(exitCode);
    stopping = true;
    Promise.resolve()
      .then(stop)
      .catch(() => {})
      .finally(() => process.exit(exitCode));
  };
  const onInt = handlerFor(EXIT.interrupted);
  const onTerm = handlerFor(EXIT.terminated);
  process.on("SIGINT", onInt);
  process.on("SIGTERM", onTerm);
  return () => {
    process.off("SIGINT", onInt);
    process.off("SIGTERM", onTerm);
  };
}
