import type { DocumentFeatures } from "./features.ts";
import type { HeaviestWords } from "./heaviest-words.ts";

/** Flags of a word are bits of a byte. */
export const FEATURE_FLAG_BITS = 8;

type Metadata = readonly [
  id: string,
  textHash: string,
  titleTokens: number,
  tokensTotal: number,
  publishedDay: number | null,
  publishedDayOnly: number,
  language: string | null,
  outlet: string | null,
  agencies: number,
  credit: number,
  commentary: number,
  englishNorm: number,
  soundNorm: number,
];

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** All of the features but their lists, as JSON. */
export function metadataOf(features: DocumentFeatures): Uint8Array {
  const metadata: Metadata = [
    features.id,
    features.textHash,
    features.titleTokens,
    features.tokensTotal,
    features.publishedDay,
    features.publishedDayOnly ? 1 : 0,
    features.language,
    features.outlet,
    features.agencies,
    features.credit,
    features.commentary ? 1 : 0,
    features.english.norm,
    features.sounds.norm,
  ];
  return encoder.encode(JSON.stringify(metadata));
}

/** The lists of words read so far, and those that are read next, given the norm that the metadata holds. */
interface Lists {
  readonly tokens: Uint32Array;
  readonly flags: Uint8Array;
  readonly english: (norm: number) => HeaviestWords;
  readonly sounds: (norm: number) => HeaviestWords;
}

/** @throws SyntaxError or TypeError where it is no metadata */
export function featuresTold(told: Uint8Array, { tokens, flags, english, sounds }: Lists): DocumentFeatures {
  const [
    id,
    textHash,
    titleTokens,
    tokensTotal,
    publishedDay,
    publishedDayOnly,
    language,
    outlet,
    agencies,
    credit,
    commentary,
    englishNorm,
    soundNorm,
  ] = JSON.parse(decoder.decode(told)) as Metadata;
  return {
    id,
    textHash,
    tokens,
    flags,
    titleTokens,
    tokensTotal,
    publishedDay,
    publishedDayOnly: publishedDayOnly === 1,
    language,
    english: english(englishNorm),
    sounds: sounds(soundNorm),
    outlet,
    agencies,
    credit,
    commentary: commentary === 1,
  };
}
