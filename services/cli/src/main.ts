import { exitWhenOutputFails } from "./output.ts";
import { runCommandLine } from "./program.ts";

// The exit code is set and the process left to end by itself, so that everything written is flushed first.
exitWhenOutputFails();
process.exitCode = await runCommandLine(process.argv.slice(2));
