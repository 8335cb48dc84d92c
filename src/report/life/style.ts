/** The style of the page: light and dark, narrow and wide, and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1f2328;--soft:#59636e;--line:#d1d9e0;--card:#f6f8fa;--good:#1a7f37;--use:#0969da;--warn:#9a6700;--bad:#cf222e;--past:#818b98}
@media (prefers-color-scheme:dark){:root{--ground:#0d1117;--ink:#f0f6fc;--soft:#9198a1;--line:#3d444d;--card:#151b23;--good:#3fb950;--use:#4493f8;--warn:#d29922;--bad:#f85149;--past:#656c76}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:1080px;margin:0 auto;padding:32px 24px 64px}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 4px;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:40px 0 12px}
p{margin:0 0 16px}
.soft{color:var(--soft)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:8px 12px;border-bottom:1px solid var(--line)}
tr:last-child td{border-bottom:0}
th{background:var(--card);font-weight:600;white-space:nowrap}
td{overflow-wrap:anywhere;min-width:7rem}
td.short{white-space:nowrap;min-width:0}
td.wide{min-width:16rem}
code{font:.85em ui-monospace,SFMono-Regular,Menlo,monospace}
ul{margin:0;padding-left:20px}
.state{font-weight:600;white-space:nowrap}
.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:12px 0 0;padding:0;font-size:.85rem;color:var(--soft)}
.legend li{display:flex;align-items:center;gap:7px}
.legend svg{width:16px;height:16px;flex:none}
figure{margin:0;padding:12px;border:1px solid var(--line);border-radius:8px}
svg.life{display:block;width:100%;height:auto;font:12px system-ui,-apple-system,"Segoe UI",sans-serif}
svg.narrow{display:none}
.grid{stroke:var(--line);stroke-width:1}
.tick{fill:var(--soft);font-size:11px}
.model{fill:var(--ink);font-size:13px;font-weight:600}
.label{fill:var(--soft)}
.model,.label{paint-order:stroke;stroke:var(--ground);stroke-width:4px;stroke-linejoin:round}
.bar.valid{fill:var(--good)}.bar.production{fill:var(--use)}.bar.waiver{fill:var(--warn)}.bar.expired,.bar.unknown{fill:var(--past)}.bar.early{fill:none;stroke:var(--good);stroke-width:1.5}
.bar.revoked{stroke:var(--bad);stroke-width:1}
.hatch-ground{fill:var(--ground)}.hatch-line{stroke:var(--bad);stroke-width:3}
.mark{fill:var(--ink);stroke:var(--ground);stroke-width:1.5}
.mark.approval{fill:var(--good)}.mark.review{fill:var(--use)}.mark.waiver{fill:var(--warn)}
.mark.refusal,.mark.revocation{fill:none;stroke:var(--bad);stroke-width:3;stroke-linecap:round}
.today{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:3 3}.today-head{fill:var(--ink)}
@media (max-width:640px){main{padding:20px 14px 48px}h1{font-size:1.4rem}figure{padding:8px}svg.wide{display:none}svg.narrow{display:block}.scroll{border:0;overflow:visible}table,tbody,tr,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr,tr:last-child{border:1px solid var(--line);border-radius:8px;padding:6px 0;margin:0 0 10px}td,td.short,td.wide{display:grid;grid-template-columns:6.5rem 1fr;gap:8px;border:0;padding:4px 12px;min-width:0;white-space:normal}td::before{content:attr(data-title);color:var(--soft)}}
@media print{:root{--ground:#fff;--ink:#000;--soft:#444;--line:#bbb;--card:#f2f2f2}main{max-width:none;padding:0}body{font-size:11pt}.scroll{overflow:visible}h2{break-after:avoid}figure,tr{break-inside:avoid}svg.narrow{display:none}svg.wide{display:block}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`

/** SHA-256 of the style as a content security policy names it; a test holds it to the text. */
export const STYLE_HASH = 'sha256-wkXtEZHaNJtG+AQ4rWqb63VYFQ/AchLcxIso87juSsg='
