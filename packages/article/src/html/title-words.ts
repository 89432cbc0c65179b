/** Folded words of a text, for comparing headlines and lines: case, quotes and punctuation do not count. */
const apostrophes = /[\u2018\u2019\u02BC'`\u00B4]/g;
const hasApostrophe = /[\u2018\u2019\u02BC'`\u00B4]/;

/** 1 letter or mark, 2 digit, 0 boundary. Scripts beyond Latin count whole as letters, but for the blocks of punctuation. */
const classOf = (code: number): number => {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? 1 : code >= 48 && code <= 57 ? 2 : 0;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba ? 1 : 0;
  if (code === 0xd7 || code === 0xf7) return 0;
  if (code >= 0x2000 && code <= 0x2bff) return 0;
  if (code >= 0x3000 && code <= 0x303f) return code === 0x3005 || code === 0x3007 ? 1 : 0;
  if (
    code === 0x30fb ||
    (code >= 0xff00 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65)
  )
    return 0;
  if (code >= 0xff10 && code <= 0xff19) return 2;
  if ((code >= 0x0660 && code <= 0x0669) || (code >= 0x06f0 && code <= 0x06f9)) return 2;
  if (
    code === 0x060c ||
    code === 0x061b ||
    code === 0x061f ||
    code === 0x06d4 ||
    code === 0x0964 ||
    code === 0x0965 ||
    code === 0x0387 ||
    code === 0x037e ||
    code === 0x05be
  )
    return 0;
  return 1;
};

export function foldWords(text: string): string[] {
  let folded = text.toLowerCase();
  if (hasApostrophe.test(folded)) folded = folded.replace(apostrophes, "");
  const words: string[] = [];
  let start = 0;
  let open = 0;
  for (let at = 0; at < folded.length; at++) {
    const kind = classOf(folded.charCodeAt(at));
    if (kind === open) continue;
    if (open !== 0) words.push(folded.slice(start, at));
    start = at;
    open = kind;
  }
  if (open !== 0) words.push(folded.slice(start));
  return words;
}

export const foldedText = (text: string): string => foldWords(text).join(" ");
