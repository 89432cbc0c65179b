import type { ContextWords } from "../../context-words.ts";
import { words } from "../word-list.ts";

/** Words in German that tell what a figure, a date, a name or a speaker next to them is. */
export const contextWords: ContextWords = {
  ageNoun: words("alter"),
  another: words("weitere"),
  more: words("weitere weiteren"),
  ageLimit: words("unter über"),
  clubOpener: words("tu th fh sv tsv bv"),
  belowWord: words("unter"),
  lastingArticle: words("einen"),
  adjacentPer: words("im"),
  perHead: words("kopf person einwohner"),
  lastingBehind: words("lang"),
  noDurationBehind: words("später nach vor zuvor danach darauf bevor nachdem früher der des vorher"),
  durationLead: words("für fast knapp rund gut gute etwa nur mindestens dauert dauerte binnen innerhalb über als circa"),
  covering: words("begrub begruben begräbt verschüttete verschütteten bedeckte bedeckten"),
  under: words("unter"),
  describedBody: words(`
    union internationale partei bund liga bewegung front stiftung akademie allianz initiative forum netzwerk kirche gemeinschaft
    gesellschaft bibliothek bank rat kommission institut verband verein zentralrat kreuz halbmond föderation armee garde
    arbeitskreis bündnis koalition vereinigung arbeitsgemeinschaft zentrum versammlung nationalversammlung universität hochschule post bahn börse
  `),
  placeLead: words(`
    landkreis kreis stadt gemeinde ort ortsteil stadtteil dorf provinz region distrikt bezirk ortschaft kleinstadt hafenstadt
    hauptstadt großstadt millionenstadt departement insel landeshauptstadt kreisstadt vorort konzentrationslager vernichtungslager
    flughafen bahnhof gefängnis
  `),
  localBody: words(`
    polizei kriminalpolizei bundespolizei landespolizei polizeipräsidium polizeidirektion polizeiinspektion staatsanwaltschaft
    generalstaatsanwaltschaft landgericht amtsgericht oberlandesgericht verwaltungsgericht oberverwaltungsgericht arbeitsgericht
    landesarbeitsgericht sozialgericht finanzgericht verfassungsgerichtshof feuerwehr berufsfeuerwehr universität uni hochschule
    fachhochschule klinikum uniklinik uniklinikum universitätsklinik universitätsklinikum stadtwerke verkehrsbetriebe sparkasse
    handelskammer handwerkskammer senat magistrat bürgerschaft börse messe bistum erzbistum
  `),
  soleBody: words(`
    bundestag bundesrat reichstag nationalrat ständerat nationalversammlung unterhaus oberhaus abgeordnetenhaus repräsentantenhaus
    verfassungsschutz kanzleramt volkskammer wehrmacht gestapo stasi weltbank weltsicherheitsrat europarat europaparlament
    weltgesundheitsorganisation linkspartei knesset
  `),
  streetNoun: words(`
    straße strasse allee gasse platz damm ring ufer weg chaussee promenade boulevard tor markt brücke
  `),
  townSight: words("rathaus dom münster tor zoo straße strasse allee platz ring damm ufer oper philharmonie city"),
  tiedBody: words(`
    stiftung institut universität hochschule schule grundschule gesamtschule realschule gymnasium kolleg klinik klinikum krankenhaus
    museum orchester akademie archiv bibliothek verein verlag
  `),
  tiedPlace: words(`
    straße strasse allee platz weg ring damm ufer brücke kreis haus halle stadion arena park kanal see turm
    ring kaserne boulevard promenade gedenkstätte
  `),
  markedBody: words(`
    zeitung tageszeitung wochenzeitung sonntagszeitung zeitschrift magazin nachrichtenmagazin wochenmagazin nachrichtenagentur agentur
    sender fernsehsender radiosender nachrichtensender rundfunksender blatt boulevardblatt wirtschaftsblatt portal nachrichtenportal
    onlineportal internetportal firma partei gruppe organisation hilfsorganisation menschenrechtsorganisation verein verband bündnis
    initiative stiftung
  `),
  bodyFor: words(`
    institut zentrum amt landesamt ministerium akademie forschungsinstitut forschungszentrum landesanstalt gesellschaft verband verein
    verbund kommission arbeitsgemeinschaft vereinigung stiftung zentralrat
  `),
  definiteGenitive: words("der des"),
  clubInitials: words("sc sv fc tsv fv bsc ec ev vc hc ac rc sk ak sg tv"),
  bareIn: words("in nahe"),
  partyColour: words("grünen"),
  bodyForLink: words("für"),
  venue: words("café hotel restaurant gasthof gasthaus kneipe bar club kino theater diskothek varieté pub"),
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
  partOfDecade: words("anfang mitte ende"),
  changeFrom: words("von"),
  changeTo: words("auf"),
  indefinite: words("ein einem einen einer eine"),
  repeated: words("jeder jeden jedem"),
  sizeBehindInch: words("lang breit hoch tief dick groß"),
  ordinalLead: words("der die das den des beim zum zur vom im am dem seinem ihrem seinen ihren seiner ihrer jedem jeden"),
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
  as: words("als"),
  possessive: words("ihr ihre sein seine"),
  feminineArticle: words("die"),
  masculineArticle: words("der"),
  demonstrative: words("diese dieser"),
  speakerItself: words("ich wir"),
  purposeLead: words("um ohne statt anstatt"),
  madeNoun: words(
    "zahlen daten schätzungen schätzung berechnungen berechnung statistik statistiken prognose prognosen auswertung",
  ),
  makerLead: words("von vom"),
  behindSubject: words("dort hier"),
  countedParticiple: words("angegeben beziffert geschätzt veranschlagt gezählt registriert gemeldet erfasst"),
  countAgent: words("von vom durch"),
  countNoun: words("zahl todeszahl"),
  percentNoun: words("prozent"),
  perfectAuxiliary: words("hat haben hatte hatten"),
  modalVerb: words(`
    kann können konnte konnten muss müssen musste mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte
    durften mag mögen mochte möchte möchten ließ ließen lässt lassen
  `),
  behindVerb: words("sich ihm ihr ihn ihnen mir mich uns dem den davon damit daran darauf daraus dafür dagegen darüber hierzu"),
  adverbialLead: words(`
    angesichts aufgrund anhand anlässlich infolge mangels mithilfe mittels neben nahe seitens zugunsten innerhalb außerhalb hinter außer
    samt statt ab binnen dank entgegen gemäß entsprechend hinsichtlich bezüglich inmitten jenseits oberhalb unterhalb unweit ungeachtet
    zwecks einschließlich ausgerechnet nachdem obwohl während weil wenn als da dass falls sollte
  `),
  notFinite: words(`
    nicht jetzt erst selbst fast zuletzt zunächst meist sonst seit statt samt insgesamt überhaupt damit mit somit anschließend nebst
    sämtlichen recht echt direkt oft längst bekannt einst höchst möglichst jüngst mindestens gesamt gerade laut dort sofort fort
    heute leute letzte letzten erste ersten nächste nächsten zweite zweiten dritte dritten beste besten meisten ersatzweise
    bislang besonders deutlich derzeit weit zweit mitunter leicht vielleicht schlecht nackt komplett perfekt aktuell exakt
  `),
  backPointer: words("dies das diese"),
  surveyLead: words("in bei"),
  surveyNoun: words("umfrage befragung studie erhebung untersuchung"),
  agentPreposition: words("von vom"),
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
  tensSuffix: words("er ern"),
  bracketLead: words("ergebnis verlust"),
  notDenied: words("mehr weniger nur"),
  dayLead: words("am"),
  rankLead: words("nummer"),
  deadline: words("bis"),
  putOffTo: words("auf zum"),
  updatedLabel: words("aktualisiert"),
  putOff: words(`
    verlegen verlegt verlegte verlegten verlängern verlängert verlängerte verschieben verschiebt verschob verschoben vertagen vertagt vertagte
    ausgesetzt
  `),
  numero: words("nr"),
  ballotNear: words("stimmten stimmen abgeordnete abgeordneten abgeordneter"),
  basisPoint: words("basispunkt basispunkte basispunkten"),
  second: words("zweite zweiter zweiten zweites zweitem"),
  abbreviation: words("frau bzw ing nr str z b d h u a ggf sog evtl geb tsd mio mrd tel abs art"),
  sentenceOpener: words("der die das er sie es ein eine im in am"),
};
