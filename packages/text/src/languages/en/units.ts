import { toGroups, toSet } from "../language-words.ts";
import { shareIndexes } from "../share-indexes.ts";

/** Units by their names and abbreviations; CLDR's names of units come on top of these. */
export const units = toGroups(`
  second seconds sec secs=second minute minutes min mins=minute hour hours hr hrs=hour day days=day
  week weeks=week fortnight fortnights=fortnight month months=month year years yr yrs=year
  decade decades=decade century centuries=century night nights=night
  kilometer kilometers kilometre kilometres km kms=kilometer meter meters metre metres m=meter
  centimeter centimeters centimetre centimetres cm=centimeter millimeter millimeters millimetre millimetres mm=millimeter
  mile miles mi=mile foot feet ft=foot inch inches in=inch yard yards yd yds=yard
  kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs=kilogram gram grams gramme grammes g=gram
  milligram milligrams mg=milligram tonne tonnes ton tons t=ton kiloton kilotons=kiloton
  pound pounds lb lbs=pound ounce ounces oz=ounce stone=stone
  liter liters litre litres l=liter milliliter milliliters millilitre millilitres ml=milliliter
  gallon gallons gal=gallon barrel barrels bbl=barrel pint pints=pint quart quarts=quart
  hectare hectares ha=hectare acre acres=acre degree degrees=degree
  celsius centigrade=degree_Celsius fahrenheit=degree_Fahrenheit
  megawatt megawatts mw=megawatt gigawatt gigawatts gw=gigawatt kilowatt kilowatts kw=kilowatt watt watts=watt
  volt volts=volt megahertz mhz=megahertz gigahertz ghz=gigahertz hertz hz=hertz
  kilobyte kilobytes kb=kilobyte megabyte megabytes mb=megabyte gigabyte gigabytes gb=gigabyte terabyte terabytes tb=terabyte
  kwh=kilowatt_hour mwh=megawatt_hour gwh=gigawatt_hour twh=terawatt_hour horsepower hp=horsepower decibel decibels db=decibel
  psi=pound/square_inch btu btus=BTU furlong furlongs=furlong fathom fathoms=fathom bushel bushels=bushel hundredweight cwt=hundredweight
  tablespoon tablespoons tbsp=tablespoon teaspoon teaspoons tsp=teaspoon drachm drachma dram drams=dram deg degs=degree kelvin kelvins=kelvin
  cc=cubic_centimeter parsec parsecs=parsec rpm=revolution/minute millibar millibars mbar=millibar
  mph=mile/hour kph kmh=kilometer/hour knot knots=knot carat carats=carat calorie calories=calorie
`);

/** Currencies by their bare names; CLDR's full names (“swiss francs”) come on top of these. */
export const currencies = toGroups(`
  dollar dollars buck bucks=USD euro euros=EUR pound pounds sterling quid=GBP yen=JPY
  yuan renminbi rmb kuai=CNY usd=USD eur=EUR bitcoin bitcoins btc=bitcoin ruble rubles rouble roubles=RUB rupee rupees=INR franc francs=CHF won=KRW
  rupiah rupiahs=IDR baht=THB ringgit=MYR dong=VND naira=NGN cedi cedis=GHS taka=BDT tenge=KZT rial rials=IRR
  hryvnia hryvnias=UAH rand=ZAR shekel shekels=ILS forint forints=HUF zloty zlotys złoty=PLN
  peso pesos=peso krona kronor krone kroner=krona lira liras=lira real reais=BRL dirham dirhams=AED
  crown crowns=crown dinar dinars=dinar riyal riyals=SAR
  元 人民币=CNY 円=JPY 원=KRW
  cent cents=cent penny pence=penny kopeck kopecks=kopeck
`);

export const designators = toSet(`
  ${shareIndexes}
  act airbus amendment appendix area article bay berth bill boeing building case chapter channel clause class district episode exit figure flight formula
  gate grade group highway hr interstate item level line lot mark model no nos number option page pages paragraph paragraphs part phase pier platform precinct
  proposition question resolution room route row rule runway season seat section sr stage step street table tier title type unit us version
  volume ward war
`);
