import type { ContextWords } from "../../context-words.ts";
import { words } from "../word-list.ts";

/** Words in German that tell what a figure, a date, a name or a speaker next to them is. */
export const contextWords: ContextWords = {
  ageNoun: words("alter"),
  belowWord: words("unter"),
  covering: words("begrub begruben begräbt verschüttete verschütteten bedeckte bedeckten"),
  under: words("unter"),
  nationality: words(`
    rumäne pole deutsche deutscher franzose brite russe türke schwede däne finne grieche ungar tscheche slowake slowene kroate
    serbe bulgare ukrainer amerikaner kanadier chinese japaner inder brasilianer argentinier mexikaner spanier portugiese
    italiener österreicher schweizer belgier niederländer norweger ire schotte waliser engländer israeli iraner iraker syrer
    afghane ägypter südafrikaner australier neuseeländer koreaner vietnamese rumänin polin französin britin russin türkin
    schwedin dänin griechin ukrainerin amerikanerin chinesin japanerin italienerin spanierin österreicherin schweizerin
  `),
  citeVerb: words("zitiert zitierte zitieren zitierten"),
  citedPassive: words("wird werden wurde wurden"),
  loneAccording: words("so"),
  prepositionWithArticle: words("im am zum zur beim vom ins ans"),
  ordinalLead: words("beim zum zur vom im am dem seinem ihrem seinen ihren seiner ihrer jedem jeden"),
  partitivePronoun: words("ihnen denen"),
  ofThem: words("davon"),
  countryNoun: words("land"),
  onDay: words("am"),
  since: words("seit"),
  countedOne: words("stimme"),
  timeBehind: words("zuvor"),
  personState: words("vermisst tot verletzt"),
  definiteOpener: words("der die das dem den"),
  unnamedPerson: words("mann frau"),
  impersonal: words("es"),
  possessive: words("ihr ihre sein seine"),
  feminineArticle: words("die"),
  masculineArticle: words("der"),
  demonstrative: words("diese dieser"),
  speakerItself: words("ich wir"),
  countNoun: words("zahl todeszahl"),
  percentNoun: words("prozent"),
  timeSubordinator: words("wenn weil da"),
  titled: words("betitelt"),
  spokenWord: words("ich wir uns mein sie"),
  ownClause: words("dass"),
  complementizer: words("dass"),
  morningNoun: words("morgen"),
  wholeNight: words("nacht"),
  articleBehindBefore: words("der die das den dem"),
  approximately: words("etwa knapp rund"),
  seasonNoun: words("saison"),
  clockLead: words("um"),
  clockHour: words("uhr"),
  bracketLead: words("ergebnis verlust"),
  notDenied: words("mehr weniger nur"),
  dayLead: words("am"),
  numero: words("nr"),
  ballotNear: words("stimmten stimmen abgeordnete abgeordneten abgeordneter"),
  basisPoint: words("basispunkt basispunkte basispunkten"),
  second: words("zweite zweiter zweiten zweites zweitem"),
  abbreviation: words("frau bzw ing nr str z b d h u a ggf sog evtl geb mio mrd tel abs art"),
  sentenceOpener: words("der die das er sie es ein eine im in am"),
};
