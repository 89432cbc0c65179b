export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly source: string;
}
export function decodeBytes(bytes: Uint8Array, _contentType?: string): Decoded {
  return { text: new TextDecoder("utf-8").decode(bytes), encoding: "utf-8", source: "default" };
}
