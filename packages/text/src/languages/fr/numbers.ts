import { toMap, toSet } from "../language-words.ts";

export const numbers = {
  grouping: "stop",
  countsBareScales: true,
  linksUnits: true,
  capitalisesPeoples: true,
  byOpensRange: true,
  ones: toSet("un une"),
  decimalPoint: toSet("virgule"),
  joinsTens: true,
  countsInTwenties: true,
  cardinals: toMap(`
    zéro=0 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9
    dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16
    vingt vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante octante=80 nonante=90
  `),
  ordinals: toMap(`
    troisième=3 quatrième=4 cinquième=5 sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 onzième=11 douzième=12
  `),
  multipliers: toMap(`
    dizaine=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60
    centaine=100 millier=1000
    cent cents=100
    mille=1000
    million millions mio=1000000
    milliard milliards md mds mrd=1000000000
    billion billions=1000000000000
  `),
  shortScales: toSet("mio md mds mrd"),
  vague: new Map<string, readonly [number, number]>([
    ["dizaines", [20, 99]],
    ["douzaines", [24, 99]],
    ["centaines", [200, 999]],
    ["milliers", [2000, 9999]],
  ]),
  pairs: toMap("paire=2 trio=3"),
  fractions: toMap(`
    moitié demi demie=0.5 tiers=${1 / 3} quart quarts=0.25 cinquième cinquièmes=0.2 dixième dixièmes=0.1
  `),
  denominators: toMap(`
    sixième sixièmes=6 septième septièmes=7 huitième huitièmes=8 neuvième neuvièmes=9 onzième onzièmes=11 douzième douzièmes=12
    quinzième quinzièmes=15 vingtième vingtièmes=20 trentième trentièmes=30 centième centièmes=100 millième millièmes=1000
    millionième millionièmes=1000000
  `),
  pluralDenominator: /s$/,
  factors: toMap(`
    doublé doublée doublés doubler double=2 triplé triplée tripler triple=3 quadruplé quadruple=4 décuplé=10
  `),
  folds: toSet(""),
  times: toSet("fois"),
  comparatives: toSet("plus moins supérieur supérieure inférieur"),
  minus: toSet("moins"),
  of: toSet("de d des"),
  and: toSet("et"),
  to: toSet("à"),
  or: toSet("ou"),
  between: toSet("entre"),
  by: toSet("de"),
  ratioIn: toSet("sur"),
  outOf: toSet("sur"),
  every: toSet("chaque"),
  per: toSet("par"),
  magnitudes: toSet("magnitude"),
  percent: new Set(["pourcent", "pour cent"]),
  points: toSet("points point"),
  old: toSet(""),
  aged: toSet(""),
  possessives: toSet("sa son ses"),
} as const;
