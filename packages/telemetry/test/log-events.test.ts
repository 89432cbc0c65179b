import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { logEvents } from "../src/log-events.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

test("docs/logs.md holds every event with its meaning, and none that does not exist", () => {
  const rows = [...readFileSync(join(root, "docs/logs.md"), "utf8").matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(
    ([, event, means]) => [event, means],
  );
  expect(Object.fromEntries(rows)).toEqual(logEvents);
});

test("every log line in the code carries an event of the list", () => {
  const unknown: string[] = [];
  let seen = 0;
  for (const file of sourceFiles()) {
    // log.warn({ stage, error: error.message }, "queue-error"); an event is the last argument.
    for (const [, event = ""] of readFileSync(file, "utf8").matchAll(
      /\blog\??\.(?:debug|info|warn|error)\([^;]*?,\s*"([^"]*)",?\s*\)/g,
    )) {
      seen++;
      if (!(event in logEvents)) unknown.push(`${file}: "${event}"`);
    }
  }
  expect(unknown).toEqual([]);
  expect(seen).toBeGreaterThan(5);
});

function sourceFiles(): string[] {
  const files: string[] = [];
  for (const group of ["packages", "services"]) {
    for (const name of readdirSync(join(root, group))) {
      const src = join(root, group, name, "src");
      try {
        for (const file of readdirSync(src, { recursive: true, encoding: "utf8" }))
          if (file.endsWith(".ts")) files.push(join(src, file));
      } catch {
        // Not a package.
      }
    }
  }
  return files;
}
