import { resolve } from "node:path";
import { addExamples, type DefineCommand, globalOptions } from "../command.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { Progress } from "../progress.ts";

export const define: DefineCommand = (command) => {
  command.argument("<folder>", "a backup that 'wirefold backup' made");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Into an empty data folder or database, by the release that took the backup. All tables are filled in one transaction; what was owed
then is owed again, and workers take it up.`,
  );
  addExamples(command, [["Into an empty place", "wirefold restore /backups/wirefold --data-dir /srv/wirefold"]]);
  command.action(async (folder: string, options: { dataDir: string }) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { restore } = await import("@wirefold/store");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    const progress = new Progress({ unit: "bodies", quiet: globalOptions(command).quiet });
    try {
      const { takenAt } = await restore(local.platform.database, local.platform.blobs, resolve(folder), (at) => {
        progress.setTotal(at.of ?? null);
        progress.update(at.bodies ?? 0, at.table);
      });
      progress.stop(`Restored what was there at ${takenAt.slice(0, 19).replace("T", " ")} UTC.`);
    } finally {
      progress.stop();
      await local.close();
    }
  });
};
