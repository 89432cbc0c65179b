/**
 * npm run new-stage <name> <the stage it stands after> [event]
 *
 * Makes a stage that builds, runs and shows everywhere at once, and hands on what it is given until its step is written. What it
 * changes is what docs/adding-a-stage.md says, and a test runs it in a copy of the repository.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = process.env.WIREFOLD_ROOT ?? dirname(dirname(fileURLToPath(import.meta.url)));
const [name, after, givenEvent] = process.argv.slice(2);
const fail = (message) => {
  process.stderr.write(`new-stage: ${message}\n`);
  process.exit(2);
};
if (!name || !after) fail("usage: npm run new-stage <name> <the stage it stands after> [event]");
if (!/^[a-z][a-z0-9]*$/.test(name)) fail(`${name}: a stage's name is one word in small letters`);
if (existsSync(join(root, "services", name))) fail(`services/${name} is there already`);

const read = (path) => readFileSync(join(root, path), "utf8");
const write = (path, text) => writeFileSync(join(root, path), text);
/** Changes a file, and fails when what is to be changed is not there. */
const edit = (path, from, to) => {
  const text = read(path);
  const changed = text.replace(from, to);
  if (changed === text) fail(`${path}: nothing to change there; has its form changed?`);
  write(path, changed);
};

const line = /\{ stage: "(\w+)", on: "(\w+)", emits: "(\w+)" \}/g;
const pipeline = [...read("packages/core/src/pipeline.ts").matchAll(line)].map(([, stage, on, emits]) => ({ stage, on, emits }));
const place = pipeline.findIndex(({ stage }) => stage === after);
const next = pipeline[place + 1];
if (place === -1) fail(`there is no stage ${after}; the stages are ${pipeline.map(({ stage }) => stage).join(", ")}`);
if (pipeline.some(({ stage }) => stage === name)) fail(`there is a stage ${name} already`);
if (next === undefined) fail(`${after} is the last stage: what it emits is the end of the line`);
const { emits: given } = pipeline[place];
const event = givenEvent ?? `Document${name[0].toUpperCase()}${name.slice(1)}${name.endsWith("e") ? "d" : "ed"}`;
if (!/^[A-Z]\w+$/.test(event) || read("packages/core/src/events.ts").includes(`const ${event} `))
  fail(`${event}: no name for a new event`);

// 1. The pipeline as data, and the event.
edit(
  "packages/core/src/pipeline.ts",
  `{ stage: "${next.stage}", on: "${given}",`,
  `{ stage: "${name}", on: "${given}", emits: "${event}" },\n  { stage: "${next.stage}", on: "${event}",`,
);
edit(
  "packages/core/src/events.ts",
  `export type ${given} = z.output<typeof ${given}>;\n`,
  `export type ${given} = z.output<typeof ${given}>;\n\nexport const ${event} = ${given}.extend({});\nexport type ${event} = z.output<typeof ${event}>;\n`,
);
const nextStage = `services/${next.stage}/src/stage.ts`;
edit(nextStage, `input: ${given},`, `input: ${event},`);
edit(nextStage, /import \{([^}]*)\} from "@wirefold\/core";/, (_, names) => {
  const kept = names
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && one !== given);
  const sorted = [...kept, event].sort((a, b) => a.replace("type ", "").localeCompare(b.replace("type ", ""), "en"));
  return `import { ${sorted.join(", ")} } from "@wirefold/core";`;
});

// 2. The folder.
mkdirSync(join(root, "services", name, "src"), { recursive: true });
copyFileSync(join(root, "LICENSE"), join(root, "services", name, "LICENSE"));
write(
  `services/${name}/src/stage.ts`,
  `import { ${[given, event].sort((a, b) => a.localeCompare(b, "en")).join(", ")}, emit } from "@wirefold/core";
import { defineStage } from "@wirefold/worker/stage";

/** Hands on what it is given. */
export default defineStage({
  name: "${name}",
  version: 1,
  input: ${given},
  output: ${event},
  drops: {},
  concurrency: 2,
  timeoutMs: 20_000,
  maxAttempts: 3,
  ports: () => ({}),
  async decide(input) {
    return emit(input);
  },
});
`,
);
write(
  `services/${name}/README.md`,
  `# ${name}

Hands on what it is given.

| | |
|---|---|
| in | \`${given}\` |
| out | \`${event}\` |
| version | 1 |

**Dropped:** nothing. **Quarantined:** nothing but faults.

Where things are: [stage.ts](src/stage.ts) the contract.
`,
);
const manifest = JSON.parse(read("services/extract/package.json"));
const version = manifest.version;
write(
  `services/${name}/package.json`,
  `${JSON.stringify(
    {
      ...manifest,
      name: `@wirefold/${name}`,
      description: `Worker: ${name}`,
      scripts: { ...manifest.scripts, test: `vitest run --root ../.. services/${name}` },
      dependencies: { "@wirefold/core": version, "@wirefold/worker": version },
    },
    null,
    2,
  )}\n`,
);
const project = JSON.parse(read("services/extract/tsconfig.json"));
const references = [{ path: "../../packages/core" }, { path: "../../packages/worker" }];
write(`services/${name}/tsconfig.json`, `${JSON.stringify({ ...project, references }, null, 2)}\n`);

// 3. Where it is built, installed, shown and run.
const addReference = (path, reference, before) => {
  const config = JSON.parse(read(path));
  config.references.splice(config.references.findIndex(({ path: one }) => one === before) + 1, 0, { path: reference });
  write(path, `${JSON.stringify(config, null, 2)}\n`);
};
addReference("tsconfig.json", `services/${name}`, `services/${after}`);
addReference("services/cli/tsconfig.json", `../${name}`, `../${after}`);
const cli = JSON.parse(read("services/cli/package.json"));
cli.dependencies = Object.fromEntries(Object.entries({ ...cli.dependencies, [`@wirefold/${name}`]: version }).sort());
write("services/cli/package.json", `${JSON.stringify(cli, null, 2)}\n`);
edit(
  "README.md",
  new RegExp(`^(\\| \\*\\*${after}\\*\\* .*\\n)`, "m"),
  `$1| **${name}** | what ${after} gives | the same | – | [${name}](services/${name}/README.md) |\n`,
);

/** A block of YAML from its first line to the next of the same depth, copied with the stage's name in it. */
const copyBlock = (path, pattern) => {
  const block = new RegExp(pattern, "m").exec(read(path))?.[0];
  if (block === undefined) return fail(`${path}: no block of ${next.stage} to copy`);
  edit(path, block, `${block.replaceAll(next.stage, name)}${block}`);
};
copyBlock("docker-compose.yml", `^  ${next.stage}:\\n(?:    .*\\n)+`);
copyBlock(
  "infra/kubernetes/workers.yaml",
  `^  - apiVersion: apps/v1\\n    kind: Deployment\\n    metadata:\\n      name: wirefold-${next.stage}\\n(?: {4,}.*\\n?)+`,
);
copyBlock(
  "infra/kubernetes/keda.yaml",
  `^  - apiVersion: keda.sh/v1alpha1\\n    kind: ScaledObject\\n    metadata: \\{ name: wirefold-${next.stage} \\}\\n(?: {4,}.*\\n?)+`,
);

process.stdout.write(`services/${name}/src/stage.ts is yours. Now: npm install, then npx wirefold run seeds; wirefold status shows it.
What it drops, and why, goes into its contract and its README (docs/adding-a-stage.md).
`);
