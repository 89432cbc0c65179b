import { statfs } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { addExamples, type DefineCommand, endWith } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { formatBytes } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { painter, wantsColour } from "../terminal.ts";

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
  readonly remedy?: string;
}

export const define: DefineCommand = (command) => {
  command.option("--json", "print one JSON object");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    "\nStarts the engines, writes and reads a body, and says what it found. Exit code 3 when something is missing.",
  );
  addExamples(command, [["Can this machine run wirefold?", "wirefold doctor"]]);
  command.action(async (options: { dataDir: string; json?: boolean }) => {
    const findings = await examine(options.dataDir);
    if (options.json) process.stdout.write(`${JSON.stringify({ ok: findings.every((finding) => finding.ok), findings })}\n`);
    else {
      const paint = painter(wantsColour(process.stdout));
      for (const { check, ok, found, remedy } of findings) {
        process.stdout.write(
          `${ok ? paint("ok  ", "green") : paint("FAIL", "red")} ${check}: ${found}${remedy && !ok ? `; ${remedy}` : ""}\n`,
        );
      }
    }
    endWith(findings.every((finding) => finding.ok) ? EXIT.ok : EXIT.engine);
  });
};

async function examine(dataDir: string): Promise<Finding[]> {
  const findings: Finding[] = [];
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
      findings.push({ check: "PostgreSQL", ok: true, found: rows[0]!.version });
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
    } finally {
      await local.close();
    }
  } catch (error) {
    findings.push({ check: "engines", ok: false, found: (error as Error).message });
  }
  return findings;
}
