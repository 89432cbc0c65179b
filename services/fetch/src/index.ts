export * from "./errors.ts";
export * from "./expand-source.ts";
export { HttpReader, type HttpReaderOptions, type UrlReader } from "./http/url-reader.ts";
export { default, type FetchPorts } from "./stage.ts";
