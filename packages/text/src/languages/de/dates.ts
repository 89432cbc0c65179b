import { type CalendarUnit, toGroups, toMap, toSet } from "../language-words.ts";

export const dates = {
  until: toSet("bis"),
  capitalMonths: true,
  whichBehind: false,
  stopsOrdinals: true,
  shortMonths: toMap("jänner jan=1 feber feb=2 mär=3 apr=4 jun=6 jul=7 aug=8 sept sep=9 okt=10 nov=11 dez=12"),
  doubtfulMonths: new Set<string>(),
  shortWeekdays: toMap("mo=1 di=2 mi=3 do=4 fr=5 sa=6 so=7"),
  weekdayEpithets: toSet("schwarzer schwarzen blutiger blutigen"),
  partsOfDay: toSet("morgen vormittag mittag nachmittag abend nacht früh"),
  dayWords: toMap("vorgestern=-2 gestern=-1 heute=0 morgen=1 übermorgen=2"),
  which: toMap(`
    vorletzte vorletzten vorletzter vorletztes=-2 übernächste übernächsten übernächster übernächstes=2
    letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vergangenem
    vorige vorigen voriger voriges=-1
    diese diesen dieser dieses diesem=0
    nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes kommendem=1
  `),
  calendarUnits: toGroups(`
    tag tage tagen=day woche wochen=week monat monate monaten monats=month jahr jahre jahren jahres=year
    wochenende wochenenden=weekend
  `) as ReadonlyMap<string, CalendarUnit>,
  datePrepositions: toSet(`
    ab anfang bis ende frühjahr herbst im in jahr jahre jahres mitte nach seit sommer um und vom von vor winter zwischen
  `),
  partsOfPeriod: toGroups("anfang beginn=start mitte=middle ende=end") as ReadonlyMap<string, "start" | "middle" | "end">,
  articles: toSet("der die das den dem des ein eine einen einem einer"),
  aheadIfFuture: toSet("in"),
  ago: toSet("zuvor"),
  before: toSet("vor"),
  seasons: toMap("frühjahr frühling=1 sommer=2 herbst=3 winter=4"),
  quarters: toMap("erste ersten erstes=1 zweite zweiten zweites=2 dritte dritten drittes=3 vierte vierten viertes letzten=4"),
  quarterWords: toSet("quartal quartals vierteljahr"),
  halfWords: toSet("halbjahr hälfte halbjahrs"),
  decadeOf: new Set<string>(),
} as const;
