/** Bytes to characters, without the rest of the package: what only reads a body needs no more. */
export { type Decoded, decodeBytes } from "./decode-bytes.ts";
export { decodeStream } from "./decode-stream.ts";
export { NotTextError } from "./limits.ts";
