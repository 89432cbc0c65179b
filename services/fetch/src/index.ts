export * from "./errors.ts";
export * from "./expand-source.ts";
export { type FetchPorts, fetch } from "./stage.ts";
export { HttpReader, type HttpReaderOptions, type UrlReader } from "./url-reader.ts";
export { worker } from "./worker.ts";
