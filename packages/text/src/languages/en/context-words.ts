import type { ContextWords } from "../../context-words.ts";
import { words } from "../word-list.ts";

/** Words in English that tell what a figure, a date, a name or a speaker beside them is. */
export const contextWords: ContextWords = {
  chanceNoun: words("chance chances odds probability likelihood risk"),
  ageNoun: words("age ages aged"),
  ageLead: words("at aged age"),
  ageComparative: words("younger older"),
  ageVerb: words("is am was turns turned"),
  ageSubject: words("i he she"),
  behindAge: words("and but when year years old"),
  personOfAge: words("man woman boy girl"),
  gathering: words("crowd audience turnout attendance congregation workforce staff population membership crew"),
  partitivePronoun: words("them these those us whom which"),
  sufferedParticiple: words(`
    infected killed injured hurt wounded arrested detained affected rescued accused charged convicted hospitalised
    hospitalized missing surveyed polled questioned evacuated
  `),
  changeNoun: words("additions gains losses cuts departures increases"),
  average: words("average"),
  than: words("than"),
  addressed: words("asked told urged ordered advised warned rescued treated hospitalized hospitalised invited"),
  weekly: words("weekly"),
  monthly: words("monthly"),
  noRateBehind: words("off ago after before later earlier of out trip when"),
  more: words("more other extra additional further"),
  collectivePeople: words("police staff"),
  noPredicate: words("be have is are was were has had been being"),
  countedAgain: words("added cut shed lost gained created"),
  countryNoun: words("country nation"),
  leaveVerb: words("flee leave"),
  awayFrom: words("from"),
  onDay: words("on"),
  since: words("since"),
  countedOne: words("count charge vote seat death fatality casualty"),
  behindAnybody: words("can could might must should would may has is does never"),
  pointedAt: words(`
    of another other thing day point time way hand side who that which night morning afternoon evening year week
    month man woman person people step
  `),
  no: words("no"),
  one: words("one"),
  lasting: words("for within than only just about least took lasted be"),
  timeBehind: words("ago earlier since"),
  as: words("as"),
  sizedBody: words(`
    majority margin lead total crew team panel jury squad group gang party family maximum minimum
  `),
  personState: words(`
    missing dead injured hurt wounded killed unaccounted hospitalized hospitalised homeless trapped stranded alive
  `),
  harmedState: words(`
    missing dead injured hurt wounded killed hospitalized hospitalised trapped arrested detained critical
  `),
  genericPerson: words("person man woman child boy girl"),
  died: words("died dies"),
  harmVerb: words(`
    killed killing kills injured injuring wounded wounding hospitalised hospitalized arrested arresting
  `),
  the: words("the"),
  to: words("to"),
  trailingModifier: words("more less fewer so"),
  rangeLead: words("from between"),
  indefiniteArticle: words("a an"),
  blurringAdjective: words("estimated additional average record total"),
  estimating: words("estimated additional average"),
  may: words("may might"),
  overObject: words("took takes take crossed cross fight fought war dispute"),
  over: words("over"),
};
