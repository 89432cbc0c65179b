export * from "./names.ts";
export * from "./quoted-spans.ts";
export * from "./sentences.ts";
