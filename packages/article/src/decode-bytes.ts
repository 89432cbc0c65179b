/**
 * Bytes to characters. The order of trust: byte order mark, then UTF-8 when the bytes are valid UTF-8 with at least one
 * multi-byte character (a false declaration is far commoner than text that is valid UTF-8 by accident), then the HTTP charset,
 * the page's own `<meta>` or XML declaration, then detection over the bytes that are not ASCII.
 */
import { u8At } from "@wirefold/core";
import chardet from "chardet";
import iconv from "iconv-lite";
import { NotTextError } from "./limits.ts";
import { repairMojibake } from "./mojibake.ts";

export interface Decoded {
  readonly text: string;
  /** The WHATWG name of the encoding used. */
  readonly encoding: string;
  readonly source: "bom" | "utf-8-valid" | "http" | "meta" | "detected" | "default";
}

/** Labels in use that the platform's decoder does not know or that mean a superset in practice. */
const ALIASES: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  ascii: "windows-1252",
  "us-ascii": "windows-1252",
  latin1: "windows-1252",
  "iso-8859-9": "windows-1254",
  gb2312: "gb18030",
  gbk: "gb18030",
  gb_2312: "gb18030",
  "x-gbk": "gb18030",
  "gb2312-80": "gb18030",
  "euc-cn": "gb18030",
  cp1251: "windows-1251",
  cp1252: "windows-1252",
  "win-1251": "windows-1251",
  sjis: "shift_jis",
  "x-sjis": "shift_jis",
  ms932: "shift_jis",
  "ks_c_5601-1987": "euc-kr",
  cp949: "euc-kr",
  utf8: "utf-8",
  unicode: "utf-16le",
};

/** How far a page may put its `<meta charset>`; the standard says 1,024, pages do not listen. */
const META_BYTES_MAX = 65_536;
/** Detection looks at this many bytes around those that are not ASCII. */
const DETECT_BYTES_MAX = 32_768;

const declaredInMeta = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i;
const declaredInXml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})/i;
const declaredInHttp = /charset\s*=\s*["']?\s*([\w.:-]{2,40})/i;

interface Decoder {
  readonly encoding: string;
  decode(bytes: Uint8Array): string;
}

/**
 * Node 20 reads windows-1252 as ISO 8859-1 (its fast path forgets bytes 0x80 to 0x9F), which loses every curly quotation
 * mark, dash and euro sign of the commonest legacy encoding; so that one is decoded elsewhere.
 */
const windows1252: Decoder = {
  encoding: "windows-1252",
  decode: (bytes) => iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), "windows-1252"),
};

const decoderFor = (label: string | undefined): Decoder | undefined => {
  if (label === undefined) return undefined;
  const name = label.trim().toLowerCase();
  try {
    const decoder = new TextDecoder(ALIASES[name] ?? name);
    return decoder.encoding === "windows-1252" ? windows1252 : decoder;
  } catch {
    return undefined;
  }
};

/** Only bytes below 0x80, sampled 4 at a time where it can. */
function firstNonAscii(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) if (u8At(bytes, at) >= 0x80) return at;
  return -1;
}

/** @throws {NotTextError} for input that is plainly binary. */
export function decodeBytes(bytes: Uint8Array, contentType?: string): Decoded {
  const bom = byBom(bytes);
  if (bom !== undefined) return bom;
  refuseBinary(bytes);
  const wide = byZeroPattern(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, source: "detected" };

  const nonAscii = firstNonAscii(bytes);
  const head = latin1(bytes.subarray(0, META_BYTES_MAX));
  const http = decoderFor(declaredInHttp.exec(contentType ?? "")?.[1]);
  const declared = declaredInXml.exec(head)?.[1] ?? declaredInMeta.exec(head)?.[1];
  let meta = decoderFor(declared);
  // A page that could be read this far as ASCII is not UTF-16, whatever it says of itself.
  if (meta?.encoding.startsWith("utf-16")) meta = undefined;
  if (nonAscii < 0) {
    // ISO-2022-JP writes Japanese in ASCII bytes, between escapes.
    const escaped = (http ?? meta)?.encoding === "iso-2022-jp" || bytes.indexOf(0x1b) >= 0;
    if (escaped && head.includes("\x1b$"))
      return { text: new TextDecoder("iso-2022-jp").decode(bytes), encoding: "iso-2022-jp", source: "detected" };
    return { text: latin1(bytes), encoding: "utf-8", source: "default" };
  }
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) return { text: repairMojibake(utf8), encoding: "utf-8", source: "utf-8-valid" };

  const trusted = http !== undefined && http.encoding !== "utf-8" ? http : meta;
  const errors = countUtf8Errors(bytes);
  // A UTF-8 page with a few broken bytes (a cut character, a pasted word) is still UTF-8.
  if (errors.multibyte > 0 && errors.broken <= 0.05 * errors.multibyte + 1) {
    return { text: repairMojibake(new TextDecoder("utf-8").decode(bytes)), encoding: "utf-8", source: "utf-8-valid" };
  }
  if (trusted !== undefined && trusted.encoding !== "utf-8") {
    const text = trusted.decode(bytes);
    if (plausible(text))
      return { text: repairMojibake(text), encoding: trusted.encoding, source: trusted === http ? "http" : "meta" };
  }
  return detect(bytes, nonAscii);
}

function byBom(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes;
  let encoding: string | undefined;
  if (a === 0xef && b === 0xbb && c === 0xbf) encoding = "utf-8";
  else if (a === 0xfe && b === 0xff) encoding = "utf-16be";
  else if (a === 0xff && b === 0xfe) encoding = "utf-16le";
  if (encoding === undefined) return undefined;
  return { text: new TextDecoder(encoding).decode(bytes), encoding, source: "bom" };
}

/** Mostly-ASCII text in UTF-16 has a zero in every second byte. */
function byZeroPattern(bytes: Uint8Array): string | undefined {
  const sample = Math.min(bytes.length & ~1, 2048);
  if (sample < 16) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const half = sample / 2;
  if (odd > half * 0.4 && even < half * 0.05) return "utf-16le";
  if (even > half * 0.4 && odd < half * 0.05) return "utf-16be";
  return undefined;
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF-", "PDF"],
  ["\x89PNG", "PNG image"],
  ["GIF8", "GIF image"],
  ["\xff\xd8\xff", "JPEG image"],
  ["PK\x03\x04", "ZIP archive"],
  ["\x1f\x8b", "gzip data"],
  ["RIFF", "RIFF media"],
];

function refuseBinary(bytes: Uint8Array): void {
  const start = latin1(bytes.subarray(0, 8));
  for (const [signature, name] of SIGNATURES) if (start.startsWith(signature)) throw new NotTextError(name);
  const sample = bytes.subarray(0, 4096);
  let control = 0;
  for (const byte of sample)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27 && byte !== 0) control += 1;
  if (sample.length >= 64 && control > sample.length * 0.1) throw new NotTextError("binary data");
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

const strictDecoder = new TextDecoder("utf-8", { fatal: true });
function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function countUtf8Errors(bytes: Uint8Array): { multibyte: number; broken: number } {
  let multibyte = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = u8At(bytes, at);
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const need = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let ok = need > 0 && byte < 0xf5;
    for (let i = 1; ok && i <= need; i++) ok = (u8At(bytes, at + i) & 0xc0) === 0x80;
    if (ok) {
      multibyte += 1;
      at += need + 1;
    } else {
      broken += 1;
      at += 1;
    }
  }
  return { multibyte, broken };
}

/** A wrong multi-byte decoding shows as replacement characters. */
function plausible(text: string): boolean {
  let bad = 0;
  let wide = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) wide += 1;
    if (code === 0xfffd) bad += 1;
  }
  return bad <= 2 + wide * 0.02;
}

/** Collects stretches around the bytes that are not ASCII, so that markup does not drown the evidence. */
function sampleForDetection(bytes: Uint8Array, first: number): { sample: Uint8Array; isolated: number } {
  const sample = new Uint8Array(DETECT_BYTES_MAX);
  let length = 0;
  let high = 0;
  let alone = 0;
  for (let at = first; at < bytes.length && length < DETECT_BYTES_MAX; at++) {
    const byte = u8At(bytes, at);
    const before = at > 0 ? u8At(bytes, at - 1) : 32;
    if (byte >= 0x80) {
      high += 1;
      if (before < 0x80 && (bytes[at + 1] ?? 32) < 0x80) alone += 1;
    }
    if (byte >= 0x80 || byte === 32 || before >= 0x80) sample[length++] = byte;
  }
  return { sample: sample.subarray(0, length), isolated: alone / Math.max(1, high) };
}

/** In Latin scripts accented letters stand between plain ones; in every other legacy encoding high bytes come in runs. */
const ISOLATED_SHARE = 0.6;
const latinEncodings = new Set(["ISO-8859-1", "ISO-8859-2", "ISO-8859-9", "windows-1250", "windows-1252", "windows-1254"]);

function detect(bytes: Uint8Array, first: number): Decoded {
  const { sample, isolated } = sampleForDetection(bytes, first);
  const isLatin = isolated >= ISOLATED_SHARE;
  // The detector tells Latin languages apart by their plain letters, so there it sees whole stretches.
  const evidence = isLatin ? bytes.subarray(Math.max(0, first - 1024), first + DETECT_BYTES_MAX) : sample;
  for (const match of chardet.analyse(evidence)) {
    if (isLatin !== latinEncodings.has(match.name)) continue;
    if (match.name.startsWith("UTF-") || match.name === "ASCII") continue;
    const decoder = decoderFor(match.name);
    const text =
      decoder?.decode(bytes) ?? (iconv.encodingExists(match.name) ? iconv.decode(Buffer.from(bytes), match.name) : undefined);
    if (text !== undefined && plausible(text)) {
      return { text: repairMojibake(text), encoding: decoder?.encoding ?? match.name.toLowerCase(), source: "detected" };
    }
  }
  return { text: windows1252.decode(bytes), encoding: "windows-1252", source: "default" };
}
