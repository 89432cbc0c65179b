import { bytesOfBase64 } from "@wirefold/core";
import { WORD_FREQUENCIES, WORD_FREQUENCY_BLOCKS, WORD_FREQUENCY_COUNT } from "./data/word-frequencies.ts";
import { frequencyTable, rarestOf } from "./frequency-table.ts";

/** Bumped with the table: postings and edges of different versions do not mix. */
export const WEIGHTS_VERSION = 1;

/** What a word outside the table weighs: it was seen in fewer than three blocks. */
export const RAREST = rarestOf(WORD_FREQUENCY_BLOCKS);

/**
 * How much a word tells, by its stem's hash: the logarithm of how rarely it is used, 0 (in every text) to `RAREST`, from a
 * table frozen with this version. It does not move with the corpus, because an edge has to be the same whenever and
 * whatever else its two documents are compared with.
 */
export const weightOf = frequencyTable(bytesOfBase64(WORD_FREQUENCIES), WORD_FREQUENCY_COUNT, RAREST);
