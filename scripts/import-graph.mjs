/** Which source file imports which, over the whole checkout: for the architecture test and for `tree-figures.mjs`. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Imports of values; `import type` and `export type` are gone when the program runs. */
const imports =
  /^(?:import|export)(?! type\b)[^"'`;]*?\bfrom "([^"\n]+)";|^import "([^"\n]+)";|\bimport\(\s*["'`]([^"'`\n]+)["'`]\s*\)/gm;

/** Every `src` file of the workspaces, as paths from `root`. */
export function sourceFiles(root) {
  const found = [];
  const walk = (at) => {
    for (const name of readdirSync(at)) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (name.endsWith(".ts")) found.push(relative(root, path));
    }
  };
  for (const workspace of workspaces(root)) if (existsSync(join(root, workspace, "src"))) walk(join(root, workspace, "src"));
  return found.sort();
}

/** Folders of the workspaces. */
export function workspaces(root) {
  return ["packages", "services"].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(join(root, folder, "package.json"))),
  );
}

/**
 * The files each file imports, barrels counted as files of their own. A service that is loaded by
 * a name known only at run time (`import(\`@wirefold/${name}\`)`) is a plug-in: an import of each service, or none.
 *
 * @param {string} root
 * @param {{plugins?: boolean, atOnce?: boolean}} [options] `atOnce` leaves out what a file imports only once it needs it
 * @returns {Map<string, readonly string[]>}
 */
export function importGraph(root, { plugins = true, atOnce = false } = {}) {
  const files = sourceFiles(root);
  const known = new Set(files);
  const packages = new Map(
    workspaces(root).map((folder) => {
      const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
      return [manifest.name, { folder, exports: manifest.exports ?? {} }];
    }),
  );
  const fileOf = (from, named) => {
    if (named.startsWith(".")) return [join(dirname(from), named)];
    if (/\$\{/.test(named)) {
      const pattern = new RegExp(`^${named.replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`);
      const services = [...packages].filter(
        ([name, { folder }]) => plugins && folder.startsWith("services/") && pattern.test(name),
      );
      return services.flatMap(([name]) => fileOf(from, name));
    }
    const [, name = "", below = ""] = /^(@wirefold\/[^/]+|wirefold)(\/.*)?$/.exec(named) ?? [];
    const target = packages.get(name);
    const source = target?.exports[`.${below}`]?.source;
    return target === undefined || source === undefined ? [] : [join(target.folder, source)];
  };
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(root, file), "utf8");
      const named = [...text.matchAll(imports)]
        .map((match) => match[1] ?? match[2] ?? (atOnce ? undefined : match[3]))
        .flatMap((name) => (name === undefined ? [] : fileOf(file, name)));
      return [file, [...new Set(named)].filter((path) => known.has(path))];
    }),
  );
}

/** The files on a shortest way from one to the other, both counted; empty where there is none. */
export function wayBetween(graph, from, to) {
  const before = new Map([[from, ""]]);
  const next = [from];
  for (const file of next) {
    if (file === to) break;
    for (const imported of graph.get(file) ?? []) {
      if (before.has(imported)) continue;
      before.set(imported, file);
      next.push(imported);
    }
  }
  const way = [];
  for (let at = before.has(to) ? to : ""; at !== ""; at = before.get(at)) way.unshift(at);
  return way;
}

/** Files that import each other in a circle: the strongly connected parts of more than one file (Tarjan 1972). */
export function circles(graph) {
  const order = new Map();
  const low = new Map();
  const stack = [];
  const open = new Set();
  const found = [];
  const visit = (file) => {
    order.set(file, order.size);
    low.set(file, order.get(file));
    stack.push(file);
    open.add(file);
    for (const imported of graph.get(file) ?? []) {
      if (!order.has(imported)) {
        visit(imported);
        low.set(file, Math.min(low.get(file), low.get(imported)));
      } else if (open.has(imported)) low.set(file, Math.min(low.get(file), order.get(imported)));
    }
    if (low.get(file) !== order.get(file)) return;
    const part = stack.splice(stack.indexOf(file));
    for (const member of part) open.delete(member);
    if (part.length > 1) found.push(part.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}
