/** Positions and widths as classes: a style attribute would need a looser policy than one hash. */
const positions = Array.from({ length: 101 }, (_, i) => `.p${i}{left:${i}%}`).join("");
const widths = Array.from({ length: 21 }, (_, i) => `.w${i * 5}::before{width:${i * 5}%}`).join("");

/**
 * Colours were chosen as pairs and meet WCAG AA (4.5:1) on `--paper` and on every tint they stand on, light and dark.
 * h0–h5 are the lineages' hues.
 */
export const STYLE = `
:root{color-scheme:light dark;
--paper:#fcfbf8;--raised:#f5f2eb;--ink:#1d1b18;--soft:#5c574e;--rule:#ddd7ca;--strong:#a59d8d;
--link:#1b4b7a;--bad:#9c2419;--bad-tint:#fbe9e5;--warn:#7a4d00;--warn-tint:#faf0d8;--good:#2c6236;--good-tint:#eaf3e8;
--mark:#fdeaa8;--lit:#ffd24d;
--h0:#1b4b7a;--h1:#8a3b12;--h2:#4a5f14;--h3:#6d2c73;--h4:#0d5d5a;--h5:#6b5100;
--serif:ui-serif,"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua","Source Serif 4",Georgia,"Liberation Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{
--paper:#171614;--raised:#211f1c;--ink:#ece8df;--soft:#b0a99b;--rule:#3a372f;--strong:#6f695d;
--link:#9cc7ee;--bad:#ffa598;--bad-tint:#3b1d18;--warn:#efc46c;--warn-tint:#352a12;--good:#9cd3a2;--good-tint:#1b2d1d;
--mark:#574610;--lit:#7d6200;
--h0:#9cc7ee;--h1:#f2ac83;--h2:#c0d27c;--h3:#dfa9e4;--h4:#7fd1cc;--h5:#e3c765}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 var(--sans);overflow-wrap:anywhere;hyphens:manual}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.vh{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--ink);color:var(--paper);padding:.5rem 1rem;z-index:3}
.skip:focus{top:1rem}
.mast{display:flex;gap:1rem;align-items:baseline;max-width:84rem;margin:0 auto;padding:1.1rem 1.25rem .8rem}
.mast::after{content:"";position:absolute;left:0;right:0;top:0;height:4px;background:var(--ink)}
.brand{margin:0;font:700 1.05rem/1 var(--serif);letter-spacing:.01em}
.brand a{color:inherit;text-decoration:none}.brand a:hover{text-decoration:underline}
.tagline{margin:0;color:var(--soft);font-size:.85rem}
.back{margin:0 0 0 auto;font-size:.85rem}
.layout{max-width:84rem;margin:0 auto;padding:0 1.25rem 4rem}
.contents{border-block:1px solid var(--rule);padding:.6rem 0;margin-bottom:1.5rem;font-size:.875rem}
.contents ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem}
.contents a{display:inline-block;padding:.25rem 0;color:var(--ink);text-decoration:none}
.contents a:hover{text-decoration:underline}
.contents a[aria-current]{color:var(--link);font-weight:600}
h1,h2,h3,blockquote,.statement,.canonical,.big{font-family:var(--serif)}
h1{font-size:clamp(1.9rem,1.2rem + 3.2vw,3.4rem);line-height:1.12;letter-spacing:-.012em;font-weight:700;margin:.2rem 0 1rem;max-width:24em;text-wrap:balance}
h2{font-size:clamp(1.45rem,1.2rem + 1vw,1.9rem);line-height:1.2;margin:0 0 .4rem;font-weight:700}
h3{font-size:1.15rem;line-height:1.35;margin:1.5rem 0 .4rem}
.two h3{font:600 .95rem/1.4 var(--sans);margin:0 0 .5rem}
h2.small{font:600 .8rem/1.4 var(--sans);color:var(--soft);margin:0 0 .5rem}
p{margin:.4rem 0}
main>section{border-top:1px solid var(--rule);padding:2rem 0 0;margin-top:3rem}
.kicker{color:var(--soft);font-size:.9rem;margin:0}
.deck{font:1.2rem/1.55 var(--serif);max-width:38em;margin:0 0 1.4rem}
.intro{color:var(--soft);max-width:44em;margin:0 0 1.2rem}
.fine,.by,.more,.left-out{color:var(--soft);font-size:.875rem;font-weight:400}
.fine{font-family:var(--sans)}
.left-out{border-left:3px solid var(--rule);padding-left:.7rem}
.none-found{max-width:44em}
ul.plain{list-style:none;margin:.3rem 0;padding:0}.plain>li{margin:.35rem 0}.spaced>li{margin:.9rem 0}
q{quotes:"“" "”" "‘" "’"}
.figures{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:0;margin:0 0 1.6rem;padding:0;border-block:1px solid var(--rule)}
.figures li{padding:.2rem 0}
.figures a{display:block;color:inherit;text-decoration:none;padding:.6rem .5rem .6rem 0}
.figures a:hover span{text-decoration:underline}
.figures b{display:block;font:400 2.1rem/1.1 var(--serif);font-variant-numeric:lining-nums}
.figures span{font-size:.85rem;color:var(--soft);line-height:1.3;display:block}
.summary{max-width:44em}
.summary ul{list-style:none;padding:0;margin:0}
.summary li{margin:.7rem 0;font:1.08rem/1.55 var(--serif)}
.summary .by{font-family:var(--sans);display:block}
.code{display:inline-block;font:600 .78em/1.5 var(--sans);min-width:1.9em;text-align:center;padding:0 .35em;border:1.5px solid currentColor;border-radius:.3em;white-space:nowrap;font-variant-numeric:tabular-nums}
.src{white-space:normal}
${[0, 1, 2, 3, 4, 5].map((i) => `.h${i}{color:var(--h${i})}.b${i}{border-top:4px solid var(--h${i})!important}`).join("")}
.ev{color:inherit;text-decoration-line:underline;text-decoration-style:dotted;text-decoration-color:var(--strong)}
a.ev:hover{color:var(--link);text-decoration-style:solid;text-decoration-color:currentColor}
.ev.none{text-decoration:none}
.ctl{font:600 .7em/1 var(--sans);border:1px solid var(--bad);color:var(--bad);background:var(--paper);border-radius:.2em;padding:0 .2em;margin:0 .1em;unicode-bidi:isolate}
.sign{display:inline-block;min-width:1.1em;font-weight:700;text-align:center;font-family:var(--sans)}
.t-good .sign,.sign.t-good{color:var(--good)}.t-soft .sign,.sign.t-soft{color:var(--warn)}.t-bad .sign,.sign.t-bad{color:var(--bad)}
.verdict{font-size:.82rem;font-weight:600;font-family:var(--sans);border-radius:.25em;padding:.05em .45em;white-space:nowrap}
.verdict.t-good{color:var(--good);background:var(--good-tint)}.verdict.t-soft{color:var(--warn);background:var(--warn-tint)}.verdict.t-bad{color:var(--bad);background:var(--bad-tint)}

.conflict{border-left:5px solid var(--bad);padding:.1rem 0 .4rem 1.1rem;margin:1.4rem 0 2rem}
.conflict h3{margin:0;font-size:1.25rem}.conflict .sign{color:var(--bad)}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1.4rem 2.2rem;margin-top:.9rem}
.sides .side{border-top:1px solid var(--strong);padding-top:.6rem}
.big{font-size:1.7rem;line-height:1.2;margin:0}
.sides q{font-family:var(--serif)}

.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:0 0 .8rem;font-size:.875rem;color:var(--soft)}
.scroll{overflow-x:auto;max-width:100%;position:relative;background:linear-gradient(270deg,var(--paper) 40%,transparent) right/3rem 100% no-repeat local,linear-gradient(270deg,var(--rule),transparent) right/.9rem 100% no-repeat scroll}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.6rem .7rem .6rem 0;font-weight:400}
thead th{font-size:.82rem;color:var(--soft);vertical-align:bottom;line-height:1.35;border-bottom:1px solid var(--strong)}
thead a{color:inherit;text-decoration:none}thead a:hover{text-decoration:underline}
tbody tr{border-bottom:1px solid var(--rule)}
.num{text-align:right;font-variant-numeric:tabular-nums}
.matrix{table-layout:fixed;font-size:.92rem}
${Array.from({ length: 12 }, (_, n) => `.cols${n}{width:max(100%,${14 + 6.5 + n * 5.2}rem)}`).join("")}
.matrix thead .lin{border-bottom:0;padding:.35rem .6rem .2rem;font-weight:700;color:var(--ink);vertical-align:top}
.matrix thead tr+tr th{padding-inline:.6rem}
.matrix .c-claim{width:14rem}.matrix .c-indep{width:6.5rem}
.matrix tbody th{position:sticky;left:0;background-color:var(--paper);z-index:1}
.matrix tbody tr:not(.why){border-bottom:0}
.matrix tbody td,.matrix tbody th{padding-bottom:.2rem}
.matrix tbody td:not(.indep){padding:.6rem .1rem .2rem .4rem}
.matrix tr.why td{padding:0 0 .7rem!important;font-size:.9rem}
.statement{display:block;font-size:1.05rem;line-height:1.4}
.canonical{display:block;font-size:1.3rem;font-weight:700;line-height:1.3;margin:.15rem 0 .25rem;font-variant-numeric:lining-nums}
.matrix .in-conflict>th{border-left:4px solid var(--bad);padding-left:.8rem}
.val{display:block;font-variant-numeric:tabular-nums lining-nums;line-height:1.4;margin-bottom:.15rem}
.times{color:var(--soft);font-size:.82rem}.mut{color:var(--warn);font-weight:700}
td.empty{color:var(--soft)}.val.t-soft,.val.t-bad{border-radius:.25em;padding:.05em .25em;margin-left:-.25em}
.val.t-soft{background:var(--warn-tint)}.val.t-bad{background:var(--bad-tint);font-weight:600}
.indep .n{font:700 1.3rem/1.2 var(--serif);font-variant-numeric:lining-nums}
.dots{letter-spacing:.1em;font-size:.8rem;color:var(--soft)}
.indep .fine{display:block;line-height:1.35}
.why details{max-width:60em}.why p{margin:.3rem 0}.why ol,.why ul{margin:.2rem 0;padding-left:1.3rem}
summary{cursor:pointer}
.why summary{color:var(--soft);font-size:.85rem;width:fit-content;padding:.15rem 0}.why summary:hover{color:var(--link)}
.fold{border-block:1px solid var(--rule);margin:1rem 0 0}.fold+.fold{border-top:0;margin-top:0}
.fold>summary{padding:.75rem .2rem;line-height:1.5}
.fold>summary:hover{background:var(--raised)}
.fold[open]>summary{font-weight:600}
.statements{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:0 2.5rem}
.statements>li{border-top:1px solid var(--rule);padding:.9rem 0}
.statements .plain{font-size:.95rem}.statements q{font-family:var(--serif)}

.glance{display:grid;grid-template-columns:3fr 2fr;gap:1.2rem 2.5rem;margin:0 0 1.4rem;border-block:1px solid var(--strong);padding:1rem 0}
.glance li{margin:.45rem 0;line-height:1.45}.glance .value{font:700 1.15rem/1.3 var(--serif);font-variant-numeric:lining-nums;color:inherit;margin-right:.3rem;text-decoration-color:var(--strong)}
.glance .by{white-space:normal}.glance section section{margin-top:.8rem}
.facts{table-layout:fixed;font-size:.95rem}
.facts .c-value{width:9rem}.facts .c-who{width:10rem}.facts .c-src{width:10.5rem}
.facts th,.facts td{padding:.45rem .9rem .45rem 0;line-height:1.4}
.facts .value{font:700 1.05rem/1.35 var(--serif);font-variant-numeric:lining-nums}
.facts .srcs b{font-family:var(--serif);font-size:1.05rem;margin-right:.2rem}
.facts .verdict{white-space:normal}
.facts .in-conflict .value{border-left:4px solid var(--bad);padding-left:.6rem}
.steps{font:700 1.1rem/1.4 var(--serif);margin:0}.step .fine{font-weight:400}
.maybe{border-left:3px solid var(--rule);padding-left:.8rem}.maybe p{margin:.15rem 0}
main>section.folded{margin-top:0;padding-top:0}
.fold.whole{border:0;margin:0}.whole>summary h2{display:inline;font-size:1.25rem}
main>section.folded+section.folded{border-top:1px solid var(--rule)}

.quote{margin:1.6rem 0 2.4rem;max-width:52rem}
.quote .speaker{font:600 .95rem/1.4 var(--sans);margin:0 0 .2rem}
blockquote{margin:0;font-size:1.3rem;line-height:1.45}
.quote blockquote{padding-left:.9rem;border-left:2px solid var(--ink)}.quote blockquote p{margin:0}
.quote blockquote p::before{content:"“"}.quote blockquote p::after{content:"”"}
.quote>.by{padding-left:1rem}
.versions{list-style:none;margin:.8rem 0 0 1rem;padding:0}
.versions>li{border-top:1px solid var(--rule);padding:.5rem 0}.versions p{margin:.1rem 0}
.words{font-family:var(--serif);font-size:1.05rem}
del{color:var(--bad);text-decoration:line-through;text-decoration-thickness:1.5px}
ins{color:var(--good);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em;font-weight:600}

.mutated{margin:1.6rem 0 2.2rem}.mutated h3{margin:0}
.changes{list-style:none;padding:0;margin:.5rem 0 0}
.changes>li{border-top:1px solid var(--rule);padding:.7rem 0}
.kind{margin:0}.context{color:var(--soft)}.pips{letter-spacing:.08em;font-size:.75rem;margin-right:.4rem;white-space:nowrap}
.s5,.s4{color:var(--bad)}.s3{color:var(--warn)}.s2,.s1{color:var(--soft)}
.change{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:.2rem 2rem;margin-top:.3rem}
.change p{margin:0}.change q{font-family:var(--serif);font-size:1.02rem}
.tag{display:block;font-size:.8rem;color:var(--soft)}

.lanes{margin:0 0 1.8rem;font-size:.8rem}
.lane{display:grid;grid-template-columns:9rem 1fr;gap:1rem;align-items:center;border-top:1px solid var(--rule);padding:.45rem 0}
.lane-name{color:var(--soft);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.track{position:relative;display:block;height:1.6rem;margin-right:2.2rem}
.rows2 .track{height:3.2rem}.rows3 .track{height:4.8rem}.rows4 .track{height:6.4rem}
.track::before{content:"";position:absolute;left:0;right:-2.2rem;top:.8rem;height:1px;background:var(--rule)}
.dot{position:absolute;font:600 .75rem/1.35rem var(--sans);min-width:2rem;text-align:center;border:1.5px solid currentColor;border-radius:1rem;background:var(--paper)}
.dot.r-original,.dot.r-single,.dot.r-independent{border-radius:.25rem;border-width:3px;line-height:1.2rem}
.dot.r-copy{border-style:dotted}
.row1{top:1.6rem}.row2{top:3.2rem}.row3{top:4.8rem}
.axis{border-top:1px solid var(--strong);color:var(--soft)}
.axis .track{display:flex;justify-content:space-between;margin-right:0;gap:1rem;height:auto}.axis .track::before{display:none}
.axis .track span:last-child{text-align:right}
.timeline{list-style:none;margin:0;padding:0}
.timeline>li{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:1rem;border-top:1px solid var(--rule);padding:.8rem 0}
.timeline p{margin:0}.when{color:var(--soft);font-size:.875rem;padding-top:.1rem}
.timeline .title{font:1.15rem/1.35 var(--serif);margin:.1rem 0}
.timeline .title a{color:inherit;text-decoration-color:var(--strong)}
.role{color:var(--soft)}
:target:not(mark):not(section):not(.pin){background:var(--raised);box-shadow:0 0 0 .5rem var(--raised)}

.trees{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:.5rem 3rem}
.tree h3{margin:.8rem 0 .5rem}
.tree ul{list-style:none;margin:0;padding:0}
.tree ul ul{margin-left:.85rem;border-left:1.5px solid var(--strong)}
.tree ul ul>li{position:relative;padding-left:1.1rem}
.tree ul ul>li::before{content:"";position:absolute;left:0;top:1.15rem;width:.8rem;border-top:1.5px solid var(--strong)}
.tree ul ul>li:last-child::after{content:"";position:absolute;left:-1.5px;top:calc(1.15rem + 1.5px);bottom:0;width:1.5px;background:var(--paper)}
.node{padding:.4rem 0;line-height:1.5}
.taken{font-size:.9rem;white-space:nowrap}
.bar{display:inline-block;width:5rem;height:.6rem;border:1px solid var(--strong);vertical-align:baseline;margin:0 .2rem}
.bar::before{content:"";display:block;height:100%;background:var(--strong)}

.two{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem;padding-bottom:1.2rem}
.text{font:1.02rem/1.62 var(--serif);max-width:42rem;unicode-bidi:plaintext}
.box{max-height:70vh;overflow:auto;border:1px solid var(--rule);padding:.9rem 1rem;background:var(--raised)}
.full{padding:.4rem 0 1rem}
.nl{display:block;height:.75em;white-space:pre-line;overflow:hidden}
.sh{color:inherit;background:var(--mark);text-decoration-line:underline;text-decoration-color:var(--strong);text-decoration-thickness:1px}
.sh sup{font:600 .65em/1 var(--sans);margin-right:.2em;color:var(--ink)}
.sh.lit,.sh:target{background:var(--lit)}
mark{background:var(--mark);color:inherit;border-radius:.1em}
mark mark{box-shadow:0 2px 0 var(--strong)}
mark:target,mark.lit,.lit{background:var(--lit);outline:2px solid var(--ink);outline-offset:1px}
.pin:target::before{content:"▸";color:var(--bad)}
.cut{color:var(--soft);text-decoration-color:var(--strong);font-family:var(--sans);font-size:.9em}
.cut-table{min-width:32rem;margin-bottom:1rem}.cut-table th{white-space:nowrap}.cuts>li{margin:.1rem 0;color:var(--soft)}
.passages{padding-left:1.3rem}
.names td:nth-child(2){white-space:nowrap}.spellings{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:0}.plain.spellings>li{margin:0}.names tbody th{font-family:var(--serif);font-size:1.05rem}
dialog{color:var(--ink);background:var(--paper);border:1px solid var(--strong);border-radius:.4rem;padding:1.3rem 1.5rem;width:min(42rem,calc(100vw - 2rem));max-height:80vh;box-shadow:0 1rem 3rem rgb(0 0 0/.3)}
dialog::backdrop{background:rgb(20 18 15/.45)}
dialog blockquote{font-size:1.12rem;line-height:1.6;white-space:pre-line;max-height:55vh;overflow:auto}
dialog mark{background:var(--lit)}
.actions{display:flex;gap:1rem;justify-content:space-between;align-items:center;margin-top:1rem}
button{font:600 .95rem/1 var(--sans);color:var(--paper);background:var(--ink);border:0;border-radius:.3rem;padding:.7rem 1.2rem;cursor:pointer}
.foot{border-top:1px solid var(--rule);color:var(--soft);font-size:.85rem;max-width:84rem;margin:0 auto;padding:1.2rem 1.25rem 2.5rem}
.filter{display:flex;gap:.6rem;align-items:baseline;flex-wrap:wrap;margin:0 0 1rem}
input[type=search]{font:1rem/1.4 var(--sans);color:var(--ink);background:var(--paper);border:1px solid var(--strong);border-radius:.3rem;padding:.45rem .7rem;min-width:min(100%,20rem)}
.cards thead th{white-space:nowrap}
.cards th[scope=row]{font:1.1rem/1.4 var(--serif);min-width:14rem}.cards th[scope=row] a{color:inherit;text-decoration-color:var(--strong)}
.cards td{overflow-wrap:break-word;min-width:4rem}.cards .num{padding-right:1.4rem}
${positions}${widths}

@media (min-width:72rem){
.layout{display:grid;grid-template-columns:11.5rem minmax(0,1fr);gap:3.5rem}
.contents{border:0;position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:1.4rem 0 2rem;margin:0}
.contents ul{display:block}.contents li{border-top:1px solid var(--rule);padding:.12rem 0;line-height:1.4}
.contents li:first-child{border-top:0}.contents a{display:inline;line-height:1.9}
.opening{padding-top:1.2rem}}
@media (max-width:47.99rem){
.layout,.mast{padding-inline:1rem}
.tagline{display:none}
.contents{overflow-x:auto}.contents ul{flex-wrap:nowrap;white-space:nowrap}
.figures{grid-template-columns:repeat(2,1fr)}
.timeline>li{grid-template-columns:minmax(0,1fr);gap:.15rem}
.lane{grid-template-columns:minmax(0,1fr);gap:.2rem}
.two{grid-template-columns:minmax(0,1fr)}.box{max-height:48vh}
.matrix,.matrix tbody,.matrix tr,.matrix td,.matrix th{display:block;min-width:0;width:auto}
.matrix colgroup{display:none}
.matrix thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.matrix tbody tr:not(.why){padding-top:.9rem}
.matrix tbody th,.matrix tbody td{padding:.15rem 0!important}
.matrix tbody .in-conflict{border-left:4px solid var(--bad)}.matrix tbody .in-conflict>th{border:0}.matrix tbody .in-conflict>*{padding-left:.8rem!important}.matrix tbody th{position:static}
.matrix td:not(.indep):not(.empty){display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 .8rem;border-top:1px dotted var(--rule)}
.matrix td:not(.indep)::before{content:attr(data-label);color:var(--soft);font-size:.875rem;grid-row:span 4}
.matrix .why td{display:block!important;border:0!important}.matrix .why td::before{display:none}
.matrix td.empty{display:none}.matrix .val{text-align:right}
.matrix .indep .fine{display:inline}
.scroll{overflow-x:visible}.scroll:has(.names,.cut-table){overflow-x:auto}
.cards,.cards tbody,.cards tr,.cards td,.cards th{display:block;min-width:0}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tbody tr{padding:.7rem 0}.cards tbody th,.cards tbody td{padding:.1rem 0!important}
.cards td{display:flex!important;justify-content:space-between;gap:1rem;text-align:right}
.cards td::before{content:attr(data-label);color:var(--soft);font-size:.875rem;text-align:left}
.glance{grid-template-columns:minmax(0,1fr)}
.facts,.facts tbody,.facts tr,.facts td,.facts th{display:block;width:auto;min-width:0}
.facts thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.facts tbody tr{padding:.55rem 0}.facts tbody th,.facts tbody td{padding:.05rem 0}
.facts .who,.facts .srcs{display:inline;font-size:.875rem;color:var(--soft)}.facts .who::after{content:" · "}
.facts .in-conflict .value{padding-left:.6rem}
.versions,.quote>.by{margin-left:0;padding-left:0}
.taken{white-space:normal}}
@media print{
:root{color-scheme:light;--paper:#fff;--raised:#fff;--ink:#000;--soft:#444;--rule:#bbb;--link:#000;--bad:#7d1a10;--warn:#5c3a00;--good:#1d4a26;--bad-tint:#fff;--warn-tint:#fff;--good-tint:#fff;--mark:#eee;--lit:#ddd;--strong:#777;
--h0:#1b4b7a;--h1:#8a3b12;--h2:#4a5f14;--h3:#6d2c73;--h4:#0d5d5a;--h5:#6b5100}
body{font-size:10pt}.contents,.skip,.filter,dialog,.actions{display:none}
.layout{display:block;padding:0;max-width:none}
.box{max-height:none;overflow:visible}.scroll{overflow:visible}.matrix{min-width:0;font-size:8.5pt}
.facts tr,.conflict,.quote,.changes>li,.timeline>li,.matrix tr{break-inside:avoid}h2,h3{break-after:avoid}
.timeline .title a::after{content:" (" attr(href) ")";font-size:8pt}}
@media (forced-colors:active){.bar::before,.dot{forced-color-adjust:none}mark,.sh{outline:1px solid}}
`.trim();
