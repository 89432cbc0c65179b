export { type ReplayOptions, replayQuarantined } from "./replay.ts";
export { driveReprocess, type ReprocessDriving, WAITING_MAX } from "./reprocess.ts";
