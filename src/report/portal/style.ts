import { STYLE } from '../html/style.ts'

/** The site's style sheet: the report's, and what is the site's own. Light and dark, wide and narrow, and for paper. */
export const PORTAL_STYLE = `${STYLE}
:root{--ink:var(--text);--card:var(--soft);--good:var(--pass);--bad:var(--fail);--use:var(--accent);--past:var(--reference)}
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--ground);padding:8px 12px;z-index:1}
.site{border-bottom:1px solid var(--line);background:var(--soft)}
.site>div{max-width:1080px;margin:0 auto;padding:12px 20px;display:flex;flex-wrap:wrap;gap:6px 24px;align-items:baseline}
.site .name{font-weight:700;font-size:16px;color:var(--text);text-decoration:none}
.site ul{display:flex;flex-wrap:wrap;gap:2px 18px;list-style:none;margin:0;padding:0}
.site nav a{border:0;background:none;padding:4px 0;border-radius:0;color:var(--accent)}
.site nav a[aria-current]{color:var(--text);font-weight:600;border-bottom:2px solid var(--accent)}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;list-style:none;margin:20px 0 0;padding:0}
.counts li{border:1px solid var(--line);border-radius:6px;padding:10px 14px;background:var(--soft)}
.counts b{display:block;font-size:24px;line-height:1.2;font-variant-numeric:tabular-nums}
.counts span{color:var(--muted);font-size:13px}
.notice{border:1px solid var(--line);border-left:4px solid var(--inconclusive);background:var(--soft);padding:10px 14px;margin:16px 0;border-radius:4px}
.notice.fail{border-left-color:var(--fail)}.notice p{margin:2px 0}
.filter{display:flex;flex-wrap:wrap;gap:10px 16px;align-items:end;margin:16px 0 8px}
.filter[hidden]{display:none}
.filter label{display:grid;gap:3px;font-size:13px;color:var(--muted)}
.filter input,.filter select{font:inherit;font-size:15px;color:var(--text);background:var(--ground);border:1px solid var(--muted);border-radius:6px;padding:6px 10px;min-width:min(260px,100%);height:38px}
.filter select{min-width:0}.filter output{color:var(--muted);font-size:13px;padding-bottom:9px}
.models td{vertical-align:top}.models a.to{font-weight:600}
.sub{display:block;color:var(--muted);font-size:12.5px}
.todo{list-style:none;margin:4px 0 0;padding:0}.todo li{padding-left:26px;position:relative}.todo li::before{content:'✗';position:absolute;left:6px;font-weight:700;color:var(--fail)}
time{white-space:nowrap}
td .badge{vertical-align:middle}
td.text{min-width:12rem;overflow-wrap:anywhere}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:12px 0 0}dl.facts dt{margin:0}
figure.life{border:1px solid var(--line);border-radius:6px;padding:12px}
svg.life{display:block;width:100%;max-width:none;height:auto;font:12px system-ui,-apple-system,"Segoe UI",sans-serif}
svg.life.narrow{display:none}
svg.life .tick{fill:var(--muted);font-size:11px}
svg.life .model{fill:var(--text);font-size:13px;font-weight:600}
svg.life .label{fill:var(--muted)}
svg.life .model,svg.life .label{paint-order:stroke;stroke:var(--ground);stroke-width:4px;stroke-linejoin:round}
svg.life .bar{stroke:none}
.bar.valid{fill:var(--good)}.bar.production{fill:var(--use)}.bar.waiver{fill:var(--warn)}.bar.expired,.bar.unknown{fill:var(--past)}
svg .bar.early{fill:none;stroke:var(--good);stroke-width:1.5}svg .bar.revoked{stroke:var(--bad);stroke-width:1}
.hatch-ground{fill:var(--ground)}.hatch-line{stroke:var(--bad);stroke-width:3}
.mark{fill:var(--text);stroke:var(--ground);stroke-width:1.5}
.mark.approval{fill:var(--good)}.mark.review{fill:var(--use)}.mark.waiver{fill:var(--warn)}
.mark.refusal,.mark.revocation{fill:none;stroke:var(--bad);stroke-width:3;stroke-linecap:round}
.today{stroke:var(--text);stroke-width:1.5;stroke-dasharray:3 3}.today-head{fill:var(--text)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:12px 0 0;padding:0;font-size:13px;color:var(--muted);font-weight:400}
.legend li{display:flex;align-items:center;gap:7px}.legend .bar{stroke:none}.legend svg{width:16px;height:16px;flex:none}
svg .limit{stroke:var(--text);stroke-width:1.5;stroke-dasharray:5 3}svg .trace{stroke:var(--reference);stroke-width:1.5}
@media(max-width:640px){
svg.life.wide{display:none}svg.life.narrow{display:block}
.site>div{padding:10px 12px}
.filter label,.filter input,.filter select{width:100%}
}
@media(min-width:641px){.models td:nth-child(2){width:40%}}
@media print{.site nav,.filter{display:none}svg.life.narrow{display:none}svg.life.wide{display:block}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`
