import { words } from "../word-list.ts";

/** Places by their German names: countries with their parts and parts of the world, then cities. */
export const places = {
  countries: [
    ...words(`
      Deutschland Österreich Schweiz Frankreich Italien Spanien Polen Russland Großbritannien England Schottland Irland
      Niederlande Niederlanden Niederlanden Belgien Dänemark Schweden Norwegen Finnland Griechenland Türkei Ungarn Tschechien Slowakei Slowenien
      Kroatien Serbien Rumänien Bulgarien Ukraine Weißrussland Georgien Kasachstan Iran Irak Syrien Libanon Jordanien
      Ägypten Libyen Tunesien Marokko Algerien Südafrika Kenia Äthiopien Somalia Indien China Japan Südkorea Nordkorea
      Indonesien Australien Neuseeland Kanada Mexiko Brasilien Argentinien Kolumbien Kuba Europa Asien Afrika Amerika USA
      Bayern Sachsen Hessen Thüringen Brandenburg Niedersachsen Nordrhein-Westfalen Baden-Württemberg Rheinland-Pfalz
      Saarland Schleswig-Holstein Mecklenburg-Vorpommern Sachsen-Anhalt Bremen Afghanistan Albanien Andorra Angola
      Armenien Aserbaidschan Bahrain Bangladesch Belarus Benin Bolivien Botswana Burundi Chile Dominica Ecuador Eritrea
      Estland Gabun Gambia Ghana Guatemala Guinea Guyana Haiti Honduras Israel Jamaika Jemen Kambodscha Kamerun Katar
      Kirgisistan Kirgistan Kongo Kosovo Kuwait Laos Lettland Liberia Liechtenstein Litauen Luxemburg Madagaskar Malawi
      Malaysia Malediven Mali Malta Mauretanien Mauritius Mazedonien Nordmazedonien Moldau Moldawien Monaco Mongolei
      Montenegro Mosambik Myanmar Namibia Nepal Nicaragua Niger Nigeria Oman Osttimor Pakistan Panama Paraguay Peru
      Philippinen Portugal Ruanda Sambia Senegal Seychellen Simbabwe Singapur Sudan Südsudan Suriname Tadschikistan
      Taiwan Tansania Thailand Togo Tschad Turkmenistan Uganda Uruguay Usbekistan Venezuela Vietnam Zypern Hongkong
      Fidschi Bosnien Herzegowina Sowjetunion Jugoslawien Palästina Wales Nordirland Grönland Tschetschenien Kurdistan
      Katalonien Südtirol Tirol Vorarlberg Kärnten Steiermark Burgenland Niederösterreich Oberösterreich Lateinamerika
      Südamerika Nordamerika Mittelamerika Zentralasien Südostasien Ostasien Vorderasien Nordafrika Westafrika Ostafrika
      Zentralafrika Osteuropa Westeuropa Südeuropa Mitteleuropa Skandinavien Balkan Kaukasus Sibirien Karibik Antarktis
      Arktis Atlantik Pazifik Mittelmeer Nordsee Ostsee Golanhöhen Gazastreifen Westjordanland Krim Donbass Kaschmir Tibet
      Darfur Tessin Graubünden Aargau Thurgau Ostdeutschland Westdeutschland Norddeutschland Süddeutschland Ruhrgebiet
      Rheinland Westfalen Schwaben Lombardei Toskana Sizilien Sardinien Kalabrien Venetien Piemont Andalusien Bretagne
      Normandie Elsass Lothringen Provence Flandern Wallonien Schlesien Pommern Kalifornien Ozeanien Hawaii Alaska
    `),
  ],
  cities: [
    ...words(`
      Wien Köln München Rom Moskau Athen Brüssel Kopenhagen Lissabon Mailand Peking Prag Warschau Aachen Augsburg Bamberg
      Bayreuth Bielefeld Bochum Bonn Bottrop Braunschweig Bremerhaven Chemnitz Coburg Cottbus Darmstadt Dessau Dortmund
      Dresden Duisburg Düsseldorf Eisenach Erfurt Erlangen Esslingen Flensburg Frankfurt Freiburg Friedrichshafen Fulda
      Fürth Gelsenkirchen Gera Gießen Görlitz Göttingen Greifswald Gütersloh Hamburg Hanau Hannover Heidelberg Heilbronn
      Herne Hildesheim Ingolstadt Jena Kaiserslautern Karlsruhe Kassel Kempten Kiel Koblenz Konstanz Krefeld Landshut
      Leipzig Leverkusen Lübeck Ludwigsburg Ludwigshafen Lüneburg Magdeburg Mainz Mannheim Marburg Mönchengladbach Münster
      Neubrandenburg Neuss Nürnberg Oberhausen Offenbach Oldenburg Osnabrück Paderborn Passau Pforzheim Potsdam Ravensburg
      Recklinghausen Regensburg Remscheid Reutlingen Rosenheim Rostock Saarbrücken Salzgitter Schwerin Solingen
      Stralsund Stuttgart Suhl Trier Tübingen Ulm Weimar Wiesbaden Wilhelmshaven Wismar Wolfsburg Wuppertal Würzburg
      Zwickau Graz Linz Salzburg Innsbruck Klagenfurt Villach Bregenz Eisenstadt Basel Bern Genf Lausanne Luzern
      Winterthur Zürich Lugano Antwerpen Brügge Gent Lüttich Rotterdam Amsterdam Eindhoven Straßburg Nizza Marseille Lyon
      Bordeaux Toulouse Neapel Venedig Florenz Turin Genua Bologna Palermo Verona Bozen Triest Danzig Breslau Krakau
      Stettin Kattowitz Königsberg Kaliningrad Wilna Vilnius Riga Tallinn Minsk Kiew Charkiw Lemberg Odessa Tiflis Eriwan
      Jerewan Baku Taschkent Almaty Bischkek Duschanbe Aschgabat Kabul Teheran Bagdad Damaskus Beirut Amman Jerusalem
      Kairo Tripolis Tunis Algier Rabat Khartum Nairobi Mombasa Kinshasa Lagos Abuja Accra Dakar
      Johannesburg Kapstadt Pretoria Harare Riad Dschidda Mekka Medina Doha Dubai Sanaa Aden Maskat Karatschi Islamabad
      Lahore Neu-Delhi Delhi Mumbai Kalkutta Bangalore Dhaka Kathmandu Rangun Bangkok Hanoi Jakarta Manila Schanghai
      Shanghai Wuhan Seoul Pjöngjang Tokio Osaka Hiroshima Fukushima Wladiwostok Jakutsk Chabarowsk Nowosibirsk
      Sotschi Grosny Petersburg Belgrad Bukarest Budapest Sofia Sarajevo Zagreb Ljubljana Laibach Bratislava Pressburg
      Brünn Pilsen Thessaloniki Nikosia Ankara Istanbul Izmir Göteborg Malmö Aarhus Reykjavik Havanna Mexiko-Stadt Bogotá
      Caracas Quito Lima Santiago Montevideo Brasília Ramallah Mossul Aleppo Homs Falludscha Basra Kundus Kandahar
      Guantánamo Guantanamo Tschernobyl Auschwitz Davos
    `),
  ],
} as const;

/**
 * Names of several words whose first is an adjective, with its stem: “in den Vereinigten Staaten”, “des Weißen Hauses”. What the stem
 * ends in, and an ending of the last word, are the case's.
 */
export const declinedNames: readonly {
  readonly stem: string;
  readonly rest: string;
  readonly ending: "e" | "er" | "es";
  readonly type: "place" | "organisation";
}[] = [
  { stem: "Vereinigt", rest: "Staaten", ending: "e", type: "place" },
  { stem: "Vereinigt", rest: "Königreich", ending: "es", type: "place" },
  { stem: "Vereinigt", rest: "Arabische Emirate", ending: "e", type: "place" },
  { stem: "Vereint", rest: "Nationen", ending: "e", type: "organisation" },
  { stem: "Europäisch", rest: "Union", ending: "e", type: "organisation" },
  { stem: "Europäisch", rest: "Kommission", ending: "e", type: "organisation" },
  { stem: "Europäisch", rest: "Zentralbank", ending: "e", type: "organisation" },
  { stem: "Europäisch", rest: "Parlament", ending: "es", type: "organisation" },
  { stem: "Europäisch", rest: "Gerichtshof", ending: "er", type: "organisation" },
  { stem: "Afrikanisch", rest: "Union", ending: "e", type: "organisation" },
  { stem: "Arabisch", rest: "Liga", ending: "e", type: "organisation" },
  { stem: "Weiß", rest: "Haus", ending: "es", type: "organisation" },
  { stem: "Rot", rest: "Kreuz", ending: "es", type: "organisation" },
  { stem: "Islamisch", rest: "Staat", ending: "er", type: "organisation" },
  { stem: "Deutsch", rest: "Bahn", ending: "e", type: "organisation" },
  { stem: "Deutsch", rest: "Bundesbank", ending: "e", type: "organisation" },
  { stem: "Deutsch", rest: "Fußball-Bund", ending: "er", type: "organisation" },
  { stem: "Deutsch", rest: "Bundestag", ending: "er", type: "organisation" },
  { stem: "Deutsch", rest: "Presse-Agentur", ending: "e", type: "organisation" },
  { stem: "Deutsch", rest: "Telekom", ending: "e", type: "organisation" },
  { stem: "Grün", rest: "Partei", ending: "e", type: "organisation" },
  { stem: "Nah", rest: "Osten", ending: "er", type: "place" },
  { stem: "Mittler", rest: "Osten", ending: "er", type: "place" },
  { stem: "Fern", rest: "Osten", ending: "er", type: "place" },
  { stem: "Schwarz", rest: "Meer", ending: "es", type: "place" },
  { stem: "Rot", rest: "Meer", ending: "es", type: "place" },
  { stem: "Tot", rest: "Meer", ending: "es", type: "place" },
  { stem: "Persisch", rest: "Golf", ending: "er", type: "place" },
  { stem: "Indisch", rest: "Ozean", ending: "er", type: "place" },
  { stem: "Dominikanisch", rest: "Republik", ending: "e", type: "place" },
  { stem: "Tschechisch", rest: "Republik", ending: "e", type: "place" },
];
