import { pino } from "pino";

export interface LogOptions {
  readonly level: string;
  /** Which process speaks. */
  readonly name: string;
}

/** A JSON-lines log on stderr. Secrets are redacted by path. */
export function createLog({ level, name }: LogOptions): pino.Logger {
  return pino({ level, name, redact: ["*.password", "*.databaseUrl", "*.redisUrl"] }, pino.destination({ dest: 2, sync: true }));
}
