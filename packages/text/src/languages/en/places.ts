/** Places that the table of places lacks or doubts, as texts of any language write them in English: countries, then others. */
export const places = {
  countries:
    "Bosnia|Czech Republic|East Timor|England|Scotland|Wales|Northern Ireland|Great Britain|Britain|Hong Kong|Ivory Coast|Macau|Macedonia|" +
    "Burma|Palestine|Soviet Union|Trinidad|Turkey|U.S.|U.K.|US|UK|UAE|USA|Vatican|America|Crimea|Chechnya|Tibet|Kurdistan|Gaza|West Bank",
  others:
    "Atlantic|Arctic|Bay Area|Manhattan|Atlanta|Berlin|Bern|Bratislava|Lyon|Bologna|Cleveland|Geneva|Nicosia|Orlando|Oxford|Phoenix|Raqqa|" +
    "Valletta|Washington|Wellington|Albuquerque|Charlottesville|Cheyenne|Dubuque|Fresno|Iowa City|Santa Monica|Yuma|Dundee|Exeter|Leicester|" +
    "Inverness|Londonderry|Bilbao|Porto|Lucerne|Fallujah|Tikrit|Ramallah|Hodeidah|Hobart|Colorado|Florida|Indiana|Missouri|Virginia|Alberta|" +
    "Victoria|D.C.|DC|NYC|L.A.|Labrador|Dakotas|Brittany|Wallonia|Anbar|Crimean Peninsula|Ingushetia|South Ossetia|" +
    "Nagorno-Karabakh|Transnistria|Zaporizhzhia|Mykolaiv|Guerrero|Amazonia|Katanga|North Kivu",
};
