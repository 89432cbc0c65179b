import { toGroups, toSet } from "../language-words.ts";
import { shareIndexes } from "../share-indexes.ts";

/** Units by their names and abbreviations; CLDR's names of units come on top of these. */
export const units = toGroups(`
  sekunde sekunden=second minute minuten min=minute stunde stunden std=hour tag tage tagen=day
  woche wochen=week monat monate monaten=month jahr jahre jahren=year
  jahrzehnt jahrzehnte jahrzehnten=decade jahrhundert jahrhunderte jahrhunderten=century nacht nächte nächten=night
  kilometer kilometern km=kilometer meter metern m=meter zentimeter zentimetern cm=centimeter millimeter millimetern mm=millimeter
  ps=horsepower gramms=gram volt=volt grade graden=degree seemeile seemeilen=nautical_mile lichtjahr lichtjahre lichtjahren=light-year
  megabyte megabytes mb=megabyte gigabyte gigabytes gb=gigabyte terabyte terabytes tb=terabyte hertz hz=hertz gigahertz ghz=gigahertz
  megahertz mhz=megahertz megawattstunde megawattstunden mwh=megawatt_hour gigawattstunde gigawattstunden gwh=gigawatt_hour
  terawattstunde terawattstunden twh=terawatt_hour dezibel=decibel kilokalorie kilokalorien kcal=kilocalorie hektoliter=hectoliter
  meile meilen=mile fuß=foot zoll=inch
  kilogramm kilo kg=kilogram gramm g=gram milligramm mg=milligram tonne tonnen t=ton
  liter litern l=liter milliliter ml=milliliter barrel=barrel
  hektar hektare ha=hectare quadratkilometer quadratkilometern=square_kilometer
  quadratmeter quadratmetern qm=square_meter kubikmeter kubikmetern=cubic_meter
  grad=degree megawatt mw=megawatt gigawatt gw=gigawatt kilowatt kw=kilowatt kilowattstunden kwh=kilowatt_hour
  köpfige köpfigen köpfiger köpfiges köpfigem=person
  tägige tägigen tägiger tägiges tägigem=day stündige stündigen stündiger stündiges stündigem=hour
  monatige monatigen monatiger monatiges=month wöchige wöchigen wöchiger wöchiges=week
  minütige minütigen minütiger minütiges=minute seitige seitigen seitiger seitiges=page
  stöckige stöckigen stöckiger stöckiges=floor
  stundenkilometer stundenkilometern=kilometer/hour knoten=knot
`);

/** Currencies by their bare names; CLDR's full names come on top of these. */
export const currencies = toGroups(`
  dollar us-dollar=USD euro euros=EUR pfund=GBP yen=JPY yuan=CNY rubel=RUB rupien rupie=INR franken=CHF
  hrywnja griwna=UAH lira=lira złoty zloty=PLN forint=HUF rand=ZAR schekel=ILS won=KRW
  peso pesos=peso krone kronen=crown dinar=dinar rial=IRR dirham=AED real=BRL
  cent=cent
`);

export const designators = toSet(`
  ${shareIndexes}
  abschnitt absatz airbus artikel autobahn boeing bundesstraße flug gleis gruppe halle hausnummer kapitel klasse linie nr nummer paragraf
  paragraph phase platz plz postfach postleitzahl rang raum resolution seite stufe tabelle teil typ zimmer
`);
