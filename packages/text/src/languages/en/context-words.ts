import type { ContextWords } from "../../context-words.ts";
import { words } from "../word-list.ts";

/** Words in English that tell what a figure, a date, a name or a speaker next to them is. */
export const contextWords: ContextWords = {
  chanceNoun: words("chance chances odds probability likelihood risk"),
  ageNoun: words("age ages aged"),
  ageLead: words("at aged age"),
  ageComparative: words("younger older"),
  ageSubject: words("i he she"),
  behindAge: words("and but when year years old"),
  personOfAge: words("man woman boy girl"),
  gathering: words(`
    crowd audience turnout attendance congregation workforce staff population membership crew family group team party gang panel
    squad jury delegation household
  `),
  partitivePronoun: words("them these those us whom which"),
  beVerb: words("is are was were"),
  sufferedParticiple: words(`
    dead taken aboard treated admitted infected killed injured hurt wounded arrested detained affected rescued accused charged convicted hospitalised
    hospitalized missing surveyed polled questioned evacuated
  `),
  changeNoun: words("additions gains losses cuts departures increases"),
  average: words("average"),
  than: words("than"),
  addressed: words("asked told urged ordered advised warned rescued treated hospitalized hospitalised invited"),
  weekly: words("weekly"),
  monthly: words("monthly"),
  noRateBehind: words("off ago after before later earlier of out trip when"),
  another: words("another"),
  more: words("more other extra additional further"),
  collectivePeople: words("police staff"),
  describingPlural: words(`
    sports arms sales goods savings customs communications securities rights drugs jobs weapons games records awards honours
    honors careers accounts systems operations services women men people children dead injured wounded troops
  `),
  noPredicate: words("be have is are was were has had been being"),
  countedAgain: words("add adds added cut shed lost gained created"),
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
    majority margin lead total crew team panel jury squad group gang party family household maximum minimum
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
  adjectiveVerb: words(`
    separate state key record open close live total double duplicate alternate elaborate moderate present clean clear dry
    empty free secure slow lead chief major minor corporate private mature complete subject approximate rival test trial
  `),
  rangeLead: words("from between"),
  indefiniteArticle: words("a an"),
  blurringAdjective: words("estimated additional average record total"),
  estimating: words("estimated additional average"),
  may: words("may might"),
  overObject: words("took takes take crossed cross fight fought war dispute"),
  over: words("over"),
  covering: words("buried bury buries burying submerged submerges trapped covered hidden blanketed swallowed"),
  under: words("under beneath"),
  givenMonth: words("april may june august jan"),
  surnameMonth: words("may march"),
  leadsToMonth: words("in on by since until till of during through early late mid last next this every each"),
  eventNoun: words(`
    day days fool fools bank madness revolution uprising holiday holidays election elections summit massacre sale
    war
  `),
  personPronoun: words("he she his her him"),
  geographicNoun: words("border customs crossing checkpoint region peninsula valley mountains"),
  landform: words("crossing checkpoint region peninsula valley mountains"),
  crossing: words("crossing checkpoint"),
  region: words("region"),
  gluedParticle: words("al el"),
  shortTitle: words("sen rep gov gen lt col sgt capt cmdr maj adm dr prof rev st ft mt sens reps"),
  nationalBody: words("ministry police parliament government embassy"),
  bodyOn: words("commission committee council board conference subcommittee office"),
  bodyOf: words("bank banks lord lords duke dukes times house houses joint joints board boards"),
  on: words("on"),
  for: words("for"),
  in: words("in"),
  thingNoun: words(`
    act law bill code rule amendment treaty accord accords agreement pact deal award awards prize olympics games
    paralympics cup championship championships festival war wars revolution uprising crisis scandal plan strategy poll
    polls survey index study podcast movement day week month era doctrine resolution constitution convention
    declaration protocol summit election elections primary caucuses nomination marathon derby concert tour
    season syndrome disease virus theorem theory curse massacre affair bubble recession depression tax budget
    dream medal ball parade carnival holiday christmas tournament regatta edition collection
  `),
  firmNoun: words(`
    owners pictures mart brothers entertainment records studios studio motors foods stores store market markets
    productions publishing publishers books labs laboratories software solutions ventures capital securities insurance
    airways brewing breweries museum gallery theater theatre orchestra choir band sports stories report fair globe
    express star mirror telegraph inquirer enquirer examiner dispatch bulletin sentinel reporter register channel tv
    lyceum conservatory academy zoo aquarium library archives archive hotel hotels resorts casino restaurant cafe bar
    grill bakery pharmacy clinic clinics lab voters workers veterans citizens republicans democrats conservatives
    liberals fc sc afc cf united athletic rovers wanderers galaxy crew union unions teamsters marines rangers scouts knights
  `),
  chargeNoun: words("count counts"),
  belowWord: words("below"),
  stormOpener: words("hurricane typhoon cyclone storm"),
  clubOpener: words("fc sc afc cf ac la us uk ny eu un"),
  ageLimit: words("under over below above"),
  clubName: words(
    "borussia eintracht fortuna dynamo hertha arminia werder juventus inter atletico lokomotiv spartak ajax celtic",
  ),
  loneBody: words(
    "house senate congress cabinet treasury parliament guardian times post commons lords observer independent mirror",
  ),
  tiedPrefix: words("anti non pro pre post neo pan"),
  versus: words("v vs"),
  nameLink: words("of for and the on in to at against with by"),
  followers: words(`
    administration campaign presidency camp family era doctrine team supporters allies aides cabinet transition legacy voters
    supporter fan fans backers estate trial lawyers lawyer brothers sisters siblings couple household
  `),
  behindWork: words("star singer rapper film movie album podcast show series song novel hit franchise sequel trailer soundtrack"),
  happening: words(`
    shooting shootings massacre attack attacks disaster crash bombing bombings fire fires wildfire earthquake quake flood
    floods explosion riot riots siege raid killings murders stabbing tragedy airstrike protests
  `),
  firmLead: words(`
    firm company startup start-up retailer automaker carmaker chipmaker drugmaker chain brand lender bank brokerage insurer
    airline carrier manufacturer maker supplier publisher broadcaster newspaper magazine tabloid website site blog app
    platform network nonprofit charity thinktank conglomerate giant contractor subsidiary developer band group rival
  `),
  workplace: words("at"),
  elect: words("elect designate"),
  occasions: words("twice thrice"),
  fewer: words("fewer less more higher lower smaller larger"),
  indefinite: words("a"),
  repeated: words("every each any"),
  titleFunctionWord: words("with is are was be to from your my you me our without under into about how what when why who"),
  topLevelDomain: words("com org net edu gov co uk de fr es it eu info tv io ly"),
  timeNoun: words("time"),
  clockTime: words("standard daylight"),
  timeZone: words("et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist"),
  compass: words("north south east west"),
  listedBody: words("department ministry bureau committee office commission agency subcommittee"),
  districtKind: words(`
    state province provinces district region county prefecture department governorate oblast krai republic autonomous
    municipality canton emirate parish island city territory community special administrative division voivodeship of
    the and national capital
  `),
  placeOf: words(`
    north south east west outside northeast northwest southeast southwest city town village capital region province
    island port outskirts suburb nation state
  `),
  who: words("who"),
  thinkingParticiple: words("believing thinking hoping fearing knowing feeling wondering assuming realizing realising"),
  certainBody: words("company firm union club party court hospital university"),
  definiteOpener: words("the that this"),
  pointingOpener: words("that this"),
  introducedAs: words("name only himself herself themselves"),
  intoPlace: words("in into across throughout outside within inside toward towards"),
  reachVerb: words("enter reach leave flee"),
  old: words("old"),
  latter: words("latter former"),
  lastOfTwo: words("latter"),
  unnamedPerson: words("man woman boy girl person resident"),
  tookVerb: words("took cost takes"),
  it: words("it"),
  impersonal: words("it"),
  beforeDay: words("late early last"),
  beforeUnit: words("last this"),
  beforeThat: words("earlier late early"),
  by: words("by"),
  possessive: words("his her their its our my your"),
  theirs: words("his her its their"),
  speakingBody: words(`
    agency ministry department company group organization organisation court council committee commission government
    administration campaign party firm union association university hospital authority newspaper magazine network
    station institute foundation bank army military navy guard lawsuit indictment website statement report study
    poll survey media charity insurer airline carrier operator registry observatory regulator watchdog retailer unions charities insurers
  `),
  own: words("own"),
  verbParticle: words("out"),
  surveyLead: words("in"),
  surveyNoun: words("survey poll study census questionnaire"),
  convinced: words("convinced confident certain sure hopeful"),
  madeNoun: words(`
    estimate estimates figures data count counts analysis calculation calculations tally tallies statistics projection projections
    forecast forecasts numbers
  `),
  makerLead: words("by from"),
  behindSubject: words("here there nearby locally elsewhere alike long"),
  closeTo: words("close familiar briefed involved present acquainted"),
  countedParticiple: words("put estimated counted recorded reported valued reckoned calculated assessed forecast given"),
  countAgent: words("by"),
  countNoun: words("number figure total toll tally count estimate forecast"),
  percentNoun: words("cent percent"),
  clauseOpener: words("while although though when if because since as after before unless whereas"),
  whoOrWhich: words("who which whose"),
  concession: words("though although"),
  whether: words("if whether unless"),
  onPlace: words("on at inside outside near"),
  singleArticle: words("a an every each"),
  objectPronoun: words("him them me us"),
  timeSubordinator: words("if when while as since because after before"),
  finiteAuxiliary: words("has have had will would can could may might must should did does do"),
  adjunctOpener: words("while before after by in"),
  titled: words("titled entitled headlined"),
  toldVerb: words("told tells telling"),
  listenerLead: words("told tell tells telling asked to with"),
  they: words("they"),
  spokenWord: words("i we my our me us you your i'm i've i'd we're we've don't it's"),
  and: words("and"),
  emptyNamePart: words("mr mrs ms dr sen rep gov president secretary the a of and"),
  clauseBehindComma: words("who which citing adding saying leaving"),
  ownClause: words("after while although because unless that"),
  complementizer: words("that"),
  closedWeek: words("he she it they we i and but in at when the after before by to with"),
  week: words("week"),
  fortnight: words("fortnight fortnights"),
  before: words("before"),
  last: words("last"),
  nightPart: words("night evening"),
  night: words("night midnight"),
  looseWhich: words("past previous coming"),
  clauseOfTime: words("that when before after"),
  earlier: words("earlier"),
  later: words("later"),
  ago: words("ago"),
  now: words("now"),
  after: words("after"),
  approximately: words("about almost nearly roughly over than around fast"),
  ordinalSuffix: words("st nd rd th"),
  behindEndDay: words("in at on and for with when as before after last next this"),
  verbMonth: words("may"),
  goneInto: words("into"),
  deadline: words("by"),
  endedWord: words("ended ending"),
  updatedLabel: words("updated"),
  putOff: words(`
    off adjourn adjourned adjourning defer deferred deferring delay delayed delaying extend extended extending move moved moving postpone
    postponed postponing prolong prolonged push pushed pushing reschedule rescheduled rescheduling suspended
  `),
  seasonNoun: words("season school academic financial fiscal budget term"),
  inYear: words("in since"),
  verbOfPerson: words("said says say told tells added asked wrote was is has had who will would did does whose"),
  sureMonthLead: words("in since until till during through early late mid last next this"),
  leadOfPerson: words("mr mrs ms dr sir miss with called named told than am is was"),
  accountYear: words("fiscal financial calendar"),
  calendarYear: words("calendar"),
  clockLead: words("at"),
  oClock: words("o'clock"),
  plus: words("plus"),
  sizeBehindInch: words("long wide tall high deep thick across in of tv screen screens pipe pipes"),
  everydayCurrency: words("won real reals rand crown"),
  pound: words("pound pounds"),
  weightComparative: words("lighter heavier"),
  weighVerb: words("weigh weighs weighed weighing lost gained lift lifted"),
  kilogram: words("kg kilogram kilograms kilo kilos"),
  bracketLead: words("of to loss result income earnings profit balance deficit margin ebitda cash was were"),
  partOfDecade: words("early mid late"),
  inARow: words("straight consecutive successive running full"),
  rowLead: words("for into entered enters entering in on its"),
  heldNoun: words("prison jail custody detention hospital captivity hiding solitary"),
  boundBeforeArticle: words("than within nearly almost about"),
  boundBehind: words("after before later earlier"),
  noDurationBehind: words("ago after before later earlier that since when or of from"),
  wornInPairs: words(`
    gloves shoes boots sneakers trainers sandals slippers heels socks stockings trousers pants jeans shorts leggings tights knickers
    glasses sunglasses spectacles goggles binoculars scissors pliers tweezers shears tongs earrings handcuffs crutches skis skates
    headphones pyjamas pajamas eyes hands legs
  `),
  amountNoun: words(`
    prices shares stocks profits revenues sales earnings wages salaries costs rates yields futures bonds rents taxes tariffs fees fares
    losses exports imports temperatures speeds levels odds polls ratings numbers figures totals gains savings funds results
  `),
  soldSingly: words("share head piece person ticket game plate cup"),
  squareBefore: words("square sq"),
  perHead: words("head person capita"),
  strongTied: words("strong"),
  others: words("others"),
  animalCount: words("head"),
  durationLead: words(`
    for within than nearly almost about over takes took taking lasted lasts last lasting spent spend spends served
    serve serving waited wait least by only just another under
  `),
  notDenied: words("more fewer less only just than later even"),
  ratioLink: words("for to on of v"),
  dayLead: words("on"),
  shortYearLead: words("in of since from the and class to until summer winter spring fall autumn"),
  rankLead: words("number"),
  numero: words("no nos"),
  flight: words("flight"),
  modelLead: words("the a an its their new"),
  behindModel: words("at in on and from to will that"),
  pluralPeople: words("people men women children troops police"),
  noPluralS: words("was has does says this thus years is as"),
  fractionHedge: words("about around nearly almost roughly approximately than"),
  notCountedTime: words("ago later earlier"),
  favour: words("favour favor"),
  votingVerb: words("vote votes voted voting"),
  ballotNear: words(`
    vote votes voted voting ballot ballots lawmakers senators members councillors councilors deputies delegates
    motion bill measure
  `),
  per: words("per"),
  hundredth: words("cent centage mille"),
  thousandth: words("mille"),
  basisPoint: words("bps bp"),
  basisOpener: words("basis"),
  american: words("us u.s u.s. american"),
  decadeSuffix: words("s"),
  second: words("second"),
  unitPower: words("square sq cubic cu nautical light metric short long troy"),
  kindOfTon: words("metric short long troy"),
  wholeOpener: words("the its their our his her these those all"),
  abbreviation: words(`
    mr mrs ms mx dr prof rev hon st sr jr gen col lt sgt maj capt cmdr adm sen rep gov pres supt det insp hr fr jan
    feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun vs v al cf ca approx dept
    est ft mt fig ill calif ala ariz ark colo conn del fla ga ind kan ky la md mass mich minn miss mo mont neb nev
    okla ore pa tenn tex va vt wash wis wyo inc corp ltd co bros u.s u.k u.n e.g i.e a.m p.m d.c n.y n.j n.c s.c n.h
    n.m r.i w.va
  `),
  wordAbbreviation: words("art col del fig gen ill mar mass miss ore pa sat sun wash wed"),
  closingAbbreviation: words("u.s u.k u.n e.u a.m p.m d.c inc corp ltd co bros jr sr etc"),
  sentenceOpener: words(`
    the a an he she it they we i you this that these those in on at but and if when as his her their its there for
    after while
  `),
  numberOrNo: words("no nos"),
  groupAdjective: words(`
    american british english french german russian ukrainian chinese japanese italian spanish greek turkish israeli
    iranian iraqi syrian afghan indian pakistani kazakh georgian finnish polish dutch swiss swedish danish norwegian
    canadian australian mexican cuban korean saudi egyptian libyan muslim christian jewish catholic islamic arab
    kurdish european african asian soviet western eastern northern southern central republican democratic democrat
    conservative liberal hispanic latino black white tory labour
  `),
  peopleNoun: words(`
    daughters sons brothers sisters wives husbands parents siblings relatives cousins grandchildren friends felons
    ex-felons convicts folks officers officials voters residents reservists nationals citizens pedestrians arrivals
    inhabitants casualties fatalities deaths civilians militants fighters conscripts recruits draftees servicemen
    tourists travelers travellers immigrants asylum-seekers seekers pupils employees spectators fans visitors guests
    viewers users subscribers followers hostages prisoners detainees inmates suspects orphans newcomers exiles
    evacuees homeless marchers strikers mourners worshippers pilgrims taxpayers consumers applicants graduates
    athletes runners adults youths teens babies infants boys girls others miners welders farmers drivers nurses
    sailors divers rescuers builders dockers bakers passengers commuters students neighbors neighbours survivors
    victims members colleagues crewmen villagers islanders aliens rioters looters legislators lobbyists mayors ambassadors
    envoys contractors pilots cops deputies attackers assailants shooters congregants parishioners teenagers adolescents
    mothers fathers locals crewmembers renters tenants muslims jews bloggers celebrities actors comedians priests bishops
    rabbis imams clerics signatories recipients beneficiaries enrollees seniors jobseekers terrorists rebels insurgents
    jihadists gangsters criminals fugitives intruders spies whistleblowers attendees panelists finalists billionaires
    millionaires retirees clients drivers carers nannies toddlers newborns twins triplets heirs donors stowaways
  `),
};
