import { type CalendarUnit, type LanguageWords, toGroups, toMap, toSet } from "../language-words.ts";

export const english: LanguageWords = {
  language: "en",
  grouping: "comma",
  monthFirst: true,
  months: toMap(
    "january jan=1 february feb=2 march mar=3 april apr=4 may=5 june jun=6 july jul=7 august aug=8 september sept sep=9 october oct=10 november nov=11 december dec=12",
  ),
  doubtfulMonths: toSet("may march"),
  weekdays: toMap("monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7"),
  shortWeekdays: toMap("mon=1 tue tues=2 wed weds=3 thu thur thurs=4 fri=5 sat=6 sun=7"),
  weekdayEpithets: toSet("super black good bloody cyber ash palm easter giving manic"),
  partsOfDay: toSet("morning afternoon evening night midday noon midnight"),
  dayWords: toMap("yesterday=-1 today tonight=0 tomorrow=1"),
  which: toMap("last past previous=-1 this=0 next coming=1"),
  calendarUnits: toGroups(
    "day days=day week weeks=week month months=month year years=year weekend weekends=weekend",
  ) as ReadonlyMap<string, CalendarUnit>,
  datePrepositions: toSet(
    "in since by until till from during of through before after around early late mid to last next this and between spring summer autumn fall winter circa",
  ),
  partsOfPeriod: toGroups("beginning start early=start middle mid=middle end late=end") as ReadonlyMap<
    string,
    "start" | "middle" | "end"
  >,
  articles: toSet("a an the"),
  ago: toSet("ago earlier"),
  before: new Set(),
  cardinals: toMap(
    "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
  ),
  multipliers: toMap("hundred=100 thousand=1000 million mln=1000000 billion bn=1000000000 trillion tn=1000000000000 dozen=12"),
  vague: new Map([
    ["tens", [20, 99]],
    ["dozens", [24, 99]],
    ["scores", [40, 99]],
    ["hundreds", [200, 999]],
    ["thousands", [2000, 9999]],
    ["millions", [2e6, 9999999]],
    ["billions", [2e9, 9999999999]],
    ["trillions", [2e12, 9999999999999]],
  ]),
  of: toSet("of"),
  and: toSet("and"),
  to: toSet("to"),
  or: toSet("or"),
  half: toSet("half"),
  fractions: new Map([
    ["half", 1 / 2],
    ["third", 1 / 3],
    ["thirds", 1 / 3],
    ["quarter", 1 / 4],
    ["quarters", 1 / 4],
    ["fourths", 1 / 4],
    ["fifth", 1 / 5],
    ["fifths", 1 / 5],
    ["tenth", 1 / 10],
    ["tenths", 1 / 10],
  ]),
  factors: toMap(
    "double doubled doubling=2 triple tripled tripling=3 quadruple quadrupled=4 twofold=2 threefold=3 fourfold=4 fivefold=5 tenfold=10",
  ),
  percent: toSet("percent pct per-cent"),
  currencies: toGroups(
    "dollar dollars usd=USD euro euros eur=EUR pound pounds gbp sterling=GBP yen jpy=JPY yuan renminbi cny rmb=CNY ruble rubles rouble roubles rub=RUB rupee rupees inr=INR franc francs chf=CHF won krw=KRW peso pesos=peso krona kronor=krona hryvnia hryvnias uah=UAH lira liras=lira rand=ZAR shekel shekels=ILS cent cents=cent",
  ),
  units: toGroups(
    "second seconds sec secs=second minute minutes min mins=minute hour hours hr hrs=hour day days=day week weeks=week fortnight=fortnight month months=month year years yr yrs=year decade decades=decade century centuries=century " +
      "kilometer kilometers kilometre kilometres km kms=kilometer meter meters metre metres m=meter centimeter centimeters centimetre centimetres cm=centimeter millimeter millimeters millimetre millimetres mm=millimeter mile miles mi=mile foot feet ft=foot inch inches in=inch yard yards yd=yard " +
      "kilogram kilograms kilo kilos kg=kilogram gram grams g=gram milligram milligrams mg=milligram tonne tonnes ton tons t=ton pound pounds lb lbs=pound ounce ounces oz=ounce stone=stone " +
      "liter liters litre litres l=liter milliliter milliliters millilitre millilitres ml=milliliter gallon gallons gal=gallon barrel barrels=barrel pint pints=pint quart quarts=quart " +
      "hectare hectares ha=hectare acre acres=acre degree degrees=degree megawatt megawatts mw=megawatt gigawatt gigawatts gw=gigawatt kilowatt kilowatts kw=kilowatt watt watts=watt volt volts=volt megabyte megabytes mb=megabyte gigabyte gigabytes gb=gigabyte terabyte terabytes tb=terabyte mph=mile/hour kph kmh=kilometer/hour knot knots=knot",
  ),
  designators: toSet(
    "no nos number article chapter section route highway interstate channel boeing airbus flight resolution title formula group phase level tier type grade room gate building apollo proposition prop page figure table area pier district precinct ward unit platform version iphone windows covid bowl war class rule amendment volume part season episode act bill hr h.r. s.b. case street avenue sr us i mark stage step question option lot world windows",
  ),
  old: toSet("old olds"),
};
