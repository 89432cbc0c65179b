/** "meter meters m=Meter" -> each word to the name behind "=", underscores as spaces on both sides. */
function names(entries: string): Map<string, string> {
  const out = new Map<string, string>();
  let waiting: string[] = [];
  for (const part of entries.split(/\s+/)) {
    const [word = "", name] = part.split("=");
    waiting.push(word.replaceAll("_", " "));
    if (name === undefined) continue;
    for (const each of waiting) out.set(each, name.replaceAll("_", " "));
    waiting = [];
  }
  return out;
}

export const measureWords: ReadonlyMap<string, string> = names(
  'pound pounds lb lbs=Pound milliliter milliliters millilitre millilitres ml=Milliliter inch inches "=Inch mile miles mi=Mile barrel barrels=Barrel ounce ounces oz=Ounce acre acres=Acre foot feet ft=Foot gallon gallons gal=Gallon ' +
    "square_meter square_meters square_metre square_metres sqm m2 m²=Square_meter square_kilometer square_kilometers square_kilometre square_kilometres km2 km²=Square_kilometer square_foot square_feet sqft=Square_foot square_mile square_miles=Square_mile cubic_meter cubic_meters cubic_metres m3 m³=Cubic_meter cubic_foot cubic_feet=Cubic_foot " +
    "ton tons tonne tonnes=Ton metric_ton metric_tons metric_tonnes=Metric_ton bit bits=Bit byte bytes=Byte kilobyte kilobytes kb=Kilobyte megabyte megabytes mb=Megabyte gigabyte gigabytes gb=Gigabyte terabyte terabytes tb=Terabyte " +
    "kilometer kilometers kilometre kilometres km=Kilometer meter meters metre metres m=Meter centimeter centimeters centimetre centimetres cm=Centimeter millimeter millimeters millimetre millimetres mm=Millimeter decimeter decimeters dm=Decimeter micrometer micrometers=Micrometer nanometer nanometers nm=Nanometer picometer picometers pm=Picometer " +
    "kilometers_per_hour kilometer_per_hour kilometres_per_hour kph kmph km/hr km/h=Kilometer_per_hour miles_per_hour mile_per_hour mph=Mile_per_hour meters_per_second m/s=Meter_per_second knot knots=Knot " +
    "drachma drachmas dram drams=Dram kilogram kilograms kilogramme kilogrammes kg kilo kilos=Kilogram gram grams gramme grammes g=Gram milligram milligrams mg=Milligram microgram micrograms mcg=Microgram stone=Stone " +
    "liter liters litre litres l=Liter pint pints=Pint quart quarts=Quart cup cups=Cup yard yards yd=Yard hectare hectares ha=Hectare degree degrees=Degree radian radians=Radian light_year light_years light-years=Light_year nautical_mile nautical_miles=Nautical_mile watt watts=Watt kilowatt kilowatts kw=Kilowatt megawatt megawatts mw=Megawatt gigawatt gigawatts=Gigawatt volt volts=Volt hertz hz=Hertz megahertz mhz=Megahertz gigahertz ghz=Gigahertz calorie calories=Calorie joule joules=Joule",
);

export const currencyWords: ReadonlyMap<string, string> = names(
  "dollar dollars buck bucks=Dollar us_dollar us_dollars american_dollar american_dollars united_states_dollars=United_States_dollar canadian_dollar canadian_dollars=Canadian_dollar australian_dollar australian_dollars=Australian_dollar hong_kong_dollars hong_kong_dollar=Hong_Kong_dollar cent cents=Cent pence penny=Pence pound pounds quid=Pound pounds_sterling british_pounds sterling=British_pound euro euros=Euro yen japanese_yen=Japanese_yen yuan kuai renminbi 元=Chinese_yuan franc francs=Franc swiss_franc swiss_francs=Swiss_franc french_francs=French_franc peseta pesetas=Peseta lira liras=Lira turkish_lira turkish_liras=Turkish_lira mark marks=Mark deutsche_marks=German_mark ruble rubles rouble roubles=Russian_ruble rupee rupees=Rupee indian_rupees=Indian_rupee won=South_Korean_won peso pesos=Peso mexican_pesos=Mexican_peso real reais=Brazilian_real rand=South_African_rand krona kronor=Krona krone kroner=Krone zloty zlotys=Polish_zloty forint forints=Hungarian_forint shekel shekels=Israeli_shekel dirham dirhams=Dirham riyal riyals=Riyal dinar dinars=Dinar baht=Thai_baht ringgit=Malaysian_ringgit dong=Vietnamese_dong hryvnia hryvnias=Ukrainian_hryvnia naira=Nigerian_naira bitcoin bitcoins=Bitcoin crown crowns=Crown",
);

export const currencyCodes: ReadonlyMap<string, string> = names(
  "usd=United_States_dollar eur=Euro gbp=British_pound jpy=Japanese_yen cny rmb=Chinese_yuan aud=Australian_dollar cad=Canadian_dollar chf=Swiss_franc hkd=Hong_Kong_dollar nzd=New_Zealand_dollar sgd=Singapore_dollar sek=Swedish_krona nok=Norwegian_krone dkk=Danish_krone inr=Indian_rupee rub=Russian_ruble brl=Brazilian_real mxn=Mexican_peso zar=South_African_rand krw=South_Korean_won try=Turkish_lira pln=Polish_zloty huf=Hungarian_forint czk=Czech_koruna ils=Israeli_shekel aed=UAE_dirham sar=Saudi_riyal thb=Thai_baht btc=Bitcoin sen=Sen uah=Ukrainian_hryvnia",
);

export const currencySigns: ReadonlyMap<string, string> = new Map([
  ["$", "Dollar"],
  ["€", "Euro"],
  ["£", "Pound"],
  ["¥", "Japanese yen"],
  ["₹", "Indian rupee"],
  ["₽", "Russian ruble"],
  ["₿", "Bitcoin"],
  ["₩", "South Korean won"],
  ["₴", "Ukrainian hryvnia"],
  ["₪", "Israeli shekel"],
]);

export const currencyPrefixes: ReadonlyMap<string, string> = new Map([
  ["us", "United States dollar"],
  ["hk", "Hong Kong dollar"],
  ["c", "Canadian dollar"],
  ["ca", "Canadian dollar"],
  ["au", "Australian dollar"],
  ["aud", "Australian dollar"],
  ["cad", "Canadian dollar"],
  ["usd", "United States dollar"],
  ["nz", "New Zealand dollar"],
]);
