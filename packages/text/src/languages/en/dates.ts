import { type CalendarUnit, toGroups, toMap, toSet } from "../language-words.ts";
import { contextWords } from "./context-words.ts";

export const dates = {
  until: toSet("to until till through thru"),
  capitalMonths: true,
  whichBehind: false,
  datesQualify: true,
  weeksBehind: true,
  placesPartsOfDay: true,
  dateOpeners: new Set([...(contextWords.earlier ?? []), ...(contextWords.later ?? [])]),
  pluralUnit: /s$/,
  shortMonths: toMap("sept=9"),
  doubtfulMonths: toSet("may march"),
  shortWeekdays: toMap("mon=1 tue tues=2 wed weds=3 thu thur thurs=4 fri=5 sat=6 sun=7"),
  weekdayEpithets: toSet("super black good bloody cyber ash palm easter giving manic"),
  partsOfDay: toSet("morning afternoon evening night midday noon midnight"),
  dayWords: toMap("yesterday=-1 today tonight=0 tomorrow=1"),
  which: toMap("last past previous=-1 this=0 next coming=1"),
  calendarUnits: toGroups(
    "day days=day week weeks=week month months=month year years=year weekend weekends=weekend",
  ) as ReadonlyMap<string, CalendarUnit>,
  datePrepositions: toSet(`
    after and around before between by circa during early fall from in last late mid next of since spring summer autumn
    this through till to until winter
  `),
  partsOfPeriod: toGroups("beginning start early=start middle mid=middle end late=end") as ReadonlyMap<
    string,
    "start" | "middle" | "end"
  >,
  articles: toSet("a an the"),
  aheadIfFuture: toSet("in"),
  ago: toSet("ago earlier"),
  before: new Set<string>(),
  seasons: toMap("spring=1 summer=2 autumn fall=3 winter=4"),
  quarters: toMap("first=1 second=2 third=3 fourth last=4"),
  quarterWords: toSet("quarter quarters"),
  halfWords: toSet("half"),
  decadeOf: new Set<string>(),
} as const;
