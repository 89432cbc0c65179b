import type { Gender } from "@wirefold/text/grammar";
import { listedFemale, listedMale } from "./listed-given-names.ts";

/** Common given names by the gender they most often go with; written for this package, far from complete, only a hint. */
const female =
  "ada agnes alexandra alexis alice alicia alison amanda amber amelia amy ana anastasia andrea angela angelina " +
  "anita ann anna anne annette annie antonia april arianna ashley astrid audrey ava barbara beatrice becky bella " +
  "bernadette beth betsy betty beverly bianca bonnie brenda brianna bridget brittany camille candice carla carly " +
  "carmen carol carole carolina caroline carolyn carrie cassandra catherine cathy cecilia charlotte chelsea cheryl " +
  "chloe christina christine cindy claire clara claudia colleen condoleezza connie courtney crystal cynthia daisy " +
  "dana daniela danielle dawn deborah debra debbie denise diana diane donna doris dorothy edith eileen elaine " +
  "eleanor elena elisabeth elizabeth ella ellen emily emma erica erika erin esther ethel eva eve evelyn fatima " +
  "felicia fiona florence frances francesca gabriela gabrielle gail gertrude gina ginny gisela giulia gladys " +
  "glenda gloria grace greta gretchen gwen hannah harriet hayley heather heidi helen helena hilary hillary holly " +
  "huma ida imogen inge ingrid irene iris irina isabel isabella ivanka jackie jacqueline jamie jane janet janice " +
  "jasmine jean jeanne jenna jennifer jenny jessica jill jillian jo joan joanna joanne jocelyn jodie josephine joy " +
  "joyce juanita judith judy julia juliana julie juliet june kamala karen karin karine karla kate katharina " +
  "katherine kathleen kathryn kathy katie katrina kayla kellyanne kelly kendra kerry kim kimberly kirsten kristen " +
  "kristina laila lara larisa laura lauren layla leah leila lena leslie leticia lillian lily linda lindsay lindsey " +
  "lisa liz liza lois lori lorraine louise lucia lucille lucy lydia lynn madeleine madison maggie malala mandy " +
  "margaret margarita margot maria marian mariana marianne marie marilyn marina marion marjorie marlene martha " +
  "mary maryam maureen maxine maya megan meghan melania melanie melinda melissa mercedes meredith mia michaela " +
  "michelle mildred mindy miranda miriam mollie molly mona monica monika muriel nadia nancy naomi natalia natalie " +
  "natasha nicole nina nora norma olga olivia opal paige pamela patricia patty paula pauline peggy penelope petra " +
  "phyllis priscilla priya rachel ramona rebecca regina renate renee rhonda rita roberta robin rosa rosalind rose " +
  "rosemary rosie roxanne ruby ruth sabine sabrina sally samantha sandra sara sarah selena shannon sharon sheila " +
  "shelby shelley sherry shirley sigrid silvia simone sofia sonia sonya sophia sophie stacey stacy stella " +
  "stephanie sue susan susanne suzanne sylvia tamara tammy tania tanya tara tatiana teresa terri tessa thelma " +
  "theresa tiffany tina tracy trisha ursula valentina valerie vanessa vera veronica vicki victoria viola virginia " +
  "vivian wanda wendy whitney wilma winifred yasmin yolanda yvonne zainab zoe";
const male =
  "aaron abdul abdullah abe abraham adam adrian ahmad ahmed al alan albert alejandro alex alexander alexei alexey " +
  "alfred ali allan allen alvin amir anders andre andreas andrei andrew andy angelo ansel anthony antonio archie " +
  "ari arnold arthur asif aung barack barry bart ben benedict benjamin bernard bernie bert bill billy bob bobby " +
  "boris boyd brad bradley brandon brendan brent brett brian brock bruce bryan byron calvin cameron carl carlo " +
  "carlos carter cecil cesar chad charles charlie chris christian christoph christopher chuck clarence clark " +
  "claude clay clayton cliff clifford clint clyde colin conor corey cory craig curtis cyril dale damian dan daniel " +
  "danny darren darryl dave david dean dennis denis derek dick diego dieter dirk dmitri dmitry dominic don donald " +
  "doug douglas duane duncan dustin dwight dylan earl ed eddie edgar edmund eduardo edward edwin eli elias elijah " +
  "emanuel emil emmanuel enrique eric erik ernest ernesto ethan eugene evan everett felipe felix fernando floyd " +
  "francis francisco frank franklin franz fred frederick friedrich gabriel garrett gary gavin gene geoff geoffrey " +
  "george gerald gerard gerhard gilbert giovanni giuliano glen glenn gordon graham grant greg gregory guillermo " +
  "gunter gus guy hamid hank hans harold harry harvey hassan hector heinrich heinz helmut henry herbert herman " +
  "horst howard hugh hugo hussein ian ibrahim igor imran ira isaac ismail ivan jack jacob jaime jake jakob james " +
  "jan jared jason javier jay jeb jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel " +
  "joerg johannes john johnny jon jonas jonathan jordan jorge jose joseph josh joshua juan julian julio jürgen " +
  "justin karl keith ken kenneth kevin khalid kirk klaus kofi kurt kyle lance larry lars laurence lawrence lee len " +
  "leo leon leonard leonid leroy lewis liam lloyd logan lorenzo lou louis lucas luis luke mahmoud malcolm manfred " +
  "manuel marat marc marcel marco marcus mario marion mark markus marshall martin marvin mathias matt matthew " +
  "matthias maurice max maxim mehmet melvin michael miguel mikael mike mikhail miles milton mitch mitt mohamed " +
  "mohammad mohammed morgan moses muhammad murray mustafa narendra nate nathan nathaniel neil nelson newt nicholas " +
  "nick nicolas nigel nikolai nikolas noah noam norbert norman oleg oliver omar oscar oskar otto owen pablo paolo " +
  "pascal patrick paul pavel pedro pete peter phil philip philipp phillip pierre piotr rafael rajiv ralf ralph " +
  "ramon rand randall randy raul ray raymond recep reinhard reince rene rex ricardo richard rick ricky rob robert " +
  "roberto rod rodney rodrigo roger roland rolf roman ron ronald rory ross roy rudolf rudy rupert russ russell " +
  "ryan salman sam samuel saul scott sean sebastian serge sergei sergey shane shaun shawn sid silvio simon spencer " +
  "stan stanley stefan stephen steve steven stuart sven ted terence terrence terry theo theodore thomas tim " +
  "timothy toby todd tom tommy tony travis trevor tyler uwe vaclav valentin vernon victor viktor vince vincent " +
  "vitaly vladimir vladislav volker wade wallace walter warren wayne werner wesley wilhelm will william willie " +
  "winston wolfgang woodrow xavier yasser yuri yusuf zach zachary";

const germanFemale =
  "adelheid agathe agnieszka almut alwine andreja angelika anke annegret anneliese annelie antje anuschka ariane " +
  "babette beate beatrix berit biggi birgit birgitta birte brigitta britta brunhilde christel cordula dagmar dörte " +
  "dorothee edeltraud elfriede elke elsbeth erna felicitas franka franziska friederike frauke gabriele gerda " +
  "gerlinde gertraud gesine gitta gudrun gundula hannelore hedwig heidemarie heidrun heike helma henriette henrike " +
  "herta hilde ilka imke inga ingeborg irmgard irmtraud isolde jutta karola kathrin katja katrin kerstin klaudia " +
  "kornelia lieselotte lisbeth liselotte loni maike manja mareike maren margarete margit margrit marika marita " +
  "marlies mechthild meike melitta nadja natascha nele ortrud ottilie patrizia rebekka regine reinhild ricarda " +
  "roswitha saskia sibylle sieglinde silke steffi susann svenja swetlana sybille tanja tatjana traudl ulla ulrike " +
  "uschi uta ute verena veronika walburga waltraud wencke wiebke wilhelmine";
const germanMale =
  "achim adalbert alfons alois ansgar arndt axel balthasar bastian benno bernd berthold björn bodo burkhard " +
  "burkhardt carsten detlef detlev eberhard eckart eckhard egon ekkehard elmar engelbert erhard ewald friedhelm " +
  "frieder gerd gereon gerhart gernot gisbert günter günther hannes hanno harald hartmut hartwig heiko heiner " +
  "heino helge helmuth henning heribert hilmar holger hubertus ignaz ingo jobst jochen jörg jörn jost karsten " +
  "kilian konstantin korbinian kuno leander leonhard lothar lorenz ludger luitpold meinhard meinrad nikolaus " +
  "ortwin ottmar raimund reiner reinhold rüdiger ruprecht sascha siegbert siegfried siegmar sigmar sönke steffen " +
  "thilo thorsten tilman tilo timo torben torsten udo ulf ullrich vinzenz volkmar wenzel willi willibald wolfram " +
  "xaver jewgeni sergej wladimir michail alexej juri kassym nursultan mahmud reçep kemal";

export const givenNames: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...listedMale
    .trim()
    .split(/\s+/)
    .map((name) => [name, "m"] as const),
  ...listedFemale
    .trim()
    .split(/\s+/)
    .map((name) => [name, "f"] as const),
  ...male.split(" ").map((name) => [name, "m"] as const),
  ...female.split(" ").map((name) => [name, "f"] as const),
  ...germanMale.split(" ").map((name) => [name, "m"] as const),
  ...germanFemale.split(" ").map((name) => [name, "f"] as const),
]);

/** The commonest Korean surnames as English writes them: they stand first, and the given name has two syllables. */
export const koreanSurnames: ReadonlySet<string> = new Set(
  (
    "Kim Lee Park Choi Jung Jeong Chung Kang Cho Jo Yoon Yun Jang Chang Lim Im Han Oh Seo Suh Shin Kwon Hwang Ahn An Song " +
    "Ryu Yoo Yu Hong Moon Ko Koh Bae Baek Heo Nam Noh Roh Ha Kwak Sung Cha Joo Ju Woo Min Ban Ri Pak Paik Ok"
  ).split(" "),
);
