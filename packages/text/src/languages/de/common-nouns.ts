import { isGermanHeadword } from "../../tables/german-nouns.ts";
import { remembering } from "../../tables/hash-table.ts";
import { CompoundSet } from "../compound-set.ts";
import { words } from "../word-list.ts";

/**
 * Frequent German nouns, written for this package from common knowledge. German writes them with a capital as it does names; a
 * compound that ends in one is a noun as well. Endings of cases and plurals are taken off by whoever asks.
 */
const listed: ReadonlySet<string> = words(`
    abend abkommen abschluss abschnitt absicht abstand abstieg abteil alltag amt amtszeit anfang anfrage angabe angebot angelegenheit
    angriff angst anhänger anklage anlage anlass anruf anschlag ansicht anspruch anstieg anteil antrag antwort anwalt anwesen anzahl
    anzeige apparat appell arbeit arbeiter argument arm armee art artikel arzt aspekt atmosphäre attacke aufgabe aufnahme aufruf
    auftakt auftrag auftritt aufwand auge augenblick ausbau ausbruch ausdruck ausflug ausgabe ausgang ausgleich auskunft ausland
    ausmaß ausnahme aussage ausschuss aussicht ausstieg auswahl ausweg auto autor bahn ball band bank basis bau bauer baum beamte
    bedarf bedenken bedingung beginn begriff beispiel beitrag bekannte bereich berg bericht beruf beschluss besitz besuch besucher
    beteiligte betrag betreiber betrieb bett bevölkerung beweis bezirk bild bilanz blatt blick block boden börse boot botschaft brand
    braut brief bruder brücke buch bucht bühne bund bundesland bundesstaat burg büro bürger bürgermeister bus chance chef club
    computer dach dame dank darsteller datei daten dauer debatte deckel demokratie detail dialog dichter dienst dimension ding dokument
    dorf drama druck duell ebene ehe ehre eigentum eindruck einfluss eingang einheit einkommen einsatz einschnitt einstieg einwanderer
    einwohner einzelheit eis eltern empfang ende energie engagement entscheid entwurf erbe ereignis erfolg ergebnis erkenntnis ersatz
    ersparnis erwartung europameister experte export fabrik fach fahrer fahrt fahrzeug faktor fall familie farbe faschist fehler feier
    feiertag feind feld fenster fernsehen fest feuer figur film finale firma fisch fläche flagge flamme flasche fleisch flotte flucht
    flug flughafen flugzeug fluss flüchtling folge form format forscher fortschritt foto frage fraktion frau freiheit freitag freude
    freund frieden front frucht führer fund fuß gang garten gast gebäude gebiet geburt gedanke gefahr gefangene gefecht gefühl gegend
    gegenstand gegenteil gegner gehalt geheimnis geist geld gelände gelegenheit gemälde generation gericht geschäft geschenk geschichte
    geschlecht geschwister gesellschaft gesetz gesicht gespräch gestalt gewalt gewehr gewicht gewinn gewinner gipfel glaube gläubige
    gleis glück gold gott grab grad graf gramm gremium grenze größe grund gruppe gut hafen haft halle hälfte haltestelle hand handel
    handy haus haushalt heer heft heilige heimat held herausforderer herbst herr herkunft herz hilfe himmel hinweis hintergrund hobby
    hof hoffnung höhe hölle holz hotel hund idee import industrie inhalt initiative insel instrument interesse interview islam jagd
    jahr jahrhundert jahrzehnt job journalist jubel jubiläum jugend junge jurist kabinett kaiser kampf kampagne kandidat kanzler
    kanzlerin kapitän kapitel karriere karte kasse katastrophe kauf kenntnis kette kind kino kirche klage klasse klima klub knie koalition
    kollege kommandeur kommentar kompromiss konferenz konflikt könig konkurrenz kontakt kontinent konto kontrolle konzept konzert kopf
    körper kosten kraft krankheit kreis kreuz krieg krise kritik kritiker kultur kunde kunst kurs kuss küste lage lager lager land
    landkreis landschaft länge last lauf leben lehrer leib leiche leid leistung leiter leitung leser leute licht liebe lied linie liste
    literatur loch lohn lösung luft macht mädchen mädel maler mandat mann mannschaft markt marktplatz maschine maß maßnahme material
    mauer medaille medien medium meer mehrheit meile meinung meister meldung menge mensch merkmal messe messer methode miliz minute
    mission mitarbeiter mitglied mittag mittel mitternacht mittwoch mode modell moment monat monarch montag mord morgen motor mühe
    musik muster mutter nachbar nachfolger nachfrage nachmittag nachricht nacht nähe name nation natur niederlage niveau norden not
    nummer nutzen nutzer oper opfer opposition ordnung organ ort osten panik papier paar park parlament partei partie partner party
    patient pause person personal pfad pferd pflanze pflicht pilot plan planet platz podium polizei polizist position post präsident
    praxis preis presse prinzip prinzessin problem produkt produzent profi programm projekt protest prozent prozess prüfung publikum
    punkt putsch qualität quartal quelle rahmen rakete rand rang rat raum reaktion rebell recht rede redner reform regel regie regierung
    region regisseur reich reihe reise reform regen reporter republik rest restaurant revolution richter richtlinie risiko roman ruf
    rückkehr rücktritt ruhe runde saal sache saison sanktion satz schaden schatten schauplatz schauspieler schein schicht schicksal
    schiff schlacht schlag schloss schluss schnee schnitt schock schritt schriftsteller schuld schule schüler schuss schutz schwein
    schwester schwimmbad see seele seite sekunde sender sendung senator serie show sieg sieger signal sinn sitz sohn soldat sommer sonne
    sonntag sorge spanne spaß spekulation spiel spieler spielraum spitze sport sprache sprung spur staat stadion stadt stadtteil stand
    standort start station statistik stein stelle stern steuer stiftung stil stimme stoff straße strand strategie strecke streik streit
    strom stück student studie studio stufe stuhl stunde sturm suche süden summe supermarkt system szene tafel tag tat täter tatort team
    technik teil teilnehmer telefon tempo termin terror test text thema theater theorie tier tisch titel tochter tod ton tor tote tour
    tradition traum treffen treffer trend trainer trainingslager trikot truppe tür turm turnier übergriff überraschung uhr umfang umfeld
    umfrage umgang umgebung umsatz umsturz umwelt unfall union universität unruhe unternehmen unterricht unterschied unterstützer urlaub
    ursache urteil vater verband verbot verdacht verein verfahren verfasser vergangenheit vergleich vergnügen verhalten verhältnis
    verkauf verkehr verlag verlust vermögen versuch verteidiger vertrag vertrauen vertreter verzicht video viertel villa volk vorbild
    vorfall vorgang vorjahr vorsprung vorschlag vorschrift vorstand vorteil vorwurf waffe wagen wahl wahlkampf wald wand ware wasser
    weg weihnachten wein weise weisheit welle welt weltmeister werk wert westen wetter wettkampf wettbewerb widerstand wiese wind winter
    wirtschaft wissen woche wohnhaus wohnung wort wunder wunsch zahl zeichen zeile zeit zeitpunkt zeuge ziel zimmer zivilist zoo zone
    zoll zug zuhause zukunft zusammenhang zuschauer zustand zweck zweifel zweig
    landesrat stadtrat gemeinderat regierungsrat
    akademie album allianz bande behörde bündnis download fluglinie gruppierung hauptstadt kirche krankenhaus landtag lokal ministerium
    museum oberst organisation plus redaktion rockband sammlung songs vereinigung zeitschrift zeitung projekt fauna flora
    gemeinde zigarette zigarre zigarillo straftat gewalttat profil version einbruch explosion jet behandlungszentrum gewebeprobe
    waggon geschoss rohr oktave container hubschrauber wahllokal gymnasium triebwagen provinz stimmzettel hindernis apotheke
    filiale kreditkarte lastwagen panzer fregatte kanone patrone granate drohne hochhaus wolkenkratzer moschee synagoge tempel
    kloster kneipe gaststätte laden tankstelle werkstatt kraftwerk reaktor windrad turbine reifen fahrrad motorrad traktor
    wohnwagen zelt matratze decke koffer paket postkarte skulptur staffel song vortrag lesung seminar lehrgang klausur zeugnis
    pokal rekord unentschieden elfmeter freistoß strafstoß spielzug delikt diebstahl einbrecher vergehen verbrechen haftbefehl
    berufung strafanzeige geldstrafe bußgeld schaf rind kuh schlange spinne mücke insekt schnecke unterschrift petition eintrag
    exemplar auflage kopie gen zelle probe dosis tablette spritze ampulle impfdosis virus bakterium galaxie satellit sonde
    zapfsäule platte gebot bestellung lieferung rettungswagen krankenwagen löschzug schlauch etage stockwerk sitzplatz stehplatz
    parkplatz garage
  `);

export const commonNouns: ReadonlySet<string> = new CompoundSet(listed);

const singulars: readonly (readonly [RegExp, string])[] = [
  [/ern$/, ""],
  [/er$/, ""],
  [/innen$/, "in"],
  [/en$/, "e"],
  [/en$/, ""],
  [/n$/, ""],
  [/e$/, ""],
  [/s$/, ""],
];

/** “plätze” gives “platz”, “tunnelbauten” itself: the singular of a plural whose noun is listed. */
export function germanSingular(lower: string): string {
  // A word of the list before a compound that happens to end in one: “schlägen” is of “Schlag”, and of no “Lage”.
  return singularIn(listed, lower) ?? singularIn(commonNouns, lower) ?? singularOfTable(lower) ?? lower;
}

/** Shortest parts of a compound whose last one alone is looked up. */
const partMin = 3;

/** “kälber” gives “kalb”, “käferarten” “käferart”: by the headwords of the table, of compounds by their last part. */
function singularOfTable(lower: string): string | null {
  if (isGermanHeadword(lower)) return null;
  const whole = singularIn(headwords, lower);
  if (whole !== null) return whole;
  for (let from = partMin; from <= lower.length - partMin - 1; from++) {
    if (!isGermanHeadword(lower.slice(0, from)) && !/(?:s|n|en)$/.test(lower.slice(0, from))) continue;
    const tail = lower.slice(from);
    if (isGermanHeadword(tail)) return null;
    const single = singularIn(headwords, tail);
    if (single !== null) return lower.slice(0, from) + single;
  }
  return null;
}

const headwords = { has: isGermanHeadword };

function singularIn(nouns: { readonly has: (word: string) => boolean }, lower: string): string | null {
  if (nouns.has(lower)) return lower;
  for (const [plural, single] of singulars) {
    if (!plural.test(lower)) continue;
    const stem = lower.replace(plural, single);
    if (nouns.has(stem)) return stem;
    const plain = stem.replace(/äu/, "au").replace(/ä/, "a").replace(/ö/, "o").replace(/ü/, "u");
    if (plain !== stem && nouns.has(plain)) return plain;
  }
  return null;
}

const endings = ["innen", "ern", "en", "er", "es", "em", "n", "e", "s"];

/** Shortest last part by which a word is taken for a compound of a noun that only the table has. */
const tailMin = 6;

/** Whether a word is a noun of the table, or ends in one. */
function isOfTable(form: string): boolean {
  if (isGermanHeadword(form)) return true;
  for (let from = 3; from <= form.length - tailMin; from++) if (isGermanHeadword(form.slice(from))) return true;
  return false;
}

/** Whether a word, or what it is without a case's or number's ending, is such a noun: “Orten”, “Ländern”, “Kindes”, “Vorschriften”. */
function isInflected(lower: string, isNoun: (form: string) => boolean): boolean {
  if (isNoun(lower)) return true;
  for (const ending of endings) {
    const stem = lower.slice(0, -ending.length);
    if (stem.length < 3 || !lower.endsWith(ending)) continue;
    const plain = stem.replace(/ä/g, "a").replace(/ö/g, "o").replace(/ü/g, "u");
    if (isNoun(stem) || isNoun(`${stem}e`) || isNoun(plain) || isNoun(`${plain}e`)) return true;
  }
  return false;
}

/** Whether a word is a frequent noun in any case or number, and no compound: “Löhne”, but not “Griechenland”. */
export const isSimpleGermanNoun: (lower: string) => boolean = remembering((lower) =>
  isInflected(lower, (form) => listed.has(form)),
);

/** Whether a word is a frequent noun in any case or number, or a compound that ends in one. */
export const isFrequentGermanNoun: (lower: string) => boolean = remembering((lower) =>
  isInflected(lower, (form) => commonNouns.has(form)),
);

/** Whether a word is any noun in any case or number, or a compound that ends in one; some are words of English as well: “Society”. */
export const isGermanNoun: (lower: string) => boolean = remembering(
  (lower) => isFrequentGermanNoun(lower) || isInflected(lower, isOfTable),
);
