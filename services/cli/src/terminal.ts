import type { WriteStream } from "node:tty";
import pico from "picocolors";

/**
 * Whether to colour what is written to a stream: only a terminal, and only when nobody asked otherwise
 * (https://no-color.org; FORCE_COLOR for pagers that understand colour). `--no-color` sets NO_COLOR.
 */
export function wantsColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "" && env.FORCE_COLOR !== "0") return true;
  return stream.isTTY === true && env.TERM !== "dumb";
}

export type Style = "bold" | "dim" | "underline" | "strikethrough" | "red" | "green" | "yellow" | "blue" | "gray";
export type Paint = (text: string, ...styles: readonly Style[]) => string;

/** A painter for one stream: returns the text as it is where colour is not wanted. */
export function painter(colour: boolean): Paint {
  const colours = pico.createColors(colour);
  return (text, ...styles) => styles.reduceRight((painted, style) => colours[style](painted), text);
}

/** Columns of a stream; 80 where it is not a terminal. */
export function columnsOf(stream: Partial<WriteStream>): number {
  return stream.columns ?? 80;
}
