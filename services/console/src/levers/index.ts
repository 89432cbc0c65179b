export { type FieldChange, type Preview, previewReprocess } from "./preview-reprocess.ts";
export { type ReplayOptions, replayQuarantined } from "./replay.ts";
export { driveReprocess, type ReprocessDriving, WAITING_MAX } from "./reprocess.ts";
