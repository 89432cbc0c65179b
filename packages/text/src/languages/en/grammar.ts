import { isPersonNoun } from "../../tables/english-words.ts";
import { englishForms, type Gender, type Language, type PronounInfo, type Reporting } from "../grammar.ts";
import { toSet } from "../language-words.ts";
import { words as list } from "../word-list.ts";
import { WordsAndTable } from "../words-and-table.ts";
import { demonyms } from "./demonyms.ts";
import { english as words } from "./index.ts";
import { englishSingular } from "./singulars.ts";
import { traits } from "./traits.ts";
import { englishVerbForms } from "./verbs.ts";

const pronouns = new Map<string, PronounInfo>([
  ["he", { gender: "m", number: "singular", person: 3 }],
  ["she", { gender: "f", number: "singular", person: 3 }],
  ["they", { gender: null, number: "plural", person: 3 }],
  ["it", { gender: null, number: "singular", person: 3 }],
  ["i", { gender: null, number: "singular", person: 1 }],
  ["we", { gender: null, number: "plural", person: 1 }],
  ["who", { gender: null, number: "singular", person: 3, isRelative: true }],
  ["his", { gender: "m", number: "singular", person: 3 }],
  ["her", { gender: "f", number: "singular", person: 3 }],
  ["their", { gender: null, number: "plural", person: 3 }],
  ["him", { gender: "m", number: "singular", person: 3 }],
]);

const honorifics = new Map<string, Gender>([
  ["mr", "m"],
  ["mrs", "f"],
  ["ms", "f"],
  ["miss", "f"],
  ["sir", "m"],
  ["madam", "f"],
  ["lady", "f"],
  ["lord", "m"],
]);

const modifierPhrases =
  "all but|topped|topping|tops|exceeded|exceeding|exceeds|surpassed|surpassing|in excess of|upwards of|north of|" +
  "only about|just over|just under|just about|well over|well under|well above|far more than|slightly more than|" +
  "slightly over|slightly less than|a little over|a little more than|more than|less than|fewer than|no more than|" +
  "no fewer than|no less than|not more than|at least|at most|as many as|as much as|as few as|as little as|up to|" +
  "close to|nearly|almost|over|above|under|below|about|around|approximately|approx|roughly|some|estimated|only|" +
  "just|another|exactly|an additional|additional|an estimated|an average of|average of|a record|a total of|barely|" +
  "virtually|upwards of|in excess of|somewhere around|anywhere from|nearly all|about another";

/** Verbs whose object is what is told, with the words that lead to it; none where it stands right behind the verb. */
const objectVerbs = new Map(
  (
    [
      ["warn warns warned", "of about against"],
      ["accuse accuses accused", "of"],
      ["blame blames blamed", "for"],
      ["deny denies denied acknowledge acknowledges acknowledged predict predicts predicted reject rejects rejected", ""],
    ] as const
  ).flatMap(([verbs, leads]) => [...toSet(verbs)].map((verb) => [verb, toSet(leads)] as const)),
);

const reporting: Reporting = {
  sayVerbs: toSet("said say says told tells announced announces confirmed confirms"),
  besideQuotations: toSet(
    "began begins begin beginning went goes put spoke speak speaks shot shoot shoots shooting snap snaps snapped " +
      "posted emailed texted blogged read reads quoted cried cries interjected continue continues continued continuing " +
      "ask asks asked asking shout shouts shouted shouting yell yelled chant chanted chants counter countered whisper " +
      "whispered gush gushed intone murmur murmured chide retort think thought thinks replied reply replies respond " +
      "responds responded responding speaking",
  ),
  withListener: toSet("told tells telling tell assured informed reminded warned warns convinced"),
  conjunctions: toSet("that whether how"),
  joining: toSet("and but or who which while though although so yet"),
  circumstances: toSet(
    "as when while after before during when at in on last this late early shortly soon through via here there",
  ),
  undertakings: new Set(englishForms("promise pledge vow threaten agree offer propose refuse decline").concat("swore", "vowed")),
  offers: new Set(englishForms("promise pledge offer propose demand request ask seek").concat("sought", "seeking", "seeks")),
  offered: toSet("for a an another additional extra further up to of about around at least some more than nearly almost over"),
  requests: new Set(englishForms("urge ask order advise encourage beg invite instruct implore")),
  callsFor: new Set(englishForms("call push press plead argue")),
  callsForPrepositions: toSet("for on"),
  toldInfinitives: new Set(),
  gerundTakers: new Set(
    englishForms("describe recall deny admit report remember acknowledge recount").concat("denied", "denies"),
  ),
  infinitiveMark: "to",
  identifiers: toSet("identified identifies identify"),
  identifiedAs: toSet("as"),
  recountVerbs: toSet("raised raises lowered lowers cut cuts revised revises updated updates put puts"),
  putVerbs: toSet("put puts"),
  putPrepositions: toSet("at"),
  countVerbs: toSet("count counts counted record records recorded register registers registered logged"),
  estimates: toSet(
    "estimate estimates estimated expect expects expected project projects projected forecast forecasts reckon reckons reckoned",
  ),
  assumes: new Map(),
  supposedForms: toSet(""),
  reportedForms: toSet(""),
  predicates: new Map(),
  objectVerbs,
  wishes: toSet("wants want wanted"),
  ownWords: ["his", "her", "their", "its"].flatMap((whose) => [
    ["by", whose, "own", "account"],
    ["by", whose, "own", "admission"],
    ["by", whose, "own", "count"],
  ]),
  tailJoins: toSet("as"),
  citingCompounds: [],
  goingOn: toSet("went on going goes go came continued continues proceeded"),
  hypothetical: toSet("could might may must can would should let cannot"),
  unsaid: toSet("without instead rather let let's lets help helped make made makes hear heard saw"),
  participleEnding: "ing",
  notSubjects: toSet("that there what which how why where when if so and but or as than such"),
  countingOn: [
    ["another"],
    ["a", "further"],
    ["an", "additional"],
    ["some", "of"],
    ["of", "those"],
    ["of", "these"],
    ["of", "them"],
    ["of", "the"],
    ["among", "them"],
  ],
  documents: toSet(
    "survey surveys poll polls study studies data figures statistics report reports analysis review audit record " +
      "records document documents filing filings video videos footage image images photo photos email emails " +
      "transcript transcripts census research results numbers estimate estimates letter memo map maps findings inquiry " +
      "investigation",
  ),
  people: toSet("all many some others several both most few one another everyone nobody someone somebody everybody"),
  claimNouns: toSet(
    "claim claims belief concern concerns fear fears warning warnings allegation allegations accusation accusations " +
      "suggestion argument assertion view statement promise pledge contention complaint hope insistence admission " +
      "announcement conclusion remark comment prediction testimony report reports",
  ),
  things: toSet(
    "part third half quarter rest number numbers money price prices time times day days week month year years way " +
      "thing things place case point fact reason result results sign signs banner banners placard placards headline " +
      "headlines caption captions wall walls door road house car water weather",
  ),
};

export const english: Language = {
  ...traits,
  language: "en",
  words,
  singular: englishSingular,
  plural: { ending: /(?:[^s]s|people|men|women|police|children|crowd|spokespeople)$/, isShared: false },
  peopleEnding: /.(?:fighters|workers|keepers|owners|goers|holders|dwellers|ologists|icians|niks|nauts|women|men)$/,
  ageVerbs: toSet("is am was turns turned"),
  placeOpeners: toSet("mount mt lake cape fort port upper lower"),
  speechVerbs: new Set([
    ..."said say says saying told tell tells telling wrote write writes writing written".split(" "),
    ...englishForms(
      "add explain state note continue respond reply ask answer declare announce argue claim conclude recall remark " +
        "joke insist assert acknowledge concede exclaim observe recount elaborate tweet retweet comment testify yell " +
        "shout chant caution warn confirm suggest stress emphasize emphasise reiterate clarify counter quip interject " +
        "lament complain predict whisper contend report maintain believe proclaim muse boast gush intone opine chide " +
        "retort murmur shoot snap recommend urge laugh grin sigh",
    ),
    ...(
      "replied replies admitted admit admits admitting wondered spoke speak speaks began begins went goes put thought " +
      "thinks think read reads quoted interjected swore sworn vowed"
    ).split(" "),
    ..."denied deny denies conceding writes cried cries posted emailed texted blogged shot ruled".split(" "),
  ]),
  looseSpeechVerbs: new Set(
    englishForms(
      "call describe promise pledge vow blast accuse criticize criticise denounce praise blame dismiss refer label dub " +
        "brand mock thank cite hail characterize deride slam condemn tout decry urge offer express assure demand point " +
        "demonstrate signal propose threaten reject defend thunder repeat mention reveal discuss question challenge " +
        "attack rip portray liken compare bemoan credit pronounce deem consider allege charge advise order apologize " +
        "post email text publish issue release deliver",
    ).concat(
      "made make makes making gave give gives giving sent send sends saw sees called-for told hoped hopes feels felt found finds used uses using known".split(
        " ",
      ),
    ),
  ),
  attitudeVerbs: new Set(
    englishForms(
      "agree fear worry hope expect doubt contend hold learn predict understand consider speculate surmise allege feel reckon project forecast anticipate assume guess",
    ).concat("felt held understood knew know knows forecast".split(" ")),
  ),
  nounLikeVerbs: toSet(
    "state states report reports claim claims comment comments tweet tweets remark remarks answer answers question " +
      "questions shouts chants note notes post posts read snap snaps put thought show shows record records order " +
      "orders promise promises pledge count counts demand demands shot cry cries address estimate estimates issue " +
      "issues quoted written read posted published known used found",
  ),
  passiveAuxiliaries: toSet("is are was were be been being"),
  speechNouns: toSet(
    "statement interview tweet tweets remarks comment comments speech letter email emails memo post message report " +
      "release question answer response words testimony editorial column article op-ed caption headline sign signs " +
      "banner slogan chant chants transcript quote text document complaint lawsuit ruling opinion note blog video ad " +
      "book claim claims warning phrase conversation address declaration excerpt passage motto advice promise",
  ),
  betweenSubjectAndVerb: toSet(
    "has have had was were is are be been being yet also then later once again recently repeatedly often sometimes never " +
      "still even just simply only reportedly allegedly previously subsequently first finally further famously " +
      "publicly privately bluntly flatly clearly quickly immediately initially originally specifically explicitly " +
      "angrily sarcastically jokingly rhetorically all both did does do would will could can may might must should not " +
      "n't didn't doesn't now already soon always usually earlier first himself herself themselves itself later " +
      "quietly candidly proudly likewise similarly to",
  ),
  accordingTo: [["according", "to"], ["in", "the", "words", "of"], ["quoting"], ["citing"]],
  leadIns: [
    ["in", "the", "words", "of"],
    ["as", "told", "by"],
    ["courtesy", "of"],
    ["here", "is"],
    ["here", "'s"],
    ["from"],
    ["by"],
  ],
  accordingAfter: new Set(),
  pronouns,
  determiners: toSet(
    "the a an his her its their our my your this that these those one two three four five six several some many another other all both most each any no few",
  ),
  indefinite: toSet("a an one another some several many two three four five few"),
  prepositions: toSet(
    "of in on at by for from to with about against after before between through under over into onto during since " +
      "without within among around near despite like as than toward towards regarding concerning via upon off outside " +
      "inside behind beyond amid across per",
  ),
  personNouns: new WordsAndTable(
    list(`
      activist activists airmen anchor apprentice apprentices audience author authorities authors barista baristas
      boss bosses boxers broker brokers builder builders butcher butchers caller cameramen camper captain carer carers
      carpenter carpenters cashier cashiers chair chairman chief chiefs children cleaner cleaners clerk clerks climber
      climbers co-author co-founder co-host coach coastguard coastguards commuter commuters conservative conservatives
      corporal corporals counsel counterpart coworker coworkers crowd customer delegate delegates doctor doctors
      engineer engineers executive executives expert experts eyewitness fan fans father financier financiers foremen
      founder fraudster fraudsters frontrunner gardener general governor's graduate graduates gunmen headteacher
      headteachers host husband insider intern interns jockey jockeys judge judges kid kids leaders liberal liberals
      linesmen man mechanic mechanics men mentor mentors midfielder midfielders midwives migrant migrants minister
      ministers moderator mogul mother neighbor neighbors neighbour neighbours newborn newborns nurse officer officers
      official officials opponent opponents orphan orphans owner panel parents partner patient patients pedestrian
      pedestrians people person physio physios pilot plumber police postgraduate postgraduates pres presenter
      principal publisher publishers quarterback quarterbacks referee referees relative relatives representative
      representatives republican republicans resident residents rival rivals skipper soldier soldiers source sources
      spokespeople surrogate teen teenager tenant tenants thieves townspeople tutor tutors umpire umpires veteran
      veterans volunteer volunteers warden wardens widow widows witness witnesses women
    `),
    isPersonNoun,
  ),
  femaleNouns: toSet(
    "woman women spokeswoman congresswoman chairwoman businesswoman mother daughter sister wife actress girl " +
      "daughter-in-law queen princess duchess aunt grandmother niece nun widow girlfriend fiancee stepmother " +
      "granddaughter stewardess waitress congresswomen spokeswomen businesswomen mothers daughters sisters wives girls",
  ),
  maleNouns: toSet(
    "man men spokesman congressman chairman businessman father son brother husband actor boy king prince duke uncle " +
      "grandfather nephew monk widower boyfriend fiance stepfather grandson foreman gunman airman cameraman",
  ),
  titles: toSet(
    "president vice vice-president prime premier chancellor minister secretary senator senators sen sens rep reps " +
      "representative representatives congressman congresswoman governor gov mayor judge justice chief director " +
      "general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander commissioner " +
      "sheriff deputy detective officer inspector superintendent attorney prosecutor solicitor ambassador envoy " +
      "chairman chairwoman chair speaker leader spokesman spokeswoman spokesperson professor prof dr doctor rev " +
      "reverend father sister brother pope bishop archbishop cardinal imam rabbi sheikh king queen prince princess " +
      "duke duchess emperor sultan crown first ceo cfo coo founder co-founder host editor analyst strategist pollster " +
      "economist researcher scientist coach star singer actor actress author journalist reporter columnist businessman " +
      "businesswoman billionaire mogul executive adviser advisor aide counsel candidate nominee frontrunner hopeful " +
      "contender democrat republican congressional majority minority whip veteran activist pastor historian former " +
      "ex-president interim acting councilman councilwoman assemblyman alderman delegate treasurer administrator " +
      "principal dean rector president-elect undersecretary photographer correspondent director-general " +
      "secretary-general coordinator organizer consultant superstar comedian filmmaker playwright professor lawyer " +
      "striker midfielder defender goalkeeper goalie winger quarterback pitcher manager skipper midfielder sprinter " +
      "cyclist referee violinist conductor curator chef",
  ),
  calledBy: new Map(
    [
      "gov=governor",
      "sen=senator lawmaker",
      "senator=lawmaker",
      "rep representative congressman congresswoman=representative congressman congresswoman lawmaker",
      "assemblyman assemblywoman delegate=lawmaker",
      "pres=president",
      "gen=general",
      "col=colonel",
      "maj=major",
      "capt=captain",
      "lt=lieutenant",
      "sgt=sergeant",
      "adm=admiral",
      "cmdr=commander",
      "dr=doctor",
      "prof=professor",
      "rev=reverend pastor",
      "supt=superintendent",
      "insp=inspector",
      "det=detective",
    ].flatMap((line) => {
      const [titles = "", nouns = ""] = line.split("=");
      return titles.split(" ").map((title) => [title, toSet(nouns)] as const);
    }),
  ),
  honorifics,
  organisationNouns: toSet(
    "authority authorities newspaper ministry agency guard police department office bureau committee commission " +
      "council court party union association organization organisation institute university college school academy " +
      "bank fund corporation corp inc ltd company co group holdings press times post journal tribune herald news " +
      "network television radio service services force forces army navy airlines airways hospital center centre centers centres caucuses squad " +
      "foundation trust league federation alliance coalition front movement campaign house senate congress parliament " +
      "government administration authority board club team caucus society chamber exchange industries partners systems " +
      "technologies media magazine gazette chronicle guardian observer daily weekly review mission fellowship church " +
      "watch project initiative task command brigade division regiment battalion treasury reserve cabinet assembly " +
      "secretariat institution institutions institutes council councils associates registry registrar observatory operator watchdog",
  ),
  placeNouns: toSet(
    "river sea ocean lake mountain mountains valley island islands bay gulf peninsula desert coast street road " +
      "avenue square bridge airport station port harbor harbour park forest county city town village district province " +
      "region state republic territory strait canyon beach crossing checkpoint border hill hills creek square " +
      "boulevard highway heights springs falls stadium arena plaza tower",
  ),
  placePrepositions: toSet("in at from near to toward towards into outside across around through throughout via between"),
  modifiers: modifierPhrases
    .split("|")
    .map((phrase) => ({ words: phrase.split(" ") }))
    .sort((a, b) => b.words.length - a.words.length),
  namingWords: toSet(
    "titled entitled headlined called named dubbed nicknamed known so-called word words term terms phrase mean means " +
      "meaning nickname hashtag spelled translated labeled labelled billed",
  ),
  workNouns: toSet(
    "song film movie show series book novel album single program programme ad advertisement spot video magazine " +
      "newspaper play musical opera podcast documentary game essay column blog article hit track episode sitcom drama " +
      "poem painting exhibition exhibit report's broadcast",
  ),
  negations: toSet(
    "not never no n't cannot won't wouldn't didn't doesn't don't isn't wasn't aren't weren't can't couldn't hasn't " +
      "haven't hadn't shouldn't nobody nothing neither nor without",
  ),
  subordinators: toSet(
    "that because although though while when whereas if unless since after before until as who which whose whom where whether so",
  ),
  verbs: englishVerbForms,
  reportVerbs: new Set([
    ...englishForms("show estimate report record measure count register reveal indicate calculate suggest find log"),
    "logged",
    "showed",
    "shown",
    "put",
    "puts",
    "found",
    "finds",
    "speak",
    "speaks",
    "spoke",
  ]),
  peopleVerbs: new Set([
    ...englishForms(
      "arrive cross enter die injure kill wound evacuate displace arrest detain escape return travel march protest gather attend vote register survive perish",
    ),
    ..."fled flee flees fleeing came come went left leave drowned sleep slept".split(" "),
  ]),
  populated: toSet(
    "city town village nation country state region province district suburb island community municipality settlement republic capital port metropolis enclave territory",
  ),
  comparedWith: toSet("from than with against versus"),
  perWords: toSet("per a an every each"),
  demonyms,
  reporting,
  notNames: toSet(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august " +
      "september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
      "the a an and but or nor so yet if when while as at by for from in into of off on onto out over to toward up " +
      "with without within after before since until during though although because despite once unless whereas whether " +
      "where what who whom whose which why how " +
      "he she it they we you i his her its their our your my me him them us this that these those there here then now " +
      "also even still just only not no yes all any both each every either neither some many much most more several " +
      "few other others another such " +
      "hi hey hello oh ah wow okay thanks sorry please dear " +
      "nobody somebody anybody everybody someone anyone everyone something anything everything nothing none myself " +
      "yourself himself herself itself ourselves themselves " +
      "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand " +
      "million dozens hundreds thousands millions tens earlier later meanwhile however moreover instead nevertheless " +
      "nearly almost about around under between among against across along near like unlike per amid above below " +
      "behind beyond last next first second third " +
      "is are was were be been has have had do does did will would can could may might must shall should let please " +
      "see according asked speaking following well too very often sometimes perhaps maybe today yesterday tomorrow " +
      "tonight really never always again back ok okay oh sure thanks thank good right look because don't didn't i'm " +
      "it's that's we're you're they're he's she's there's can't won't i've we've i'd i'll we'll let's what's isn't " +
      "aren't wasn't doesn't " +
      "mr mrs ms read more photo photos image video credit copyright related click share follow advertisement continue " +
      "reading subscribe sign loading updated published posted comments comment editor's editor note getty via source " +
      "est edt cst cdt mst mdt pst pdt gmt utc bst cet cest tv",
  ),
  tense: {
    aheadWords: toSet(
      "will scheduled slated set plans planned planning plan expected expects wants want intends intend hopes due would upcoming soon be must should may might " +
        "shall deadline tentatively forecast beginning starting",
    ),
    scheduled: toSet(
      "opens open starts start begins begin ends meets meet returns expires closes votes vote faces kicks takes leaves departs " +
        "launches resumes concludes arrives visits plays hosts airs debuts runs goes go",
    ),
    pastForms: toSet(
      "was were had did said told fell rose came went left met began took gave made saw found held lost won ran got " +
        "became put cut hit set-off broke drew drove flew grew knew led paid read sent shot spoke spent stood struck " +
        "swept thought threw wrote built brought caught fought sold sought shut spread burst been taken driven flown gone given " +
        "thrown shown shaken stolen torn beaten broken chosen seen sworn fallen risen grown drawn written worn woken",
    ),
    pastEndings: ["ed"],
    futureEndings: [],
    copulas: toSet("is are was were"),
    infinitiveMark: "to",
    infinitive: "be",
  },
};
