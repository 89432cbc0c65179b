/** The bytes that base64 stands for. Tables of a megabyte are read when a thread starts: no call per character. */
export const bytesOfBase64 = (packed: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(packed, "base64"));
