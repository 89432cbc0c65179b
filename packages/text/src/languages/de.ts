import { type CalendarUnit, type LanguageWords, toGroups, toMap, toSet } from "../language-words.ts";

const small = toMap(
  "null=0 ein eins eine einen einem einer=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90",
);

/** Longest German number word worth reading: “neunhundertneunundneunzigtausend…” with room to spare. */
const compoundLengthMax = 60;

/** Reads “einundzwanzig”, “dreihundertzwölf”, “zweitausend”. */
function compoundCardinal(word: string): number | undefined {
  if (word.length > compoundLengthMax) return undefined;
  const known = small.get(word);
  if (known !== undefined) return known;
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

export const german: LanguageWords = {
  language: "de",
  grouping: "stop",
  monthFirst: false,
  months: toMap(
    "januar jänner jan=1 februar feber feb=2 märz=3 april apr=4 mai=5 juni=6 juli=7 august aug=8 september sept sep=9 oktober okt=10 november nov=11 dezember dez=12",
  ),
  doubtfulMonths: new Set(),
  weekdays: toMap("montag=1 dienstag=2 mittwoch=3 donnerstag=4 freitag=5 samstag sonnabend=6 sonntag=7"),
  shortWeekdays: toMap("mo=1 di=2 mi=3 do=4 fr=5 sa=6 so=7"),
  weekdayEpithets: toSet("schwarzer schwarzen blutiger blutigen"),
  partsOfDay: toSet("morgen vormittag mittag nachmittag abend nacht früh"),
  dayWords: toMap("vorgestern=-2 gestern=-1 heute=0 morgen=1 übermorgen=2"),
  which: toMap(
    "letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vergangenem vorige vorigen voriger voriges=-1 diese diesen dieser dieses diesem=0 nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes kommendem=1",
  ),
  calendarUnits: toGroups(
    "tag tage tagen tages=day woche wochen=week monat monate monaten monats=month jahr jahre jahren jahres=year wochenende wochenenden=weekend",
  ) as ReadonlyMap<string, CalendarUnit>,
  datePrepositions: toSet(
    "in im seit bis ab von vom anfang mitte ende jahr jahre jahres um nach vor zwischen und frühjahr sommer herbst winter",
  ),
  partsOfPeriod: toGroups("anfang beginn=start mitte=middle ende=end") as ReadonlyMap<string, "start" | "middle" | "end">,
  articles: toSet("der die das den dem des ein eine einen einem einer"),
  ago: toSet("zuvor"),
  before: toSet("vor"),
  cardinals: new Map([...small].filter(([word]) => !word.startsWith("ein"))),
  compoundCardinal: (word) => (word.length < 7 ? undefined : compoundCardinal(word)),
  multipliers: toMap(
    "hundert=100 tausend tsd=1000 million millionen mio=1000000 milliarde milliarden mrd=1000000000 billion billionen=1000000000000 dutzend=12",
  ),
  vague: new Map([
    ["dutzende", [24, 99]],
    ["dutzenden", [24, 99]],
    ["hunderte", [200, 999]],
    ["hunderten", [200, 999]],
    ["tausende", [2000, 9999]],
    ["tausenden", [2000, 9999]],
    ["zehntausende", [20000, 99999]],
    ["zehntausenden", [20000, 99999]],
    ["hunderttausende", [200000, 999999]],
    ["hunderttausenden", [200000, 999999]],
  ]),
  of: toSet("von"),
  and: toSet("und"),
  to: toSet("bis"),
  or: toSet("oder"),
  half: toSet("halbe halben halb"),
  fractions: new Map([
    ["hälfte", 1 / 2],
    ["drittel", 1 / 3],
    ["viertel", 1 / 4],
    ["fünftel", 1 / 5],
    ["zehntel", 1 / 10],
  ]),
  factors: toMap("verdoppelt verdoppelte verdoppeln doppelt=2 verdreifacht verdreifachte=3"),
  percent: toSet("prozent prozentpunkte prozentpunkten"),
  currencies: toGroups(
    "dollar us-dollar usd=USD euro eur=EUR pfund gbp=GBP yen jpy=JPY yuan=CNY rubel=RUB rupien=INR franken chf=CHF cent=cent",
  ),
  units: toGroups(
    "sekunde sekunden=second minute minuten=minute stunde stunden=hour tag tage tagen=day woche wochen=week monat monate monaten=month jahr jahre jahren=year jahrzehnt jahrzehnte jahrzehnten=decade jahrhundert jahrhunderte jahrhunderten=century " +
      "kilometer kilometern km=kilometer meter metern m=meter zentimeter cm=centimeter millimeter mm=millimeter meile meilen=mile kilogramm kilo kg=kilogram gramm g=gram tonne tonnen=ton liter litern l=liter hektar ha=hectare quadratkilometer quadratkilometern=square_kilometer quadratmeter quadratmetern=square_meter kubikmeter kubikmetern=cubic_meter grad=degree megawatt mw=megawatt gigawatt gw=gigawatt kilowatt kw=kilowatt",
  ),
  designators: toSet(
    "nr artikel paragraph kapitel abschnitt absatz platz rang linie flug boeing airbus gleis zimmer seite tabelle bundesstraße autobahn typ klasse gruppe phase stufe resolution",
  ),
  old: toSet("jähriger jährige jährigen jähriges jährigem"),
};
