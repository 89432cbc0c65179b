/** What the command's exit code means. `docs/cli.md` carries the same table for scripts. */
export const EXIT = {
  /** Everything asked for was done. Also when the reader of our output went away first (`| head`). */
  ok: 0,
  /** The command ran to its end; some inputs failed, each with its own error line. */
  inputFailed: 1,
  /** The command line could not be understood. Nothing was done. */
  usage: 2,
  /** Redis or PostgreSQL could not be started or reached. */
  engine: 3,
  /** The run ended, and some documents are quarantined, or stay owed because their sites ask to wait. */
  quarantined: 4,
  /** The sources could not be built. Used by `bin/wirefold.mjs`, which runs before this file exists. */
  build: 5,
  /** `drain` ended with work still owed. */
  notDrained: 6,
  /** A fault in wirefold itself. */
  internal: 70,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
  /** Stopped by SIGTERM. */
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
