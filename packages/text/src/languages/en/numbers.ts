import { toMap, toSet } from "../language-words.ts";

export const numbers = {
  grouping: "comma",
  comparativeEnd: /.{3}er$/,
  pastEnd: /.{3}ed$/,
  writesPence: true,
  articlesCount: true,
  linksUnits: false,
  ones: toSet(""),
  decimalPoint: toSet("point"),
  spokenZero: toSet("oh o"),
  cardinals: toMap(`
    zero nought naught=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9
    ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19
    twenty=20 thirty=30 forty fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
  `),
  ordinals: toMap(`
    third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10
    eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 twentieth=20 thirtieth=30
  `),
  multipliers: toMap(`
    dozen doz dozs=12
    hundred=100
    thousand=1000
    lakh lakhs lac lacs=100000
    million mln mn mio mil=1000000
    crore crores cr=10000000
    billion bn bln=1000000000
    trillion tn trn tln trln=1000000000000
    quadrillion=1000000000000000
  `),
  shortScales: toSet("mil mln mn mio bn bln tn trn tln trln cr doz dozs"),
  vague: new Map<string, readonly [number, number]>([
    ["tens", [20, 99]],
    ["dozens", [24, 99]],
    ["scores", [40, 99]],
    ["hundreds", [200, 999]],
    ["thousands", [2000, 9999]],
    ["lakhs", [200_000, 999_999]],
    ["millions", [2e6, 9_999_999]],
    ["crores", [2e7, 99_999_999]],
    ["billions", [2e9, 9_999_999_999]],
    ["trillions", [2e12, 9_999_999_999_999]],
  ]),
  severals: toSet("several few couple"),
  pairs: toMap("pair=2 trio=3"),
  fractions: toMap(`
    half halves=0.5
    quarter quarters fourths=0.25
    third thirds=${1 / 3}
    fifth fifths=0.2
    sixth sixths=${1 / 6}
    seventh sevenths=${1 / 7}
    eighth eighths=0.125
    ninth ninths=${1 / 9}
    tenth tenths=0.1
    hundredth hundredths=0.01
  `),
  denominators: toMap(`
    first=1 elevenths eleventh=11 twelfths twelfth=12 thirteenths thirteenth=13 fourteenths fourteenth=14 fifteenths fifteenth=15
    sixteenths sixteenth=16 seventeenths seventeenth=17 eighteenths eighteenth=18 nineteenths nineteenth=19
    twentieths twentieth=20 thirtieths thirtieth=30 fortieths fortieth=40 fiftieths fiftieth=50 sixtieths sixtieth=60
    seventieths seventieth=70 eightieths eightieth=80 ninetieths ninetieth=90 fourth=4
    thousandths thousandth=1000 millionths millionth=1000000 billionths billionth=1000000000 trillionths trillionth=1000000000000
  `),
  pluralDenominator: /s$|^half$/,
  factors: toMap(`
    halved halving=0.5 twice=2 thrice=3
    double doubled doubling twofold=2
    triple tripled tripling threefold=3
    quadruple quadrupled quadrupling fourfold=4
    fivefold=5 sixfold=6 sevenfold=7 eightfold=8 ninefold=9 tenfold=10 hundredfold=100
  `),
  folds: toSet("fold"),
  times: toSet("times"),
  comparatives: toSet(
    "higher lower more less greater larger bigger smaller faster slower longer stronger worse better likelier as its their what that than",
  ),
  minus: toSet("minus negative"),
  of: toSet("of"),
  and: toSet("and"),
  to: toSet("to"),
  or: toSet("or"),
  between: toSet("between"),
  by: toSet("by"),
  ratioIn: toSet("in"),
  outOf: toSet("out"),
  every: toSet("every each"),
  per: toSet("per"),
  magnitudes: toSet("magnitude"),
  percent: toSet("percent pct per-cent percentage"),
  points: toSet("point points"),
  old: toSet("old olds"),
  aged: toSet(""),
  possessives: toSet("his her their my your its our"),
} as const;
