import { describe, expect, it } from "vitest";
import { english, findFigures, french, german, type LanguageWords, spanish } from "../src/index.ts";

/** Value (or range) and unit of each figure of a text, as one short line. */
const read = (text: string, words: LanguageWords = english): string =>
  findFigures(text, words)
    .map(({ value, range, unit }) => `${Number(value?.toPrecision(10)) || (range?.join("..") ?? value)} ${unit ?? "-"}`)
    .join(", ");

describe("fractions in words", () => {
  it.each([
    ["eleven twelfths", "0.9166666667 fraction"],
    ["twenty-one fortieths of the votes", "0.525 fraction"],
    ["five and seven eighths", "5.875 -"],
    ["six hundred and five and nine tenths", "605.9 -"],
    ["forty fifty-fifths", "0.7272727273 fraction"],
    ["eighty-four fifths", "16.8 fraction"],
    ["seven ten-thousandths", "0.0007 fraction"],
    ["seventy-six thousandths", "0.076 fraction"],
    ["three sixty-fourths of an inch", "0.046875 inch"],
    ["the share is a fiftieth", "0.02 fraction"],
    ["a thirty-fourth of the land", "0.02941176471 fraction"],
    ["minus seven eighths", "-0.875 fraction"],
    ["seven over twelve", "0.5833333333 fraction"],
    ["ran for two and a quarter hours", "2.25 hour"],
    ["ten and one tenth seconds", "10.1 second"],
    ["nearly 3/7 of the hall", "0.4285714286 fraction"],
    ["minus 5 1/2", "-5.5 -"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["the twenty-first race of the year", ""],
    ["the one hundred and fifth time", ""],
    ["a fifth man was held", ""],
    ["page 1/3 of the report", ""],
    ["on 4/9 they met", ""],
    ["won by three over five rivals", "3 -, 5 -"],
    ["fell for five quarters in a row", "5 -"],
    ["in the two halves of the game", "2 -"],
    ["two and a half million", "2500000 -"],
  ])("are not seen in: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("in German, French and Spanish", () => {
    expect(read("drei Zwanzigstel der Fläche, fünf Hundertstel, zwei Siebtel der Stimmen", german)).toBe(
      "0.15 fraction, 0.05 fraction, 0.2857142857 fraction",
    );
    expect(read("trois vingtièmes de la surface, cinq centièmes", french)).toBe("0.15 fraction, 0.05 fraction");
    expect(read("tres veinteavos, cinco centésimas", spanish)).toBe("0.15 fraction, 0.05 fraction");
  });
});

describe("digits as calculators write them", () => {
  it.each([
    ["4.1e+6", "4100000 -"],
    ["7E3", "7000 -"],
    ["9.1 x 10^-3", "0.0091 -"],
    ["4.5×10⁶ cells", "4500000 -"],
    ["2^11", "2048 -"],
    ["-.07", "-0.07 -"],
    ["about .4 percent", "0.4 percent"],
    ["earned $.85 an hour", "0.85 USD"],
    ["-17", "-17 -"],
    ["- 2 3/5", "-2.6 -"],
    ["12k", "12000 -"],
    ["3.4b", "3400000000 -"],
    ["nine point oh six", "9.06 -"],
    ["six hundred point zero three", "600.03 -"],
    ["point eight", "0.8 -"],
    ["4 doz", "48 -"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("numbers in longer rows of words and signs", () => {
  it.each([
    ["the forty third guest", ""],
    ["twelve thousand, four hundred and eight", "12408 -"],
    ["nine million and four", "9000004 -"],
    ["10 ^ 4", "10000 -"],
    ["- 16 k", "-16000 -"],
    ["a hundred millionth", "1e-8 fraction"],
    ["3-1/2 inches", "3.5 inch"],
    ["1/4 million", "250000 -"],
    ["a three-quarters-of-a-million-crown gift", "750000 crown"],
    ["The Kestrel 9 carried it", ""],
    ["one driver in four failed", "0.25 fraction"],
    ["one driver in four towns", "1 -, 4 -"],
    ["half as many ships came", "0.5 factor"],
    ["nine times deeper than before", "9 factor"],
    ["1.4 times revenue", "1.4 factor"],
    ["twice as strong, not twice a week", "2 factor"],
    ["a fifth fewer ships", "0.2 fraction"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("units by their prefixes, and sums", () => {
  it.each([
    ["12 millisieverts, 3 mSv, 980 hPa and 110 kV", "12 millisievert, 3 millisievert, 980 hectopascal, 110 kilovolt"],
    ["40 megawatt-hours and 3 GWh", "40 megawatt hour, 3 gigawatt hour"],
    ["12 µm thick, 2 dl of wine", "12 micrometer, 2 deciliter"],
    ['a 12" wide pipe', "12 inch"],
    ["thirteen dollars forty, then 12 dollars 50.", "13.4 USD, 12.5 USD"],
    ["20 dollars 30 times", "20 USD, 30 -"],
    ["90 Danish crowns and 7,000 Taiwan dollars", "90 DKK, 7000 TWD"],
    ["rupees 500, usd 4.5 bn", "500 INR, 4500000000 USD"],
    ["C $ 4.10 a share", "4.1 CAD"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("reads a row of number words of any length in linear time", () => {
    const time = (count: number): number => {
      // Of this process alone: others may keep it waiting.
      const before = process.cpuUsage();
      findFigures("one hundred and ".repeat(count), english);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    time(500);
    expect(time(8000)).toBeLessThan(Math.max(1000, time(2000) * 20));
  });
});
