import { expect, it } from "vitest";
import { jsonLines, wirefold } from "./run-wirefold.ts";

interface Cleaned {
  readonly id: string | null;
  readonly text?: string;
  readonly removed?: { readonly reason: string; readonly text: string }[];
  readonly error?: { readonly code: string };
}

const motto = "The Courier has belonged to the people of Hollowmere, and to nobody else, since the flood year.";

/** Words nobody uses, other ones for every seed. */
function sentence(seed: number): string {
  const syllables = ["bra", "ken", "tol", "mi", "sud", "ver", "lan", "po", "gri", "shen", "dak", "ru", "fel", "ost", "wy", "nar"];
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const words = Array.from({ length: 16 }, () => Array.from({ length: 3 }, () => syllables[next(16)]).join(""));
  return `The ${words.join(" ")}.`;
}
const page = (n: number, host: string) => {
  const text = [...Array.from({ length: 10 }, (_, at) => sentence(n * 100 + at)), motto].join("\n\n");
  return `${JSON.stringify({ id: `page-${n}`, url: `https://${host}/${n}`, text })}\n`;
};

it("cuts what recurs over a site's pages, whatever their order, and passes bad lines on", async () => {
  const lines = [
    ...Array.from({ length: 6 }, (_, n) => page(n, "courier.example")),
    ...Array.from({ length: 3 }, (_, n) => page(20 + n, "herald.example")),
    "nonsense\n",
  ];
  const { code, stdout } = await wirefold(["clean", "--recurring", "--workers", "2"], { stdin: lines.join("") });
  expect(code).toBe(1);
  const cleaned = jsonLines<Cleaned>(stdout);
  expect(cleaned.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5, 20, 21, 22].map((n) => `page-${n}`).concat([null as never]));
  expect(cleaned.at(-1)!.error!.code).toMatch(/^WIREFOLD_/);
  for (const { text, removed } of cleaned.slice(0, 6)) {
    expect(text).not.toContain(motto);
    expect(removed).toContainEqual(expect.objectContaining({ reason: "recurring-line", text: motto }));
  }
  for (const { text } of cleaned.slice(6, 9)) expect(text).toContain(motto);
  const reversed = await wirefold(["clean", "--recurring"], { stdin: [...lines].reverse().join("") });
  expect(jsonLines<Cleaned>(reversed.stdout).reverse().slice(0, 9)).toEqual(cleaned.slice(0, 9));

  const pure = jsonLines<Cleaned>((await wirefold(["clean"], { stdin: lines.join("") })).stdout);
  for (const { text } of pure.slice(0, 9)) expect(text).toContain(motto);
});
