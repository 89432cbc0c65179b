import { type CalendarUnit, toGroups, toMap, toSet } from "../language-words.ts";

export const dates = {
  until: toSet("a al hasta"),
  capitalMonths: false,
  whichBehind: true,
  shortMonths: toMap("setiembre=9"),
  doubtfulMonths: new Set<string>(),
  shortWeekdays: new Map<string, number>(),
  weekdayEpithets: toSet("black"),
  partsOfDay: toSet("mañana mediodía tarde noche madrugada"),
  dayWords: toMap("anteayer antier=-2 ayer anoche=-1 hoy=0 mañana=1 pasado-mañana=2"),
  which: toMap("pasado pasada=-1 próximo próxima=1"),
  calendarUnits: toGroups("día días=day semana semanas=week mes meses=month año años=year") as ReadonlyMap<string, CalendarUnit>,
  datePrepositions: toSet(
    "a antes de desde después en entre hacia hasta y finales principios mediados verano otoño invierno primavera",
  ),
  partsOfPeriod: toGroups("principios comienzos=start mediados=middle finales fines=end") as ReadonlyMap<
    string,
    "start" | "middle" | "end"
  >,
  articles: toSet("el la los las un una"),
  agoLeads: [["hace"]],
  aheadLeads: [["dentro", "de"]],
  ago: new Set<string>(),
  before: new Set<string>(),
  seasons: toMap("primavera=1 verano=2 otoño=3 invierno=4"),
  quarters: toMap("primer primero=1 segundo=2 tercer tercero=3 cuarto=4"),
  quarterWords: toSet("trimestre"),
  halfWords: toSet("semestre"),
  decadeOf: toSet("años"),
} as const;
