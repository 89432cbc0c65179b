import { type CalendarUnit, toGroups, toMap, toSet } from "../language-words.ts";

export const dates = {
  until: toSet("à au jusqu'au"),
  capitalMonths: false,
  whichBehind: true,
  shortMonths: toMap("janv=1 févr fév=2 avr=4 juil=7 sept=9 oct=10 nov=11 déc=12"),
  doubtfulMonths: toSet("mars"),
  shortWeekdays: new Map<string, number>(),
  weekdayEpithets: toSet("black"),
  partsOfDay: toSet("matin midi après-midi soir nuit"),
  dayWords: toMap("avant-hier=-2 hier=-1 aujourd'hui=0 demain=1 après-demain=2"),
  which: toMap("dernier dernière derniers dernières passé passée=-1 prochain prochaine=1"),
  calendarUnits: toGroups(
    "jour jours=day semaine semaines=week mois=month an ans année années l'an l'année=year week-end=weekend",
  ) as ReadonlyMap<string, CalendarUnit>,
  datePrepositions: toSet(
    "à après avant d'ici de depuis dès en entre et fin jusqu'en vers début mi l'année été automne hiver printemps",
  ),
  partsOfPeriod: toGroups("début=start mi=middle fin=end") as ReadonlyMap<string, "start" | "middle" | "end">,
  articles: toSet("le la les l un une l'"),
  agoLeads: [["il", "y", "a"], ["voici"], ["voilà"]],
  aheadLeads: [["dans"]],
  ago: new Set<string>(),
  before: new Set<string>(),
  seasons: toMap("printemps=1 été l'été=2 automne l'automne=3 hiver l'hiver=4"),
  quarters: toMap("premier=1 deuxième second=2 troisième=3 quatrième=4"),
  quarterWords: toSet("trimestre"),
  halfWords: toSet("semestre"),
  decadeOf: toSet("années"),
} as const;
