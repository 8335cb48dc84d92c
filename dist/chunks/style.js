/** The style sheet as a file, beside the page. */
const STYLE_FILE = 'report.css';

/** Style sheet of the report: light and dark, wide and narrow, and for paper. Colours of text meet WCAG AA on their grounds. */
const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--text:#1c2128;--muted:#59636e;--line:#d1d9e0;--soft:#f6f8fa;--accent:#0a5cc5;
--pass:#1a7f37;--warn:#8a5a00;--inconclusive:#6f42c1;--fail:#c4222c;--reference:#8c97a3;--current:#0a5cc5}
@media screen and (prefers-color-scheme:dark){:root{--ground:#0d1117;--text:#e6edf3;--muted:#9ba6b2;--line:#30363d;--soft:#161b22;--accent:#6cb0ff;
--pass:#4cc26a;--warn:#e0a83a;--inconclusive:#b79cf5;--fail:#ff7b72;--reference:#7d8792;--current:#6cb0ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.page{max-width:1080px;margin:0 auto;padding:24px 20px 64px}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1{font-size:26px;line-height:1.25;margin:0 0 4px;overflow-wrap:anywhere;text-wrap:balance}
h2{font-size:20px;margin:0;overflow-wrap:anywhere}
h3{font-size:15px;margin:0 0 2px;overflow-wrap:anywhere}
p{margin:4px 0}
code{font:13px/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
header.verdict{border:1px solid var(--line);border-left:8px solid var(--muted);border-radius:6px;padding:16px 20px;background:var(--soft)}
header.pass{border-left-color:var(--pass)}header.warn{border-left-color:var(--warn)}header.fail{border-left-color:var(--fail)}header.inconclusive{border-left-color:var(--inconclusive)}
header dl,section dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:12px 0 0}
dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:8px;list-style:none;margin:16px 0 0;padding:0}
nav small{color:var(--muted);font-size:13px}nav a{display:inline-block;border:1px solid var(--line);border-radius:16px;padding:4px 12px;text-decoration:none;color:var(--text);background:var(--ground)}
section{margin-top:36px;padding-top:20px;border-top:1px solid var(--line)}main>section:first-child{border-top:0;padding-top:0;margin-top:28px}
.tally,.note{color:var(--muted)}.note{font-size:13px}
.badge{flex:none;position:relative;top:-1px;vertical-align:middle;display:inline-block;width:20px;height:20px;line-height:20px;border-radius:50%;text-align:center;font-size:13px;font-weight:700;color:var(--ground);background:var(--muted)}
.badge.pass{background:var(--pass)}.badge.warn{background:var(--warn)}.badge.inconclusive{background:var(--inconclusive)}.badge.fail{background:var(--fail)}
.check{border-left:4px solid var(--line);padding:6px 12px;margin:12px 0;background:var(--soft)}
.check.fail{border-left-color:var(--fail)}.check.inconclusive{border-left-color:var(--inconclusive)}.check.warn{border-left-color:var(--warn)}
.hint{font-weight:500}.check p+h3{margin-top:10px}
.check table{min-width:0}.check .scroll{margin:6px 0}.check caption{font-size:13px;color:var(--muted)}
.places{margin:4px 0 0;padding-left:20px;font-size:13px}
.scroll{overflow-x:auto;margin:16px 0}
table{border-collapse:collapse;font-size:13px;min-width:100%}
caption{text-align:left;font-weight:600;font-size:15px;padding:0 0 6px}caption>span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 40px)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;padding:5px 10px;border-bottom:1px solid var(--line);vertical-align:middle}
th{color:var(--muted);font-weight:600;white-space:nowrap}
th.number,td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
details{margin:12px 0}summary{cursor:pointer;color:var(--accent)}
figure{margin:20px 0}figcaption{font-weight:600;margin-bottom:6px}
.drawings{display:flex;flex-wrap:wrap;gap:16px;overflow-x:auto}
svg{max-width:100%;height:auto;color:var(--muted)}
svg.wide{min-width:600px}td code{display:inline-block;max-width:17rem;overflow-wrap:break-word}td svg{max-width:none;vertical-align:middle}
svg text{fill:var(--text);font:11px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
svg .tick,svg .axis{fill:var(--muted)}svg .name{font-size:12px}
.grid{stroke:var(--line)}.naive{stroke:var(--muted);stroke-dasharray:4 3}
.curve{stroke:var(--current);stroke-width:2}
.whisker{stroke:var(--current);stroke-width:1.5}.point{fill:var(--current)}
.bar{stroke:var(--text);stroke-width:2}
.whisker.pass{stroke:var(--pass)}.whisker.warn{stroke:var(--warn)}.whisker.inconclusive{stroke:var(--inconclusive)}.whisker.fail{stroke:var(--fail)}
.point.pass{fill:var(--pass)}.point.warn{fill:var(--warn)}.point.inconclusive{fill:var(--inconclusive)}.point.fail{fill:var(--fail)}
rect.reference{fill:var(--reference)}rect.current{fill:var(--current)}
.intervals{list-style:none;margin:0;padding:0;width:100%}
.intervals li{display:grid;grid-template-columns:minmax(0,19rem) 320px minmax(0,1fr);gap:0 16px;align-items:center;font-size:13px}
.intervals .name{text-align:right;overflow-wrap:anywhere}.intervals .found{color:var(--muted);font-variant-numeric:tabular-nums}
.intervals svg{overflow:visible;display:block}.intervals svg.scale{grid-column:2;margin-bottom:6px}
time{white-space:nowrap}.lead{color:var(--muted);max-width:70ch}.state{white-space:nowrap}.state .badge{margin-right:6px}section>h3{margin-top:20px}
tr:target{background:var(--soft);outline:2px solid var(--accent);outline-offset:-2px}
.links{display:flex;flex-wrap:wrap;gap:2px 12px;list-style:none;margin:4px 0 0;padding:0}.links li{overflow-wrap:anywhere;color:var(--muted)}
footer{margin-top:48px;color:var(--muted);font-size:13px}
td.wide{min-width:15rem}td.keep{white-space:nowrap}.chain{padding-left:28px}.chain li{margin:4px 0}
@media(max-width:640px){
.intervals li{grid-template-columns:1fr auto;gap:0 12px;padding:3px 0}.intervals .name{text-align:left}.intervals .found{white-space:nowrap}
.intervals svg{grid-row:2;grid-column:1/-1}.intervals svg.scale{grid-row:3;grid-column:1/-1}.intervals .axis{padding:0}
.cards .scroll,.scroll.cards{overflow:visible}
.cards table,.cards tbody,.cards tr,.cards td{display:block}
.cards caption{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{border:1px solid var(--line);border-radius:6px;padding:6px 0;margin:0 0 10px}
.cards tr{position:relative}.cards tr[hidden]{display:none}.cards td.sign{position:absolute;right:0;top:4px;display:block}.cards td.sign::before{content:none}.cards td.sign+td{padding-right:44px}
.cards td,.cards td.number{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:8px;border:0;padding:3px 12px;text-align:left;white-space:normal;min-width:0}
.cards .state{white-space:normal}
.cards td:empty{display:none}
.cards td::before{content:attr(data-title);color:var(--muted)}
.cards td>div{min-width:0;overflow-wrap:anywhere}
.cards td code{white-space:normal;max-width:100%;overflow-wrap:anywhere}
}
@media(max-width:640px){
.pinned th:first-child,.pinned td:first-child,.pinned .sign+th,.pinned .sign+td{position:sticky;left:0;background:var(--ground)}
.pinned .sign+th,.pinned .sign+td{left:34px}.pinned .sign{width:34px;padding-right:4px}
.pinned th:first-child:not(.sign),.pinned td:first-child:not(.sign),.pinned .sign+th,.pinned .sign+td{box-shadow:inset -1px 0 var(--line)}
.check .pinned th:first-child,.check .pinned td:first-child{background:var(--soft)}
.pinned td:first-child,.pinned .sign+td{white-space:normal}
.pinned td code{max-width:9.5rem}.pinned td svg{width:7.5rem;height:auto}.pinned td.wide{min-width:22rem}
}
@media(max-width:600px){td code{max-width:11rem}caption>span{max-width:calc(100vw - 24px)}.page{padding:12px 12px 48px}header.verdict{padding:12px}h1{font-size:21px}header dl,section dl{grid-template-columns:1fr}dt{margin-top:6px}}
@media print{.page{max-width:none;padding:0}.scroll{overflow:visible}table{font-size:10.5px}th,td{padding:3px 4px}th,.state{white-space:normal}td.wide{min-width:6rem}td code{font-size:10.5px;max-width:none;overflow-wrap:anywhere}.pinned td code{overflow-wrap:break-word}.cards td.wide>div,.cards td:not([class])>div{overflow-wrap:anywhere}td svg{width:5rem;height:auto}section{break-before:auto}.check,figure,tr{break-inside:avoid}nav{display:none}details::details-content{content-visibility:visible;height:auto}}
`;

export { STYLE, STYLE_FILE };
