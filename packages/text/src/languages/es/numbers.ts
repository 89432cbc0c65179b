import { toMap, toSet } from "../language-words.ts";

/** “doceavos”, “veinteavo”: the number before “avo”. */
const twelfths = toMap(
  "once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 veinte=20 treinta=30 cuarenta=40 cincuenta=50",
);

export const numbers = {
  grouping: "stop",
  countsBareScales: true,
  linksUnits: true,
  ones: toSet("un una uno"),
  decimalPoint: toSet("coma"),
  joinsTens: true,
  cardinals: toMap(`
    cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9
    diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19
    veinte=20 veintiuno veintiún=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26
    veintisiete=27 veintiocho=28 veintinueve=29
    treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90
    cien ciento=100 doscientos doscientas=200 trescientos trescientas=300 cuatrocientos cuatrocientas=400
    quinientos quinientas=500 seiscientos seiscientas=600 setecientos setecientas=700 ochocientos ochocientas=800
    novecientos novecientas=900
  `),
  ordinals: toMap(`
    tercer tercera=3 cuarto cuarta=4 quinto quinta=5 sexto sexta=6 séptimo séptima=7 octavo octava=8 noveno novena=9 décimo décima=10
  `),
  multipliers: toMap(`
    decena=10 docena=12 quincena=15 veintena=20 treintena=30 cuarentena=40 centenar=100 millar=1000
    mil=1000
    millón millones mill=1000000
    billón billones=1000000000000
  `),
  shortScales: toSet("mill"),
  vague: new Map<string, readonly [number, number]>([
    ["decenas", [20, 99]],
    ["docenas", [24, 99]],
    ["cientos", [200, 999]],
    ["centenares", [200, 999]],
    ["miles", [2000, 9999]],
    ["millares", [2000, 9999]],
  ]),
  pairs: toMap("par=2 trío=3"),
  fractions: toMap(`
    medio media mitad=0.5 tercio tercios=${1 / 3} cuarto cuartos=0.25 quinto quintos=0.2 décimo décimos=0.1
  `),
  denominators: toMap(`
    sexto sextos=6 séptimo séptimos=7 octavo octavos=8 noveno novenos=9 centésimo centésimos centésima centésimas=100
    milésimo milésimos milésima milésimas=1000 millonésima millonésimas=1000000
  `),
  compoundDenominator: (word: string): number | undefined => {
    const stem = /^(.{4,12}?)avos?$/.exec(word)?.[1];
    return stem === undefined ? undefined : twelfths.get(stem);
  },
  pluralDenominator: /s$/,
  factors: toMap(`
    duplicado duplicó duplicaron doble=2 triplicado triplicó triple=3 cuadruplicado cuádruple=4
  `),
  folds: toSet(""),
  times: toSet("veces"),
  comparatives: toSet("más menos mayor menor"),
  minus: toSet("menos"),
  of: toSet("de"),
  and: toSet("y"),
  to: toSet("a hasta"),
  or: toSet("o u"),
  between: toSet("entre"),
  by: toSet("en"),
  ratioIn: toSet("de"),
  outOf: toSet("de"),
  every: toSet("cada"),
  per: toSet("por"),
  magnitudes: toSet("magnitud"),
  percent: new Set(["por ciento", "porciento"]),
  points: toSet("puntos punto"),
  old: toSet(""),
  aged: new Set(["de edad"]),
  possessives: toSet("su sus"),
} as const;
