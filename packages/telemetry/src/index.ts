export * from "./drain-estimate.ts";
export * from "./log.ts";
export * from "./log-events.ts";
export * from "./metrics.ts";
