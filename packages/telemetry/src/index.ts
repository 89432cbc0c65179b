export * from "./drain-estimate.ts";
export * from "./health-server.ts";
export * from "./log.ts";
export * from "./log-events.ts";
export * from "./metrics.ts";
export * from "./tracing.ts";
