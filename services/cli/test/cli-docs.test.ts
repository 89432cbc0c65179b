import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../src/commands.ts";
import { scratch, shell } from "./run-wirefold.ts";

const text = readFileSync(fileURLToPath(new URL("../../../docs/cli.md", import.meta.url)), "utf8");

interface Example {
  readonly command: string;
  readonly expected: string;
  readonly exitCode: number;
}

/** The commands of the `console` blocks: `$` begins one, `>` continues it, the rest is what it prints. */
function examplesIn(markdown: string): Example[] {
  const examples: { command: string; expected: string[]; exitCode: number }[] = [];
  for (const [, block] of markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm)) {
    for (const line of block!.trimEnd().split("\n")) {
      const exit = /^\[exit (\d+)\]$/.exec(line);
      if (line.startsWith("$ ")) examples.push({ command: line.slice(2), expected: [], exitCode: 0 });
      else if (line === ">" || line.startsWith("> ")) examples.at(-1)!.command += `\n${line.slice(2)}`;
      else if (exit !== null) examples.at(-1)!.exitCode = Number(exit[1]);
      else examples.at(-1)!.expected.push(line);
    }
  }
  return examples.map((example) => ({ ...example, expected: example.expected.join("\n") }));
}

/** `…` stands for anything, also for several lines; everything else must be as it is written. */
function patternOf(expected: string): RegExp {
  const quoted = expected.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${quoted.join("[\\s\\S]*?")}\\n?$`);
}

describe("docs/cli.md", () => {
  it("has an example of every command", () => {
    const missing = COMMANDS.filter(({ name }) => !new RegExp(`wirefold ${name}\\b`).test(text)).map(({ name }) => name);
    expect(missing).toEqual([]);
  });

  it("prints what it says its examples print", { timeout: 180_000 }, async () => {
    using folder = scratch();
    const examples = examplesIn(text);
    expect(examples.length).toBeGreaterThan(10);
    for (const { command, expected, exitCode } of examples) {
      const { code, stdout, stderr } = await shell(command, { cwd: folder.path });
      expect({ command, code }).toEqual({ command, code: exitCode });
      expect(stdout + stderr, command).toMatch(patternOf(expected));
    }
  });
});
