export type { ExpandContext, Position } from "./archives/context.ts";
export { extensionOf } from "./archives/format-of.ts";
export * from "./errors.ts";
export * from "./expand-source.ts";
export { HttpReader, type HttpReaderOptions, type UrlReader } from "./http/url-reader.ts";
export { allowedFoldersOf } from "./ports.ts";
export { default, type FetchPorts } from "./stage.ts";
