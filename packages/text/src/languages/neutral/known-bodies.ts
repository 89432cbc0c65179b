/**
 * Papers, broadcasters, platforms and firms whose names do not show what they are, as running text writes them: written for this
 * package from common knowledge. “The Sorrel Times” needs no entry, as its last word tells; news agencies have their own registry.
 */
const outlets =
  "Politico|POLITICO|Mediaite|New York Times|Washington Post|Wall Street Journal|Los Angeles Times|Financial Times|Daily Mail|" +
  "Daily Telegraph|Sunday Times|Chicago Tribune|Boston Globe|Axios|Slate|Salon|Vox|BuzzFeed|BuzzFeed News|HuffPost|Breitbart|Newsmax|Mashable|Gawker|Quartz|Wired|Forbes|" +
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
  "Hamas|Hezbollah|Greenpeace|Oxfam|Interpol|Europol|Frontex|Kremlin|Pentagon|Boko Haram|Taliban|Pepsi|Coca-Cola|Exxon|Expedia|" +
  "Apple|Ford|General Motors|Chrysler|BMW|Porsche|Audi|Mercedes-Benz|Fiat|Ferrari|Vodafone|Philips|Bayer|BASF|Alcatel|Motorola|" +
  "Hewlett-Packard|Oracle|IBM|Dell|Lenovo|Xiaomi|Alibaba|Tencent|Baidu|ByteDance|Roche|GlaxoSmithKline|Johnson & Johnson|" +
  "British Airways|Air France|Emirates|Qantas|Home Depot|Best Buy|Burger King|FedEx|DHL|Visa|Mastercard|Wells Fargo";
const universities =
  "Harvard|Yale|Princeton|Stanford|Cornell|Dartmouth|Caltech|MIT|UCLA|Rutgers|Tulane|Vanderbilt|Sorbonne|Pew|Brookings|Cato|Rasmussen";
const international =
  "United Nations|European Union|World Bank|World Health Organization|World Trade Organization|International Monetary Fund|" +
  "African Union|Arab League|Red Cross|Red Crescent|Amnesty International|Transparency International|Human Rights Watch|" +
  "Doctors Without Borders|Save the Children|Planned Parenthood|Black Lives Matter|Federal Reserve|White House|Capitol Police|" +
  "Secret Service|National Guard|Border Patrol|Coast Guard|Scotland Yard|Supreme Court|Tea Party|Wikimedia|Muslim Brotherhood";
/** Offices whose names hold a word without a capital, which no row of capitals shows. */
const offices =
  "Immigration and Customs Enforcement|Customs and Border Protection|" +
  "Centers for Disease Control and Prevention|Centers for Disease Control|Centers for Medicare and Medicaid Services|" +
  "National Institutes of Health|Food and Drug Administration|Housing and Urban Development|" +
  "Securities and Exchange Commission|National Oceanic and Atmospheric Administration|Federal Bureau of Investigation|" +
  "Office of Management and Budget|Joint Chiefs of Staff|House of Representatives|House of Commons|House of Lords|" +
  "National Aeronautics and Space Administration|Occupational Safety and Health Administration|" +
  "Nuclear Regulatory Commission|Financial Conduct Authority|Bank of England|Church of England";

/** Forms of names that are bodies wherever they stand. */
export const knownBodies: ReadonlySet<string> = new Set(
  [outlets, platforms, firms, universities, international, offices].join("|").split("|"),
);

/** Letters in capitals that stand for a thing, a rank, a time or a form of firm, and name nobody. */
export const plainInitials: ReadonlySet<string> = new Set(
  (
    "AM PM ID IDs AI DNA RNA HTML IQ GPA PPE SUV SUVs FAQ FAQs LLC LLP INC LTD CEO CFO COO CTO VP MP MPs MEP MEPs TV DVD CD PC GPS ATM " +
    "HIV AIDS GDP LGBT LGBTQ OK ICU ER PR HR VIP DIY BMI PhD RN EST EDT CST PST GMT UTC BST CET MEZ MESZ LKW PKW BIP AG KG GmbH CEOs " +
    "II III IV VI VII VIII IX XI XII XIV XV XVI XL XX XXL HD OP PDF URL USB LED LCD MRI CT EV EVs AD BC QB RBI MVP OT DJ WM EM SMS FM"
  ).split(" "),
);

/** What is named with a capital and is nobody, no body and no place: faiths, feasts, programmes, diseases, books. */
export const namedThings: ReadonlySet<string> = new Set(
  (
    "Obamacare ObamaCare Medicare Medicaid Brexit Covid COVID Coronavirus Ebola Zika Watergate Internet Christmas Easter Thanksgiving " +
    "Halloween Ramadan Hanukkah Passover Lent Diwali Constitution Bible Koran Quran Torah God Allah Islam Christianity Judaism Buddhism " +
    "Hinduism Catholicism Holocaust Renaissance Enlightenment Olympics Paralympics Wimbledon Oscar Oscars Emmy Emmys Grammy Grammys " +
    "Bitcoin Ethereum Android Windows Viagra Botox Lego Twitterverse Bluetooth Nazism Communism Marxism Zionism Earth Mars Venus Saturn"
  ).split(" "),
);

/** Short forms of names that everybody knows, with the name they are short for. */
export const shortForms: ReadonlyMap<string, string> = new Map([
  ["U.S.", "United States"],
  ["U.S", "United States"],
  ["US", "United States"],
  ["USA", "United States"],
  ["U.S.A.", "United States"],
  ["United States of America", "United States"],
  ["U.K.", "United Kingdom"],
  ["UK", "United Kingdom"],
  ["U.N.", "United Nations"],
  ["UN", "United Nations"],
  ["EU", "European Union"],
  ["E.U.", "European Union"],
  ["UAE", "United Arab Emirates"],
  ["Niederlanden", "Niederlande"],
]);
