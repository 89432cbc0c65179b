import type { Command } from "commander";

/** Adds the options every engine-backed command takes. Kept apart from the platform, which takes a while to load. */
export function addLocalOptions(command: Command): Command {
  return command
    .option("--data-dir <folder>", "where engines, documents and reports are kept", process.env.WIREFOLD_HOME || ".wirefold")
    .addHelpText(
      "after",
      "\nREDIS_URL, DATABASE_URL and WIREFOLD_BLOBS_URL replace what is private to the data folder (WIREFOLD_HOME).",
    );
}
