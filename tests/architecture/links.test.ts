import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

function pages(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return ["node_modules", "dist", ".git", ".wirefold"].includes(entry.name) ? [] : pages(join(folder, entry.name));
    return entry.name.endsWith(".md") ? [join(folder, entry.name)] : [];
  });
}

/** Titles as GitHub makes anchors of them. */
const anchorsOf = (page: string) =>
  new Set(
    [...readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );

test("every link from page to page, file or title leads somewhere", () => {
  const found = pages(root);
  expect(found.length).toBeGreaterThan(40);
  const broken = found.flatMap((page) =>
    [
      ...readFileSync(page, "utf8")
        .replace(/```[\s\S]*?```|`[^`\n]*`/g, "")
        .matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g),
    ].flatMap(([, link = ""]) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      const leads = existsSync(target) && (anchor === undefined || !target.endsWith(".md") || anchorsOf(target).has(anchor));
      return leads ? [] : [`${relative(root, page)}: ${link}`];
    }),
  );
  expect(broken).toEqual([]);
});
