import type { DefineCommand } from "../command.ts";
import { defineStageControl } from "../pipeline/stage-control.ts";

export const define: DefineCommand = (command) => defineStageControl(command, "resume");
