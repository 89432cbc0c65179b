import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the README's example runs, and counts the rewrite as no source of its own", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const example = /```js\n([\s\S]*?)```/.exec(readme)?.[1];
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", example ?? ""], {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
  });
  expect(output).toMatch(/^Ferry runs aground off Saltby \| .*412.* \| 2 articles, 1 independent$/m);
});
