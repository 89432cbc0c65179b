import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../examples");
const examples = readdirSync(folder).filter((name) => name.endsWith(".mjs"));

test.each(examples)("examples/%s prints what it says it prints", (name) => {
  const [, promised = ""] = readFileSync(join(folder, name), "utf8").split("// prints:\n");
  const printed = execFileSync(process.execPath, [join(folder, name)], { encoding: "utf8" });
  expect(printed).toBe(promised.replaceAll(/^\/\/ ?/gm, ""));
});

test("every example stands in the list", () => {
  const list = readFileSync(join(folder, "README.md"), "utf8");
  expect(examples.filter((name) => !list.includes(`(${name})`))).toEqual([]);
});
