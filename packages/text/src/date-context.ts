/** Words that say what a date next to them is. Part of `ContextWords`. */
export interface DateContext {
  /** Behind “Tuesday week”: a clause goes on, and no noun that the week would be part of. */
  readonly closedWeek?: ReadonlySet<string>;
  /** Behind a weekday: a week from it. */
  readonly week?: ReadonlySet<string>;
  /** Two weeks. */
  readonly fortnight?: ReadonlySet<string>;
  /** Leads from a day to an earlier one. */
  readonly before?: ReadonlySet<string>;
  /** The one that was last. */
  readonly last?: ReadonlySet<string>;
  /** The morning where it has a capital, and tomorrow where it has none. */
  readonly morningNoun?: ReadonlySet<string>;
  /** The part of the day before that “last” goes with. */
  readonly nightPart?: ReadonlySet<string>;
  /** The night, which belongs to two days. */
  readonly night?: ReadonlySet<string>;
  /** The night between yesterday and today, behind “last”. */
  readonly wholeNight?: ReadonlySet<string>;
  /** Before a unit, with an article: a span without a place in the calendar. */
  readonly looseWhich?: ReadonlySet<string>;
  /** Behind “the weekend”: a clause or a day says which one. */
  readonly clauseOfTime?: ReadonlySet<string>;
  /** Before a unit: within it and before now. */
  readonly earlier?: ReadonlySet<string>;
  /** Before a unit: within it and after now. */
  readonly later?: ReadonlySet<string>;
  /** Behind a stretch of time: so long before now. */
  readonly ago?: ReadonlySet<string>;
  /** The time spoken at. */
  readonly now?: ReadonlySet<string>;
  /** Leads from a day to a later one. */
  readonly after?: ReadonlySet<string>;
  /** Behind “vor”: it stands before a thing and counts no time. */
  readonly articleBehindBefore?: ReadonlySet<string>;
  /** Before a stretch of time: it is not exactly that long. */
  readonly approximately?: ReadonlySet<string>;
  /** Before a number with a stop: the two are an ordinal (“beim 72. Bergfest”). */
  readonly ordinalLead?: ReadonlySet<string>;
  /** Glued to the number of a day: 21st. */
  readonly ordinalSuffix?: ReadonlySet<string>;
  /** Behind the number of a day, which ends there: “July 26 to 30 in”. */
  readonly behindEndDay?: ReadonlySet<string>;
  /** A month that is an auxiliary verb as well. */
  readonly verbMonth?: ReadonlySet<string>;
  /** Before a month that something goes on into: it lies ahead unless the verb before is past. */
  readonly goneInto?: ReadonlySet<string>;
  /** Before the day by which something is to be done. */
  readonly deadline?: ReadonlySet<string>;
  /** A form of a verb that gives something another, later time: postponed, extended. */
  readonly putOff?: ReadonlySet<string>;
  /** “Of” and an article in one word. */
  readonly ofThe?: ReadonlySet<string>;
  /** Before a word that is tomorrow as well as the morning: it is the morning. */
  readonly notTomorrow?: ReadonlySet<string>;
  /** Behind an amount of time: so much of it there is. */
  readonly ofAmount?: ReadonlySet<string>;
  /** Between such a form and that time, beside “until”. */
  readonly putOffTo?: ReadonlySet<string>;
  /** At a line's start: the day behind it is one after the text first went out. */
  readonly updatedLabel?: ReadonlySet<string>;
  /** Between a number of months and the last of them. */
  readonly endedWord?: ReadonlySet<string>;
  /** Behind two years: a season or a year of a school or an office. */
  readonly seasonNoun?: ReadonlySet<string>;
  /** Before a year for which a plural behind it is no proof that something is counted. */
  readonly inYear?: ReadonlySet<string>;
  /** Behind a month's name: it is the name of a person. */
  readonly verbOfPerson?: ReadonlySet<string>;
  /** Before a capitalised month with a capitalised word behind it: it is the month all the same. */
  readonly sureMonthLead?: ReadonlySet<string>;
  /** Before a month's name: it is the name of a person or a thing. */
  readonly leadOfPerson?: ReadonlySet<string>;
  /** Before a year: which kind of year it is. */
  readonly accountYear?: ReadonlySet<string>;
  /** Before a year: it begins in January. */
  readonly calendarYear?: ReadonlySet<string>;
  /** Before a clock time. */
  readonly clockLead?: ReadonlySet<string>;
  /** Behind a number of hours: it is a clock time. */
  readonly tensSuffix?: ReadonlySet<string>;
  readonly clockHour?: ReadonlySet<string>;
  /** The same, behind hours in words. */
  readonly oClock?: ReadonlySet<string>;
}
