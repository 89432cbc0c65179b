/**
 * Papers, broadcasters, platforms and firms whose names do not show what they are, as running text writes them: written for this
 * package from common knowledge. “The Sorrel Times” needs no entry, as its last word tells; news agencies have their own registry.
 */
const outlets =
  "Politico|Axios|Slate|Salon|Vox|BuzzFeed|BuzzFeed News|HuffPost|Breitbart|Newsmax|Mashable|Gawker|Quartz|Wired|Forbes|" +
  "Newsweek|Esquire|Vogue|Playboy|Vanity Fair|The Atlantic|The New Yorker|New Yorker|The Economist|The Hill|The Verge|" +
  "Al Jazeera|Sky News|Euronews|Univision|Telemundo|Fox News|Fox Business|USA Today|USA TODAY|Haaretz|Le Monde|Le Figaro|" +
  "Libération|Le Parisien|El País|El Mundo|ABC News|La Vanguardia|La Repubblica|Corriere della Sera|La Stampa|Der Spiegel|" +
  "Spiegel|Die Zeit|Die Welt|Handelsblatt|Süddeutsche Zeitung|Süddeutschen Zeitung|Frankfurter Allgemeine|Tagesspiegel|" +
  "Tagesschau|Deutschlandfunk|Kommersant|Izvestia|Pravda|Meduza|Asahi Shimbun|Yomiuri Shimbun|Folha de S.Paulo|Clarín|La Nación";
const platforms =
  "Facebook|Twitter|YouTube|Instagram|TikTok|Snapchat|WhatsApp|Telegram|Reddit|LinkedIn|Pinterest|Tumblr|Netflix|Hulu|Spotify|" +
  "Google|Yahoo|Wikipedia|WikiLeaks|Airbnb|Uber|Lyft|PayPal|eBay|Dropbox|Zoom|Skype|Twitch|Etsy|Kickstarter|GoFundMe";
const firms =
  "Microsoft|Amazon.com|Boeing|Airbus|Toyota|Honda|Nissan|Hyundai|Volkswagen|Daimler|Renault|Peugeot|Samsung|Sony|Intel|Nvidia|" +
  "Huawei|Nokia|Ericsson|Siemens|Walmart|Costco|Starbucks|McDonald’s|McDonald's|Pfizer|Moderna|AstraZeneca|BioNTech|Novartis|" +
  "ExxonMobil|Chevron|Gazprom|Rosneft|Saudi Aramco|Lufthansa|Ryanair|Nestlé|Unilever|Adidas|Nike|Goldman Sachs|Morgan Stanley|" +
  "JPMorgan Chase|Citigroup|Deutsche Bank|Commerzbank|Deutsche Bahn|Deutsche Telekom|Gallup|Nielsen|Ipsos|YouGov|Deloitte|" +
  "Dow Jones|Adobe|Amazon|Disney|Comcast|Verizon|Tesla|SpaceX|Qualcomm|Cisco|BlackRock|Barclays|Credit Suisse|Islamic State|" +
  "Hamas|Hezbollah|Greenpeace|Oxfam|Interpol|Europol|Frontex|Kremlin|Pentagon|Boko Haram|Taliban";

/** Forms of names that are bodies wherever they stand. */
export const knownBodies: ReadonlySet<string> = new Set([outlets, platforms, firms].join("|").split("|"));
