export * from "./quoted-spans.ts";
