import { u8At, u32At } from "@wirefold/core";
import { ASSUMED_LANGUAGE, isCommentHeadline, isCommentRubric, writersVoice } from "@wirefold/text";
import { wordHashOf } from "./language-of.ts";
import { QUOTED, SENTENCE_START, TITLE } from "./token-flags.ts";

/**
 * Whether a document is an opinion, an analysis or an explainer: it may be on an event, but is no newsroom's report of it. Its headline
 * or its first line says so, or its writer speaks as reports do not, for himself and of what is to be done.
 */

/** Share of the sentences outside quotation marks in which a writer speaks, and how many at least. */
const VOICE_SHARE = 0.3;
const VOICED_MIN = 5;
/** A first line longer than this is no rubric. */
const RUBRIC_CHARS_MAX = 40;

const voices = new Map<string, ReadonlySet<number>>();

function voiceOf(language: string | null): ReadonlySet<number> {
  const key = language ?? ASSUMED_LANGUAGE;
  let hashes = voices.get(key);
  if (hashes === undefined) {
    const hash = wordHashOf(key);
    hashes = new Set([...writersVoice(language)].map((word) => hash(word, 0, word.length)));
    voices.set(key, hashes);
  }
  return hashes;
}

/** @param tokens hashes of the words, `flags` what is known of each, both as features have them */
export function isCommentary(
  title: string,
  text: string,
  language: string | null,
  tokens: Uint32Array,
  flags: Uint8Array,
): boolean {
  if (title !== "" && isCommentHeadline(title, language)) return true;
  const line = text.slice(0, RUBRIC_CHARS_MAX + 1).split("\n", 1)[0] ?? "";
  if (line.length <= RUBRIC_CHARS_MAX && isCommentRubric(line, language)) return true;
  const voice = voiceOf(language);
  let sentences = 0;
  let voiced = 0;
  let own = false;
  let heard = false;
  for (let i = 0; i < tokens.length; i++) {
    const flag = u8At(flags, i);
    if ((flag & (TITLE | QUOTED)) !== 0) continue;
    if ((flag & SENTENCE_START) !== 0) own = heard = false;
    if (!own) sentences++;
    own = true;
    if (heard || !voice.has(u32At(tokens, i))) continue;
    heard = true;
    voiced++;
  }
  return voiced >= VOICED_MIN && voiced >= VOICE_SHARE * sentences;
}
