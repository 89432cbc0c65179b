/** Units of the international system by the prefixes and bases they are made of, so that no list need hold each. */

const prefixes = "tera giga mega kilo hecto deci centi milli micro nano pico".split(" ");

/** A base by its spellings; `symbols`: prefixed symbols that text writes, in lower case, with the prefix each stands for. */
interface Base {
  readonly unit: string;
  readonly words: readonly string[];
  readonly prefixed: string;
  readonly symbols: string;
}

/** Symbols that are everyday words, other units or ambiguous without their capitals (“pm”, “ms”, “ma”) are left out. */
const bases: readonly Base[] = [
  { unit: "meter", words: ["meter", "metre"], prefixed: "all", symbols: "dm=deci µm=micro μm=micro nm=nano" },
  { unit: "gram", words: ["gram", "gramme"], prefixed: "all", symbols: "µg=micro μg=micro mcg=micro ng=nano mg=milli" },
  { unit: "liter", words: ["liter", "litre"], prefixed: "all", symbols: "dl=deci cl=centi hl=hecto µl=micro" },
  { unit: "watt", words: ["watt"], prefixed: "all", symbols: "tw=tera" },
  { unit: "hertz", words: ["hertz"], prefixed: "all", symbols: "khz=kilo thz=tera" },
  { unit: "volt", words: ["volt"], prefixed: "all", symbols: "kv=kilo mv=milli" },
  { unit: "ampere", words: ["ampere", "amp"], prefixed: "all", symbols: "" },
  { unit: "joule", words: ["joule"], prefixed: "all", symbols: "kj=kilo mj=mega" },
  { unit: "pascal", words: ["pascal"], prefixed: "all", symbols: "kpa=kilo hpa=hecto mpa=mega" },
  { unit: "sievert", words: ["sievert"], prefixed: "all", symbols: "msv=milli µsv=micro" },
  { unit: "becquerel", words: ["becquerel"], prefixed: "all", symbols: "bq= kbq=kilo mbq=mega" },
  { unit: "byte", words: ["byte"], prefixed: "all", symbols: "" },
  { unit: "bit", words: ["bit"], prefixed: "tera giga mega kilo", symbols: "kbit=kilo mbit=mega gbit=giga mbps=mega gbps=giga" },
  { unit: "second", words: ["second"], prefixed: "milli micro nano", symbols: "" },
  { unit: "ton", words: ["ton", "tonne"], prefixed: "giga mega kilo", symbols: "kt=kilo" },
  { unit: "calorie", words: ["calorie"], prefixed: "kilo", symbols: "kcal=kilo" },
  { unit: "parsec", words: ["parsec"], prefixed: "kilo mega", symbols: "" },
];

const perSecond = /bps$/;

/** English names and international symbols, one and many, to the unit's plain name: “millisieverts” -> “millisievert”. */
export function siUnits(): Map<string, string> {
  const out = new Map<string, string>();
  for (const { unit, words, prefixed, symbols } of bases) {
    const own = prefixes.filter((name) => prefixed === "all" || prefixed.split(" ").includes(name));
    for (const word of words)
      for (const name of ["", ...own]) {
        // A lone “bit” or “second” is an everyday word, or named elsewhere.
        if (name === "" && prefixed !== "all") continue;
        out.set(`${name}${word}`, `${name}${unit}`);
        out.set(`${name}${word}s`, `${name}${unit}`);
      }
    for (const pair of symbols.split(" ").filter(Boolean)) {
      const [symbol = "", prefix = ""] = pair.split("=");
      out.set(symbol, `${prefix}${unit}${perSecond.test(symbol) ? "/second" : ""}`);
    }
  }
  return out;
}
