import { resolve } from "node:path";
import { addExamples, type DefineCommand, globalOptions } from "../command.ts";
import { counted } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { Progress } from "../progress.ts";

export const define: DefineCommand = (command) => {
  command.argument("<folder>", "where the backup goes; an older one there is brought up to date");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
The tables of PostgreSQL as one snapshot, and the bodies they name; Redis holds nothing that is not made again. Workers may go on
meanwhile: the backup is of the moment it began. Bodies are named by their content, so a second backup writes only what is new.`,
  );
  addExamples(command, [
    ["Every night", "wirefold backup /backups/wirefold"],
    ["Into an empty place", "wirefold restore /backups/wirefold --data-dir /srv/wirefold"],
  ]);
  command.action(async (folder: string, options: { dataDir: string }) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { backup } = await import("@wirefold/store");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    const { quiet } = globalOptions(command);
    const progress = new Progress({ unit: "bodies", quiet });
    try {
      const { tables, bodies } = await backup(local.platform.database, local.platform.blobs, resolve(folder), (at) => {
        progress.setTotal(at.of ?? null);
        progress.update(at.bodies ?? 0, at.table);
      });
      progress.stop(`${counted(tables.length, "table")} and the bodies of ${counted(bodies, "document part")} in ${folder}`);
    } finally {
      progress.stop();
      await local.close();
    }
  });
};
