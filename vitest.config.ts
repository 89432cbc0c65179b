import { defineConfig } from "vitest/config";

/** Packages of pure functions: values in, values out. */
const pure = ["core", "text", "article", "similarity", "facts", "stories", "truth", "report", "sources", "pipeline"];
/** Packages and services whose tests ask the run's engines for a corner of their own, and change nothing else of their process. */
const cornered = ["store", "worker", "queue", "telemetry"];
const corneredServices = ["fetch", "dedupe", "reconcile"];
const testsOf = (names: string) => `packages/${names}/test/**/*.test.ts`;
const testsOfServices = (names: string) => `services/${names}/test/**/*.test.ts`;

export default defineConfig({
  ssr: { resolve: { conditions: ["source"] } },
  resolve: { conditions: ["source"] },
  test: {
    // Far beyond what any takes on a quiet machine: a limit finds what never ends.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // A poll ends as soon as what it waits for is there.
    expect: { poll: { timeout: 60_000 } },
    // Twice the cores of a small machine: suites that start engines and commands wait a third of their time.
    pool: "forks",
    maxWorkers: 4,
    // A thread takes a second of CPU to load the stages; a test whose subject is several of them says how many.
    env: { WIREFOLD_THREADS: "1" },
    projects: [
      {
        extends: true,
        // Pure functions leave nothing behind, so files may follow each other in a process that has loaded them: half the time.
        test: { name: "pure", include: [testsOf(`{${pure.join(",")}}`)], isolate: false },
      },
      {
        extends: true,
        // The same: what a file loads, the next finds loaded.
        test: {
          name: "stores",
          globalSetup: ["tests/global-setup.ts"],
          include: [testsOf(`{${cornered.join(",")}}`), testsOfServices(`{${corneredServices.join(",")}}`)],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "engines",
          globalSetup: ["tests/global-setup.ts"],
          include: [
            testsOf(`!(${[...pure, ...cornered].join("|")})`),
            testsOfServices(`!(${corneredServices.join("|")})`),
            "tests/**/*.test.ts",
          ],
        },
      },
    ],
  },
});
