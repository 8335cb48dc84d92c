import { e as exitCode } from './exit-code.js';
import { L as LogFaultError, f as faultVerdict } from './log-fault.js';
import { m as modelId } from './model-id.js';
import { d as duesOf$1 } from './dues-of.js';
import { l as lifeOf } from './life-of.js';
import { r as readPointer } from './pointer.js';
import { U as UserError } from './user-error.js';
import { w as worstVerdict } from './verdict.js';
import { m as messageOf } from './message-of.js';
import { a as pointing } from './read-standing.js';
import { a as composeTargets } from './compose.js';
import { e as escapeHtml, d as day, c as certificateWords, i as inWords, L as LEGEND, s as svg, l as layout, a as story, b as lanesOf } from './told.js';
import { v as visible, e as escapeText, c as code } from './escape.js';
import { t as table } from './table.js';
import { V as VERDICT_SIGN } from './words.js';
import { p as printLines } from './print-lines.js';
import { p as parseFlags } from './parse-flags.js';
import { L as LOG_FLAGS, w as watchedLogOf } from './log-of.js';
import { i as incomplete } from './world-of.js';

/** The life of those models that a text names: by name, by name and version, or by the beginning of the model id. */
function chooseModels(life      , asked        )       {
  const models = life.models.filter(
    ({ name, id }) =>
      name === asked || name.startsWith(`${asked} `) || (/^[0-9a-f]{6,64}$/.test(asked) && id.startsWith(asked)),
  );
  const ids = new Set(models.map(({ id }) => id));
  const places = new Set(models.flatMap(({ stays }) => stays.map(({ target }) => target)));
  return {
    ...life,
    models,
    targets: life.targets.filter(({ to, target }) => places.has(target) || ids.has(to?.id ?? '')),
  }
}

/** A target by the log, and as it was found. */
                                                  
                           
                                                         
                        
 

                         
                      
                                                                                                   
                               
                     
                                           
                               
                                                                                                                                        
                           
 

/** What the log says of every model, and whether each target still points where the log says, at the bytes that were certified. */
async function status$1(
  options               ,
  recordLog           ,
  targets                  ,
  ports       ,
)                  {
  const { leaves, documents, unwitnessed } = await readWatched(recordLog, options.unwitnessed);
  const whole = lifeOf(leaves, documents, ports.now());
  const life = options.model === undefined ? whole : chooseModels(whole, options.model);
  if (options.model !== undefined && life.models.length === 0)
    throw new UserError(
      'status.no-model',
      `Expected a model called '${options.model}' in ${recordLog.name} but found none`,
      {
        hint: whole.models.length === 0 ? 'The log has none yet' : `It has ${namesOf(whole)}`,
      },
    )
  const found                 = [];
  for (const target of life.targets) found.push(await lookAt(target, options, targets, ports));
  return {
    log: recordLog.name,
    life,
    targets: found,
    dues: duesOf$1(life),
    verdict: worstVerdict([unwitnessed === undefined ? 'passed' : 'inconclusive', ...found.map(each => each.verdict)]),
    ...(unwitnessed === undefined ? {} : { unwitnessed }),
  }
}

const TOLD$1                      = [
  'certificate',
  'refusal',
  'approval',
  'waiver',
  'promotion',
  'demotion',
  'revocation',
  'review',
];

/** The log as its witnesses stand for it; without them, where that is all that is wrong with it, with what is wrong. */
async function readWatched(watched           , unwatched                       ) {
  try {
    return { ...(await watched.read(TOLD$1)), unwitnessed: undefined }
  } catch (error) {
    if (!unwatched || !(error instanceof LogFaultError) || faultVerdict(error.fault.fault) !== 'inconclusive')
      throw error
    return { ...(await unwatched.read(TOLD$1)), unwitnessed: error.message }
  }
}

async function lookAt(
  known            ,
  { offline }               ,
  targets                  ,
  { sha256 }       ,
)                        {
  const told = (verdict         , found        )               => ({ ...known, verdict, found });
  const wrong = known.problem === undefined ? undefined : PROBLEM[known.problem];
  if (offline) return wrong === undefined ? told('passed', 'not asked') : told('failed', wrong)
  try {
    const target = await targets.open(known.target);
    const { pointer } = await target.current();
    if (pointer === undefined)
      return told('failed', `drift: it points at nothing, the log says ${known.to?.name ?? 'nothing'}`)
    if (sha256(pointer) !== known.pointer) {
      const read = readPointer(pointer);
      const there = 'pointer' in read ? pointing(read.pointer) : 'what Proofmark did not write';
      return told('failed', `drift: it points at ${there}, which is not the log’s last word`)
    }
    if (wrong !== undefined) return told('failed', wrong)
    const stored = known.to === null ? undefined : await target.stored(known.to.id);
    if (stored === undefined) return told('passed', 'it points where the log says')
    const files = [...stored].map(([name, digest]) => ({ name, digest: { sha256: digest } }));
    return files.length > 0 && modelId(files, sha256) === known.to?.id
      ? told('passed', 'it points where the log says, at the certified bytes')
      : told('failed', 'drift: the bytes there are not the certified ones')
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return wrong === undefined ? told('inconclusive', `cannot be read: ${messageOf(error)}`) : told('failed', wrong)
  }
}

const PROBLEM                                                     = {
  revoked: 'every certificate of its model is revoked',
  expired: 'the certificate of its model has expired',
  uncertified: 'the log has no certificate of its model that holds now',
};

const namesOf = ({ models }      ) => {
  const names = [...new Set(models.map(({ name }) => name))];
  return `${names.slice(-5).join(', ')}${names.length > 5 ? ', …' : ''}`
};

/** A cell: `short` is never broken, `wide` has room for a sentence. */
                       
                       
                                  
 

const cell = (text        , kind               )       => ({ html: escapeHtml(text), ...(kind ? { kind } : {}) });

const dateCell = (at        )       => ({
  html: `<time datetime="${escapeHtml(at)}">${escapeHtml(day(at))}</time>`,
  kind: 'short',
});

/** A table whose rows become cards on a telephone; the roles stay what they are though the layout changes. */
function htmlTable(head                   , body                              )         {
  const titles = head.map(title => `<th role="columnheader" scope="col">${title}</th>`).join('');
  const cells = (row                 ) =>
    row
      .map(
        ({ html, kind }, i) =>
          `<td role="cell" data-title="${head[i] ?? ''}"${kind === undefined ? '' : ` class="${kind}"`}><span>${html}</span></td>`,
      )
      .join('');
  return `<div class="scroll"><table role="table"><thead role="rowgroup"><tr role="row">${titles}</tr></thead><tbody role="rowgroup">
${body.map(row => `<tr role="row">${cells(row)}</tr>`).join('\n')}
</tbody></table></div>`
}

/** The style of the page: light and dark, narrow and wide, and on paper. */
const STYLE = `
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
`;

/** SHA-256 of the style as a content security policy names it; a test holds it to the text. */
const STYLE_HASH = 'sha256-wkXtEZHaNJtG+AQ4rWqb63VYFQ/AchLcxIso87juSsg=';

/** Units of the picture on a screen and on a telephone. */
const WIDE = 1000;
const NARROW = 340;

const STATE                                             = {
  passed: ['good', '✔ agrees'],
  failed: ['bad', '✘ wrong'],
  inconclusive: ['warn', '? unknown'],
};

/**
 * Models' lives as one page that stands alone: no script, no font, no picture from elsewhere, and a content security policy that
 * allows nothing but its own style, and the same sheet as a file beside it: a server such as Jenkins forbids what is in the page.
 */
function lifeHtml(report            , styleFile        )         {
  const { log, unwitnessed, life } = report;
  const shared = sharedName(life.models.map(({ name }) => name));
  const title = escapeHtml(shared === undefined ? `The life of ${life.models.length} models` : `The life of ${shared}`);
  const policy = `default-src 'none'; style-src '${STYLE_HASH}' 'self'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
<link rel="stylesheet" href="${escapeHtml(styleFile)}">
</head>
<body>
<main>
<h1>${title}</h1>
<p class="soft">As the log ${escapeHtml(log)} tells it, on ${day(life.now)}.</p>
${unwitnessed === undefined ? '' : `<p>? ${escapeHtml(unwitnessed)}</p>\n`}${[now(report), targetsOf(report), duesOf(report), timeLine(report), happened(report)].filter(part => part !== '').join('\n')}
</main>
</body>
</html>
`
}

function now({ life, targets }            )         {
  const models = life.models.map((model)         => {
    const places = targets.filter(({ to }) => to?.id === model.id).map(({ target }) => target);
    return [
      cell(model.name, 'short'),
      { html: `<code>${escapeHtml(model.id.slice(0, 12))}</code>`, kind: 'short' },
      cell(certificateWords(model), 'wide'),
      cell(places.join(', ') || '–'),
    ]
  });
  return section('now', 'Now', htmlTable(['Model', 'Model id', 'Certificate', 'In production'], models))
}

function targetsOf({ targets }            )         {
  if (targets.length === 0) return ''
  const found = targets.map(({ target, to, at, verdict, found: said })         => [
    { html: `<span class="state ${STATE[verdict][0]}">${STATE[verdict][1]}</span>`, kind: 'short' },
    cell(target),
    cell(to?.name ?? 'nothing', 'short'),
    dateCell(at),
    cell(said, 'wide'),
  ]);
  return section('targets', 'Targets', htmlTable(['State', 'Target', 'Points at', 'Since', 'Found'], found))
}

function duesOf({ dues }            )         {
  if (dues.length === 0) return ''
  const items = dues.map(({ model, what, at, overdue }) => {
    const state = overdue ? '<span class="state bad">overdue</span>' : '<span class="state warn">soon</span>';
    return `<li>${state} ${escapeHtml(`${model}: ${what} on ${day(at)}`)}</li>`
  });
  return section('due', 'Due', `<ul>${items.join('')}</ul>`)
}

function timeLine({ life }            )         {
  const about = { title: 'Time line', description: inWords(life) };
  const figure = `<figure>
${svg(layout(life, WIDE), { id: 'wide', ...about })}
${svg(layout(life, NARROW), { id: 'narrow', ...about })}
<figcaption>${LEGEND}</figcaption>
</figure>`;
  return section('line', 'Time line', figure)
}

function happened({ life }            )         {
  const events = story(life).map(({ at, model, what, more }) => [
    dateCell(at),
    cell(model, 'short'),
    cell(what, 'short'),
    cell(more, 'wide'),
  ]);
  return section('story', 'What happened', htmlTable(['When', 'Model', 'What', 'More'], events))
}

const section = (id        , title        , body        ) =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${body}\n</section>`;

/** What all names begin with, word by word; undefined where they begin differently. */
function sharedName(names                   )                     {
  const [first = [], ...others] = names.map(name => name.split(' '));
  const begins = (words                   , count        ) => words.slice(0, count).join(' ');
  const shared = first.filter((_, i) => others.every(words => begins(words, i + 1) === begins(first, i + 1)));
  return shared.length === 0 ? undefined : shared.join(' ')
}

const MAX_LENGTH = 45_000;

const TAG                               = {
  valid: 'active, ',
  early: '',
  expired: 'done, ',
  revoked: 'crit, ',
  unknown: '',
  production: '',
  waiver: 'crit, done, ',
};

/** The time line as a Mermaid Gantt chart, which GitHub draws: the newest models, as many as it can show. */
function gantt(life      )         {
  const sections = lanesOf({ ...life, models: life.models.slice(-20) }).map(({ title, lanes }) => [
    `  section ${plain(title)}`,
    ...lanes.flatMap(({ label, spans, marks }) => [
      ...spans.map(
        ({ kind, from, to }) =>
          `  ${plain(nameOf(kind, label))} :${TAG[kind]}${time(from)}, ${time(Math.max(to, from + 3_600_000))}`,
      ),
      ...marks.map(
        ({ kind, title: said, at }) =>
          `  ${plain(kind === 'revocation' ? 'Revoked' : (said.split(' on ')[0] ?? ''))} :milestone, ${time(at)}, 0d`,
      ),
    ]),
  ]);
  while (sections.length > 1 && sections.flat().join('\n').length > MAX_LENGTH) sections.shift();
  return [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm',
    '  axisFormat %Y-%m-%d',
    ...sections.flat(),
    '```',
  ].join('\n')
}

const nameOf = (kind              , label        ) =>
  kind === 'production'
    ? `In production at ${label}`
    : kind === 'revoked'
      ? `${label}, revoked`
      : kind === 'expired'
        ? `${label}, expired`
        : label;

/** Mermaid takes colons, commas, semicolons and number signs for its own. */
const plain = (text        ) =>
  visible(text)
    .replace(/[:;,#%{}<>`"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
const time = (at        ) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** Events that the page lists; the log has all of them. */
const TOLD = 500;

/** Models' lives as a page of Markdown: what is so now, the time line as a Mermaid chart, and everything that happened. */
function lifeMarkdown({ log, unwitnessed, life, targets, dues }            )         {
  const events = story(life);
  const left = events.length - TOLD;
  const parts = [
    `# Models in ${escapeText(log)}`,
    `As of ${day(life.now)}. The log is the record; this page tells what it says.`,
    unwitnessed === undefined ? '' : `${VERDICT_SIGN.inconclusive} ${escapeText(unwitnessed)}`,
    table(
      ['Model', 'Model id', 'Certificate', 'In production at'],
      life.models.map(model => [
        escapeText(model.name),
        code(model.id.slice(0, 12)),
        escapeText(certificateWords(model)),
        targets
          .filter(({ to }) => to?.id === model.id)
          .map(({ target }) => code(target))
          .join(', ') || '–',
      ]),
    ),
    targets.length === 0
      ? ''
      : `## Targets\n\n${table(
          ['Status', 'Target', 'Points at', 'Since', 'Found'],
          targets.map(({ target, to, at, verdict, found }) => [
            VERDICT_SIGN[verdict],
            code(target),
            escapeText(to?.name ?? 'nothing'),
            day(at),
            escapeText(found),
          ]),
        )}`,
    dues.length === 0
      ? ''
      : `## Due\n\n${dues.map(({ model, what, at, overdue }) => `- ${overdue ? '❌' : '⚠️'} ${escapeText(`${model}: ${what} on ${day(at)}`)}`).join('\n')}`,
    `## Time line\n\n${gantt(life)}`,
    `## What happened\n\n${table(
      ['When', 'Model', 'What', ''],
      events.slice(-TOLD).map(({ at, model, what, more }) => [day(at), escapeText(model), what, escapeText(more)]),
    )}`,
    left > 0 ? `_${left} earlier events were left out; the log has them._` : '',
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

const SIGN = { passed: '✔', failed: '✘', inconclusive: '?' };         

/** Models with their certificates, targets with what is wrong, and what is due, for a terminal. */
function lifeLines({ log, unwitnessed, life, targets, dues }            )         {
  const rows = life.models.map(model => [
    model.name,
    model.id.slice(0, 12),
    certificateWords(model),
    targets
      .filter(({ to }) => to?.id === model.id)
      .map(({ target }) => target)
      .join(', ') || '–',
  ]);
  const head = ['MODEL', 'MODEL ID', 'CERTIFICATE', 'IN PRODUCTION AT'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map(row => visible(row[i] ?? '').length)));
  const line = (cells                   ) =>
    cells.map((cell, i) => visible(cell).padEnd(i === cells.length - 1 ? 0 : (widths[i] ?? 0))).join('  ');
  return [
    ...(unwitnessed === undefined
      ? []
      : [
          { tone: 'inconclusive'         , text: `? ${visible(unwitnessed)}` },
          { tone: 'plain'         , text: '' },
        ]),
    { tone: 'strong', text: line(head) },
    ...rows.map(row => ({ tone: 'plain'         , text: line(row) })),
    ...(rows.length === 0 ? [{ tone: 'muted'         , text: `${log} has no model yet` }] : []),
    ...(targets.length > 0 ? [{ tone: 'plain'         , text: '' }] : []),
    ...targets.map(({ target, to, verdict, found }) => ({
      tone: verdict,
      text: `${SIGN[verdict]} ${visible(`${target} → ${to?.name ?? 'nothing'}: ${found}`)}`,
    })),
    ...(dues.length > 0 ? [{ tone: 'plain'         , text: '' }] : []),
    ...dues.map(({ model, what, at, overdue }) => ({
      tone: overdue ? ('fail'         ) : ('warn'         ),
      text: visible(`! ${model}: ${what} on ${day(at)}${overdue ? ', which is over' : ''}`),
    })),
  ]
}

const SYNOPSIS = '[MODEL] [--markdown FILE] [--html FILE]';
const flags                      = [
  { name: 'offline', kind: 'switch', description: 'Do not ask the targets: tell what the log says' },
  {
    name: 'markdown',
    kind: 'value',
    description: 'Write the page of the models’ life as Markdown, with a Mermaid chart',
  },
  {
    name: 'html',
    kind: 'value',
    description: 'Write it as an HTML page without scripts, and its style sheet beside it',
  },
  ...LOG_FLAGS,
  { name: 'json', kind: 'switch', description: 'Print everything as JSON' },
];

const status             = {
  name: 'status',
  summary:
    'Tell what each model’s certificate says today, where production points, and where that differs from the log',
  synopsis: SYNOPSIS,
  examples: ['proofmark status', 'proofmark status credit-default --html life.html'],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const { values, positionals } = parsed;
    if (positionals.length > 1) throw incomplete('one model, or none for all', `proofmark status ${SYNOPSIS}`)
    const { ports, place, recordLog, unwitnessed } = await watchedLogOf(parsed);
    if (!recordLog)
      throw incomplete(
        'a log to read but found none',
        'Name it in record.log of proofmark.yml, or with --remote and --verifier-key',
      )
    const targets = composeTargets(place.root, ports.context, process.env.GITHUB_TOKEN);
    const options = { model: positionals[0], offline: values.has('offline'), unwitnessed };
    const told = await status$1(options, recordLog, targets, ports);
    const [markdown, html] = [values.get('markdown')?.at(-1), values.get('html')?.at(-1)];
    if (markdown !== undefined) await ports.files.write(place.rebase(markdown), lifeMarkdown(told));
    if (html !== undefined) {
      const style = html.replace(/(\.html?)?$/i, '.css');
      await ports.files.write(
        place.rebase(html),
        lifeHtml(told, encodeURIComponent(style.split(/[\\/]/).at(-1) ?? style)),
      );
      await ports.files.write(place.rebase(style), STYLE);
    }
    if (values.has('json')) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    else printLines(process.stdout, lifeLines(told));
    return exitCode(told.verdict, [])
  },
};

export { status };
