import { setTimeout as sleep } from "node:timers/promises";
import { addExamples, type DefineCommand } from "../command.ts";
import { parseWhole } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { RATE_MS } from "../pipeline/stage-status.ts";

interface TopOptions {
  readonly dataDir: string;
  readonly every: string;
  readonly json?: boolean;
}

export const define: DefineCommand = (command) => {
  command.option("--every <seconds>", "between two readings", "2").option("--json", "print one JSON object and end");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
The stages with their rates and time to drain, who works on them, the sites that bring most, and what failed last. On a terminal it goes on until
q or Ctrl-C; in a pipe it prints one reading.`,
  );
  addExamples(command, [
    ["Watch the pipeline", "wirefold top"],
    ["One reading, for a mail", "wirefold top | mail -s wirefold ops@example.org"],
  ]);
  command.action(async (options: TopOptions) => {
    const everyMs = parseWhole("--every", options.every, 1, 3600) * 1000;
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { renderTop, topReader } = await import("../pipeline/top-reading.ts");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    const live = process.stdout.isTTY === true && options.json !== true;
    const leave = new AbortController();
    const restore = live ? takeScreen(leave) : () => {};
    try {
      const next = await topReader(local);
      let reading = await next();
      if (!live && reading.stages.some(({ pending }) => pending > 0)) {
        await sleep(RATE_MS);
        reading = await next();
      }
      while (live && !leave.signal.aborted) {
        const lines = renderTop(reading, process.stdout.columns ?? 80).split("\n");
        // Each line to its end, then what is below: a frame replaces the one before without a flicker.
        const shown = lines.slice(0, (process.stdout.rows ?? 24) - 1).map((line) => `${line}\x1b[K`);
        process.stdout.write(`\x1b[H${shown.join("\r\n")}\x1b[J`);
        await sleep(everyMs, undefined, { signal: leave.signal }).catch(() => {});
        if (!leave.signal.aborted) reading = await next();
      }
      if (!live)
        process.stdout.write(options.json ? `${JSON.stringify(reading)}\n` : `${renderTop(reading, Number.POSITIVE_INFINITY)}\n`);
    } finally {
      restore();
      await local.close();
    }
  });
};

/** Takes the alternate screen and single keys; q, Ctrl-C and SIGTERM leave. @returns what gives both back */
function takeScreen(leave: AbortController): () => void {
  const { stdin, stdout } = process;
  const stop = () => leave.abort();
  const onKey = (keys: Buffer) => {
    if (/[qQ\x03\x04\x1b]/.test(keys.toString("latin1"))) stop();
  };
  stdout.write("\x1b[?1049h\x1b[?25l");
  if (stdin.isTTY) stdin.setRawMode(true).resume().on("data", onKey);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return () => {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    if (stdin.isTTY) {
      stdin.off("data", onKey).setRawMode(false);
      stdin.pause();
    }
    stdout.write("\x1b[?25h\x1b[?1049l");
  };
}
