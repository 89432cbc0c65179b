/**
 * Common nouns of English in the singular, four letters and more: the nouns of wink-lexicon 2.2.0, whose licence stands in
 * THIRD-PARTY.md. A name that ends in one of them is seldom somebody’s, unless a first name opens it.
 */
export const commonNouns: ReadonlySet<string> = new Set(
  `
    abandon abandonment ability abortion absence absolute absoluteness absolution absolutism absorbency absorber abstract
    abstraction abuse abuser academe academic acceleration accelerator accent accenting acceptability acceptance access
    accessibility accident accommodation accompaniment accomplishment accord accordance account accountability accountant
    accounting accuracy accusation accused accuser achievement acid acidity acknowledgement acknowledgment acquire acquirer
    acquisition acquisitiveness acting action activation active activism activist activity actor actress actuality adaptability
    adaptation adapter adapting adding addition additive address adjuster adjusting adjustment administration administrator
    admiral admiration admirer admission adolescence adolescent adoption adult advance advancement advancer advantage adventure
    adventurer adventuring adventurism advertisement advertiser advertising advice advisability advise advisement adviser advising
    advisory advocate aerospace aesthetic affair affect affectation affection affidavit affiliate affluent affordability aftermath
    afternoon agency agenda agent aggression aggressiveness aging agreement agriculture aide aircraft airing airline airliner
    airplane airport aisle alarm alarmism album alcohol alcoholic alcoholism alien alienation allegation alley alliance allowance
    ally aloneness alteration alternate alternation alternative aluminum amazement ambassador ambition amendment amide amount
    analysis analyst analyzer analyzing ancestor ancient angel anger angle angling animal animation animism ankle anniversary
    announcement announcer announcment annual anonymity another answer answering anticipation antitrust anxiety anybody anyone
    anything apartheid apartment apology apparel apparency apparent appeal appearance appellate appetite apple applicability
    applicant application applicator appointment appreciating appreciation approach appropriateness appropriating appropriation
    approval approximate approximation arbitrage architect architecture area arena arguing argument argumentation armful arming
    army arrangement array arrest arrival arrow artfulness article articulation artifact artificial artificiality artist asbestos
    asking aspect assassination assault assembling assembly assertion assertiveness assessment asset assignment assist assistance
    assistant associate association assumption assurance assured astronomer athlete atmosphere attache attachment attack attacker
    attacking attempt attendance attendant attendent attention attitude attorney attractant attraction attractiveness attribute
    auction auctioneer auctioning audience audit aunt author authority authorization auto automatic automobile autonomy autumn
    avail availability average averaging aviation avoidance award awarding awareness awfulness baby back background backing
    backlog backyard badness bailout baking balance balancing ball balloon ballooning ballot balloting banana band bank banker
    banking bankruptcy banning bargain bargaining barn barometer barrel barrier base baseball basement basic basis basket
    basketball bath bathing bathroom batterie battery batting battle battling baying beach beam bean bear beard bearing beast beat
    beating beauty becoming bedding bedroom beef beer begging begining beginning behalf behavior behind being belief believability
    believer bell belle bellwether belly belonging belt belting bench benchmark bend benefit best betterment betting bias bicycle
    bicycling bidder bidding bigness bike biking bill billing bind binding biography biological biology biotechnology bird birth
    birthday bishop bite bitee bitterness black blacking blackness blade blame blank blanket blast blend blending blessing blind
    blindness blink bloc block blocking blond blonde blood blow blowing blue board boarding boast boat boating body boil boiling
    boldness bolster bolt bomb bombing bond bonding bone bonus book booking boom boost boot booth border bore boring borough
    borrower borrowing boss bottle bottling bottom bounce bouncing bound boundary bourbon bowl bowling boxing boyfriend brain
    brake braking branch branching brand breach bread break breakdown breakfast breaking breast breath breathing breeze brewing
    brick bride bridge brief briefing briefly brightness bringing broadcast broadcaster broadcasting broker brokerage brokering
    bronze brother brotherism brown brush brushing brutalism brutality bubble bubbling bubbly buck bucket buddy budget budgeting
    bugging build builder building bulb bulk bull bullet bunch burden bureau bureaucracy burn burning burst bush bushel
    businessman butt butter butterfly button buyer buying cabin cabinet cable cage cake calculating calculation calculator
    calendar call calling calm calmness camera camp campaign campaigning camping cancel cancellation cancer candidate candle candy
    canvas capability capacity capital capitalism capitalization capping captain capture carbohydrate carbon card care careerism
    carefulness cargo caring carpet carpeting carrier carrot carry carrying cart carte cartoon case cash casino cast caste casting
    casualty catalog catastrophe catch catching category cattle cause causing caution cave caving ceiling celebration celebrity
    cell cement cemetery cent centennial center centering central centrality centralization century ceremony certificate chain
    chair chairing chairman challenge challenger chamber champion championship chance change changing channel chaos chapter
    character characteristic characterization charge charging charity charm chart charter charting chase chasing cheap cheating
    check checking cheek cheer cheerfulness cheese chef chemical chemistry chest chewing chicken chief child childhood chill chin
    chinning chip chipping chocolate choice cholesterol choosing chop chopping chronic chunk cigarette circle circuit circulation
    circumstance citizen citizenship city civilian civility claim class classic classicism classroom clause clay cleaner cleaning
    cleanup clearance clearing clearness clerk clerking click clicking client cliff climate climb climbing clinic clip clipping
    clock clocking close closed closeness closet closing cloth clothing cloud clouding clout club clue cluster clustering coach
    coaching coal coalition coast coat coating cocaine cocoa code coding coffee coin cold coldness collaboration collaborator
    collapse collar collateral colleague collectability collecting collection collective collector college colonial colonialism
    colony color coloration coloring colorization column columnist combat combatant combination combine comeback comedie comedy
    comfort comfortable comic coming command commandant commander commanding commandment comment commentator commercial
    commercialism commercialization commission commissioner commissioning commitment committee commodity common commonality
    commonness communicating communication communicator communist community companion company comparability comparative compare
    comparison compensation competence competency competition competitiveness competitor complainant complaint completeness
    completion complex complexity compliance complication complicity component composer composite composition compound compounding
    comprehension comprehensiveness compromise compromiser comptroller computation computer computerized computing conceiver
    concentrate concentration concept conception concern concert conclusion concrete condemnation condition conditional
    conditioning conduct conducting conduction conductivity conference confession confidant confidence confirmation conflict
    confrontation confusion conglomerate congressman connection conscience conscious consciousness consensus consent consequence
    conservancy conservation conservative conservator consideration consistence consistency consolidation consortium conspiracy
    constant constitution constitutionality constraint construction consultancy consultant consultation consulting consumer
    consuming consumption contact container containment contemplation contemporary contender content contention contentment
    contest contestant context continence continent continuance continuation continuity contract contracting contraction
    contractor contrary contrast contribution contributor control controller controlling controversy convenience convent
    convention conventionality conversant conversation converse conversion convert converter convertibility convertible conveyance
    convict conviction convincing cook cookie cooking cool cooling coolness cooperation cooperative coordinate coordinating
    coordination coordinator cope coping copper copy copying copyright cord core corn corne corner corporal corporation
    corporeality correcting correction correctness correlation correspondence correspondent corridor corrupter corrupting
    corruption cost costing costume costuming cottage cotton couch council counsel counseling counselor count counter counterpart
    counting country county coup coupe couple coupling coupon courage course court courting courtroom cousin cover coverage
    covering crack cracking craft crash crawl craziness cream creation creationism creativeness creativity creature credibility
    credit crediting creditor crew crime criminal criminality criminalization crisis critic criticality criticism crop cross
    crossing crowd crude cruise cruising crunch crush crushing crying crystal crystallization culture curb cure curing curiosity
    currency current curriculum curtain curve custody custom customer customization cuteness cuts cutting cycle cycling daily
    damage damn dance dancer dancing danger dare daring dark darkness data database date dating daughter dawn dawning dead
    deadline deadness deal dealer dealing dear death debacle debate debris debt debut decade decadence decision decisiveness deck
    decking declaration declarative decline declining decor decorating decoration decorativeness decorator decrease dedication
    deer default defeat defeatism defendant defender defense defensive defensiveness deficit definition degree delay delegation
    deliberation delight deliveries delivery demand demander democracy democrat democratization demonstration demonstrativeness
    denial density denying department departure dependence dependency dependent depiction deployment deposit depositary deposition
    depository depreciation depressant depression depth deputy deregulation derivation derivative descendant descendent
    description desert desertion deserving design designate designation designer desirability desire desk desktop desperation
    dessert destination destroyer destruction detail detecting detection detective detergent deterioration determinability
    determinant determination determining determinism devastation developer developing development device devil devotion diabetes
    diabetic diagnosing diagnosis dialogue diamond diary dictating dictation dictator diet dieting difference difficulty digging
    digit digitalization dignity dilemma dimension dining dinner diplomat directing direction directive directivity directness
    director directorate dirt disability disabled disappearance disappointment disarray disaster disc discipline disclosure
    discount discounter discounting discouragement discourse discovery discriminated discrimination discussant discussion disease
    dish disk dismissal disobedience disorder display disposable disposal dispute dissident dissolve distance distancing
    distinction distinctiveness distraction distributer distributing distribution distributor district districting disturbance
    disturber diuretic diversion diversity divide dividend divider divination divine divinity division divisiveness divorce dock
    doctor doctorate doctoring doctrine document documentary documentation doll dollar domain domestic domesticity dominance
    domination donation donor door doorway dose dotting double doubling doubt doubte dough down downtown downturn dozen draft
    drafting drag dragging drain draining drama dramatization draw drawer drawing dream dreaming dress dressing drift drifting
    drill drilling drink drinking drive driver driveway driving drop dropping drought drove drug drum drunk drying duck dump
    dumping dust dusting duty dying dynamic dynamism eagerness earful earlier earning earth earthquake ease easing east eating
    echo ecology economics economist economy edge edging editing edition editor editorial educating education educator effect
    effective effectiveness efficiency effort eighth elaboration elbow elder elderly election electric electricity electron
    electronics elegance element elemental elephant elevation elevator eligibility eligible elimination elite else elsewhere
    embarrassment embrace emergence emergency emission emotion emotionalism emotionality emphasis empire employ employe employee
    employer employment emptiness empty enactment encounter encouragement ending endorsement endorsing endurance enemy energy
    enforcement enforcer engagement engine engineer engineering enhancement enjoyment enormity enough enrolling enrollment
    enterprise entertainer entertaining entertainment enthusiasm entire entitlement entity entrance entrepreneur entrepreneurism
    entry envelope environment environmentalism epidemic episode equal equality equalization equalizer equalizing equation equator
    equipment equipping equity equivalence equivalent error escape essay essence essential establishment estate estimate
    estimating estimation ethic ethnicity evaluation evening event eventuality everybody everyone everything evidence evil
    evolution exam examination examiner examining example excellence exception excess exchange exchanger excitability excitement
    exciter exclusion exclusive exclusiveness exclusivity excuse execution executive exercise exercising exhaust exhaustion
    exhibit exhibition existance existence existent exit expanse expansion expansiveness expectancy expectation expedition expense
    experience experiment experimentalism experimentation experimenter expert expertise expiration explanation explicitness
    exploit exploitation exploiter exploration explorer explosion explosive export exporter expose exposure express expression
    expressiveness extension extent extern externalization extra extraordinary extreme extremity eyebrow eyeful fabric fabricating
    fabrication fabricator face facility fact factor factoring factory faculty fade fading fail failing failure faint fainting
    fair fairing fairness faith faithful fall falling falseness fame familiar familiarity familiarization familiarness family
    fancy fanning fantasy fare farm farmer farming fascination fashion fashionable fast fastness fatality fate father fatigue
    fault favor favorableness favorer favorite favoritism fear feare feather feature federalism federation feed feedback feeding
    feel feeling feet fell fellow female feminist fence fencing festival festivity fever fiber fiction field fielding fierceness
    fifth fight fighter fighting figure file filing fill filling film filter filtering finale finality finance financeer financer
    financier financing find finding fine fineness finger fingering finish finisher finishing fire firing firm firming firmness
    fiscal fish fisherman fishing fist fitness fitting fixing flag flagship flame flash flashing flat flatness flavor flavoring
    fleet flesh flexibility flight float flood flooding floor flooring flour flow flower flowering fluid flying focus focusing
    fold folding folk follower following food fool fooling foot football footballer footing forcefulness forecast forecasting
    forehead foreigner forest forgetfulness forgiveness fork form formalism formality format formation formative former forming
    formula fortune forum forward forwarding fostering foundation founder founding fraction fractionation fragility fragment
    fragmentation frame framework framing franchise franchiser franchising frank franking frankness fraud freedom freeing freeway
    freeze freezing freight frequency freshman freshness friend friendship front frontier fronting fruit fruitfulness frustration
    fuel fueling fullness function functional functionalism functioning fund fundamentalism funding funeral furniture furor fusion
    future gain galaxy gallery gambling game gaming gang garage garbage garden gardener gardening garlic gasoline gate gathering
    gaze gear gender gene general generality generalization generating generation generator genius genre gentleman gentleness
    gesture ghost giant gift girl girlfriend give givenness giving gladness glance glasnost glass glimpse globalism globalization
    globe glory glove goal goat going gold golf golfing good goodness governance governing government governor grab grabbing grace
    gracefulness grade grading gradualism graduate graduating graduation grain graining grandchild grandfather grandmother grant
    granting grape graphics grasp grass grate grating grave gravity gray graying greate greatness green greening greenness
    greeting grief grin grip grocery gross ground grounding group grouping growing growth guarantee guaranteeing guard guess
    guessing guest guidance guide guideline guilt guiltiness guitar gunning habit habitat hair half hall hallway halt halted hand
    hande handful handle handling hang hanging happening happiness harassment hardness hardware harm harmony harshness harvest
    harvesting hate haul hauling have hazard head headache heade heading headline headquarters healing health hearing heart heat
    heating heaven heaviness heavy hedge heel height helicopter hell hello helmet help helpfulness helping herb heritage hero
    hesitance hesitancy hesitation hide hiding high highlight highness highway hike hiking hill himselfe hint hire hiring
    historian historicity history hitting hockey hold holder holding hole holiday home homeland homeless homelessness homework
    honey honor honorable hook hope hopeful horizon hormone horn horrible horror horse hospital hospitality hospitalization host
    hostage hoste hostile hostility hotel hour house houseful household householder housing hugging human humaneness humanism
    humanity humanness humor hunger hunt hunter hunting hurricane hurry hurt husband hybrid hypothesis icing icon idea ideal
    idealism idealization identification identifier identity ideology ignorance illegality illness illusion illusiveness
    illustration illustrator image imagination imaging immigrant immigration immune immunity immunization impact impaction
    impeachment implementation implementer implication import importance importation importer importing impossibility impress
    impresser impression improvement improving impulse inability incentive incest inches incidence incident income incorporation
    increase increasing independence independent index indexation indexer indexing indication indicator indictment individual
    individualism individuality individuation industrialism industrialization industry inevitability infant infection inflation
    influence informality informant information infrastructure ingredient inheritance initial initiate initiation initiative
    initiator injunction injury inmate innocence innovation innovativeness innovator input inquiry insect insert insertion inside
    insider insight insistence insolvent inspection inspector inspiration installation installer installment instance instancy
    instant instinct institute institution instruction instructor instrument instrumental instrumentation insulin insurability
    insurance insured insurer integral integration integrator integrity intellectual intellectuality intelligence intelligible
    intendant intensity intensive intent intention interacting interaction interbank interest interference interim interior intern
    international internationalism interne internment interpretation interpreter interruption interstate interval intervention
    interview interviewer interviewing intimate intimation introduction invader invasion invention inventiveness inventory
    investigating investigation investigator investing investment investor invitation invite involvement iron ironing irony island
    islander isolation issue item itemization jacket jail jazz jewelry joining joint joke journal journalism journalist journey
    judge judging judgment juice jump jumping jungle junior junk jurisdiction juror jury justice justness keep keeping kick
    kicking kill killer killing kind kindness king kingdom kiss kitchen knee knife knight knock knocking know knowing knowledge
    label labeling labor laboratory laborer lack lackluster ladder lady lagging lake lamp land landing landmark landscape
    landscaping lane language laptop laser last latter laugh laughing laughter launch launching laundry lawmaker lawmaking lawn
    lawsuit lawyer lawyering layer layering laying lead leader leadership leading leaf league leap learned learning lease leasing
    leather leave leaving lecture lecturer lecturing left legacy legality legalization legend legislating legislation legislator
    legislature lemon lending length lens lesson letter lettering letting level leveling leverage leveraged liability liberal
    liberalism liberality liberalization liberation libertie liberty library license licensing life lifestyle lifetime lift
    lifting light lighting lightness lightning like likelihood likeness liking limb limit limitation line lining link linking lion
    liquid liquidating liquidation liquidator liquidity liquor lire list listener listening listing liter literalism literalness
    literary literature litigation liver living load loading loan lobby lobbying lobbyist local locale localism locality
    localization location lock logging logic longing longtime look looking loop looseness losing loss lover lowering loyalty luck
    lunch lung lure luxury lying machine machinery machining madness magazine magic magnet magnetism magnitude mail mailing main
    mainframe mainstream maintainence maintenance major majority make maker makeup making male maleness mall manageability
    management manager managing managment mandate mandatory manipulation manipulator manner mannerism mansion manual manufacture
    manufacturer manufacturing many mapping marble march marching margin marginality marine mariner mark marker market
    marketability marketer marketing marketization marketplace marking marriage mask masking mass massacre massage masse master
    match matching mate material materialism math mathematics mating matter maturity maximum mayor meal mean meaning
    meaningfulness meanness meantime meanwhile measure measurement measuring meat mechanic mechanism mechanization medal media
    mediator medication medicinal medicine medium meet meeting melt melting member membership memorial memorialization memory
    mentality mentally mention mentioning mentor menu merchandise merchant merge merger merit mess message messaging metal
    metaphor meter method metric metropolitan metropolitanization microprocessor middle midnight midst might migration mildness
    military milk mill milling mind mine miner mineral minimalism minimum mining ministry minor minority minute miracle mirror
    mirroring miss missile missing mission missionary mistake mistaking mixing mixture mobility mobilization mobilizing mode
    modeling moderation moderator modern modernism modernity modernization modernizing modifier molecule moment momentum money
    monitor monitoring monkey monster month monthly monument monumentalism monumentality mood moon moral morale moralism morality
    more morning mortal mortality mortgage most mother motion motivation motive motor mount mountain mountaineering mounting mouse
    mouth mouthful move movement movie moving much multiple multiplication multiplicity municipal municipality murder murderer
    muscle museum mushroom mushrooming music musical musicality musician must mutuality mystery myth nail name naming narration
    narrative narrator narrowing narrowness nation national nationalism nationality nationalization native natural naturalism
    naturalness nature nearness neatness necessity neck necking need needle negation negative negotiating negotiation negotiator
    neighbor neighborhood neither nerve nervousness nest nesting network networking neutralism neutrality neutralization news
    newsletter newspaper newsprint niche night nightmare nobody noise nominal nomination nominee none nonperforming noon norm
    normalization north northeast northerner northwest nose note notebook nothing notice notion novel nowhere number numbering
    numeral numerator nurse nursing object objection objective objectiveness objectivity obligation oblige observance observation
    observer obstacle obviousness occasion occupancy occupant occupation ocean offender offense offensive offer offering office
    officer official offing oneness onion open opener opening openness opera operating operation operative operator opinion
    opponent opportuning opportunism opportunity opposite opposition optimism optimist option orange orbit orbital order ordering
    orderly ordinary organ organism organization organizer organizing orientation origin original originality origination
    originator other ounce outcome outdoors outfit outlet outline outlook output outside outsider oven overall overeating overhaul
    overhead overnight overseas oversight overtime owner ownership owning oxygen ozone pace pachinko pacing pack package packaging
    packing pact padding page paging pain paint painter painting pair pairing palace pale paleness palm panel paneling
    panelization panic paper parade parent parenting parish park parking part parte partial participant participation particle
    particular particularity parting partner partnership party pass passage passenger passing passion passive past pasta paste
    pasting pastness pastor patch patent patenting path patience patient patrol patrolling patron pattern pause payment payroll
    peace peak peaking peanut peasant peeling peer penalty pence pencil pension pensioner people pepper percent percentage
    perception perceptiveness perestroika perfectability perfectibility perfection performance performer performing period
    periodical periodicity permanence permissibility permissible permission permit persistence persistency persistent person
    personality personnel perspective persuading petrochemical petroleum petting pharmaceutical phase phenomenon philosopher
    philosophizing philosophy phone photo photograph photographer photographing photography phrase phrasing physical physicalness
    physician physics piano pick picking pickup picture picturing piece pile piling pill pillow pilot piloting pine pink pinning
    pioneer pipe pipeline piping pistol pitch pitcher pitching pizza place placement placing plain plaintiff plan plane planet
    planner planning plant planting plastic plasticity plate platform platinum play player playfulness playing playoff plea
    pleading pleasantness pleasing pleasure plenty plot plotting plunge plunging plus pocket pocketful poem poet poetry point
    pointing poison poke pole police policeman policing policy politeness politic politician poll polling pollutant polluter
    pollution polyethylene pond pool pooling popularity population populism porch pork port portable portfolio portion portrait
    portrayal pose position positioning positive possession possibility possiblity post poster posterity posting potato potential
    potentiality potting pound pounding poverty powder power powerfulness practicability practical practicality practice
    practicing practitioner praise prayer praying preaching precision predator predictability predicting prediction preference
    preferment pregnancy preliminary premier premise premium preparation preparer prescription presence present presentation
    presenter presentness preservation preserve presidency press pressure pressured pretax prettiness prevention preventive price
    pricing pride priest primary prime priming principal principle print printing prior priority prison prisoner privacy private
    privation privatization privilege prize probability probe problem procedure proceeding process processing procession processor
    produce producer producing product production productivity profession professional professionalism professor profile profit
    profitability profiteering profoundity program programing programming progress progression progressive progressivity
    prohibition project projection prominence promise promoter promotion prompting proof property proportion proportional
    proportionality proposal prosecuting prosecution prosecutor prospect protection protective protein protest protester protocol
    providence provider province proving provision provisioning proxy psychologist psychology psyllium public publication
    publicity publisher publishing pull pulp pulse pump punch punching punishment purchase purchaser purchasing purple purpose
    purse pursuing pursuit push pushing puzzle quake quality quantity quarter quarterback quarterly queen quest question
    questioner questioning questionnaire quick quickness quiet quietness quit quota quote rabbit race racing racism rack
    racketeering radar radiation radiator radical radicalism radio rage raider rail railing railroad railroader rain raise raising
    rally rallying ranch random randomization randomness range rank ranking rape rapidity raping rate rating ratio ration
    rationalism rationality rationalization rationing reach reaching reaction read reader readiness reading real realist reality
    realization realm realness rear rearing reason reasoning rebel rebound rebounded rebuilder rebuilding recall recalling
    recapitalization receivable receiver receiving reception receptivity recess recession recipe recipient recognition
    recommendation record recorder recording recovery recruit recruiter recruiting recruitment redemption reducer reducing
    reduction reference referent refinancing refinery refining reflectance reflection reform reformation reformer reformism
    refrigerant refrigeration refrigerator refuge refugee refund refunding refusal refuse refusing regard regime region register
    registration regret regularity regulating regulation regulator rehabilitation reinforcement reinsurance rejection relation
    relationship relative relativity relaxation relaxer release relevance relevancy reliability relief reliever religion religious
    religiousness reluctance remainder remark remembering reminder remoteness removal rendering rent rental renting reorganization
    repair repairing repayment repeal repeat repeater replacement reply report reporter reporting representation representational
    representative republic repurchase reputation repute request requirement rescue research researcher resemblance reservation
    reserve reset residence residency resident resignation resigning resistance resistant resolution resolve resort resource
    resourcefulness respect respectability respond respondent response responsibility responsiveness rest restaurant restorability
    restoration restorer restoring restraint restriction restructure restructuring result resultant resume retail retailer
    retailing retainer retirement retreat return revel revelation revenue reversal reverse reversibility review reviewer reviewing
    revolution revolutionary reward rhetoric rhythm ribbing ribbon rice rich richness ride rider ridge ridicule riding rifle
    rifling right rightness ring ringing riot rioting rise rising risk riskiness ritual rival river road robot robotism rock
    rocket rocking rodding role roll rolling romance romancing romantic roof roofing roomful root rooting rope rose roughness
    round rounding roundness rout route routine routing rowing royal rubber rubbing ruin rule ruling rumor runner running rush
    rushing sack sacrifice sadness safe safety sail sailing sake salad salary sale salesman salespeople salmon salt salting
    sameness sample sampling sand sanding sandwich satellite satisfaction sauce saving saying scale scaling scan scandal scanning
    scare scatter scenario scene scent schedule scheduling scheme scholar scholarship school schooling science scientist scope
    scoped score scoring scramble scratch scratching scream screaming screen screening screw script scrutiny sculpture seal
    sealing search searching season seasonality seasoning seat seating secret secretary secretion sector secularism security sedan
    seed segment segmentation selecting selection selectiveness selectivity self sell seller selling semiconductor seminar senate
    senator sending senior seniority sensation sensationalism sense sensing sensitive sensitivity sensor sentence sentencing
    sentiment sentimentality separateness separation sequence series seriousness servant service servicing serving session setback
    setting settlement settling severance severing severity sexuality shade shading shadow shadowing shake shaking shallow
    shallowness shame shape shaping share shareholder shareholding sharing shark sharpness shed shedding sheep sheer sheet
    sheeting shelf shell shelling shelter shift shifting shine ship shipping shipyard shirt shit shock shoe shook shoot shooting
    shop shopping shore short shortage shorting shortness shot shoulder shout shouting shove show shower showing shrimp shrimping
    shrink shrinking shrug shut shutdown shuttle sibling sickness side sidewalk siding sigh sight sighting sign signal signaling
    signature significance signing silence silk silke silliness silly silver similarity simple sinfulness singer singing single
    singleness sink sinking sinning sister site siting sitting situation size sizing skiing skill skillfulness skin skinning skirt
    skull slam slap slapping slash slate slave slavery sleep sleeping sleeve slice slide slight slip slope slot slowdown slowing
    slowness slump smallness smart smell smile smiling smoke smoking smoothness snake snap snapping sneak snow soaking soap soccer
    social socialism sociality socialization society sock sodium sofa softener softening softness software soil soldier soldiering
    sole solicitation solid solidity solution some somebody someone something somewhere song sophisticate sophistication sort
    sorting soul sound sounding soundness soup sour source sourcing south southeast southwest sovereignty soybean space spacing
    spark speaker speaking special specialist speciality specialization specialty specie specific specification specificity
    spectrum speculation speculator speech speed speeding spell spelling spending sphere spill spilling spin spine spinoff spirit
    spiritual spirituality spit spite spitting split splitting spoke spokesman spokeswoman sponsor spoon spoonful sport sporting
    spot spouse spray spraying spread spring sprinkle sprinkling spur spying squad square squeeze stability stabilization
    stabilizer stable stack stadium staff stage staging stair stake stance stand standard standing standstill star stare start
    starter starting state statement station statistic statue status statute stay staying steadiness steak stealing steam steel
    steelmaker steep steepness steer steering stem step stereotype sterling stick sticking stiff stiffness still stillness
    stimulant stimulation stimulator stimulus stir stirring stock stocking stomach stone stop stopping storage store storing storm
    story stove straightening strain strangeness stranger strategist strategy straw streak stream streamlining street strength
    strengthening stress stretch stretching strike string strip stripping stroke stroking structure structuring struggle student
    studio study studying stuff stumble stumbling stupidity style styling subcommittee subject subjectivity submitting subsidiary
    subsidy substance substantiation substitute suburb succeeding success succession successor suck sucking suddenness sufferer
    suffering sufficiency sugar suggestibility suggestion suicide suit suitability suite suitor summary summer summit sunlight
    supercomputer superior superiority supermarket supervisor supplier supply support supporter surface surfaceness surge surgeon
    surgery surplus surprise surrounding surveillance survey surveying survivability survival survivor suspect suspender
    suspension suspicion sustainability swallow swap swearing sweat sweater sweating sweep sweeping sweetness swell swelling swim
    swimming swing switch switching sword sworde symbol symbolism sympathy symptom syndicate syndrome system systemization table
    tablespoon tablespoonful tabling tackle tactic tail take takeover taking tale talent talk talking tank tape taping tapping
    target targeting task taste tasting taxing taxpayer teacher teaching team teammate tear teaspoon teaspoonful technicality
    technician technique technology teen teenager telecommunications telephone telephoning telescope telescoping televising
    television telling temblor temperature temple tendency tender tendering tenderness tending tennis tension tent tentative
    tenting tenure term terminal terrain territorial territory terror terrorism terrorist test testimonial testimony testing text
    textbook textile texture thankfulness that theater theft theme theology theory therapist therapy thick thickness thigh thing
    think thinking thinness thoroughness thought thoughtfulness thread threat threshold thrift throat throw throwing thumb ticket
    tide tightener tightening tightness tile timber time timetable timing tipping tire tissue title tobacco today togetherness
    toilet tolerance toleration toll tomato tomorrow tone tongue tonight tool tooling tooth topic topicality topping toss tossing
    total totality touch touchdown touching toughness tour touring tourism tourist tournament towel toweling tower town towne
    toxic toxicant toxicity toxin trace tracing track tracking trade trader trading tradition traditionalism traffic tragedy
    tragic trail trailer train trainer training trait transaction transfer transference transformation transformer transit
    transition translating translation translator transmission transmitting transport transportation transporter transporting trap
    trapping trash trashing trauma travel traveler traveling traveller tray treasure treasurer treasury treat treatment treaty
    tree trend trial tribe trick trigger trim trimming trip triumph tropical trouble truck trucking trunk trust truth truthfulness
    trying tube tubing tuition tumble tumor tune tunefulness tuning tunnel turkey turmoil turn turnaround turning turnover twin
    twist twisting type typicality typing ugliness uncertainty uncle understanding undertaker undertaking underwriter underwriting
    undoing unemployment unfairness unfoldment unfortunate unhappiness uniform uniformity union unique uniqueness unit unity
    universality universalization universe university unknown unlike update updating upscale upset upsetting upside upstairs
    urbanism urbanization urge urging usefulness user utility utilization vacancy vacation vacationing vaccination vaccine vacuum
    vacuuming validation validity valley value variability variable variation variety vegetable vegetation vehicle vendor venture
    verdict version vertical vessel veteran veto vice victim victory video view viewer viewing village villager violation violator
    violence virtue virus visibility vision visit visitation visitor visualization vitality vitamin vocal vocalism vocalization
    voice volatility volume volunteer volunteering vote voter voting vulnerability wage wagon waist wait waiting wake wakefulness
    walk walking wall wanderer want warehouse warming warmth warning warrant warrior wash washing waste wasting watch watching
    water watering wave waving weakening weakness wealth weapon wear weather weathering weave weaving wedding weed week weeked
    weekend weekly weighing weight weighting weird welcome welcoming welfare well wellness west wetness wetting whale whaling
    wheat wheel wheelchair wheeling while whip whipping whisper whispering white whiteness whole wholeness wholesale widow widower
    wife wilderness wildlife wildness will willingness wind winding window wine wing winner winning winter wire wiring wisdom wish
    wishing withdrawal withdrawing witness wolf woman wonder wonderfulness wondering wonderment wood word wording work worker
    working workout workplace workshop world worry worth wound wrap wrapping wrist writer writing wrong wrongdoing wrongness yard
    yeah year yell yelling yellow yesterday yield yielding young youngster youth zone zoning
  `
    .trim()
    .split(/\s+/),
);
