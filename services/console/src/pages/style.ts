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
table{border-collapse:collapse;width:100%;font-size:.95rem;overflow-wrap:normal}
td code,td a,th a,td summary{overflow-wrap:anywhere}
td,th[scope=row]{min-width:4rem}.num{min-width:0!important}
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
.filter{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:.8rem 0 1.2rem}.filter label{display:grid;gap:.15rem;font-size:.82rem;color:var(--soft)}.filter input{width:11rem}
.cause{border-top:1px solid var(--rule);margin-top:1.4rem}.cause h2{margin:1rem 0 .3rem;font-size:1.1rem}.cause ul{margin:.3rem 0 .8rem;padding-left:1.2rem}.cause p{margin:.2rem 0}.cause+form{border-top:1px solid var(--rule);margin-top:1.4rem;padding-top:1.2rem}
@media (max-width:40rem){.mast form{margin-left:0;width:100%}input{flex:1;width:auto;max-width:none}.removed li{grid-template-columns:1fr}}
`;
