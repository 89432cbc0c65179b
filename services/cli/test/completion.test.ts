import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../src/commands.ts";
import { commandTree } from "../src/completion/command-tree.ts";
import { completionScript } from "../src/completion/scripts.ts";

/** Named apart: not part of every machine this is tested on. */
const FISH = "fish";
const has = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

/** What bash offers when Tab is pressed behind these words. */
function offered(script: string, ...typed: readonly string[]): string[] {
  const words = ["wirefold", ...typed];
  const ask = `${script}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
_wirefold; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", ask], { encoding: "utf8", cwd: "/" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter(Boolean);
}

describe("completion", async () => {
  const tree = await commandTree(COMMANDS);
  const bash = completionScript("bash", tree);

  test("knows every command and each of its options", () => {
    expect(tree.filter(({ path }) => path.length === 1).map(({ path }) => path[0])).toEqual(COMMANDS.map(({ name }) => name));
    expect(tree.find(({ path }) => path.join(" ") === "source add")?.options.map(({ flag }) => flag)).toContain("--every");
    expect(tree.find(({ path }) => path[0] === "prune")?.words).toEqual(["timeline", "results", "events", "pages", "bodies"]);
    expect(tree.find(({ path }) => path[0] === "export")?.words).toContain("articles");
  });

  test.skipIf(!has("bash"))("bash offers commands, sub-commands, stages and options where they stand", () => {
    expect(offered(bash, "pa")).toEqual(["pause"]);
    expect(offered(bash, "source", "")).toEqual(expect.arrayContaining(["add", "list", "check"]));
    expect(offered(bash, "source", "add", "--ev")).toEqual(["--every"]);
    expect(offered(bash, "--quiet", "pause", "re")).toEqual(["reconcile"]);
    expect(offered(bash, "status", "--")).toEqual(expect.arrayContaining(["--watch", "--json", "--data-dir", "--help"]));
    // The value of an option is a file, not another option.
    expect(offered(bash, "backup", "--data-dir", "/et")).toEqual(["/etc"]);
    expect(offered(bash, "nonsense", "--")).toEqual(["--version", "--help"]);
  });

  test.skipIf(!has("zsh"))("zsh reads its script, and offers what it describes", () => {
    const ask = `autoload -Uz compinit; compinit -D -u; ${completionScript("zsh", tree)}
_describe() { print -l -- "\${(@P)2}" }; _files() { }
words=(wirefold source add --e); CURRENT=4; PREFIX=--e; _wirefold`;
    const { stdout, stderr } = spawnSync("zsh", ["-f", "-c", ask], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^--every:fixed time/m);
  });

  test.skipIf(!has(FISH))("fish offers the same", () => {
    const ask = `${completionScript("fish", tree)}\ncomplete -C 'wirefold source add --ev'; complete -C 'wirefold pau'`;
    const { stdout, stderr } = spawnSync(FISH, ["--no-config", "-c", ask], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^--every\t/m);
    expect(stdout).toMatch(/^pause\t/m);
  });
});
