import { CompoundSet } from "../compound-set.ts";
import type { Gender, Language, PronounInfo, Reporting } from "../grammar.ts";
import { toGroups, toSet } from "../language-words.ts";
import { german as words } from "./index.ts";
import { people } from "./people.ts";
import { germanSingularOf } from "./singulars.ts";
import { traits } from "./traits.ts";

const pronouns = new Map<string, PronounInfo>([
  ["er", { gender: "m", number: "singular", person: 3 }],
  ["sie", { gender: "f", number: "singular", person: 3 }],
  ["es", { gender: null, number: "singular", person: 3 }],
  ["ich", { gender: null, number: "singular", person: 1 }],
  ["wir", { gender: null, number: "plural", person: 1 }],
  ["dieser", { gender: "m", number: "singular", person: 3 }],
  ["diese", { gender: "f", number: "singular", person: 3 }],
]);

const honorifics = new Map<string, Gender>([
  ["herr", "m"],
  ["herrn", "m"],
  ["frau", "f"],
]);

/** Each title with the form for a woman. */
const withFeminine = (titles: ReadonlySet<string>): ReadonlySet<string> =>
  new CompoundSet([...titles].flatMap((title) => (title.endsWith("in") ? [title] : [title, `${title}in`])));

/** Each verb form with the words behind it that make it one of saying; none where a clause behind it does. */
const predicates = new Map(
  (
    [
      ["gab gaben gibt geben", "bekannt an zu"],
      ["ging gingen geht gehen", "aus"],
      ["wies wiesen weist weisen", "hin"],
      ["machte machten macht machen", "deutlich klar geltend"],
      ["stellte stellten stellt stellen", "klar fest"],
      ["hob hoben hebt heben", "hervor"],
      ["räumte räumten räumt räumen", "ein"],
      ["kündigte kündigten kündigt", "an"],
      ["teilte teilten teilt teilen", "mit"],
      ["führte führten führt führen", "an"],
      ["fügte fügten fügt", "hinzu"],
      ["warf warfen wirft werfen schlug schlugen schlägt schlagen", "vor"],
      ["sprach sprachen spricht sprechen", "davon"],
      ["sicherte sicherten sichert", "zu"],
      ["legte legten legt legen", "wert"],
      ["rief riefen ruft rufen", "auf"],
      [
        "signalisierte signalisierten signalisiert entschied entschieden beschloss beschlossen beschließt angegeben bekanntgegeben " +
          "gefordert gebeten bat baten angekündigt vorgeschlagen vorgeworfen zugesichert versprochen empfohlen",
        "",
      ],
      ["gegeben", "bekannt"],
      ["vermuten vermuteten glauben wiederholt wiederholte wiederholten beschuldigt beschuldigte beschuldigten", ""],
      ["berichten bemängeln kritisieren mahnen beklagen versichern meinen erzählen schildern argumentieren vermelden", ""],
      ["nimmt nahm nehmen nahmen", "an"],
      ["kommt kam kommen kamen", "ergebnis schluss"],
      ["heißt hieß heisst steht stand", "es steht stand"],
      ["ließ ließen lässt lassen", "verlauten wissen durchblicken"],
      ["zeigte zeigten zeigt zeigen", "überzeugt besorgt zuversichtlich enttäuscht erfreut"],
      ["ist sind war waren", "überzeugt sicher zuversichtlich ansicht meinung auffassung"],
      ["vertritt vertrat vertreten vertraten", "ansicht meinung auffassung standpunkt"],
      ["äußerte äußerten äußert äußern", "befürchtung hoffnung vermutung überzeugung sorge"],
    ] as const
  ).flatMap(([verbs, words]) => [...toSet(verbs)].map((verb) => [verb, toSet(words)] as const)),
);

/** Verbs whose object is what is told, as {@link predicates}. */
const objectVerbs = new Map(
  (
    [
      ["berichtet berichtete berichten berichteten", "von über vom"],
      ["warnt warnte warnen warnten", "vor"],
      ["rechnet rechnete rechnen rechneten", "mit"],
      ["verweist verwies verweisen verwiesen", "auf"],
      ["weist wies weisen wiesen", "hin zurück darauf"],
      ["spricht sprach sprechen sprachen", "von aus"],
      ["bezeichnet bezeichnete bezeichnen bezeichneten wertet wertete werten werteten bewertet bewertete", "als"],
      ["sieht sah sehen sahen", "in als"],
      ["wirft warf werfen warfen", "vor"],
      ["kündigt kündigte kündigen kündigten", "an"],
      ["plädiert plädierte plädieren plädierten", "für"],
      ["lehnt lehnte lehnen lehnten", "ab"],
      [
        "fordert forderte fordern forderten verlangt verlangte verlangen verlangten befürchtet befürchtete befürchten befürchteten " +
          "vermutet vermutete vermuten vermuteten beklagt beklagte beklagen beklagten bestätigt bestätigte bestätigen bestätigten " +
          "betont betonte betonten erwartet erwarten erwartete",
        "",
      ],
    ] as const
  ).flatMap(([verbs, words]) => [...toSet(verbs)].map((verb) => [verb, toSet(words)] as const)),
);

const reporting: Reporting = {
  predicates,
  objectVerbs,
  sayVerbs: toSet(
    "sagte sagt sagten sagen erklärte erklärt erklärten teilte teilten mitteilte mitteilten mitgeteilt hieß heißt " +
      "berichtete berichtet berichteten meldete meldet meldeten",
  ),
  besideQuotations: toSet("fuhr hob führt führte gab rief ruft stellte so habe hatte sei fragte fragt fügt fügte"),
  withListener: new Set(),
  conjunctions: toSet("dass daß ob"),
  joining: toSet("und aber oder der die das während"),
  circumstances: toSet("als nachdem bevor während am im in bei vor nach gestern heute"),
  undertakings: new Set(),
  offers: toSet(
    "fordert fordern forderte forderten verlangt verlangen verlangte verlangten verspricht versprach bietet boten bot",
  ),
  offered: toSet("rund etwa mindestens mehr als bis zu weitere eine einen zusätzlich knapp über"),
  requests: new Set(),
  callsFor: new Set(),
  callsForPrepositions: new Set(),
  toldInfinitives: new Set(),
  gerundTakers: new Set(),
  infinitiveMark: "zu",
  identifiers: toSet("identifizierte identifizierten"),
  identifiedAs: toSet("als"),
  recountVerbs: toSet("beziffern bezifferte beziffert bezifferten korrigierte korrigierten erhöhte erhöhten"),
  putVerbs: toSet("schätzt schätzte schätzen schätzten beziffert bezifferte beziffern bezifferten veranschlagt veranschlagte"),
  putPrepositions: toSet("auf"),
  countVerbs: toSet("zählt zählte zählten registriert registrierte registrierten meldet meldete meldeten"),
  estimates: toSet(
    "schätzt schätzte schätzen rechnet rechnete rechnen erwartet erwarten erwartete veranschlagt veranschlagen schätzten beziffert beziffern bezifferte bezifferten spricht sprach sprechen sprachen geht gehen ging gingen registrierte zählte",
  ),
  assumes: toGroups("geht gehen ging gingen=von"),
  supposedForms: toSet(
    "hätte hätten würde würden könnte könnten müsste müssten dürfte dürften gäbe zeige drohe bringe handle wäre wären käme kämen " +
      "ginge gingen bliebe blieben stünde stünden ließe ließen",
  ),
  reportedForms: toSet(
    "sei seien habe werde müsse könne solle wolle dürfe möge gebe stehe komme gehe bleibe liege lasse wisse brauche nehme mache " +
      "finde halte sehe spreche führe laufe koste betrage erhalte bekomme bestehe gelte heiße handele trage verliere ziehe",
  ),
  wishes: toSet("will wollen"),
  ownWords: [
    ["nach", "eigenen", "angaben"],
    ["nach", "eigenen", "worten"],
    ["nach", "eigener", "darstellung"],
  ],
  tailJoins: toSet("wie so"),
  citingCompounds: ["angaben", "berichten", "informationen", "schätzungen"],
  goingOn: new Set(),
  hypothetical: toSet("könnte könnten müsste müssten dürfte dürften sollte sollten würde würden"),
  unsaid: toSet("ohne statt"),
  participleEnding: null,
  notSubjects: toSet("dass was wie warum wo wenn da es"),
  countingOn: [["weitere"], ["davon"], ["von", "ihnen"], ["unter", "ihnen"]],
  documents: toSet(
    "umfrage studie bericht statistik daten zahlen analyse gutachten untersuchung auswertung video aufnahmen bilder",
  ),
  people: toSet("viele einige mehrere alle andere beide"),
  claimNouns: toSet("behauptung vorwurf aussage erklärung ankündigung warnung befürchtung ansicht meinung hoffnung"),
  things: toSet(
    "teil drittel hälfte viertel rest zahl geld preis preise zeit tag tage woche monat jahr jahre weg ding fall grund ergebnis",
  ),
};

export const german: Language = {
  ...traits,
  language: "de",
  words,
  singular: germanSingularOf,
  plural: { ending: /(?:en|er|te)$/, isShared: true },
  // “Chinesen”, “Amerikaner”
  peopleEnding: /.{3}(?:aner|anern|esen)$/,
  ageVerbs: new Set(),
  placeOpeners: new Set(),
  speechVerbs: toSet(
    "sagte sagt sagten sagen gesagt erklärte erklärt erklärten erklären äußerte äußert äußerten geäußert meinte " +
      "meint meinten betonte betont betonten kommentierte kommentiert schrieb schreibt schrieben geschrieben " +
      "antwortete antwortet fragte fragt berichtete berichtet berichteten warnte warnt warnten kritisierte kritisiert " +
      "kritisierten fügte fügt ergänzte ergänzt zitierte zitiert zitieren forderte fordert forderten behauptete " +
      "behauptet teilte mitteilte mitgeteilt lautet lautete heißt hieß begründete begründet bekräftigte bekräftigt " +
      "versicherte versichert entgegnete entgegnet konstatierte bestätigte bestätigt verkündete verkündet rief ruft " +
      "skandierten bemerkte bemerkt resümierte resümiert urteilte urteilt unterstrich unterstreicht hob führte führt " +
      "gab erläuterte erläutert stellte hinzu räumte einräumte formulierte formuliert beklagte beklagt beteuerte " +
      "beteuert prophezeite kündigte ankündigte spekulierte mahnte mahnt appellierte argumentierte argumentiert " +
      "bilanzierte gestand erzählte erzählt erinnerte plädierte verteidigte meldete meldet schilderte schildert fuhr " +
      "erzählten schilderten fragten antworteten ergänzten riefen rufen fordern lauteten twitterte twitterten postete posteten " +
      "bloggte notierte mailte jubelte jubelten scherzte schimpfte schimpften wetterte polterte spottete höhnte klagte klagten " +
      "klagt lästerte frotzelte witzelte schwärmte schwärmt seufzte stöhnte flüsterte brüllte brüllten schrie schrien murmelte " +
      "raunte sinnierte philosophierte mutmaßte mutmaßt vermutete vermutet prognostizierte prognostiziert versprach verspricht " +
      "versprachen gelobte verlangte verlangt verlangten beschwor bedauerte bedauert bedauerten monierte moniert rügte rügt " +
      "bemängelte bemängelt bekannte bekräftigten betonen behaupten behaupteten bestätigten bestätigen beteuerten konterte " +
      "kontert erwiderte erwidert erwiderten widersprach widerspricht präzisierte titelte titelt orakelte prahlte bilanziert " +
      "argumentiert argumentierten gesteht gestanden erinnert erinnerten plädiert plädierten meldeten melden verkündeten " +
      "urteilten resümierten konstatiert konstatierten kommentierten referierte skandierte skandieren fügten führten gaben räumt " +
      "kündigt kündigten mitteilt mitteilten ankündigt ankündigten warnen mahnten appellierten entgegneten versicherten " +
      "verdeutlichte verdeutlicht rät riet rieten empfahl empfiehlt lachte lacht grinste stichelte ätzte donnerte giftete grantelte hebt strich streicht unterstrichen " +
      "so habe hatte sei",
  ),
  looseSpeechVerbs: toSet(
    "bezeichnete bezeichnet bezeichneten nannte nennt nannten sprach spricht sprachen beschrieb beschreibt würdigte " +
      "würdigt lobte lobt sieht sah hält hielt verurteilte verurteilt glaubt glaubte hofft hoffte wies weist warf " +
      "wirft zeigte zeigt drohte droht verwies rechtfertigte bewertete bewertet charakterisierte kritisieren " +
      "beschrieben wertete zeigten äußern sehen dankte bezeichnen nennen sprechen sahen hielten halten glaubten hofften " +
      "gewürdigt kritisiert verurteilten verurteilen zurückgewiesen zurückwies wiesen weisen lobten würdigten bewerten wertet " +
      "werten charakterisiert freute freuten ärgerte empörte beschwerte beschwerten bescheinigte bescheinigt attestierte " +
      "attestiert bezweifelte bezweifelt warfen werfen geißelte brandmarkte pries preist feierte tadelte verspottete verhöhnte " +
      "beschimpfte beschimpften titulierte umschrieb deutete interpretierte beschreiben begrüßte begrüßt begrüßten verweist",
  ),
  attitudeVerbs: toSet(
    "befürchtet befürchten befürchtete fürchtet rechnet erwartet erwarten hofft hoffen glaubt glauben bezweifelt",
  ),
  nounLikeVerbs: toSet("so habe hatte sei gab"),
  passiveAuxiliaries: toSet("wird werden wurde wurden worden"),
  speechNouns: toSet(
    "interview erklärung stellungnahme bericht rede brief mitteilung pressemitteilung pressekonferenz worten " +
      "wortlaut zitat aussage frage antwort begründung fazit kommentar urteil parole parolen aufschrift satz " +
      "transparent transparenten motto angaben meinung auffassung ansicht",
  ),
  betweenSubjectAndVerb: toSet(
    "hat habe hatte haben hatten ist sei war wurde wird auch dann später bereits gestern heute erneut zudem weiter " +
      "weiterhin dazu sich ferner jedoch dagegen daraufhin hingegen schon wörtlich unter anderem gegenüber",
  ),
  accordingTo: [
    ["laut"],
    ...(
      "angaben ansicht auffassung aussage aussagen auskunft berechnungen darstellung einschätzung einschätzungen erkenntnissen " +
      "informationen meinung mitteilung schätzung schätzungen worten darstellungen schilderung schilderungen überzeugung " +
      "befund recherchen zählung zählungen prognose prognosen lesart"
    )
      .split(" ")
      .map((noun) => ["nach", noun]),
    ["unter", "berufung", "auf"],
    ["aus", "sicht"],
    ["hieß", "es", "aus"],
    ["hieß", "es", "bei"],
    ["hieß", "es", "von"],
    ["heißt", "es", "aus"],
    ["heißt", "es", "bei"],
    ["heißt", "es", "von"],
    ["heißt", "es", "in"],
    ["heißt", "es", "im"],
    ["heißt", "es", "auf"],
    ["hieß", "es", "im"],
    ["hieß", "es", "auf"],
    ["hieß", "es", "in"],
    ["heisst", "es", "in"],
    ["heisst", "es", "aus"],
    ["heisst", "es", "bei"],
    ["gemäß"],
    ["so"],
    ["mit", "den", "worten"],
  ],
  leadIns: [["in", "den", "worten", "von"], ["mit", "den", "worten", "von"], ["von"], ["laut"], ["dazu"], ["so"]],
  accordingAfter: toSet("zufolge"),
  pronouns,
  determiners: toSet(
    "der die das den dem des ein eine einen einem einer eines sein seine ihr ihre dieser diese dieses mehrere einige viele zwei drei kein keine",
  ),
  indefinite: toSet("ein eine einen einem einer mehrere einige viele zwei drei"),
  prepositions: toSet(
    "von vom in im an am auf aus bei beim mit nach für gegen durch über unter zwischen seit bis ohne um zu zum zur vor während wegen trotz gegenüber als wie",
  ),
  personNouns: new CompoundSet(people),
  femaleNouns: new Set(
    [...people].filter((noun) => noun.endsWith("in")).concat("frau", "mutter", "tochter", "schwester", "tante"),
  ),
  maleNouns: new Set([...people].filter((noun) => people.has(`${noun}in`)).concat("mann", "vater", "sohn", "bruder", "onkel")),
  titles: withFeminine(
    toSet(
      "präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin " +
        "außenminister außenministerin innenminister innenministerin finanzminister finanzministerin " +
        "verteidigungsminister verteidigungsministerin justizminister justizministerin umweltminister umweltministerin " +
        "wirtschaftsminister ministerpräsident ministerpräsidentin premierminister premierministerin premier " +
        "generalsekretär generalsekretärin us-präsident vizepräsident senator senatorin gouverneur bürgermeister " +
        "oberbürgermeister sprecher sprecherin pressesprecher regierungssprecher professor prof dr general oberst anwalt " +
        "verteidiger vertreter obmann experte expertin abgeordneter beamter mitarbeiter botschafter beauftragter " +
        "beauftragte papst kardinal bischof könig königin prinz prinzessin staatsanwalt richter chef chefin parteichef " +
        "vorsitzender vorsitzende vorsitzenden leiter direktor direktorin trainer bundestrainer kommissar staatssekretär " +
        "gewerkschafter führer handwerker pfleger krankenschwester hebamme mechaniker elektriker programmierer volkswirt forscher " +
        "wissenschaftler virologe virologin epidemiologe mediziner chirurg stürmer torhüter spieler meteorologe meteorologin " +
        "seismologe geologe geologin astronom astronaut sozialarbeiter erzieher dekan rektor dirigent intendant kurator " +
        "analyst ökonom historiker unternehmer aktivist landwirt reporter polizist augenzeuge augenzeugin politiker " +
        "fraktionschef geschäftsführer abgeordnete abgeordneter regierungschef staatschef",
    ),
  ),
  calledBy: new Map([
    ["prof", toSet("professor professorin")],
    ["abgeordnete", toSet("politikerin parlamentarierin")],
    ["abgeordneter", toSet("politiker parlamentarier")],
  ]),
  honorifics,
  organisationNouns: new CompoundSet(
    toSet(
      "times post press center airlines news network company group holding corporation ministerium polizei gericht " +
        "bundesgericht verfassungsgericht partei bundestag bundesrat parlament senat behörde amt bundesamt bank " +
        "universität institut gesellschaft ag gmbh verband verein union regierung kommission rat agentur " +
        "betriebe werke verkehrsbetriebe stadtwerke reederei innung kammer dienst leitstelle feuerwehr krankenhaus klinik klinikum " +
        "nachrichtenagentur zeitung klub club liga stiftung gewerkschaft konzern unternehmen firma betreiber hersteller fraktion " +
        "landtag verwaltung gemeinde anwaltschaft bundeswehr armee marine küstenwache bergwacht katastrophenschutz " +
        "organisation behörden sender bündnis initiative börse hochschule bauamt landesamt landratsamt gesundheitsamt jugendamt " +
        "umweltamt ordnungsamt finanzamt kriminalamt arbeitsamt stadtrat gemeinderat",
    ),
  ),
  placeNouns: toSet(
    "fluss see meer insel berg gebirge stadt dorf provinz region bundesstaat land straße platz flughafen bahnhof hafen",
  ),
  placePrepositions: toSet("in im aus nach bei nahe"),
  modifiers: (
    "mehr als|weniger als|mindestens|höchstens|bis zu|nicht mehr als|rund|etwa|ungefähr|circa|ca|knapp|fast|nahezu|" +
    "über|gut|weit über|deutlich mehr als|nur|lediglich|weitere|schätzungsweise|annähernd|insgesamt"
  )
    .split("|")
    .map((phrase) => ({ words: phrase.split(" ") }))
    .sort((a, b) => b.words.length - a.words.length),
  namingWords: toSet(
    "sogenannte sogenannten sogenannter so genannte genannten namens titel begriff wort stichwort motto namen name",
  ),
  workNouns: toSet(
    "film lied album buch roman zeitung magazin sendung serie zeitschrift artikel oper stück spiel schiff projekt aktion operation",
  ),
  negations: toSet("nicht kein keine keinen keiner nie niemals niemand nichts weder ohne"),
  subordinators: toSet("dass weil obwohl während wenn ob nachdem bevor bis da damit der die das welche wer wo"),
  verbs: new Map(
    Object.entries({
      sterben: "starb starben gestorben",
      verletzen: "verletzt verletzte verletzten",
      töten: "getötet tötete töteten",
      fliehen: "floh flohen geflohen flüchteten flüchtete",
      kommen: "kam kamen gekommen kommt",
      sein: "ist sind war waren gewesen",
      haben: "hat haben hatte hatten",
      werden: "wird werden wurde wurden",
      steigen: "stieg stiegen gestiegen steigt",
      sinken: "sank sanken gesunken sinkt",
      erreichen: "erreicht erreichte erreichten",
      zählen: "zählt zählte zählten",
      protestieren: "protestierten protestierte",
      demonstrieren: "demonstrierten demonstrierte",
      gewinnen: "gewann gewannen gewonnen",
      gehen: "geht gehen ging gingen",
      verlieren: "verlor verloren",
      erhalten: "erhielt erhielten erhält",
      zerstören: "zerstört zerstörte zerstörten",
      festnehmen: "festgenommen",
      evakuieren: "evakuiert",
    }).flatMap(([base, forms]) => forms.split(" ").map((form) => [form, base] as const)),
  ),
  reportVerbs: toSet(
    "veranschlagen beziffern zeigt zeigte zeigen schätzt schätzte schätzen schätzten meldet melden registriert registrieren zählen meldete meldeten registrierte registrierten zählt zählte zählten ergab beziffert " +
      "sprach sprachen spricht sprechen bezifferte bezifferten rechnet rechnete rechnen veranschlagt veranschlagte",
  ),
  peopleVerbs: toSet("starben kamen flohen flüchteten verletzt getötet demonstrierten protestierten"),
  populated: toSet("stadt dorf land region provinz gemeinde insel"),
  comparedWith: toSet("als gegenüber nach statt von"),
  perWords: toSet("pro je jeden"),
  demonyms: new Map(),
  notNames: toSet(
    "folge zukunft ordnung kraft haft sicht frage betracht bezug höhe form arbeit zusammenarbeit anspruch gefahr not bewegung " +
      "obwohl obgleich zumal sofern sobald solange soweit nachdem bevor falls indem indes weshalb wobei wohingegen insofern " +
      "quarantäne rente führung richtung vergleich schnitt durchschnitt verbindung anlehnung teilen " +
      "million millionen milliarde milliarden prozent euro dollar cent uhr jahr jahre jahren zwei drei vier fünf sechs " +
      "sieben acht neun zehn elf zwölf zahlreiche mehrere viele einige weitere bisher bislang damit dabei dadurch " +
      "danach zuvor zudem außerdem allerdings unterdessen inzwischen währenddessen deshalb deswegen trotzdem dennoch " +
      "demnach daher ähnlich mittlerweile schließlich zunächst der die das den dem des ein eine einen einem einer " +
      "eines und oder aber doch denn wenn weil als wie wo wer was mit bei nach von vor zu zum zur im in am an auf aus " +
      "für gegen durch über unter zwischen seit bis ohne um er sie es wir ihr ich man sein seine ihre auch nicht nur " +
      "noch schon so dann dort hier heute gestern dies diese dieser dieses jedoch laut beim vom montag dienstag " +
      "mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober " +
      "november dezember nun allerdings außerdem zudem dabei damit dazu danach daraufhin insgesamt bereits",
  ),
  reporting,
  tense: {
    aheadWords: toSet(
      "wird werden soll sollen will wollen möchte voraussichtlich geplant kommenden nächsten angesetzt anberaumt vorgesehen terminiert erwartet",
    ),
    scheduled: toSet(
      "beginnt beginnen startet starten endet enden öffnet öffnen schließt tagt trifft läuft findet entscheidet stimmt spielt wählt tritt berät reist",
    ),
    pastForms: toSet(
      "wurde wurden worden war waren hatte hatten hat haben kam kamen ging gingen gab gaben fiel fielen starb " +
        "starben traf trafen fand fanden nahm nahmen ließ begann begannen " +
        "gekommen gegangen gestorben gefallen gestiegen gesunken geworden gewesen gefahren geflohen entstanden verschwunden stieg stiegen sank " +
        "sanken stand standen lag lagen sprach rief zog zogen schlug verlor gewann schrieb entschied",
    ),
    pastEndings: ["te", "ten"],
    futureEndings: [],
    copulas: toSet(""),
    infinitiveMark: null,
    infinitive: null,
  },
};
