import { describe, expect, test } from "vitest";
import { outletNames } from "../../src/page/outlet-names.ts";

const named = (...places: { id?: string; outlet?: string; url?: string }[]) => [
  ...outletNames(
    places.map(({ id, outlet, url }, i) => ({ id: id ?? `d${i}`, outlet: outlet ?? null, url: url ?? null })),
  ).values(),
];

describe("outlets are known by name", () => {
  test("the outlet first", () =>
    expect(named({ outlet: "Harbour Post", url: "https://www.post.example/a" })).toEqual(["Harbour Post"]));
  test("then the site", () => expect(named({ url: "https://www.post.example/2031/a.html" })).toEqual(["post.example"]));
  test("the folder where folders differ, the file where they do not", () => {
    expect(named({ url: "file:///in/north-herald/1.html" }, { url: "file:///in/lake_post/1.html" })).toEqual([
      "North herald",
      "Lake post",
    ]);
    expect(named({ url: "file:///in/north-herald.txt" }, { url: "file:///in/lake_post.txt" })).toEqual([
      "North herald",
      "Lake post",
    ]);
  });
  test("pages with a site beside files of one folder leave the files their own names", () =>
    expect(
      named(
        { url: "https://post.example/a" },
        { url: "file:///in/documents/north-herald.txt" },
        { url: "file:///in/documents/lake.txt" },
      ),
    ).toEqual(["post.example", "North herald", "Lake"]));
  test("never a digest", () => {
    const digest = "3f9a1c0d3f9a1c0d3f9a1c0d";
    expect(named({ id: digest, outlet: digest })).toEqual(["Article 3f9a1c"]);
  });
  test("an address that codes nothing is read as it stands", () =>
    expect(named({ url: "file:///in/50%_off.txt" })).toEqual(["50% off"]));
});
