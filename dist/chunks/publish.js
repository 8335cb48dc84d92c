import { S as STATUS_ORDER, b as code, d as escapeText, g as STATUS_SIGN, h as folded, t as table, V as VERDICT_SIGN, C as CHECK_RUN_PREFIX, a as visible, i as VERDICT_WORD } from './context.js';
import { c as count, f as formatNumber, b as formatBytes, d as formatShare, e as formatP, g as formatLimit, h as formatInterval, L as LIMITS, w as withinLimit, j as tally, k as found, l as wanted, p as places, m as isRow, n as place, q as rowTable, v as verdictLine, s as inRepository, a as recordSection, u as recordCheckRun } from './terminal-report.js';

const ENDED_BY                        = {
  time: 'its time ran out',
  memory: 'its memory ran out',
  crash: 'the process that read it failed',
  size: 'too large to be read at once',
  depth: 'nested too deeply',
  ratio: 'decompresses to too much',
  change: 'changed meanwhile',
};
const HEAD$1 = ['', 'File', 'Format', 'Size', 'Known imports', 'Findings', 'Undecided because'];
const SKIPPED = '➖';

/** Every file that the paths name, the worst first: its format, its verdict, why there is none; then what was passed over. At most `most` rows. */
function coverage({ files, skipped = [] }                                           , most        )         {
  if (files.length === 0) return ''
  const worst = files.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status));
  const over = skipped.map(({ path, reason }) => [SKIPPED, code(path), 'passed over', '', '', '', escapeText(reason)]);
  const rows = [...worst.map(row), ...over];
  const undecided = files.filter(({ status }) => status === 'inconclusive').length;
  const title = [
    `${count(files.length, 'file')} scanned`,
    undecided > 0 ? `${formatNumber(undecided)} undecided` : '',
    skipped.length > 0 ? `${formatNumber(skipped.length)} passed over` : '',
  ];
  const more =
    rows.length > most ? `\n\n_… and ${formatNumber(rows.length - most)} more: the evidence lists them all._` : '';
  return folded(
    title.filter(part => part !== '').join(', '),
    `${table(HEAD$1, rows.slice(0, most), ['left', 'left', 'left', 'right', 'right', 'right', 'left'])}${more}`,
  )
}

const row = ({ path, format, bytes, status, globals, findings, reason, limit }             )           => [
  STATUS_SIGN[status],
  code(path),
  escapeText(format),
  formatBytes(bytes),
  globals === 0 ? '' : formatNumber(globals),
  findings.length === 0 ? '' : formatNumber(findings.length),
  limit ? ENDED_BY[limit] : escapeText(reason ?? '', 120),
];

const EIGHTHS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Shares as a row of bars of one eighth to a whole line's height, `max` being a whole one; nothing is a dot. */
function bars(shares                   , max        )         {
  return shares
    .map(share => (share === 0 || max === 0 ? '·' : (EIGHTHS[Math.min(7, Math.floor((share / max) * 8))] ?? '█')))
    .join('')
}

/** Columns shown of a wide table. */
const SHOWN$2 = 60;

/** What each file looks like, a line a column: how complete it is, how many values, their range. */
function dataFigure({ files }            )         {
  return files
    .map(({ file, rows, columns }) => {
      const more =
        columns.length > SHOWN$2 ? `\n\n_… and ${count(columns.length - SHOWN$2, 'more column')} in the evidence._` : '';
      return folded(
        `Profile of ${escapeText(file)}: ${count(rows, 'row')}, ${count(columns.length, 'column')}`,
        `${profileTable(columns.slice(0, SHOWN$2), rows)}${more}`,
      )
    })
    .join('\n\n')
}

/** Without what no column has: a median, say, where none is of numbers. */
function profileTable(columns                          , rows        )         {
  const cells = columns.map(column => profileRow(column, rows));
  const shown = HEAD.map((_, i) => i < 2 || cells.some(row => row[i] !== ''));
  const kept =       (items                 ) => items.filter((_, i) => shown[i]);
  return table(kept(HEAD), cells.map(kept), kept(ALIGN))
}

const HEAD = ['Column', 'Type', 'Filled', 'Distinct', 'Distribution', 'Values', 'Median'];
const ALIGN = ['left', 'left', 'right', 'right', 'left', 'left', 'right'];         

function profileRow(profile               , rows        )           {
  const { column, type, sensitive, nulls, distinct, quantiles } = profile;
  const filled = rows === 0 ? 0 : 1 - nulls / rows;
  return [
    code(column, 60),
    escapeText(type),
    nulls > 0 && filled > 0.999 ? '>\u00a099.9\u202f%' : formatShare(filled),
    distinct === undefined ? '>\u00a01\u202f000' : formatNumber(distinct),
    sensitive ? '' : distribution(profile),
    sensitive ? '_withheld_' : span(profile),
    quantiles === undefined ? '' : formatNumber(quantiles.p50),
  ]
}

/** From the smallest number to the greatest, or the commonest text and its share; the word joiner keeps a line from ending at the dash. */
function span({ min, max, top }               )         {
  if (min !== undefined && max !== undefined) return `${formatNumber(min)}\u00a0–\u2060\u00a0${formatNumber(max)}`
  const [first] = top ?? [];
  return first ? `${escapeText(first.value.slice(0, 20))} ${formatShare(first.share)}` : ''
}

/** Bars from the smallest value to the greatest; of categories, from the commonest on. */
function distribution({ bars: shares, top = [] }               )         {
  if (shares) return code(bars(shares, Math.max(...shares)), 60)
  const [first] = top;
  if (!first) return ''
  const heights = top.map(({ share }) => share);
  return code(bars(heights, first.share), 60)
}

/** Rows shown of a wide table. */
const SHOWN$1 = 60;

/** One line per column, the worst first: how its distribution looks now, how far it moved, what is missing. */
function driftFigure({ columns, rows, alpha, limits, tests, methods: used }             )         {
  if (columns.length === 0) return ''
  const methods = used
    .filter(({ id }) => columns.some(({ method }) => method === id))
    .map(({ title }) => title)
    .join(', ');
  const head = ['', 'Column', 'Values', 'Effect', 'p (Holm)', 'Missing', 'Unseen'];
  const body = columns
    .slice(0, SHOWN$1)
    .map(row => [
      STATUS_SIGN[row.status],
      code(row.column, 60),
      picture(row),
      row.effect === undefined ? '' : formatNumber(row.effect),
      row.adjustedPValue === undefined ? '' : formatP(row.adjustedPValue),
      row.missing.reference === 0 && row.missing.current === 0
        ? ''
        : `${formatShare(row.missing.reference)}\u202f→\u202f${formatShare(row.missing.current)}`,
      row.unseen === undefined || row.unseen.rows === 0
        ? ''
        : `${count(row.unseen.rows, 'row')} (${formatShare(row.unseen.share)})`,
    ]);
  const more =
    columns.length > SHOWN$1 ? `\n\n_… and ${count(columns.length - SHOWN$1, 'more column')} in the evidence._` : '';
  const note = `<sub>${count(rows.reference, 'row')} against ${count(rows.current, 'row')}; effect: ${methods}; bars: reference above current, by the reference's deciles; a column fails where its effect exceeds ${formatLimit(limits.effect)} and its p, adjusted over ${count(tests, 'test')}, is at most ${formatLimit(alpha)}</sub>`;
  return folded(
    `${count(columns.length, 'column')} compared`,
    `${table(head, body, ['left', 'left', 'left', 'right', 'right', 'right', 'right'])}${more}\n\n${note}`,
  )
}

function picture({ histogram }          )         {
  if (!histogram) return ''
  const max = Math.max(...histogram.reference, ...histogram.current);
  return `${bars(histogram.reference, max)}<br>${bars(histogram.current, max)}`
}

/** Where an interval lies against a bar: `├──●──┤   ▏`, drawn in `width` monospaced cells from `low` to `high`. */
function intervalStrip(
  { value, interval, bar }                                                                     ,
  [low, high]                           ,
  width = 32,
)         {
  const cell = (x        ) => Math.min(width - 1, Math.max(0, Math.round(((x - low) / (high - low)) * (width - 1))));
  const cells = Array.from({ length: width }, () => ' ');
  for (let i = cell(interval[0]); i <= cell(interval[1]); i++) cells[i] = '─';
  cells[cell(interval[0])] = '├';
  cells[cell(interval[1])] = '┤';
  cells[cell(bar)] = cells[cell(bar)] === ' ' ? '┊' : '┼';
  cells[cell(value)] = '●';
  return cells.join('')
}

/** Every claim's interval against its bar, then the metrics and the confusion matrix. */
function modelFigure(result             , checks                  )         {
  const tables = [metricTable(result), confusionTable(result)].filter(part => part !== '').join('\n\n');
  const { n, positives, threshold } = result;
  const about = `${count(n, 'row')}${positives === null ? '' : `, ${formatNumber(positives)} positive`}, threshold ${threshold}`;
  return [claimStrips(result, checks), tables === '' ? '' : folded(`Metrics and confusion matrix on ${about}`, tables)]
    .filter(part => part !== '')
    .join('\n\n')
}

/** One line per claim, all of one scale per line: the bar is `┊`, the estimate `●`. */
function claimStrips({ claims }             , checks                  )         {
  const drawn = claims.flatMap(({ claim, check }) => {
    const found = checks.find(({ id }) => id === check);
    const { value, interval } = found?.measured ?? {};
    const bar = found?.required?.value;
    return found && interval && typeof value === 'number' && typeof bar === 'number'
      ? [{ claim, found, value, interval, bar }]
      : []
  });
  if (drawn.length === 0) return ''
  const width = Math.max(...drawn.map(({ claim }) => claim.length));
  const lines = drawn.map(({ claim, found, value, interval, bar }) => {
    const low = Math.min(bar, interval[0]);
    const high = Math.max(bar, interval[1]);
    const margin = (high - low) * 0.1 || 0.01;
    const strip = intervalStrip({ value, interval, bar }, [low - margin, high + margin]);
    return `${STATUS_SIGN[found.status]} ${claim.padEnd(width)}  ${strip}  ${formatNumber(value)} ${formatInterval(interval)}`
  });
  return [
    '```text',
    ...lines.map(line => line.replaceAll('`', "'")),
    '```',
    '<sub>● estimate, ├ ┤ interval, ┊ the bar of the claim</sub>',
  ].join('\n')
}

function metricTable({ metrics }             )         {
  if (metrics.length === 0) return ''
  const withChampion = metrics.some(({ champion }) => champion !== undefined);
  const level = metrics.find(metric => metric.level !== undefined)?.level;
  const rows = metrics.map(({ title, value, interval, champion }) => [
    escapeText(title),
    value === null ? 'undefined' : formatNumber(value),
    interval ? formatInterval(interval) : '',
    ...(withChampion ? [champion === undefined || champion === null ? '' : formatNumber(champion)] : []),
  ]);
  const head = [
    'Metric',
    'Model',
    level === undefined ? 'Interval' : `${formatShare(level)} interval`,
    ...(withChampion ? ['Champion'] : []),
  ];
  return table(head, rows, ['left', 'right', 'right', 'right'])
}

function confusionTable({ confusion }             )         {
  if (!confusion) return ''
  const { tp, fp, fn, tn } = confusion;
  const rows = [
    ['**truly positive**', formatNumber(tp), formatNumber(fn)],
    ['**truly negative**', formatNumber(fp), formatNumber(tn)],
  ];
  return table(['', 'predicted positive', 'predicted negative'], rows, ['left', 'right', 'right'])
}

/** Files and dependencies shown of many. */
const SHOWN = 60;

/** Every file that was scanned, what is known against its dependencies, and the personal data that tables hold. */
function securityFigure(result                )         {
  const { dependencies, vulnerabilities, tables = [] } = result;
  return [coverage(result, SHOWN), vulnerable(vulnerabilities), sensitive(tables), unpinned(dependencies)]
    .filter(part => part !== '')
    .join('\n\n')
}

function vulnerable(found                                   )         {
  if (found.length === 0) return ''
  const rows = found
    .slice(0, SHOWN)
    .map(({ file, line, name, version, update, vulnerabilities }) => [
      code(`${file}${line === undefined ? '' : `:${line}`}`),
      code(`${name} ${version}`),
      escapeText(vulnerabilities[0]?.severity ?? ''),
      escapeText(vulnerabilities.map(({ ids }) => ids[0] ?? '').join(', '), 200),
      update === undefined ? '' : code(update),
    ]);
  const title = count(found.length, 'package with known vulnerabilities', 'packages with known vulnerabilities');
  return folded(title, table(['Where', 'Package', 'Worst', 'Known as', 'Mended in'], rows))
}

function sensitive(tables                                       )         {
  const rows = tables.flatMap(({ file, sensitive: columns }) =>
    columns.map(({ name, kind, classification, confirmed }) => [
      code(file),
      code(name, 60),
      escapeText(kind),
      confirmed ? 'by its values' : 'by its name',
      escapeText(classification ?? 'not classified'),
    ]),
  );
  if (rows.length === 0) return ''
  const title = count(rows.length, 'column of personal data', 'columns of personal data');
  return folded(title, table(['Table', 'Column', 'Kind', 'Known', 'Contract'], rows.slice(0, SHOWN)))
}

function unpinned(dependencies                                )         {
  if (dependencies.length === 0) return ''
  const rows = dependencies
    .slice(0, SHOWN)
    .map(({ file, line, requirement }) => [code(`${file}:${line}`), code(requirement)]);
  return folded(
    count(dependencies.length, 'dependency without an exact version', 'dependencies without an exact version'),
    table(['Where', 'Requirement'], rows),
  )
}

/** The picture that belongs to a gate's evidence, as Markdown that renders wherever GitHub shows it; empty where there is nothing to see. */
function figures(evidence          )         {
  if (evidence.result === null) return ''
  switch (evidence.gate) {
    case 'data-validate':
      return dataFigure(evidence.result)
    case 'model-certify':
      return modelFigure(evidence.result, evidence.checks)
    case 'security-scan':
      return securityFigure(evidence.result)
    case 'drift-compare':
      return driftFigure(evidence.result)
  }
}

/** Checks told in full, and places of each; the rest are counted. */
const TOLD = 20;
const PLACES = 6;
/** Waivers of a check that are told; the evidence has them all. */
const WAIVERS = 5;

/** One gate's part of a comment or summary: what did not pass, with reason and remedy, then its picture; never longer than `limit` characters. */
function section(evidence          , limit         = LIMITS.section)         {
  const heading = `### ${VERDICT_SIGN[evidence.verdict]} ${evidence.gate} · ${escapeText(tally(evidence.checks.map(({ status }) => status)))}`;
  const open = evidence.checks.filter(check => check.status !== 'pass').toSorted(byStatus);
  const blocks = [
    ...open.slice(0, TOLD).map(told),
    open.length > TOLD
      ? `_… and ${count(open.length - TOLD, 'more check')} that did not pass: the evidence lists them all._`
      : '',
    figures(evidence),
  ];
  return withinLimit(heading, blocks, limit)
}

/** Everything of a gate: each check with what was found and required, and each file that was read. */
function fullReport(evidence          , limit        )         {
  const { checks } = evidence;
  const blocks = [
    checks.length > 0 ? folded(count(checks.length, 'check'), checkTable(checks.toSorted(byStatus))) : '',
    coverageWithin(evidence, Math.floor(limit / 2)),
    evidence.materials.length > 0 ? folded('What was read', materialTable(evidence)) : '',
  ];
  return withinLimit('', blocks, limit)
}

/** The coverage of a scan, where the section shows not all of it; of very many files those that fit. */
function coverageWithin({ gate, result }          , limit        )         {
  if (gate !== 'security-scan' || result === null) return ''
  let rows = result.files.length + (result.skipped?.length ?? 0);
  if (rows <= SHOWN) return ''
  let text = coverage(result, rows);
  while (text.length > limit && rows > 1) {
    rows = Math.floor((rows * limit) / text.length);
    text = coverage(result, rows);
  }
  return text
}

const byStatus = (a       , b       ) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status);

/** Rows of which keys and values are known stand in a table, once they are several. */
function told(check       )         {
  const { waivers = [] } = check;
  const all = places(check);
  const rows = all.filter(isRow);
  const listed = (rows.length > 1 ? all.filter(location => !isRow(location)) : all).slice(0, PLACES);
  const more = all.length - (rows.length > 1 ? rows.length : 0) - listed.length;
  const words = [
    `${STATUS_SIGN[check.status]} **${escapeText(check.title)}**`,
    escapeText(check.reason),
    check.hint === undefined ? '' : `→ ${escapeText(check.hint)}`,
    ...waivers
      .slice(0, WAIVERS)
      .map(
        ({ name, reason, owner, expires }) =>
          `Waived: ${code(name)} until ${expires}, by ${escapeText(owner)}: ${escapeText(reason)}`,
      ),
    listed.length > 0
      ? `${listed.map(location => code(place(location))).join(' · ')}${more > 0 ? ` and ${more} more` : ''}`
      : '',
  ];
  const text = words.filter(line => line !== '').join('  \n');
  return rows.length > 1 ? `${text}\n\n${rowTable(rows)}` : text
}

function checkTable(checks                  )         {
  const rows = checks.map(check => [
    STATUS_SIGN[check.status],
    escapeText(check.title),
    unbroken(escapeText(found(check))),
    unbroken(escapeText(wanted(check), 120)),
  ]);
  return table(['', 'Check', 'Found', 'Required'], rows)
}

/** Characters of a cell that is kept on one line. */
const SHORT = 20;
const unbroken = (text        ) => (text.length > SHORT ? text : text.replaceAll(' ', '\u00a0'));

function materialTable({ subject, materials }          )         {
  const read = [
    ...subject.map(({ name, digest }) => ['model', code(name), '', code(digest.sha256.slice(0, 12))]),
    ...materials.map(({ name, role, digest, rows }) => [
      role,
      code(name),
      rows === undefined ? '' : count(rows, 'row'),
      code(digest.sha256.slice(0, 12)),
    ]),
  ];
  return table(['Role', 'File', 'Rows', 'SHA-256'], read.slice(0, 50), ['left', 'left', 'right', 'left'])
}

/** A gate's evidence as a check run. Inconclusive concludes as failure: GitHub counts `neutral` as passing. */
function checkRun(evidence          )           {
  return {
    name: `${CHECK_RUN_PREFIX}${evidence.gate}`,
    conclusion: evidence.verdict === 'passed' ? 'success' : 'failure',
    title: visible(verdictLine(evidence)).slice(0, LIMITS.checkRunTitle),
    summary: section(evidence),
    text: fullReport(evidence, LIMITS.checkRunText),
    annotations: evidence.checks.flatMap(check => annotate(check, evidence.run.folder)).slice(0, LIMITS.annotations),
  }
}

/** One annotation per line that a check points at; a file without lines has none to show it on. */
function annotate(check       , folder                    )               {
  if (check.status === 'pass') return []
  const level = check.status === 'fail' ? 'failure' : 'warning';
  return (check.locations ?? []).flatMap(location =>
    location.line === undefined
      ? []
      : [
          {
            path: inRepository(folder, location.file),
            line: location.line,
            level,
            title: visible(check.title).slice(0, LIMITS.annotationTitle),
            message: `${check.reason}${check.hint === undefined ? '' : `\n${check.hint}`}\n${place(location)}`.slice(
              0,
              LIMITS.annotationMessage,
            ),
          }         ,
        ],
  )
}

/** The first line of our sticky comment; a comment is ours only if our own account wrote it, too. */
const COMMENT_MARKER = '<!-- proofmark -->';

/** The sticky comment of a pull request: a function of the check runs that stand on its head commit, whichever jobs wrote them. */
function comment(runs                             , commit        )         {
  const ordered = runs.toSorted((a, b) => rank(a.name) - rank(b.name));
  const record = ordered.find(run => run.name === `${CHECK_RUN_PREFIX}audit-record`);
  const failed = ordered.filter(run => run.conclusion !== 'success');
  const headline = record
    ? record.title
    : failed.length > 0
      ? `${failed.length} of ${ordered.length} gates did not pass`
      : 'All gates passed';
  const sign = failed.length > 0 ? '❌' : '✅';
  const head = [
    COMMENT_MARKER,
    `<!-- proofmark:commit ${commit} -->`,
    `## ${sign} ${escapeText(headline)}`,
    `${ordered.map(chip).join(' · ')}`,
    '',
  ].join('\n');
  const foot = `\n\n---\n<sub>Proofmark on ${code(commit.slice(0, 10))}. A check shows the decision; the signed certificate proves it.</sub>\n`;
  let room = LIMITS.comment - head.length - foot.length;
  const parts = ordered.map(run => {
    const whole = `\n${run.summary}\n`;
    const part =
      whole.length <= room && whole.length <= LIMITS.section + 2
        ? whole
        : `\n### ${escapeText(run.name)}\n\n[${escapeText(run.title)}](${run.url})\n`;
    room -= part.length;
    return room >= 0 ? part : ''
  });
  return `${head}${parts.join('')}${foot}`
}

/** The commit a comment of ours speaks of. */
const commentCommit = (body        )                     =>
  /<!-- proofmark:commit ([0-9a-f]{40}) -->/.exec(body)?.[1];

const chip = (run                  ) =>
  `${signOf(run)} [${escapeText(run.name.replace(CHECK_RUN_PREFIX, ''))}](${run.url})`;

/** GitHub knows success and failure only; the title says which failures are undecided. */
function signOf({ conclusion, title }                  )         {
  if (conclusion === 'success') return VERDICT_SIGN.passed
  return title.startsWith(VERDICT_WORD.inconclusive) ? VERDICT_SIGN.inconclusive : VERDICT_SIGN.failed
}

const ORDER = ['audit-record', 'data-validate', 'model-certify', 'security-scan', 'drift-compare'];
const rank = (name        ) => {
  const place = ORDER.indexOf(name.replace(CHECK_RUN_PREFIX, ''));
  return place === -1 ? ORDER.length : place
};

/** Far more than any number of jobs that could interleave; a bound only so that a broken server cannot hold a runner. */
const MAX_ROUNDS = 50;

/**
 * Brings the pull request's one comment up to date with the check runs on its head commit. Each job first writes its own check
 * run, then renders all of them, then looks again: the job whose write lands last has seen every other's check run, so none is
 * lost, though GitHub's comments have no compare-and-swap. A later commit's comment is left alone.
 */
async function refreshComment(forge       , commit        )                                    {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const runs = await forge.standingCheckRuns();
    const body = comment(runs, commit);
    const standing = await forge.findComment(COMMENT_MARKER);
    if (standing && commentCommit(standing.body) !== commit && (await forge.currentHead()) !== commit)
      return 'superseded'
    if (!standing) {
      const id = await forge.createComment(body);
      const oldest = await forge.findComment(COMMENT_MARKER);
      if (oldest && oldest.id !== id) {
        await forge.deleteComment(id);
        continue
      }
    } else if (standing.body !== body) await forge.updateComment(standing.id, body);
    if (same(runs, await forge.standingCheckRuns())) return 'written'
  }
  return 'written'
}

const same = (before                             , after                             ) => key(before) === key(after);
const key = (runs                             ) =>
  runs
    .map(run => run.url)
    .sort()
    .join('\n');

/** What there is to show. */
                              
                                        
                                                                                           
                                                        
                                       
 

/** Shows results on GitHub: the release of a certificate, a check run for each gate and for the record, the pull request's one comment. */
async function publish(
  { evidence, recorded, release }             ,
  forge       ,
  context            ,
)                {
  if (release !== undefined && recorded && recorded.assets.length > 0) {
    await forge.release(release, recordSection(recorded), recorded.assets);
  }
  for (const run of [...evidence.map(checkRun), ...(recorded ? [recordCheckRun(recorded)] : [])])
    await forge.createCheckRun(run);
  if (context.pullRequest) await refreshComment(forge, context.pullRequest.head);
}

export { fullReport as f, publish as p, section as s };
