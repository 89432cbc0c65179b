/** Words that tell what a name names: kinds of bodies, works, laws, places and storms. Part of `ContextWords`. */
export interface NameContext {
  /** Months, whole and shortened, that people are called by. */
  readonly givenMonth?: ReadonlySet<string>;
  /** Months that are surnames. */
  readonly surnameMonth?: ReadonlySet<string>;
  /** Before a capitalised word: it is a month and no person: “in June”, “last May”. */
  readonly leadsToMonth?: ReadonlySet<string>;
  /** Capitalised behind a month, it makes it a feast, a sale or a revolution. */
  readonly eventNoun?: ReadonlySet<string>;
  /** Stands for one person. */
  readonly personPronoun?: ReadonlySet<string>;
  /** Behind a place, in small letters: both name one thing, “Sorrel border crossing”. */
  readonly geographicNoun?: ReadonlySet<string>;
  /** Ends such a name. */
  readonly landform?: ReadonlySet<string>;
  /** A place where a border is crossed. */
  readonly crossing?: ReadonlySet<string>;
  /** A part of a country, which a name of several words has in it already. */
  readonly region?: ReadonlySet<string>;
  /** A particle of names with a hyphen behind it: al-Amin. */
  readonly gluedParticle?: ReadonlySet<string>;
  /** A title that ends in a stop before a name, without the stop. */
  readonly shortTitle?: ReadonlySet<string>;
  /** A body that every country has, named by its country: “Interior Ministry in Sorrel”. */
  readonly nationalBody?: ReadonlySet<string>;
  /** A body whose name goes on with “on” and what it is for. */
  readonly bodyOn?: ReadonlySet<string>;
  /** A body or title whose name goes on with “of”: “Bank of Sorrel”. */
  readonly bodyOf?: ReadonlySet<string>;
  /** Leads to a day, a surface or a subject. */
  readonly on?: ReadonlySet<string>;
  /** Leads to a purpose or a sum. */
  readonly for?: ReadonlySet<string>;
  /** Leads to a place or a period. */
  readonly in?: ReadonlySet<string>;
  /** A charge in court, behind its number and before “of”. */
  readonly chargeNoun?: ReadonlySet<string>;
  /** Behind a number, before the word for zero: the number is negative. */
  readonly belowWord?: ReadonlySet<string>;
  /** Ends the name of a law, a contest, a work, a time: of no person, body or place. */
  readonly thingNoun?: ReadonlySet<string>;
  /** Ends the name of a firm, a medium or a body, where a lone capital says little. */
  readonly firmNoun?: ReadonlySet<string>;
  /** Before the name of a storm. */
  readonly stormOpener?: ReadonlySet<string>;
  /** Initials of two letters that begin a club's or body's name, and nobody's. */
  readonly clubOpener?: ReadonlySet<string>;
  /** Opens the name of a club: “Borussia Sorrel”. */
  readonly clubName?: ReadonlySet<string>;
  /** Behind “the” and a last name: whom or what its bearer leads (“the Duarte campaign”). */
  readonly followers?: ReadonlySet<string>;
  /** Bodies that are called by one common word with a capital: “the House”. */
  readonly loneBody?: ReadonlySet<string>;
  /** Tied before a name it is against or for, or a part of it: “anti-”. */
  readonly tiedPrefix?: ReadonlySet<string>;
  /** Links the words of a name that is spelled out before its initials. */
  readonly nameLink?: ReadonlySet<string>;
  /** Between the sides of a case in court. */
  readonly versus?: ReadonlySet<string>;
  /** Behind “the” and a name: the name is of a work. */
  readonly behindWork?: ReadonlySet<string>;
  /** Something bad that happened, told by where: “the Sorrel shooting”. */
  readonly happening?: ReadonlySet<string>;
  /** A quarter of the sky, as a part of a name and alone. */
  readonly compass?: ReadonlySet<string>;
  /** Government offices, whose names list what they are for: “Department of A, B and C”. */
  readonly listedBody?: ReadonlySet<string>;
  /** A preposition and an article in one word. */
  readonly prepositionWithArticle?: ReadonlySet<string>;
  /** Somebody's nationality, as a noun that stands before the name: “der Rumäne”. */
  readonly nationality?: ReadonlySet<string>;
  /** What kind of part of a country a name is for, and the small words around it: “Province of Sorrel”. */
  readonly districtKind?: ReadonlySet<string>;
  /** Before “of” and a name: the name is a place's, “south of Sorrel”. */
  readonly placeOf?: ReadonlySet<string>;
  /** In lower case right before a name: the name is a firm's, paper's or platform's: “the law firm N”. */
  readonly firmLead?: ReadonlySet<string>;
  /** Between somebody's job and where they do it: “an analyst at N”. */
  readonly workplace?: ReadonlySet<string>;
  /** Behind a title and a hyphen: chosen, and not yet in office. */
  readonly elect?: ReadonlySet<string>;
  /** Has a capital inside a sentence only in the title of a work. */
  readonly titleFunctionWord?: ReadonlySet<string>;
  /** Ends an address on the web, without its stop. */
  readonly topLevelDomain?: ReadonlySet<string>;
  /** Initials behind a time of day. */
  readonly timeZone?: ReadonlySet<string>;
  /** Between the place a time is of and “time”: eastern standard time. */
  readonly clockTime?: ReadonlySet<string>;
  /** Time, as such a name ends. */
  readonly timeNoun?: ReadonlySet<string>;
  /** A noun for a body, behind an adjective that its name writes with a capital. */
  readonly describedBody?: ReadonlySet<string>;
  /** A noun for a town or a region, right before its name. */
  readonly placeLead?: ReadonlySet<string>;
  /** Says which people, creed, party or region: alone or before a noun it names no one thing. */
  readonly groupAdjective?: ReadonlySet<string>;
  /** A body that a town or land has one of, named by it: German “Landgericht Sorrel”, “Sorreler Polizei”. */
  readonly localBody?: ReadonlySet<string>;
  /** A body of which a country has one: German “Unterhaus”. */
  readonly soleBody?: ReadonlySet<string>;
  /** Ends a street's name, as a word of its own or tied on with a hyphen. */
  readonly streetNoun?: ReadonlySet<string>;
  /** A place in a town that is called by the town: German “Sorreler Rathaus”. */
  readonly townSight?: ReadonlySet<string>;
  /** Tied to the name of a person or place with a hyphen, it makes the name of a body: German “Duarte-Stiftung”. */
  readonly tiedBody?: ReadonlySet<string>;
  /** The same of a place: German “Duarte-Halle”. */
  readonly tiedPlace?: ReadonlySet<string>;
  /** A body whose name stands behind it in marks: German “Zeitung „Sorrel““. */
  readonly markedBody?: ReadonlySet<string>;
  /** A house for guests or a stage: in marks it ends its name. */
  readonly venue?: ReadonlySet<string>;
  /** A body whose name goes on with “for”: German “Institut für Seerecht”. */
  readonly bodyFor?: ReadonlySet<string>;
  /** Leads to what such a body is for. */
  readonly bodyForLink?: ReadonlySet<string>;
  /** The definite article of a genitive. */
  readonly definiteGenitive?: ReadonlySet<string>;
  /** Leads to a place, where what has an article is none: German “in Sorrel”. */
  readonly bareIn?: ReadonlySet<string>;
  /** A party's members by their colour, behind an article: German “die Grünen”. */
  readonly partyColour?: ReadonlySet<string>;
  /** Ends the name of a land behind “of”: French “Corée du Nord”. */
  readonly compassBehind?: ReadonlySet<string>;
  /** Initials of a club behind its town's adjective: German “Sorreler SC”. */
  readonly clubInitials?: ReadonlySet<string>;
}
