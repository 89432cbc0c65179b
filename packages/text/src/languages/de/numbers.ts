import { toMap, toSet } from "../language-words.ts";

const small = toMap(`
  null=0 ein eins eine einen einem einer=1 zwei zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9
  zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19
  zwanzig=20 dreißig dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90
`);

/** Longest German number word worth reading: “neunhundertneunundneunzigtausend…” with room to spare. */
const compoundLengthMax = 60;
const compoundLengthMin = 7;

/** Reads “einundzwanzig”, “dreihundertzwölf”, “zweitausend”, “zweieinhalb”, “anderthalb”. */
function compoundCardinal(word: string): number | undefined {
  if (word.length > compoundLengthMax) return undefined;
  const known = small.get(word);
  if (known !== undefined) return known;
  if (word === "anderthalb") return 1.5;
  if (word.endsWith("einhalb")) {
    const whole = compoundCardinal(word.slice(0, -"einhalb".length));
    return whole !== undefined && Number.isInteger(whole) && whole > 0 ? whole + 0.5 : undefined;
  }
  for (const [mark, factor] of [
    ["tausend", 1000],
    ["hundert", 100],
  ] as const) {
    const at = word.indexOf(mark);
    if (at < 0) continue;
    const head = at === 0 ? 1 : compoundCardinal(word.slice(0, at));
    const rest = word.slice(at + mark.length).replace(/^und/, "");
    const tail = rest === "" ? 0 : compoundCardinal(rest);
    return head === undefined || tail === undefined || head >= 1000 ? undefined : head * factor + tail;
  }
  const and = word.indexOf("und");
  if (and <= 0) return undefined;
  const ones = small.get(word.slice(0, and));
  const tens = small.get(word.slice(and + 3));
  return ones === undefined || tens === undefined || ones > 9 || tens < 20 ? undefined : tens + ones;
}

const measureStems: ReadonlyMap<string, string> = new Map([
  ["jährig", "year"],
  ["monatig", "month"],
  ["wöchig", "week"],
  ["tägig", "day"],
  ["stündig", "hour"],
  ["minütig", "minute"],
  ["sekündig", "second"],
  ["köpfig", "person"],
  ["seitig", "page"],
  ["stöckig", "floor"],
  ["geschossig", "floor"],
]);
const measureEnding = /(jährig|monatig|wöchig|tägig|stündig|minütig|sekündig|köpfig|seitig|stöckig|geschossig)(?:e[mnrs]?)?$/;

/** Reads “dreijährige”, “fünfköpfigen”, “zweieinhalbstündig”. */
function compoundMeasure(word: string): { readonly value: number; readonly unit: string } | undefined {
  const ending = word.length < 9 ? null : measureEnding.exec(word);
  if (ending === null) return word.startsWith("viertel") || word.startsWith("dreiviertel") ? partsOfTimes.get(word) : undefined;
  const head = word.slice(0, ending.index);
  const value = head === "ein" ? 1 : compoundCardinal(head);
  const unit = measureStems.get(ending[1] ?? "");
  return value === undefined || unit === undefined ? undefined : { value, unit };
}

/** Times in one word that are a part of a longer one. */
const partsOfTimes: ReadonlyMap<string, { value: number; unit: string }> = new Map([
  ["vierteljahrhundert", { value: 25, unit: "year" }],
  ["vierteljahrhunderts", { value: 25, unit: "year" }],
  ["dreivierteljahr", { value: 9, unit: "month" }],
  ["viertelstunde", { value: 15, unit: "minute" }],
  ["dreiviertelstunde", { value: 45, unit: "minute" }],
]);

/** Reads “zwanzigstel”, “hundertstel”, “millionstel”, “siebzehntel”. */
function compoundDenominator(word: string): number | undefined {
  const big = /^(tausend|million|milliard)stel$/.exec(word);
  if (big !== null) return big[1] === "tausend" ? 1000 : big[1] === "million" ? 1e6 : 1e9;
  const stem = word.endsWith("stel") ? word.slice(0, -4) : word.endsWith("tel") ? word.slice(0, -3) : "";
  const value = stem.length < 3 ? undefined : compoundCardinal(stem);
  return value !== undefined && Number.isInteger(value) && value >= 4 ? value : undefined;
}

/** “verdreifacht”, “das Fünffache”, “zehnmal”: every number that is said so, with its forms. */
const factors: ReadonlyMap<string, number> = new Map(
  [...small, ["hundert", 100] as const, ["tausend", 1000] as const]
    .filter(([word, value]) => value >= 3 && word !== "zwo")
    .flatMap(([word, value]) => [
      ...["t", "te", "ten", "en", "te", "ter", "tes"].map((end) => [`ver${word}fach${end}`, value] as const),
      ...["", "e", "en", "er", "es", "em"].map((end) => [`${word}fach${end}`, value] as const),
      [`${word}mal`, value] as const,
    ]),
);

export const numbers = {
  grouping: "stop",
  countsBareScales: true,
  fractionAdjective: /(?:tes|ges|ches)$/,
  numbersHousesBehind: true,
  linksUnits: false,
  ones: toSet("ein eine einer eins"),
  decimalPoint: toSet("komma"),
  // “ein” is the article far more often than the number.
  cardinals: new Map([...small].filter(([word]) => !word.startsWith("ein"))),
  compoundCardinal: (word: string): number | undefined => (word.length < compoundLengthMin ? undefined : compoundCardinal(word)),
  compoundMeasure,
  ordinals: toMap(`
    dritte dritten drittem dritter drittes=3 vierte vierten vierter viertes=4 fünfte fünften fünfter=5 sechste sechsten=6 siebte siebten=7
    achte achten=8 neunte neunten=9 zehnte zehnten=10 elfte elften=11 zwölfte zwölften=12
  `),
  multipliers: toMap(`
    dutzend=12
    hundert=100
    tausend tsd=1000
    million millionen mio=1000000
    milliarde milliarden mrd=1000000000
    billion billionen bio=1000000000000
    billiarde billiarden=1000000000000000
  `),
  shortScales: toSet("tsd mio mrd bio"),
  vague: new Map<string, readonly [number, number]>([
    ["dutzende", [24, 99]],
    ["dutzenden", [24, 99]],
    ["hunderte", [200, 999]],
    ["hunderten", [200, 999]],
    ["tausende", [2000, 9999]],
    ["tausenden", [2000, 9999]],
    ["zehntausende", [20_000, 99_999]],
    ["zehntausenden", [20_000, 99_999]],
    ["hunderttausende", [200_000, 999_999]],
    ["hunderttausenden", [200_000, 999_999]],
  ]),
  severals: toSet("mehrere mehreren mehrerer einige einigen einiger paar etliche etlichen"),
  fractions: toMap(`
    hälfte halbe halben halber halbes halb=0.5
    drittel=${1 / 3} viertel=0.25 fünftel=0.2 sechstel=${1 / 6} achtel=0.125 zehntel=0.1
    dreiviertel=0.75 zweidrittel=${2 / 3}
  `),
  denominators: toMap("siebtel=7 neuntel=9"),
  compoundDenominator,
  factors: new Map([
    ...toMap(`
      halbiert halbierte halbierten halbieren=0.5
      verdoppelt verdoppelte verdoppelten verdoppeln doppelt zweimal zweifach zweifache zweifachen=2
    `),
    ...factors,
  ]),
  folds: toSet("fach fache fachen faches"),
  times: toSet("mal"),
  comparatives: new Set([
    ...toSet("so mehr weniger"),
    ...[
      "höher",
      "niedriger",
      "größer",
      "kleiner",
      "schneller",
      "länger",
      "stärker",
      "teurer",
      "besser",
      "häufiger",
      "schwerer",
      "tiefer",
    ].flatMap((word) => ["", "e", "en", "er", "es", "em"].map((end) => `${word}${end}`)),
  ]),
  minus: toSet("minus"),
  of: toSet("von der des"),
  and: toSet("und"),
  to: toSet("bis"),
  or: toSet("oder"),
  between: toSet("zwischen"),
  by: toSet("um"),
  ratioIn: toSet("von"),
  outOf: toSet("von"),
  every: toSet("jeder jede jedes jedem"),
  per: toSet("pro je"),
  magnitudes: toSet("stärke magnitude"),
  percent: toSet(
    "prozent prozents prozentig prozentige prozentigen prozentiger prozentiges prozentigem prozentpunkt prozentpunkte prozentpunkten",
  ),
  points: toSet("punkte punkten punkt"),
  old: toSet("jähriger jährige jährigen jähriges jährigem"),
  aged: toSet("alt alte alten alter"),
  possessives: toSet(
    "sein seine seinen seinem seines seiner ihr ihre ihren ihrem ihres ihrer unser unsere unseren unserem unseres",
  ),
} as const;
