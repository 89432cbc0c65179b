import { statfs } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { addExamples, type DefineCommand, endWith } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { formatBytes, formatCount } from "../format.ts";
import type { Leak } from "../pipeline/leaks.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { painter, wantsColour } from "../terminal.ts";

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
  readonly remedy?: string;
}

export const define: DefineCommand = (command) => {
  command
    .option("--leaks", "also look for what Redis, the database and the bodies disagree about")
    .option("--mend", "mend what --leaks finds")
    .option("--json", "print one JSON object");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Starts the engines, writes and reads a body, and says what it found. Exit code ${EXIT.engine} when something is missing.

--leaks compares the three stores: takedowns cut short, work of documents that are gone, jobs for nothing, work without a job,
bodies that nothing names, documents without their bodies, and the books against the rows they count. It may run while workers run.
Exit code ${EXIT.inputFailed} when there are leaks that were not mended.`,
  );
  addExamples(command, [
    ["Can this machine run wirefold?", "wirefold doctor"],
    ["After a crash, or a restore of one store alone", "wirefold doctor --mend"],
  ]);
  command.action(async (options: { dataDir: string; leaks?: boolean; mend?: boolean; json?: boolean }) => {
    const { findings, leaks } = await examine(options);
    if (options.json)
      process.stdout.write(
        `${JSON.stringify({ ok: findings.every((finding) => finding.ok), findings, ...(leaks === null ? {} : { leaks }) })}\n`,
      );
    else {
      const paint = painter(wantsColour(process.stdout));
      for (const { check, ok, found, remedy } of findings) {
        process.stdout.write(
          `${ok ? paint("ok  ", "green") : paint("FAIL", "red")} ${check}: ${found}${remedy && !ok ? `; ${remedy}` : ""}\n`,
        );
      }
      for (const leak of leaks ?? []) {
        const word = isOpen(leak) ? paint("LEAK", "red") : paint(leak.count === 0 ? "ok  " : "DONE", "green");
        process.stdout.write(`${word} ${leak.kind}: ${wordsOf(leak)}\n`);
      }
    }
    if (!findings.every((finding) => finding.ok)) endWith(EXIT.engine);
    else endWith((leaks ?? []).some(isOpen) ? EXIT.inputFailed : EXIT.ok);
  });
};

const isOpen = (leak: Leak): boolean => leak.count > (leak.mended ?? 0);

function wordsOf({ count, mended, examples, remedy }: Leak): string {
  if (count === 0) return "none";
  const some = `${formatCount(count)} (${examples.join(", ")}${count > examples.length ? ", …" : ""})`;
  if (mended !== null) return `${some}; ${formatCount(mended)} mended`;
  return `${some}; ${remedy.startsWith("ingest") ? "" : "--mend "}${remedy}`;
}

async function examine(options: {
  readonly dataDir: string;
  readonly leaks?: boolean;
  readonly mend?: boolean;
}): Promise<{ findings: Finding[]; leaks: Leak[] | null }> {
  const { dataDir, mend = false } = options;
  const findings: Finding[] = [];
  let leaks: Leak[] | null = null;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const recent = major > 20 || (major === 20 && minor >= 19);
  findings.push({ check: "Node", ok: recent, found: process.version, remedy: "install Node 20.19 or later" });
  findings.push({ check: "machine", ok: true, found: `${availableParallelism()} cores, ${formatBytes(totalmem())} of memory` });
  const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
  try {
    const local = await openLocalPlatform({ dataDir });
    try {
      const { platform } = local;
      const disk = await statfs(local.dataDir);
      const share = disk.bavail / disk.blocks;
      const free = `${formatBytes(disk.bavail * disk.bsize)} free (${Math.round(share * 100)} %)`;
      findings.push({
        check: "disk",
        ok: share > 0.05,
        found: free,
        remedy: "free some space: below 5 % the pipeline stops taking work",
      });
      const { rows } = await platform.database.query<{ version: string }>("select split_part(version(), ' ', 2) as version");
      findings.push({ check: "PostgreSQL", ok: true, found: rows[0]?.version ?? "a server that does not say its version" });
      const policy = await platform.queue.policy();
      findings.push({
        check: "Redis",
        ok: policy.evicts === false,
        found: `${policy.version}, maxmemory-policy ${policy.policy}`,
        remedy: "set maxmemory-policy noeviction, or jobs vanish under memory pressure",
      });
      const hash = await platform.blobs.put(Buffer.from("wirefold doctor"));
      const back = Buffer.from(await platform.blobs.get(hash)).toString();
      findings.push({ check: "bodies", ok: back === "wirefold doctor", found: "written and read back" });
      if (options.leaks === true || mend) {
        const { findLeaks } = await import("../pipeline/leaks.ts");
        leaks = [];
        for await (const leak of findLeaks(platform, mend)) leaks.push(leak);
        if (mend) {
          const { recordActivity } = await import("../pipeline/audit.ts");
          const mended = leaks.flatMap(({ kind, mended: count }) => (count ? [[kind, count]] : []));
          await recordActivity(platform.database, "doctor.mend", "all", Object.fromEntries(mended));
        }
      }
    } finally {
      await local.close();
    }
  } catch (error) {
    findings.push({ check: "engines", ok: false, found: (error as Error).message });
  }
  return { findings, leaks };
}
