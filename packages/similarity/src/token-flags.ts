/** What is known of a token, as bits of its flags. */
export const QUOTED = 1;
export const CAPITAL = 2;
export const FIGURE = 4;
export const SENTENCE_START = 8;
export const TITLE = 16;
export const IDEOGRAPH = 32;
/** The figure was written in digits, not as a word. */
export const DIGITS = 64;
