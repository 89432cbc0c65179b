export * from "./errors.ts";
export * from "./expand-source.ts";
export { HttpReader, type HttpReaderOptions, type UrlReader } from "./http/url-reader.ts";
export { type FetchPorts, fetch } from "./stage.ts";
export { worker } from "./worker.ts";
