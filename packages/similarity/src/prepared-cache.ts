import { LRUCache } from "lru-cache";
import type { PreparedDocument } from "./prepared-document.ts";

/** Bytes of a prepared document per token of its text, as measured on news; and for the object itself. */
const BYTES_PER_TOKEN = 34;
const BYTES_EACH = 6_000;

const sizeOf = ({ features }: PreparedDocument): number => BYTES_EACH + features.tokens.length * BYTES_PER_TOKEN;

/** Prepared documents lately used, by number, up to a number of bytes. The longest unused go first. */
export const preparedCache = (
  bytesMax: number,
  prepare: (number: number) => PreparedDocument,
): LRUCache<number, PreparedDocument> => new LRUCache({ maxSize: bytesMax, sizeCalculation: sizeOf, memoMethod: prepare });
