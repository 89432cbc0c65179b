import { PLACE_NAMES } from "@wirefold/text/grammar";

/**
 * Places that need no context to be known as places: countries, capitals, large cities, US states and regions of the world.
 * Written for this package from common knowledge; a hint for the type of a name, never the reason to find one.
 */
const countries =
  "Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|" +
  "Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Botswana|Brazil|Brunei|Bulgaria|" +
  "Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica|" +
  "Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark|Djibouti|Dominica|Dominican Republic|East Timor|Ecuador|" +
  "Egypt|El Salvador|England|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|" +
  "Ghana|Great Britain|Britain|Greece|Greenland|Grenada|Guatemala|Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary|" +
  "Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kosovo|" +
  "Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Macau|Macedonia|" +
  "Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|" +
  "Morocco|Mozambique|Myanmar|Burma|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|" +
  "North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palestine|Panama|Papua New Guinea|Paraguay|Peru|" +
  "Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Samoa|San Marino|Saudi Arabia|Scotland|" +
  "Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|" +
  "Soviet Union|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|" +
  "Tonga|Trinidad|Tunisia|Turkey|Türkiye|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|United Kingdom|" +
  "United States|U.S.|U.K.|US|UK|UAE|USA|Uruguay|Uzbekistan|Vanuatu|Vatican|Venezuela|Vietnam|Wales|Yemen|Zambia|" +
  "Zimbabwe|America|Crimea|Chechnya|Tibet|Gaza|West Bank|Kurdistan";
const regions =
  "Africa|Antarctica|Asia|Europe|North America|South America|Latin America|Central America|Central Asia|" +
  "Middle East|Balkans|Caucasus|Scandinavia|Siberia|Caribbean|Black Sea|Baltic Sea|Mediterranean|Pacific|Atlantic|" +
  "Arctic|Indian Ocean|Persian Gulf|Red Sea|Sahara|Donbas|Donetsk|Luhansk|Kherson|Catalonia|Bavaria|Saxony|" +
  "Silicon Valley|Wall Street|New England|Midwest|Bay Area|Long Island|Manhattan|Brooklyn|Queens|Bronx|" +
  "Staten Island|Hollywood|Capitol Hill";
const cities =
  "Abu Dhabi|Accra|Addis Ababa|Adelaide|Algiers|Almaty|Amman|Amsterdam|Ankara|Antananarivo|Astana|Athens|Atlanta|" +
  "Auckland|Austin|Baghdad|Baku|Baltimore|Bangalore|Bangkok|Barcelona|Beijing|Beirut|Belfast|Belgrade|Berlin|Bern|" +
  "Birmingham|Bishkek|Bogota|Boston|Brasilia|Bratislava|Brisbane|Brussels|Bucharest|Budapest|Buenos Aires|Cairo|" +
  "Calgary|Canberra|Cape Town|Caracas|Cardiff|Casablanca|Charlotte|Chennai|Chicago|Chisinau|Cincinnati|Cleveland|" +
  "Cologne|Colombo|Columbus|Copenhagen|Dakar|Dallas|Damascus|Delhi|Denver|Des Moines|Detroit|Dhaka|Doha|Dresden|" +
  "Dubai|Dublin|Dushanbe|Düsseldorf|Edinburgh|Frankfurt|Geneva|Glasgow|Guangzhou|Hamburg|Hanoi|Harare|Havana|" +
  "Helsinki|Hiroshima|Ho Chi Minh City|Honolulu|Houston|Indianapolis|Islamabad|Istanbul|Jacksonville|Jakarta|" +
  "Jerusalem|Johannesburg|Kabul|Kampala|Kandahar|Karachi|Kathmandu|Kharkiv|Khartoum|Kiev|Kinshasa|Kolkata|" +
  "Kuala Lumpur|Kyiv|Kyoto|Lagos|Lahore|Las Vegas|Leipzig|Lima|Lisbon|Liverpool|Ljubljana|London|Los Angeles|" +
  "Luanda|Lusaka|Lviv|Lyon|Madrid|Manama|Manchester|Manila|Mariupol|Marseille|Mecca|Medina|Melbourne|Memphis|" +
  "Mexico City|Miami|Milan|Milwaukee|Minneapolis|Minsk|Mogadishu|Monrovia|Montevideo|Montreal|Moscow|Mosul|Mumbai|" +
  "Munich|Nagasaki|Nairobi|Naples|Nashville|New Delhi|New Orleans|New York|New York City|Nicosia|Oakland|Odesa|" +
  "Odessa|Orlando|Osaka|Oslo|Ottawa|Oxford|Panama City|Paris|Perth|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|" +
  "Port-au-Prince|Portland|Prague|Pretoria|Pyongyang|Quito|Rabat|Raqqa|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|" +
  "Rotterdam|Sacramento|San Antonio|San Diego|San Francisco|San Jose|San Juan|Santiago|Sao Paulo|São Paulo|" +
  "Sarajevo|Seattle|Seoul|Seville|Shanghai|Skopje|Sofia|St. Louis|St. Petersburg|Stockholm|Stuttgart|Sydney|Taipei|" +
  "Tallinn|Tampa|Tashkent|Tbilisi|Tehran|Tel Aviv|The Hague|Tijuana|Tirana|Tokyo|Toronto|Tripoli|Tunis|Turin|" +
  "Ulaanbaatar|Utrecht|Valletta|Vancouver|Venice|Vienna|Vilnius|Vladivostok|Warsaw|Washington|Washington D.C.|" +
  "Wellington|Winnipeg|Wuhan|Yangon|Yerevan|Zagreb|Zurich|Zürich|Aleppo|Kabul|Bern|Bonn";
const states =
  "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|" +
  "Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|" +
  "Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|" +
  "Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|" +
  "Wisconsin|Wyoming|Ontario|Quebec|Alberta|British Columbia|Queensland|New South Wales|Victoria|D.C.|DC|NYC|L.A.|" +
  "District of Columbia|Nova Scotia|Newfoundland|New Brunswick|Manitoba|Saskatchewan|Prince Edward Island|Yukon|Nunavut|Labrador|" +
  "Tasmania|Western Australia|Northern Territory|South Australia|Carolinas|Dakotas|Yorkshire|Cornwall|Lancashire|Sussex|Cumbria|" +
  "Normandy|Brittany|Provence|French Riviera|Tuscany|Sicily|Sardinia|Lombardy|Andalusia|Flanders|Wallonia|Tyrol|Transylvania|" +
  "Kashmir|Punjab|Kerala|Gujarat|Maharashtra|Tamil Nadu|Uttar Pradesh|Bihar|Rajasthan|Sindh|Balochistan|Xinjiang|Guangdong|Sichuan|" +
  "Hubei|Hunan|Okinawa|Hokkaido|Rakhine|Mindanao|Java|Sumatra|Borneo|Bali|Darfur|Tigray|Idlib|Anbar|Helmand|Sinai|Golan Heights|" +
  "Gaza Strip|Crimean Peninsula|Dagestan|Ingushetia|Abkhazia|South Ossetia|Nagorno-Karabakh|Transnistria|Zaporizhzhia|Mykolaiv|" +
  "Sinaloa|Chihuahua|Sonora|Oaxaca|Chiapas|Jalisco|Veracruz|Guerrero|Patagonia|Amazonia|Zanzibar|Katanga|North Kivu";
const moreCities =
  "Albuquerque|Anaheim|Baton Rouge|Benghazi|Birkenhead|Bridgeport|Cedar Rapids|Charlottesville|Chattanooga|Cheyenne|" +
  "Chula Vista|Colorado Springs|Corpus Christi|Daytona Beach|Dubuque|Duluth|El Paso|Evansville|Fort Lauderdale|" +
  "Fort Myers|Fort Wayne|Fort Worth|Fresno|Gainesville|Galveston|Grand Rapids|Greensboro|Harrisburg|Iowa City|" +
  "Jersey City|Juneau|Kansas City|Knoxville|Laredo|Little Rock|Long Beach|Louisville|McAllen|Miami Beach|Montpelier|" +
  "New Haven|Oklahoma City|Omaha|Palm Beach|Palo Alto|Pasadena|Pensacola|Rapid City|Rockford|Salt Lake City|" +
  "San Bernardino|Santa Ana|Santa Barbara|Santa Fe|Santa Monica|Sarasota|Scottsdale|Shreveport|Sioux City|Sioux Falls|" +
  "Spokane|Springfield|St. Paul|Syracuse|Tacoma|Tallahassee|Topeka|Tucson|Tulsa|Virginia Beach|Waco|West Palm Beach|" +
  "Wichita|Winston-Salem|Worcester|Yonkers|Yuma|Brighton|Cardiff|Coventry|Dundee|Exeter|Leeds|Leicester|Nottingham|" +
  "Plymouth|Portsmouth|Sheffield|Southampton|Stoke-on-Trent|Sunderland|Swansea|Wolverhampton|Inverness|Londonderry|" +
  "Antwerp|Bruges|Ghent|The Hague|Eindhoven|Bordeaux|Cannes|Lille|Nantes|Strasbourg|Toulouse|Bilbao|Granada|Malaga|" +
  "Málaga|Zaragoza|Porto|Bologna|Genoa|Palermo|Gdansk|Krakow|Kraków|Lodz|Poznan|Wroclaw|Brno|Linz|Salzburg|Lausanne|" +
  "Lucerne|Malmo|Malmö|Gothenburg|Aarhus|Tampere|Turku|Thessaloniki|Constanta|Plovdiv|Varna|Dubrovnik|Chernobyl|Donetsk|" +
  "Luhansk|Kherson|Sevastopol|Grozny|Kazan|Novosibirsk|Sochi|Volgograd|Yekaterinburg|Aleppo|Basra|Erbil|Fallujah|Haifa|" +
  "Hebron|Homs|Idlib|Kirkuk|Nablus|Najaf|Ramallah|Tikrit|Sanaa|Hodeidah|Jeddah|Muscat|Luxor|Benin City|Abuja|Kano|Bamako|" +
  "Bangui|Durban|Goma|Juba|Kigali|Lilongwe|Maputo|Mombasa|Ouagadougou|Soweto|Windhoek|Ahmedabad|Agra|Amritsar|Hyderabad|" +
  "Jaipur|Lucknow|Pune|Srinagar|Varanasi|Chittagong|Peshawar|Quetta|Rawalpindi|Kunduz|Jalalabad|Chengdu|Chongqing|Dalian|" +
  "Hangzhou|Harbin|Nanjing|Shenzhen|Tianjin|Xi'an|Xi’an|Busan|Incheon|Fukuoka|Fukushima|Kobe|Nagoya|Sapporo|Yokohama|" +
  "Cebu|Davao|Medan|Surabaya|Da Nang|Mandalay|Naypyidaw|Hobart|Christchurch|Cancun|Cancún|Acapulco|Guadalajara|Monterrey|" +
  "Ciudad Juarez|Ciudad Juárez|Culiacan|Culiacán|Medellin|Medellín|Guayaquil|Cusco|Recife|Fortaleza|Porto Alegre|" +
  "Curitiba|Valparaiso|Guantanamo|Guantánamo|San Salvador|Tegucigalpa|San Pedro Sula|Managua|Port of Spain|Santo Domingo";

const names = [
  ...[countries, regions, cities, moreCities, states].join("|").split("|"),
  ...PLACE_NAMES.countries,
  ...PLACE_NAMES.cities,
];

/** Datelines and headlines write places in capitals: “DES MOINES”. By the form, the name. */
const inCapitals: ReadonlyMap<string, string> = new Map(
  names.filter((name) => name.length > 4 && /\p{Ll}/u.test(name)).map((name) => [name.toUpperCase(), name]),
);

export const knownPlaces: ReadonlySet<string> = new Set([...names, ...inCapitals.keys()]);

/** A place's name as running text writes it: “Des Moines” for “DES MOINES”; what is no place in capitals stays as it is. */
export const placeInRunningText = (form: string): string => inCapitals.get(form) ?? form;

/** Countries: they act (“Kazakhstan said”), so they may be sources. */
export const knownCountries: ReadonlySet<string> = new Set([...countries.split("|"), ...PLACE_NAMES.countries]);

/** Cities and states that are surnames, first names or common words as well: they tell a place only where nothing else is known. */
export const doubtfulPlaces: ReadonlySet<string> = new Set(
  (
    "Aberdeen Aden Alexandria Anchorage Bali Basel Bath Bergen Berkeley Boise Bradford Bristol Buffalo Cali " +
    "Cambridge Charleston Cork Darwin Davenport Derby Durham Eugene Fargo Florence Galway Graz Greenville Halifax " +
    "Hartford Hull Java Kingston Lansing Lexington Limerick Lubbock Manchester Mesa Mobile Montgomery Newark Nice " +
    "Norfolk Olympia Peoria Preston Providence Raleigh Reno Richmond Rochester Rosario Salem Salvador Savannah Split " +
    "Stockton Toledo Trenton Valencia Verona Wilmington York"
  ).split(" "),
);
