import { lineRankOf } from "@wirefold/core";
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

it("counts pages in the order of their ids, as a run does, and tells pages of one id apart by their texts", async () => {
  const cut = async (pages: readonly object[]) => {
    const stdin = pages.map((each) => `${JSON.stringify(each)}\n`).join("");
    return jsonLines<Cleaned>((await wirefold(["clean", "--recurring"], { stdin })).stdout).map(
      ({ text }) => !text!.includes(motto),
    );
  };
  const own = (n: number) => Array.from({ length: 10 }, (_, at) => sentence(n * 100 + at));
  const between = own(1).map((each, n) => (n % 2 === 0 ? each : own(2)[n]));
  // Of these five four are unlike; the fifth is like two of them, and takes the place of both where it is counted first.
  const texts = [own(1), own(2), own(3), own(4), between].map((sentences) => [...sentences, motto].join("\n\n"));
  const sites = Array.from({ length: 8 }, (_, site) => {
    const ids = texts.map((_, n) => `${site}-${n}`).sort((a, b) => lineRankOf(a) - lineRankOf(b));
    const fifthFirst = site % 2 === 1;
    const idOf = (n: number) => ids[fifthFirst ? (n + 1) % 5 : n];
    const pages = texts.map((text, n) => ({ id: idOf(n), url: `https://site-${site}.example/${n}`, text }));
    return { pages, expected: texts.map(() => !fifthFirst) };
  });
  const oneId = texts.slice(0, 4).map((text, n) => ({ id: "one", url: `https://courier.example/${n}`, text }));
  expect(await cut([...sites.flatMap(({ pages }) => pages), ...oneId])).toEqual([
    ...sites.flatMap(({ expected }) => expected),
    ...oneId.map(() => true),
  ]);
});
