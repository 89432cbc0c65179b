import { describe, expect, it } from "vitest";
import { COMMANDS } from "../src/commands.ts";
import { shell, wirefold } from "./run-wirefold.ts";

describe("the command line", () => {
  it("lists every command in its help, with examples and exit codes", async () => {
    const { code, stdout, stderr } = await wirefold(["--help"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const { name, summary } of COMMANDS) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, "m"));
      expect(stdout.replace(/\s+/g, " ")).toContain(summary);
    }
    expect(stdout).toContain("Examples:");
    expect(stdout).toContain("Exit codes:");
  });

  it.each(COMMANDS.map(({ name }) => name))("%s --help teaches by example", async (name) => {
    const { code, stdout } = await wirefold([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: wirefold ${name}`);
    expect(stdout).toMatch(/Examples:\n {2}\S.*\n {4}\$ .*wirefold/);
    expect((await wirefold(["help", name])).stdout).toBe(stdout);
  });

  it("prints its version", async () => {
    expect(await wirefold(["--version"])).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  });

  it("names the command that was meant, in one line, and exits with 2", async () => {
    const { code, stdout, stderr } = await wirefold(["claen"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^wirefold: unknown command 'claen' \(Did you mean clean\?\); .*\[WIREFOLD_USAGE\]\n$/);
  });

  it.each([
    [["clean", "--wrkers", "2"], /unknown option '--wrkers' \(Did you mean --workers\?\)/],
    [["clean", "--workers", "many"], /--workers takes a whole number/],
    [["clean", "--max-line", "big"], /--max-line takes a size, not 'big'; write it like 512k/],
    [["clean", "--html"], /--html belongs to --explain/],
  ])("%j is a usage error of one line", async (args, message) => {
    const { code, stdout, stderr } = await wirefold(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("starts in less than two and a half times what Node itself takes", async () => {
    // Processor time by turns, and the best of five: what the command needs, not what else the machine is doing.
    const cpuMs = async (command: string): Promise<number> => {
      const { stderr } = await shell(`TIMEFORMAT='%U %S'; time ${command} > /dev/null`);
      return stderr
        .trim()
        .split(" ")
        .reduce((sum, seconds) => sum + Number(seconds) * 1000, 0);
    };
    const ratios: number[] = [];
    for (let i = 0; i < 5; i++) {
      const bare = await cpuMs('node -e ""');
      ratios.push((await cpuMs("wirefold --help")) / bare);
    }
    expect(Math.min(...ratios)).toBeLessThan(2.5);
  });
});
