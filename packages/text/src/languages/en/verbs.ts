/** Common English verbs by base form; irregular ones with their past forms. Used to find predicates without a tagger. */
const regular =
  "accept accuse achieve act add address admit adopt advance agree aim allow announce appeal appear apply approach " +
  "approve argue arrest arrive ask assist attack attempt attend avoid ban bar battle believe belong block board " +
  "boost bomb borrow call cancel capture carry cast cause cease celebrate challenge change charge check claim " +
  "clash clear climb close collapse collect combat compare compete complain complete concern conclude condemn " +
  "conduct confirm consider contain continue contribute control convert convict cost count cover crash create " +
  "cross damage deal decide declare decline decrease defeat defend delay deliver demand demolish deny deploy " +
  "describe destroy detain determine develop die direct discover discuss dismiss displace dissolve divide double " +
  "doubt drop drown earn ease educate eject elect eliminate embark emerge employ enable encourage end enforce " +
  "enlist enter escape establish estimate evacuate evade examine exceed exclude execute exist expand expect expel " +
  "explode export express extend extradite face fail favor fear feature fill finance finish fire flee float flood " +
  "flow focus follow force form free fuel function gain gather generate grant guarantee guard guide halt hand " +
  "handle happen harm head help hire hold hope host identify ignore impact import impose improve include increase " +
  "indicate infect inform injure insist inspect install intend introduce invade invest investigate invite involve " +
  "issue join jump kick kidnap kill knock label lack land last launch leak learn leave lie lift limit line link " +
  "list live load locate lock look lower maintain manage march mark marry measure mention merge miss mobilize " +
  "monitor move murder muster name need negotiate nominate note notice obtain occupy occur offer open operate " +
  "oppose order organize organise outnumber own participate pass pause perform permit place plan plant pledge " +
  "point poll possess pour practice praise predict prefer prepare present press prevent proceed process produce " +
  "prohibit promise promote propose protect protest prove provide publish pull purchase push qualify question " +
  "queue raise rally reach react realize rebuild recall receive recommend record recover recruit reduce refer " +
  "reflect refuse register regret reject relate relax release relocate remain remember remove repeat replace reply " +
  "report represent request require rescue reserve resign resist resolve respond restore restrict result resume " +
  "retain retire return reveal review revise rise round rule rush sanction save schedule search secure seem select " +
  "separate serve settle share shell shoot show shut signal slash slow smuggle sort spark speed spike spread stage " +
  "start state station stay stem step stop store stretch strike struggle submit succeed suffer suggest supply " +
  "support suppose surge surpass surprise surrender surround survive suspect suspend talk target tend test thank " +
  "threaten total touch trade train transfer transport travel treat trigger triple try turn undergo update urge " +
  "use vaccinate value view visit voice vote vow wait walk want warn wash waste watch weaken welcome widen " +
  "affect assess benefit calculate compensate complicate comply contract deserve deteriorate disrupt donate " +
  "endanger endorse erupt evict evolve expire finalise finalize flatten fluctuate fulfil harm hinder implement " +
  "incur inflict inhabit inherit intensify interrupt invent isolate justify jeopardise jeopardize migrate narrow " +
  "neglect obey obstruct overrun overwhelm penalise penalize persist pollute postpone provoke rely renew resemble " +
  "restart rob sell shatter simplify soften stabilise stabilize strengthen subside sue sustain swap terminate " +
  "tighten tolerate undermine unlock uphold utilise vanish vary veto violate widen " +
  "withdraw wonder work worry wound yield";
const irregular =
  "be:is,are,was,were,been,being have:has,had,having do:does,did,done go:goes,went,gone get:gets,got,gotten " +
  "make:makes,made,making take:takes,took,taken come:comes,came see:sees,saw,seen know:knows,knew,known " +
  "give:gives,gave,given find:finds,found think:thinks,thought tell:tells,told become:becomes,became " +
  "leave:leaves,left,leaving feel:feels,felt put:puts,putting bring:brings,brought begin:begins,began,begun " +
  "keep:keeps,kept hold:holds,held write:writes,wrote,written stand:stands,stood hear:hears,heard let:lets " +
  "mean:means,meant set:sets meet:meets,met run:runs,ran,running pay:pays,paid sit:sits,sat " +
  "speak:speaks,spoke,spoken lie:lies,lay,lain lead:leads,led read:reads grow:grows,grew,grown lose:loses,lost " +
  "fall:falls,fell,fallen send:sends,sent build:builds,built understand:understands,understood " +
  "draw:draws,drew,drawn break:breaks,broke,broken spend:spends,spent cut:cuts,cutting rise:rises,rose,risen " +
  "drive:drives,drove,driven buy:buys,bought wear:wears,wore,worn choose:chooses,chose,chosen " +
  "flee:flees,fled,fleeing fight:fights,fought throw:throws,threw,thrown catch:catches,caught deal:deals,dealt " +
  "win:wins,won,winning sell:sells,sold shoot:shoots,shot seek:seeks,sought shut:shuts,shutting hit:hits,hitting " +
  "strike:strikes,struck,stricken overtake:overtakes,overtook withdraw:withdraws,withdrew,withdrawn " +
  "undergo:undergoes,underwent sink:sinks,sank,sunk say:says,said steal:steals,stole,stolen " +
  "swear:swears,swore,sworn teach:teaches,taught tear:tears,tore,torn bind:binds,bound beat:beats,beaten " +
  "bite:bites,bit,bitten blow:blows,blew,blown forbid:forbids,forbade,forbidden freeze:freezes,froze,frozen " +
  "spread:spreads shrink:shrinks,shrank,shrunk stick:sticks,stuck swim:swims,swam wake:wakes,woke,woken " +
  "lay:lays,laid wear:wears,wore,worn swell:swells,swollen sweep:sweeps,swept bend:bends,bent bleed:bleeds,bled " +
  "breed:breeds,bred cling:clings,clung creep:creeps,crept dig:digs,dug feed:feeds,fed fling:flings,flung forget:forgets,forgot,forgotten " +
  "hang:hangs,hung hide:hides,hid,hidden kneel:kneels,knelt lend:lends,lent mistake:mistakes,mistook overthrow:overthrows,overthrew,overthrown " +
  "shake:shakes,shook,shaken slide:slides,slid spin:spins,spun split:splits spring:springs,sprang,sprung sting:stings,stung weave:weaves,wove,woven " +
  "withhold:withholds,withheld withstand:withstands,withstood wring:wrings,wrung bake:bakes,baked trap:traps,trapped,trapping strand:strands,stranded,stranding " +
  "ride:rides,rode,ridden burn:burns,burnt,burned bury:buries,buried wind:winds,wound hurt:hurts,hurt";

const forms = new Map<string, string>();
for (const base of regular.split(" ")) {
  const stem = base.endsWith("e") ? base.slice(0, -1) : base;
  const isY = /[^aeiou]y$/.test(base);
  const doubled = /^[^aeiou]*[aeiou][bdgmnprt]$/.test(base) ? base + base.at(-1) : stem;
  for (const form of [
    base,
    isY ? `${base.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`,
    isY ? `${base.slice(0, -1)}ied` : `${doubled}ed`,
    `${isY ? base : doubled}ing`,
  ])
    forms.set(form, base);
  if (doubled !== stem) for (const form of [`${base}ed`, `${base}ing`]) forms.set(form, base);
}
for (const entry of irregular.split(" ")) {
  const [base = "", rest = ""] = entry.split(":");
  forms.set(base, base);
  const stem = base.endsWith("e") ? base.slice(0, -1) : base;
  if (!forms.has(`${stem}ing`)) forms.set(`${stem}ing`, base);
  for (const form of rest.split(",")) forms.set(form, base);
}

export const englishVerbForms: ReadonlyMap<string, string> = forms;
