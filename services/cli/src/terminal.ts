import type { WriteStream } from "node:tty";

/**
 * Whether to colour what is written to a stream: only a terminal, and only when nobody asked otherwise
 * (https://no-color.org; FORCE_COLOR for pagers that understand colour). `--no-color` sets NO_COLOR.
 */
export function wantsColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "" && env.FORCE_COLOR !== "0") return true;
  return stream.isTTY === true && env.TERM !== "dumb";
}

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  strike: [9, 29],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  grey: [90, 39],
} as const;

export type Style = keyof typeof CODES;
export type Paint = (text: string, ...styles: readonly Style[]) => string;

/** A painter for one stream: returns the text as it is where colour is not wanted. */
export function painter(colour: boolean): Paint {
  if (!colour) return (text) => text;
  return (text, ...styles) => {
    const open = styles.map((style) => `\x1b[${CODES[style][0]}m`).join("");
    const close = styles.map((style) => `\x1b[${CODES[style][1]}m`).join("");
    return `${open}${text}${close}`;
  };
}

/** Columns of a stream; 80 where it is not a terminal. */
export function columnsOf(stream: Partial<WriteStream>): number {
  return stream.columns ?? 80;
}
