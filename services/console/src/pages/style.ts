/** The report's paper and ink, for working pages. Pairs of colours meet WCAG AA (4.5:1), light and dark. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fcfbf8;--raised:#f5f2eb;--ink:#1d1b18;--soft:#5c574e;--rule:#ddd7ca;--link:#1b4b7a;--bad:#9c2419;--bad-tint:#fbe9e5;--warn:#7a4d00;--good:#2c6236;
--serif:ui-serif,"Iowan Old Style",Palatino,Georgia,"Liberation Serif",serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;--mono:ui-monospace,SFMono-Regular,Menlo,"Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--raised:#211f1c;--ink:#ece8df;--soft:#b0a99b;--rule:#3a372f;--link:#9cc7ee;--bad:#ffa598;--bad-tint:#3b1d18;--warn:#efc46c;--good:#9cd3a2}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--ink);color:var(--paper);padding:.5rem 1rem}.skip:focus{top:1rem}
.mast{border-top:4px solid var(--ink);border-bottom:1px solid var(--rule)}
.mast>div,main,.foot{max-width:76rem;margin:0 auto;padding:0 1.25rem}
.mast>div{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;align-items:baseline;padding-block:.9rem}
.brand{font:700 1.1rem/1 var(--serif)}.brand a{color:inherit;text-decoration:none}
.mast nav{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.92rem}.mast nav a{padding:.25rem 0;color:var(--ink);text-decoration:none}.mast nav a:hover{text-decoration:underline}
.mast nav a[aria-current]{font-weight:650;border-bottom:2px solid var(--ink)}
.mast form{margin-left:auto;display:flex;gap:.4rem}
input,button{font:inherit;font-size:.92rem;padding:.35rem .6rem;border:1px solid var(--soft);border-radius:.3rem;background:var(--paper);color:var(--ink)}
input{min-width:0;width:17rem;max-width:60vw}button{cursor:pointer;background:var(--raised)}
main{padding-block:1.6rem 3rem}
h1{font:700 clamp(1.6rem,1.2rem + 1.6vw,2.3rem)/1.15 var(--serif);margin:0 0 .5rem;text-wrap:balance}
h2{font:700 1.3rem/1.25 var(--serif);margin:2.4rem 0 .6rem}
.soft{color:var(--soft)}.fine{color:var(--soft);font-size:.88rem}
.bad{color:var(--bad);font-weight:600}.warn{color:var(--warn);font-weight:600}.good{color:var(--good)}
.alarm{background:var(--bad-tint);border-left:5px solid var(--bad);padding:.6rem 1rem;margin:1rem 0}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;font-size:.95rem;overflow-wrap:break-word}
td code,td .mono{overflow-wrap:anywhere}.num+:not(.num){padding-left:1.3rem}
tbody th{min-width:11rem}.num{white-space:nowrap}
caption{text-align:left;color:var(--soft);font-size:.88rem;padding-bottom:.3rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;font-weight:400}
thead th{font-size:.82rem;color:var(--soft);border-bottom:1px solid var(--soft);white-space:nowrap;vertical-align:bottom}
tbody tr{border-bottom:1px solid var(--rule)}tbody th{font-weight:600}
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
code,.mono{font-family:var(--mono);font-size:.88em}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.2rem;margin:.8rem 0}dl.facts dt{color:var(--soft)}dl.facts dd{margin:0}
.removed{list-style:none;padding:0;margin:0}.removed li{border-top:1px solid var(--rule);padding:.5rem 0;display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.2rem 1rem}
.removed del{color:var(--soft);white-space:pre-wrap;text-decoration-color:var(--bad)}
details pre{white-space:pre-wrap;background:var(--raised);padding:.7rem;font:.82rem/1.45 var(--mono)}
.foot{padding-block:1rem 2rem;color:var(--soft);font-size:.85rem}
.next{margin-top:1rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
select{font:inherit;font-size:.92rem;padding:.35rem .4rem;border:1px solid var(--soft);border-radius:.3rem;background:var(--paper);color:var(--ink)}
.filter{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:.8rem 0 1.2rem}.filter label{display:grid;gap:.15rem;font-size:.82rem;color:var(--soft)}.filter input{width:13rem}.filter input[type=url]{width:26rem;max-width:100%}.filter input,.filter select,.filter button{min-height:2.3rem}
.cause{border-top:1px solid var(--rule);margin-top:1.4rem}.cause h2{margin:1rem 0 .3rem;font-size:1.1rem}.cause ul{margin:.3rem 0 .8rem;padding-left:1.2rem}.cause p{margin:.2rem 0}.cause+form{border-top:1px solid var(--rule);margin-top:1.4rem;padding-top:1.2rem}
.button,button{display:inline-block;font-size:.92rem;line-height:1.4;padding:.35rem .7rem;border:1px solid var(--soft);border-radius:.3rem;background:var(--raised);color:var(--ink);text-decoration:none}
.button:hover,button:hover{border-color:var(--ink)}li .button{padding:.05rem .5rem;font-size:.85rem}
.lever{display:inline}.levers{display:flex;flex-wrap:wrap;gap:.4rem}
.calm{background:var(--raised);border-color:var(--good)}
.short{width:7rem!important}details summary{cursor:pointer}details form{margin-top:.6rem}.more .filter{margin:.5rem 0 0}.more[open]{order:1;width:100%}.more summary{padding:.45rem 0}
td .lever button,td .levers{margin-block:-.3rem}td .levers button{margin:0}.order{margin-top:1rem}.list time,td .line{white-space:nowrap;overflow-wrap:normal}
.limit{margin:.5rem 0}.limit summary{font-size:.87rem;color:var(--soft)}.limit form{display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:end}.limit label{display:grid;gap:.15rem;font-size:.82rem;color:var(--soft)}.limit p{margin:0 0 .3rem;max-width:40rem;width:100%}
.foot form{display:inline}.foot button{font-size:.85rem;padding:.1rem .5rem}
.head{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:baseline;justify-content:space-between}
.switch{display:flex;margin:0}.switch button{border-radius:0;margin-left:-1px;font-size:.85rem;padding:.15rem .6rem}.switch button[aria-pressed=true]{background:var(--ink);color:var(--paper)}
.flow{list-style:none;margin:.6rem 0 0;padding:0;display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:1.4rem}
.stage{position:relative;background:var(--raised);border:1px solid var(--rule);border-top:3px solid var(--ink);border-radius:.3rem;padding:.7rem .8rem .8rem;min-width:0}
.stage+.stage::before{content:"→";position:absolute;left:-1.25rem;top:2.6rem;color:var(--soft)}
.stage h3{font:700 1.1rem/1.2 var(--serif);margin:0}.state{margin:.1rem 0 .3rem;font-size:.9rem;min-height:1.4em}
.big{font:700 1.7rem/1.1 var(--sans);font-variant-numeric:tabular-nums;margin:.2rem 0 .5rem}.big span{font-size:.9rem;font-weight:400;color:var(--soft)}
.mini{display:grid;grid-template-columns:max-content 1fr;gap:.05rem .7rem;margin:0 0 .6rem;font-size:.87rem}.mini dt{color:var(--soft)}.mini dd{margin:0;font-variant-numeric:tabular-nums}
.spark{margin:.6rem 0 0;font-size:.78rem;color:var(--soft);display:grid;grid-template-columns:1fr auto;gap:0 .5rem}.spark [data-chart]{grid-column:1/-1;grid-row:2;height:44px;overflow:hidden}.spark figcaption{grid-row:1}.spark span{grid-row:1;font-size:.78rem}
progress{width:6rem;height:.7rem;vertical-align:middle;accent-color:var(--link)}
@media (max-width:64rem){.flow{grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.9rem}.stage+.stage::before{content:none}}
@media (max-width:40rem){
.mast form{margin-left:0;width:100%}input{flex:1;width:auto;max-width:none}.removed li{grid-template-columns:1fr}
.filter label{width:100%}.filter input,.filter select{width:100%!important}
.list,.list tbody,.list tr{display:block}.list thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.list tr{padding:.6rem 0}.list th[scope=row],.list td{display:block;min-width:0;padding:.1rem 0;overflow-wrap:anywhere}
.list td{display:grid;grid-template-columns:8.5rem 1fr;gap:.6rem;text-align:left}.list td::before{content:attr(data-label);color:var(--soft);font-size:.85rem}
.list .num+td{padding:.1rem 0}.list td[data-label=""]{display:block}.list td[data-label=""]::before{content:none}.list td:empty{display:none}
.flow{grid-template-columns:1fr}.stage{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem}.stage>div,.stage>.limit,.stage>p{grid-column:1/-1}
dl.facts{grid-template-columns:1fr}dl.facts dt{margin-top:.4rem}.list time,td .line{white-space:normal;overflow-wrap:anywhere}
}
`;
