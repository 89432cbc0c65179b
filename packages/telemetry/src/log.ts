import { pino } from "pino";
import { prettyLine } from "./pretty-line.ts";
import { hideUrlPasswords, secretPaths } from "./redact.ts";

/** Fields first, then the event's name from `logEvents`. */
export interface Log {
  debug(fields: object, event: string): void;
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
  error(fields: object, event: string): void;
}

export interface LogOptions {
  readonly level: string;
  /** Which process speaks. */
  readonly name: string;
  /** One readable line an event instead of JSON. @default true on a terminal, else false */
  readonly pretty?: boolean;
  /** Where lines go. @default standard error, so that results on standard output stay alone */
  readonly write?: (line: string) => void;
}

/**
 * A log of JSON lines (`level`, `time`, `name`, `msg` = the event, fields). Fields that hold secrets are redacted by path, and a
 * password within any URL is blotted out wherever it stands, an error's message included. A line is written before the call
 * returns: the last one of a failing process is never lost.
 */
export function createLog({ level, name, pretty = process.stderr.isTTY === true, write }: LogOptions): Log {
  const out = write ?? writeToStderr();
  const stream = {
    write(line: string): void {
      const safe = hideUrlPasswords(line);
      out(pretty ? prettyLine(safe) : safe);
    },
  };
  return pino(
    {
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
      redact: { paths: [...secretPaths], censor: "***" },
    },
    stream,
  );
}

function writeToStderr(): (line: string) => void {
  const destination = pino.destination({ dest: 2, sync: true });
  return (line) => void destination.write(line);
}
