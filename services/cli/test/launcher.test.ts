import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { BIN, type Ran, scratch } from "./run-wirefold.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const MAIN = "services/cli/src/main.ts";
const TSCONFIG = {
  compilerOptions: {
    composite: true,
    target: "ES2023",
    module: "NodeNext",
    types: [],
    rootDir: "src",
    outDir: "dist",
    tsBuildInfoFile: "dist/.tsbuildinfo",
  },
  include: ["src"],
};

/** A checkout in small: the launcher, the compiler, one package and a command that prints what the package says. */
function checkout(path: string) {
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
  };
  write("tsconfig.base.json", "{}");
  write("package.json", '{"type":"module"}');
  write("packages/words/tsconfig.json", JSON.stringify(TSCONFIG));
  write("packages/words/src/deep/word.ts", 'export const word: string = "first";\n');
  write("services/cli/tsconfig.json", JSON.stringify({ ...TSCONFIG, references: [{ path: "../../packages/words" }] }));
  write(MAIN, 'import { word } from "../../../packages/words/dist/deep/word.js";\nconsole.log(word);\n');
  mkdirSync(join(path, "services/cli/bin"), { recursive: true });
  copyFileSync(BIN, join(path, "services/cli/bin/wirefold.mjs"));
  mkdirSync(join(path, "node_modules"));
  for (const name of ["typescript", "@typescript"])
    symlinkSync(join(ROOT, "node_modules", name), join(path, "node_modules", name));
  return {
    write,
    /** Saves a file as an editor would, a moment after the last build. */
    edit(file: string, content: string) {
      write(file, content);
      const later = new Date(Date.now() + 2000);
      utimesSync(join(path, file), later, later);
    },
    run: (env: NodeJS.ProcessEnv = {}) => launch(join(path, "services/cli/bin/wirefold.mjs"), env),
    builtAt: () => statSync(join(path, "services/cli/dist/main.js")).mtimeMs,
    locks: () => readdirSync(join(path, "node_modules")).filter((name) => name.includes("lock")),
    path,
  };
}

async function launch(bin: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = spawn(process.execPath, [bin], { env: { ...process.env, WIREFOLD_BUILD: undefined, ...env } });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stdout, stderr };
}

describe("the launcher in a checkout", () => {
  it("builds on first use, not on the second, and again after a source file changed", async () => {
    using folder = scratch();
    const { run, edit, builtAt, locks } = checkout(folder.path);
    expect(await run()).toEqual({ code: 0, stdout: "first\n", stderr: "" });
    const first = builtAt();
    expect((await run()).stdout).toBe("first\n");
    expect(builtAt()).toBe(first);
    edit("packages/words/src/deep/word.ts", 'export const word: string = "second";\n');
    expect(await run({ WIREFOLD_BUILD: "never" })).toMatchObject({ code: 0, stdout: "first\n" });
    expect(await run()).toEqual({ code: 0, stdout: "second\n", stderr: "" });
    expect(locks()).toEqual([]);
  });

  it("says in one line that the build failed, after the compiler's own words, and exits with 5", async () => {
    using folder = scratch();
    const { run, edit, locks } = checkout(folder.path);
    await run();
    edit(MAIN, "const n: number = 'no';\nconsole.log(n);\n");
    const { code, stdout, stderr } = await run();
    expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
    expect(stderr).toContain("error TS2322");
    expect(stderr.trimEnd().split("\n").at(-1)).toBe(
      "wirefold: the build failed: mend the errors above, or run the last good build with WIREFOLD_BUILD=never [WIREFOLD_BUILD_FAILED]",
    );
    expect(locks()).toEqual([]);
    expect((await run()).code).toBe(5); // Not the half-built command, although nothing changed since.
    edit(MAIN, "console.log('mended');\n");
    expect((await run()).stdout).toBe("mended\n");
  });

  it("lets two first uses wait for one build", async () => {
    using folder = scratch();
    const { run, locks } = checkout(folder.path);
    const both = await Promise.all([run(), run(), run()]);
    for (const ran of both) expect(ran).toEqual({ code: 0, stdout: "first\n", stderr: "" });
    expect(locks()).toEqual([]);
  });

  it("takes over the lock of a build that died", async () => {
    using folder = scratch();
    const { run, write, locks } = checkout(folder.path);
    // Larger than any process id the system gives out.
    write("node_modules/.wirefold-build.lock", "4194305");
    expect((await run()).stdout).toBe("first\n");
    expect(locks()).toEqual([]);
  });

  it("says what to do when the compiler is not installed", async () => {
    using folder = scratch();
    const { run } = checkout(folder.path);
    rmSync(join(folder.path, "node_modules/typescript"));
    const { code, stderr } = await run();
    expect(code).toBe(5);
    expect(stderr).toContain("run 'npm install' in the checkout first");
  });
});

describe("the launcher of an installed package", () => {
  it("imports what is there and never builds", async () => {
    using folder = scratch();
    const { run, write, edit, path } = checkout(folder.path);
    rmSync(join(path, "tsconfig.base.json"));
    rmSync(join(path, "services/cli/tsconfig.json"));
    write("services/cli/dist/main.js", 'console.log("packed");\n');
    edit(MAIN, "this is not TypeScript");
    expect(await run()).toEqual({ code: 0, stdout: "packed\n", stderr: "" });
  });
});
