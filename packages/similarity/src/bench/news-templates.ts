/**
 * Sentences of invented news. Each kind of event has facts (`{who}`, `{n}` …) and four newsrooms' ways to tell each of
 * them, with hardly a phrase in common, so that two reports share names and figures and little wording. `[a|b|c]` is a
 * choice made per report.
 */
export interface EventKind {
  readonly name: string;
  /** Per newsroom: headlines, then sentences; the first sentence leads, the others come in any order and some not at all. */
  readonly rooms: readonly (readonly string[])[];
}

export const EVENT_KINDS: readonly EventKind[] = [
  {
    name: "match",
    rooms: [
      [
        "{clubA} beat {clubB} {goals}-{goals2} in round {round}",
        "{clubA} won {goals}-{goals2} at home to {clubB} on {weekday} in the {round:ord} round of the league.",
        "[Winger|Forward] {who} scored [twice|two goals], the second from the spot after {minute} minutes.",
        "{crowd} spectators came to the ground at {town}, the most this season.",
        "Coach {who2} called it a deserved victory but said the defence had been careless.",
        "{clubB} have now lost {lost} games in a row and slip down the table.",
      ],
      [
        "{who} sinks {clubB}",
        "Two strikes from {who} were enough to see off {clubB}, who went down {goals}-{goals2} to {clubA} in week {round}.",
        "A crowd of {crowd} in {town} saw the visitors start brightly and then fade.",
        "The penalty that settled it came in minute {minute}, for a foul nobody disputed.",
        "It was the {lost:ord} straight defeat for the guests.",
        '"We earned this, though at the back we slept," {who2}, who trains the hosts, told reporters.',
      ],
      [
        "Home side too strong for {clubB}",
        "Round {round}: {clubA} {goals}, {clubB} {goals2}. That is how {weekday} evening ended in {town} before {crowd} fans.",
        "The bench of the winners, led by {who2}, was content, the back line apart.",
        "{who} was the man of the night; his brace included a spot kick with {minute} gone.",
        "For the losers the run without a point grows to {lost}.",
      ],
      [
        "{clubA} move up",
        "Thanks to a double by {who}, {clubA} took all the points off {clubB} ({goals}-{goals2}).",
        "Nothing has gone right for {clubB} in {lost} outings.",
        "Attendance was put at {crowd}. The ground in {town} has not been fuller since autumn.",
        "Asked about the lapses of his defenders, {who2} promised work on the training pitch.",
        "The {round:ord} matchday goes on with three more fixtures.",
      ],
    ],
  },
  {
    name: "quake",
    rooms: [
      [
        "Quake of magnitude {mag} shakes {town}",
        "An earthquake of magnitude {mag} struck near {town} on {weekday}, killing {dead} people, the seismic service said.",
        "It lay {depth} kilometres deep and was felt as far as {town2}.",
        "Rescuers pulled {saved} survivors from collapsed buildings.",
        "Governor {who} declared an emergency and asked for tents.",
        "Power failed in {homes} households.",
      ],
      [
        "{dead} dead as earth trembles at {town}",
        "At least {dead} residents lost their lives when the ground shook around {town}; instruments put the shock at {mag}.",
        "Lights went out in {homes} homes, the grid operator reported.",
        "{who}, who governs the province, appealed for shelter for those without a roof.",
        "In {town2} lamps swung and people ran into the street.",
        "{saved} were dug out alive by nightfall.",
      ],
      [
        "Search goes on near {town}",
        "Helpers are digging through rubble in {town} after {weekday}'s tremor, rated {mag}. The toll stands at {dead}.",
        "Of those buried, {saved} could be brought out breathing.",
        "The focus sat at a depth of {depth} kilometres, geologists explained.",
        "Some {homes} customers have no electricity.",
      ],
      [
        "{town} mourns",
        "Flags fly low in {town}, where {dead} men and women died under falling walls.",
        "A shock measuring {mag} had run through the valley, rattling windows even in {town2}.",
        '"Bring blankets, bring canvas," pleaded {who}, the governor.',
        "Firemen counted {saved} rescues before dark.",
        "{depth} kilometres below the fields, say scientists, a fault gave way.",
      ],
    ],
  },
  {
    name: "results",
    rooms: [
      [
        "{firm} profit [rises|climbs] {pct} per cent in {quarter}",
        "{firm} said on {weekday} its net profit rose {pct} per cent to {profit} million crowns in the {quarter} quarter.",
        "Revenue was {sales} million, ahead of what analysts had expected.",
        "Chief executive {who} kept the outlook for the year.",
        "The company, based in {town}, employs {staff} people.",
        "It will pay a dividend of {div} crowns a share.",
      ],
      [
        "{firm} earns more",
        "Earnings at {town}'s {firm} reached {profit} million crowns in the {quarter} three months, {pct} per cent up on the year.",
        "Shareholders can look forward to {div} crowns apiece.",
        "Sales of {sales} million beat forecasts.",
        '"We see no reason to change our targets," boss {who} wrote to investors.',
      ],
      [
        "Good {quarter} quarter for {firm}",
        "With {profit} million crowns left after tax, {firm} did {pct} per cent better than twelve months earlier.",
        "{who}, at the helm since spring, confirms the guidance.",
        "Takings came to {sales} million. {staff} are on the payroll.",
        "The board proposes {div} a share.",
      ],
      [
        "Markets cheer {firm}",
        "Stock in {firm} gained after it published figures for the {quarter} quarter: {sales} million of turnover, {profit} million of surplus.",
        "That is an increase of {pct} per cent in the bottom line.",
        "From headquarters in {town} {who} let it be known that plans stand.",
        "A payout of {div} crowns was pencilled in.",
      ],
    ],
  },
  {
    name: "court",
    rooms: [
      [
        "Court jails {who} for {years} years",
        "A court in {town} sentenced former {office} {who} to {years} years in prison on {weekday} for taking bribes worth {sum} crowns.",
        "Judge {who2} said the defendant had abused the trust of the public.",
        "The money came from the builder {firm}, which wanted the contract for the [bridge|station|tunnel].",
        "The defence said it would appeal.",
        "The trial lasted {days} days and heard {witnesses} witnesses.",
      ],
      [
        "{years} years for bribery",
        "{who}, once {office}, must go to prison for {years} years. The tribunal of {town} found that {sum} crowns had changed hands.",
        "Lawyers announced they would take the ruling to the next instance.",
        "{witnesses} people testified in {days} sessions.",
        "Behind the payments stood {firm}, eager for public works.",
      ],
      [
        "Guilty: {who}",
        "After {days} days of hearings the verdict fell: corruption, {years} years behind bars for ex-{office} {who}.",
        '"Office is no purse," presiding judge {who2} remarked in {town}.',
        "{firm} had handed over {sum} crowns in envelopes, according to the indictment.",
        "An appeal is certain, counsel indicated.",
      ],
      [
        "Fall of a {office}",
        "It took {witnesses} witnesses to bring down {who}, whom judges in {town} have now convicted.",
        "The penalty is {years} years of custody; {sum} crowns are forfeited.",
        "The contractor {firm} faces proceedings of its own.",
        "{who2}, who chaired the bench, spoke of greed.",
      ],
    ],
  },
  {
    name: "fire",
    rooms: [
      [
        "{dead} die in blaze at {town} [warehouse|mill|market]",
        "{dead} workers were killed when fire swept a factory of {firm} in {town} on {weekday}, police said.",
        "It took {crews} crews {hours} hours to put out the flames.",
        "{hurt} others were taken to hospital with burns.",
        "Mayor {who} ordered three days of mourning.",
        "Inspectors had found locked exits at the plant in {month}.",
      ],
      [
        "Flames kill {dead} in {town}",
        "Flames trapped the night shift of {firm}; {dead} did not get out, and {hurt} lie injured.",
        "Emergency doors had been reported shut as early as {month}.",
        "{who}, mayor of {town}, wept before cameras.",
        "Not until {hours} hours later did {crews} brigades have it under control.",
      ],
      [
        "Anger after factory fire",
        "Relatives gathered outside the burnt hall in {town} demanding answers for the death of {dead}.",
        "The owner, {firm}, had been warned in {month} about blocked ways out.",
        "{crews} engines were sent, the fire service said; the work lasted {hours} hours.",
        "Hospitals treat {hurt}.",
      ],
      [
        "{town}: how it burned",
        "Smoke was first seen on {weekday} above the roofs of {firm}. By morning {dead} were dead.",
        "Mourning until the weekend, decreed town hall under {who}.",
        "Of the wounded, numbering {hurt}, some remain in danger.",
        "A report from {month} lists barred exits.",
      ],
    ],
  },
  {
    name: "strike",
    rooms: [
      [
        "{union} walk out for {days} days",
        "Members of {union} began a strike of {days} days on {weekday} in a dispute over pay, stopping {trains} trains.",
        "The union wants {pct} per cent more; the railway offers {offer}.",
        "Negotiator {who} said talks had led nowhere.",
        "Transport minister {who2} called on both sides to return to the table.",
        "Commuters in {town} waited for buses.",
      ],
      [
        "No trains in {town}",
        "Platforms stood empty: {trains} services were struck off as {union} downed tools until {days} days have passed.",
        "{offer} per cent is on offer, {pct} is the demand.",
        '"Come back and talk," urged {who2}, the minister.',
        "{who} speaks for the staff.",
      ],
      [
        "Pay row halts railway",
        "The quarrel between the railway and {union} has come to a stoppage. {trains} connections are lost.",
        "Between {pct} and {offer} per cent there is no bridge so far, says {who}.",
        "Travellers round {town} share cars.",
        "It is to last {days} days.",
      ],
      [
        "Minister warns {union}",
        "Minister {who2} sees the patience of passengers wearing thin as the action by {union} enters its first of {days} days.",
        "{who} countered that wages had fallen behind: hence {pct} per cent.",
        "Management would go up by {offer}.",
        "Across the network {trains} departures fell through.",
      ],
    ],
  },
];

/** Sentences of background, as any report may carry: they share words with everything and tell no event. */
export const BACKGROUND: readonly string[] = [
  "The {noun} of {town} has [long|for years|since the war] been [a matter|an object|a cause] of {noun2} between the {noun3} and the [council|mayor's office|county].",
  "[Residents recall|Older people remember|Archives tell of] a [similar|comparable|smaller] {noun} some [years|decades|winters] ago, when {who3} was [still in charge|in office|new to the job].",
  "[A spokesman for|A spokeswoman of|Those who run] the {noun2} [declined to comment on|would say nothing about|did not answer questions on] the {noun3}.",
  "[Experts point|Economists pointed|Researchers look] to the {noun} and to the {noun2}, which have [both grown|doubled|changed little] since the [reform|turn of the century|last census].",
  "In [parliament|the assembly|committee] the {noun3} is [expected to come up again|to be debated|due for a vote] before the {noun}.",
  "[Critics say|Opponents complain that|Some hold that] the {noun} came [too late|at the wrong time|without notice], [supporters praise|others welcome|its friends defend] the {noun2}.",
  "[The region lives|People here live|The valley has always lived] on {noun} and {noun2}, and [many|most|a good part of the] families depend on the {noun3}.",
  "[What this means for|How it will bear on|Whether it changes] the {noun} nobody in {town2} [was able|cared|wanted] to say.",
  "[An inquiry into|A report on|A study of] the {noun2} [will report|is due|has been promised] [in the coming months|by the summer|before the year is out].",
  "The {noun3} has been [closed|shut|out of use] since, and the {noun} [moved|was shifted|has gone] to {town2}.",
  "Nearly every {noun} in {town2} once had its own {noun2}; today there is [one|a single one|hardly any] left.",
  "Money for the {noun} is [short|tight|scarce]: the {noun3} alone [swallows|eats|takes] a third of what there is.",
  "Visitors know {town} [above all|mostly|chiefly] for its {noun2}, which [draws crowds|fills the inns|is sung of] every spring.",
  '{who3} [once called|described|remembered] the {noun} "[a door to the sea|the heart of the place|our daily bread]".',
  "Trains between {town} and {town2} [run twice a day|were cut back|have a new timetable] because of works on the {noun3}.",
  "It rained [for most of the week|on and off|heavily], which [kept away|delayed|did no good to] the {noun2}.",
  "Under [the old law|rules of the last century|a by-law] any {noun} must [pay towards|answer to|report to] the {noun3}.",
  "A [painter|teacher|baker] from {town2} has [collected|kept|drawn] pictures of the {noun} since childhood.",
  "Last [autumn|winter|summer] the {noun2} made [headlines|news|trouble] when its {noun} [failed|broke down|was sold].",
  "[Half a dozen|Several|Three] neighbouring towns [share|quarrel over|pay for] one {noun3}.",
  "Prices for [a {noun}|the {noun}] have [gone up|fallen|hardly moved] while the {noun2} [shrank|stood still|boomed].",
  "[Students|Pensioners|Volunteers] [look after|sweep|guard] the {noun} at [weekends|night|harvest time].",
  "The [bishop|prefect|county doctor] [visited|inspected|blessed] the {noun3} [only last month|a year ago|in March].",
  "[Nothing|Little|Not much] of the {noun2} [survived|remains|is known] from before the [great fire|flood|railway].",
  "Where the {noun} [now stands|stood|was planned] there used to be a {noun2} with a [garden|mill|tavern].",
  "[On the other bank|Across the square|Up the hill] the {noun3} [goes on as before|is empty|opens at six].",
  "A [petition|lawsuit|survey] about the {noun} [lies with|reached|waits at] the {noun2} [unanswered|since May|in three copies].",
  "{town2}, [half an hour away|the bigger neighbour|down the line], [has had|wants|lost] a {noun3} of that kind.",
  "[Nobody|No one|Not a soul] [could remember|had counted|would guess] how many {noun} [permits|repairs|owners] there had been.",
  "[Insurers|Lawyers|Surveyors] [put|see|suspect] the {noun2} behind [most claims|the delay|every second case] concerning the {noun}.",
];

/** House paragraphs: what outlets print under everything. */
export const HOUSE_TEXTS: readonly string[] = [
  "The {outlet} is owned by its readers and takes no money from parties. It was founded by two printers who wanted a paper without advertisements. Subscribe to our letter, which comes every morning before breakfast.",
  "All rights reserved. This text may not be printed, broadcast or passed on without leave of the {outlet}. Figures are given without warranty and are no advice to buy or sell.",
  "About us: the {outlet} reports from nine towns with forty editors. Tell us what we should look into by post or by telephone; we protect those who speak to us.",
];

export const NOUNS: readonly string[] = (
  "harbour bridge school hospital market budget reform contract council railway river forest mine quarry fishery port airport canal dam power grid water " +
  "housing rent wage pension tax customs border police army court prison church museum theatre library university clinic pharmacy farm harvest drought flood " +
  "storm snow heat pollution waste recycling traffic road tunnel tram bus ferry ship dock factory mill plant workshop guild bank loan debt bond currency price " +
  "inflation trade export import tariff quota fish timber coal gas oil wind solar battery data network software privacy archive census election ballot party " +
  "coalition opposition cabinet ministry committee hearing report audit scandal bribe fraud theft murder trial verdict appeal amnesty refugee visa embassy treaty " +
  "truce sanction protest march petition referendum constitution charter festival concert exhibition film novel prize league stadium referee coach transfer"
).split(" ");
