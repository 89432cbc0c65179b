/** Folded words of a text, for comparing headlines: case, quotes and punctuation do not count. */
export const foldWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC'`\u00B4]/g, "")
    .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];

export const foldedText = (text: string): string => foldWords(text).join(" ");
