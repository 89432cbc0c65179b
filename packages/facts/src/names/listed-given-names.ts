/**
 * Further given names by gender, of four letters and more that are no common English word and no place: from the lexicon of
 * compromise 14.17, whose licence stands in THIRD-PARTY.md.
 */
export const listedMale = `
  aarav abdallah abdel abdoulaye abdullo abdulrahman abel abram abubakr abulfazl adama adan adolf adolfo adolph adriano advik
  afonso agustin ahmet aidan aiden aimar ajani aladdin alain alastair alberto albrecht alden alec aleksandar aleksander
  aleksandr aleksei alessandro alexandre alexandros alexandru alfonso alistair alonso alonzo alphonse alphonso alton alvaro
  amar amine amit ammanuel ammar amos anas anatoli anatoliy anatoly ander andrej andres andrzej antoine anton antoni antony
  anwar aputsiaq arata archibald ariel ariki arjun armaan armand armando armin arnaud arnav arno aron artem artie artur arturo
  aryan asahi augusto augustus avery ayaan aykhan aziz bakary balazs bandar bandile banele barney barrett bartholomew benito
  bennie benny benson berat bernardo bernhard bertram bertrand beshoi bibek bilal billie bishal bjorn blaine blake bogdan
  bradford brady branden branislav brendon brenton bret brice bruno bryce bryon burt burton caleb camilo carey carlton carroll
  cary cedric charbel charley chas chester chet christophe christos ciaran claudio claus clemens clement cletus clifton clive
  cody colby cole colton connor conrad constantin cornelis cornelius cristiano cristobal curt cyrus daan damien damion damon
  danilo daren darin dario darius darnell darrel darrell darrin daryl davi deandre deepak dejan delbert demetrius denny deon
  derrick deshawn desmond deven devin dewayne dewey dexter diarmuid dietmar dietrich dillon dimitri dimitris dinesh dion
  domingo dominick dominik dominykas donnell donnie donny donovan dorian dovydas doyle dragan dudley dwayne dyllan ebenezer
  edmond edoardo eduard edwardo efrain efren eitan elbert eldon eliot elisha elliot elliott ellis elmer elton elvin elvis
  elwood emerson emery emiliano emilio emilis emirhan emmett enoch enrico enzo eoin ergi erich erick ernie ernst errol ervin
  erwin esteban eugen evgeny eymen ezra fabian fabien fabio fabrice fabrizio fadi fahd federico ferdinand ferdinando fergus
  fidel filip fionn fletcher florian forrest francesco franciszek frankie franklyn fraser freddie freddy frederic frederik
  fredrick fredrik frits fritz fyodor gabe gabreal gabrielius galen gareth garry garth georg georges georgi georgios georgy
  gerardo gerrit gerry gert giacomo gilberto giles gilles gino giorgi giorgio giorgis giuseppe godfrey gonzalo goran gord
  gottfried grady gregg gregor gregorio grover guido guilherme guillaume gunnar gunther gustaf gustav gustave gustavo gyorgy
  habib halim hamza harlan harley harri haruhito haruki haruta haruto hasan hayato hayden heath heitor hendrik henri henrik
  henrique henryk hermann homer horace horacio horatio hossein howie hubert humberto huseyin huseyn hussain hydar iain ibai
  ichika ignacio iker ilija inuk inunnguaq ionut irvin irving irwin isaiah isaias ishaan isiah ismael issac itai itsuki
  jacques jaden jaka jakov jakub jamal jameson jamison jarod jaroslav jarrett jarrod jarvis jasper jayden jayson jeffery
  jeffry jens jerald jeremiah jermaine jeronimo jimi jimmie joao joesph joey johan johann johnathan johnathon johnie johnnie
  jokubas jonah jonathon jonny jordi jordon josef josiah josue jozef julen julien julius kacper kajus kamal kamil kanata karim
  kaspar kathem kauri keenan keir kendrick kenny kenton kermit keven khaled kieran kingsley kiril kirill kirollos konrad
  kristian kristopher krzysztof kurtis kyls lamar lambert lamont landon laszlo laurent leandro leevi leland lennart lenny
  leonardo leonel leopold lester lethabo levente levi linus lionel lior lonnie loren louie lovro lowell luciano lucien ludovic
  ludvig ludwig luigi luiz luka lukas luther luuk lyle lyndon maayan macaulay maciej magnus mahamadou mahammad mahdi mahesh
  majd maksim malachai malachy malik mamadou manish manny marcell marcello marcelo marcin marcos mariano marios marius markel
  marko markos marlin marlon marti martim marty masoud matej mateo matheus mathew mathieu mathis matias matteo mattia mattias
  matus matyas mauricio maximilian maximiliano maxwell mehdi merle merrill mervin mervyn micah michal micheal michel mick
  mickey micky mihai mikaere mikel mikolaj milhouse milo milos minato minik mitchell modibo mohamad moises monte monty moritz
  moshe moussa muhamed muhammed murad mustapha myles myron nahom nathanael nathy neal neville nguyen nickolas niels niilo
  nikau nikhil niklas nikola nikolay niles nils noel nojus nolan nomaan nuka octavio oier olaf olav oleksandr olivier omer
  ondrej orville osama osman osvaldo oswald otis oumar padraig patrik paulie paulo paulos pavlo percy petar petr petro petros
  philippe pieter pietro prakash pravit prem preston pyotr quentin quincy quinton rachid rahul rainer rajesh ramiro randal
  randolph raoul raphael rashad rasmus rawiri rayan reece reggie reginald regis reid reuben reyansh reynaldo reza rhett
  riccardo richie rickey rickie rico riley roan robbie robby rocco roderick rodger rodolfo roel rogelio rohan rolando romeo
  ronan ronnie ronny rosario roscoe royce ruben rubin rudolph rufus russel ryou saeed salik salvatore sami samir samkelo
  sammie sammy sandeep sandro sanjay santino saqib satoshi scot scottie scotty seamus sebastien sekou selim sergio seth
  seymour shahid shaquille shayne sheldon shelton sherman shlomo siddhartha sidney sigmund silas siyabonga slobodan solomon
  soren souleymane souta stanislav stanislaw stefano stefanos stephan stevie stewart suraj suresh svend syed sylvester szymon
  tadgh taha taichi taika tanner tareq tatsuki teddy terrance terrell thad thaddeus theodor thiago timmy titus tobias tomas
  tomasz tommaso tommie tomoharu trent trenton trey tristan troy truman tunar turki tyrone tyson ughur ulrich ulrik ulysses
  umberto usman valentine vance vasily vern vicente vihaan vincenzo virgil vivaan vivek vlad vojtech volodymyr wally walt
  waylon wendell weston wilbert wilbur wiley wilfred wilfredo wilfrid wilfried willard willis willy winfried winslow wojciech
  wout wouter wyatt xhoel yahli yanis yann yannick yaroslav yassin yassine yevgeni yevgeny yonas yonatan yonathan yong yosef
  yousouf youssef yuen yuriy yury yusif yuuma yuval zachariah zachery zack zackary zahid zakaria zane zoran
`;

export const listedFemale = `
  aada aadya aaliyah aaradhya aasha abagail abbey abbi abbie abby abie abigail abril adaline adalyn addie addilyn addison adel
  adela adele adelene adelia adelina adeline adelynn adreanna adriana adrianna adrianne adriena adriene adrienne agatha aggie
  agustina aicha aida aileen aimee aina aino ainsley aisha aishah aisling aislinn aislynn ajla alaina alana alanis alanna
  alannah alanoud alayah alayna alba alecia aleisha alejandra aleksandra alena alesia alessandra alexa alexia alia alicja
  alina aline alisa alise alisha alissa aliza allie allison allyson althea alya alycia alysa alyson alyssa amahle amaia amaira
  amalia amberly amelija amie amilia amina aminata anabel anamaria anastasija anaya andjela aneta anette angelia angelica
  angeline angelique angie anika anisa anissa anja anjelica annabel annabella annabelle annalisa annamaria annemarie annett
  annika annmarie anohito antoinette antonella anya ariana arianne arielle arleen arlena arlene arlette aroha arpita asha
  ashanti ashlee ashleigh ashli ashlie ashly ashlyn ashraqat ashton asiya asja asmita assil ataahua athena audra audri audry
  augustina augustine aurelia austeja avigail ayana ayanna ayesha aygun aylin ayse aysel azra azuna barbora barbra bayarmaa
  beatriz becca belinay belinda benita bernadine bernice bertha bertie beryl bess bessie bethanie bethany bette bettie bettina
  bettye beula beulah beverley biljana binita bintou bismah blanca blanche blythe bobbi bobbie boglarka bolormaa bonita brandi
  brandie breanna bree brenna briana brianne bridgett bridgette brigid brigitte britney britt brittney brittni brittny bronwyn
  brooke bryanna brynn caitlin caitlyn calista callie camila camile camilla candace cara carina carissa carlene carley carlie
  carlota carlotta carmela carmella carrol casandra cassie catarina caterina catherina cathleen cathryn catrina cayla cecelia
  cecile cecily celeste celia celina celine chandra chanelle chantal chantelle charis charissa charla charlena charlene
  charlette charmaine chedeline chelsey cher cheri cherie chrissy christa christal christiana christiane christie christy
  chrystal ciara cierra cindi clair clare clarice claris clarissa claudette claudine cleo cleopatra clotilde coleen colette
  concepcion constance constanza consuelo cora coralie cordelia cori corina corine corinna corinne cornelia corrine courtni
  courtny cristal cristina cyndi dahlia daina dalal damaris damia danette dani danica daniele daniella danika daniz daphna
  daphne dara darby darcey darcie daria darla darlena darlene davida davina dayle dayna deana deandra deann deanna deanne
  debby debora debrah dede deedee deena deidre deirdre dela delia delilah delores deloris delphine demetria dena denice
  desiree dhia dianna dianne dina dinah dionne diya djeneba dolores dominique dona dora doreen dorla dorothea dorthy dottie
  ecrin edel edie edna edwina eevi eisha ekaterina ekta elaina elana elen eleni eliana elicia elida elie elif elin elina
  elinor elisa elise eliska eliza elizabete elizaveta ellie elly elma elnora eloise elouise elsa elsie elva elvina elvira
  emanuela emelda emely emerald emile emilee emilia emilie emilija emina emine emmaline emmanuelle emmeline emmie emmy enid
  ericka erma ernestina ernestine eryn esma esmeralda estela estele estella estelle estere estrella etienne etta eugenia
  eugenie eunice evangelina evangeline evelin evelina evie evita fajr fanta farah farida farrah farzana fatemeh fatiha fatin
  fatma fatoumata faye felecia fenna fernanda fien florencia fozia fran francina francine francisca francoise freda
  freja frida frieda gabi gabija gabriella gale gamalat gamila garnet gayle gemma gena genevieve genna georgette georgie
  georgina geraldina geraldine geri germaine gertrud gianna gigi gilda gillian giovanna gisele giselle gita glena glenna
  glynis golda goldie googoosh gracie graciela griselda gunay gunel gwendolyn gwyneth habiba hailey haley hallie hana hanah
  hanna hariet hariette harriett harriette hasnaa hasti hatice hattie hawa helene helga helmi henrietta hermine hessa hester
  hilda hildegard himari hoda hollie hortense hosna hosniya hussa hyacinth ilene iliana ilina ilona ilse imane imelda imogena
  imogene indira ines inji iona irati irena irma isabela isabele isabell isabelle isadora isidora isla islande isobel ivaana
  ivalu ivana iwona izaro jacinda jacinta jacky jaclyn jacquelina jacquelyn jada jami jana janae janele janelle janessa
  janette janie janina janine janis jaqueline jasmin jasmina javiera jayne jazmin jazmine jeana jeane jeanette jeanie jeanina
  jeanine jeanna jeannette jeannie jeannina jeannine jelena jena jenelle jenifer jennette jenni jennie jeri jerri jesica jess
  jilian jing joana joane joann jodi jody joelle johana johanna joleen jolena jolene joni josefa josefina josefine joselyn
  josephina josie jovana joya juana judeline jules julianna julianne julieta juliette julissa justina justine kabita kacey
  kadiatou kaede kaia kaitlin kaitlyn kaleigh kali kalle kallie kamila kamile kanyakumari kara kari karima karina karissa
  karly karolina karyn kassandra kassie katarina katelyn katelynn katerina katharine katherina kathie kathrine kati katia
  katlyn katy kavita kaye kaylee kayleigh keeley keely keira keisha kejsi keley keli kelley kelli kellie kelsie kely kenna
  kenza kera keri kerri khadija khadije khawla kheira khongordzol kiana kiara kiera kiersten kiley kimberlee kimberley
  kimberli kimmernaq kira kirstin kizzy klea konul kori kourtney krista kristi kristie kristin kristine kristy kristyna
  krystal kyla kylee kylie kyra lacey lacie lacy ladona ladonna laia lakesha lamija lana larissa latasha latifa latisha
  latonya latoya laurel laurie lauryn laverna laverne lavinia laxmi leana leandra leane leann leanna leanne leda leena leia
  leigh leilani leja lejla lela lenora lenore leola leona leonie leonora leora lesedi lesley lesli lesly letitia lettie lexie
  leyla lian liana lianne libbie libby lidia lidya liepa lila lili lilia lilian liliana lilja lillia lillie lilly lina lindsi
  lindsy lindy lisette livia lizbeth lizette lizzie lola lolita lora loraina loraine lorelei lorena lorene loretta lorie lorna
  lorraina lorri lorrie lotte lottie louella louisa lovelie luann luciana lucie lucija lucile lucinda luela luella luisa luise
  lula lulu lulwa luna lupe lupita lyla lyna lynda lyndsey lyne lynette lynna lynne lynnette lynsey mabel mable macie macy
  madalyn maddie madelina madeline madelyn madge madonna magda magdalena magdalene maha maia maire maisie maite maja malak
  malen malia malika malinda mallory mandakranta manon manuela mara marcela marcella marcelle marci marcia marcie marcy
  margarette margarida marge margery margie margo margret margrette marguerite mari mariah mariam mariamawit mariami mariane
  marianna maribel mariela mariella marija maris marisa marisol marissa maritza marla marlena marnie marsha marta martina
  martine marwa maryan maryann marybeth maryjane marylou masoumeh mathilde matilda matilde mattie maud maude maura mavis
  maxina maybell mayra maysoun mazie mckenzie meagan melina melisa mellisa meriem merissa merjem meron meryem meryl micaela
  michele midori mika mikaela mila milagros milena milica millicent millie milly mimi minenhle minh minnie mira miral mirlande
  mitzi miyar mobina moira monique mrignayani myra myriam myrlande myrna myrtle naasunnguaq nadene nadina nadine nadya nahia
  naima nalla nanette naomie narges natalya nathalie nehir nela nelisa nell nellie nena nerissa nesreen niamh nichole nicki
  nicky nicola nicolette niharika nika niki nikita nikki nila nilay nisanur nisha nita nivi noella noelle noemi noor norah
  noreen nouf nour nuray nurul nyla octavia odelia odette odval ofelia oisha oksana ophelia oumou oyunbileg paninnguaq paola
  parvati patrica patrice patti pattie paulette paulina perla philomena phoebe phylis pipaluk polina polly portia priscila
  priyamvada puteri queenie quiana rabina rachael rachele rachelle rachida raina randi rania raquel rayna reanna reba rebeca
  rebeka rebekah reem reema reihaneh reina rena renae renata reta reyna rhea rhiannon rhoda rhona richelle ricki rikki riko
  rimas rina riya robyn rochele rochelle rocio roghayyeh rolanda ronda roni ronna rosalie rosalina rosalinda rosalyn rosanna
  rosanne roseann roseanne rosella roselle rosemarie rosetta roslyn rowan rowena roxana roxane roxanna roxie roxy ruthie
  saanvi sabina sade sadie sahar saida sakeena sakineh sakura sallie salma salome samira sarina sasha scarlett selene selina
  selma serena serife setayesh sevda sevinj shahd shaikha shaim shaimaa shakira shana shanaya shanda shania shanna shanon
  shari sharlene sharron sharyn shauna shawna shayla shayma shayna sheba sheena shelia shelly sheri sherifa sherri sherrie
  sheryl shira shirli shirly shona shristi shyla sierra sillin simona sindy siobhan sita siti skye snezana sobia sofie sofija
  somayyeh sondra sonja staci stacie starla stefanie stela stephane suha sumayah sunita susana susane susanna susannah susi
  susie suzan suzana suzane suzanna suzette suzie suzy sybil sylvie tabatha tabitha tala talia talitha tamar tamera tami
  tamika tammi tammie tamra tanika tanisha tarana taryn tasha tawana tegan teodora tereza teri terrie tess tessie thalia
  thandolwethu thea theodora therese thomasina tiana tianna tingting tisha toni tonia tonya tora tori tracey traci tracie
  tricia trina trish trista trudy tula tyra ugne urte usha uxue valeria valery vanesa veda velma verna vernice vesna vickie
  vicky vikky viktoria viktorie viktorija vilte violeta viviana vivien vivienne vusala wakana wendi whitni whitny widelene
  wila wilhelmina willa winnie winnifred winona xiaomei xiaoyan ximena xinyi yael yagmur yarin yasmine yelena yesenia yuina
  yuna yvette yvona yvone yvonna zada zahra zara zehra zeinab zelda zelma zena zeynab zeynep zineb zoey zofia zola zora zsofia
`;
