import { _ as _enum, n as number$2, s as strictObject, t as tuple$1, a as array$2, i as int$1, r as record$1, b as string$1, l as literal$4, c as boolean$1, u as union, d as discriminatedUnion, e as _null, f as datetime, g as distExports, Z as ZodObject, h as ZodType, j as ZodArray, k as ZodOptional, m as ZodDefault, o as ZodNullable, p as ZodPrefault, q as closestMatch, v as ZodNumber, w as ZodBoolean, x as object$1, y as unknown$1, z as email, A as guid, B as url, C as hostname, D as ipv4, E as ipv6, F as leven, G as looseObject, H as parse$3, T as TomlError, I as CsvError, J as parse$4 } from './vendor.js';
import { randomUUID, createHash, createPrivateKey, createPublicKey, sign as sign$2, generateKeyPair } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { resolve, relative, sep, isAbsolute, dirname, basename, join, extname } from 'node:path';
import { realpath, readdir, stat, unlink, mkdir, open as open$1, rename, rm, readFile } from 'node:fs/promises';
import { isUtf8, Buffer as Buffer$1 } from 'node:buffer';
import { promisify, styleText } from 'node:util';
import { setTimeout } from 'node:timers/promises';

/** Prefix of every identifier that needs a URI. Nothing is ever fetched from it. */
const NAMESPACE = 'https://proofmark.dev/';

const EVIDENCE_SCHEMA = `${NAMESPACE}evidence/v1`;

/** Every check run of ours is named so; the rest of the name is the gate's. */
const CHECK_RUN_PREFIX = 'Proofmark / ';

/** A number for people: four significant digits, thousands apart, a true minus sign. */
function formatNumber$1(value        )         {
  if (Number.isInteger(value)) return sign$1(grouped$1(value))
  const size = Math.abs(value);
  if (size >= 1000) return sign$1(grouped$1(Math.round(value)))
  if (size < 0.00005) return sign$1(value.toExponential(1))
  if (size < 0.01) return sign$1(value.toPrecision(2))
  return sign$1(size < 1 ? value.toFixed(4) : value.toPrecision(4))
}

/** A limit somebody set, as they would write it: `0.78`. */
const formatLimit = (value        )         =>
  Number.isInteger(value) ? formatNumber$1(value) : sign$1(String(Number(value.toPrecision(6))));

/** A share of one as a percentage. */
function formatShare(share        )         {
  const percent = share * 100;
  if (percent === 0 || percent === 100) return `${percent}\u202f%`
  return `${percent < 0.1 ? percent.toPrecision(1) : percent.toFixed(1)}\u202f%`
}

/** A p-value: three digits, or a bound where more would be noise. */
function formatP(p        )         {
  return p < 0.001
    ? `${p === 0 ? '0' : p.toExponential(0).replace('e-', '\u202f×\u202f10⁻').replace(/\d+$/, superscript)}`
    : p.toPrecision(2)
}

const formatInterval = ([low, high]                           )         =>
  `[${formatNumber$1(low)}, ${formatNumber$1(high)}]`;

/** Bytes in the unit that reads best. */
function formatBytes(bytes        )         {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toPrecision(3)} ${units[power]}`
}

/** `1 row`, `1 337 rows`. */
const count$3 = (n        , noun        , plural = `${noun}s`)         =>
  `${formatNumber$1(n)} ${n === 1 ? noun : plural}`;

/** Not toLocaleString, which loads the languages of the world: a tenth of a cold start. */
const grouped$1 = (whole        ) => String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
const sign$1 = (text        ) => text.replace('-', '\u2212');
const superscript = (digits        ) => [...digits].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/** What was measured, for a table cell: `0.8225 [0.7980, 0.8469]`, `12 rows (0.3 %)`. */
function found({ measured }       )         {
  if (!measured) return ''
  const { value, unit, share, interval, adjustedPValue, pValue } = measured;
  const p = adjustedPValue ?? pValue;
  return [
    typeof value === 'number' ? withUnit(value, unit) : value === null ? 'nothing' : String(value),
    interval ? formatInterval(interval) : '',
    share === undefined || unit === 'percent' ? '' : `(${formatShare(share)})`,
    p === undefined ? '' : `p ${formatP(p)}`,
  ]
    .filter(part => part !== '')
    .join(' ')
}

/** What was asked for, for a table cell: `≥ 0.8000`. */
function wanted({ required }       )         {
  if (!required) return ''
  const { comparator, value, unit } = required;
  const sign = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=', '!=': '≠' }[comparator          ] ?? comparator;
  const text = Array.isArray(value)
    ? value
        .map(item => (typeof item === 'number' ? formatLimit(item) : item))
        .join(comparator === 'between' ? ' and ' : ', ')
    : typeof value === 'number'
      ? withUnit(value, unit, formatLimit)
      : String(value);
  return `${sign} ${text}`
}

/** `applications.csv:17 (income)`. */
function place$1({ file, line, column, note }          )         {
  const detail = [column, note].filter(part => part !== undefined).join(', ');
  return `${file}${line === undefined ? '' : `:${line}`}${detail === '' ? '' : ` (${detail})`}`
}

function withUnit(value        , unit                    , format = formatNumber$1)         {
  if (unit === undefined) return format(value)
  if (unit === 'percent') return `${format(value)}\u202f%`
  return unit === 'rows' ? count$3(value, 'row') : `${format(value)} ${unit}`
}

/** Every limit of GitHub's that a report must stay under, once. */
const LIMITS = {
  /** Characters of an issue or pull-request comment. */
  comment: 65_536,
  /** Characters of a check run's summary, and of its text. */
  checkRunText: 65_535,
  /** Characters of a check run's title we use: what the list of checks shows. */
  checkRunTitle: 120,
  /** Annotations we send at all: nobody reads the 201st. */
  annotations: 200,
  annotationTitle: 255,
  annotationMessage: 4_096,
  /** Bytes of the job summary one step may write. */
  stepSummary: 1_048_576,
  /** Characters of one gate's section, so that the sections of all gates fit in one comment together. */
  section: 11_000,
};

/** Word joiner: invisible, and enough to keep GitHub from linking. */
const JOINER = '\u2060';

/** Text of anybody's as literal text in GitHub-flavoured Markdown, also in a table cell: no markup, mention, reference, link or control character takes effect. */
function escapeText(text        , maxLength = 500)         {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return visible(cut)
    .replace(/[\\`*_{}[\]()#+!|~$^=-]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, `@${JOINER}`)
    .replace(/\\#/g, `\\#${JOINER}`)
    .replace(/\bGH\\-/gi, found => `${found}${JOINER}`)
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/\b(https?|ftp):/gi, `$1${JOINER}:`)
    .replace(/\bwww\./gi, `www${JOINER}.`)
}

/** A name or value as inline code. */
function code(text        , maxLength = 200)         {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  const plain = visible(cut).replace(/\|/g, '\\|');
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(run => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = plain.startsWith('`') || plain.endsWith('`') || plain === '' ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`
}

/** Control, bidirectional and zero-width characters made visible, line breaks turned to spaces. */
function visible(text        )         {
  return text
    .replace(/\r?\n|\r|\u2028|\u2029/g, ' ')
    .replace(/[\u0000-\u001f]/g, character => String.fromCodePoint(0x2400 + (character.codePointAt(0) ?? 0)))
    .replace(/[\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
}

/** A Markdown table; cells are Markdown already. */
function table(
  head                   ,
  rows                                ,
  align                                = [],
)         {
  const rule = head.map((_, i) => (align[i] === 'right' ? '---:' : ':---'));
  return [head, rule, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** Markdown behind a line that opens it. */
const folded$1 = (title        , body        )         =>
  `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;

const EIGHTHS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Shares as a row of bars of one eighth to a whole line's height, `max` being a whole one; nothing is a dot. */
function bars(shares                   , max        )         {
  return shares
    .map(share => (share === 0 || max === 0 ? '·' : (EIGHTHS[Math.min(7, Math.floor((share / max) * 8))] ?? '█')))
    .join('')
}

/** A share of one as a bar that grows to the right, `width` characters long when whole. */
function meter(share        , width = 10)         {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const whole = '█'.repeat(Math.floor(eighths / 8));
  return `${whole}${['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8]}`
}

/** Columns shown of a wide table. */
const SHOWN$5 = 60;

/** What each file looks like, a line a column: how complete it is, how many values, their range. */
function dataFigure({ files }            )         {
  return files
    .map(({ file, rows, columns }) => {
      const lines = columns.slice(0, SHOWN$5).map(column => profileRow(column, rows));
      const more =
        columns.length > SHOWN$5 ? `\n\n_… and ${count$3(columns.length - SHOWN$5, 'more column')} in the evidence._` : '';
      const head = ['Column', 'Type', 'Filled', '', 'Distinct', 'Range', 'Mean'];
      const body = table(head, lines, ['left', 'left', 'left', 'right', 'right', 'right', 'right']);
      return folded$1(
        `Profile of ${escapeText(file)}: ${count$3(rows, 'row')}, ${count$3(columns.length, 'column')}`,
        `${body}${more}`,
      )
    })
    .join('\n\n')
}

function profileRow(
  { column, type, sensitive, nulls, distinct, min, max, mean }               ,
  rows        ,
)           {
  const filled = rows === 0 ? 0 : 1 - nulls / rows;
  return [
    code(column, 60),
    escapeText(type),
    meter(filled),
    nulls > 0 && filled > 0.999 ? '> 99.9 %' : formatShare(filled),
    distinct === undefined ? 'over 1\u202f000' : formatNumber$1(distinct),
    sensitive
      ? '_withheld_'
      : min === undefined || max === undefined
        ? ''
        : `${formatNumber$1(min)} – ${formatNumber$1(max)}`,
    mean === undefined ? '' : formatNumber$1(mean),
  ]
}

/** How a status and a verdict look, everywhere the same. */
const STATUS_SIGN                         = { fail: '❌', inconclusive: '🟡', warn: '⚠️', pass: '✅' };
const VERDICT_SIGN                          = { failed: '❌', inconclusive: '🟡', passed: '✅' };

const VERDICT_WORD                          = {
  failed: 'Failed',
  inconclusive: 'Inconclusive',
  passed: 'Passed',
};

/** The order in which people want to read. */
const STATUS_ORDER                    = ['fail', 'inconclusive', 'warn', 'pass'];

const STATUS_PLURAL                         = {
  fail: 'failed',
  inconclusive: 'undecided',
  warn: 'with a warning',
  pass: 'passed',
};

/** Rows shown of a wide table. */
const SHOWN$4 = 60;

/** One line per column, the worst first: how its distribution looks now, how far it moved, what is missing. */
function driftFigure({ columns, rows, alpha, limits, tests, methods: used }             )         {
  if (columns.length === 0) return ''
  const methods = used
    .filter(({ id }) => columns.some(({ method }) => method === id))
    .map(({ title }) => title)
    .join(', ');
  const head = ['', 'Column', 'Values', 'Effect', 'p (Holm)', 'Missing', 'Unseen'];
  const body = columns
    .slice(0, SHOWN$4)
    .map(row => [
      STATUS_SIGN[row.status],
      code(row.column, 60),
      picture(row),
      row.effect === undefined ? '' : formatNumber$1(row.effect),
      row.adjustedPValue === undefined ? '' : formatP(row.adjustedPValue),
      row.missing.reference === 0 && row.missing.current === 0
        ? ''
        : `${formatShare(row.missing.reference)}\u202f→\u202f${formatShare(row.missing.current)}`,
      row.unseen === undefined || row.unseen.rows === 0
        ? ''
        : `${count$3(row.unseen.rows, 'row')} (${formatShare(row.unseen.share)})`,
    ]);
  const more =
    columns.length > SHOWN$4 ? `\n\n_… and ${count$3(columns.length - SHOWN$4, 'more column')} in the evidence._` : '';
  const note = `<sub>${count$3(rows.reference, 'row')} against ${count$3(rows.current, 'row')}; effect: ${methods}; bars: reference above current, by the reference's deciles; a column fails where its effect exceeds ${formatLimit(limits.effect)} and its p, adjusted over ${count$3(tests, 'test')}, is at most ${formatLimit(alpha)}</sub>`;
  return folded$1(
    `${count$3(columns.length, 'column')} compared`,
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
  const about = `${count$3(n, 'row')}${positives === null ? '' : `, ${formatNumber$1(positives)} positive`}, threshold ${threshold}`;
  return [claimStrips(result, checks), tables === '' ? '' : folded$1(`Metrics and confusion matrix on ${about}`, tables)]
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
    return `${STATUS_SIGN[found.status]} ${claim.padEnd(width)}  ${strip}  ${formatNumber$1(value)} ${formatInterval(interval)}`
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
    value === null ? 'undefined' : formatNumber$1(value),
    interval ? formatInterval(interval) : '',
    ...(withChampion ? [champion === undefined || champion === null ? '' : formatNumber$1(champion)] : []),
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
    ['**truly positive**', formatNumber$1(tp), formatNumber$1(fn)],
    ['**truly negative**', formatNumber$1(fp), formatNumber$1(tn)],
  ];
  return table(['', 'predicted positive', 'predicted negative'], rows, ['left', 'right', 'right'])
}

/** Files and dependencies shown of many. */
const SHOWN$3 = 60;

/** Every file that was scanned, and every dependency without an exact version. */
function securityFigure({ files, dependencies }                )         {
  return [scannedFiles(files), unpinned(dependencies)].filter(part => part !== '').join('\n\n')
}

function scannedFiles(files                         )         {
  if (files.length === 0) return ''
  const worst = files.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status));
  const rows = worst
    .slice(0, SHOWN$3)
    .map(({ path, format, bytes, status, globals, findings }) => [
      STATUS_SIGN[status],
      code(path),
      escapeText(format),
      formatBytes(bytes),
      globals === 0 ? '' : formatNumber$1(globals),
      findings.length === 0 ? '' : formatNumber$1(findings.length),
    ]);
  const head = ['', 'File', 'Format', 'Size', 'Known imports', 'Findings'];
  return folded$1(
    `${count$3(files.length, 'file')} scanned`,
    table(head, rows, ['left', 'left', 'left', 'right', 'right', 'right']),
  )
}

function unpinned(dependencies                                )         {
  if (dependencies.length === 0) return ''
  const rows = dependencies
    .slice(0, SHOWN$3)
    .map(({ file, line, requirement }) => [code(`${file}:${line}`), code(requirement)]);
  return folded$1(
    count$3(dependencies.length, 'dependency without an exact version', 'dependencies without an exact version'),
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

/** Joins blocks while they fit; says how many were left out. Whole blocks are dropped, so no table or fold is ever cut open. */
function withinLimit(heading        , blocks                   , limit        )         {
  const note = '\n\n_Part of this report was left out to stay under a limit; the evidence file has all of it._';
  let text = heading;
  let dropped = false;
  for (const block of blocks.filter(part => part !== '')) {
    const longer = text === '' ? block : `${text}\n\n${block}`;
    if (longer.length + note.length <= limit) text = longer;
    else dropped = true;
  }
  return dropped ? `${text}${note}` : text
}

/** One line that says how a gate ended and what decided: `Failed: 2 failed, 1 undecided, 14 passed`. */
function verdictLine(evidence          )         {
  return `${VERDICT_WORD[evidence.verdict]}: ${tally$1(evidence.checks.map(check => check.status))}`
}

/** `2 failed, 14 passed`, worst first. */
function tally$1(statuses                   )         {
  const parts = STATUS_ORDER.map(status => ({ status, n: statuses.filter(other => other === status).length })).filter(
    ({ n }) => n > 0,
  );
  if (parts.length === 0) return 'nothing was checked'
  const [only] = parts;
  if (parts.length === 1 && only?.status === 'pass')
    return only.n === 1 ? 'the check passed' : `all ${count$3(only.n, 'check')} passed`
  return parts.map(({ status, n }) => `${n} ${STATUS_PLURAL[status]}`).join(', ')
}

/** Checks told in full; the rest are counted. */
const TOLD$1 = 20;

/** One gate's part of a comment or summary: what did not pass, with reason and remedy, then its picture; never longer than `limit` characters. */
function section(evidence          , limit         = LIMITS.section)         {
  const heading = `### ${VERDICT_SIGN[evidence.verdict]} ${evidence.gate} · ${escapeText(tally$1(evidence.checks.map(({ status }) => status)))}`;
  const open = evidence.checks.filter(check => check.status !== 'pass').toSorted(byStatus$1);
  const blocks = [
    open.slice(0, TOLD$1).map(told$1).join('\n'),
    open.length > TOLD$1
      ? `_… and ${count$3(open.length - TOLD$1, 'more check')} that did not pass: the evidence lists them all._`
      : '',
    figures(evidence),
  ];
  return withinLimit(heading, blocks, limit)
}

/** Everything of a gate: each check with what was found and required, and each file that was read. */
function fullReport(evidence          , limit        )         {
  const { checks } = evidence;
  const blocks = [
    checks.length > 0 ? folded$1(count$3(checks.length, 'check'), checkTable(checks.toSorted(byStatus$1))) : '',
    evidence.materials.length > 0 ? folded$1('What was read', materialTable(evidence)) : '',
  ];
  return withinLimit('', blocks, limit)
}

const byStatus$1 = (a       , b       ) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status);

function told$1(check       )         {
  const at = (check.locations ?? []).slice(0, 5).map(location => code(place$1(location)));
  const more = (check.locations?.length ?? 0) - at.length;
  return [
    `- ${STATUS_SIGN[check.status]} **${escapeText(check.title)}**`,
    `  ${escapeText(check.reason)}`,
    check.hint === undefined ? '' : `  → ${escapeText(check.hint)}`,
    at.length > 0 ? `  ${at.join(' · ')}${more > 0 ? ` and ${more} more` : ''}` : '',
  ]
    .filter(line => line !== '')
    .join('  \n')
}

function checkTable(checks                  )         {
  const rows = checks.map(check => [
    STATUS_SIGN[check.status],
    escapeText(check.title),
    escapeText(found(check)),
    escapeText(wanted(check), 120),
  ]);
  return table(['', 'Check', 'Found', 'Required'], rows)
}

function materialTable({ subject, materials }          )         {
  const read = [
    ...subject.map(({ name, digest }) => ['model', code(name), '', code(digest.sha256.slice(0, 12))]),
    ...materials.map(({ name, role, digest, rows }) => [
      role,
      code(name),
      rows === undefined ? '' : count$3(rows, 'row'),
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
    annotations: evidence.checks.flatMap(annotate).slice(0, LIMITS.annotations),
  }
}

/** One annotation per line that a check points at; a file without lines has none to show it on. */
function annotate(check       )               {
  if (check.status === 'pass') return []
  const level = check.status === 'fail' ? 'failure' : 'warning';
  return (check.locations ?? []).flatMap(location =>
    location.line === undefined
      ? []
      : [
          {
            path: location.file,
            line: location.line,
            level,
            title: visible(check.title).slice(0, LIMITS.annotationTitle),
            message: `${check.reason}${check.hint === undefined ? '' : `\n${check.hint}`}\n${place$1(location)}`.slice(
              0,
              LIMITS.annotationMessage,
            ),
          }         ,
        ],
  )
}

/** What a report says of a certification. */
                           
                             
                   
                                      
                                         
                                    
   
                                                            
                                    
                                                     
                                        
                                     
                                                                                                 
 

/** `Certified until 2027-02-21: credit-default 1`, `Refused: …`, `Not signed: …`. */
function recordLine({ decision, model, notAfter, problem }          )         {
  const name = [model.name, model.version].filter(part => part !== undefined).join(' ');
  const of = name === '' ? '' : `: ${name}`;
  if (problem) return `Not signed${of}`
  if (decision.verdict === 'passed') return `Certified until ${(notAfter ?? '').slice(0, 10)}${of}`
  return `Refused, ${decision.verdict}${of}`
}

/** The certification's part of a comment or summary: rule by rule why, and what was signed. */
function recordSection(recorded          , limit         = LIMITS.section)         {
  const { decision, model, path, problem } = recorded;
  const sign = problem ? '🟡' : VERDICT_SIGN[decision.verdict];
  const rules = decision.rules.map(rule => [
    VERDICT_SIGN[rule.status],
    escapeText(rule.title),
    escapeText(rule.hint === undefined ? rule.reason : `${rule.reason}. → ${rule.hint}`),
  ]);
  const blocks = [
    problem
      ? `${escapeText(problem.message)}${problem.hint === undefined ? '' : `  \n→ ${escapeText(problem.hint)}`}`
      : '',
    rules.length > 0 ? table(['', 'Rule', 'Because'], rules) : '',
    decision.notes.map(note => `- ${escapeText(note)}`).join('\n'),
    [model.id === undefined ? '' : `Model id ${code(model.id)}`, path === undefined ? '' : `signed in ${code(path)}`]
      .filter(part => part !== '')
      .join(', '),
  ];
  return withinLimit(`### ${sign} audit-record · ${escapeText(recordLine(recorded))}`, blocks, limit)
}

/** The certification as a check run. */
function recordCheckRun(recorded          )           {
  const certified = recorded.decision.verdict === 'passed' && recorded.problem === undefined;
  return {
    name: `${CHECK_RUN_PREFIX}audit-record`,
    conclusion: certified ? 'success' : 'failure',
    title: visible(recordLine(recorded)).slice(0, LIMITS.checkRunTitle),
    summary: recordSection(recorded),
    annotations: [],
  }
}

/** The first line of our sticky comment; a comment is ours only if our own account wrote it, too. */
const COMMENT_MARKER = '<!-- proofmark -->';

/** The sticky comment of a pull request: a function of the check runs that stand on its head commit, whichever jobs wrote them. */
function comment(runs                             , commit        )         {
  const ordered = runs.toSorted((a, b) => rank$1(a.name) - rank$1(b.name));
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
const rank$1 = (name        ) => {
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

/** Outcome of one check. `inconclusive`: we cannot tell; it never counts as passed. */
const Status = _enum(['pass', 'warn', 'fail', 'inconclusive']);
                                           

/** Outcome of a gate or a certification. */
const Verdict = _enum(['passed', 'failed', 'inconclusive']);
                                             

/** The worst status decides, fail > inconclusive > warn > pass; warn passes. Nothing checked is inconclusive, never passed. */
function verdictOf(statuses                   )          {
  if (statuses.includes('fail')) return 'failed'
  if (statuses.length === 0 || statuses.includes('inconclusive')) return 'inconclusive'
  return 'passed'
}

/** The worst of several verdicts; of none, inconclusive. */
function worstVerdict(verdicts                    )          {
  if (verdicts.includes('failed')) return 'failed'
  if (verdicts.length === 0 || verdicts.includes('inconclusive')) return 'inconclusive'
  return 'passed'
}

/** A text column with this many different values or fewer is always categorical. */
const FEW_CATEGORIES = 20;

/** A column with more different values than this is never categorical. */
const MAX_CATEGORIES = 1000;

/** Between the two bounds, the reference must hold this many rows per category on average. */
const ROWS_PER_CATEGORY$1 = 10;

/** Whether the reference's values repeat often enough to be categories rather than ids or free text. */
function hasCategories(reference             )          {
  const distinct = countDistinct(reference);
  if (distinct <= FEW_CATEGORIES) return true
  return distinct <= MAX_CATEGORIES && distinct * ROWS_PER_CATEGORY$1 <= reference.rows - reference.missing
}

                             
                                         
                                                                          
                            
 

/**
 * Every value a categorical column holds with its rows, numbers among text being one category per value, however written.
 * Of numbers that are not `known` from the other side, only so many are told apart.
 */
function categoriesOf$1(cells             , known                               = new Map())             {
  const { numbers } = cells;
  const categories = new Map([...cells.categories].map(([name, { ...own }]) => [name, own]));
  let uncounted = cells.uncounted;
  for (let start = 0; start < numbers.length; ) {
    const name = String(numbers[start]);
    let end = start + 1;
    while (end < numbers.length && numbers[end] === numbers[start]) end++;
    if (known.has(name) || categories.size < 2 * MAX_CATEGORIES) categories.set(name, { count: end - start });
    else uncounted += end - start;
    start = end;
  }
  return { categories, uncounted }
}

/** How many different values a column holds, counted no further than matters here. */
function countDistinct({ categories, numbers, uncounted }             )         {
  if (uncounted > 0) return Number.POSITIVE_INFINITY
  let distinct = categories.size;
  for (let i = 0; i < numbers.length && distinct <= MAX_CATEGORIES; i++) if (numbers[i] !== numbers[i - 1]) distinct++;
  return distinct
}

/**
 * What a column can be compared as; the reference decides, for the model was built on it.
 * `numeric`: all its cells are numbers. `categorical`: texts that repeat. `text`: ids or free text, too many different
 * values to be categories. `mixed`: the same with numbers among them. `empty`: no value.
 */
const ColumnKind = _enum(['numeric', 'categorical', 'text', 'mixed', 'empty']);
                                                   

function kindOf$1(reference             )             {
  if (reference.rows === reference.missing) return 'empty'
  if (reference.text.count === 0) return 'numeric'
  if (hasCategories(reference)) return 'categorical'
  return reference.numbers.length > 0 ? 'mixed' : 'text'
}

const share = number$2().min(0).max(1);

/** An effect with its interval and its test. */
const Change = strictObject({
  effect: number$2().min(0).optional(),
  interval: tuple$1([number$2(), number$2()]).optional(),
  pValue: share.optional(),
  adjustedPValue: share.optional(),
});
                                           

/** Shares of values per bin of a numeric column; bin i ends at edge i, inclusive, the last one is open. */
const Histogram = strictObject({
  /** Deciles of the reference, equal ones merged: drawn as bars, an unchanged column is flat. None for a sensitive column. */
  edges: array$2(number$2()),
  reference: array$2(share),
  current: array$2(share),
});
                                                 

/** One compared column: what was found, by the method that decides on its distribution, and beside it. */
const DriftRow = strictObject({
  column: string$1(),
  kind: ColumnKind,
  /** The worst of the column's checks. */
  status: Status,
  /** Id of the method; absent, like what follows it, where the distribution could not be compared. */
  method: string$1().optional(),
  ...Change.shape,
  /** What methods report that decide nothing, by their ids: `psi`. */
  reported: record$1(string$1(), number$2()),
  missing: strictObject({ reference: share, current: share, ...Change.shape }),
  /** Only of categorical columns; `values` only where they are few. */
  unseen: strictObject({ rows: int$1().nonnegative(), share, values: array$2(string$1()).optional() }).optional(),
  /** Only of numeric columns. */
  histogram: Histogram.optional(),
});
                                               

/** What drift-compare writes beside its checks. */
const DriftResult = strictObject({
  rows: strictObject({ reference: int$1().nonnegative(), current: int$1().nonnegative() }),
  /** Chance of any false alarm over all tests together. */
  alpha: number$2(),
  /** Two-sided confidence level of every interval: each end is a one-sided bound at 1 − alpha. */
  level: number$2(),
  limits: strictObject({ effect: number$2(), missingChange: number$2(), unseenShare: number$2() }),
  /** How many tests the p-values are adjusted over (Holm). */
  tests: int$1().nonnegative(),
  /** Exact definition of every method that was used. */
  methods: array$2(strictObject({ id: string$1(), title: string$1(), variant: string$1() })),
  /** Compared columns, the worst first. */
  columns: array$2(DriftRow),
});

const Interval = tuple$1([number$2(), number$2()]);

/** Rows by predicted and true class, at the threshold. */
const Confusion = strictObject({
  tp: int$1().nonnegative(),
  fp: int$1().nonnegative(),
  fn: int$1().nonnegative(),
  tn: int$1().nonnegative(),
});

/** A metric of the challenger, `interval` two-sided at `level`, and of the champion. Null where it is undefined on these rows. */
const MetricRow = strictObject({
  id: string$1(),
  title: string$1(),
  better: _enum(['higher', 'lower']),
  value: number$2().nullable(),
  interval: Interval.optional(),
  level: number$2().optional(),
  method: string$1().optional(),
  standardError: number$2().optional(),
  n: int$1().nonnegative(),
  champion: number$2().nullable().optional(),
});

/** How much better the challenger is than the champion on the same rows: below zero it is worse, for a loss too. */
const Comparison = strictObject({
  id: string$1(),
  title: string$1(),
  value: number$2().nullable(),
  interval: Interval.optional(),
  level: number$2().optional(),
  method: string$1().optional(),
  standardError: number$2().optional(),
  n: int$1().nonnegative(),
});

/** What model-certify writes beside its checks. Without faultless predictions there are no metrics. */
const ModelResult = strictObject({
  task: literal$4('binary'),
  /** Rows of the predictions. */
  n: int$1().nonnegative(),
  /** Rows of the positive class. */
  positives: int$1().nonnegative().nullable(),
  threshold: number$2(),
  confusion: Confusion.nullable(),
  metrics: array$2(MetricRow),
  /** Empty without a champion on the same rows. */
  comparisons: array$2(Comparison),
  /** Each claim as it was written, and the check that answers it. */
  claims: array$2(strictObject({ claim: string$1(), check: string$1() })),
});

/** One thing a loader of a file would do that nothing allows. */
const Finding = strictObject({
  /** Byte of the file, or of what it decompresses to. */
  offset: int$1().nonnegative(),
  /** Dotted name of what is imported, or the instruction. */
  name: string$1(),
  reason: string$1(),
});

const ScannedFile = strictObject({
  path: string$1(),
  /** Told by the content; of several formats at once, divided by `+`. */
  format: string$1(),
  bytes: int$1().nonnegative(),
  sha256: string$1(),
  status: Status,
  /** Different objects it imports that the allow list names. */
  globals: int$1().nonnegative(),
  /** At most 100. */
  findings: array$2(Finding),
});
                                                     

const FoundSecret = strictObject({
  path: string$1(),
  line: int$1().positive(),
  rule: string$1(),
  /** First 16 hexadecimal digits of the SHA-256 of rule and value. */
  fingerprint: string$1(),
});
                                                     

const UnpinnedDependency = strictObject({
  file: string$1(),
  name: string$1(),
  line: int$1().positive(),
  /** As it is written, without options. */
  requirement: string$1(),
});
                                                                   

/** What security-scan writes beside its checks: every file it scanned, credentials by place, dependencies without an exact version. */
const SecurityResult = strictObject({
  files: array$2(ScannedFile),
  secrets: array$2(FoundSecret),
  dependencies: array$2(UnpinnedDependency),
});

/** What a column of the file looks like. Numbers about its values only where the contract does not classify it as sensitive. */
const ColumnProfile = strictObject({
  column: string$1(),
  /** `logicalType` of the contract. */
  type: string$1(),
  sensitive: boolean$1(),
  nulls: int$1().nonnegative(),
  /** Exact; absent where there are more than 1000. */
  distinct: int$1().nonnegative().optional(),
  min: number$2().optional(),
  max: number$2().optional(),
  mean: number$2().optional(),
});
                                                         

/** What data-validate writes beside its checks: one entry per file. */
const DataResult = strictObject({
  files: array$2(
    strictObject({
      file: string$1(),
      /** Name of the table in the contract. */
      table: string$1(),
      rows: int$1().nonnegative(),
      columns: array$2(ColumnProfile),
    }),
  ),
});

const Sha256 = string$1().regex(/^[0-9a-f]{64}$/, 'Expected 64 lower-case hexadecimal digits');

/** One file a statement is about, by digest; the name is its path relative to the settings. */
const Subject = strictObject({
  name: string$1().min(1).max(4096),
  digest: strictObject({ sha256: Sha256 }),
  bytes: int$1().nonnegative(),
});
                                             

/** One file a gate has read, and what for. */
const Material = strictObject({
  name: string$1().min(1).max(4096),
  role: _enum(['data', 'contract', 'predictions', 'champion', 'reference', 'current', 'artefact', 'settings']),
  digest: strictObject({ sha256: Sha256 }),
  bytes: int$1().nonnegative(),
  rows: int$1().nonnegative().optional(),
});
                                               

/** Where to look: a file, a line of it (1-based), a column of the table. */
const Location = strictObject({
  file: string$1().min(1).max(4096),
  line: int$1().positive().optional(),
  column: string$1().optional(),
  note: string$1().optional(),
});
                                               

/** What was found. `interval` is two-sided at `level`; `n` counts the rows it rests on; `share` is `value` over `n`. */
const Measured = strictObject({
  value: union([number$2(), string$1(), boolean$1(), _null()]),
  unit: string$1().optional(),
  share: number$2().optional(),
  interval: tuple$1([number$2(), number$2()]).optional(),
  level: number$2().optional(),
  method: string$1().optional(),
  n: int$1().nonnegative().optional(),
  pValue: number$2().optional(),
  adjustedPValue: number$2().optional(),
});
                                               

/** What was asked for. */
const Required = strictObject({
  comparator: _enum(['>=', '>', '<=', '<', '=', '!=', 'between', 'in', 'not in', 'matches', 'is']),
  value: union([number$2(), string$1(), boolean$1(), array$2(union([number$2(), string$1()]))]),
  unit: string$1().optional(),
});
                                               

/** One question a gate asked, and its answer. */
const Check = strictObject({
  id: string$1().min(1).max(1024),
  title: string$1().min(1),
  status: Status,
  measured: Measured.optional(),
  required: Required.optional(),
  /** One sentence: expected and found. */
  reason: string$1().min(1),
  /** What to do next. */
  hint: string$1().optional(),
  locations: array$2(Location).optional(),
});
                                         

/** The run that produced a document: the only part that is not a function of the inputs. */
const Run = strictObject({
  repository: string$1().optional(),
  commit: string$1().optional(),
  ref: string$1().optional(),
  url: string$1().optional(),
  startedAt: datetime(),
  finishedAt: datetime(),
});
                                     

const document = {
  schema: literal$4(EVIDENCE_SCHEMA),
  verdict: Verdict,
  /** The model's files; empty when the gate was run without a model. */
  subject: array$2(Subject),
  materials: array$2(Material),
  checks: array$2(Check),
  tool: strictObject({ name: literal$4('proofmark'), version: string$1() }),
  run: Run,
};

/** What one gate writes. `result` is the gate's own table of numbers; null where the gate could not run. */
const Evidence = discriminatedUnion('gate', [
  strictObject({ ...document, gate: literal$4('data-validate'), result: DataResult.nullable() }),
  strictObject({ ...document, gate: literal$4('model-certify'), result: ModelResult.nullable() }),
  strictObject({ ...document, gate: literal$4('security-scan'), result: SecurityResult.nullable() }),
  strictObject({ ...document, gate: literal$4('drift-compare'), result: DriftResult.nullable() }),
]);
                                               

                                       

/** The gates, in the order in which they run and are shown. */
const GATES = [
  'data-validate',
  'model-certify',
  'security-scan',
  'drift-compare',
];                                       

/** What a gate has found, before it is dated and written. */
                                                  
                                
                          
                                
 

                                                                                              

/** The file that holds a gate's evidence, inside the output folder. */
const evidenceFile = (gate          )         => `${gate}.evidence.json`;

/** Who can mend it: `input` the author of settings or data (exit 3), `environment` the network, a permission, the disk (exit 4). */
                                               

/** Dotted kebab-case, room first: `settings.unknown-key`, `table.ragged-row`, `github.permission`. */
                                             

                               
                                       
                        
                                                       
                        
                                
                        
                           
                          
 

/** What the reader can mend. Everything else that is thrown is our bug. */
class UserError extends Error {
           code           
           kind           
           hint                    
           file                    
           line                    

  constructor(code           , message        , details               = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'UserError';
    this.code = code;
    this.kind = details.kind ?? 'input';
    this.hint = details.hint;
    this.file = details.file;
    this.line = details.line;
  }
}

/** Aliases that one document may expand to; more is a bomb, not a setting. */
const MAX_ALIASES = 100;

/** Reads YAML 1.2 (or JSON) and remembers the line of every key. Refuses duplicate keys, several documents and alias bombs. */
function readYaml(name        , text        )           {
  const lines = new distExports.LineCounter();
  const document = distExports.parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    const message = error.message.split(/ at line \d+/)[0] ?? error.message;
    throw new UserError('yaml.syntax', `${message} (${name}:${line})`, {
      file: name,
      line,
      hint: 'Check the indentation and the quotes around this line',
    })
  }
  return { name, value: toValue(name, () => document.toJS({ maxAliasCount: MAX_ALIASES })), place }

  function place(path                        ) {
    const line = lineOf(path);
    return { text: `${name}:${line}`, file: name, line }
  }

  /** Line of the deepest part of the path that exists: for a missing key, that of the map it should be in. */
  function lineOf(path                        )         {
    let node          = document.contents;
    let line = startOf(node) ?? 1;
    for (const step of path) {
      if (!distExports.isCollection(node)) break
      const pair = distExports.isMap(node)
        ? node.items.find(item => distExports.isScalar(item.key) && String(item.key.value) === String(step))
        : undefined;
      const child          = pair ? pair.value : node.get(step, true);
      const here = pair && distExports.isPair(pair) ? startOf(pair.key) : startOf(child);
      if (here === undefined) break
      line = here;
      node = child;
    }
    return line
  }

  function startOf(node         )                     {
    const range = isNode(node) ? node.range : undefined;
    return range ? lines.linePos(range[0]).line : undefined
  }
}

const isNode = (value         )                => distExports.isScalar(value) || distExports.isCollection(value);

function toValue(name        , read               )          {
  try {
    return read()
  } catch (cause) {
    throw new UserError('yaml.aliases', `${name} expands to too many aliases`, {
      file: name,
      hint: 'Write the values out',
      cause,
    })
  }
}

/** The document as the schema's type, or one `UserError` that lists every fault with its place. */
function validate                          (
  schema        ,
  document          ,
  code           ,
)                   {
  const result = schema.safeParse(document.value, { reportInput: true });
  if (result.success) return result.data
  const faults = result.error.issues.flatMap(issue => describe$1(schema, issue, document));
  const [first, ...others] = faults;
  if (!first) throw new Error('zod reported a failure without an issue')
  const place = document.place(first.path);
  throw new UserError(code, [first.message, ...others.map(fault => fault.message)].join('\n'), {
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(first.hint === undefined ? {} : { hint: first.hint }),
  })
}

                 
                                       
                          
                        
 

function describe$1(schema           , issue                  , document          )          {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => {
      const path = [...issue.path, key];
      const known = keysAt(schema, issue.path);
      const meant = closest(key, known);
      return {
        path,
        message: `Unknown key '${key}'${within$1(issue.path)} (${document.place(path).text})${meant ? `: did you mean '${meant}'?` : ''}`,
        ...(meant ? {} : { hint: `Known keys${within$1(issue.path)}: ${known.join(', ')}` }),
      }
    })
  }
  if (issue.code === 'invalid_union') {
    const nested = issue.errors.map(branch => branch.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })));
    const deepest = nested.toSorted((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0];
    if (deepest?.[0] && deepest[0].path.length > issue.path.length) return describe$1(schema, deepest[0], document)
  }
  const name = issue.path.length > 0 ? `'${nameOf$2(issue.path)}'` : document.name;
  const found =
    issue.input === undefined ? 'found nothing' : `found ${JSON.stringify(issue.input) ?? String(issue.input)}`;
  return [
    {
      path: issue.path,
      message: `Expected ${name} to be ${expected(issue)} but ${found} (${document.place(issue.path).text})`,
    },
  ]
}

function expected(issue                  )         {
  switch (issue.code) {
    case 'invalid_type':
      return (
        { array: 'a list', object: 'a map', int: 'a whole number', string: 'a text', boolean: 'true or false' }[
          issue.expected          
        ] ?? `a ${issue.expected}`
      )
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at least ${issue.minimum} long`
        : `${issue.inclusive ? 'at least' : 'greater than'} ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at most ${issue.maximum} long`
        : `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`
    default:
      return issue.message.replace(/^Expected (to be )?/, '')
  }
}

const nameOf$2 = (path                        ) =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i ? '.' : ''}${String(step)}`)).join('');

const within$1 = (path                        ) => (path.length > 0 ? ` in '${nameOf$2(path)}'` : '');

function closest(key        , known                   )                     {
  return closestMatch(key.toLowerCase(), [...known], { maxDistance: Math.max(2, Math.floor(key.length / 3)) })
}

/** The keys a map at this path may have. */
function keysAt(schema           , path                        )           {
  const found = schemaAt(schema, path);
  return found instanceof ZodObject ? Object.keys(found.shape) : []
}

/** The schema of the value at this path, wrappers (optional, default) taken off; undefined where there is none. */
function schemaAt(schema           , path                        )                        {
  const bare = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return bare
  if (bare instanceof ZodObject) {
    const child          = bare.shape[String(step)];
    return child instanceof ZodType ? schemaAt(child, rest) : undefined
  }
  if (bare instanceof ZodArray && bare.element instanceof ZodType) return schemaAt(bare.element, rest)
  return undefined
}

function unwrap(schema           )            {
  let bare = schema;
  while (
    bare instanceof ZodOptional ||
    bare instanceof ZodDefault ||
    bare instanceof ZodNullable ||
    bare instanceof ZodPrefault
  ) {
    const inner          = bare.unwrap();
    if (!(inner instanceof ZodType)) break
    bare = inner;
  }
  return bare
}

/** What an input's text means under the schema it is for: a number, true or false, a list by lines, or the text itself. What it can't be read as stays text, for the schema to refuse. */
function fromText(
  schema                       ,
  texts                   ,
  rebase                          ,
)          {
  if (schema instanceof ZodArray) {
    const items = texts
      .flatMap(text => text.split('\n'))
      .map(line => line.trim())
      .filter(line => line !== '');
    return items.map(item => fromText(schema.element instanceof ZodType ? schema.element : undefined, [item], rebase))
  }
  const text = texts.at(-1) ?? '';
  if (schema instanceof ZodNumber)
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : text
  if (schema instanceof ZodBoolean) return { true: true, false: false }[text.trim().toLowerCase()] ?? text
  if (schema?.meta()?.path === true) return rebase(text)
  return text
}

/** An input of an action, and the flag of the same name: where in the settings its value goes. */
                        
                       
                               
                                                                                 
                        
                                             
                               
 

const model$1        = { name: 'model', setting: 'model.files' };

/** The settings each command takes as inputs; an action works by these alone, without a proofmark.yml. */
const INPUTS = {
  'data-validate': [{ name: 'data', setting: 'data.files' }, { name: 'contract', setting: 'data.contract' }, model$1],
  'model-certify': [
    { name: 'predictions', setting: 'certify.predictions' },
    { name: 'champion', setting: 'certify.champion' },
    { name: 'task', setting: 'certify.task' },
    { name: 'id', setting: 'certify.id' },
    { name: 'label', setting: 'certify.label' },
    { name: 'score', setting: 'certify.score' },
    { name: 'positive', setting: 'certify.positive' },
    { name: 'threshold', setting: 'certify.threshold' },
    { name: 'level', setting: 'certify.level' },
    { name: 'claims', setting: 'certify.claims', flag: 'claim' },
    model$1,
  ],
  'security-scan': [{ name: 'paths', setting: 'security.paths', positional: true }, model$1],
  'drift-compare': [
    { name: 'reference', setting: 'drift.reference' },
    { name: 'current', setting: 'drift.current' },
    { name: 'columns', setting: 'drift.columns' },
    { name: 'ignore', setting: 'drift.ignore' },
    { name: 'alpha', setting: 'drift.alpha' },
    { name: 'max-effect', setting: 'drift.max-effect' },
    { name: 'max-missing-change', setting: 'drift.max-missing-change' },
    { name: 'max-unseen-share', setting: 'drift.max-unseen-share' },
    model$1,
  ],
  'audit-record': [
    model$1,
    { name: 'model-name', setting: 'model.name' },
    { name: 'model-version', setting: 'model.version' },
    { name: 'release', setting: 'record.release' },
    { name: 'require', setting: 'policy.require' },
    { name: 'validity-days', setting: 'policy.validity-days' },
  ],
  gate: [{ name: 'release', setting: 'record.release' }],
};                                                    

                                             

const inputsOf = (command             )                   => INPUTS[command];

/** A path relative to the folder of proofmark.yml; given as an input or flag, relative to the working directory. */
const path = (description        ) => string$1().min(1).max(4096).meta({ description, path: true });
const paths = (description        ) =>
  array$2(string$1().min(1).max(4096).meta({ path: true }))
    .min(1)
    .meta({ description });
const column = (description        ) => string$1().min(1).meta({ description });

const Model = strictObject({
  name: string$1().min(1).max(200).optional().meta({ description: 'Name of the model, as the certificate states it' }),
  version: string$1()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Version of the model, as the certificate states it' }),
  files: paths('The model: files, folders or * globs').optional(),
});

const Data = strictObject({
  files: paths('Tables to validate: CSV files').optional(),
  contract: path('What the data must look like: an ODCS v3.1 YAML file').optional(),
});

const Certify = strictObject({
  predictions: path('Row-level predictions of the model on the hold-out: a CSV file').optional(),
  champion: path('Row-level predictions of the model in production, on the same rows: a CSV file').optional(),
  task: _enum(['binary']).default('binary').meta({ description: 'Kind of prediction' }),
  id: column('Column that identifies a row in both prediction files').default('id'),
  label: column('Column that holds the true class').default('label'),
  score: column('Column that holds the probability of the positive class').default('score'),
  positive: string$1().default('1').meta({ description: 'Value of the label column that is the positive class' }),
  threshold: number$2()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'A row counts as predicted positive where its score is at least this' }),
  level: number$2()
    .min(0.5)
    .max(0.9999)
    .default(0.95)
    .meta({ description: 'Two-sided confidence level of every interval' }),
  claims: array$2(string$1().min(1))
    .optional()
    .meta({ description: 'What must hold, e.g. "auc >= 0.80" or "auc no worse than champion by 0.01"' }),
});

const Drift = strictObject({
  reference: path('The table the model was built on: a CSV file').optional(),
  current: path('The table to compare with it: a CSV file').optional(),
  columns: array$2(string$1().min(1))
    .min(1)
    .optional()
    .meta({ description: 'Columns to compare; all the two tables share unless given' }),
  ignore: array$2(string$1().min(1)).optional().meta({ description: 'Columns to leave out, such as identifiers' }),
  alpha: number$2()
    .gt(0)
    .lt(0.5)
    .default(0.05)
    .meta({ description: 'Chance of any false alarm over all columns together (Holm)' }),
  'max-effect': number$2().gt(0).max(1).default(0.1).meta({
    description: 'Largest harmless change of a distribution: KS distance (numeric) or total variation (categorical)',
  }),
  'max-missing-change': number$2()
    .gt(0)
    .max(1)
    .default(0.05)
    .meta({ description: 'Largest harmless change of the missing share' }),
  'max-unseen-share': number$2()
    .min(0)
    .max(1)
    .default(0)
    .meta({ description: 'Largest harmless share of rows whose category the reference never had' }),
});

const Security = strictObject({
  paths: paths('Files and folders to scan besides the model files').optional(),
});

const Record = strictObject({
  key: path('Private key (P-256, PEM) that signs the certificate; make one with `proofmark keygen`').optional(),
  release: string$1()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Tag of a GitHub release to publish the certificate and its evidence in' }),
});

/** What must hold for a certificate. In a pull request it is read from the base branch. */
const Policy = strictObject({
  require: array$2(_enum(GATES))
    .min(1)
    .default([...GATES])
    .meta({ description: 'Gates that must have passed' }),
  'validity-days': int$1().min(1).max(3650).default(90).meta({ description: 'Days a certificate is valid' }),
});
                                           

/** proofmark.yml. Every section can also be given by the inputs of the action, or the flags of the command, it belongs to. */
const Settings = strictObject({
    model: Model.prefault({}).meta({ description: 'The model under certification' }),
    data: Data.prefault({}).meta({ description: 'What data-validate reads' }),
    certify: Certify.prefault({}).meta({ description: 'What model-certify reads and requires' }),
    drift: Drift.prefault({}).meta({ description: 'What drift-compare reads and requires' }),
    security: Security.prefault({}).meta({ description: 'What security-scan reads' }),
    record: Record.prefault({}).meta({ description: 'How the certificate is signed and kept' }),
    policy: Policy.prefault({}).meta({ description: 'What must hold for a certificate' }),
  })
  .meta({ title: 'Proofmark settings', description: 'proofmark.yml: what Proofmark checks, and what must hold' });

/** The settings of one run: the file's, with the command's inputs laid over them. */
function readSettings(source                )           {
  const file = source.file && readYaml(source.file.name, source.file.text);
  return validate(
    Settings,
    file
      ? overlay(file, source)
      : overlay({ name: 'the settings', value: {}, place: () => ({ text: 'the settings' }) }, source),
    'settings.invalid',
  )
}

function overlay(file          , source                )           {
  const given = inputsOf(source.command).filter(input =>
    source.inputs.get(input.name)?.some(text => text.trim() !== ''),
  );
  if (given.length === 0) return { ...file, value: file.value ?? {} }
  const value                          = isMap(file.value) ? { ...file.value } : {};
  for (const input of given) {
    const [section = '', key = ''] = input.setting.split('.');
    const before = value[section];
    value[section] = {
      ...(isMap(before) ? before : {}),
      [key]: fromText(schemaAt(Settings, [section, key]), source.inputs.get(input.name) ?? [], source.rebase),
    };
  }
  const origin = new Map(given.map(input => [input.setting          , { text: source.nameInput(input) }]));
  return { name: file.name, value, place: path => origin.get(path.slice(0, 2).join('.')) ?? file.place(path) }
}

const isMap = (value         )                                   =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Payload type of every DSSE envelope that holds an in-toto statement. */
const STATEMENT_PAYLOAD = 'application/vnd.in-toto+json';

/** in-toto Statement v1. */
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** Predicate type of a certificate: SLSA Verification Summary Attestation v1. */
const VERIFICATION_SUMMARY = 'https://slsa.dev/verification_summary/v1';

/** Key of a certificate's own part inside the verification summary, which wants extensions named by URI. */
const CERTIFICATE_EXTENSION = `${NAMESPACE}certificate/v1`;         

/** Predicate type of a refusal; not a verification summary, because tools that look at the type alone would let a FAILED one pass. */
const REFUSAL = `${NAMESPACE}refusal/v1`;         

/** Who decides: this program. Which of its keys to trust is the verifier's choice. */
const VERIFIER_ID = `${NAMESPACE}verifier/v1`;

/** The model's files by digest, as `sha256sum -c` reads them. */
const SUMS_FILE = 'SHA256SUMS';

const CERTIFICATE_FILE = 'certificate.sigstore.json';

const REFUSAL_FILE = 'refusal.sigstore.json';

/** Files a statement lists besides `SHA256SUMS`; a model of more is stated by `SHA256SUMS` alone. GitHub's attestation store takes 1024 subjects. */
const MAX_LISTED_FILES = 1023;

/** The model as a whole, by its id. */
const SumsSubject = object$1({ name: literal$4(SUMS_FILE), digest: object$1({ sha256: Sha256, dirHash1: Sha256 }) });

const FileSubject = object$1({ name: string$1().min(1).max(4096), digest: object$1({ sha256: Sha256 }) });

/** What certificate and refusal share of in-toto Statement v1: the model, then each of its files. */
const statementShape = {
  _type: literal$4(STATEMENT_TYPE),
  subject: tuple$1([SumsSubject], FileSubject).refine(subject => subject.length <= 1 + MAX_LISTED_FILES, {
    error: `Expected at most ${MAX_LISTED_FILES} files`,
  }),
};

/** in-toto ResourceDescriptor: where it is, and its digest. */
const Resource = object$1({ uri: string$1().min(1), digest: object$1({ sha256: Sha256 }) });

/** What their predicates share, under the names of SLSA's verification summary. */
const predicateShape = {
  verifier: object$1({ id: string$1().min(1), version: record$1(string$1(), string$1()) }),
  timeVerified: datetime(),
  resourceUri: string$1().min(1),
  /** The digest is that of the policy's canonical JSON (RFC 8785). */
  policy: Resource,
  /** The evidence files, by their bytes. */
  inputAttestations: array$2(Resource),
};

/** The model as its owner calls it, and its id. */
const ModelIdentity = strictObject({ name: string$1().optional(), version: string$1().optional(), id: Sha256 });

/** The run that decided. */
const Source = strictObject({
  repository: string$1().optional(),
  commit: string$1().optional(),
  ref: string$1().optional(),
  run: string$1().optional(),
});

/** A requirement on the model's quality and what was measured, under the names of in-toto's proposed evaluation result. */
const CertifiedClaim = strictObject({
  metric: string$1(),
  title: string$1(),
  comparator: Required.shape.comparator,
  threshold: Required.shape.value,
  value: Measured.shape.value,
  interval: Measured.shape.interval,
  level: Measured.shape.level,
  method: Measured.shape.method,
  sampleSize: Measured.shape.n,
  status: Status,
});

const GateSummary = strictObject({
  gate: string$1(),
  verdict: literal$4('passed'),
  checks: int$1().positive(),
  warnings: int$1().nonnegative(),
  tool: strictObject({ name: literal$4('proofmark'), version: string$1() }),
  finishedAt: datetime(),
});

/** What a certificate says beyond SLSA's verification summary. */
const CertificateExtension = strictObject({
  model: ModelIdentity,
  source: Source,
  gates: array$2(GateSummary).min(1),
  /** What the gates read, other than model files. */
  data: array$2(Material),
  claims: array$2(CertifiedClaim),
  policy: Policy,
  validity: strictObject({ notBefore: datetime(), notAfter: datetime() }),
});

/**
 * A certificate: this model met this policy on this data. in-toto Statement v1 with SLSA's Verification Summary v1 as predicate
 * (https://slsa.dev/spec/v1.2/verification_summary), whose unknown fields are passed over as that specification wants; our own
 * part, named by URI, is strict.
 */
const Certificate = object$1({
  ...statementShape,
  predicateType: literal$4(VERIFICATION_SUMMARY),
  predicate: object$1({
    ...predicateShape,
    verificationResult: _enum(['PASSED', 'FAILED']),
    verifiedLevels: array$2(string$1()),
    slsaVersion: string$1(),
    [CERTIFICATE_EXTENSION]: CertificateExtension,
  }),
});

/** The bytes as a JSON value, undefined where they are no strict UTF-8 or no JSON. */
function readJson(bytes            )          {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Largest evidence that is read, in bytes. */
const MAX_EVIDENCE_BYTES = 32 * 1024 * 1024;

/** An evidence file as it was found: its digest and what it says, or why it says nothing. */
                                                    

                    
                                                                                     
                         
                                     
                         
                             
 

                      
                         
                          
                                                     
                             
 

/** Reads a gate's evidence from the file's bytes, strictly: anything unknown, missing or misspelt makes it unreadable. */
function readEvidence(gate          , bytes            , sha256        )                   {
  const value = readJson(bytes);
  if (value === undefined) return { gate, sha256, unreadable: bytes.length === 0 ? 'it is empty' : 'it is no JSON' }
  const read = Evidence.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { gate, sha256, unreadable: `${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}` }
  }
  if (read.data.gate !== gate) return { gate, sha256, unreadable: `it is evidence of ${read.data.gate}` }
  return { gate, sha256, evidence: read.data }
}

const isReadable = (document                  )                       => 'evidence' in document;

/** How messages and statements name the document. */
const documentName = (document                  )         => evidenceFile(document.gate);

const DAY_MS = 86_400_000;

/** A point in time as statements write it: RFC 3339, UTC, whole seconds (the fraction is cut off). */
const instant$1 = (at      )         => `${at.toISOString().slice(0, 19)}Z`;

/** The time a certificate holds: from `at`, for `days` days of 24 hours. */
const validityOf = (at      , days        ) => ({
  notBefore: instant$1(at),
  notAfter: instant$1(new Date(at.getTime() + days * DAY_MS)),
});

/** The version that evidence and certificates name; a test holds it to package.json. */
const VERSION = '0.1.0';

/** JSON with sorted keys and no spaces, as RFC 8785 has it: the same value is always the same text. */
function canonicalJson(value         )         {
  return JSON.stringify(value, (_, part         ) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** Everything that certificate and refusal are made of. */
                                 
                          
                                                                                               
                                      
                                                 
                         
                            
                    
                                            
                                        
                                     
                                     
   
                   
                                           
 

/** The head of a statement: the model by its id, then each of its files unless they are too many. */
function statementHead({ modelId, subject }                ) {
  const files = subject.length > MAX_LISTED_FILES ? [] : subject;
  return {
    _type: STATEMENT_TYPE,
    subject: [
      { name: SUMS_FILE, digest: { sha256: modelId, dirHash1: modelId } },
      ...files.map(({ name, digest }) => ({ name, digest })),
    ],
  }
}

/** What certificate and refusal both say: who decided when, about what, by which policy, on which evidence. */
function predicateHead(input                ) {
  const { model, modelId, documents, policy, policyUri, at, sha256 } = input;
  return {
    verifier: { id: VERIFIER_ID, version: { proofmark: VERSION } },
    timeVerified: instant$1(at),
    resourceUri: resourceUri(model, modelId),
    policy: { uri: policyUri, digest: { sha256: sha256(canonicalJson(policy)) } },
    inputAttestations: documents.flatMap(document =>
      document.sha256 === undefined ? [] : [{ uri: documentName(document), digest: { sha256: document.sha256 } }],
    ),
  }
}

/** A package URL (ECMA-427) of type generic where the model has a name, else its id. */
function resourceUri({ name, version }                         , id        )         {
  if (name === undefined) return `urn:sha256:${id}`
  return `pkg:generic/${encodeURIComponent(name)}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`
}

/** What a passed gate adds to the verification summary's levels. */
const LEVELS                           = {
  'data-validate': 'PROOFMARK_DATA_VALIDATED',
  'model-certify': 'PROOFMARK_MODEL_CERTIFIED',
  'security-scan': 'PROOFMARK_SECURITY_SCANNED',
  'drift-compare': 'PROOFMARK_DRIFT_COMPARED',
};

/** The certificate of a certification that was decided `passed`; anything else in its evidence is our bug and throws. */
function certificateOf(input                )              {
  const { documents, model, modelId, source, policy, at } = input;
  const evidence = documents.filter(isReadable).map(document => document.evidence);
  return Certificate.parse({
    ...statementHead(input),
    predicateType: VERIFICATION_SUMMARY,
    predicate: {
      ...predicateHead(input),
      verificationResult: 'PASSED',
      verifiedLevels: ['PROOFMARK_CERTIFIED', ...evidence.map(({ gate }) => LEVELS[gate])],
      slsaVersion: '1.2',
      [CERTIFICATE_EXTENSION]: {
        model: { ...model, id: modelId },
        source,
        gates: evidence.map(({ gate, verdict, checks, tool, run }) => ({
          gate,
          verdict,
          checks: checks.length,
          warnings: checks.filter(check => check.status === 'warn').length,
          tool,
          finishedAt: run.finishedAt,
        })),
        data: distinct(evidence.flatMap(({ materials }) => materials.filter(({ role }) => role !== 'artefact'))),
        claims: evidence.flatMap(({ gate, checks }) => (gate === 'model-certify' ? checks.flatMap(claimOf) : [])),
        policy,
        validity: validityOf(at, policy['validity-days']),
      },
    },
  })
}

function claimOf({ id, title, measured, required, status }       ) {
  if (!measured || !required) return []
  const { value, interval, level, method, n } = measured;
  const { comparator, value: threshold } = required;
  return [{ metric: id, title, comparator, threshold, value, interval, level, method, sampleSize: n, status }]
}

const distinct =    (values              )      => [
  ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
];

/** Orders texts by their UTF-8 bytes, which is by code point. JavaScript's own order is by UTF-16 unit and puts U+1F600 before U+FF5E. */
function compareUtf8(a        , b        )         {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** The first way in which the files that were judged differ from the model's files; undefined where they are the same names and bytes. */
function subjectDifference(judged                       , model                       )                     {
  const before = digests(judged);
  const now = digests(model);
  for (const name of [...new Set([...before.keys(), ...now.keys()])].toSorted(compareUtf8)) {
    const [was, is] = [before.get(name), now.get(name)];
    if (was === undefined) return `${name} is new`
    if (is === undefined) return `${name} is gone`
    if (was !== is) return `${name} had sha256 ${short$1(was)} and has ${short$1(is)}`
  }
  return before.size === judged.length ? undefined : 'a file is listed twice'
}

const digests = (files                       ) => new Map(files.map(file => [file.name, file.digest.sha256]));
const short$1 = (sha256        ) => `${sha256.slice(0, 12)}…`;

/** One gate's rule: its evidence is there, says what its own checks say, is about exactly these model files, and passed. */
function gateRule(
  gate          ,
  document                              ,
  subject                    ,
)              {
  const title = `${gate} passed on this model`;
  const faults = faultsOf(gate, document, subject);
  if (faults.length > 0)
    return {
      rule: gate,
      title,
      status: worstVerdict(faults.map(fault => fault.status)),
      reason: faults.map(fault => fault.reason).join('; '),
      hint: [...new Set(faults.map(fault => fault.hint))].join('. '),
    }
  const checks = document && isReadable(document) ? document.evidence.checks : [];
  const warned = checks.filter(check => check.status === 'warn').length;
  const reason = `${count$2(checks.length)} met the requirements${warned > 0 ? `, ${warned} of them with a warning` : ''}`;
  return { rule: gate, title, status: 'passed', reason }
}

function faultsOf(gate          , document                              , subject                    )          {
  const file = evidenceFile(gate);
  const rerun = `Run ${gate} again, with the same model files, into the folder audit-record reads`;
  if (!document)
    return [
      { status: 'inconclusive', reason: `Expected ${file}, which the policy requires, but found none`, hint: rerun },
    ]
  if (!isReadable(document))
    return [
      {
        status: 'inconclusive',
        reason: `Expected ${file} to be evidence of ${gate} but ${document.unreadable}`,
        hint: rerun,
      },
    ]
  const { verdict, checks, subject: judged } = document.evidence;
  const faults          = [];
  const recomputed = verdictOf(checks.map(check => check.status));
  if (recomputed !== verdict)
    faults.push({
      status: 'failed',
      reason: `Expected the verdict of ${file} to follow from its checks, which make it ${recomputed}, but found ${verdict}`,
      hint: `Find out who changed the file after ${gate} wrote it`,
    });
  if (judged.length === 0)
    faults.push({
      status: 'inconclusive',
      reason: `Expected ${file} to be about the model but it names no model file`,
      hint: `Give ${gate} the same 'model' as audit-record`,
    });
  else {
    const difference = subjectDifference(judged, subject);
    if (difference !== undefined)
      faults.push({
        status: 'failed',
        reason: `Expected ${file} to be about the model's files as they are, but ${difference}`,
        hint: rerun,
      });
  }
  if (recomputed !== 'passed')
    faults.push({
      status: recomputed,
      reason: `Expected ${gate} to have passed but it ${recomputed === 'failed' ? 'failed' : 'was inconclusive'}: ${because(checks, recomputed)}`,
      hint: `See the checks in ${file}`,
    });
  return faults
}

function because(checks                  , verdict         )         {
  const status = verdict === 'failed' ? 'fail' : 'inconclusive';
  const ids = checks.filter(check => check.status === status).map(check => check.id);
  if (ids.length === 0) return 'nothing was checked'
  const shown = ids.slice(0, 3).join(', ');
  return `${ids.length} of ${count$2(checks.length)} (${shown}${ids.length > 3 ? ', …' : ''})`
}

const count$2 = (checks        ) => (checks === 1 ? '1 check' : `${checks} checks`);

/** No file had different bytes for two gates, or for a gate and the model as it is now: else they judged different things under one name. */
function materialsRule(documents                             , subject                    )              {
  const title = 'Every gate read the same files';
  const seen = new Map(subject.map(file => [file.name, { sha256: file.digest.sha256, by: 'the model' }]));
  const conflicts           = [];
  for (const { gate, evidence } of documents.filter(isReadable))
    for (const { name, digest } of evidence.materials) {
      const before = seen.get(name);
      if (!before) seen.set(name, { sha256: digest.sha256, by: gate });
      else if (before.sha256 !== digest.sha256)
        conflicts.push(`${name} had other bytes for ${gate} than for ${before.by}`);
    }
  if (conflicts.length > 0)
    return {
      rule: 'materials',
      title,
      status: 'failed',
      reason: `Expected one content per file but found ${conflicts.join('; ')}`,
      hint: `Run ${GATES.join(', ')} on one checkout, then audit-record`,
    }
  return {
    rule: 'materials',
    title,
    status: 'passed',
    reason: `${seen.size === 1 ? '1 file' : `${seen.size} files`}, each with one digest`,
  }
}

/**
 * Decides a certification. Every gate the policy requires must have passed on exactly these model files. A gate that ran though
 * the policy does not ask for it counts just the same: a known failure is never left out.
 */
function decide$1(input   
                                                 
                         
                                      
                          
                                      
 )           {
  const { documents, policy, subject } = input;
  const found = (gate          ) => documents.find(document => document.gate === gate);
  const rules = GATES.filter(gate => policy.require.includes(gate) || found(gate)).map(gate =>
    gateRule(gate, found(gate), subject),
  );
  if (documents.some(isReadable)) rules.push(materialsRule(documents, subject));
  return { verdict: worstVerdict(rules.map(rule => rule.status)), rules, notes: notesOf$1(input) }
}

function notesOf$1({ documents, version, commit }                              )           {
  return documents
    .filter(isReadable)
    .flatMap(({ gate, evidence: { tool, run } }) => [
      ...(tool.version === version ? [] : [`${gate} ran with proofmark ${tool.version}; this is ${version}`]),
      ...(run.commit === undefined || commit === undefined || run.commit === commit
        ? []
        : [`${gate} ran on commit ${run.commit.slice(0, 10)}; this is ${commit.slice(0, 10)}`]),
    ])
}

/** One rule of the policy, and whether the evidence meets it. */
const RuleOutcome = strictObject({
  /** The gate whose evidence the rule is about, or `materials`. */
  rule: string$1().min(1),
  title: string$1().min(1),
  status: Verdict,
  /** One sentence: expected and found. */
  reason: string$1().min(1),
  /** What to do next. */
  hint: string$1().optional(),
});

/** A refusal: this model did not meet this policy, or one cannot tell, and why. */
const Refusal = object$1({
  ...statementShape,
  predicateType: literal$4(REFUSAL),
  predicate: strictObject({
    ...predicateShape,
    verdict: _enum(['failed', 'inconclusive']),
    rules: array$2(RuleOutcome),
    model: ModelIdentity,
    source: Source,
  }),
});

/** The refusal of a certification that was decided `failed` or `inconclusive`. */
function refusalOf(input                , decision          )          {
  return Refusal.parse({
    ...statementHead(input),
    predicateType: REFUSAL,
    predicate: {
      ...predicateHead(input),
      verdict: decision.verdict,
      rules: decision.rules,
      model: { ...input.model, id: input.modelId },
      source: input.source,
    },
  })
}

/** `sha256sum` escapes a line whose name holds one of these, and its readers differ on how. */
const UNSAFE = /[\n\r\\\0]/;

/** The text of `SHA256SUMS`: a line "hex␠␠path" per file, sorted by the path's UTF-8 bytes. Refuses names that two readers could read differently. */
function sha256Sums(files                       )         {
  for (const { name } of files) {
    if (UNSAFE.test(name) || !name.isWellFormed())
      throw new UserError(
        'record.file-name',
        `Expected the model's file names without line breaks and backslashes but found ${JSON.stringify(name)}`,
        { hint: 'Rename the file' },
      )
    if (name === SUMS_FILE)
      throw new UserError('record.file-name', `Expected no model file to be named ${SUMS_FILE} but found one`, {
        hint: `Leave it out of the model's files: the certificate has a ${SUMS_FILE} of its own`,
      })
  }
  const sorted = files.toSorted((a, b) => compareUtf8(a.name, b.name));
  const twice = sorted.find((file, i) => sorted[i + 1]?.name === file.name);
  if (twice) throw new UserError('record.file-name', `Expected each model file once but found '${twice.name}' twice`)
  return sorted.map(file => `${file.digest.sha256}  ${file.name}\n`).join('')
}

/** The files a `SHA256SUMS` lists, or undefined where it is not one we would have written. */
function readSha256Sums(text        )                           {
  if (!text.endsWith('\n')) return undefined
  const files               = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, sha256, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (sha256 === undefined || name === undefined) return undefined
    files.push({ name, digest: { sha256 } });
  }
  return files
}

/** The model's files by digest, in `SHA256SUMS` order; none where no model is named. The output folder `out` may not be among them: what we write is no part of a model. */
async function modelSubject(settings          , files       , out        )                     {
  const names = settings.model.files ? await files.list(settings.model.files) : [];
  const ours = names.find(name => name.startsWith(`${out}/`));
  if (ours !== undefined) {
    throw new UserError(
      'model.covers-output',
      `Expected 'model.files' to name the model only but it covers the output folder: ${ours}`,
      {
        hint: "Name the model's own folder or files, or set another output folder with 'out'",
      },
    )
  }
  const subjects            = [];
  for (const name of names) {
    const { sha256, bytes } = await files.digest(name);
    subjects.push({ name, digest: { sha256 }, bytes });
  }
  return subjects
}

const MAX_KEY_BYTES$1 = 64 * 1024;

                                     
                                         
                      
                                                    
                                        
                                                                     
                                          
                                   
                                         
                                                                                          
                                               
 

/** What came of a certification, ready to be reported. */
                                                 
                                                                                         
                           
                                                                                                             
                                          
                                         
                          
 

/**
 * Decides by the policy whether the model as it is now is certified, and signs that: a certificate, or a refusal. What an
 * earlier run left is removed first, so that no old certificate outlives a run that did not renew it. Never throws.
 */
async function auditRecord(
  settings          ,
  options                    ,
  ports       ,
)                         {
  const { name, version } = settings.model;
  let model                    = { name, version };
  let decision           = { verdict: 'inconclusive', rules: [], notes: notesOf(options) };
  try {
    await removeRecord(options.out, ports);
    const subject = await existingModel(settings, options.out, ports);
    const sums = sha256Sums(subject);
    model = { name, version, id: ports.sha256(sums) };
    const found = await findEvidence(options.evidence ?? options.out, ports);
    const documents = found.map(({ document }) => document);
    decision = decide$1({ documents, policy: settings.policy, subject, version: VERSION, commit: ports.context.commit });
    decision = { ...decision, notes: [...decision.notes, ...notesOf(options)] };
    await ports.files.write(`${options.out}/${SUMS_FILE}`, sums);

    const key = await privateKey(settings, options, ports);
    const statement = {
      modelId: ports.sha256(sums),
      model: { name, version },
      subject,
      documents,
      policy: settings.policy,
      policyUri: options.policyUri ?? 'proofmark.yml#policy',
      source: sourceOf$1(ports),
      at: ports.now(),
      sha256: ports.sha256,
    };
    if (decision.verdict !== 'passed') {
      const path = `${options.out}/${REFUSAL_FILE}`;
      await ports.files.write(path, await sign(refusalOf(statement, decision), key, ports));
      return { verdict: decision.verdict, decision, model, path, assets: [] }
    }
    const certificate = certificateOf(statement);
    const bundle = await sign(certificate, key, ports);
    const path = `${options.out}/${CERTIFICATE_FILE}`;
    await ports.files.write(path, bundle);
    const { notAfter } = certificate.predicate[CERTIFICATE_EXTENSION].validity;
    const assets = [
      asset(SUMS_FILE, sums),
      asset(CERTIFICATE_FILE, bundle),
      ...found.flatMap(({ asset }) => asset ?? []),
    ];
    return { verdict: 'passed', decision, model, path, notAfter, assets }
  } catch (error) {
    return { verdict: unsigned(decision.verdict), decision, model, problem: problemOf(error), assets: [], error }
  }
}

/** Removes what an earlier run recorded. */
async function removeRecord(out        , { files }       )                {
  for (const file of [CERTIFICATE_FILE, REFUSAL_FILE, SUMS_FILE]) await files.remove(`${out}/${file}`);
}

async function existingModel(settings          , out        , { files }       )                     {
  if (!settings.model.files)
    throw new UserError('settings.missing', "Expected 'model.files' to be set (the model) but found nothing", {
      hint: "Name the model's files under model.files in proofmark.yml, or as the input 'model'",
    })
  const subject = await modelSubject(settings, files, out);
  if (subject.length === 0)
    throw new UserError(
      'record.no-model',
      `Expected files of the model in ${settings.model.files.join(', ')} but found none`,
      { hint: 'Build or fetch the model before audit-record' },
    )
  return subject
}

                 
                                     
                               
 

async function findEvidence(folder        , { files, sha256 }       )                   {
  const found          = [];
  for (const gate of GATES) {
    const name = evidenceFile(gate);
    const path = `${folder}/${name}`;
    if (!(await files.exists(path))) continue
    try {
      const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES });
      found.push({ document: readEvidence(gate, content, sha256(content)), asset: { name, content } });
    } catch (error) {
      if (!(error instanceof UserError) || error.kind !== 'input') throw error
      found.push({ document: { gate, unreadable: `it cannot be read: ${error.message}` } });
    }
  }
  return found
}

async function privateKey(settings          , options                    , { files }       )                  {
  if (options.privateKey !== undefined && options.privateKey.trim() !== '') return options.privateKey
  if (settings.record.key !== undefined) return files.readText(settings.record.key, { maxBytes: MAX_KEY_BYTES$1 })
  throw new UserError('record.key-missing', 'Expected a private key to sign the decision with but found none', {
    hint: 'Make a key pair with `proofmark keygen` and give its private half as the key',
  })
}

/** The statement's bytes are made once: what is signed is what is stored. */
async function sign(statement        , key        , { signing }       )                  {
  return signing.sign(new TextEncoder().encode(JSON.stringify(statement)), STATEMENT_PAYLOAD, key)
}

function sourceOf$1({ context: { repository, commit, ref, url } }       )                           {
  return { repository, commit, ref, run: url }
}

const notesOf = ({ notes = [] }                    ) => notes.map(note => note.reason);
const asset = (name        , text        )               => ({ name, content: new TextEncoder().encode(text) });
const unsigned = (decided         )          => (decided === 'passed' ? 'inconclusive' : decided);

const problemOf = (error         )                      =>
  error instanceof UserError
    ? { message: error.message, hint: error.hint }
    : { message: error instanceof Error ? error.message : String(error) };

/** 0 passed · 1 failed · 2 inconclusive · 3 the settings or the input are wrong · 4 the environment is. */
                                        

const OF_VERDICT                            = { passed: 0, failed: 1, inconclusive: 2 };

/** What has to be mended first decides: the environment, then settings and input, then the verdict. A bug of ours decided nothing. */
function exitCode(verdict         , errors                    )           {
  const known = errors.filter(error => error instanceof UserError);
  if (known.some(error => error.kind === 'environment')) return 4
  if (known.some(error => error.kind === 'input')) return 3
  return errors.length > 0 && verdict === 'passed' ? 2 : OF_VERDICT[verdict]
}

/** A column of the file that the contract describes. */
                         
                                     
                       
                                    
                        
                             
                                      
                            
                                                                                                         
                                     
                                                          
                                          
                                     
                             
                                                         
                                                              
 

/** Classifications whose values a report may show. Any other word, of whatever scheme, keeps them out. */
const OPEN                      = new Set(['', 'public', 'internal', 'none']);

/** Whether the contract keeps the column's values out of every report. */
const isSensitive = ({ classification }          )          =>
  !OPEN.has(
    String(classification ?? '')
      .trim()
      .toLowerCase(),
  );

/** How the text of a cell is read as a value of one ODCS logical type. Cells are never trimmed; an empty one is null and is not read. */
                              
                                   
                     
                                                           
                       
                                                              
                                              
                                                                              
                                                         
                                                                                           
                                                                                            
 

/** Reads the cells of one column. */
                         
                                                                                                                   
                                         
                                                   
                                            
 

/** A logical type. */
const defineType = (type             )              => type;

/** Lists, which the cells of a CSV file do not hold. */
const array$1 = defineType({
  id: 'array',
  noun: 'a list',
  written: () => 'nothing that a CSV file can hold',
  options: ['minItems', 'maxItems', 'uniqueItems'],
  reader: () => ({ unsupported: 'a CSV file has no lists' }),
});

const VALUES                                   = {
  true: 1,
  True: 1,
  TRUE: 1,
  1: 1,
  false: 0,
  False: 0,
  FALSE: 0,
  0: 0,
};

/** Truth values as XML Schema writes xsd:boolean (Part 2, 3.3.2), and as Python and spreadsheets do. */
const boolean = defineType({
  id: 'boolean',
  noun: 'true or false',
  written: () => 'true, false, True, False, TRUE, FALSE, 1 or 0',
  options: [],
  reader: () => ({ read: text => (Object.hasOwn(VALUES, text) ? (VALUES[text] ?? Number.NaN) : Number.NaN) }),
});

/** Letters of a JDK `DateTimeFormatter` pattern that are read, with the text they stand for. */
const FIELDS                              = new Map([
  ['yyyy', '(?<year>[0-9]{4})'],
  ['uuuu', '(?<year>[0-9]{4})'],
  ['MM', '(?<month>[0-9]{2})'],
  ['M', '(?<month>[0-9]{1,2})'],
  ['dd', '(?<day>[0-9]{2})'],
  ['d', '(?<day>[0-9]{1,2})'],
  ['HH', '(?<hour>[0-9]{2})'],
  ['H', '(?<hour>[0-9]{1,2})'],
  ['mm', '(?<minute>[0-9]{2})'],
  ['m', '(?<minute>[0-9]{1,2})'],
  ['ss', '(?<second>[0-9]{2})'],
  ['s', '(?<second>[0-9]{1,2})'],
]);

/** `Z`, `+02:00`, `+0200` or `+02`: the standard's own examples put `Z` for any of them, where the JDK is narrower. */
const OFFSET = '(?<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?)';
const TIME$1 = '(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?';
const DATE = '(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})';

/** What is taken where the contract gives no format: ISO 8601, extended. */
const ISO = {
  date: new RegExp(`^${DATE}$`),
  timestamp: new RegExp(`^${DATE}[T ]${TIME$1}${OFFSET}?$`),
  time: new RegExp(`^${TIME$1}${OFFSET}?$`),
};         

/**
 * A JDK `DateTimeFormatter` pattern as an expression with a group per field; undefined where it uses a letter that is
 * not read (names of months and days, halves of the day, eras, weeks, optional parts). `T` stands for itself without
 * quotes, as the standard's examples have it.
 */
function temporalExpression(format        )                     {
  const tokens = format.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']/g) ?? [];
  if (tokens.join('') !== format) return undefined
  const sources = tokens.map(sourceOf);
  if (sources.includes(undefined)) return undefined
  try {
    return new RegExp(`^${sources.join('')}$`)
  } catch {
    return undefined
  }
}

function sourceOf(token        )                     {
  if (token === "''") return "'"
  if (token.startsWith("'")) return literal$3(token.slice(1, -1).replaceAll("''", "'"))
  if (/^S{1,9}$/.test(token)) return `(?<fraction>[0-9]{${token.length}})`
  if (/^([XxZ])\1*$/.test(token)) return OFFSET
  if (token === 'T' || /^[^A-Za-z[\]{}#]$/.test(token)) return literal$3(token)
  return FIELDS.get(token)
}

const literal$3 = (text        )         => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const DAY$1 = 86_400_000;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];         

/** Milliseconds since 1970-01-01T00:00Z that a match's fields name, a text without an offset read as UTC; NaN for a day or hour that does not exist. */
function instant(fields                                              )         {
  const year = Number(fields.year ?? 1970);
  const month = Number(fields.month ?? 1);
  const day = Number(fields.day ?? 1);
  const [hour, minute, second] = [fields.hour, fields.minute, fields.second].map(text => Number(text ?? 0));
  if (hour === undefined || minute === undefined || second === undefined) return Number.NaN
  if (day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return Number.NaN
  const fraction = fields.fraction === undefined ? 0 : Number(`0.${fields.fraction}`);
  const ofDay = ((hour * 60 + minute) * 60 + second + fraction) * 1000;
  return daysSince1970(year, month, day) * DAY$1 + ofDay - offset(fields.offset)
}

/** Milliseconds that local time is ahead of UTC. */
function offset(text                    )         {
  if (text === undefined || text === 'Z') return 0
  const digits = text.replace(':', '');
  const [hours, minutes] = [Number(digits.slice(1, 3)), Number(digits.slice(3, 5))];
  if (hours > 18 || minutes > 59) return Number.NaN
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

function daysIn(year        , month        )         {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0)
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; the Gregorian calendar repeats every 400 years of 146097 days. */
const daysSince1970 = (year        , month        , day        )         =>
  Date.UTC(year + 400, month - 1, day) / DAY$1 - 146_097;

/** Reads date and time by the contract's format, else by ISO 8601; `timezone` says whether an offset must or must not be there. */
function temporalReader(iso        , options                    )                                            {
  const expression = options.format === undefined ? iso : temporalExpression(options.format);
  if (!expression) return { unsupported: `the format '${options.format}' uses letters that Proofmark does not read` }
  return {
    read(text) {
      const fields = expression.exec(text)?.groups;
      if (!fields) return Number.NaN
      if (options.timezone !== undefined && options.timezone !== (fields.offset !== undefined)) return Number.NaN
      return instant(fields)
    },
    zoned: text => expression.exec(text)?.groups?.offset !== undefined,
  }
}

/** How a date or a time is written: in the contract's format, else like the ISO 8601 example; with an offset or without where the contract says so. */
function writtenAs(what        , { format, timezone }                    , iso        )         {
  const offset = timezone === undefined ? '' : timezone ? ', with an offset from UTC' : ', without an offset from UTC';
  return `${what}, ${format === undefined ? `such as ${iso}` : `written ${format}`}${offset}`
}

/** Days of the Gregorian calendar. */
const date = defineType({
  id: 'date',
  noun: 'a date',
  written: options => writtenAs('a day that exists', options, '2024-02-29'),
  options: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  reader: options => temporalReader(ISO.date, options),
});

const LEXICAL$1 = /^[+-]?[0-9]+$/;

/** Whole numbers as XML Schema writes xsd:integer (Part 2, 3.4.13). */
const integer = defineType({
  id: 'integer',
  noun: 'an integer',
  written: () => 'digits, with a sign or without, such as 42 or -7; not 42.0, 4e2 or 1,000',
  options: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  reader: () => ({
    read(text) {
      const value = LEXICAL$1.test(text) ? Number(text) : Number.NaN;
      return Number.isFinite(value) ? value : Number.NaN
    },
  }),
});

const LEXICAL = /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$/;

/** Decimal numbers as XML Schema writes xsd:double (Part 2, 3.3.5) without INF and NaN: neither is a measurement. */
const number$1 = defineType({
  id: 'number',
  noun: 'a finite number',
  written: () => 'a decimal with a point, such as 3.14, .5 or 1e-3; not NaN, inf, 3,14 or 5 %',
  options: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  reader: () => ({
    read(text) {
      const value = LEXICAL.test(text) ? Number(text) : Number.NaN;
      return Number.isFinite(value) ? value : Number.NaN
    },
  }),
});

/** Structures, which the cells of a CSV file do not hold. */
const object = defineType({
  id: 'object',
  noun: 'a structure',
  written: () => 'nothing that a CSV file can hold',
  options: ['minProperties', 'maxProperties', 'required'],
  reader: () => ({ unsupported: 'a CSV file has no structures inside a cell' }),
});

/** Any text: there is nothing to read. */
const string = defineType({
  id: 'string',
  noun: 'a text',
  written: () => 'anything',
  options: ['minLength', 'maxLength', 'pattern', 'format'],
  reader: () => undefined,
});

/** Times of the day; without an offset, in UTC. */
const time$1 = defineType({
  id: 'time',
  noun: 'a time of day',
  written: options => writtenAs('a time that exists', options, '14:22:35 or 14:22'),
  options: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'timezone', 'defaultTimezone'],
  reader: options => temporalReader(ISO.time, options),
});

/** Points in time; without an offset, in UTC. */
const timestamp = defineType({
  id: 'timestamp',
  noun: 'a timestamp',
  written: options => writtenAs('a time that exists', options, '2024-03-10T14:22:35Z or 2024-03-10 14:22'),
  options: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'timezone', 'defaultTimezone'],
  reader: options => temporalReader(ISO.timestamp, options),
});

var types = /*#__PURE__*/Object.freeze({
  __proto__: null,
  array: array$1,
  boolean: boolean,
  date: date,
  integer: integer,
  number: number$1,
  object: object,
  string: string,
  time: time$1,
  timestamp: timestamp
});

const BY_ID                                   = new Map(Object.values(types).map(type => [type.id, type]));

/** The logical type of that name; of no name, a text. */
const logicalTypeOf = (name                    )              => BY_ID.get(name ?? 'string') ?? string;

/** A file held against the table of the contract that it should be. */
                                                   
                       
                           
                                    
                                              
                                     
                                                                                      
                                                                                     
                                                 
                                        
                                                                                 
                                                                                                          
 

/** Finds each property's column in the header by `physicalName`, else by `name`. */
function bindTable(
  contract              ,
  table               ,
  file        ,
  header                   ,
)             {
  const columns           = [];
  const missing                                         = [];
  for (const [i, property] of (table.object.properties ?? []).entries()) {
    const lineOf = (...path                        ) => table.lineOf('properties', i, ...path);
    const name = nameIn(property, header);
    if (name === undefined) missing.push({ property, line: lineOf() });
    else columns.push({ name, index: header.indexOf(name), property, lineOf, ...reading(property) });
  }
  const known = new Set(columns.map(column => column.name));
  return {
    ...table,
    file,
    contract: contract.name,
    header,
    columns: columns.toSorted((a, b) => a.index - b.index),
    missing,
    unexpected: header.filter(name => !known.has(name)),
    others: contract.tables.filter(other => other !== table).map(other => matchOf(other, header)),
  }
}

function matchOf({ object }               , header                   ) {
  const properties = object.properties ?? [];
  const matching = properties.filter(property => nameIn(property, header) !== undefined).length;
  return { name: object.name, matching, total: properties.length }
}

const nameIn = ({ physicalName, name }          , header                   )                     =>
  [physicalName, name].find(known => known !== undefined && header.includes(known));

function reading(property          ) {
  const type = logicalTypeOf(property.logicalType);
  const options = property.logicalTypeOptions ?? {};
  const reader = type.reader(options);
  const unsupported = reader && 'unsupported' in reader ? reader.unsupported : undefined;
  return {
    type,
    options,
    sensitive: isSensitive(property),
    unsupported,
    reader: reader && 'read' in reader ? reader : undefined,
  }
}

/** Characters of a cell or a name that a message shows. */
const MAX_LENGTH$3 = 40;

/** A text from the data, fit for a sentence: in quotes, on one line, nothing invisible in it, cut where long. */
function shown$2(text        )         {
  const cut = Array.from(text.slice(0, 2 * MAX_LENGTH$3))
    .slice(0, MAX_LENGTH$3)
    .join('');
  const safe = cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, mark => ESCAPES[mark] ?? `\\u{${hex(mark)}}`);
  return `'${safe}${cut.length < text.length ? '…' : ''}'`
}

const ESCAPES                                   = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const hex = (mark        )         => (mark.codePointAt(0) ?? 0).toString(16);

/** A file, the table of the contract it is, and what was found of it. */
                              
                       
                               
                                   
 

/** Room that evidence leaves for an id. */
const MAX_ID$1 = 1000;
/** What names of columns and files may hold and an id should not. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The checks of all files as one list: ids begin with the table (and the file, where it has several) and are unique; titles begin with the file, where there are several. */
function composeChecks(files                        )          {
  const taken = new Set        ();
  return files.flatMap(({ file, table, checks }) => {
    const { name } = table.object;
    const prefix = files.filter(other => other.table === table).length > 1 ? `${name}@${file}` : name;
    return checks.map(check => ({
      ...check,
      id: unique(`${prefix}.${check.id}`.replace(INVISIBLE, '_').slice(0, MAX_ID$1)),
      title: files.length > 1 ? `${file}: ${check.title}` : check.title,
    }))
  })

  function unique(id        )         {
    let free = id;
    for (let i = 2; taken.has(free); i++) free = `${id}-${i}`;
    taken.add(free);
    return free
  }
}

/** A warning for each table of the contract that no file was given for. */
function unfiledTables(
  contract                                                                      ,
  files                        ,
)          {
  return contract.tables
    .filter(table => !files.some(file => file.table === table))
    .map(table => ({
      id: `${table.object.name}.file`,
      title: `A file was given for ${shown$2(table.object.name)}`,
      status: 'warn'         ,
      reason: `No file was given for the table ${shown$2(table.object.name)} of the contract, and its rules were not evaluated`,
      hint: 'Add it to data.files, or move the table to a contract of its own',
      locations: [{ file: contract.name, line: table.lineOf(), note: 'the table' }],
    }))
}

/** The table of the contract that a file is: the one its name or physicalName says, else the only one there is. */
function tableForFile(contract              , file        )                {
  const { tables } = contract;
  const full = file.split('/').at(-1) ?? file;
  const stem = full.replace(/\.[^.]+$/, '');
  const named = tables.filter(({ object }) =>
    [object.name, object.physicalName].some(name => name === full || name === stem),
  );
  const [only, ...others] = named.length > 0 ? named : tables;
  if (only && others.length === 0) return only
  const names = tables.map(({ object }) => object.physicalName ?? object.name);
  throw new UserError(
    'contract.no-table',
    `Expected ${file} to be named after one table of ${contract.name} but ${named.length === 0 ? 'it is named after none' : `${named.length} have its name`}`,
    { file: contract.name, hint: `Name the file after one of: ${names.join(', ')}; or set physicalName to ${full}` },
  )
}

/** Rows that are looked at together; each column's cells are read as values once, for all checks. */
                        
                               
                                                                                        
                                      
 

/** Rows as a batch, whose values are read when first asked for. */
function batchOf(rows                )        {
  const known = new Map                      ();
  return { rows, values: column => known.get(column) ?? read(column) }

  function read(column        )               {
    const { index, reader } = column;
    const values = new Float64Array(rows.length).fill(Number.NaN);
    if (reader) {
      for (const [i, row] of rows.entries()) {
        const text = row.cells[index] ?? '';
        if (text !== '') values[i] = reader.read(text);
      }
    }
    known.set(column, values);
    return values
  }
}

/** The state of checks that look at the header alone: none. */
const headerOnly = {
  init: () => ({}),
  add: () => {},
  merge: () => {},
};

/** One thing a contract demands of a file, planned before its rows are read. */
                       
                            
                          
                                     
                     
                        
                        
                                              
                       
 

/** A kind of check, its state a monoid: rows can be added in any shards, and the shards merged in file order, for the same answer. */
                                                         
                     
                        
                                                
                                        
                      
                                                
                                                                                
                                                  
                                      
 

/** A kind of check as the engine sees it. */
                             
                     
                        
                              
                                     
 

/** One rule being checked. */
                          
                     
                         
                                                                    
                             
                 
 

/** A kind of check, its state hidden: the engine adds rows, merges shards and asks for the answer. */
function defineCheck                       (definition                           )             {
  const states = new WeakMap                ();
  return {
    id: definition.id,
    title: definition.title,
    start: table => definition.rules(table).map(count),
  }

  function count(rule   )          {
    const state = definition.init(rule);
    const counter          = {
      rule,
      add: batch => definition.add(state, batch, rule),
      merge(later) {
        const other = states.get(later);
        if (other === undefined) throw new Error(`Not a counter of ${definition.id}`)
        definition.merge(state, other, rule);
      },
      finish: () => definition.finish(state, rule),
    };
    states.set(counter, state);
    return counter
  }
}

/** A number of things: `1 row`, `2 rows`. */
const count$1 = (n        , noun        )         => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** All of them, one by one: `the only row`, `each of 2 rows`. */
const each = (n        , noun        )         => (n === 1 ? `the only ${noun}` : `each of ${n} ${noun}s`);

/** Share of the contract's columns below which the file is taken for another table. */
const RELATED = 0.25;

/** What to say where almost nothing of the contract is in the file: it is about another table, or the file has no header. */
function looksUnrelated(table            )                                               {
  const { columns, missing, file, contract, object, others } = table;
  const total = columns.length + missing.length;
  if (columns.length >= total * RELATED || (total < 3 && columns.length > 0)) return undefined
  const reason = `${columns.length === 0 ? 'None' : `Only ${columns.length}`} of the ${count$1(total, 'column')} of ${shown$2(object.name)} ${columns.length > 1 ? 'are' : 'is'} in ${file}: the contract seems to be about another table`;
  const best = others.toSorted((a, b) => b.matching - a.matching)[0];
  if (best && best.matching > columns.length) {
    const hint = `${shown$2(best.name)} of the contract fits best, with ${best.matching} of ${best.total} columns; name the file or the table so that they match`;
    return { reason, hint }
  }
  const header = columns.length === 0 ? `, and that ${file}:1 is a header` : '';
  return { reason, hint: `Check that ${contract} is the contract of ${file}${header}` }
}

/** Names that a sentence lists. */
const LISTED = 4;

/** Names for a sentence: `'a', 'b' and 3 more`. */
function listed$2(names                   )         {
  const more = names.length - LISTED;
  return `${names.slice(0, LISTED).map(shown$2).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** The file has every column of the contract. */
const columns = defineCheck({
  id: 'columns',
  title: 'Every column of the contract is there',
  rules: (table)         => [
    { id: 'columns', title: 'Every column of the contract is there', table, line: table.lineOf('properties') },
  ],
  ...headerOnly,
  finish(_, { id, title, table }) {
    const { missing, columns: found, file, contract, object } = table;
    const total = missing.length + found.length;
    const base = {
      id,
      title,
      measured: { value: missing.length, unit: 'columns', n: total },
      required: { comparator: '='         , value: 0, unit: 'columns' },
    };
    if (total === 0) {
      const reason = `The contract names no column of ${shown$2(object.name)}`;
      const hint = `List its columns under properties, at ${contract}:${table.lineOf()}`;
      return { ...base, status: 'inconclusive', reason, hint, locations: [{ file: contract, line: table.lineOf() }] }
    }
    const rules = missing.map(({ line }) => ({ file: contract, line, note: 'the rule' }));
    const locations =
      missing.length > 0 ? [{ file, line: 1 }, ...rules] : [{ file: contract, line: table.lineOf('properties') }];
    if (missing.length === 0) {
      return {
        ...base,
        status: 'pass',
        reason: `The file has ${each(total, 'column')} of the contract`,
        locations,
      }
    }
    const unrelated = looksUnrelated(table);
    if (unrelated) return { ...base, status: 'fail', ...unrelated, locations }
    const names = listed$2(missing.map(({ property }) => property.physicalName ?? property.name));
    const reason = `The file lacks ${missing.length} of ${count$1(total, 'column')} of the contract, whose rules were not evaluated: ${names}`;
    return { ...base, status: 'fail', reason, hint: hint(table), locations }
  },
});

/** Names the column that each missing one may be. */
function hint({ missing, unexpected, contract }            )         {
  const meant = missing.flatMap(({ property, line }) => {
    const name = property.physicalName ?? property.name;
    const near = unexpected.find(other => fold(other) === fold(name)) ?? close(name, unexpected);
    return near === undefined ? [] : [`${shown$2(name)} (${contract}:${line}) may be ${shown$2(near)} in the file`]
  });
  return meant.length > 0 ? meant.join('; ') : 'Add them to the file, or take them out of the contract'
}

const close = (name        , others                   ) =>
  closestMatch(name, [...others], { maxDistance: Math.max(1, Math.floor(name.length / 3)) });

/** Without case, blanks and punctuation. */
const fold = (name        )         => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Lines of failing rows that a check points at. */
const MAX_LINES = 5;
/** Distinct failing values whose counts are kept. */
const MAX_VALUES = 100;
/** Of those, how many a sentence names. */
const NAMED_VALUES = 3;

/** Rows that fail a rule. */
                           
               
                           
                 
                                                                                                                                    
                             
                                             
                              
 

/** Nothing has failed yet. */
const noFailures = ()           => ({ count: 0, lines: [], values: new Map(), greatest: undefined });

/** Counts a failing row; `text` only where its value may be shown. */
function addFailure(failures          , line        , text         )       {
  failures.count += 1;
  if (failures.lines.length < MAX_LINES) failures.lines.push(line);
  if (text !== undefined) addValue(failures, shown$2(text), 1);
}

/**
 * Keeping the smallest keys, not the first met, makes their counts exact in bounded memory, in any order and any shards:
 * a key among the smallest of all is among the smallest wherever it occurs, so it is never dropped.
 */
function addValue(failures          , key        , count        )       {
  const { values } = failures;
  const known = values.get(key);
  if (known === undefined && failures.greatest !== undefined) {
    if (key > failures.greatest) return
    values.delete(failures.greatest);
  }
  values.set(key, (known ?? 0) + count);
  if (known === undefined && values.size === MAX_VALUES) failures.greatest = greatest$1(values.keys());
}

const greatest$1 = (keys                  )         => {
  let last = '';
  for (const key of keys) if (key > last) last = key;
  return last
};

/** Takes in the failures of the rows that follow. */
function mergeFailures(failures          , later          )       {
  failures.count += later.count;
  failures.lines = [...failures.lines, ...later.lines].toSorted((a, b) => a - b).slice(0, MAX_LINES);
  for (const [key, count] of later.values) addValue(failures, key, count);
}

/** The most frequent failing values, as the end of a sentence: `: 'n/a' (12), '-' (3) and 4 others`. */
function namedValues({ values }          )         {
  if (values.size === 0) return ''
  const ranked = [...values].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = ranked.slice(0, NAMED_VALUES).map(([value, count]) => `${value} (${count})`);
  const others = values.size - named.length;
  const rest =
    others === 0 ? '' : ` and ${values.size === MAX_VALUES ? 'many' : others} other${others === 1 ? '' : 's'}`;
  return `: ${named.join(', ')}${rest}`
}

/** Entries that one Map of V8 can hold, with room to spare. */
const MAX_ENTRIES = 2 ** 24 - 2 ** 16;

/** Every distinct key with the line on which it stands first. Exact, so it holds them all. */
                             
                                      
              
 

/** No keys yet. */
const noLines = ()             => ({ maps: [new Map()], size: 0 });

/** Whether the key is new; if so, it is kept. */
function addKey(seen            , key        , line        )          {
  for (const map of seen.maps) if (map.has(key)) return false
  let last = seen.maps.at(-1);
  if (!last || last.size >= MAX_ENTRIES) {
    last = new Map();
    seen.maps.push(last);
  }
  last.set(key, line);
  seen.size += 1;
  return true
}

/** Takes in the keys of the rows that follow; those known already are told to `repeated`. */
function mergeKeys(seen            , later            , repeated                                     )       {
  for (const map of later.maps) {
    for (const [key, line] of map) if (!addKey(seen, key, line)) repeated(key, line);
  }
}

/** Between the cells of a key; no cell holds it, as a file with NUL bytes is refused. */
const SEPARATOR = '\0';

/** How often rows repeat the values that earlier rows have in the same columns. Texts compare as they are: `1` and `1.0` differ. */
                               
              
                                 
               
                           
                                                                          
                             
                                                                  
                          
 

/** No rows yet. */
const distinctRows = ()               => ({
  rows: 0,
  keyed: 0,
  seen: noLines(),
  repeated: noFailures(),
  empty: noFailures(),
});

/** Takes in rows, keyed by their cells in the columns. */
function addRows(state              , { rows }       , columns                   )       {
  const hidden = columns.some(column => column.sensitive);
  const [only] = columns.length === 1 ? columns : [];
  state.rows += rows.length;
  for (const { cells, line } of rows) {
    const key = only ? (cells[only.index] ?? '') : compound(cells, columns);
    if (key === '') addFailure(state.empty, line);
    else if (addKey(state.seen, key, line)) state.keyed += 1;
    else repeat(state, key, line, hidden);
  }
}

/** Takes in the state of the rows that follow. */
function mergeRows(state              , later              , columns                   )       {
  const hidden = columns.some(column => column.sensitive);
  state.rows += later.rows;
  state.keyed += later.keyed;
  mergeFailures(state.repeated, later.repeated);
  mergeFailures(state.empty, later.empty);
  const again           = noFailures();
  mergeKeys(state.seen, later.seen, (key, line) => addFailure(again, line, hidden ? undefined : readable(key)));
  mergeFailures(state.repeated, again);
}

function repeat(state              , key        , line        , hidden         )       {
  state.keyed += 1;
  addFailure(state.repeated, line, hidden ? undefined : readable(key));
}

/** Empty where one of the cells is. */
function compound(cells                   , columns                   )         {
  const parts = columns.map(({ index }) => cells[index] ?? '');
  return parts.includes('') ? '' : parts.join(SEPARATOR)
}

const readable = (key        )         => key.replaceAll(SEPARATOR, ', ');

/** Where to look: the first rows at fault, then the rule in the contract. */
function locations({ table, column, line }      , lines                    = [])             {
  const rows = lines.map(at => ({ file: table.file, line: at, ...(column ? { column: column.name } : {}) }));
  return [...rows, { file: table.contract, line, note: 'the rule' }]
}

/** What to do about rows at fault. */
const mendOr = ({ table, line }      , lines                   )         =>
  lines[0] === undefined
    ? `Change the data, or the rule at ${table.contract}:${line}`
    : `Look at ${table.file}:${lines[0]}; mend the rows, or the rule at ${table.contract}:${line}`;

/** A share of 1 for a sentence, to four digits; never rounded to all or nothing. */
function percent$1(share        )         {
  const rounded = Number((100 * share).toPrecision(4));
  if (rounded === 100 && share < 1) return 'more than 99.99 %'
  return `${rounded} %`
}

/** Severities under which a broken rule warns. The standard leaves the word free; any other fails. */
const MILD                      = new Set(['info', 'warning']);

/** The verdict on a number of rows out of all; `counted` says what is true of them: `is empty`. */
function finishMetric(rule            , failures          , rows        , counted        )        {
  const { operator, limit, unit } = rule;
  if (rows === 0) return noRows$2(rule)
  const share = failures.count / rows;
  const value = unit === 'percent' ? (100 * failures.count) / rows : failures.count;
  const holds = operator.holds(value, limit);
  const lines = holds ? [] : failures.lines;
  const named = listed$2(rule.columns.map(({ name }) => name));
  const found = `${named} ${counted} in ${failures.count} of ${count$1(rows, 'row')} (${percent$1(share)})`;
  return {
    ...head(rule),
    status: statusOf(rule, holds),
    measured: { value, unit, share, n: rows },
    reason: `${found}${holds ? '' : namedValues(failures)}; required: ${demand(rule)}`,
    ...(holds ? {} : { hint: mendOr(rule, lines) }),
    locations: locations(rule, lines),
  }
}

/** The verdict on the number of rows itself. None at all can break the rule but not keep it. */
function finishCount(rule            , rows        )        {
  const holds = rule.operator.holds(rows, rule.limit);
  if (rows === 0 && holds) return noRows$2(rule)
  return {
    ...head(rule),
    status: statusOf(rule, holds),
    measured: { value: rows, unit: 'rows', n: rows },
    reason: `${rule.table.file} has ${count$1(rows, 'row')}; required: ${demand(rule)}`,
    ...(holds
      ? {}
      : { hint: `Check the step that writes it, or change the rule at ${rule.table.contract}:${rule.line}` }),
    locations: locations(rule),
  }
}

const noRows$2 = (rule            )        => ({
  ...head(rule),
  status: 'inconclusive',
  reason: `${rule.table.file} has no rows`,
  locations: locations(rule),
});

const head = ({ id, title, operator, limit, unit }            ) => ({
  id,
  title,
  required: { comparator: operator.comparator, value: typeof limit === 'number' ? limit : [...limit], unit },
});

const statusOf = ({ quality }            , holds         )         =>
  holds ? 'pass' : MILD.has(quality.severity?.toLowerCase() ?? '') ? 'warn' : 'fail';

const demand = ({ operator, limit, unit }            )         =>
  `${operator.words(limit)}${unit === 'percent' ? ' percent' : ''}`;

/** What a rule can demand of its number. */
                           
                                             
                                                                
                                          
                                                          
 

/** One number, or the two ends of a range. */
                                                      

/** The operators of the standard's library. `mustBeBetween` leaves both ends out: the text makes it equal to `mustBeGreaterThan` with `mustBeLessThan`. */
const OPERATORS = {
  mustBe: single('=', 'exactly', (value, limit) => value === limit),
  mustNotBe: single('!=', 'anything but', (value, limit) => value !== limit),
  mustBeGreaterThan: single('>', 'more than', (value, limit) => value > limit),
  mustBeGreaterOrEqualTo: single('>=', 'at least', (value, limit) => value >= limit),
  mustBeLessThan: single('<', 'less than', (value, limit) => value < limit),
  mustBeLessOrEqualTo: single('<=', 'at most', (value, limit) => value <= limit),
  mustBeBetween: range$2('between', 'between', (value, low, high) => value > low && value < high),
  mustNotBeBetween: range$2('not in', 'not between', (value, low, high) => value <= low || value >= high),
};                                            

/** Name of an operator, as the contract has it. */
                                                 

function single(
  comparator                        ,
  words        ,
  holds                                           ,
)           {
  return {
    comparator,
    words: limit => `${words} ${limit}`,
    holds: (value, limit) => typeof limit === 'number' && holds(value, limit),
  }
}

function range$2(
  comparator                        ,
  words        ,
  holds                                                       ,
)           {
  return {
    comparator,
    words: limit => (typeof limit === 'number' ? '' : `${words} ${limit[0]} and ${limit[1]}, both excluded`),
    holds: (value, limit) => typeof limit !== 'number' && holds(value, limit[0], limit[1]),
  }
}

/**
 * A pattern of the contract as ECMA-262 has it: a search, anchored only where the pattern says so with `^` and `$`.
 * Unicode mode; where that refuses it (an escape such as `\-`, legal in the 5.1 edition that ODCS names), without.
 */
function patternExpression(source        )         {
  try {
    return new RegExp(source, 'u')
  } catch {
    return new RegExp(source)
  }
}

/** Whether the pattern is a regular expression at all. */
function isPattern(source        )          {
  try {
    patternExpression(source);
    return true
  } catch {
    return false
  }
}

const Scalar$1 = union([string$1(), number$2(), boolean$1(), _null()], {
  error: 'a text, a number, true, false or null',
});
const Between = tuple$1([number$2(), number$2()], { error: 'a list of two numbers' })
  .refine(([low, high]) => low < high, { error: 'a list of two numbers, the smaller first' });

/** The metrics of the standard's library. */
const METRICS$3 = ['rowCount', 'nullValues', 'missingValues', 'invalidValues', 'duplicateValues'];         
/** Name of a metric of the library. */
                                             

const Arguments = strictObject({
  missingValues: array$2(Scalar$1).min(1).optional(),
  validValues: array$2(Scalar$1).min(1).optional(),
  pattern: string$1().optional(),
  properties: array$2(string$1()).min(1).optional(),
});

/** One rule under `quality`, ODCS v3.1. */
const QualityRule = strictObject({
    id: string$1().optional(),
    name: string$1().optional(),
    description: string$1().nullish(),
    type: _enum(['library', 'text', 'sql', 'custom']).optional(),
    metric: _enum(METRICS$3).optional(),
    rule: string$1().optional(),
    arguments: Arguments.nullish(),
    mustBe: union([number$2(), string$1(), boolean$1()], { error: 'a number, a text, true or false' }).optional(),
    mustNotBe: union([number$2(), string$1(), boolean$1()], { error: 'a number, a text, true or false' }).optional(),
    mustBeGreaterThan: number$2().optional(),
    mustBeGreaterOrEqualTo: number$2().optional(),
    mustBeLessThan: number$2().optional(),
    mustBeLessOrEqualTo: number$2().optional(),
    mustBeBetween: Between.optional(),
    mustNotBeBetween: Between.optional(),
    unit: string$1().optional(),
    severity: string$1().optional(),
    query: string$1().optional(),
    engine: string$1().optional(),
    implementation: unknown$1().optional(),
    authoritativeDefinitions: unknown$1().optional(),
    businessImpact: unknown$1().optional(),
    customProperties: unknown$1().optional(),
    dimension: unknown$1().optional(),
    method: unknown$1().optional(),
    schedule: unknown$1().optional(),
    scheduler: unknown$1().optional(),
    tags: unknown$1().optional(),
  })
  .check(({ value, issues }) => {
    const metric = metricOf(value);
    const refuse = (key        , message        ) =>
      issues.push({ code: 'custom', path: [key], message, input: Reflect.get(value, key) });
    if (value.type === 'library' && metric === undefined && value.rule === undefined) {
      refuse('metric', `one of ${METRICS$3.join(', ')}`);
    }
    if (metric === undefined) return
    if (operatorsOf(value).length === 0) {
      issues.push({
        code: 'custom',
        path: [],
        message: `a rule with one of ${Object.keys(OPERATORS).join(', ')}`,
        input: undefined,
      });
    }
    for (const key of ['mustBe', 'mustNotBe']         ) {
      if (value[key] !== undefined && typeof value[key] !== 'number') refuse(key, 'a number');
    }
    const units = metric === 'rowCount' ? ['rows'] : ['rows', 'percent'];
    if (value.unit !== undefined && !units.includes(value.unit)) refuse('unit', units.join(' or '));
    const { pattern, validValues } = value.arguments ?? {};
    if (pattern !== undefined && !isPattern(pattern)) {
      issues.push({
        code: 'custom',
        path: ['arguments', 'pattern'],
        message: 'a regular expression of ECMA-262',
        input: pattern,
      });
    }
    if (metric === 'invalidValues' && pattern === undefined && validValues === undefined) {
      issues.push({ code: 'custom', path: ['arguments'], message: 'validValues or a pattern', input: value.arguments });
    }
  });
                                                     

/** The metric a rule of the library asks for; `rule` is its name before v3.1. */
function metricOf({ type, metric, rule }                                               )                     {
  if (type !== undefined && type !== 'library') return undefined
  return metric ?? METRICS$3.find(known => known === rule)
}

/** What the rule demands of its number; all of it must hold. */
function operatorsOf(rule             )                                                             {
  const named = Object.keys(OPERATORS).filter((key)                      => key in OPERATORS);
  return named.flatMap(name => {
    const limit = rule[name];
    return typeof limit === 'number' || Array.isArray(limit) ? [{ name, limit }] : []
  })
}

/** A rule of the standard's library, for one operator of it. */
                                          
                               
                             
                       
                                   
                                                             
                                     
 

/** A rule under `quality`, with the column it stands under. */
                             
                               
                          
                       
 

/** All rules of the table and of the columns that the file has. */
function placedRules(table            )               {
  const ofTable = (table.object.quality ?? []).map((quality, i) => ({ quality, line: table.lineOf('quality', i) }));
  const ofColumns = table.columns.flatMap(column =>
    (column.property.quality ?? []).map((quality, i) => ({ quality, column, line: column.lineOf('quality', i) })),
  );
  return [...ofTable, ...ofColumns]
}

/** The rules that ask for this metric; `subject` begins the title, which the operator ends. */
function metricRules(table            , metric        , subject                              )               {
  return placedRules(table)
    .filter(({ quality }) => metricOf(quality) === metric)
    .flatMap(placed => {
      const columns = columnsOf$1(table, placed);
      const unit = placed.quality.unit === 'percent' ? 'percent' : 'rows';
      if (!columns) return []
      return operatorsOf(placed.quality).map(({ name, limit }) => ({
        ...placed,
        id: [placed.column?.name, placed.quality.id ?? kebab(metric)].filter(part => part !== undefined).join('.'),
        title: `${subject(placed)}: ${OPERATORS[name].words(limit)}${unit === 'percent' ? ' percent' : ''}`,
        table,
        operator: OPERATORS[name],
        limit,
        unit,
        columns,
      }))
    })
}

/** Undefined where one is missing from the file, which the check of columns tells. */
function columnsOf$1(table            , { quality, column }            )                       {
  if (column) return [column]
  const names = quality.arguments?.properties ?? [];
  const found = names.flatMap(name => table.columns.find(({ property }) => property.name === name) ?? []);
  return found.length === names.length ? found : undefined
}

const kebab = (name        )         => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** The library's duplicateValues: rows that repeat the value, or the values of `arguments.properties`, of an earlier row. Rows with an empty cell in them repeat nothing. */
const duplicateValues = defineCheck({
  id: 'duplicate-values',
  title: 'Number or percentage of rows that repeat an earlier one in a column or in several together',
  rules: table =>
    metricRules(table, 'duplicateValues', ({ column, quality }) => {
      const names = column ? [column.name] : (quality.arguments?.properties ?? []);
      return `Duplicates in ${listed$2(names)}`
    }),
  init: distinctRows,
  add: (state, batch, { columns }) => addRows(state, batch, columns),
  merge: (state, later, { columns }) => mergeRows(state, later, columns),
  finish: (state, rule) => finishMetric(rule, state.repeated, state.rows, 'repeats an earlier row'),
});

/** `undecided`: the cell cannot be judged, and so cannot pass. */
                                                     

/** A demand on every cell of a column, one by one. */
                                        
                         
                                                                         
                                
                                                                         
                                               
                                                      
                          
                                           
                           
                                           
                             
                                                          
                          
                                                                                                     
                                              
                                                                                                     
                               
 

/** The smallest and the greatest of what was measured of the cells. */
                         
                      
                       
 

                 
              
           
             
              
                           
                              
 

/** The state and the verdict that all checks of single cells share. */
const perCell = {
  init: ()        => ({
    rows: 0,
    n: 0,
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
    failed: noFailures(),
    undecided: noFailures(),
  }),

  add(state       , batch       , rule          )       {
    const { index, sensitive } = rule.column;
    const values = batch.values(rule.column);
    state.rows += batch.rows.length;
    for (const [i, row] of batch.rows.entries()) {
      const text = row.cells[index] ?? '';
      if (text === '' && !rule.judgesEmpty) continue
      const value = values[i] ?? Number.NaN;
      state.n += 1;
      const judgement = rule.judge(text, value);
      if (judgement !== 'pass') {
        const kept = judgement === 'fail' ? state.failed : state.undecided;
        addFailure(kept, row.line, sensitive || text === '' ? undefined : text);
      }
      if (rule.extent && judgement !== 'undecided') {
        const measure = rule.extent(text, value);
        if (measure < state.low) state.low = measure;
        if (measure > state.high) state.high = measure;
      }
    }
  },

  merge(state       , later       )       {
    state.rows += later.rows;
    state.n += later.n;
    state.low = Math.min(state.low, later.low);
    state.high = Math.max(state.high, later.high);
    mergeFailures(state.failed, later.failed);
    mergeFailures(state.undecided, later.undecided);
  },

  finish(state       , rule          )        {
    const { n, failed, undecided } = state;
    const base = {
      id: rule.id,
      title: rule.title,
      measured: { value: failed.count, unit: 'rows', n, ...(n > 0 ? { share: failed.count / n } : {}) },
      required: { comparator: '='         , value: 0, unit: 'rows' },
    };
    if (state.rows === 0) {
      return { ...base, status: 'inconclusive', reason: `${rule.table.file} has no rows`, locations: locations(rule) }
    }
    if (n === 0) {
      const reason = `${shown$2(rule.column.name)} is empty in ${each(state.rows, 'row')}`;
      return { ...base, status: 'inconclusive', reason, hint: mendOr(rule, []), locations: locations(rule) }
    }
    const { kept, status, words } =
      failed.count > 0
        ? { kept: failed, status: 'fail'         , words: rule.failing }
        : { kept: undecided, status: 'inconclusive'         , words: rule.undecided ?? 'cannot be judged' };
    if (kept.count > 0) {
      const share = `${kept.count} of ${count$1(n, 'cell')} (${percent$1(kept.count / n)})`;
      const reason = `${shown$2(rule.column.name)} ${words} in ${share}${namedValues(kept)}`;
      const hint = `${mendOr(rule, kept.lines)}${rule.written ? `. Expected is ${rule.written}` : ''}`;
      return { ...base, status, reason, hint, locations: locations(rule, kept.lines) }
    }
    const near = rule.column.sensitive ? '' : (rule.near?.({ low: state.low, high: state.high }) ?? '');
    const reason = `${shown$2(rule.column.name)} ${rule.holding} in ${each(n, 'cell')}${near}`;
    return { ...base, status: 'pass', reason, locations: locations(rule) }
  },
};

/** Allowed values that a title names. */
const NAMED$2 = 6;

/** A list of allowed values of a column. */
                              
                                                         
                        
                                           
 

/** A list of allowed values: numbers in a numeric column compare as numbers, all else as the text of the cell. */
function validValues(column        , values                                               )              {
  const texts = new Set(values.map(value => (value === null ? '' : String(value))));
  const numeric = column.type.id === 'integer' || column.type.id === 'number';
  const numbers = new Set(numeric ? values.filter(value => typeof value === 'number') : []);
  const named = [...texts].slice(0, NAMED$2).map(text => (text === '' ? 'an empty cell' : text));
  const more = texts.size - named.length;
  return {
    words: `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    has: (text, value) => texts.has(text) || numbers.has(value),
  }
}

/** Every value is on the list `logicalTypeOptions.enum`, which ODCS v3.1 does not have but contracts in use do; the standard's own is `invalidValues`. */
const enumeration = defineCheck({
  id: 'enum',
  title: 'Every value is one of a list',
  rules: table =>
    table.columns.flatMap((column)             => {
      const list = column.options.enum;
      if (!list) return []
      const allowed = validValues(column, list);
      return [
        {
          id: `${column.name}.enum`,
          title: `Every value of ${shown$2(column.name)} is one of: ${allowed.words}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'enum'),
          judge: (text, value) => (allowed.has(text, value) ? 'pass' : 'fail'),
          failing: 'is none of the allowed values',
          holding: `is one of the ${list.length} allowed values`,
        },
      ]
    }),
  ...perCell,
});

/** Texts longer than any of the formats allows (RFC 5321, RFC 3986 in practice). */
const MAX_TEXT$1 = 2048;

                                                       

const TEXTS                                 = new Map                   ([
  ['email', email()],
  ['uuid', guid()],
  ['uri', url()],
  ['hostname', hostname()],
  ['ipv4', ipv4()],
  ['ipv6', ipv6()],
]);

/** How a column's `format` is judged; undefined where there is none, or it is one of date and time, or not known. */
function formatJudge({ type, options: { format = '' } }        )                    {
  if (type.id === 'integer') return integerJudge(format)
  if (type.id === 'number') return FLOATS.get(format)
  const schema = type.id === 'string' ? TEXTS.get(format) : undefined;
  return schema && (text => (text.length <= MAX_TEXT$1 && schema.safeParse(text).success ? 'pass' : 'fail'))
}

const FLOATS                             = new Map               ([
  ['f32', (_, value) => within(Number.isFinite(Math.fround(value)), value)],
  ['f64', (_, value) => within(Number.isFinite(value), value)],
]);

/** Rust's integers: `i8` to `i128` signed, `u8` to `u128` unsigned. */
function integerJudge(format        )                    {
  const [, sign, bits] = /^([iu])(8|16|32|64|128)$/.exec(format) ?? [];
  if (sign === undefined || bits === undefined) return undefined
  const size = 2n ** BigInt(Number(bits) - (sign === 'i' ? 1 : 0));
  const low = sign === 'i' ? -size : 0n;
  return (text, value) => {
    if (Number.isNaN(value)) return 'undecided'
    const exact = BigInt(text.replace(/^\+/, ''));
    return exact >= low && exact < size ? 'pass' : 'fail'
  }
}

const within = (fits         , value        )            => (Number.isNaN(value) ? 'undecided' : fits ? 'pass' : 'fail');

/** Every value has the format: email, uuid, uri, hostname, ipv4, ipv6 for texts; i8 … u128, f32, f64 for numbers. That of date and time is part of the type. */
const format = defineCheck({
  id: 'format',
  title: 'Every value has the format',
  rules: table =>
    table.columns.flatMap((column)             => {
      const judge = formatJudge(column);
      const name = column.options.format;
      if (!judge || name === undefined) return []
      return [
        {
          id: `${column.name}.format`,
          title: `Every value of ${shown$2(column.name)} has the format ${name}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'format'),
          judge,
          failing: `does not have the format ${name}`,
          undecided: `is not ${column.type.noun}`,
          holding: `has the format ${name}`,
        },
      ]
    }),
  ...perCell,
});

/** A library rule that counts cells of one column. */
                                               
                                              
                                                    
                          
 

                 
              
                            
 

/** The state and the verdict that the library's metrics of cells share. Shares are of all rows. */
const countedCells = {
  init: ()        => ({ rows: 0, counted: noFailures() }),

  add(state       , batch       , rule           )       {
    state.rows += batch.rows.length;
    const [column] = rule.columns;
    if (!column) return
    const values = batch.values(column);
    for (const [i, { cells, line }] of batch.rows.entries()) {
      const text = cells[column.index] ?? '';
      if (!rule.counts(text, values[i] ?? Number.NaN)) continue
      addFailure(state.counted, line, column.sensitive || text === '' ? undefined : text);
    }
  },

  merge(state       , later       )       {
    state.rows += later.rows;
    mergeFailures(state.counted, later.counted);
  },

  finish: (state       , rule           ) => finishMetric(rule, state.counted, state.rows, rule.counted),
};

/**
 * Characters of a cell that a pattern is tried on. Time may grow with a power of the length, for some patterns such as
 * `(a+)+$` exponentially: a longer cell is left undecided, and short ones are the contract author's responsibility.
 */
const MAX_LENGTH$2 = 1000;

/** Judges cells by a pattern of the contract. */
function matcher(source        ) {
  const expression = patternExpression(source);
  return {
    judge: (text        )            =>
      text.length > MAX_LENGTH$2 ? 'undecided' : expression.test(text) ? 'pass' : 'fail',
    failing: 'does not match',
    undecided: `is longer than the ${MAX_LENGTH$2} characters a pattern is tried on`,
  }
}

/** The library's invalidValues: values not on the list `validValues`, or that do not match `pattern`. Empty cells are null, not invalid; a cell too long for the pattern is invalid. */
const invalidValues = defineCheck({
  id: 'invalid-values',
  title: 'Number or percentage of values that are not on a list or do not match a pattern',
  rules: (table)              =>
    metricRules(table, 'invalidValues', ({ column }) => `Invalid values of ${shown$2(column?.name ?? '')}`).flatMap(
      rule => rule.columns.map(column => ({ ...rule, ...judge$1(column, rule.quality) })),
    ),
  ...countedCells,
});

function judge$1(column        , { arguments: given }             )                                        {
  const list = given?.validValues && validValues(column, given.validValues);
  const pattern = given?.pattern === undefined ? undefined : matcher(given.pattern);
  const valid = (text        , value        ) =>
    (!list || list.has(text, value)) && (!pattern || pattern.judge(text) === 'pass');
  return {
    counts: (text, value) => text !== '' && !valid(text, value),
    counted: [list && `is none of ${list.words}`, pattern?.failing].filter(words => words !== undefined).join(' or '),
  }
}

/** Every value has a length within minLength and maxLength, in Unicode code points. */
const length$1 = defineCheck({
  id: 'length',
  title: 'Every value has an allowed length (in characters)',
  rules: table =>
    table.columns.flatMap((column)             => {
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = column.options;
      if (minLength === 0 && maxLength === Number.POSITIVE_INFINITY) return []
      const limits = words$1(minLength, maxLength);
      return [
        {
          id: `${column.name}.length`,
          title: `Every value of ${shown$2(column.name)} has ${limits} characters`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', minLength > 0 ? 'minLength' : 'maxLength'),
          judge(text) {
            const points = codePoints(text);
            return points >= minLength && points <= maxLength ? 'pass' : 'fail'
          },
          failing: `does not have ${limits} characters`,
          extent: codePoints,
          holding: `has ${limits} characters`,
          near: ({ low, high }) => `; it has ${low} to ${high}`,
        },
      ]
    }),
  ...perCell,
});

function words$1(low        , high        )         {
  if (low === high) return `exactly ${low}`
  if (low === 0) return `at most ${high}`
  return high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`
}

/** A pair of surrogates is one character. */
function codePoints(text        )         {
  let points = text.length;
  for (let i = 1; i < text.length; i++) {
    const pair = text.charCodeAt(i - 1) >>> 10 === 0x36 && text.charCodeAt(i) >>> 10 === 0x37;
    if (pair) points -= 1;
  }
  return points
}

/** The library's missingValues: cells that hold one of `arguments.missingValues`; without them, empty cells. `null` and `''` both stand for an empty one. */
const missingValues = defineCheck({
  id: 'missing-values',
  title: 'Number or percentage of cells that stand for a missing value',
  rules: (table)              =>
    metricRules(table, 'missingValues', ({ column }) => `Missing values of ${shown$2(column?.name ?? '')}`).flatMap(
      rule =>
        rule.columns.map(column => {
          const missing = validValues(column, rule.quality.arguments?.missingValues ?? [null]);
          return { ...rule, counts: missing.has, counted: `is missing (${missing.words})` }
        }),
    ),
  ...countedCells,
});

/** Digits that exact arithmetic is done with; `1e999999` would fill the memory. */
const MAX_DIGITS = 2000;

/** Whether the number that `text` writes (`value` as a double) is a multiple of `step`, exactly. */
function isMultiple(text        , value        , step        )          {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step) && /^[+-]?[0-9]+$/.test(text)) return value % step === 0
  const [a, b] = [decimal$1(text), decimal$1(String(step))];
  const exponent = Math.min(a.exponent, b.exponent);
  if (Math.max(a.exponent, b.exponent) - exponent > MAX_DIGITS) return false
  return scaled(a, exponent) % scaled(b, exponent) === 0n
}

/** `digits` × 10^`exponent`. */
                   
                         
                           
 

function decimal$1(text        )          {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.');
  return { digits: BigInt(`${whole}${fraction}` || '0'), exponent: Number(power) - fraction.length }
}

const scaled = ({ digits, exponent }         , to        )         => digits * 10n ** BigInt(exponent - to);

/** Every value is a multiple of a number, in exact decimal arithmetic: 0.3 is a multiple of 0.1. */
const multipleOf = defineCheck({
  id: 'multiple-of',
  title: 'Every value is a multiple of a number',
  rules: table =>
    table.columns.flatMap((column)             => {
      const step = column.options.multipleOf;
      if (step === undefined) return []
      return [
        {
          id: `${column.name}.multiple-of`,
          title: `Every value of ${shown$2(column.name)} is a multiple of ${step}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'multipleOf'),
          judge(text, value) {
            if (Number.isNaN(value)) return 'undecided'
            return isMultiple(text, value, step) ? 'pass' : 'fail'
          },
          failing: `is no multiple of ${step}`,
          undecided: `is not ${column.type.noun}`,
          holding: `is a multiple of ${step}`,
        },
      ]
    }),
  ...perCell,
});

/** Zones that are UTC by other names. */
const UTC                      = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'Z']);

/**
 * The `defaultTimezone` without which the column's limits cannot be compared with its values, where it is not UTC: only
 * then does it matter, and Proofmark keeps no table of the world's offsets.
 */
function unknownOffset({ options, reader }        )                     {
  const zone = options.defaultTimezone;
  if (zone === undefined || UTC.has(zone)) return undefined
  const bounds = [options.minimum, options.maximum, options.exclusiveMinimum, options.exclusiveMaximum];
  const texts = bounds.filter(bound => typeof bound === 'string');
  const alike = texts.every(text => reader?.zoned?.(text) === options.timezone);
  return texts.length === 0 || alike ? undefined : zone
}

/** A demand of the contract that no check takes up, and why. */
                                               
                         
                       
                                                  
                          
 

/** Everything the contract demands of the file that no check takes up. */
function unevaluatedRules(table            )                    {
  return [...qualityRules(table), ...table.columns.flatMap(column => ofColumn(table, column)), ...relationships(table)]
}

function qualityRules(table            )                    {
  return placedRules(table)
    .filter(({ quality }) => metricOf(quality) === undefined)
    .map(({ quality, column, line }) => {
      const kind = quality.type ?? 'library';
      const name = nameOf$1(quality);
      return {
        id: [column?.name, quality.id ?? `${kind}-rule`].filter(part => part !== undefined).join('.'),
        title: `Rule ${shown$2(name)} holds`,
        table,
        ...(column ? { column } : {}),
        line,
        reason: `The rule ${shown$2(name)} of type ${kind} was not evaluated`,
        hint: 'Write it as a rule of the library (rowCount, nullValues, invalidValues …), or check it elsewhere',
        blocks: quality.severity?.toLowerCase() === 'error',
      }
    })
}

const nameOf$1 = ({ name, id, description, rule, query, engine, type }             )         =>
  name ?? id ?? description ?? rule ?? query ?? engine ?? type ?? 'without a name';

function ofColumn(table            , column        )                    {
  const base = { table, column, hint: 'Say it in a way Proofmark reads, or check it elsewhere' };
  const name = shown$2(column.name);
  const { format } = column.options;
  const zone = unknownOffset(column);
  return [
    ...(column.unsupported === undefined
      ? []
      : [
          {
            ...base,
            id: `${column.name}.type`,
            title: `Every value of ${name} is ${column.type.noun}`,
            line: column.lineOf('logicalType'),
            reason: `Type and limits of ${name} were not evaluated: ${column.unsupported}`,
            blocks: true,
          },
        ]),
    ...(zone === undefined
      ? []
      : [
          {
            ...base,
            id: `${column.name}.range`,
            title: `Every value of ${name} is within the limits`,
            line: column.lineOf('logicalTypeOptions', 'defaultTimezone'),
            reason: `The limits of ${name} were not evaluated: they need the offset of ${shown$2(zone)} from UTC`,
            hint: 'Write values and limits with their offset, and set timezone: true',
            blocks: true,
          },
        ]),
    ...(format === undefined || column.reader?.zoned || column.unsupported !== undefined || formatJudge(column)
      ? []
      : [
          {
            ...base,
            id: `${column.name}.format`,
            title: `Every value of ${name} has the format ${shown$2(format)}`,
            line: column.lineOf('logicalTypeOptions', 'format'),
            reason: `The format ${shown$2(format)} of ${name} was not evaluated`,
            hint: 'Use email, uuid, uri, hostname, ipv4 or ipv6 for a text, i8 to u128 for an integer, f32 or f64 for a number',
            blocks: false,
          },
        ]),
  ]
}

function relationships(table            )                    {
  return [
    ...(table.object.relationships ?? []).map((_, i) => relationship(table, table.lineOf('relationships', i))),
    ...table.columns.flatMap(column =>
      (column.property.relationships ?? []).map((_, i) =>
        relationship(table, column.lineOf('relationships', i), column),
      ),
    ),
  ]
}

const relationship = (table            , line        , column         )                  => ({
  id: column ? `${column.name}.relationship` : 'relationship',
  title: 'The relationship to another table holds',
  table,
  line,
  ...(column ? { column } : {}),
  reason: 'A relationship to another table was not evaluated',
  hint: 'Check it where both tables are, e.g. in the database',
  blocks: false,
});

/** What the contract demands and Proofmark does not evaluate: a warning each, and inconclusive where its severity is error or a limit goes unchecked. */
const notEvaluated = defineCheck({
  id: 'not-evaluated',
  title: 'Every rule of the contract was evaluated',
  rules: (table)                    => unevaluatedRules(table),
  ...headerOnly,
  finish: (_, { id, title, reason, blocks, table, line, column, hint }) => ({
    id,
    title,
    status: blocks ? 'inconclusive' : 'warn',
    reason: `${reason} (${table.contract}:${line})`,
    hint,
    locations: [{ file: table.contract, line, ...(column ? { column: column.name } : {}), note: 'the rule' }],
  }),
});

/** The library's nullValues: empty cells. */
const nullValues = defineCheck({
  id: 'null-values',
  title: 'Number or percentage of empty cells in a column',
  rules: (table)              =>
    metricRules(table, 'nullValues', ({ column }) => `Empty cells of ${shown$2(column?.name ?? '')}`).map(rule => ({
      ...rule,
      counts: text => text === '',
      counted: 'is empty',
    })),
  ...countedCells,
});

/** Every value matches the pattern. */
const pattern = defineCheck({
  id: 'pattern',
  title: 'Every value matches the pattern (ECMA-262, a search unless it has ^ and $)',
  rules: table =>
    table.columns.flatMap((column)             => {
      const source = column.options.pattern;
      if (source === undefined) return []
      return [
        {
          id: `${column.name}.pattern`,
          title: `Every value of ${shown$2(column.name)} matches ${shown$2(source)}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'pattern'),
          ...matcher(source),
          holding: 'matches',
        },
      ]
    }),
  ...perCell,
});

/** The verdict on columns whose values must differ from row to row. */
function finishDistinct(
  state              ,
  rule      ,
  { subject, emptyFails }                                          ,
)        {
  const { rows, keyed, repeated, empty, seen } = state;
  const n = emptyFails ? rows : keyed;
  const failed = repeated.count + (emptyFails ? empty.count : 0);
  const base = {
    id: rule.id,
    title: rule.title,
    measured: { value: failed, unit: 'rows', n, ...(n > 0 ? { share: failed / n } : {}) },
    required: { comparator: '='         , value: 0, unit: 'rows' },
  };
  if (rows === 0) {
    return { ...base, status: 'inconclusive', reason: `${rule.table.file} has no rows`, locations: locations(rule) }
  }
  if (failed === 0 && keyed === 0) {
    const reason = `${subject} is empty in ${each(rows, 'row')}`;
    return { ...base, status: 'inconclusive', reason, hint: mendOr(rule, []), locations: locations(rule) }
  }
  if (failed === 0) {
    const reason = `${count$1(seen.size, 'distinct value')} in ${count$1(n, 'row')}`;
    return { ...base, status: 'pass', reason, locations: locations(rule) }
  }
  const lines = [...repeated.lines, ...(emptyFails ? empty.lines : [])].toSorted((a, b) => a - b).slice(0, 5);
  const of = (some        ) => `${some} of ${count$1(n, 'row')} (${percent$1(some / n)})`;
  const parts = [
    ...(repeated.count > 0 ? [`repeats an earlier row in ${of(repeated.count)}${namedValues(repeated)}`] : []),
    ...(emptyFails && empty.count > 0 ? [`is empty in ${of(empty.count)}`] : []),
  ];
  const reason = `${subject} ${parts.join(', and ')}`;
  return { ...base, status: 'fail', reason, hint: mendOr(rule, lines), locations: locations(rule, lines) }
}

/** The columns of the primary key by `primaryKeyPosition`; those without one last, in the contract's order. */
function primaryKeyOf({ columns, object }            )           {
  const order = (object.properties ?? []).map(property => property.name);
  const position = ({ property }        ) => {
    const given = property.primaryKeyPosition ?? -1;
    return given > 0 ? given : Number.MAX_SAFE_INTEGER
  };
  return columns
    .filter(column => column.property.primaryKey)
    .toSorted((a, b) => position(a) - position(b) || order.indexOf(a.property.name) - order.indexOf(b.property.name))
}

/** The columns of the primary key are never empty and, taken together, never the same twice. */
const primaryKey = defineCheck({
  id: 'primary-key',
  title: 'The primary key is never empty and never the same twice',
  rules: (table)                                   => {
    const columns = primaryKeyOf(table);
    const [first] = columns;
    const incomplete = table.missing.some(({ property }) => property.primaryKey);
    if (!first || incomplete) return []
    return [
      {
        id: 'primary-key',
        title: `The primary key ${listed$2(columns.map(({ name }) => name))} is never empty and never the same twice`,
        table,
        columns,
        line: first.lineOf('primaryKey'),
        ...(columns.length === 1 ? { column: first } : {}),
      },
    ]
  },
  init: distinctRows,
  add: (state, batch, { columns }) => addRows(state, batch, columns),
  merge: (state, later, { columns }) => mergeRows(state, later, columns),
  finish: (state, rule) => finishDistinct(state, rule, { subject: 'The primary key', emptyFails: true }),
});

/** A limit of date or time, written in the column's own format or in ISO 8601, as the column's values are; NaN where it is neither. */
function readBound(type             , options                    , bound                 )         {
  if (typeof bound === 'number') return bound
  for (const reader of [type.reader(options), type.reader({})]) {
    const value = reader && 'read' in reader ? reader.read(bound) : Number.NaN;
    if (!Number.isNaN(value)) return value
  }
  return Number.NaN
}

/** The four limits of the standard: how they are said, and when a value keeps one. */
const BOUNDS$2 = [
  { key: 'minimum', words: 'at least', broken: 'below', holds: (value        , bound        ) => value >= bound },
  {
    key: 'exclusiveMinimum',
    words: 'more than',
    broken: 'not above',
    holds: (value        , bound        ) => value > bound,
  },
  { key: 'maximum', words: 'at most', broken: 'above', holds: (value        , bound        ) => value <= bound },
  {
    key: 'exclusiveMaximum',
    words: 'less than',
    broken: 'not below',
    holds: (value        , bound        ) => value < bound,
  },
];         

/** Every value is within minimum, maximum and their exclusive forms; numbers compare as IEEE 754 doubles, times in UTC. */
const range$1 = defineCheck({
  id: 'range',
  title: 'Every value is within the limits',
  rules: table =>
    table.columns.flatMap((column)             => {
      const bounds = boundsOf(column);
      const [first] = bounds;
      if (!first || !column.reader || unknownOffset(column)) return []
      const numeric = typeof first.limit === 'number';
      return [
        {
          id: `${column.name}.range`,
          title: `Every value of ${shown$2(column.name)} is ${bounds.map(({ words, limit }) => `${words} ${limit}`).join(' and ')}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', first.key),
          judge(_, value) {
            if (Number.isNaN(value)) return 'undecided'
            return bounds.every(({ holds, bound }) => holds(value, bound)) ? 'pass' : 'fail'
          },
          failing: `is ${bounds.map(({ broken, limit }) => `${broken} ${limit}`).join(' or ')}`,
          undecided: `is not ${column.type.noun}`,
          holding: 'is within the limits',
          ...(numeric ? fromTo : {}),
        },
      ]
    }),
  ...perCell,
});

function boundsOf({ type, options }        ) {
  return BOUNDS$2.flatMap(known => {
    const limit = options[known.key];
    return limit === undefined ? [] : [{ ...known, limit, bound: readBound(type, options, limit) }]
  })
}

const fromTo = {
  extent: (_        , value        ) => value,
  near: ({ low, high }        ) => `; it goes from ${low} to ${high}`,
};

/** No cell is null. A null is an empty cell; a blank is a text. */
const required$2 = defineCheck({
  id: 'required',
  title: 'No cell of a required column is empty',
  rules: table =>
    table.columns
      .filter(column => column.property.required)
      .map(
        (column)           => ({
          id: `${column.name}.required`,
          title: `No cell of ${shown$2(column.name)} is empty`,
          table,
          column,
          line: column.lineOf('required'),
          judgesEmpty: true,
          judge: text => (text === '' ? 'fail' : 'pass'),
          failing: 'is empty',
          holding: 'is filled',
        }),
      ),
  ...perCell,
});

/** The library's rowCount. */
const rowCount = defineCheck({
  id: 'row-count',
  title: 'Number of rows',
  rules: table => metricRules(table, 'rowCount', () => 'Number of rows'),
  init: () => ({ rows: 0 }),
  add(state, batch) {
    state.rows += batch.rows.length;
  },
  merge(state, later) {
    state.rows += later.rows;
  },
  finish: ({ rows }, rule) => finishCount(rule, rows),
});

/** The file has rows: of an empty table nothing can be said. */
const rows = defineCheck({
  id: 'rows',
  title: 'The file has rows',
  rules: (table)         => [{ id: 'rows', title: 'The file has rows', table, line: table.lineOf() }],
  init: () => ({ rows: 0 }),
  add(state, batch) {
    state.rows += batch.rows.length;
  },
  merge(state, later) {
    state.rows += later.rows;
  },
  finish({ rows }, { id, title, table: { file } }) {
    const base = {
      id,
      title,
      measured: { value: rows, unit: 'rows', n: rows },
      required: { comparator: '>'         , value: 0, unit: 'rows' },
      locations: [{ file }],
    };
    if (rows > 0) return { ...base, status: 'pass', reason: `${file} has ${count$1(rows, 'row')}` }
    return {
      ...base,
      status: 'inconclusive',
      reason: `${file} has a header but no rows`,
      hint: 'Check the step that writes it',
    }
  },
});

/** Every cell is a value of the column's logical type. A text is anything, so a string column has no such check. */
const type = defineCheck({
  id: 'type',
  title: 'Every value is of the logical type',
  rules: table =>
    table.columns.flatMap((column)             => {
      if (!column.reader) return []
      const { noun } = column.type;
      return [
        {
          id: `${column.name}.type`,
          title: `Every value of ${shown$2(column.name)} is ${noun}`,
          table,
          column,
          line: column.lineOf('logicalType'),
          judge: (_, value) => (Number.isNaN(value) ? 'fail' : 'pass'),
          failing: `is not ${noun}`,
          written: column.type.written(column.options),
          holding: `is ${noun}`,
        },
      ]
    }),
  ...perCell,
});

/** The file has no column that the contract does not name: a warning, as nobody has said what it holds. */
const unexpectedColumns = defineCheck({
  id: 'unexpected-columns',
  title: 'Every column of the file is in the contract',
  rules: (table)         => [
    {
      id: 'unexpected-columns',
      title: 'Every column of the file is in the contract',
      table,
      line: table.lineOf('properties'),
    },
  ],
  ...headerOnly,
  finish(_, { id, title, table, line }) {
    const { unexpected, file, contract, header, columns } = table;
    const base = {
      id,
      title,
      measured: { value: unexpected.length, unit: 'columns', n: header.length },
      required: { comparator: '='         , value: 0, unit: 'columns' },
      locations: [...(unexpected.length > 0 ? [{ file, line: 1 }] : []), { file: contract, line, note: 'the rule' }],
    };
    if (unexpected.length === 0) {
      return { ...base, status: 'pass', reason: `The contract names ${each(header.length, 'column')} of the file` }
    }
    // Where no column is known the first line may be a row of data, whose values must not be shown.
    const named = columns.length > 0 ? `: ${listed$2(unexpected)}` : '';
    return {
      ...base,
      status: 'warn',
      reason: `The contract lacks ${unexpected.length} of ${count$1(header.length, 'column')} of the file${named}`,
      hint: `Add them at ${contract}:${line}, with a type and a classification, or drop them from the file`,
    }
  },
});

/** No value occurs twice. Empty cells repeat nothing. A column that is the primary key by itself is left to that check. */
const unique = defineCheck({
  id: 'unique',
  title: 'No value of a unique column occurs twice',
  rules: table => {
    const [key, ...others] = primaryKeyOf(table);
    return table.columns
      .filter(column => column.property.unique && (column !== key || others.length > 0))
      .map((column)                            => ({
        id: `${column.name}.unique`,
        title: `No value of ${shown$2(column.name)} occurs twice`,
        table,
        column,
        line: column.lineOf('unique'),
      }))
  },
  init: distinctRows,
  add: (state, batch, { column }) => addRows(state, batch, [column]),
  merge: (state, later, { column }) => mergeRows(state, later, [column]),
  finish: (state, rule) => finishDistinct(state, rule, { subject: shown$2(rule.column.name), emptyFails: false }),
});

var checks = /*#__PURE__*/Object.freeze({
  __proto__: null,
  columns: columns,
  duplicateValues: duplicateValues,
  enumeration: enumeration,
  format: format,
  invalidValues: invalidValues,
  length: length$1,
  missingValues: missingValues,
  multipleOf: multipleOf,
  notEvaluated: notEvaluated,
  nullValues: nullValues,
  pattern: pattern,
  primaryKey: primaryKey,
  range: range$1,
  required: required$2,
  rowCount: rowCount,
  rows: rows,
  type: type,
  unexpectedColumns: unexpectedColumns,
  unique: unique
});

/**
 * A sum of doubles kept without error as non-overlapping parts (Shewchuk 1997), so that it is the same in any order and
 * any shards; Python's math.fsum.
 */
                           
                 
 

/** The sum of nothing. */
const noSum = ()           => ({ parts: [] });

/** Adds a number without error; whole numbers on a short cut while they and their sum are exact. */
function addTo(sum          , value        )       {
  const [only = 0, another] = sum.parts;
  if (
    another === undefined &&
    Number.isSafeInteger(only) &&
    Number.isSafeInteger(value) &&
    Number.isSafeInteger(only + value)
  ) {
    sum.parts[0] = only + value;
    return
  }
  let x = value;
  let kept = 0;
  for (const part of sum.parts) {
    const [large, small] = Math.abs(x) < Math.abs(part) ? [part, x] : [x, part];
    const high = large + small;
    const low = small - (high - large);
    if (low !== 0) sum.parts[kept++] = low;
    x = high;
  }
  sum.parts.length = kept;
  sum.parts.push(x);
}

/** The double nearest to the exact sum. */
function sumOf({ parts }          )         {
  let i = parts.length - 1;
  let high = parts[i] ?? 0;
  let low = 0;
  while (i > 0) {
    i -= 1;
    const part = parts[i] ?? 0;
    const before = high;
    high = before + part;
    low = part - (high - before);
    if (low !== 0) break
  }
  // Half-way cases: the remaining parts decide to which side to round.
  const next = parts[i - 1] ?? 0;
  if ((low < 0 && next < 0) || (low > 0 && next > 0)) {
    const twice = low * 2;
    const rounded = high + twice;
    if (twice === rounded - high) return rounded
  }
  return high
}

/** Distinct values that are counted per column. */
const MAX_DISTINCT = 1000;

                 
               
           
             
             
                        
                                           
                                   
 

const NUMERIC$1                      = new Set(['integer', 'number']);

/** The profile of no rows. */
const noProfile = ()        => ({
  nulls: 0,
  n: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  sum: noSum(),
  distinct: new Set(),
});

/** Takes rows into a column's profile. */
function addProfile(state       , batch       , column        )       {
  const measured = NUMERIC$1.has(column.type.id) && !column.sensitive;
  const values = batch.values(column);
  for (const [i, { cells }] of batch.rows.entries()) {
    const text = cells[column.index] ?? '';
    if (text === '') {
      state.nulls += 1;
      continue
    }
    addDistinct(state, text);
    const value = values[i] ?? Number.NaN;
    if (!measured || Number.isNaN(value)) continue
    state.n += 1;
    if (value < state.min) state.min = value;
    if (value > state.max) state.max = value;
    addTo(state.sum, value);
  }
}

function addDistinct(state       , text        )       {
  if (!state.distinct) return
  state.distinct.add(text);
  if (state.distinct.size > MAX_DISTINCT) state.distinct = undefined;
}

/** Takes in the profile of the rows that follow. */
function mergeProfile(state       , later       )       {
  state.nulls += later.nulls;
  state.n += later.n;
  state.min = Math.min(state.min, later.min);
  state.max = Math.max(state.max, later.max);
  for (const part of later.sum.parts) addTo(state.sum, part);
  if (!later.distinct) state.distinct = undefined;
  for (const text of later.distinct ?? []) addDistinct(state, text);
}

/** The profile as evidence has it. */
function finishProfile(state       , column        )                {
  const mean = sumOf(state.sum) / state.n;
  return {
    column: column.name,
    type: column.type.id,
    sensitive: column.sensitive,
    nulls: state.nulls,
    ...(state.distinct ? { distinct: state.distinct.size } : {}),
    ...(state.n > 0 ? { min: state.min, max: state.max } : {}),
    ...(state.n > 0 && Number.isFinite(mean) ? { mean } : {}),
  }
}

/** One pass over a file's rows that answers every rule of its contract. */
                           
                                 
                                                                                              
                              
                                                                           
 

                 
                              
                                                   
 

const states$2 = new WeakMap                 ();

/** Begins a pass that answers every rule the contract has for the table, and profiles its columns. */
function startTable(table            )           {
  const counters = Object.values(checks)
    .flatMap(check => check.start(table))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.rule.line - b.rule.line);
  const profiles = table.columns.map(noProfile);
  const run           = {
    add(rows) {
      const batch = batchOf(rows);
      for (const counter of counters) counter.add(batch);
      for (const [i, column] of table.columns.entries()) profiles[i] && addProfile(profiles[i], batch, column);
    },
    merge(later) {
      const other = states$2.get(later);
      for (const [i, counter] of counters.entries()) {
        const same = other?.counters[i];
        if (!same) throw new Error('Not a run over the same table')
        counter.merge(same);
      }
      for (const [i, profile] of profiles.entries()) {
        const same = other?.profiles[i];
        if (same) mergeProfile(profile, same);
      }
    },
    finish: () => ({
      checks: counters.map(counter => counter.finish()),
      columns: table.columns.map((column, i) => finishProfile(profiles[i] ?? noProfile(), column)),
    }),
  };
  states$2.set(run, { counters, profiles });
  return run
}

/** Rules of the whole table first, then column by column as in the file; each in the contract's order. */
const placeOf = ({ rule }         )         => rule.column?.index ?? -1;

const BOUNDS$1 = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];         
const NUMERIC                      = new Set(['integer', 'number']);

/** What is wrong with a column's options under its type: an option of another type, a limit that is no value, no pattern. */
function optionFaults(type             , options                    )          {
  const faults          = [];
  const refuse = (key                          , message        ) =>
    faults.push({ key, message, input: options[key] ?? undefined });
  const takes = new Set        ([...type.options, 'enum']);
  for (const key of keysOf(options)) {
    if (!takes.has(key)) refuse(key, `left out, as it is no option of the type ${type.id},`);
  }
  for (const key of BOUNDS$1) {
    const bound = options[key];
    if (bound === undefined || !takes.has(key)) continue
    if (NUMERIC.has(type.id) && typeof bound !== 'number') refuse(key, 'a number');
    else if (!NUMERIC.has(type.id) && typeof bound !== 'string') refuse(key, `${type.noun} as text`);
    else if (typeof bound === 'string' && Number.isNaN(readBound(type, options, bound))) refuse(key, type.noun);
  }
  if (options.pattern !== undefined && !isPattern(options.pattern))
    refuse('pattern', 'a regular expression of ECMA-262');
  const { minLength, maxLength } = options;
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    refuse('minLength', `at most maxLength, ${maxLength},`);
  }
  return faults
}

const keysOf = (options                    )                               =>
  Object.keys(options).filter((key)                                  => key in options);

const Bound = union([number$2(), string$1()], { error: 'a number or a text' });
const Scalar = union([string$1(), number$2(), boolean$1(), _null()], {
  error: 'a text, a number, true, false or null',
});
const length = int$1().nonnegative();

/** `logicalTypeOptions` of every logical type together; which belong to which, the types say. `enum` is no key of v3.1 but in use. */
const LogicalTypeOptions = strictObject({
  minimum: Bound.optional(),
  maximum: Bound.optional(),
  exclusiveMinimum: Bound.optional(),
  exclusiveMaximum: Bound.optional(),
  multipleOf: number$2().positive().optional(),
  format: string$1().optional(),
  minLength: length.optional(),
  maxLength: length.optional(),
  pattern: string$1().optional(),
  enum: array$2(Scalar).min(1).optional(),
  timezone: boolean$1().optional(),
  defaultTimezone: string$1().optional(),
  minItems: length.optional(),
  maxItems: length.optional(),
  uniqueItems: boolean$1().optional(),
  minProperties: length.optional(),
  maxProperties: length.optional(),
  required: array$2(string$1()).optional(),
});
                                                                   

/** A column, ODCS v3.1. */
const Property = strictObject({
    name: string$1().min(1),
    physicalName: string$1().min(1).optional(),
    logicalType: _enum(['string', 'date', 'timestamp', 'time', 'number', 'integer', 'object', 'array', 'boolean'])
      .optional(),
    logicalTypeOptions: LogicalTypeOptions.nullish(),
    required: boolean$1().optional(),
    unique: boolean$1().optional(),
    primaryKey: boolean$1().optional(),
    primaryKeyPosition: int$1().optional(),
    classification: union([string$1(), number$2()], { error: 'a text' }).nullish(),
    relationships: array$2(unknown$1()).nullish(),
    quality: array$2(QualityRule).nullish(),
    id: unknown$1().optional(),
    physicalType: unknown$1().optional(),
    description: unknown$1().optional(),
    businessName: unknown$1().optional(),
    authoritativeDefinitions: unknown$1().optional(),
    tags: unknown$1().optional(),
    customProperties: unknown$1().optional(),
    partitioned: unknown$1().optional(),
    partitionKeyPosition: unknown$1().optional(),
    encryptedName: unknown$1().optional(),
    transformSourceObjects: unknown$1().optional(),
    transformLogic: unknown$1().optional(),
    transformDescription: unknown$1().optional(),
    examples: unknown$1().optional(),
    criticalDataElement: unknown$1().optional(),
    properties: unknown$1().optional(),
    items: unknown$1().optional(),
  })
  .check(({ value, issues }) => {
    for (const { key, message, input } of optionFaults(
      logicalTypeOf(value.logicalType),
      value.logicalTypeOptions ?? {},
    )) {
      issues.push({ code: 'custom', path: ['logicalTypeOptions', key], message, input });
    }
  });

/** A table, ODCS v3.1. */
const SchemaObject = strictObject({
    name: string$1().min(1),
    physicalName: string$1().min(1).optional(),
    properties: array$2(Property).nullish(),
    quality: array$2(QualityRule).nullish(),
    relationships: array$2(unknown$1()).nullish(),
    id: unknown$1().optional(),
    logicalType: _enum(['object']).optional(),
    physicalType: unknown$1().optional(),
    description: unknown$1().optional(),
    businessName: unknown$1().optional(),
    authoritativeDefinitions: unknown$1().optional(),
    tags: unknown$1().optional(),
    customProperties: unknown$1().optional(),
    dataGranularityDescription: unknown$1().optional(),
  })
  .check(({ value, issues }) => {
    const names = (value.properties ?? []).map(property => property.name);
    const refuse = (path               , message        , input         ) =>
      issues.push({ code: 'custom', path, message, input });
    for (const [i, name] of names.entries()) {
      if (names.indexOf(name) < i) refuse(['properties', i, 'name'], 'a name that no other property has', name);
    }
    for (const [i, rule] of (value.quality ?? []).entries()) {
      const columns = rule.arguments?.properties;
      if (rule.metric === 'nullValues' || rule.metric === 'missingValues' || rule.metric === 'invalidValues') {
        refuse(['quality', i, 'metric'], 'rowCount or duplicateValues on a table, others on a property,', rule.metric);
      }
      if (rule.metric === 'duplicateValues' && !columns) {
        refuse(['quality', i, 'arguments'], 'a map with the properties that must differ together', rule.arguments);
      }
      for (const [j, column] of (columns ?? []).entries()) {
        if (names.includes(column)) continue
        refuse(['quality', i, 'arguments', 'properties', j], `a property of '${value.name}'`, column);
      }
    }
  });
                                                       

/** A data contract, ODCS v3.1 (and v3.0 where it says the same). */
const Contract = strictObject({
  apiVersion: _enum(['v3.1.0', 'v3.0.2', 'v3.0.1', 'v3.0.0']),
  kind: _enum(['DataContract']),
  id: string$1().min(1),
  version: string$1().min(1),
  status: string$1().optional(),
  schema: array$2(SchemaObject).min(1),
  name: unknown$1().optional(),
  tenant: unknown$1().optional(),
  tags: unknown$1().optional(),
  servers: unknown$1().optional(),
  dataProduct: unknown$1().optional(),
  description: unknown$1().optional(),
  domain: unknown$1().optional(),
  support: unknown$1().optional(),
  price: unknown$1().optional(),
  team: unknown$1().optional(),
  roles: unknown$1().optional(),
  slaDefaultElement: unknown$1().optional(),
  slaProperties: unknown$1().optional(),
  authoritativeDefinitions: unknown$1().optional(),
  customProperties: unknown$1().optional(),
  contractCreatedTs: unknown$1().optional(),
});

/** A table of a contract, and where each part of it stands in the contract's file. */
                                
                               
                                                              
 

/** A contract as read: its tables, with lines. */
                               
                                                               
                       
                                           
 

/** Reads an ODCS v3.1 contract (YAML); one `UserError` lists all that is wrong with it, with lines. */
function readContract(name        , text        )               {
  const document = readYaml(name, text);
  refuseOtherFormats(document);
  const contract = validate(Contract, document, 'contract.invalid');
  return {
    name,
    tables: contract.schema.map((object, i) => ({
      object,
      lineOf: (...path) => document.place(['schema', i, ...path]).line ?? 1,
    })),
  }
}

/** Says what the file is, where that is something else, before its every key is found wanting. */
function refuseOtherFormats({ name, value }          )       {
  const refuse = (found        , hint        ) => {
    throw new UserError('contract.format', `Expected ${name} to be an ODCS v3.1 contract but found ${found}`, {
      file: name,
      hint,
    })
  };
  if (value === null || value === undefined)
    refuse('nothing', 'Start it with apiVersion: v3.1.0 and kind: DataContract');
  if (typeof value !== 'object' || value === null) return
  if ('dataContractSpecification' in value) {
    refuse('a Data Contract Specification', 'Convert it, e.g. with datacontract export --format odcs');
  }
  if ('apiVersion' in value && String(value.apiVersion).startsWith('v2')) {
    refuse(`ODCS ${value.apiVersion}`, 'Convert it to v3.1: its tables are under schema');
  }
}

const MAX_CONTRACT_BYTES = 8 * 1024 * 1024;

/** The data contract at a path, which may be a glob that one file matches, and its digest. */
async function openContract(
  path        ,
  files       ,
)                                                          {
  const [name = path, ...others] = await files.list([path]);
  if (others.length > 0) {
    throw new UserError(
      'settings.contract',
      `Expected 'data.contract' to be one file but ${path} names ${others.length + 1}`,
      {
        hint: 'Name the contract itself',
      },
    )
  }
  const contract = readContract(name, await files.readText(name, { maxBytes: MAX_CONTRACT_BYTES }));
  const { sha256, bytes } = await files.digest(name);
  return { contract, material: { name, role: 'contract', digest: { sha256 }, bytes } }
}

/** Holds tables against their data contract, each in one pass; no row is kept. */
const dataValidate = {
  gate: 'data-validate',
  isConfigured: ({ data }) => data.files !== undefined || data.contract !== undefined,
  async find({ data }, ports) {
    const paths = required$1(data.files, 'files', 'the tables to validate', 'data');
    const contractPath = required$1(data.contract, 'contract', 'what they must look like', 'contract');
    const { contract, material } = await openContract(contractPath, ports.files);
    const files = (await ports.files.list(paths)).map(file => ({ file, table: tableForFile(contract, file) }));

    const materials = [material];
    const checked                = [];
    const profiles                      = [];
    for (const { file, table } of files) {
      const { material: read, checks, columns } = await check$1(file, contract, table, ports);
      materials.push(read);
      checked.push({ file, table, checks });
      profiles.push({ file, table: table.object.name, rows: read.rows ?? 0, columns });
    }
    const checks = [...composeChecks(checked), ...unfiledTables(contract, checked)];
    return { materials, checks, result: { files: profiles } }
  },
};                                       

/** Rows between two reports of progress. */
const REPORT$2 = 250_000;

async function check$1(file        , contract              , table               , { tables, log }       ) {
  const opened = await tables.open(file);
  const run = startTable(bindTable(contract, table, file, opened.header));
  let rows = 0;
  let next = REPORT$2;
  for await (const batch of opened.batches) {
    run.add(batch);
    rows += batch.length;
    if (rows < next) continue
    log.progress(`${file}: ${rows} rows`);
    next = rows + REPORT$2;
  }
  return { material: opened.material('data'), ...run.finish() }
}

function required$1       (value                   , key        , what        , input        )        {
  if (value !== undefined) return value
  throw new UserError('settings.missing', `Expected 'data.${key}' to be set (${what}) but found nothing`, {
    hint: `Name it under 'data.${key}' in proofmark.yml, or give it as the input '${input}'`,
  })
}

/** One side of a comparison, as the methods see it: `rows` = missing + values compared + `others`. */
                       
                       
                          
                                                                       
                                
                                                                   
                                                 
                                                                                                    
                         
 

/** A column that both tables have. */
                         
                       
                           
                                                                                
                             
                          
                        
                                       
                                                                                    
 

function columnOf(name        , reference             , current             , sensitive = false)         {
  const kind = kindOf$1(reference);
  const baseline = side(kind, reference);
  return {
    name,
    kind,
    sensitive,
    reference: baseline,
    current: side(kind, current, baseline.categories),
    cells: { reference, current },
  }
}

function side(kind            , cells             , known                             )       {
  const { rows, missing } = cells;
  if (kind === 'categorical') {
    const { categories, uncounted } = categoriesOf$1(cells, known);
    return { rows, missing, numbers: new Float64Array(), categories, others: uncounted }
  }
  const numbers = kind === 'numeric' ? cells.numbers : new Float64Array();
  return { rows, missing, numbers, categories: new Map(), others: rows - missing - numbers.length }
}

/** The finite number a cell holds: decimal, an exponent allowed; undefined for anything else, blank cells included. */
function finiteNumber(cell        )                     {
  const value = Number(cell);
  if (!Number.isFinite(value)) return undefined
  if (value === 0 && isBlank$1(cell)) return undefined
  return NOT_DECIMAL.test(cell) ? undefined : value
}

/** A missing value: a cell without a visible character. */
const isBlank$1 = (cell        )          => cell.length === 0 || cell.trim() === '';

/** NaN, ±Inf, or a number too large for a double: a number that no arithmetic survives. */
function isNonFinite(cell        )          {
  const text = cell.trim();
  return NON_FINITE.test(text) || Math.abs(Number(text)) === Number.POSITIVE_INFINITY
}

/** What `Number` reads besides decimals. */
const NOT_DECIMAL = /^\s*0[xob]/i;
const NON_FINITE = /^[+-]?(nan(\(\w*\))?|inf(inity)?)$/i;

/** Numbers gathered one by one, eight bytes each. */
                              
                           
                                                            
                        
 

function numberStore()              {
  let buffer = new Float64Array(256);
  let length = 0;
  return {
    push(value) {
      if (length === buffer.length) {
        const larger = new Float64Array(2 * length);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[length++] = value;
    },
    sorted: () => buffer.subarray(0, length).sort(),
  }
}

/** Cells of one sort: how many, and the 1-based line of the first. */
                        
               
               
 

/** One column of one table, every cell of it accounted for: `rows` = missing + numbers + text + non-finite. */
                              
                       
                          
                                   
                                
                                                               
                      
                                                            
                           
                                                                                       
                                                 
                                                          
                            
 

/** Gathers a column while its table streams by; keeps numbers and counts, no rows. */
                               
                                       
                       
 

/** Reads a column, telling apart up to `limit` texts besides those `known` from the other side. */
function columnReader(limit        , known                   = [])               {
  const numbers              = numberStore();
  const text        = { count: 0 };
  const nonFinite        = { count: 0 };
  const categories = new Map               ();
  for (const name of known) categories.set(name, { count: 0 });
  const room = categories.size + limit;
  let rows = 0;
  let missing = 0;
  let uncounted = 0;
  return {
    add(cell, line) {
      rows++;
      const category = categories.size > 0 ? categories.get(cell) : undefined;
      if (category) return tally(category, line)
      const value = finiteNumber(cell);
      if (value !== undefined) return numbers.push(value)
      if (isBlank$1(cell)) {
        missing++;
      } else if (categories.size < room) {
        categories.set(cell, { count: 1, line });
      } else {
        uncounted++;
        tally(isNonFinite(cell) ? nonFinite : text, line);
      }
    },
    finish() {
      for (const [name, category] of categories) {
        if (category.count === 0) categories.delete(name);
        else merge(isNonFinite(name) ? nonFinite : text, category);
      }
      return { rows, missing, numbers: numbers.sorted(), text, nonFinite, categories, uncounted }
    },
  }
}

function merge(cells       , more       ) {
  cells.count += more.count;
  if (more.line !== undefined) cells.line = Math.min(cells.line ?? more.line, more.line);
}

function tally(cells       , line        ) {
  cells.count++;
  cells.line ??= line;
}

/** A column's name as ids and titles carry it, shortened where it is very long. */
const columnLabel = (name        )         => (name.length > 200 ? `${name.slice(0, 199)}…` : name);

/** Names of the two tables' files. */
                        
                            
                          
 

/** A place in a table: a column, and a line where there is one to look at. */
const at = (file        , column        , line         )           => ({
  file,
  column: column.slice(0, 1024),
  ...(line === undefined ? {} : { line }),
});

/** Longest value shown in a sentence. */
const LONGEST$2 = 40;

/** A cell's text inside a sentence, shortened where it is long. */
const quoted = (value        )         =>
  `'${value.length > LONGEST$2 ? `${value.slice(0, LONGEST$2 - 1)}…` : value}'`;

/** A column of both tables and where it stands in each, from 0. */
                               
                       
                            
                          
 

                       
                                 
                                                      
                          
 

                                                           
                                                                    

/** Which columns to compare: those asked for, or all but the ignored, in the reference's order. A table names every column once. */
function columnsToCompare(headers         , { columns, ignore = [] }        , files       )       {
  const all = new Set([...headers.reference, ...headers.current]);
  for (const name of [...(columns ?? []), ...ignore]) if (!all.has(name)) throw unknownColumn(name, all, files)
  const wanted = [...all].filter(name => (columns?.includes(name) ?? true) && !ignore.includes(name));
  const shared                 = [];
  const checks          = [];
  for (const name of wanted) {
    const reference = headers.reference.indexOf(name);
    const current = headers.current.indexOf(name);
    if (reference < 0) checks.push(absent$1(name, files, 'reference', columns === undefined ? 'warn' : 'inconclusive'));
    else if (current < 0) checks.push(absent$1(name, files, 'current', 'fail'));
    else shared.push({ name, reference, current });
  }
  if (shared.length === 0) throw noSharedColumn(wanted.length, files)
  return { shared, checks }
}

function absent$1(name        , files       , side             , status                 )        {
  const label = columnLabel(name);
  const missing = side === 'current';
  return {
    id: `${label}.present`,
    title: `${label}: in both tables`,
    status,
    measured: { value: `only in the ${missing ? 'reference' : 'current table'}` },
    required: { comparator: 'is', value: 'in both tables' },
    reason: missing
      ? 'Expected the column of the reference in the current table but found none'
      : 'Expected every column in the reference but found one that it does not have, and nothing to compare it with',
    hint: missing
      ? "Restore the column, or name it under 'ignore' if the model does not use it"
      : "Name the column under 'ignore', or compare with a reference that has it",
    locations: [at(files[side], name, 1)],
  }
}

function unknownColumn(name        , all                     , files       )            {
  const meant = closestMatch(name, [...all], { maxDistance: Math.ceil(name.length / 3) });
  return new UserError(
    'drift.unknown-column',
    `Expected a column of ${files.reference} or ${files.current} but found ${quoted(name)}${meant === undefined ? '' : `: did you mean ${quoted(meant)}?`}`,
    { hint: "Name columns under 'columns' and 'ignore' as the header of the tables writes them" },
  )
}

function noSharedColumn(wanted        , files       )            {
  return new UserError(
    'drift.no-shared-column',
    wanted === 0
      ? "Expected a column to compare but 'columns' and 'ignore' leave none"
      : `Expected ${files.reference} and ${files.current} to share a column but found none`,
    { hint: "Compare tables with the same header, and check 'columns' and 'ignore'" },
  )
}

/** The nine inner deciles of ascending values, equal ones merged; quantiles of type 7, as NumPy's default. */
function decileEdges(ascending              )           {
  const edges = Array.from({ length: 9 }, (_, i) => quantile(ascending, (i + 1) / 10));
  return edges.filter((edge, i) => edge !== edges[i - 1])
}

/** How many ascending values fall into each bin: up to and including the first edge, from there up to the second, …, beyond the last. */
function countByEdges(ascending              , edges                   )           {
  const below = [0, ...edges.map(edge => countUpTo(ascending, edge)), ascending.length];
  return below.slice(1).map((count, i) => count - (below[i] ?? 0))
}

function quantile(ascending              , q        )         {
  const position = (ascending.length - 1) * q;
  const below = Math.floor(position);
  const [a, b] = [ascending[below] ?? 0, ascending[below + 1] ?? ascending[below] ?? 0];
  const t = position - below;
  if (!Number.isFinite(b - a)) return a * (1 - t) + b * t
  // Interpolated from the nearer end, as NumPy does: the same bits, so the same ties with the data.
  return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t)
}

/** How many ascending values are at most `edge`. */
function countUpTo(ascending              , edge        )         {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= edge) low = middle + 1;
    else high = middle;
  }
  return low
}

/** The values of a numeric column by the reference's deciles; undefined where a side has no value. */
function histogramOf(reference      , current      )                        {
  if (reference.numbers.length === 0 || current.numbers.length === 0) return undefined
  const edges = decileEdges(reference.numbers);
  const shares = ({ numbers }      ) => countByEdges(numbers, edges).map(count => count / numbers.length);
  return { edges, reference: shares(reference), current: shares(current) }
}

/** A sorted copy of a sample; throws when it is empty or holds NaN. Infinities sort to the ends. */
function sorted(values                   , name        )               {
  const copy = new Float64Array(values).sort();
  const last = copy.at(-1);
  if (last === undefined) throw new RangeError(`Expected ${name} to hold at least one value but found none`)
  // a typed array sorts NaN to its end
  if (Number.isNaN(last)) throw new RangeError(`Expected ${name} to hold numbers only but found NaN`)
  return copy
}

/** Calls `visit` once per distinct value of two sorted samples, in order, with how often each of them holds it. */
function forEachPooledValue(
  x              ,
  y              ,
  visit                                                   ,
)       {
  const n = x.length;
  const m = y.length;
  let i = 0;
  let j = 0;
  while (i < n || j < m) {
    const value = Math.min(x[i] ?? Infinity, y[j] ?? Infinity);
    const fromX = i;
    const fromY = j;
    while (i < n && x[i] === value) i++;
    while (j < m && y[j] === value) j++;
    visit(value, i - fromX, j - fromY);
  }
}

/** Throws unless every named parameter is a finite number above 0. */
function requirePositive(parameters                        )       {
  for (const [name, value] of Object.entries(parameters)) {
    if (!(value > 0 && value < Infinity)) {
      throw new RangeError(`Expected ${name} to be a finite number above 0 but found ${value}`)
    }
  }
}

/** The value itself; throws when it is NaN. */
function notNan(value        )         {
  if (Number.isNaN(value)) throw new RangeError('Expected a number but found NaN')
  return value
}

/** The value itself; throws unless it lies in [0, 1]. */
function probability(value        )         {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`Expected a probability in [0, 1] but found ${value}`)
  return value
}

/** Even the slowest case in use, a quantile near the mean for shapes of 1e12, needs fewer terms than this. */
const MOST_TERMS = 1e7;

/** The continued fraction b₀ + a₁ / (b₁ + a₂ / (b₂ + …)) by the modified Lentz method (Thompson and Barnett 1986). */
function continuedFraction(first        , a                       , b                       )         {
  let fraction = first;
  let c = first;
  let d = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    const denominator = b(n);
    d = 1 / (denominator + a(n) * d);
    c = denominator + a(n) / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) <= 2.3e-16) return fraction
  }
  throw new RangeError('Expected a continued fraction to converge but it did not')
}

/**
 * x ln(x / m) + m − x for x, m > 0 without cancellation where x ≈ m: half the Poisson deviance.
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000), `bd0`.
 */
function deviance(x        , m        )         {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * logRatio(x, m) + m - x
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum
    sum = next;
  }
}

function logRatio(x        , m        )         {
  const ratio = x / m;
  return ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(x) - Math.log(m)
}

/** B₂ₖ / (2k (2k − 1)), k = 1, 2, …: Stirling's series for ln Γ (DLMF 5.11.1). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400, 43867 / 244188];

/**
 * What Stirling's formula leaves out, for n > 0: ln Γ(n + 1) − ln(√(2πn) (n / e)ⁿ).
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
function stirlingError(n        )         {
  let below = 0;
  let m = n;
  for (; m < 12; m++) below += (m + 0.5) * Math.log1p(1 / m) - 1;
  const inverseSquare = 1 / (m * m);
  let sum = 0;
  for (let i = SERIES.length - 1; i >= 0; i--) sum = sum * inverseSquare + (SERIES[i] ?? 0);
  return below + sum / m
}

const LOG_TWO_PI$1 = 1.8378770664093456;

/**
 * ln( Γ(x+y+1) / (Γ(x+1) Γ(y+1)) · pˣ qʸ ) for real x, y ≥ 0 and q = 1 − p given exactly: the binomial probability of x
 * successes and y failures.
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
function logBinomialTerm(x        , y        , p        , q        )         {
  const n = x + y;
  if (x === 0) return y === 0 ? 0 : y * logComplement(p, q)
  if (y === 0) return x * logComplement(q, p)
  const error = stirlingError(n) - stirlingError(x) - stirlingError(y);
  return error - deviance(x, n * p) - deviance(y, n * q) + (Math.log(n / x) - Math.log(y) - LOG_TWO_PI$1) / 2
}

/** ln q from whichever of p = 1 − q and q holds more digits of it. */
function logComplement(p        , q        )         {
  return p < 0.5 ? Math.log1p(-p) : Math.log(q)
}

/**
 * Both tails of a distribution at one point, each to full relative precision, and the slope that a root finder needs.
 *
 * `logDensity` is the logarithm of x · density(x) for a positive variable (dP / d ln x).
 */
                                                                                                            

/** Tails of which the lower one was computed (as a logarithm) and the upper is its complement. */
function fromLogLower(logLower        , logDensity        )        {
  const lower = Math.min(Math.exp(logLower), 1);
  return { lower, upper: 1 - lower, logLower, logUpper: Math.log1p(-lower), logDensity }
}

/** The same distribution seen from the other end. */
function mirrored({ lower, upper, logLower, logUpper, logDensity }       )        {
  return { lower: upper, upper: lower, logLower: logUpper, logUpper: logLower, logDensity }
}

/**
 * Regularised incomplete beta function: `lower` is I_x(a, b), `upper` its complement I_y(b, a), with y = 1 − x given by
 * the caller so that no digit is lost when x is close to 1.
 *
 * The tail on the far side of the mean comes from a continued fraction (DiDonato and Morris 1992, TOMS 708, eq. 9), its
 * leading factor from Loader's saddle point form; `logDensity` refers to the odds x / y.
 */
function incompleteBeta(a        , b        , x        , y        )        {
  if (x <= 0) return { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0, logDensity: -Infinity }
  if (y <= 0) return { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity, logDensity: -Infinity }
  const logDensity = logBinomialTerm(a, b, x, y) + Math.log(a) + Math.log(b / (a + b));
  return a * y >= b * x
    ? fromLogLower(logDensity - Math.log(fraction(a, b, x, y)), logDensity)
    : mirrored(fromLogLower(logDensity - Math.log(fraction(b, a, y, x)), logDensity))
}

/** The same at the odds w = x / (1 − x), where neither end of [0, 1] loses digits. */
function incompleteBetaAtOdds(a        , b        , odds        )        {
  return incompleteBeta(a, b, odds === Infinity ? 1 : odds / (1 + odds), 1 / (1 + odds))
}

/** The even part of the continued fraction for I_x(a, b) = xᵃ yᵇ / (B(a, b) · fraction), x below the mean. */
function fraction(a        , b        , x        , y        )         {
  const excess = a * y - b * x + 1;
  return continuedFraction(
    (a * excess) / (a + 1),
    n => ((((a + n - 1) / (a + 2 * n - 1)) * (a + b + n - 1)) / (a + 2 * n - 1)) * n * (b - n) * x * x,
    n => n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) * (excess + n * (1 + y))) / (a + 2 * n + 1),
  )
}

const SMALLEST = 5e-324;
const LARGEST = 1.7976931348623157e308;

/**
 * The w > 0 where an increasing function is zero: Newton's method in ln w, inside a bracket that is halved (in ln w) when
 * a step leaves it. `at` gives the function and its derivative by ln w. 0 or Infinity when the root is beyond doubles.
 */
function positiveRoot(start        , at                                                 )         {
  let [low, high] = [0, Infinity];
  let w = start;
  let lastSize = Infinity;
  for (let i = 0; i < 2000; i++) {
    const { value, slope } = at(w);
    if (Number.isNaN(value)) break
    if (value === 0) return w
    if (value < 0) low = w;
    else high = w;
    if (low === LARGEST) return Infinity
    if (high === SMALLEST) return 0
    const size = Math.abs(value / slope);
    const next = w * Math.exp(-value / slope);
    if (next > low && next < high) {
      if (size < 1e-15 || (size < 1e-11 && size >= lastSize)) return next
      w = next;
      lastSize = size;
    } else {
      if (size < 1e-15) return w
      w = between(low, high);
      lastSize = Infinity;
      if (w <= low || w >= high) return w
    }
  }
  throw new RangeError(`Expected the search for a quantile to converge but it did not, near ${w}`)
}

/** The middle of a bracket by order of magnitude; close to the first or last double, that double itself. */
function between(low        , high        )         {
  if (high === Infinity && low > 1e300) return LARGEST
  if (low === 0 && high < 1e-300) return SMALLEST
  return Math.sqrt(Math.max(low, SMALLEST)) * Math.sqrt(Math.min(high, LARGEST))
}

/** The point w > 0 whose lower tail is p, for 0 < p < 1. */
function inverseLower(p        , start        , tailsAt                      )         {
  return p <= 0.5
    ? positiveRoot(start, w => distance(tailsAt(w), Math.log(p), 1))
    : positiveRoot(start, w => distance(mirrored(tailsAt(w)), Math.log1p(-p), -1))
}

/** The point w > 0 whose upper tail is q, for 0 < q < 1. */
function inverseUpper(q        , start        , tailsAt                      )         {
  return q <= 0.5
    ? positiveRoot(start, w => distance(mirrored(tailsAt(w)), Math.log(q), -1))
    : positiveRoot(start, w => distance(tailsAt(w), Math.log1p(-q), 1))
}

function distance({ logLower, logDensity }       , target        , sign        )                                   {
  return { value: sign * (logLower - target), slope: Math.exp(logDensity - logLower) }
}

/** The regularised incomplete beta function I_x(a, b). */
function betainc(a        , b        , x        )         {
  requirePositive({ a, b });
  return incompleteBeta(a, b, notNan(x), 1 - x).lower
}

/** Its complement 1 − I_x(a, b). */
function betaincc(a        , b        , x        )         {
  requirePositive({ a, b });
  return incompleteBeta(a, b, notNan(x), 1 - x).upper
}

/** The x with I_x(a, b) = p. */
function betaincinv(a        , b        , p        )         {
  requirePositive({ a, b });
  if (probability(p) === 0 || p === 1) return p
  return fromOdds(inverseLower(p, a / b, odds => incompleteBetaAtOdds(a, b, odds)))
}

/** The x with 1 − I_x(a, b) = q. */
function betainccinv(a        , b        , q        )         {
  requirePositive({ a, b });
  if (probability(q) === 0 || q === 1) return 1 - q
  return fromOdds(inverseUpper(q, a / b, odds => incompleteBetaAtOdds(a, b, odds)))
}

function fromOdds(odds        )         {
  return odds === Infinity ? 1 : odds / (1 + odds)
}

/** The beta distribution with shapes `a` and `b` on [0, 1]. */
function beta(a        , b        )               {
  requirePositive({ a, b });
  return {
    cdf: x => betainc(a, b, x),
    sf: x => betaincc(a, b, x),
    ppf: p => betaincinv(a, b, p),
    isf: q => betainccinv(a, b, q),
  }
}

/** The value itself; throws unless it is a whole number of at least 0. */
function count(value        , name        )         {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`Expected ${name} to be a whole number of at least 0 but found ${value}`)
  }
  return value
}

/** The smallest whole k in 0 … n for which a condition holds that, once true, stays true; n when it never is. */
function smallestWhole(n        , holds                        )         {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low
}

/** ζ(k) − 1 for k = 2, 3, …: the Taylor coefficients of ln Γ around 2, times k (DLMF 5.7.3). */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9,
];
const ONE_MINUS_EULER = 0.42278433509846713;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ln Γ(1 + z) for |z| ≤ ½, to full relative precision also around its zero at z = 0. */
function logGammaOnePlus(z        )         {
  return aroundTwo(z) - Math.log1p(z)
}

/** ln Γ(x) for x > 0, to full relative precision also around its zeros at 1 and 2 (named `lgamma` as in C). */
function lgamma(x        )         {
  if (!(x > 0)) throw new RangeError(`Expected the argument of lgamma to be above 0 but found ${x}`)
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x)
  if (x < 1.5) return logGammaOnePlus(x - 1)
  if (x <= 2.5) return aroundTwo(x - 2)
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x)
}

function aroundTwo(z        )         {
  let sum = 0;
  for (let i = ZETA_MINUS_ONE.length - 1; i >= 0; i--) sum = ((ZETA_MINUS_ONE[i] ?? 0) / (i + 2) - sum) * z;
  return z * (ONE_MINUS_EULER + sum)
}

const LOG_TWO_PI = 1.8378770664093456;

/** ln( mˣ e⁻ᵐ / Γ(x + 1) ) for real x, m > 0: the Poisson probability of x (C. Loader 2000). */
function logPoissonTerm(x        , m        )         {
  return -stirlingError(x) - deviance(x, m) - (Math.log(x) + LOG_TWO_PI) / 2
}

/**
 * Regularised incomplete gamma functions: `lower` is P(a, x), `upper` is Q(a, x).
 *
 * Series below the mean, Legendre's continued fraction above it (DLMF 8.11.4, 8.9.2); `logDensity` refers to x.
 */
function incompleteGamma(a        , x        )        {
  if (x <= 0) return { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0, logDensity: -Infinity }
  if (x === Infinity) return { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity, logDensity: -Infinity }
  const logDensity = logPoissonTerm(a, x) + Math.log(a);
  if (a <= 0.5 && x <= 1.1) return smallShape(a, x, logDensity)
  if (x <= a + 1) return fromLogLower(logDensity + Math.log(series(a, x) / a), logDensity)
  const fraction = continuedFraction(
    x - a + 1,
    n => n * (a - n),
    n => x - a + 1 + 2 * n,
  );
  return mirrored(fromLogLower(logDensity - Math.log(fraction), logDensity))
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function series(a        , x        )         {
  let sum = 1;
  let term = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum
}

/** Where P is close to 1 for small x already, so Q = 1 − P would lose digits: Q from −expm1 of ln(xᵃ / Γ(a + 1)). */
function smallShape(a        , x        , logDensity        )        {
  const logLead = a * Math.log(x) - logGammaOnePlus(a);
  let rest = 0;
  let term = 1;
  for (let n = 1; Math.abs(term) > 1e-18; n++) {
    term *= -x / n;
    rest += (term * a) / (a + n);
  }
  const upper = -Math.expm1(logLead) - Math.exp(logLead) * rest;
  const lower = Math.exp(logLead) * (1 + rest);
  return { lower, upper, logLower: logLead + Math.log1p(rest), logUpper: Math.log(upper), logDensity }
}

/** The regularised lower incomplete gamma function P(a, x). */
function gammainc(a        , x        )         {
  requirePositive({ a });
  return incompleteGamma(a, notNan(x)).lower
}

/** The regularised upper incomplete gamma function Q(a, x). */
function gammaincc(a        , x        )         {
  requirePositive({ a });
  return incompleteGamma(a, notNan(x)).upper
}

/** The x with P(a, x) = p. */
function gammaincinv(a        , p        )         {
  requirePositive({ a });
  if (probability(p) === 0) return 0
  return p === 1 ? Infinity : inverseLower(p, a, x => incompleteGamma(a, x))
}

/** The x with Q(a, x) = q. */
function gammainccinv(a        , q        )         {
  requirePositive({ a });
  if (probability(q) === 1) return 0
  return q === 0 ? Infinity : inverseUpper(q, a, x => incompleteGamma(a, x))
}

/** The χ² distribution with `df` degrees of freedom. */
function chiSquared(df        )               {
  requirePositive({ df });
  return {
    cdf: x => gammainc(df / 2, x / 2),
    sf: x => gammaincc(df / 2, x / 2),
    ppf: p => 2 * gammaincinv(df / 2, p),
    isf: q => 2 * gammainccinv(df / 2, q),
  }
}

/** The value at x of the polynomial with these coefficients, highest power first. */
function polynomial(coefficients                   , x        )         {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum
}

/** Rational approximations of algorithm AS 241, PPND16 (Wichura, Appl. Statist. 37 (1988), 477–484), highest power first. */
const CENTRE_P = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const CENTRE_Q = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const MIDDLE_P$1 = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const MIDDLE_Q$1 = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const FAR_P$1 = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const FAR_Q$1 = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];

/** The standard normal quantile of p, 0 ≤ p ≤ 1, to about sixteen digits. */
function normalQuantile(p        )         {
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425)
    return (
      (centred * polynomial(CENTRE_P, 0.180625 - centred * centred)) /
      polynomial(CENTRE_Q, 0.180625 - centred * centred)
    )
  const r = Math.sqrt(-Math.log(centred < 0 ? p : 1 - p));
  const z =
    r <= 5
      ? polynomial(MIDDLE_P$1, r - 1.6) / polynomial(MIDDLE_Q$1, r - 1.6)
      : polynomial(FAR_P$1, r - 5) / polynomial(FAR_Q$1, r - 5);
  return centred < 0 ? -z : z
}

/** exp(−x² / divisor), x² split in two exactly: the rounding of x² alone would cost x² units in the last place. */
function expMinusSquare(x        , divisor        = 1)         {
  const head = Math.trunc(x * 16) / 16;
  return Math.exp((-head * head) / divisor) * Math.exp((-(x - head) * (x + head)) / divisor)
}

/** Rational Chebyshev approximations: W. J. Cody, Math. Comp. 23 (1969), 631–637; coefficients from the highest power. */
const MIDDLE_P = [
  2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
];
const MIDDLE_Q = [
  1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const FAR_P = [
  0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
  0.0006587491615298378,
];
const FAR_Q = [1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918];
const ONE_OVER_SQRT_PI = 1 / Math.sqrt(Math.PI);

/** exp(x²) erfc(x) for x ≥ 0.46875. */
function scaledErfc(x        )         {
  if (x <= 4) return polynomial(MIDDLE_P, x) / polynomial(MIDDLE_Q, x)
  const r = 1 / (x * x);
  return (ONE_OVER_SQRT_PI - (r * polynomial(FAR_P, r)) / polynomial(FAR_Q, r)) / x
}

/** Rational Chebyshev approximation: W. J. Cody, Math. Comp. 23 (1969), 631–637; coefficients from the highest power. */
const P = [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694];
const Q = [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const NEAR = 0.46875;
const UNDERFLOW$2 = 27.3;

/** 1 − erf(x), to full relative precision down to the smallest double. */
function erfc(x        )         {
  return Math.abs(x) <= NEAR ? 1 - near(x) : x > 0 ? upper(x) : 2 - upper(-x)
}

function near(x        )         {
  return (x * polynomial(P, x * x)) / polynomial(Q, x * x)
}

function upper(x        )         {
  return x > UNDERFLOW$2 ? 0 : expMinusSquare(x) * scaledErfc(x)
}

const UNDERFLOW$1 = 38.6;

/** P(Z > z) for the standard normal Z; far out not as erfc(z / √2), whose rounded argument would cost z² ulps. */
function normalTail(z        )         {
  if (z < 1) return erfc(z * Math.SQRT1_2) / 2
  return z > UNDERFLOW$1 ? 0 : (expMinusSquare(z, 2) * scaledErfc(z * Math.SQRT1_2)) / 2
}

/** The standard normal distribution. */
const normal               = {
  cdf: z => normalTail(-notNan(z)),
  sf: z => normalTail(notNan(z)),
  ppf: p => normalQuantile(probability(p)),
  isf: q => -normalQuantile(probability(q)),
};

/** Beyond this t / √df, whose square soon overflows, only the leading term of the tail counts. */
const FAR = 1e100;

/** Student's t distribution with `df` degrees of freedom. */
function studentT(df        )               {
  requirePositive({ df });
  const scale = Math.sqrt(df);
  // t² / df has the beta prime distribution (½, df/2)
  const tailsAt = (odds        ) => incompleteBetaAtOdds(0.5, df / 2, odds);
  const logLead = () => lgamma((df + 1) / 2) - lgamma(df / 2) - Math.log(Math.PI) / 2 - Math.log(df);
  const tail = (t        ) =>
    t / scale > FAR ? Math.exp(logLead() - df * (Math.log(t) - Math.log(scale))) : tailsAt((t / scale) ** 2).upper / 2;
  const sf = (t        ) => (t >= 0 ? tail(t) : 1 - tail(-t));
  const upperRatio = (q        ) => {
    const ratio = Math.sqrt(inverseUpper(2 * q, 1 / df, tailsAt));
    return ratio > FAR ? Math.exp((logLead() - Math.log(q)) / df) : ratio
  };
  const isf = (q        )         => {
    if (q === 0.5) return 0
    if (q > 0.5) return -isf(1 - q)
    return q === 0 ? Infinity : scale * upperRatio(q)
  };
  return {
    cdf: t => sf(-notNan(t)),
    sf: t => sf(notNan(t)),
    ppf: p => -isf(probability(p)),
    isf: q => isf(probability(q)),
  }
}

/** The share left outside each end of a two-sided interval; throws unless the level lies strictly between 0 and 1. */
function outsideEachEnd(level        )         {
  if (!(level > 0 && level < 1))
    throw new RangeError(`Expected a level between 0 and 1, both excluded, but found ${level}`)
  return (1 - level) / 2
}

/** Throws unless 0 ≤ k ≤ n are whole numbers and n is at least 1. */
function requireSuccesses(k        , n        )       {
  if (count(n, 'the number of trials n') === 0) throw new RangeError('Expected at least one trial but found n = 0')
  if (count(k, 'the number of successes k') > n)
    throw new RangeError(`Expected k to be at most n = ${n} but found ${k}`)
}

/**
 * The exact two-sided interval of a proportion, k successes in n trials (Clopper and Pearson 1934).
 *
 * Each end alone is a one-sided bound of level (1 + level) / 2: ask for 0.9 to get one-sided bounds of 95 %.
 */
function clopperPearson(k        , n        , level        )           {
  requireSuccesses(k, n);
  const outside = outsideEachEnd(level);
  return {
    lower: k === 0 ? 0 : beta(k, n - k + 1).ppf(outside),
    upper: k === n ? 1 : beta(k + 1, n - k).isf(outside),
  }
}

/** The two-sided score interval of a proportion, k successes in n trials (Wilson 1927), without continuity correction. */
function wilson(k        , n        , level        )           {
  requireSuccesses(k, n);
  const z = normal.isf(outsideEachEnd(level));
  const centre = k + (z * z) / 2;
  const margin = z * Math.sqrt((k * (n - k)) / n + (z * z) / 4);
  return {
    lower: k === 0 ? 0 : Math.max(0, (centre - margin) / (n + z * z)),
    upper: k === n ? 1 : Math.min(1, (centre + margin) / (n + z * z)),
  }
}

/**
 * The two-sided hybrid score interval of p₁ − p₂ for two independent samples, k₁ of n₁ and k₂ of n₂.
 *
 * Source: R. G. Newcombe, Interval estimation for the difference between independent proportions (1998), method 10.
 */
function newcombe(k1        , n1        , k2        , n2        , level        )           {
  const first = wilson(k1, n1, level);
  const second = wilson(k2, n2, level);
  const p1 = k1 / n1;
  const p2 = k2 / n2;
  return {
    lower: p1 - p2 - Math.hypot(p1 - first.lower, second.upper - p2),
    upper: p1 - p2 + Math.hypot(first.upper - p1, p2 - second.lower),
  }
}

/**
 * Adjusts p-values in order of size: `factor(rank, m)` multiplies the rank-th smallest (from 1) of m, then the running
 * maximum from the smallest up (`down`) or the running minimum from the largest down (`up`) keeps the order; capped at 1.
 */
function stepAdjusted(
  p                   ,
  direction               ,
  factor                                     ,
)           {
  const values = Array.from(p, probability);
  const m = values.length;
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const adjusted = values.map(() => 1);
  let running = 0;
  for (let step = 0; step < m; step++) {
    const rank = step + 1;
    const index = order[rank - 1] ?? 0;
    const scaled = Math.min(1, (values[index] ?? 1) * factor(rank, m));
    running = Math.max(running, scaled);
    adjusted[index] = running;
  }
  return adjusted
}

/** p-values adjusted to control the family-wise error rate under any dependence (Holm 1979). */
function holm(p                   )           {
  return stepAdjusted(p, 'down', (rank, m) => m - rank + 1)
}

/** A table of counts with its margins. */
                                                                          

/** The margins of a table; throws unless every row has the same number of columns and every count is finite and ≥ 0. */
function margins(table                              )          {
  const width = table[0]?.length ?? 0;
  if (width === 0) throw new RangeError('Expected a table with at least one row and one column but found an empty one')
  const rows = table.map(() => 0);
  const columns = Array.from({ length: width }, () => 0);
  table.forEach((row, i) => {
    if (row.length !== width) throw new RangeError(`Expected ${width} columns in row ${i + 1} but found ${row.length}`)
    for (let j = 0; j < width; j++) {
      const value = row[j] ?? Number.NaN;
      if (!(value >= 0 && value < Infinity)) {
        throw new RangeError(`Expected a count of at least 0 in row ${i + 1}, column ${j + 1} but found ${value}`)
      }
      rows[i] = (rows[i] ?? 0) + value;
      columns[j] = (columns[j] ?? 0) + value;
    }
  });
  return { rows, columns, total: rows.reduce((sum, value) => sum + value, 0) }
}

/** The counts of each cell if rows and columns were independent; throws when a row or a column holds nothing. */
function expectedCounts(table                              )             {
  const { rows, columns, total } = margins(table);
  const emptyRow = rows.indexOf(0);
  if (emptyRow >= 0) throw new RangeError(`Expected a count above 0 in every row but row ${emptyRow + 1} holds none`)
  const emptyColumn = columns.indexOf(0);
  if (emptyColumn >= 0) {
    throw new RangeError(`Expected a count above 0 in every column but column ${emptyColumn + 1} holds none`)
  }
  return rows.map(row => columns.map(column => row * (column / total)))
}

/** A test of independence in a table: its degrees of freedom and the counts expected under independence. */
                                                                                 

/**
 * A test of independence whose statistic, a sum of one `term` per cell, is asymptotically χ².
 *
 * With `correction` and one degree of freedom each count first moves by up to one half towards the expected one (Yates).
 */
function independenceTest(
  table                              ,
  correction         ,
  term                                                ,
)                    {
  const expected = expectedCounts(table);
  const df = (expected.length - 1) * ((expected[0]?.length ?? 1) - 1);
  if (df === 0) return { statistic: 0, pValue: 1, df, expected }
  let statistic = 0;
  expected.forEach((row, i) => {
    row.forEach((e, j) => {
      const o = table[i]?.[j] ?? 0;
      statistic += term(correction && df === 1 ? o + Math.sign(e - o) * Math.min(0.5, Math.abs(e - o)) : o, e);
    });
  });
  return { statistic, pValue: chiSquared(df).sf(statistic), df, expected }
}

/**
 * Pearson's χ² test of independence in a table of counts (rows × columns); throws when a row or a column holds none.
 *
 * `correction: true` applies Yates' continuity correction when there is one degree of freedom.
 */
function chi2Contingency(
  table                              ,
  { correction = false }                           = {},
)                    {
  return independenceTest(table, correction, (observed, expected) => (observed - expected) ** 2 / expected)
}

/** The hypergeometric distribution: of `drawn` things out of `good` + `bad`, how many are good. */
                              
              
                                                 
                 
                            
                 
                               
                 
                                
 

/** The distribution of good things among `drawn` out of `good` + `bad`, both tails to full relative precision. */
function hypergeometric(good        , bad        , drawn        )                 {
  const total = good + bad;
  const lowest = Math.max(0, drawn - bad);
  const highest = Math.min(good, drawn);
  const mode = Math.floor(((good + 1) * (drawn + 1)) / (total + 2));
  const p = drawn / total;
  const q = (total - drawn) / total;
  const all = logBinomialTerm(drawn, total - drawn, p, q);
  const pmf = (k        ) => {
    if (k < lowest || k > highest) return 0
    return Math.exp(logBinomialTerm(k, good - k, p, q) + logBinomialTerm(drawn - k, bad - drawn + k, p, q) - all)
  };
  // sums run from k away from the mode, so terms only shrink
  const downwards = (k        ) => {
    let term = pmf(k);
    let sum = term;
    for (let i = k; i > lowest && term > sum * 1e-18; i--) {
      term *= (i / (good - i + 1)) * ((bad - drawn + i) / (drawn - i + 1));
      sum += term;
    }
    return sum
  };
  const upwards = (k        ) => {
    let term = pmf(k);
    let sum = term;
    for (let i = k; i < highest && term > sum * 1e-18; i++) {
      term *= ((good - i) / (i + 1)) * ((drawn - i) / (bad - drawn + i + 1));
      sum += term;
    }
    return sum
  };
  return {
    mode,
    highest,
    pmf,
    atMost: k => (k <= mode ? downwards(k) : 1 - upwards(k + 1)),
    atLeast: k => (k >= mode ? upwards(k) : 1 - downwards(k - 1)),
  }
}

/** Tables this close to the observed one's probability count as equally likely, as in R. */
const TIE = 1 + 1e-7;

/**
 * Fisher's exact test of a 2 × 2 table; the statistic is the sample odds ratio ad / bc (NaN when a margin is zero).
 *
 * Two-sided: the total probability of all tables with these margins that are no more likely than the observed one.
 */
function fisherExact(table                              , alternative              = 'two-sided')             {
  if (table.length !== 2 || table.some(row => row.length !== 2)) {
    throw new RangeError('Expected a table of 2 rows and 2 columns')
  }
  const cell = (i        , j        ) =>
    count(table[i]?.[j] ?? Number.NaN, `the count in row ${i + 1}, column ${j + 1}`);
  const [a, b, c, d] = [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)];
  if (a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0) return { statistic: Number.NaN, pValue: 1 }
  const statistic = b * c === 0 ? Infinity : (a * d) / (b * c);
  const { mode, highest, pmf, atMost, atLeast } = hypergeometric(a + b, c + d, a + c);
  const limit = pmf(a) * TIE;
  const twoSided = () => {
    if (pmf(mode) <= limit) return 1
    if (limit === 0) return 0
    if (a < mode) return atMost(a) + atLeast(mode + smallestWhole(highest - mode + 1, i => pmf(mode + i) <= limit))
    return atLeast(a) + atMost(mode - smallestWhole(mode + 1, i => pmf(mode - i) <= limit))
  };
  const pValue = alternative === 'less' ? atMost(a) : alternative === 'greater' ? atLeast(a) : twoSided();
  return { statistic, pValue: Math.min(1, pValue) }
}

const SCALE = 2 ** 128;

/**
 * P(Dₙ < d) for the one-sample Kolmogorov–Smirnov statistic, from the n-th power of Durbin's matrix.
 *
 * Source: G. Marsaglia, W. W. Tsang and J. Wang, Evaluating Kolmogorov's distribution (2003). Best for small n · d.
 */
function durbinMatrixCdf(n        , d        )         {
  const k = Math.ceil(n * d);
  const size = 2 * k - 1;
  const middle = (k - 1) * size + (k - 1);
  let base = durbinMatrix(k, k - n * d);
  let power;                          
  // every power is kept as matrix · 2^(128 · scale)
  let baseScale = 0;
  let scale = 0;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      power = power ? product(power, base, size) : base;
      scale += baseScale;
      if ((power[middle] ?? 0) > SCALE) {
        power = power.map(value => value / SCALE);
        scale++;
      }
    }
    if (left === 1) break
    base = product(base, base, size);
    baseScale *= 2;
    if ((base[middle] ?? 0) > SCALE) {
      base = base.map(value => value / SCALE);
      baseScale++;
    }
  }
  let probability = power?.[middle] ?? 0;
  for (let i = 1; i <= n; i++) {
    probability *= i / n;
    if (scale > 0 && probability < 1 / SCALE) {
      probability *= SCALE;
      scale--;
    }
  }
  return probability * SCALE ** scale
}

/** The (2k − 1) × (2k − 1) matrix of transition weights for d = (k − h) / n, row by row. */
function durbinMatrix(k        , h        )               {
  const size = 2 * k - 1;
  const inverseFactorial = [1];
  for (let i = 1; i <= size; i++) inverseFactorial.push((inverseFactorial[i - 1] ?? 0) / i);
  const edge = (i        ) => (1 - h ** (i + 1)) * (inverseFactorial[i + 1] ?? 0);
  const corner = (1 - 2 * h ** size + Math.max(2 * h - 1, 0) ** size) * (inverseFactorial[size] ?? 0);
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (j === 0) matrix[i * size] = i === size - 1 ? corner : edge(i);
      else if (i === size - 1) matrix[i * size + j] = edge(size - 1 - j);
      else if (j <= i + 1) matrix[i * size + j] = inverseFactorial[i - j + 1] ?? 0;
    }
  }
  return matrix
}

function product(a              , b              , size        )               {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let l = 0; l < size; l++) {
      const factor = a[i * size + l] ?? 0;
      if (factor === 0) continue
      for (let j = 0; j < size; j++) {
        result[i * size + j] = (result[i * size + j] ?? 0) + factor * (b[l * size + j] ?? 0);
      }
    }
  }
  return result
}

const PI2 = Math.PI ** 2;

/**
 * P(Dₙ < d) for the one-sample Kolmogorov–Smirnov statistic: the limiting distribution with its corrections of order
 * n^(−1/2), n⁻¹ and n^(−3/2), as theta series that converge fast for small z = √n d.
 *
 * Source: W. Pelz and I. J. Good, Approximating the lower tail-areas of the Kolmogorov–Smirnov statistic (1976).
 */
function pelzGoodCdf(n        , d        )         {
  const z = Math.sqrt(n) * d;
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  const [k0, k1, k2, k3] = oddTerms(z, z2, z4, z6);
  const [extra2, extra3] = wholeTerms(z, z2);
  const sum2 = k2 / (72 * z6 * z) - (PI2 * extra2) / (36 * z2 * z);
  const sum3 = k3 / (6480 * z6 * z4) + (PI2 * extra3) / (216 * z6);
  return Math.sqrt(2 * Math.PI) * (k0 / z + k1 / (6 * z4) / Math.sqrt(n) + sum2 / n + sum3 / n ** 1.5)
}

/** Σ over odd m of polynomials in m² times exp(−m² π² / 8z²), one per order. */
function oddTerms(z        , z2        , z4        , z6        )                                   {
  const sums                                   = [0, 0, 0, 0];
  for (let k = Math.ceil((16 * z) / Math.PI); k > 0; k--) {
    const s = (2 * k - 1) ** 2 * PI2;
    const weight = Math.exp(-s / (8 * z2));
    sums[0] += weight;
    sums[1] += weight * (s / 4 - z2);
    sums[2] += weight * (6 * z6 + 2 * z4 + (s * (2 * z4 - 5 * z2)) / 4 + (s * s * (1 - 2 * z2)) / 16);
    sums[3] +=
      weight *
      (-30 * z6 -
        90 * z6 * z2 +
        (s * (135 * z4 - 96 * z6)) / 4 +
        (s * s * (212 * z4 - 60 * z2)) / 16 +
        (s * s * s * (5 - 30 * z2)) / 64);
  }
  return sums
}

/** Σ over whole k of k² exp(−k² π² / 2z²), plain and times 3z² − π² k². */
function wholeTerms(z        , z2        )                   {
  const sums                   = [0, 0];
  for (let k = Math.ceil((16 * z) / Math.PI); k > 0; k--) {
    const weight = k * k * Math.exp((-k * k * PI2) / (2 * z2));
    sums[0] += weight;
    sums[1] += weight * (3 * z2 - PI2 * k * k);
  }
  return sums
}

/** P(D⁺ₙ ≥ d) for the one-sided one-sample Smirnov statistic of `n` values, 0 < d < 1 (Birnbaum and Tingey 1951). */
function smirnovSf(n        , d        )         {
  let sum = 0;
  for (let j = 0; j <= n * (1 - d); j++) {
    const p = d + j / n;
    const q = 1 - d - j / n;
    if (q <= 0) break
    sum += Math.exp(logBinomialTerm(j, n - j, p, q)) * (d / p);
  }
  return sum
}

/**
 * The distribution of the two-sided one-sample Kolmogorov–Smirnov statistic of `n` values: `sf(d)` is P(Dₙ ≥ d).
 *
 * The choice of method by region follows R. Simard and P. L'Ecuyer, Computing the two-sided Kolmogorov–Smirnov
 * distribution (2011), as in SciPy: exact to rounding up to n = 140 and wherever n d² is at least 2.2; in the rest, where
 * the Pelz–Good series serves, at least to five digits.
 */
function kolmogorov(n        )                                {
  const sf = (d        ) => {
    const t = n * d;
    if (t <= 0.5) return 1
    if (d >= 1) return 0
    if (t <= 1) return 1 - firstPiece(n, 2 * t - 1)
    if (t >= n - 1) return 2 * (1 - d) ** n
    const nd2 = t * d;
    if (d >= 0.5 || nd2 > 4) return nd2 >= 370 && n > 140 ? 0 : 2 * smirnovSf(n, d)
    if (n <= 140) return 1 - durbinMatrixCdf(n, d)
    if (nd2 >= 2.2) return 2 * smirnovSf(n, d)
    return 1 - (n <= 100_000 && t * Math.sqrt(d) <= 1.4 ? durbinMatrixCdf(n, d) : pelzGoodCdf(n, d))
  };
  return { sf: d => Math.min(1, Math.max(0, sf(d))) }
}

/** n! (u / n)ⁿ, the distribution function for ½ ≤ n d ≤ 1 with u = 2 n d − 1 (Ruben and Gambino 1982). */
function firstPiece(n        , u        )         {
  let product = 1;
  for (let i = 1; i <= n && product > 0; i++) product *= (i / n) * u;
  return product
}

/** e to minus this is 0 in doubles. */
const UNDERFLOW = 747;

/**
 * P(D ≥ d) for the two-sample Kolmogorov–Smirnov statistic of sizes n and m without ties, where `gap` is d · n · m.
 *
 * Source: J. L. Hodges, The significance probability of the Smirnov two-sample test (1958), as arranged by SciPy so that
 * nothing is subtracted and small tails keep their digits.
 */
function exactSmirnov(n        , m        , gap        )         {
  if (gap === 0) return 1
  if (exponent(n, m, gap) > UNDERFLOW) return 0
  return Math.min(1, n === m ? equalSizes(n, gap / n) : outsideBand(Math.max(n, m), Math.min(n, m), gap))
}

/** 2 d² nm / (n + m): P(D ≥ d) is at most 2.17 times e to minus this (Wei and Dudley 2012). */
function exponent(n        , m        , gap        )         {
  return (2 * gap * (gap / n / m)) / (n + m)
}

/** Reflection principle for n = m and D = h / n: 2 A₀ (1 − A₁ (1 − A₂ (…))), each A a ratio of binomial coefficients. */
function equalSizes(n        , h        )         {
  let p = 0;
  for (let k = Math.floor(n / h); k >= 0; k--) {
    let ratio = 1;
    for (let j = 0; j < h; j++) ratio *= (n - k * h - j) / (n + k * h + j + 1);
    p = ratio * (1 - p);
  }
  return 2 * p
}

/**
 * The probability that a random lattice path from (0, 0) to (m, n) leaves the band |n i − m j| < gap, m ≥ n.
 *
 * Column by column: the share of paths to (i, j) that have left is i and j times the shares of its two predecessors over
 * i + j, and 1 outside the band. One column is kept, indexed by j.
 */
function outsideBand(m        , n        , gap        )         {
  const left = new Float64Array(n + 1).fill(1);
  left.fill(0, 0, Math.min(Math.ceil(gap / m), n + 1));
  const inverse = Float64Array.from({ length: m + n + 1 }, (_, k) => 1 / k);
  for (let i = 1; i <= m; i++) {
    const lowest = Math.max(Math.floor((n * i - gap) / m) + 1, 0);
    const beyond = Math.min(Math.ceil((n * i + gap) / m), n + 1);
    if (beyond <= lowest) return 1
    let share = lowest === 0 ? 0 : 1;
    for (let j = lowest; j < beyond; j++) {
      const weight = inverse[i + j] ?? 0;
      share = (left[j] ?? 1) * (i * weight) + share * (j * weight);
      left[j] = share;
    }
  }
  return left[n] ?? 1
}

/** Up to this size of the larger sample the p-value is exact, as in SciPy. */
const LARGEST_EXACT = 10_000;

/**
 * The two-sided two-sample Kolmogorov–Smirnov test; the statistic is the largest distance between the two empirical
 * distribution functions, tied values taken together.
 *
 * `auto` is exact while neither sample exceeds 10 000 values, and `asymptotic` beyond: the one-sample distribution at the
 * effective size nm / (n + m). With ties the exact p-value is conservative.
 */
function ks2samp(
  x                   ,
  y                   ,
  { method = 'auto' }                                               = {},
)             {
  const first = sorted(x, 'x');
  const second = sorted(y, 'y');
  const n = first.length;
  const m = second.length;
  const gap = largestGap(first, second);
  const statistic = gap / (n * m);
  const exact = method === 'auto' ? Math.max(n, m) <= LARGEST_EXACT : method === 'exact';
  const pValue = exact ? exactSmirnov(n, m, gap) : kolmogorov(halfEven((n * m) / (n + m))).sf(statistic);
  return { statistic, pValue }
}

/** max |i m − j n| over the pooled values, where i values of x and j of y lie at or below one: the distance × nm. */
function largestGap(x              , y              )         {
  let gap = 0;
  let below = 0;
  forEachPooledValue(x, y, (_, inX, inY) => {
    below += inX * y.length - inY * x.length;
    gap = Math.max(gap, Math.abs(below));
  });
  return gap
}

/** Rounds to the nearest whole number, ties to the even one, as NumPy does; at least 1. */
function halfEven(value        )         {
  const below = Math.floor(value);
  const up = value - below > 0.5 || (value - below === 0.5 && below % 2 === 1);
  return Math.max(1, up ? below + 1 : below)
}

/** The settings that bound an effect. */
                                                                         

                     
                                                     
                     
                        
                                                                                                    
                          
                                         
 

/** A method that answers a question about a column: its measurement becomes a check. */
                                                   
                                                                   
                           
                                                        
                        
                                                                   
                           
                           
                                                                      
                         
                                                       
                                                                 
 

/** A method whose number people know and want to see, but which decides nothing. */
                                                    
                                            
 

                                                     

                              
                                        
                         
                                  
                    
                                                                       
                          
                                                                                   
                          
                                              
                        
                                                                                                 
                                
 

/** What the rows say about the populations they were drawn from. */
                            
                                                                                                                                                
                                              
                                                    
                         
                                                                                                                 
                            
                                                                                             
                                                                         
                                                                                                                             
                                                                       
 

/** A method as its file declares it. */
const defineMethod =                   (method   )    => method;

const isDeciding = (method        )                           => 'measure' in method;

/**
 * How far an estimated distance of two distributions can fall short of the true one, but for a chance of `alpha`, for any
 * two distributions and any numbers of independent rows.
 *
 * Both distances used here are the largest difference P(A) − Q(A) over a family of events A: half-lines for the
 * Kolmogorov–Smirnov distance, all sets for total variation. The estimate is the largest difference of observed shares, so
 * it is at least the difference at the one event A* where the true distance is attained. That difference is a sum of n
 * independent terms of width 1/n and m of width 1/m, so by Hoeffding (1963, theorem 2) it falls ε below its mean with
 * probability at most exp(−2 ε² / (1/n + 1/m)). No supremum has to be bounded: this is why the bound is tighter than that of
 * Dvoretzky, Kiefer and Wolfowitz. (McDiarmid's inequality and E d̂ ≥ d by convexity give the same ε.)
 */
const shortfall = (alpha        , n        , m        )         =>
  Math.sqrt((Math.log(1 / alpha) / 2) * (1 / n + 1 / m));

/** What rows say about a distance between 0 and 1 whose estimate is at least the difference at any one event. */
function distanceInference({ effect, pValue, testable, rows, alpha, excess }          )            {
  const upper = (distance        , n        , m        ) => Math.min(1, distance + shortfall(alpha, n, m));
  const found = 1 / rows.reference + 1 / rows.current;
  return {
    interval: [Math.max(0, effect - excess), upper(effect, rows.reference, rows.current)],
    pValue,
    testable,
    rows,
    upperAt(n, m, drifted) {
      // A distance that is only chance shrinks like the standard error of a share.
      return upper(drifted ? effect : effect * Math.sqrt((1 / n + 1 / m) / found), n, m)
    },
  }
}

/** A number inside a sentence: three significant digits. */
const figure = (value        )         => String(Number(value.toPrecision(3)));

/** A share of one inside a sentence, as a percentage of three significant digits. */
const percent = (share        )         => `${figure(share * 100)} %`;

/** A count inside a sentence, thousands apart. */
const grouped = (count        )         => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

/** Kolmogorov–Smirnov distance of two samples of numbers, with test and confidence bounds. */
const kolmogorovSmirnov = defineMethod({
  id: 'kolmogorov-smirnov',
  title: 'Kolmogorov–Smirnov distance',
  variant:
    'D = max |F(x) − G(x)| of the two empirical distribution functions over finite values, missing left out, ties processed together. ' +
    "Two-sided p as scipy's ks_2samp (method auto: exact to 10 000 rows a side, then Simard and L'Ecuyer), conservative under ties. " +
    'Upper bound D + sqrt(ln(1/α)/2 · (1/n + 1/m)) (Hoeffding 1963 at the point where the true distance is attained); ' +
    'lower bound D − sqrt(ln(4/α)/(2n)) − sqrt(ln(4/α)/(2m)) (Dvoretzky, Kiefer, Wolfowitz with the constant of Massart 1990, once per side)',
  accepts: ['numeric'],
  question: 'distribution',
  claim: 'same distribution',
  quantity: 'a KS distance',
  limit: 'max-effect',
  remedy: "Retrain or certify on current data if the world has changed, mend the column's source if not",
  measure({ reference: { numbers: x }, current: { numbers: y } }, alpha) {
    const [firstX, firstY] = [x[0], y[0]];
    if (firstX === undefined || firstY === undefined) return undefined
    const { statistic, pValue } = ks2samp(x, y);
    const constant = firstX === firstY && x.at(-1) === firstX && y.at(-1) === firstY;
    return {
      effect: statistic,
      n: x.length + y.length,
      values: constant ? 'one value throughout' : `median ${figure(median(x))} → ${figure(median(y))}`,
      inference: distanceInference({
        effect: statistic,
        pValue,
        testable: !constant,
        rows: { reference: x.length, current: y.length },
        alpha,
        excess: deviation(alpha / 2, x.length) + deviation(alpha / 2, y.length),
      }),
    }
  },
});

/** How far an empirical distribution function strays from the true one, but for a chance of `alpha` (Massart 1990). */
const deviation = (alpha        , n        ) => Math.sqrt(Math.log(2 / alpha) / (2 * n));

function median(ascending              )         {
  const middle = (ascending.length - 1) / 2;
  return (ascending[Math.floor(middle)] ?? 0) / 2 + (ascending[Math.ceil(middle)] ?? 0) / 2
}

/** Change of the share of missing values, either way, with test and confidence bounds. */
const missingShare = defineMethod({
  id: 'missing-share',
  title: 'Change of the missing share',
  variant:
    '|q − p| of the shares of blank cells among all rows. Interval of the difference: hybrid score without continuity correction ' +
    "(Newcombe 1998, method 10), folded at zero. Two-sided p of Fisher's exact test",
  accepts: ['numeric', 'categorical', 'text', 'mixed', 'empty'],
  question: 'missing-share',
  claim: 'same share of missing values',
  quantity: 'a change of the missing share',
  limit: 'max-missing-change',
  remedy: 'Find out why values went missing, or came back: a model takes what is filled in for them as fact',
  measure({ reference, current }, alpha) {
    const [k, n, l, m] = [reference.missing, reference.rows, current.missing, current.rows];
    if (n === 0 || m === 0) return undefined
    const level = 1 - 2 * alpha;
    return {
      effect: Math.abs(l / m - k / n),
      n: n + m,
      detail: `${percent(k / n)} → ${percent(l / m)}`,
      inference: {
        interval: folded(newcombe(l, m, k, n, level)),
        pValue: fisherExact([
          [l, m - l],
          [k, n - k],
        ]).pValue,
        testable: k + l > 0 && k + l < n + m,
        rows: { reference: n, current: m },
        upperAt(futureN, futureM, drifted) {
          const p = drifted ? k / n : (k + l) / (n + m);
          const q = drifted ? l / m : p;
          return folded(newcombe(Math.round(q * futureM), futureM, Math.round(p * futureN), futureN, level))[1]
        },
      },
    }
  },
});

/** The bounds of the absolute value of what lies between two bounds. */
function folded({ lower, upper }                                  )                   {
  return [Math.max(0, lower, -upper), Math.max(-lower, upper)]
}

/** Rows of one category on both sides. */
                               
                                                                                
                                   
                            
                          
 

/** Every category of either side, those of the reference first. */
function categoryPairs({ reference, current }        )                 {
  const names = new Set([...reference.categories.keys(), ...current.categories.keys()]);
  const pairs                 = [...names].map(name => ({
    name,
    reference: reference.categories.get(name)?.count ?? 0,
    current: current.categories.get(name)?.count ?? 0,
  }));
  if (reference.others + current.others === 0) return pairs
  return [...pairs, { name: undefined, reference: reference.others, current: current.others }]
}

/** Share that stands in for a smaller one, so that an empty bin has a logarithm. */
const FLOOR = 1e-4;

/** Population stability index over the reference's deciles (Yurdakul 2018): Σ (q − p) ln(q / p). */
const psi = defineMethod({
  id: 'psi',
  title: 'Population stability index',
  variant:
    'Σ (q − p) ln(q / p), natural logarithm, over shares of all rows, each floored at 0.0001 and not renormalised. ' +
    'Numbers: bins between the deciles of the reference (type 7), closed above, equal deciles merged. Categories: one bin each. ' +
    'Missing values, and cells that are neither number nor counted category, are bins of their own. ' +
    'Reported, not decided on: 0.1 and 0.25 are customary marks, but its size depends on the number of rows',
  accepts: ['numeric', 'categorical'],
  report(column) {
    const { reference, current } = column;
    const values = reference.numbers.length + reference.categories.size;
    if (values === 0 || current.rows === 0) return undefined
    const bins = [...valueBins(column), [reference.missing, current.missing]].filter(([a = 0, b = 0]) => a + b > 0);
    return bins.reduce((sum, [a = 0, b = 0]) => {
      const p = Math.max(FLOOR, a / reference.rows);
      const q = Math.max(FLOOR, b / current.rows);
      return sum + (q - p) * Math.log(q / p)
    }, 0)
  },
});

/** Rows of each bin of values, reference and current. */
function valueBins(column        )             {
  const { kind, reference, current } = column;
  if (kind === 'categorical') return categoryPairs(column).map(pair => [pair.reference, pair.current])
  const edges = decileEdges(reference.numbers);
  const counts = countByEdges(current.numbers, edges);
  const bins = countByEdges(reference.numbers, edges).map((count, i) => [count, counts[i] ?? 0]);
  return [...bins, [reference.others, current.others]]
}

/** Rows of one category on both sides. */
                       
                            
                          
 

/** Smallest expected count that the χ² distribution is trusted with (Cochran 1954). */
const THIN = 5;

/**
 * Whether the categories have the same shares on both sides: Pearson's χ² on the contingency table of two rows, without
 * continuity correction.
 *
 * Categories expected fewer than five times on a side are merged, the rarest first, until none is left or only two
 * categories remain; if one of the two is still thin, the test is Fisher's exact one. Merging looks only at totals over both
 * sides, which the test conditions on, so it costs no validity. `testable` is false where there is one category only.
 */
function homogeneityTest(cells                 )                                        {
  const merged = mergeThin(cells);
  if (merged.length < 2) return { pValue: 1, testable: false }
  const table = [merged.map(cell => cell.reference), merged.map(cell => cell.current)];
  const thin = merged.some(isThin(merged));
  return { pValue: (thin ? fisherExact(table) : chi2Contingency(table)).pValue, testable: true }
}

/** The cells with the thin ones merged into one that is not thin, as long as another is left to compare it with. */
function mergeThin(cells                 )         {
  const ascending = cells.filter(cell => total(cell) > 0).toSorted((a, b) => total(a) - total(b));
  const thin = isThin(ascending);
  let taken = Math.min(ascending.filter(thin).length, ascending.length - 1);
  if (taken < 1) return ascending
  while (taken < ascending.length - 1 && thin(sum$1(ascending.slice(0, taken)))) taken++;
  return [sum$1(ascending.slice(0, taken)), ...ascending.slice(taken)]
}

const total = (cell      ) => cell.reference + cell.current;

const sum$1 = (cells                 )       => ({
  reference: cells.reduce((rows, cell) => rows + cell.reference, 0),
  current: cells.reduce((rows, cell) => rows + cell.current, 0),
});

/** Whether a cell is expected too rarely on the smaller side, where both sides have the same shares. */
function isThin(cells                 )                          {
  const all = sum$1(cells);
  const smallerSide = Math.min(all.reference, all.current) / total(all);
  return cell => total(cell) * smallerSide < THIN
}

/** Total variation distance of the shares of categories, with test and confidence bounds. */
const totalVariation = defineMethod({
  id: 'total-variation',
  title: 'Total variation distance',
  variant:
    'TV = ½ Σ |p − q| over the shares of every category of either side, missing left out. ' +
    'p of the χ² test of homogeneity (contingency table, no continuity correction), categories expected fewer than 5 times merged ' +
    "(Cochran 1954), Fisher's exact test where only two are left and one is thin. " +
    'Upper bound TV + sqrt(ln(1/α)/2 · (1/n + 1/m)) (Hoeffding 1963 at the set where the true distance is attained); ' +
    'lower bound TV − ½ sqrt((k − 1)(1/n + 1/m)) − sqrt(ln(1/α)/2 · (1/n + 1/m)) for k categories, taken as all there are, the first term bounding the bias',
  accepts: ['categorical'],
  question: 'distribution',
  claim: 'same distribution',
  quantity: 'a total variation distance',
  limit: 'max-effect',
  remedy: "Retrain or certify on current data if the world has changed, mend the column's source if not",
  measure(column, alpha) {
    const pairs = categoryPairs(column);
    const n = column.reference.rows - column.reference.missing;
    const m = column.current.rows - column.current.missing;
    if (n === 0 || m === 0) return undefined
    const change = (pair              ) => Math.abs(pair.reference / n - pair.current / m);
    const effect = pairs.reduce((sum, pair) => sum + change(pair), 0) / 2;
    const most = pairs.toSorted((a, b) => change(b) - change(a)).at(0);
    return {
      effect,
      n: n + m,
      ...(most?.name === undefined || effect === 0
        ? {}
        : { values: `${quoted(most.name)} ${percent(most.reference / n)} → ${percent(most.current / m)}` }),
      inference: distanceInference({
        effect,
        ...homogeneityTest(pairs),
        rows: { reference: n, current: m },
        alpha,
        excess: bias(pairs.length, n, m) + shortfall(alpha, n, m),
      }),
    }
  },
});

/**
 * How far the estimate exceeds the true distance on average, at most: ½ Σ E|error of p − q| ≤ ½ Σ sqrt(variance), which by
 * Cauchy and Schwarz over k categories is at most ½ sqrt(k · (1 − 1/k)(1/n + 1/m)).
 */
const bias = (k        , n        , m        ) => Math.sqrt((k - 1) * (1 / n + 1 / m)) / 2;

/** Up to this many unseen values are named; more are no longer categories, and may be personal. */
const NAMED$1 = 10;

                         
                                                             
                       
                                                                     
                            
                                                                  
                        
 

/** The current rows of a categorical column that hold what no reference row holds. */
function unseenOf({ reference, current }        )         {
  const unseen = [...current.categories]
    .filter(([name]) => !reference.categories.has(name))
    .toSorted(([a, { count: n }], [b, { count: m }]) => m - n || (a < b ? -1 : 1));
  const rows = current.others + unseen.reduce((sum, [, { count }]) => sum + count, 0);
  const lines = unseen.flatMap(([, { line }]) => (line === undefined ? [] : [line]));
  return {
    rows,
    ...(current.others === 0 && unseen.length <= NAMED$1 ? { values: unseen.map(([name]) => name) } : {}),
    ...(lines.length > 0 ? { line: Math.min(...lines) } : {}),
  }
}

/** Share of current rows whose category the reference never had; what a one-hot encoder ignores or fails on. */
const unseenCategories = defineMethod({
  id: 'unseen-categories',
  title: 'Rows of categories the reference never had',
  variant:
    'Share of all current rows whose value is in no row of the reference, text compared exactly, numbers by value. ' +
    'Counted, not estimated: nothing is inferred beyond these rows',
  accepts: ['categorical'],
  question: 'unseen-categories',
  claim: 'only known categories',
  quantity: 'a share of rows in unseen categories',
  limit: 'max-unseen-share',
  remedy: 'Map the values to categories the model knows, or train it on rows that have them',
  measure(column) {
    const { rows, values, line } = unseenOf(column);
    const { rows: n } = column.current;
    if (n === 0) return undefined
    return {
      effect: rows / n,
      n,
      ...(rows === 0
        ? {}
        : {
            detail: `${grouped(rows)} of ${grouped(n)} rows`,
            ...(values ? { values: values.map(quoted).join(', ') } : {}),
          }),
      ...(line === undefined ? {} : { line }),
    }
  },
});

var methods = /*#__PURE__*/Object.freeze({
  __proto__: null,
  kolmogorovSmirnov: kolmogorovSmirnov,
  missingShare: missingShare,
  psi: psi,
  totalVariation: totalVariation,
  unseenCategories: unseenCategories
});

/** A question asked of a column and what was measured. */
                           
                         
                                 
                                   
                                                                               
                                  
 

const METHODS                    = Object.values(methods);

/**
 * Every column measured by every method that decides on its kind.
 *
 * p-values are adjusted by Holm (1979) over all tests of the run together, whatever their dependence. Tests that could not
 * have been significant, given totals over both sides, are left out of the family (Tarone 1990) and keep a p-value of 1.
 */
function measureColumns(columns                   , alpha        )                                          {
  const deciding = METHODS.filter(isDeciding);
  const found = columns.flatMap(column =>
    deciding.flatMap(method => {
      const measurement = method.accepts.includes(column.kind) ? method.measure(column, alpha) : undefined;
      return measurement ? [{ column, method, measurement }] : []
    }),
  );
  const family = found.filter(({ measurement }) => measurement.inference?.testable);
  const adjusted = holm(family.map(({ measurement }) => measurement.inference?.pValue ?? 1));
  const byMeasurement = new Map(family.map(({ measurement }, i) => [measurement, adjusted[i] ?? 1]));
  const measured = found.map(one =>
    one.measurement.inference ? { ...one, adjustedPValue: byMeasurement.get(one.measurement) ?? 1 } : one,
  );
  return { measured, tests: family.length }
}

/**
 * The one rule by which a measured change becomes a status.
 *
 * | status | when | what it rests on |
 * |---|---|---|
 * | `fail` | the effect exceeds the limit and is significant | the chance that any column fails though none has changed is at most alpha (Holm) |
 * | `inconclusive` | otherwise, if the effect's upper bound exceeds the limit | the change may be harmful, the rows are too few to tell |
 * | `warn` | otherwise, if the effect is significant | the columns differ, but harmlessly: the bound is within the limit |
 * | `pass` | otherwise | |
 *
 * So `pass` and `warn` both say: the true effect is at most the limit, with confidence 1 − alpha. A gate passes only where
 * every column does, so a harmful change in any column gets through with chance alpha at most; no adjustment is needed for
 * that (an intersection–union test, Berger 1982). A measurement without inference is the whole truth about the rows at hand,
 * and only its size decides.
 */
function decide({ effect, inference }             , { limit, alpha, adjustedPValue }     )         {
  if (!inference) return effect > limit ? 'fail' : 'pass'
  const significant = adjustedPValue !== undefined && adjustedPValue <= alpha;
  if (effect > limit && significant) return 'fail'
  if (!(inference.interval[1] <= limit)) return 'inconclusive'
  return significant ? 'warn' : 'pass'
}

/** Whether both sides of a numeric column hold whole numbers that are all different, as row ids are. */
const looksLikeId = ({ reference, current }        )          => allDifferent(reference) && allDifferent(current);

const allDifferent = ({ numbers }      )          =>
  numbers.length > 1 && numbers.every((value, i) => Number.isInteger(value) && value !== numbers[i - 1]);

/** More rows than anyone compares. */
const MOST$1 = 1e9;

/**
 * About how many rows would bring the upper bound down to the limit, to two digits: of the current side if that can be enough,
 * else of each side. `drifted`: the change found is taken as real, not as chance. Undefined where no number would do.
 */
function rowsNeeded$1({ rows, upperAt }           , limit        , drifted         )                         {
  const current = smallest(rows.current, m => upperAt(rows.reference, m, drifted) <= limit);
  if (current !== undefined) return { side: 'current', rows: current }
  const each = smallest(Math.min(rows.reference, rows.current), n => upperAt(n, n, drifted) <= limit);
  return each === undefined ? undefined : { side: 'each', rows: each }
}

/** The smallest whole number above `from` for which a condition that stays true once it is true holds, rounded up. */
function smallest(from        , holds                        )                     {
  if (!holds(MOST$1)) return undefined
  let [low, high] = [from, MOST$1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(high)) - 1);
  return Math.ceil(high / unit) * unit
}

/** What to do about a column that did not pass. */
function hintFor(status        , { column, method, measurement }          , bar     )                     {
  if (status === 'pass') return undefined
  if (status === 'warn') return 'The change is real but harmless by this limit: watch whether it grows'
  if (status === 'inconclusive') return measurement.inference && moreRows(measurement.inference, bar)
  if (method.question === 'distribution' && looksLikeId(column)) {
    return "All values are different whole numbers: if they identify rows, name the column under 'ignore'"
  }
  return `${method.remedy}; if the change is harmless, raise '${method.limit}'`
}

function moreRows(inference           , { limit, alpha, adjustedPValue = 1 }     )         {
  const drifted = adjustedPValue <= alpha;
  const needed = rowsNeeded$1(inference, limit, drifted);
  if (needed === undefined) return 'No number of rows would settle it at this limit: raise the limit'
  const { reference, current } = inference.rows;
  const premise = drifted ? 'if the change stays as it is' : 'if nothing has drifted';
  return needed.side === 'current'
    ? `About ${grouped(needed.rows)} current rows would settle it ${premise}; there are ${grouped(current)}`
    : `About ${grouped(needed.rows)} rows in each table would settle it ${premise}; there are ${grouped(reference)} and ${grouped(current)}`
}

/** One sentence: what was expected, what was found, and how sure that is. */
function reasonFor(status        , { column, method, measurement, adjustedPValue }          , bar     )         {
  const { effect, detail, values, inference } = measurement;
  const told = [detail, column.sensitive ? undefined : values].filter(part => part !== undefined).join(': ');
  const expected = `Expected ${method.quantity} of at most ${figure(bar.limit)}`;
  const found = `found ${figure(effect)}${told === '' ? '' : ` (${told})`}`;
  if (!inference) return `${expected} ${status === 'fail' ? 'but' : 'and'} ${found}`
  const upper = `${figure(inference.interval[1])} with ${percent(1 - bar.alpha)} confidence`;
  const p = `adjusted p = ${figure(adjustedPValue ?? 1)}`;
  const sentences                         = {
    fail: `${expected} but ${found}, ${p}`,
    inconclusive: `${expected} but ${found}, ${p}, and it may be up to ${upper}`,
    warn: `${expected} and ${found}, significant with ${p}, but no more than ${upper}`,
    pass: `${expected} and ${found}, no more than ${upper}`,
  };
  return sentences[status]
}

/** What was measured of a column, held against its limit. */
function measuredCheck(measured          , settings                   , files       )        {
  const { column, method, measurement, adjustedPValue } = measured;
  const { effect, n, line, inference } = measurement;
  const { alpha } = settings;
  const bar = { limit: settings[method.limit], alpha, adjustedPValue };
  const status = decide(measurement, bar);
  const hint = hintFor(status, measured, bar);
  return {
    id: `${columnLabel(column.name)}.${method.question}`,
    title: `${columnLabel(column.name)}: ${method.claim}`,
    status,
    measured: {
      value: effect,
      ...(inference ? { interval: [...inference.interval], level: 1 - 2 * alpha, pValue: inference.pValue } : {}),
      ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
      method: method.id,
      n,
    },
    required: { comparator: '<=', value: bar.limit },
    reason: reasonFor(status, measured, bar),
    ...(hint === undefined ? {} : { hint }),
    ...(status === 'pass' ? {} : { locations: [at(files.current, column.name, line)] }),
  }
}

/** A column of numbers that now holds text, or of text that now holds numbers only, none of them a known category. */
const changedType           = (column, files) => {
  const { name, kind, cells } = column;
  const { text, rows, missing } = cells.current;
  const found = rows - missing;
  if (kind === 'numeric' && text.count > 0) {
    return {
      ...check(column),
      measured: { value: text.count, unit: 'rows', share: text.count / found, n: found },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected only numbers, as in the reference, but found ${grouped(text.count)} of ${grouped(found)} cells that are none`,
      hint: 'Write numbers as plain decimals, and missing values as empty cells',
      locations: [at(files.current, name, text.line)],
    }
  }
  if ((kind === 'categorical' || kind === 'text') && found > 0 && text.count === 0 && !isKnown(column)) {
    return {
      ...check(column),
      measured: { value: 'numbers', n: found },
      required: { comparator: 'is', value: 'text' },
      reason: 'Expected text, as in the reference, but found only numbers',
      hint: 'Check that the column holds what it did when the reference was written',
      locations: [at(files.current, name)],
    }
  }
  return undefined
};

const check = ({ name }        )                                         => ({
  id: `${columnLabel(name)}.type`,
  title: `${columnLabel(name)}: same type of values`,
  status: 'fail',
});

/** Codes such as 1, 2, unknown: a current table without the one text is no change of type. */
const isKnown = ({ kind, reference, current }        )          =>
  kind === 'categorical' && [...current.categories.keys()].some(category => reference.categories.has(category));

/** A reference column of numbers with text among them, too varied to be categories: it is neither, so nothing can be said. */
const mixedValues           = ({ name, kind, cells: { reference } }, files) => {
  if (kind !== 'mixed') return undefined
  const found = reference.rows - reference.missing;
  const { count, line } = reference.text;
  return {
    id: `${columnLabel(name)}.type`,
    title: `${columnLabel(name)}: numbers or categories`,
    status: 'inconclusive',
    measured: { value: count, unit: 'rows', share: count / found, n: found },
    required: { comparator: '=', value: 0, unit: 'rows' },
    reason: `Expected numbers or categories but found text in ${grouped(count)} of ${grouped(found)} cells of the reference, among numbers`,
    hint: "Leave cells without a number empty in both tables, or name the column under 'ignore'",
    locations: [at(files.reference, name, line)],
  }
};

/** A side without a value: what is missing is told by the missing share, but whether the rest has drifted nobody knows. */
const noValues           = ({ name, kind, reference, current }, files) => {
  if (kind === 'text' || kind === 'mixed') return undefined
  const sides = [
    ...(isEmpty(kind, reference) ? ['the reference'] : []),
    ...(isEmpty(kind, current) ? ['the current table'] : []),
  ];
  if (sides.length === 0) return undefined
  return {
    id: `${columnLabel(name)}.distribution`,
    title: `${columnLabel(name)}: same distribution`,
    status: 'inconclusive',
    measured: { value: null },
    reason: `Expected ${kind === 'numeric' ? 'finite numbers' : 'values'} to compare but found none in ${sides.join(' and ')}`,
    hint: "Fill the column, or name it under 'ignore' if the model does not use it",
    locations: [at(isEmpty(kind, current) ? files.current : files.reference, name)],
  }
};

const isEmpty = (kind                , { numbers, categories, others }      )          =>
  kind === 'numeric' ? numbers.length === 0 : categories.size + others === 0;

/** NaN, ±Inf or a number too large for a double in a column of numbers; the finite ones are compared without it. */
const nonFinite           = ({ name, kind, cells }, files) => {
  const side = cells.current.nonFinite.count > 0 ? 'current' : 'reference';
  const { nonFinite: found, rows } = cells[side];
  if (kind !== 'numeric' || found.count === 0) return undefined
  return {
    id: `${columnLabel(name)}.finite`,
    title: `${columnLabel(name)}: finite numbers`,
    status: side === 'current' ? 'fail' : 'inconclusive',
    measured: { value: found.count, unit: 'rows', share: found.count / rows, n: rows },
    required: { comparator: '=', value: 0, unit: 'rows' },
    reason: `Expected finite numbers but found NaN or an infinity in ${grouped(found.count)} of ${grouped(rows)} rows of the ${side} table`,
    hint: 'Mend the computation that makes them, or write an empty cell where a value is missing',
    locations: [at(files[side], name, found.line)],
  }
};

/** Ids, dates, free text: values that do not repeat have no distribution to compare. */
const notComparable           = ({ name, kind }, files) => {
  if (kind !== 'text') return undefined
  return {
    id: `${columnLabel(name)}.comparable`,
    title: `${columnLabel(name)}: values repeat`,
    status: 'warn',
    measured: { value: 'ids or free text' },
    required: { comparator: 'is', value: 'numbers or categories' },
    reason: `Expected at most ${grouped(MAX_CATEGORIES)} categories, each in ${ROWS_PER_CATEGORY$1} rows of the reference on average, but found more: the distribution is not compared`,
    hint: "Name the column under 'ignore' if it is an id or free text",
    locations: [at(files.reference, name)],
  }
};

var obstacles = /*#__PURE__*/Object.freeze({
  __proto__: null,
  changedType: changedType,
  mixedValues: mixedValues,
  noValues: noValues,
  nonFinite: nonFinite,
  notComparable: notComparable
});

const OBSTACLES                      = Object.values(obstacles);

                             
                          
                                            
 

/** Holds the columns of the current table against those of the reference: checks in the columns' order, and the table of numbers. */
function compareColumns(columns                   , settings                   , files       )             {
  const { measured, tests } = measureColumns(columns, settings.alpha);
  const compared = columns.map(column => {
    const own = measured.filter(one => one.column === column);
    const checks = [
      ...OBSTACLES.flatMap(obstacle => obstacle(column, files) ?? []),
      ...own.map(one => measuredCheck(one, settings, files)),
    ];
    return { checks, row: rowOf(column, own, worst(checks)) }
  });
  const used = METHODS.filter(method => columns.some(column => method.accepts.includes(column.kind)));
  return {
    checks: compared.flatMap(({ checks }) => checks),
    result: {
      alpha: settings.alpha,
      level: 1 - 2 * settings.alpha,
      limits: {
        effect: settings['max-effect'],
        missingChange: settings['max-missing-change'],
        unseenShare: settings['max-unseen-share'],
      },
      tests,
      methods: used.map(({ id, title, variant }) => ({ id, title, variant })),
      columns: compared.map(({ row }) => row).toSorted(byStatusAndEffect),
    },
  }
}

function rowOf(column        , measured                     , status        )           {
  const { name, kind, reference, current } = column;
  const distribution = measured.find(({ method }) => method.question === 'distribution');
  const missing = measured.find(({ method }) => method.question === 'missing-share');
  const unseen = kind === 'categorical' ? unseenOf(column) : undefined;
  const histogram = histogramOf(reference, current);
  return {
    column: columnLabel(name),
    kind,
    status,
    ...(distribution ? { method: distribution.method.id, ...numbersOf(distribution) } : {}),
    reported: Object.fromEntries(
      METHODS.flatMap(method => {
        const value = !isDeciding(method) && method.accepts.includes(kind) ? method.report(column) : undefined;
        return value === undefined ? [] : [[method.id, value]]
      }),
    ),
    missing: {
      reference: reference.missing / reference.rows,
      current: current.missing / current.rows,
      ...(missing ? numbersOf(missing) : {}),
    },
    ...(unseen
      ? {
          unseen: {
            rows: unseen.rows,
            share: unseen.rows / current.rows,
            ...(unseen.values && !column.sensitive ? { values: unseen.values } : {}),
          },
        }
      : {}),
    ...(histogram ? { histogram: column.sensitive ? { ...histogram, edges: [] } : histogram } : {}),
  }
}

function numbersOf({ measurement: { effect, inference }, adjustedPValue }          )         {
  return {
    effect,
    ...(inference ? { interval: [...inference.interval], pValue: inference.pValue } : {}),
    ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
  }
}

const WORST_FIRST                    = ['fail', 'inconclusive', 'warn', 'pass'];

const worst = (checks                  )         =>
  WORST_FIRST.find(status => checks.some(check => check.status === status)) ?? 'inconclusive';

const byStatusAndEffect = (a          , b          ) =>
  WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) || (b.effect ?? 0) - (a.effect ?? 0);

/** Compares two tables that have been read; a table without rows says so once, not column by column. */
function compareTables(tables        , settings                   )                                           {
  const { reference, current, columns } = tables;
  const [first] = columns;
  const rows = { reference: first?.reference.rows ?? 0, current: first?.current.rows ?? 0 };
  const empty = (['reference', 'current']         ).filter(side => rows[side] === 0);
  const files = { reference: reference.name, current: current.name };
  const { checks, result } = compareColumns(empty.length > 0 ? [] : columns, settings, files);
  const compared = result.columns.some(({ method }) => method !== undefined);
  return {
    checks: [
      ...empty.map(side => noRows$1(side, files[side])),
      ...(reference.digest.sha256 === current.digest.sha256 ? [sameBytes(files.current)] : []),
      ...checks,
      ...(compared || empty.length > 0 ? [] : [nothingCompared]),
    ],
    result: { rows, ...result },
  }
}

const noRows$1 = (side                         , file        )        => ({
  id: `${side}.rows`,
  title: `The ${side} table has rows`,
  status: 'inconclusive',
  measured: { value: 0, unit: 'rows' },
  required: { comparator: '>=', value: 1, unit: 'rows' },
  reason: `Expected rows in the ${side} table but found none`,
  hint: 'Check the step that writes the table',
  locations: [{ file }],
});

const sameBytes = (file        )        => ({
  id: 'tables.differ',
  title: 'The two tables are different files',
  status: 'warn',
  measured: { value: 'the same bytes' },
  required: { comparator: 'is', value: 'different bytes' },
  reason: 'Expected two different tables but found the same bytes twice, which cannot have drifted',
  hint: "Check the paths 'drift.reference' and 'drift.current'",
  locations: [{ file }],
});

/** A run that compared no distribution has checked nothing, whatever else it saw. */
const nothingCompared        = {
  id: 'columns.compared',
  title: 'At least one distribution is compared',
  status: 'inconclusive',
  measured: { value: 0, unit: 'columns' },
  required: { comparator: '>=', value: 1, unit: 'columns' },
  reason: 'Expected a column whose distribution can be compared but found none',
  hint: 'Compare tables that share columns of numbers or of categories',
};

/** Names of the columns that any table of the contract classifies as sensitive, as a file's header may have them. */
function sensitiveColumns({ tables }              )                      {
  const properties = tables.flatMap(({ object }) => object.properties ?? []).filter(isSensitive);
  return new Set(
    properties.flatMap(({ name, physicalName }) => [name, ...(physicalName === undefined ? [] : [physicalName])]),
  )
}

/** Compares a current table with its reference, column by column. Each is read once, the reference first; no row is kept. */
const driftCompare = {
  gate: 'drift-compare',
  isConfigured: ({ drift }) => drift.current !== undefined,
  async find({ drift, data }, { tables, files: disk, log }) {
    const opened = data.contract === undefined ? undefined : await openContract(data.contract, disk);
    const sensitive = opened ? sensitiveColumns(opened.contract) : new Set        ();
    const files = {
      reference: required(drift, 'reference', 'the table the model was built on'),
      current: required(drift, 'current', 'the table to compare with it'),
    };
    const reference = await tables.open(files.reference);
    const current = await tables.open(files.current);
    const plan = columnsToCompare({ reference: reference.header, current: current.header }, drift, files);
    const before = await read$3(
      reference,
      plan.shared.map(column => ({ index: column.reference, reader: columnReader(MAX_CATEGORIES) })),
      rows => log.progress(`${files.reference}: ${rows} rows`),
    );
    const after = await read$3(
      current,
      plan.shared.map((column, i) => ({
        index: column.current,
        reader: columnReader(MAX_CATEGORIES, before[i]?.categories.keys()),
      })),
      rows => log.progress(`${files.current}: ${rows} rows`),
    );
    const materials = { reference: reference.material('reference'), current: current.material('current') };
    const columns = plan.shared.flatMap(({ name }, i) => {
      const [old, now] = [before[i], after[i]];
      return old && now ? [columnOf(name, old, now, sensitive.has(name))] : []
    });
    const { checks, result } = compareTables({ ...materials, columns }, drift);
    return {
      materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
      checks: [...plan.checks, ...checks],
      result,
    }
  },
};                                       

                  
                                                     
                        
                               
 

/** Rows between two reports of progress. */
const REPORT$1 = 100_000;

async function read$3(
  table       ,
  sources                   ,
  progress                        ,
)                         {
  let rows = 0;
  for await (const batch of table.batches) {
    for (const { line, cells } of batch) {
      for (const { index, reader } of sources) reader.add(cells[index] ?? '', line);
      if (++rows % REPORT$1 === 0) progress(rows);
    }
  }
  return sources.map(({ reader }) => reader.finish())
}

function required(drift                   , key                         , what        )         {
  const path = drift[key];
  if (path !== undefined) return path
  throw new UserError('settings.missing', `Expected 'drift.${key}' to be set (${what}) but found nothing`, {
    hint: `Name a CSV file under 'drift.${key}' in proofmark.yml, or give it as the input '${key}'`,
  })
}

/** A number for a sentence: four significant digits, or as many more as tell it from `other`. */
function formatNumber(value        , other = value)         {
  for (let digits = 4; digits < 17; digits++) {
    const short = Number(value.toPrecision(digits));
    if (value === other || short !== Number(other.toPrecision(digits))) return String(short)
  }
  return String(value)
}

/** A count for a sentence: `2 100`. */
const formatCount = (count        )         => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

/** A count and what it counts: `1 row`, `2 100 rows`. */
const counted$1 = (count        , noun        )         => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

/** `a`, `a and b`, `a, b and c`; of a long list its first `most` and how many more. */
function listed$1(items                   , most = 8)         {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? 'nothing')
}

/** Whether a quantity meets a threshold: its interval decides, so that what holds at one end only is inconclusive. */
function judge(interval                           , comparator             , threshold        )         {
  const [lower, upper] = interval;
  if (comparator === '>=') {
    if (lower >= threshold) return 'pass'
    return upper < threshold ? 'fail' : 'inconclusive'
  }
  if (upper <= threshold) return 'pass'
  return lower > threshold ? 'fail' : 'inconclusive'
}

/** A number that says how good a model is. */
                         
                     
                        
                                                                           
                                      
                                     
                                        
                                                            
                                                                                       
                                                      
                                                                                                                             
                                                                                              
 

/** A metric by which two models can be compared. */
                                                                         

const defineMetric =                   (metric   )    => metric;

const isComparable = (metric        )                             => metric.compare !== undefined;

/** Damage that a claim without a margin of its own allows: 0.01, or for a loss 2 % of the champion's. */
const defaultMargin = (metric        , champion        )         =>
  metric.better === 'higher' ? 0.01 : 0.02 * champion;

/** A claim as a comparison of an estimate with a threshold; without grounds there is no estimate. */
                           
                        
                                  
                                                            
                             
                              
                                                                                  
                          
                              
 

const questionOf = (claim       , grounds                     )           =>
  claim.kind === 'no-worse-than-champion' ? comparisonQuestion(claim, grounds) : boundQuestion(claim, grounds);

function boundQuestion({ kind, metric, value }       , grounds                     )           {
  const estimate = grounds?.challenger.get(metric.id);
  return {
    title: `${metric.title} ${kind === 'floor' ? 'at least' : 'at most'} ${value}`,
    comparator: kind === 'floor' ? '>=' : '<=',
    threshold: value,
    ...(estimate ? { estimate } : {}),
    subject: 'The interval',
    requirement: `${value}`,
  }
}

function comparisonQuestion({ metric, margin: given }                     , grounds                     )           {
  const estimate = grounds?.gains.get(metric.id);
  const its = grounds?.champion?.get(metric.id)?.value;
  const margin = given ?? defaultMargin(metric, its ?? Number.NaN);
  const known = !Number.isNaN(margin);
  const shown = known ? formatNumber(margin) : "2 % of the champion's";
  return {
    title: `${metric.title} no worse than champion (margin ${shown})`,
    comparator: '>=',
    ...(known ? { threshold: 0 - margin } : {}),
    ...(estimate ? { estimate } : {}),
    subject: `The interval of the difference${metric.better === 'lower' ? ' (champion less challenger)' : ''}`,
    requirement: known ? `the margin ${formatNumber(0 - margin)}` : 'the margin',
  }
}

/** More rows than this many times those there are is no advice. */
const MOST_TIMES = 100;

/**
 * How many more labelled rows would move the threshold out of the interval, if the estimate stayed and the interval
 * narrowed with the square root of the rows.
 */
function rowsNeeded(
  value        ,
  [lower, upper]                           ,
  threshold        ,
  rows        ,
)         {
  const reach = value >= threshold ? value - lower : upper - value;
  const more = rows * ((reach / (value - threshold)) ** 2 - 1);
  if (!(more <= MOST_TIMES * rows))
    return 'The estimate lies so close to what is required that more rows cannot be expected to settle it'
  return `About ${counted$1(roundUp(more), 'more labelled row')} would settle it`
}

/** Up, to two significant digits. */
function roundUp(count        )         {
  const whole = Math.max(1, Math.ceil(count));
  const step = 10 ** Math.max(0, String(whole).length - 2);
  return Math.ceil(whole / step) * step
}

/** Rows, and rows of each class, below which no claim is decided. */
const LEAST_ROWS = 50;
const LEAST_OF_CLASS = 10;

/** The answer to a claim: decided by the interval, and inconclusive whenever there is none or too little to go by. */
function checkClaim(claim       , grounds                     )                    {
  const question = questionOf(claim, grounds);
  const { title, comparator, threshold, estimate } = question;
  return {
    title,
    ...(grounds && estimate ? { measured: measuredOf(estimate, grounds.level) } : {}),
    ...(threshold === undefined ? {} : { required: { comparator, value: threshold } }),
    ...answer(question, grounds),
  }
}

                                                       

function answer(
  { comparator, threshold, estimate, subject, requirement }          ,
  grounds                     ,
)         {
  if (!grounds || !estimate || threshold === undefined)
    return {
      status: 'inconclusive',
      reason: 'Not put to the test, because the predictions it needs cannot be used',
      hint: 'Mend the faults that the other checks name',
    }
  const { positives, negatives } = grounds;
  const rows = positives + negatives;
  if (rows < LEAST_ROWS || Math.min(positives, negatives) < LEAST_OF_CLASS)
    return {
      status: 'inconclusive',
      reason: `Expected at least ${LEAST_ROWS} rows and ${LEAST_OF_CLASS} of each class but found ${counted$1(rows, 'row')}, ${positives} positive and ${negatives} negative`,
      hint: 'Add labelled rows to the hold-out',
    }
  if (!estimate.interval || estimate.value === null)
    return {
      status: 'inconclusive',
      reason: `There is no interval to hold against ${requirement}: ${estimate.gap}`,
      hint: 'Change the threshold, or choose a metric that is defined on these rows',
    }
  const status = judge(estimate.interval, comparator, threshold);
  const [lower, upper] = estimate.interval.map(end => formatNumber(end, threshold));
  const beyond = comparator === '>=' ? 'below' : 'above';
  const within = comparator === '>=' ? 'at or above' : 'at or below';
  const where = { pass: `lies ${within}`, fail: `lies ${beyond}`, inconclusive: 'contains', warn: 'contains' }[status];
  return {
    status,
    reason: `${subject} [${lower}, ${upper}] ${where} ${requirement}`,
    ...(status === 'pass'
      ? {}
      : { hint: status === 'fail' ? FAILED : rowsNeeded(estimate.value, estimate.interval, threshold, rows) }),
  }
}

const FAILED = 'More rows are unlikely to change this: improve the model, or give a reason for a weaker claim';

const measuredOf = ({ value, n, interval, method }          , level        )           => ({
  value,
  ...(interval ? { interval: [...interval], level } : {}),
  ...(method === undefined ? {} : { method }),
  n,
});

/** A claim as it was written, and the id of the check that answers it. */
                                
                        
                        
 

/** A check per claim, `auc.floor`, a second one on the same metric `auc.floor-2`; of no claims one that says so. */
function checkClaims(
  claims                  ,
  grounds                     ,
)                                                 {
  if (claims.length === 0) return { checks: [NOTHING_REQUIRED], answered: [] }
  const seen = new Map                ();
  const checks = claims.map(claim => {
    const name = `${claim.metric.id}.${claim.kind}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { id: count === 1 ? name : `${name}-${count}`, ...checkClaim(claim, grounds) }
  });
  return { checks, answered: claims.map(({ text }, index) => ({ claim: text, check: checks[index]?.id ?? '' })) }
}

const NOTHING_REQUIRED        = {
  id: 'claims.none',
  title: 'Claims on the model',
  status: 'inconclusive',
  reason: 'Nothing was required of the model: there is no claim',
  hint: 'Add a claim to certify.claims, e.g. "auc >= 0.80"',
};

/** Rows by predicted and true class. */
                            
                     
                     
                     
                     
 

/** Counts with a row predicted positive where its score is at least the threshold. */
function confusionOf({ positives, negatives }        , threshold        )            {
  const tp = atLeast(positives, threshold);
  const fp = atLeast(negatives, threshold);
  return { tp, fp, fn: positives.length - tp, tn: negatives.length - fp }
}

function atLeast(scores              , threshold        )         {
  let count = 0;
  for (const score of scores) if (score >= threshold) count++;
  return count
}

/** How many of the ascending values are less than `bound`. */
const countBelow = (sorted              , bound        )         => bisect$1(sorted, value => value < bound);

/** How many of the ascending values are at most `bound`. */
const countAtMost = (sorted              , bound        )         => bisect$1(sorted, value => value <= bound);

function bisect$1(sorted              , belongs                            )         {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (belongs(sorted[middle] ?? Number.NaN)) low = middle + 1;
    else high = middle;
  }
  return low
}

/**
 * Twice the number of rows of the other class that a row is ordered rightly against, a tie counting half: whole
 * numbers, so that sums and equalities are exact. Divided by 2n (positives) and 2m (negatives) they are the placement
 * values of DeLong, DeLong & Clarke-Pearson (1988), for m positives and n negatives.
 */
                             
                                  
                                  
 

/** Placements in O((m + n) log(m + n)): each row's midrank among the other class, by bisection in its sorted scores. */
function placementsOf({ positives, negatives }        )             {
  const sortedPositives = positives.toSorted();
  const sortedNegatives = negatives.toSorted();
  return {
    positives: positives.map(score => countBelow(sortedNegatives, score) + countAtMost(sortedNegatives, score)),
    negatives: negatives.map(
      score => 2 * positives.length - countBelow(sortedPositives, score) - countAtMost(sortedPositives, score),
    ),
  }
}

/** A model on the hold-out: its scores and what every metric is computed from. */
                                            
                                                                             
                            
                               
                                 
 

const evaluate = (scores        , threshold        )             => ({
  ...scores,
  threshold,
  confusion: confusionOf(scores, threshold),
  placements: placementsOf(scores),
});

/** The point between `inside`, where the condition holds, and `outside`, where it does not, up to the last bit; the last point inside. */
function bisect(inside        , outside        , holds                            )         {
  let low = inside;
  let high = outside;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) return low
    if (holds(middle)) low = middle;
    else high = middle;
  }
}

/**
 * Score interval for the difference of two paired proportions, (gained − lost) / n, where `gained` pairs are right only
 * with the first and `lost` only with the second (Tango, Statistics in Medicine 17, 1998). Keeps its width when no pair
 * differs: then it is ±z²/(n + z²).
 */
function tango(gained        , lost        , n        , level        )                   {
  const estimate = (gained - lost) / n;
  const z = normal.isf((1 - level) / 2);
  const plausible = (difference        ) => Math.abs(score(gained, lost, n, difference)) <= z;
  return [bisect(estimate, -1, plausible), bisect(estimate, 1, plausible)]
}

/** Score statistic against the true difference `delta`, with the second discordant proportion's constrained maximum-likelihood estimate. */
function score(gained        , lost        , n        , delta        )         {
  const distance = gained - lost - n * delta;
  if (distance === 0) return 0
  const a = 2 * n;
  const b = (2 * n - gained + lost) * delta - gained - lost;
  const c = -lost * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  // One root, in the form that does not cancel.
  const q = b <= 0 ? (root - b) / (2 * a) : (-2 * c) / (root + b);
  return distance / Math.sqrt(n * (2 * q + delta * (1 - delta)))
}

/** Rows in all, rows that only the challenger has right, and rows that only the champion has right. */
                             
                    
                         
                       
 

/** Rows where one model's scores reach the threshold and the other's do not; `right` says which side is the right one. */
function pairedHits(
  challenger              ,
  champion              ,
  threshold        ,
  right                   ,
)             {
  let onlyChallenger = 0;
  let onlyChampion = 0;
  challenger.forEach((score, row) => {
    const above = score >= threshold;
    const championAbove = (champion[row] ?? Number.NaN) >= threshold;
    if (above && !championAbove) onlyChallenger++;
    if (!above && championAbove) onlyChampion++;
  });
  return right === 'above'
    ? { n: challenger.length, gained: onlyChallenger, lost: onlyChampion }
    : { n: challenger.length, gained: onlyChampion, lost: onlyChallenger }
}

/** Difference of two proportions on the same rows, challenger − champion. */
const pairedProportion = ({ n, gained, lost }            , level        )           => ({
  value: (gained - lost) / n,
  n,
  interval: tango(gained, lost, n, level),
  method: 'tango',
});

/** `hits` of `n` rows with the exact interval of Clopper & Pearson (1934). Needs at least one row. */
function proportion(hits        , n        , level        , method = 'clopper-pearson')           {
  const { lower, upper } = clopperPearson(hits, n, level);
  return { value: hits / n, n, interval: [lower, upper], method }
}

/** Share of rows whose class was predicted. */
const accuracy = defineMetric({
  id: 'accuracy',
  title: 'Accuracy',
  aliases: ['acc', 'accuracy-score'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tp, fp, fn, tn } }, level) => proportion(tp + tn, tp + fp + fn + tn, level),
  compare(challenger, champion, level) {
    const positives = pairedHits(challenger.positives, champion.positives, challenger.threshold, 'above');
    const negatives = pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below');
    return pairedProportion(
      {
        n: positives.n + negatives.n,
        gained: positives.gained + negatives.gained,
        lost: positives.lost + negatives.lost,
      },
      level,
    )
  },
});

/** Row by row, the first less the second. */
function differences(minuends              , subtrahends              )               {
  if (minuends.length !== subtrahends.length) throw new Error('Rows are not paired')
  return minuends.map((value, row) => value - (subtrahends[row] ?? Number.NaN))
}

/**
 * Interval for a mean of values between 0 and 1 that rests on nothing but their bounds: the means θ with
 * n·KL(mean, θ) ≤ ln(2/α) (Hoeffding, JASA 58, 1963, theorem 1). A two-sample U-statistic, such as the area under the ROC
 * curve, takes n = min(m, n) (ibid., section 5). At a mean of 0 or 1 the inner ends are Clopper and Pearson's.
 */
function chernoffHoeffding(mean        , n        , level        )                   {
  const alpha = 1 - level;
  const reach = Math.log(2 / alpha) / n;
  if (mean <= 0) return [0, -Math.expm1(-reach)]
  if (mean >= 1) return [Math.exp(-reach), 1]
  const plausible = (theta        ) => divergence(mean, theta) <= reach;
  return [bisect(mean, 0, plausible), bisect(mean, 1, plausible)]
}

/** Kullback–Leibler divergence of two Bernoulli distributions, in nats. */
const divergence = (p        , q        ) => p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));

/** Rows that a variance must at least rest on; with fewer, exact bounds take the place of the normal approximation. */
const ENOUGH = 10;

/** Whether at least ten values differ from the most frequent one. */
const isSpread = (values              )          =>
  // A value that all but nine share is among the first ten.
  values.length >= ENOUGH && values.subarray(0, ENOUGH).every(candidate => enoughDiffer(values, candidate));

function enoughDiffer(values              , candidate        )          {
  let others = 0;
  for (const value of values) if (value !== candidate && ++others === ENOUGH) return true
  return false
}

/** Sum with Neumaier's compensation: the error does not grow with the number of values. */
function sum(values              )         {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost
}

const mean$1 = (values              )         => sum(values) / values.length;

/** Unbiased sample variance; NaN for fewer than two values. */
function variance(values              )         {
  if (values.length < 2) return Number.NaN
  const centre = mean$1(values);
  return sum(values.map(value => (value - centre) ** 2)) / (values.length - 1)
}

/**
 * Area under the ROC curve and its standard error (DeLong, DeLong & Clarke-Pearson, Biometrics 44, 1988): the unbiased
 * variances of both classes' placement values over their numbers. Linear in the placements, so the differences of two
 * models' placements give the difference of their areas and its paired standard error. NaN error for a class of one row.
 */
function delong({ positives, negatives }            )                                           {
  const m = positives.length;
  const n = negatives.length;
  return {
    value: sum(positives) / (2 * m * n),
    standardError: Math.sqrt(variance(positives) / m / (2 * n) ** 2 + variance(negatives) / n / (2 * m) ** 2),
  }
}

/**
 * Pairs of a positive and a negative row that the challenger orders worse than the champion, as a share of all pairs: a
 * pair turned round counts 1, one that became or was a tie counts ½. Swap the models for the pairs ordered better. A
 * sweep over the champion's scores with a Fenwick tree over the challenger's, O((m + n) log(m + n)).
 */
function shareOrderedWorse(challenger        , champion        )         {
  const sorted = challenger.negatives.toSorted();
  const positives = ascending(champion.positives);
  const negatives = ascending(champion.negatives);
  const tree = new Float64Array(sorted.length + 1);
  let inserted = 0;
  let halves = 0;
  // A pair's cost in halves: [champion below, challenger at least] + [champion at most, challenger above].
  count((candidate, bound) => candidate < bound, countBelow);
  tree.fill(0);
  inserted = 0;
  count((candidate, bound) => candidate <= bound, countAtMost);
  return halves / (2 * positives.length * negatives.length)

  function count(belongs                                               , skip                   )       {
    for (const positive of positives) {
      const bound = champion.positives[positive] ?? Number.NaN;
      for (let row = negatives[inserted]; row !== undefined; row = negatives[++inserted]) {
        if (!belongs(champion.negatives[row] ?? Number.NaN, bound)) break
        insert(countBelow(sorted, challenger.negatives[row] ?? Number.NaN));
      }
      halves += inserted - insertedBelow(skip(sorted, challenger.positives[positive] ?? Number.NaN));
    }
  }

  function insert(rank        )       {
    for (let node = rank + 1; node < tree.length; node += node & -node) tree[node] = (tree[node] ?? 0) + 1;
  }

  function insertedBelow(rank        )         {
    let total = 0;
    for (let node = rank; node > 0; node -= node & -node) total += tree[node] ?? 0;
    return total
  }
}

/** Row numbers in the order of their scores. */
const ascending = (scores              )              =>
  Uint32Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));

/**
 * Area under the ROC curve with DeLong's normal interval, not clipped. Where fewer than ten rows of a class are placed
 * otherwise than the rest (perfect separation, a constant score), DeLong's variance says nothing, and the interval rests
 * on min(m, n) independent pairs alone: it never has zero width.
 */
function areaUnderCurve({ placements }            , level        )           {
  const area = normalInterval(placements, level);
  if (restsOnEnoughRows(placements)) return { ...area, method: 'delong' }
  return {
    value: area.value,
    n: area.n,
    interval: chernoffHoeffding(area.value, smallerClass(placements), level),
    method: 'chernoff-hoeffding on min(m, n) pairs (fewer than 10 rows of a class are placed apart)',
  }
}

/**
 * Difference of two areas on the same rows, challenger − champion, with DeLong's paired normal interval. Where the models
 * order almost all rows alike, the interval bounds the pairs ordered worse and the pairs ordered better apart, so that an
 * identical challenger has one of ±(1 − (α/2)^(1/min(m, n))).
 */
function pairedAreaUnderCurve(challenger            , champion            , level        )           {
  const gains = {
    positives: differences(challenger.placements.positives, champion.placements.positives),
    negatives: differences(challenger.placements.negatives, champion.placements.negatives),
  };
  const gain = normalInterval(gains, level);
  if (restsOnEnoughRows(gains)) return { ...gain, method: 'delong-paired' }
  const pairs = smallerClass(gains);
  const alike = [...Object.values(gains)].every(values => values.every(value => value === 0));
  const worse = alike ? 0 : shareOrderedWorse(challenger, champion);
  const better = alike ? 0 : shareOrderedWorse(champion, challenger);
  return {
    value: gain.value,
    n: gain.n,
    interval: [-chernoffHoeffding(worse, pairs, level)[1], chernoffHoeffding(better, pairs, level)[1]],
    method: 'chernoff-hoeffding-paired on min(m, n) pairs (fewer than 10 rows of a class are placed apart)',
  }
}

function normalInterval(placements            , level        ) {
  const { value, standardError } = delong(placements);
  const reach = normal.isf((1 - level) / 2) * standardError;
  const n = placements.positives.length + placements.negatives.length;
  return { value, n, standardError, interval: [value - reach, value + reach]          }
}

const restsOnEnoughRows = ({ positives, negatives }            ) => isSpread(positives) && isSpread(negatives);

const smallerClass = ({ positives, negatives }            ) => Math.min(positives.length, negatives.length);

/** Area under the ROC curve: the chance that a positive row scores above a negative one, a tie counting half. */
const auc = defineMetric({
  id: 'auc',
  title: 'AUC',
  aliases: ['roc-auc', 'auroc', 'roc-auc-score', 'auc-roc'],
  better: 'higher',
  range: [0, 1],
  estimate: areaUnderCurve,
  compare: pairedAreaUnderCurve,
});

/** Mean of recall and specificity. */
const balancedAccuracy = defineMetric({
  id: 'balanced-accuracy',
  title: 'Balanced accuracy',
  aliases: ['balanced-acc', 'bacc', 'balanced-accuracy-score'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp, fn, tn } }, level) {
    // Recall and specificity rest on different rows, so they are independent: each end of both holds with √(1 − α/2).
    const each = 2 * Math.sqrt((1 + level) / 2) - 1;
    const recall = proportion(tp, tp + fn, each);
    const specificity = proportion(tn, tn + fp, each);
    const half = (a = 0, b = 0) => (a + b) / 2;
    return {
      value: half(tp / (tp + fn), tn / (tn + fp)),
      n: tp + fp + fn + tn,
      interval: [
        half(recall.interval?.[0], specificity.interval?.[0]),
        half(recall.interval?.[1], specificity.interval?.[1]),
      ],
      method: 'clopper-pearson of recall and specificity (Šidák)',
    }
  },
});

/**
 * Mean of row losses between 0 and `greatest`, with Student's interval; where fewer than ten rows differ from the rest the
 * variance says nothing, and the interval rests on the bounds alone.
 */
function meanLoss(losses              , greatest        , level        )           {
  const n = losses.length;
  const value = mean$1(losses);
  if (isSpread(losses)) return { value, n, ...student(losses, value, level), method: 'student-t' }
  const [lower, upper] = chernoffHoeffding(value / greatest, n, level);
  return {
    value,
    n,
    interval: [lower * greatest, upper * greatest],
    method: 'chernoff-hoeffding (fewer than 10 rows differ from the rest)',
  }
}

/** How much lower the challenger's mean loss is than the champion's, row by row; the fallback bounds gains and losses apart. */
function pairedMeanLoss(
  challenger              ,
  champion              ,
  greatest        ,
  level        ,
)           {
  const gains = differences(champion, challenger);
  const n = gains.length;
  const value = mean$1(gains);
  if (isSpread(gains)) return { value, n, ...student(gains, value, level), method: 'student-t-paired' }
  const gained = mean$1(gains.map(gain => Math.max(gain, 0))) / greatest;
  const lost = mean$1(gains.map(gain => Math.max(-gain, 0))) / greatest;
  return {
    value,
    n,
    interval: [-greatest * chernoffHoeffding(lost, n, level)[1], greatest * chernoffHoeffding(gained, n, level)[1]],
    method: 'chernoff-hoeffding-paired (fewer than 10 rows differ from the rest)',
  }
}

function student(values              , centre        , level        ) {
  const standardError = Math.sqrt(variance(values) / values.length);
  const reach = studentT(values.length - 1).isf((1 - level) / 2) * standardError;
  return { standardError, interval: [centre - reach, centre + reach]          }
}

/** The loss of every row: the positives', then the negatives'. */
function rowLosses(
  { positives, negatives }        ,
  ofPositive                           ,
  ofNegative                           ,
)               {
  const losses = new Float64Array(positives.length + negatives.length);
  losses.set(positives.map(ofPositive));
  losses.set(negatives.map(ofNegative), positives.length);
  return losses
}

/** Mean squared distance between the score and the true class, 0 or 1 (Brier 1950). */
const brier = defineMetric({
  id: 'brier',
  title: 'Brier score',
  aliases: ['brier-score', 'brier-score-loss', 'brier-loss'],
  better: 'lower',
  range: [0, 1],
  estimate: (model, level) => meanLoss(losses$1(model), 1, level),
  compare: (challenger, champion, level) => pairedMeanLoss(losses$1(challenger), losses$1(champion), 1, level),
});

const losses$1 = (model            ) =>
  rowLosses(
    model,
    score => (1 - score) ** 2,
    score => score ** 2,
  );

/** F1 as a function of J = TP / (TP + FP + FN), the share of true positives among all rows but true negatives. */
const ofJaccard = (j        ) => (2 * j) / (1 + j);

/** Harmonic mean of precision and recall. */
const f1 = defineMetric({
  id: 'f1',
  title: 'F1',
  aliases: ['f1-score', 'f-1', 'f-score', 'f-measure'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp, fn } }, level) {
    const n = tp + fp + fn;
    const { lower, upper } = clopperPearson(tp, n, level);
    return {
      value: ofJaccard(tp / n),
      n,
      interval: [ofJaccard(lower), ofJaccard(upper)],
      method: 'clopper-pearson on J = TP/(TP+FP+FN) (given TP+FP+FN), as F1 = 2J/(1+J)',
    }
  },
});

/** The loss of one row cannot exceed this: probabilities are clipped at the double's epsilon, as scikit-learn does. */
const GREATEST = -Math.log(Number.EPSILON);

/** Mean of −ln of the probability given to the true class, in nats. */
const logLoss = defineMetric({
  id: 'log-loss',
  title: 'Log loss',
  aliases: ['logloss', 'cross-entropy', 'neg-log-likelihood'],
  better: 'lower',
  range: [0, GREATEST],
  estimate: (model, level) => meanLoss(losses(model), GREATEST, level),
  compare: (challenger, champion, level) => pairedMeanLoss(losses(challenger), losses(champion), GREATEST, level),
});

const losses = (model            ) => rowLosses(model, surprise, score => surprise(1 - score));

const surprise = (probability        ) => -Math.log(Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON));

/** Share of the rows predicted positive that are positive. */
const precision = defineMetric({
  id: 'precision',
  title: 'Precision',
  aliases: ['ppv', 'positive-predictive-value', 'precision-score'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp } }, level) {
    if (tp + fp === 0) return { value: null, n: 0, gap: 'no row was predicted positive' }
    return proportion(tp, tp + fp, level, 'clopper-pearson (given the number of rows predicted positive)')
  },
});

/** Share of the positive rows that were predicted positive. */
const recall$1 = defineMetric({
  id: 'recall',
  title: 'Recall',
  aliases: ['sensitivity', 'tpr', 'true-positive-rate', 'recall-score'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tp, fn } }, level) => proportion(tp, tp + fn, level),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.positives, champion.positives, challenger.threshold, 'above'), level),
});

/** Share of the negative rows that were predicted negative. */
const specificity = defineMetric({
  id: 'specificity',
  title: 'Specificity',
  aliases: ['tnr', 'true-negative-rate'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tn, fp } }, level) => proportion(tn, tn + fp, level),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below'), level),
});

var metrics = /*#__PURE__*/Object.freeze({
  __proto__: null,
  accuracy: accuracy,
  auc: auc,
  balancedAccuracy: balancedAccuracy,
  brier: brier,
  f1: f1,
  logLoss: logLoss,
  precision: precision,
  recall: recall$1,
  specificity: specificity
});

const METRICS$2                    = Object.values(metrics);

/** Every metric of the model, of the champion on the same rows where there is one, and the differences. */
function groundsOf(model            , champion                        , level        )          {
  const estimates = (of            ) => new Map(METRICS$2.map(metric => [metric.id, metric.estimate(of, level)]));
  const comparable = METRICS$2.filter(isComparable);
  return {
    positives: model.positives.length,
    negatives: model.negatives.length,
    level,
    challenger: estimates(model),
    ...(champion ? { champion: estimates(champion) } : {}),
    gains: new Map(champion ? comparable.map(metric => [metric.id, metric.compare(model, champion, level)]) : []),
  }
}

/** Faults shown with their place; the others are only counted. */
const MOST_LOCATIONS = 5;

/** Faults of one kind: all of them counted by what is wrong, the first with their places. */
                         
                                                          
                                              
                                         
                                              
 

function collectFaults()         {
  const counts = new Map                ();
  const locations             = [];
  return {
    counts,
    locations,
    add(wrong, location) {
      counts.set(wrong, (counts.get(wrong) ?? 0) + 1);
      if (locations.length < MOST_LOCATIONS) locations.push(location);
    },
  }
}

/** An inconclusive check for the faults, none where there are none; `expected` is what should hold, as a clause. */
function faultCheck(
  faults                                      ,
  rows        ,
  { id, title, expected, hint }                                                               ,
)          {
  const found = faults.counts.values().reduce((sum, count) => sum + count, 0);
  if (found === 0) return []
  const kinds = [...faults.counts].map(([wrong, count]) => `${formatCount(count)} ${wrong}`);
  return [
    {
      id,
      title,
      status: 'inconclusive',
      measured: { value: found, unit: 'rows', n: rows },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected ${expected} but found ${listed$1(kinds)}`,
      hint,
      locations: [...faults.locations],
    },
  ]
}

/** The champion's scores in the challenger's row order where both files hold the same rows; the checks say where not. */
                          
                                   
                                
 

/** Matches rows by id, whatever their order: both files must have every row, with the same label. */
function pairPredictions(challenger             , champion             )          {
  const { ids, labels, source } = challenger;
  const its = champion.source;
  const scores = new Float64Array(ids.length);
  const missing = collectFaults();
  const relabelled = collectFaults();
  for (const [row, id] of ids.entries()) {
    const twin = champion.rowOf.get(id);
    if (twin === undefined) {
      missing.add(`missing from ${its.file}`, place(challenger, row, 'id'));
      continue
    }
    scores[row] = champion.scores[twin] ?? Number.NaN;
    if (!sameClass(labels[row], champion.labels[twin], challenger.negative === champion.negative))
      relabelled.add(
        'labelled otherwise',
        place(challenger, row, 'label', `line ${champion.lines[twin]} of ${its.file}`),
      );
  }
  const checks = [
    ...faultCheck(both(missing, onlyInChampion(challenger, champion)), ids.length, {
      id: 'champion.ids',
      title: "Challenger's and champion's rows are the same",
      expected: `${source.file} and ${its.file} to have the same ids`,
      hint: 'Score the same hold-out rows with both models',
    }),
    ...faultCheck(relabelled, ids.length, {
      id: 'champion.labels',
      title: "Challenger's and champion's labels are the same",
      expected: `every row to have the same class in ${source.file} and ${its.file}`,
      hint: 'Write both files from the same labelled hold-out',
    }),
  ];
  return checks.length > 0 ? { checks } : { checks: [paired(challenger, champion, scores)], scores }
}

const sameClass = (mine                    , its                    , sameNegative         ) =>
  mine === its && (mine === 1 || sameNegative);

function onlyInChampion(challenger             , champion             )         {
  const extra = collectFaults();
  for (const [row, id] of champion.ids.entries())
    if (!challenger.rowOf.has(id)) extra.add(`only in ${champion.source.file}`, place(champion, row, 'id'));
  return extra
}

const both = (a        , b        ) => ({
  counts: new Map([...a.counts, ...b.counts]),
  locations: [...a.locations, ...b.locations],
});

/** A row by its line and id; an id is no secret. */
const place = ({ source, lines, ids }             , row        , column                , note         )           => ({
  file: source.file,
  line: lines[row] ?? 1,
  column: source[column],
  note: [`id ${ids[row]?.slice(0, 80)}`, ...(note === undefined ? [] : [note])].join(', '),
});

/** Scores that are all the same are worth a warning: perhaps the champion's file was given twice. */
function paired({ ids, scores, source }             , { source: its }             , matched              )        {
  const same = scores.every((score, row) => score === matched[row]);
  const check = {
    id: 'champion.rows-match',
    title: "Challenger's and champion's rows are the same",
    measured: { value: ids.length, unit: 'rows', n: ids.length },
    required: { comparator: '='         , value: ids.length, unit: 'rows' },
  };
  return same
    ? {
        ...check,
        status: 'warn',
        reason: `Every score of ${source.file} equals the champion's: the model was compared with itself`,
        hint: `Check that 'predictions' and 'champion' name the files of two models`,
      }
    : {
        ...check,
        status: 'pass',
        reason: `${counted$1(ids.length, 'row')} with the same ids and labels in ${source.file} and ${its.file}`,
      }
}

const METRICS$1                    = Object.values(metrics);

                    
                       
                            
                                                 
                                        
                                       
                                             
 

/** The gate's tables. */
function resultOf({ rows, threshold, model, grounds, answered }          )              {
  return {
    task: 'binary',
    n: rows,
    positives: model?.positives.length ?? null,
    threshold,
    confusion: model?.confusion ?? null,
    metrics: METRICS$1.flatMap(({ id, title, better }) => {
      const estimate = grounds?.challenger.get(id);
      const its = grounds?.champion?.get(id);
      if (!grounds || !estimate) return []
      return [{ id, title, better, ...shown$1(estimate, grounds.level), ...(its ? { champion: its.value } : {}) }]
    }),
    comparisons: METRICS$1.flatMap(({ id, title }) => {
      const gain = grounds?.gains.get(id);
      return grounds && gain ? [{ id, title, ...shown$1(gain, grounds.level) }] : []
    }),
    claims: [...answered],
  }
}

const shown$1 = ({ value, n, interval, method, standardError }          , level        ) => ({
  value,
  n,
  ...(interval ? { interval: [...interval]                           , level } : {}),
  ...(method === undefined ? {} : { method }),
  ...(standardError === undefined ? {} : { standardError }),
});

/** Scores by true class, each in row order, so that two models on the same rows stand side by side. */
                         
                                  
                                  
 

/** Scores of the rows labelled 1 and of those labelled 0. */
const byClass = (labels            , scores              )         => ({
  positives: scores.filter((_, row) => labels[row] === 1),
  negatives: scores.filter((_, row) => labels[row] === 0),
});

/** What is asked of the predictions. */
                          
                            
                                           
                        
                                   
 

/** Recomputes every metric from row-level predictions and decides the claims; faulty rows decide none. */
function certify$2(
  challenger                      ,
  champion                                  ,
  { threshold, level, claims }         ,
)                                               {
  const own = challenger.predictions;
  const pairing = own && champion?.predictions ? pairPredictions(own, champion.predictions) : undefined;
  const model = own && evaluate(byClass(own.labels, own.scores), threshold);
  const rival = own && pairing?.scores && evaluate(byClass(own.labels, pairing.scores), threshold);
  const grounds = model && groundsOf(model, rival, level);
  const { checks, answered } = checkClaims(claims, grounds);
  return {
    checks: [
      ...challenger.checks,
      ...(champion?.checks ?? []),
      ...(pairing?.checks ?? []),
      ...(champion ? unused(champion, claims) : []),
      ...checks,
    ],
    result: resultOf({ rows: challenger.rows, threshold, model, grounds, answered }),
  }
}

/** A champion that no claim compares with is probably a claim forgotten. */
function unused({ source }                      , claims                  )          {
  if (claims.some(claim => claim.kind === 'no-worse-than-champion')) return []
  return [
    {
      id: 'champion.unused',
      title: 'Claims on the champion',
      status: 'warn',
      reason: `The champion's predictions ${source.file} are given but no claim compares with them`,
      hint: 'Add a claim such as "auc no worse than champion by 0.01"',
    },
  ]
}

/** A piece of a claim. */
                        
                                                                   
                       
                                  
                         
 

const KINDS$1 = ['word', 'comparator', 'number', 'other'];                                            

const TOKEN$2 =
  /(?<word>[a-z][a-z0-9]*)|(?<comparator>[<>=!≤≥]+)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.]))|(?<other>[^\s<>=!≤≥]+)/giu;

/** The pieces of a claim, an `end` last; hyphens and underscores before a letter part words, as spaces do. */
function tokens$1(claim        )          {
  const found = [...claim.replace(/[-_](?=[a-z])/giu, ' ').matchAll(TOKEN$2)].map(({ 0: text, index, groups = {} }) => {
    const kind = KINDS$1.find(name => groups[name] !== undefined) ?? 'other';
    return { kind, text, column: index + 1 }
  });
  return [...found, { kind: 'end', text: '', column: claim.trimEnd().length + 1 }]
}

const EXAMPLES = 'Write a claim like "auc >= 0.80" or "auc no worse than champion by 0.01"';

/** A claim being read from left to right. */
                              
                                                                      
                             
               
                                      
                            
                                   
                          
                                   
                                                        
                                           
             
                                    
                                                         
                                                                                         
 

                             
                                    
                       
                                 
                                     
                        
 

function readClaim(claim        )              {
  const all = tokens$1(claim);
  const end        = { kind: 'end', text: '', column: claim.length + 1 };
  let position = 0;

  const peek = (ahead = 0) => all[position + ahead] ?? end;
  const take = () => {
    const token = peek();
    position++;
    return token
  };
  const has = (word        ) => {
    const found = peek().text.toLowerCase() === word;
    if (found) position++;
    return found
  };
  const error                       = (code, message, { token, meant, hint = EXAMPLES }) => {
    const place = `(claim "${claim}", column ${token.column})`;
    return new UserError(code, `${message} ${place}${meant === undefined ? '' : `: did you mean '${meant}'?`}`, {
      hint,
    })
  };
  const unexpected                            = (expected, meant) => {
    const token = peek();
    const found = token.kind === 'end' ? 'nothing' : `'${token.text}'`;
    const hint = HINTS[token.text.charAt(0)];
    return error('claims.syntax', `Expected ${expected} but found ${found}`, {
      token,
      meant,
      ...(hint ? { hint } : {}),
    })
  };
  return {
    peek,
    take,
    has,
    error,
    unexpected,
    word(word) {
      if (has(word)) return
      const close = peek().kind === 'word' && leven(peek().text.toLowerCase(), word) <= word.length / 2;
      throw unexpected(`'${word}'`, close ? word : undefined)
    },
    number(after) {
      if (peek().kind !== 'number') throw unexpected(`a number after '${after}'`)
      const token = take();
      return { value: Number(token.text), token }
    },
    end() {
      if (peek().kind !== 'end') throw unexpected('the claim to end')
    },
  }
}

const HINTS                         = {
  ',': 'Write decimals with a point, e.g. 0.80',
  '%': 'Give a proportion, e.g. 0.80 for 80 %',
};

const LONGEST$1 = 4;
const METRICS                    = Object.values(metrics);
const BY_NAME = new Map(METRICS.flatMap(metric => [metric.id, ...(metric.aliases ?? [])].map(name => [name, metric])));

/** Takes the longest run of words that names a metric by its id or an alias. */
function metricName(reader             )                                      {
  const first = reader.peek();
  if (first.kind !== 'word') throw reader.unexpected('the name of a metric')
  const runs = wordRuns(reader);
  const run = runs.toReversed().find(words => BY_NAME.has(nameOf(words)));
  const metric = run && BY_NAME.get(nameOf(run));
  if (run && metric) {
    for (const _ of run) reader.take();
    return { metric, written: run.join(' ') }
  }
  const meant = runs
    .toReversed()
    .map(closestName)
    .find(name => name !== undefined);
  throw reader.error('claims.unknown-metric', `Unknown metric '${first.text}'`, {
    token: first,
    meant,
    hint: `Metrics: ${METRICS.map(({ id }) => id)
      .toSorted()
      .join(', ')}`,
  })
}

/** The next words: one, two, … at most `LONGEST` of them. */
function wordRuns(reader             )             {
  const runs             = [];
  while (runs.length < LONGEST$1 && reader.peek(runs.length).kind === 'word')
    runs.push([...(runs.at(-1) ?? []), reader.peek(runs.length).text]);
  return runs
}

const nameOf = (words                   ) => words.join('-').toLowerCase();

function closestName(words                   )                     {
  const name = nameOf(words);
  return closestMatch(name, [...BY_NAME.keys()], { maxDistance: Math.max(1, Math.floor(name.length / 3)) })
}

const BOUNDS = new Map                       ([
  ['>=', 'floor'],
  ['≥', 'floor'],
  ['<=', 'ceiling'],
  ['≤', 'ceiling'],
]);

const MEANT = new Map([
  ['>', '>='],
  ['=>', '>='],
  ['<', '<='],
  ['=<', '<='],
  ['not', 'no'],
]);

/**
 * Reads one claim, in upper or lower case, words parted by spaces, hyphens or underscores:
 * `METRIC >= NUMBER`, `METRIC <= NUMBER`, `METRIC no worse than champion [by NUMBER]`.
 */
function parseClaim(text        )        {
  const reader = readClaim(text);
  const start = reader.peek();
  const { metric, written } = metricName(reader);
  const next = reader.peek().text;
  const kind = BOUNDS.get(next);
  if (kind) return bound(reader, text, metric, kind)
  if (reader.has('no')) return comparison(reader, text, metric, start)
  throw reader.unexpected(`'>=', '<=' or 'no worse than champion' after '${written}'`, MEANT.get(next.toLowerCase()))
}

function bound(reader             , text        , metric        , kind               )        {
  const { value, token } = reader.number(reader.take().text);
  reader.end();
  const [least, greatest] = metric.range;
  // A floor at the least value, or a ceiling at the greatest, holds for every model: it requires nothing.
  const possible = kind === 'floor' ? value > least && value <= greatest : value >= least && value < greatest;
  if (!possible) {
    const [from, to] = kind === 'floor' ? ['above', 'at most'] : ['at least', 'below'];
    throw outOfRange(reader, token, `a ${kind} ${from} ${least} and ${to} ${formatNumber(greatest)}`, value / 100)
  }
  return { kind, metric, value, text }
}

function comparison(reader             , text        , metric        , start       )                      {
  for (const word of ['worse', 'than', 'champion']) reader.word(word);
  const margin = reader.has('by') ? reader.number('by') : undefined;
  reader.end();
  if (!isComparable(metric))
    throw reader.error('claims.unsupported', `'${metric.id}' has no paired method to compare it with the champion's`, {
      token: start,
      hint: `These can be compared: ${COMPARABLE.join(', ')}`,
    })
  const kind = 'no-worse-than-champion';
  if (!margin) return { kind, metric, text }
  const greatest = metric.range[1];
  if (!(margin.value >= 0 && margin.value < greatest))
    throw outOfRange(
      reader,
      margin.token,
      `a margin of at least 0 and below ${formatNumber(greatest)}`,
      margin.value / 100,
    )
  return { kind, metric, margin: margin.value, text }
}

const COMPARABLE = Object.values(metrics)
  .filter(isComparable)
  .map(({ id }) => id)
  .toSorted();

const outOfRange = (reader             , token       , expected        , proportion        ) =>
  reader.error('claims.out-of-range', `Expected ${expected} but found ${token.text}`, {
    token,
    ...(proportion > 0.01 && proportion < 1 ? { hint: `Give a proportion, e.g. ${formatNumber(proportion)}` } : {}),
  });

/** Code of a cell without a class. */
const NO_CLASS = 255;

/** Classes that are told apart; those beyond count as one. A label column has two. */
const MOST_CLASSES = 255;

/** Class names as numbers below 256, in the order in which they first occurred. */
                             
                                   
                              
 

function classNames()             {
  const codes = new Map                ();
  const names           = [];
  return {
    names,
    codeOf(name) {
      const known = codes.get(name);
      if (known !== undefined) return known
      if (names.length === MOST_CLASSES) return MOST_CLASSES - 1
      codes.set(name, names.length);
      return names.push(name) - 1
    },
  }
}

/** More names than these are no classes: none is shown. */
const MOST_SHOWN = 10;

/** An inconclusive check unless the label column has two classes, the positive one among them. */
function classChecks(
  source                  ,
  rows                                                             ,
  names                   ,
)          {
  const { file, role, label, positive } = source;
  if (names.length === 0 || (names.length === 2 && names.includes(positive))) return []
  const check = {
    id: `${role}.classes`,
    title: `Two classes in ${file}`,
    status: 'inconclusive'         ,
    measured: { value: names.length, unit: 'classes', n: rows.codes.length },
    required: { comparator: '='         , value: 2, unit: 'classes' },
  };
  if (!names.includes(positive)) {
    const meant = closestMatch(positive, [...names], { maxDistance: positive.length / 2 });
    return [
      {
        ...check,
        reason: `Expected the positive class '${positive}' to occur in '${label}' but found ${shown(names)}`,
        hint: `Set 'positive' to the class that the score is the probability of${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
        locations: [{ file, column: label }],
      },
    ]
  }
  if (names.length === 1)
    return [
      {
        ...check,
        reason: `Expected two classes in '${label}' but every row is '${positive}'`,
        hint: 'Add labelled rows of the other class to the hold-out',
        locations: [{ file, column: label }],
      },
    ]
  return [
    {
      ...check,
      reason: `Expected two classes in '${label}' but found ${formatCount(names.length)}: ${shown(names)}`,
      hint: 'Correct the labels, or leave rows of no class out of the hold-out',
      locations: strangers(source, rows, names.indexOf(positive)),
    },
  ]
}

const shown = (names                   ) =>
  names.length > MOST_SHOWN ? 'too many names to be classes' : listed$1(names.map(name => `'${name.slice(0, 40)}'`));

/** The first rows that are neither the positive class nor the most frequent of the others. */
function strangers(
  { file, label }                  ,
  { codes, lines }                                                             ,
  positive        ,
)             {
  const counts = new Uint32Array(256);
  for (const code of codes) if (code !== positive && code !== NO_CLASS) counts[code] = (counts[code] ?? 0) + 1;
  const negative = counts.indexOf(Math.max(...counts));
  const locations             = [];
  for (const [row, code] of codes.entries()) {
    if (code === positive || code === negative || code === NO_CLASS) continue
    locations.push({ file, line: lines[row] ?? 1, column: label, note: 'neither class' });
    if (locations.length === MOST_LOCATIONS) break
  }
  return locations
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity)$/i;

/** The probability a cell holds, or what is wrong with it. */
function parseScore(cell        )                  {
  const text = cell.trim();
  if (text === '') return 'empty'
  if (NOT_FINITE.test(text)) return 'not finite'
  if (!DECIMAL.test(text)) return 'not a number'
  const score = Number(text);
  return score >= 0 && score <= 1 ? score : 'outside 0 to 1'
}

const ROLES = ['id', 'label', 'score'];         
                                  

/** Position of each column in the header. */
                                                    

/** Finds the three columns, or says which columns there are. */
function predictionColumns(source                  , header                   )                    {
  const missing         = [];
  for (const role of ROLES) {
    requireOwnColumn(source, role);
    const found = header.filter(name => name === source[role]).length;
    if (found > 1) throw ambiguous$1(source, role, found)
    if (found === 0) missing.push(role);
  }
  if (missing.length > 0) throw absent(source, missing, header)
  return { id: header.indexOf(source.id), label: header.indexOf(source.label), score: header.indexOf(source.score) }
}

/** A label that were the score too would make any model perfect. */
function requireOwnColumn(source                  , role      )       {
  const twin = ROLES.find(other => other !== role && source[other] === source[role]);
  if (twin)
    throw new UserError(
      'predictions.same-column',
      `Expected '${role}' and '${twin}' to be different columns but both are '${source[role]}'`,
      { hint: 'Name the columns that hold the id, the true class and the score' },
    )
}

const ambiguous$1 = (source                  , role      , found        ) =>
  new UserError(
    'predictions.ambiguous-column',
    `Expected one column '${source[role]}' but found ${found} (${source.file}:1)`,
    { file: source.file, line: 1, hint: 'Give every column a name of its own' },
  );

function absent(source                  , missing                 , header                   )            {
  const names = missing.map(role => `'${source[role]}'`);
  const meant = missing
    .map(role => closestMatch(source[role], [...header], { maxDistance: Math.max(1, source[role].length / 3) }))
    .filter(name => name !== undefined);
  return new UserError(
    'predictions.missing-column',
    `Expected ${missing.length === 1 ? 'a column' : 'columns'} ${listed$1(names)} but found ${listed$1(header)} (${source.file}:1)${
      meant.length > 0 ? `: did you mean ${listed$1(meant.map(name => `'${name}'`))}?` : ''
    }`,
    {
      file: source.file,
      line: 1,
      hint: `Set ${listed$1(missing.map(role => `'${role}' to the column that holds ${HOLDS[role]}`))}`,
    },
  )
}

const HOLDS                       = {
  id: "the row's id",
  label: 'the true class',
  score: 'the probability of the positive class',
};

/** What was wrong in each column. */
                                                                          

/** One inconclusive check per column with faults. */
function rowChecks(
  { file, role, id, label, score }                  ,
  rows        ,
  faults           ,
)          {
  return [
    ...faultCheck(faults.id, rows, {
      id: `${role}.id`,
      title: `Ids of ${file}`,
      expected: `every '${id}' to be there and to be unique`,
      hint: 'Give every row of the hold-out an id of its own',
    }),
    ...faultCheck(faults.label, rows, {
      id: `${role}.label`,
      title: `Labels of ${file}`,
      expected: `every '${label}' to be a class`,
      hint: 'Label these rows, or leave them out of the hold-out',
    }),
    ...faultCheck(faults.score, rows, {
      id: `${role}.score`,
      title: `Scores of ${file}`,
      expected: `every '${score}' to be a probability from 0 to 1`,
      hint: 'Write the probability of the positive class for every row, with a decimal point',
    }),
  ]
}

/** The check of a file without rows. */
const noRows = ({ file, role }                  )        => ({
  id: `${role}.rows`,
  title: `Rows of ${file}`,
  status: 'inconclusive',
  measured: { value: 0, unit: 'rows' },
  required: { comparator: '>', value: 0, unit: 'rows' },
  reason: `Expected rows in ${file} but found none`,
  hint: 'Score the hold-out and write a row for each of its rows',
  locations: [{ file }],
});

/** The check of a file without faults. */
function sound({ source, ids, labels }             )        {
  const rows = ids.length;
  let positives = 0;
  for (const label of labels) positives += label;
  return {
    id: `${source.role}.rows`,
    title: `Rows of ${source.file}`,
    status: 'pass',
    measured: { value: rows, unit: 'rows' },
    required: { comparator: '>', value: 0, unit: 'rows' },
    reason: `${counted$1(rows, 'row')} with an id of their own, a class and a probability; ${counted$1(positives, 'row')} of class '${source.positive}'`,
  }
}

/** A file of predictions as read: its checks, and the predictions where they are faultless. */
                                       
                                   
                       
                                   
                                    
 

/** Takes rows in file order, in batches, and keeps them by column. */
                                      
                                           
                                
 

/** Begins to read a file of predictions; throws a `UserError` where a column is missing. Faults of rows become checks. */
function collectPredictions(source                  , header                   )                      {
  const columns = predictionColumns(source, header);
  const { file } = source;
  const faulty = { id: collectFaults(), label: collectFaults(), score: collectFaults() };
  const classes = classNames();
  const rowOf = new Map                ();
  const ids           = [];
  let codes = new Uint8Array(1024);
  let lines = new Uint32Array(1024);
  let scores = new Float64Array(1024);

  return { add, finish }

  function add(rows                          )       {
    makeRoom(ids.length + rows.length);
    for (const { line, cells } of rows) {
      const row = ids.length;
      lines[row] = line;
      addId(cells[columns.id] ?? '', row, line);
      addLabel(cells[columns.label] ?? '', row, line);
      addScore(cells[columns.score] ?? '', row, line);
    }
  }

  function addId(id        , row        , line        )       {
    const before = rowOf.get(id);
    if (id.trim() === '') faulty.id.add('empty', { file, line, column: source.id, note: 'empty' });
    else if (before === undefined) rowOf.set(id, row);
    else faulty.id.add('repeated', { file, line, column: source.id, note: `the id of line ${lines[before]} again` });
    ids.push(id);
  }

  function addLabel(label        , row        , line        )       {
    const empty = label.trim() === '';
    if (empty) faulty.label.add('empty', { file, line, column: source.label, note: 'empty' });
    codes[row] = empty ? NO_CLASS : classes.codeOf(label);
  }

  function addScore(cell        , row        , line        )       {
    const score = parseScore(cell);
    if (typeof score === 'number') scores[row] = score;
    else faulty.score.add(score, { file, line, column: source.score, note: score });
  }

  function makeRoom(rows        )       {
    if (rows <= codes.length) return
    const size = Math.max(rows, 2 * codes.length);
    codes = new Uint8Array(codes.buffer.transfer(size));
    lines = new Uint32Array(lines.buffer.transfer(4 * size));
    scores = new Float64Array(scores.buffer.transfer(8 * size));
  }

  function finish()                       {
    const rows = ids.length;
    const kept = { codes: codes.subarray(0, rows), lines: lines.slice(0, rows), scores: scores.slice(0, rows) };
    const checks =
      rows === 0 ? [noRows(source)] : [...rowChecks(source, rows, faulty), ...classChecks(source, kept, classes.names)];
    if (checks.length > 0) return { source, rows, checks }
    const positive = classes.names.indexOf(source.positive);
    const labels = Uint8Array.from(kept.codes, code => (code === positive ? 1 : 0));
    const negative = classes.names.find(name => name !== source.positive) ?? '';
    const predictions = { source, ids, rowOf, labels, negative, scores: kept.scores, lines: kept.lines };
    return { source, rows, checks: [sound(predictions)], predictions }
  }
}

/** Decides by row-level predictions whether the model meets what is claimed of it. */
const modelCertify = {
  gate: 'model-certify',
  isConfigured: ({ certify: { predictions, champion, claims } }) =>
    [predictions, champion, claims].some(setting => setting !== undefined),
  async find({ certify: settings }, ports) {
    const { predictions, champion, threshold, level } = settings;
    if (predictions === undefined)
      throw new UserError(
        'settings.missing',
        "Expected 'certify.predictions' to be set (input predictions) but found nothing",
        {
          hint: "Set it to a CSV file with the id, the true class and the model's score of every hold-out row",
        },
      )
    const claims = (settings.claims ?? []).map(parseClaim);
    const comparison = claims.find(claim => claim.kind === 'no-worse-than-champion');
    if (comparison && champion === undefined)
      throw new UserError(
        'settings.missing',
        `Expected 'certify.champion' to be set (input champion) for the claim "${comparison.text}" but found nothing`,
        {
          hint: 'Set it to the predictions of the model in production on the same rows, or drop the claim',
        },
      )
    const own = await read$2(ports, { ...columnsOf(settings), file: predictions, role: 'predictions' });
    const its =
      champion === undefined
        ? undefined
        : await read$2(ports, { ...columnsOf(settings), file: champion, role: 'champion' });
    return {
      materials: [own, its].flatMap(file => (file ? [file.material] : [])),
      ...certify$2(own.collected, its?.collected, { threshold, level, claims }),
    }
  },
};                                       

const columnsOf = ({ id, label, score, positive }                     ) => ({ id, label, score, positive });

/** Rows between two reports of progress. */
const REPORT = 100_000;

async function read$2({ tables, log }       , source                  ) {
  const table = await tables.open(source.file);
  const collector = collectPredictions(source, table.header);
  let rows = 0;
  for await (const batch of table.batches) {
    collector.add(batch);
    if (Math.floor(rows / REPORT) < Math.floor((rows + batch.length) / REPORT))
      log.progress(`${source.file}: ${rows + batch.length} rows`);
    rows += batch.length;
  }
  return { collected: collector.finish(), material: table.material(source.role) }
}

/** Findings that a check lists; the result has more. */
const SHOWN$2 = 10;

/** The one check that says whether a file may be loaded: exactly one per scanned file. */
function artefactCheck(path        , { title, inspection }                                             )        {
  const { status, reason, hint, findings } = inspection;
  const locations = findings
    .slice(0, SHOWN$2)
    .map(({ offset, name, reason: why })           => ({ file: path, note: `byte ${offset}: ${name} ${why}` }));
  return {
    id: checkId('artefact', path),
    title: `What loading ${path} would run (${title})`,
    status,
    reason: `${path}: ${reason}`,
    ...(hint === undefined ? {} : { hint }),
    locations: locations.length > 0 ? locations : [{ file: path }],
  }
}

/** Room that evidence leaves for an id. */
const MAX_ID = 1024;

/** `kind.path`; of a path too long for that, its two ends. */
function checkId(kind        , path        )         {
  const id = `${kind}.${path}`;
  return id.length <= MAX_ID ? id : `${id.slice(0, MAX_ID / 2)}…${id.slice(1 - MAX_ID / 2)}`
}

/** Longest text that is decoded to be compared with a name. */
const MAX_NAME = 4096;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Each byte as one character. */
const latin1 = (bytes            )         => String.fromCharCode(...bytes);

/** Strict UTF-8 of a short range; undefined where it is longer than any name or no UTF-8. */
function decodeText(bytes            , start        , end        )                     {
  if (end - start > MAX_NAME) return undefined
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte > 0x7f) return decodeStrictly(bytes.subarray(start, end))
    text += String.fromCharCode(byte);
  }
  return text
}

/** Strict UTF-8, a byte order mark kept; undefined where it is none. */
function decodeStrictly(bytes            )                     {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether the bytes at `at` are those of this Latin-1 text. */
function hasAt(bytes            , text        , at = 0)          {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** Whether this Latin-1 text of at most 255 characters occurs anywhere (Horspool 1980). */
function includes(bytes            , text        )          {
  const last = text.length - 1;
  const skip = new Uint8Array(256).fill(text.length);
  for (let i = 0; i < last; i++) skip[text.charCodeAt(i) & 0xff] = last - i;
  for (let at = 0; at + last < bytes.length; at += skip[bytes[at + last] ?? 0] ?? 1)
    if (hasAt(bytes, text, at)) return true
  return false
}

/** Most that one file may decompress to, and how many times its own size beyond what is harmless at any ratio. */
const MAX_BYTES = 2 ** 31 - 1;
const HARMLESS_BYTES = 64 * 1024 * 1024;
const MAX_RATIO = 100;

const STREAM_FORMAT = { zlib: 'deflate', gzip: 'gzip' };         

/** Decompresses with the platform's `DecompressionStream`, which refuses anything after the stream; gives what came before a fault. */
async function decompress(codec       , bytes            )                        {
  const budget = Math.min(MAX_BYTES, Math.max(HARMLESS_BYTES, bytes.length * MAX_RATIO));
  const chunks               = [];
  let length = 0;
  const stream = new DecompressionStream(STREAM_FORMAT[codec]);
  const written = write(stream.writable, bytes);
  try {
    for await (const chunk of stream.readable) {
      length += chunk.length;
      if (length > budget)
        return { bytes: new Uint8Array(), fault: `it holds more than ${budget} bytes, as a bomb does` }
      chunks.push(chunk);
    }
    await written;
    return { bytes: joined(chunks, length) }
  } catch {
    return { bytes: joined(chunks, length), fault: 'it is damaged, cut off or followed by something else' }
  }
}

/** Ends without an error of its own: the reading side has it. */
async function write(writable                                 , bytes            )                {
  const writer = writable.getWriter();
  const { buffer, byteOffset, byteLength } = bytes;
  try {
    await writer.write(
      buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(bytes),
    );
    await writer.close();
  } catch {
    writer.releaseLock();
  }
}

function joined(chunks                       , length        )             {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole
}

/** One dependency as a file declares it. */
                              
                       
                 
                       
                                                        
                              
                                                              
                          
 

                           
                                               
                                                  
                                      
 

/** A kind of file that declares Python dependencies, told by its name. */
                           
                     
                        
                                  
                                                      
                                            
 

const defineManifest = (manifest          )           => manifest;

/** The text with user names and passwords taken out of its addresses: what evidence shows of a requirement. */
const withoutCredentials = (text        )         => text.replaceAll(/(:\/\/)[^\s/@]+@/g, '$1***@');

/** A dependency specifier taken apart (PEP 508): what is required, and how exactly. */
                            
                       
                                          
                       
                          
 

/** Longest requirement that is read. */
const MAX_LENGTH$1 = 4096;

const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?\s*/;
/** `==` with a whole version, or `===`: no `*`. */
const EXACT$2 = /(^|,)\s*={2,3}\s*[^\s,;*]+\s*(,|$)/;
/** A commit, or a digest of what is downloaded. */
const IMMUTABLE = /@[0-9a-f]{40}(#|$)|[#&]sha(256|384|512)=[0-9a-f]{64,}/;

/** Reads `name[extras] versions ; marker` or `name @ url ; marker`; undefined for anything else. */
function readSpecifier(text        )                        {
  const match = text.length > MAX_LENGTH$1 ? null : NAME.exec(text);
  const name = match?.[1];
  if (!match || name === undefined) return undefined
  const rest = text.slice(match[0].length);
  if (rest.startsWith('@')) {
    const url = rest.slice(1).split(/\s;/)[0]?.trim() ?? '';
    return { name, text: withoutCredentials(`${text.slice(0, match[0].length)}@ ${url}`), pinned: IMMUTABLE.test(url) }
  }
  const versions = rest.split(';')[0]?.trim() ?? '';
  if (versions !== '' && !/^\(?\s*[<>=!~]/.test(versions)) return undefined
  const bare = versions.replace(/^\(|\)$/g, '');
  return { name, text: text.split(';')[0]?.trim() ?? '', pinned: EXACT$2.test(bare) }
}

/** Whether a requirement by address names one content only: a commit or a digest. */
const isImmutable = (url        )          => IMMUTABLE.test(url);

const MAX_LENGTH = 120;

/** A name from an untrusted file, fit for a message: printable ASCII only, shortened. */
function printable(name        )         {
  const shown = name.replaceAll(/[^\x20-\x7e]/g, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return shown.length > MAX_LENGTH ? `${shown.slice(0, MAX_LENGTH)}…` : shown
}

const INCLUDE = /^(?:-r|--requirement|-c|--constraint)(?:\s+|=|(?=[^\s-]))(\S+)/;
const EDITABLE = /^(?:-e|--editable)(?:\s+|=)(\S.*)$/;
/** Options of one requirement: hashes and the like. */
const OPTIONS$1 = /\s--[a-z]/;
const ADDRESS = /^(?:[a-z+]+:\/\/|\.{0,2}\/|[\w./-]+\.(?:whl|zip|tar\.gz)\b)/i;

/** What one line of pip's requirements declares: a requirement, files that hold more, or nothing. Throws where it is no such line. */
function readPipLine(path        , line        , text        )           {
  const included = INCLUDE.exec(text)?.[1];
  if (included !== undefined) return { requirements: [], includes: [withoutCredentials(included)] }
  return { requirements: readRequirement(path, line, text), includes: [] }
}

function readRequirement(path        , line        , text        )                {
  const options = text.search(OPTIONS$1);
  const bare = (options < 0 ? text : text.slice(0, options)).replaceAll(/\s+/g, ' ').trim();
  if (bare.length > MAX_LENGTH$1) throw noRequirement(path, line, `${bare.slice(0, 40)}…`)
  const editable = EDITABLE.exec(bare)?.[1];
  if (editable !== undefined) return [byAddress(line, editable)]
  if (bare === '' || bare.startsWith('-')) return []
  const specifier = readSpecifier(bare);
  if (specifier) return [{ name: specifier.name, line, requirement: specifier.text, pinned: specifier.pinned }]
  if (ADDRESS.test(bare)) return [byAddress(line, bare)]
  throw noRequirement(path, line, bare)
}

const noRequirement = (path        , line        , found        ) =>
  new UserError(
    'dependencies.syntax',
    `Expected a requirement but found '${printable(withoutCredentials(found))}' (${path}:${line})`,
    { file: path, line, hint: 'Write it as name==version' },
  );

function byAddress(line        , address        )              {
  const name =
    /#(?:.*&)?egg=([\w.-]+)/.exec(address)?.[1] ??
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .findLast(part => part !== '') ??
    address;
  return { name, line, requirement: withoutCredentials(address), pinned: isImmutable(address) }
}

const Environment = object$1({
  dependencies: array$2(unknown$1()).default([]),
});

const Pip = object$1({ pip: array$2(string$1()) });

/** `channel::name=version=build`, or `name` and versions with comparison signs (docs.conda.io, Package match specifications). */
const SPEC = /^(?:[\w./-]+::)?([\w.-]+)\s*(.*)$/;
/** `==1.2.3`, or a version with its build: a single `=` would also take 1.2.3.1. */
const EXACT$1 = /^(==\s*[^\s,|*<>=]+|=[^\s,|*<>=]+=[^\s,|*<>=]+)$/;

/** conda's environment files, also as MLflow writes them; `pip:` lists are read as pip's. */
const environment = defineManifest({
  id: 'environment',
  title: 'a conda environment file',
  recognise: path => /(^|\/)(environment[^/]*|conda)\.ya?ml$/i.test(path),
  read(path, text) {
    const document = readYaml(path, text);
    const found = Environment.safeParse(document.value);
    if (!found.success)
      throw new UserError('dependencies.syntax', `Expected 'dependencies' to be a list (${path}:1)`, {
        file: path,
        line: 1,
        hint: 'See docs.conda.io, Managing environments',
      })
    const lineOf = (...where               ) => document.place(['dependencies', ...where]).line ?? 1;
    const declared = found.data.dependencies.flatMap((item, i)             => {
      if (typeof item === 'string') return [{ requirements: [conda(item, lineOf(i))], includes: [] }]
      const pip = Pip.safeParse(item);
      return pip.success ? pip.data.pip.map((written, j) => readPipLine(path, lineOf(i, 'pip', j), written.trim())) : []
    });
    return {
      requirements: declared.flatMap(({ requirements }) => requirements),
      includes: declared.flatMap(({ includes }) => includes),
    }
  },
});

function conda(written        , line        )              {
  const [, name = written, version = ''] = SPEC.exec(written.slice(0, MAX_LENGTH$1).trim()) ?? [];
  return { name, line, requirement: written.trim(), pinned: EXACT$1.test(version.trim()) }
}

const QUOTED = /"([^"\n]*)"|'([^'\n]*)'/g;

/** Finds the 1-based line a quoted text stands on, one further each time it is asked for: TOML's parser keeps no lines. */
function lineOfQuoted(toml        )                           {
  const lines = new Map                  ();
  for (const [i, line] of toml.split('\n').entries()) {
    for (const [, double, single] of line.matchAll(QUOTED)) {
      const text = double ?? single ?? '';
      const known = lines.get(text);
      if (known) known.push(i + 1);
      else lines.set(text, [i + 1]);
    }
  }
  return text => {
    const found = lines.get(text) ?? [];
    return (found.length > 1 ? found.shift() : found[0]) ?? 1
  }
}

const Dependency = union([
  string$1(),
  looseObject({ version: string$1().optional(), rev: string$1().optional() }),
  array$2(unknown$1()),
]);
const Table = record$1(string$1(), Dependency).default({});
const Poetry = object$1({
  dependencies: Table,
  'dev-dependencies': Table,
  group: record$1(string$1(), object$1({ dependencies: Table })).default({}),
});

/** A bare version is exact to Poetry; `^`, `~`, `*` and ranges are not (python-poetry.org, Dependency specification). */
const EXACT = /^={0,3}\s*\d+(\.\d+)*([a-z]+\d*)?([.+-][\w.]+)?$/i;

const KEY = /^\s*(?:\[tool\.poetry\.[\w.-]*?dependencies\.)?["']?([\w.-]+)["']?\s*[=\]]/;

/** The dependencies of Poetry's tables; Python itself is none. */
function readPoetry(poetry         , text        )                {
  const found = Poetry.safeParse(poetry);
  if (!found.success) return []
  const { dependencies, 'dev-dependencies': dev, group } = found.data;
  const tables = [dependencies, dev, ...Object.values(group).map(each => each.dependencies)];
  const lines = linesOfKeys(text);
  return tables
    .flatMap(table => Object.entries(table))
    .filter(([name]) => name.toLowerCase() !== 'python')
    .map(([name, dependency]) => ({ name, line: lines.get(name) ?? 1, ...versionOf(name, dependency) }))
}

function versionOf(name        , dependency                             )                                           {
  if (typeof dependency === 'string') return { requirement: `${name} ${dependency}`, pinned: EXACT.test(dependency) }
  if (Array.isArray(dependency)) return { requirement: name, pinned: false }
  const { version, rev } = dependency;
  if (version !== undefined) return { requirement: `${name} ${version}`, pinned: EXACT.test(version) }
  return {
    requirement: rev === undefined ? name : `${name} @${rev}`,
    pinned: rev !== undefined && isImmutable(`@${rev}`),
  }
}

/** The line each key of the file is first set on. */
function linesOfKeys(toml        )                      {
  const lines = new Map                ();
  for (const [i, line] of toml.split('\n').entries()) {
    const key = KEY.exec(line)?.[1];
    if (key !== undefined && !lines.has(key)) lines.set(key, i + 1);
  }
  return lines
}

const Specifiers = array$2(string$1());
const Pyproject = object$1({
  'build-system': object$1({ requires: Specifiers.default([]) }).optional(),
  project: object$1({
      dependencies: Specifiers.default([]),
      'optional-dependencies': record$1(string$1(), Specifiers).default({}),
    })
    .optional(),
  'dependency-groups': record$1(string$1(), array$2(union([string$1(), record$1(string$1(), unknown$1())])))
    .optional(),
  tool: object$1({ poetry: unknown$1().optional() }).optional(),
});

/** pyproject.toml: PEP 621, PEP 735, the build system's, and Poetry's own tables. */
const pyproject = defineManifest({
  id: 'pyproject',
  title: 'a pyproject.toml',
  recognise: path => /(^|\/)pyproject\.toml$/.test(path),
  read(path, text) {
    const { project, tool, ...rest } = readToml(path, text);
    const specifiers = [
      ...(rest['build-system']?.requires ?? []),
      ...(project?.dependencies ?? []),
      ...Object.values(project?.['optional-dependencies'] ?? {}).flat(),
      ...Object.values(rest['dependency-groups'] ?? {})
        .flat()
        .filter(item => typeof item === 'string'),
    ];
    const lineOf = lineOfQuoted(text);
    return {
      includes: [],
      requirements: [
        ...specifiers.map((written)              => {
          const specifier = readSpecifier(written);
          return {
            name: specifier?.name ?? withoutCredentials(written),
            line: lineOf(written),
            requirement: specifier?.text ?? withoutCredentials(written),
            pinned: specifier?.pinned ?? false,
          }
        }),
        ...readPoetry(tool?.poetry, text),
      ],
    }
  },
});

function readToml(path        , text        )                             {
  try {
    const found = Pyproject.safeParse(parse$3(text));
    if (found.success) return found.data
    const [issue] = found.error.issues;
    throw new UserError(
      'dependencies.syntax',
      `Expected ${path} to list dependencies as texts but '${printable(issue?.path.join('.') ?? '')}' is none`,
      {
        file: path,
        hint: 'See packaging.python.org, pyproject.toml specification',
      },
    )
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    throw new UserError('dependencies.syntax', `Expected ${path} to be TOML but line ${cause.line} is none`, {
      file: path,
      line: cause.line,
      hint: 'Check the quotes and brackets around this line',
      cause,
    })
  }
}

/** Lines of a requirements file as pip reads them: continued by `\` at the end, comments dropped; with the 1-based line each starts on. */
function logicalLines(text        )                                                     {
  const lines                                   = [];
  let open;                                            
  for (const [i, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const isComment = /^\s*#/.test(raw);
    const continued = raw.endsWith('\\') && !isComment;
    const part = isComment ? '' : continued ? raw.slice(0, -1) : raw;
    const current = open ?? { line: i + 1, text: '' };
    current.text += part;
    open = continued ? current : undefined;
    if (!open) lines.push(current);
  }
  if (open) lines.push(open);
  return lines
    .map(({ line, text }) => ({ line, text: text.replace(/(^|\s)#.*$/, '').trim() }))
    .filter(({ text }) => text !== '')
}

/** pip's requirements files (pip.pypa.io, Requirements File Format). */
const requirements = defineManifest({
  id: 'requirements',
  title: 'a pip requirements file',
  recognise: path => /(^|\/)([^/]*requirements[^/]*\.txt|requirements\/[^/]+\.txt)$/i.test(path),
  read(path, text) {
    const lines = logicalLines(text).map(({ line, text }) => readPipLine(path, line, text));
    return {
      requirements: lines.flatMap(({ requirements }) => requirements),
      includes: lines.flatMap(({ includes }) => includes),
    }
  },
});

var manifests = /*#__PURE__*/Object.freeze({
  __proto__: null,
  environment: environment,
  pyproject: pyproject,
  requirements: requirements
});

/** Dependencies that a check lists; the result has them all. */
const SHOWN$1 = 10;

/** The check of one file that declares dependencies: each should name exactly one version. */
function dependenciesCheck(path        , { requirements, includes }          )        {
  const open = requirements.filter(({ pinned }) => !pinned);
  const further =
    includes.length > 0 ? `; what ${includes.join(', ')} declares is judged only where it is scanned itself` : '';
  const names = [...new Set(open.map(({ name }) => name))];
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: open.length > 0 ? 'warn' : 'pass',
    measured: { value: open.length, unit: 'dependencies', n: requirements.length },
    required: { comparator: '=', value: 0 },
    reason:
      open.length > 0
        ? `Expected an exact version of every dependency but ${open.length} of ${requirements.length} have none: ${listed(names)}${further}`
        : `All ${requirements.length} dependencies have an exact version${further}`,
    ...(open.length > 0 ? { hint: 'Pin each with ==, or install from a lock file' } : {}),
    locations:
      open.length > 0
        ? open.slice(0, SHOWN$1).map(({ line, requirement }) => ({ file: path, line, note: requirement }))
        : [{ file: path }],
  }
}

/** The check of a file that declares dependencies in a way nobody can read. */
function unreadDependenciesCheck(path        , { message, hint, line }           )        {
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: 'inconclusive',
    reason: message,
    ...(hint === undefined ? {} : { hint }),
    locations: [{ file: path, ...(line === undefined ? {} : { line }) }],
  }
}

const listed = (names                   ) =>
  names.length > SHOWN$1 ? `${names.slice(0, SHOWN$1).join(', ')} and ${names.length - SHOWN$1} more` : names.join(', ');

/** One thing a loader of this file would do that nothing allows. */
                          
                                                         
                         
                                                             
                       
                                                        
                         
 

/** What was found in one file. */
                             
                         
                                               
                         
                        
                                       
                                                            
                        
                                                          
                          
 

/** What decompressing gave: everything, or what came before `fault`. */
                               
                            
                         
 

                                   

/** What an inspection may ask of the outside. */
                                    
                                                                                                 
                                                                    
 

/** A kind of file, told by its content and never by its name. */
                         
                     
                                                 
                        
                                                                   
                        
                                       
                                                                                          
 

const defineFormat = (format        )         => format;

const passed = (reason        , globals = 0)             => ({
  status: 'pass',
  reason,
  findings: [],
  found: 0,
  globals,
});

const inconclusive = (reason        , hint         )             => ({
  status: 'inconclusive',
  reason,
  ...(hint === undefined ? {} : { hint }),
  findings: [],
  found: 0,
  globals: 0,
});

/** Whatever no other format recognises: it recognises nothing itself. */
const binary = defineFormat({
  id: 'binary',
  title: 'an unknown binary file',
  unread: true,
  recognise: () => false,
  inspect: () =>
    inconclusive(
      'Expected a format that can be told by its content but found an unknown binary file',
      'Keep it out of the scanned paths, or save the model in a format that can be read',
    ),
});

/** A format that is told by its first bytes and that nothing here can read yet: it is named, and never passes. */
function unreadFormat(format                                                                         )         {
  const {
    id,
    title,
    recognise,
    hint = 'Keep it out of the scanned paths, or save the model in a format that can be read',
  } = format;
  return defineFormat({
    id,
    title,
    recognise,
    unread: true,
    inspect: () =>
      inconclusive(`Expected a format that can be read but found ${title}, which cannot be read yet`, hint),
  })
}

/** Also a codec of joblib's. */
const bzip2 = unreadFormat({ id: 'bzip2', title: 'a bzip2 stream', recognise: bytes => hasAt(bytes, 'BZh') });

/** CatBoost's own binary. */
const catboost = unreadFormat({
  id: 'catboost',
  title: 'a CatBoost model',
  recognise: bytes => hasAt(bytes, 'CBM1'),
});

const empty$1 = defineFormat({
  id: 'empty',
  title: 'an empty file',
  unread: true,
  recognise: bytes => bytes.length === 0,
  inspect: () =>
    inconclusive('Expected content but the file is empty', 'Write the file again, or keep it out of the scanned paths'),
});

/** llama.cpp's models, which carry a chat template. */
const gguf = unreadFormat({ id: 'gguf', title: 'a GGUF model', recognise: bytes => hasAt(bytes, 'GGUF') });

/** Whether a pickle speaks of joblib's stand-ins for arrays, so that arrays follow between its instructions. */
const hasJoblibArrays = (bytes            )          =>
  includes(bytes, 'joblib.numpy_pickle') && includes(bytes, 'NumpyArrayWrapper');

/** Bytes of the file, `end` exclusive; `latin1` where the file spells each byte as one character of UTF-8 text. */
                            
                        
                      
                        
 

                       
                      
                                                                             
                                   
                           
 

/** `range` is undefined for bytes that no literal spells. */
                        
                                      
                                       
 

                        
                        
                                  
 

                       
                       
                                                                            
                                      
                                                                                                              
                           
                                                                        
                 
 

/** An imported object that the allow list names. */
                            
                         
                            
 

/** An object made in this stream by an allowed call. */
                           
                           
                          
                                 
                                                                                       
                 
                          
                              
 

/** What a refused operation would have made; whatever is done with it has been reported already. */
                         
                         
                                       
 

                        
                                                                                                
 

/** What the machine knows of a value; no value is ever built. */
                   
         
                                                      
                                                          
                                                                
        
         
         
        
             
            
          

const SMALL_INTS = Array.from({ length: 256 }, (_, value)        => ({ kind: 'int', value }));

const NONE        = { kind: 'none' };
const FLOAT        = { kind: 'float' };
const TRUE        = { kind: 'bool', value: true };
const FALSE        = { kind: 'bool', value: false };
const EMPTY_TUPLE        = { kind: 'tuple', items: [] };
const UNKNOWN_INT        = { kind: 'int', value: undefined };
const OPAQUE         = { kind: 'opaque', refusal: undefined };

const int = (value        )        => SMALL_INTS[value] ?? { kind: 'int', value };
const plain = (kind               )        => ({ kind });
const dict = ()       => ({ kind: 'dict', entries: new Map(), fault: undefined, sealed: false });
const instance = (of             , args                  )           => ({
  kind: 'instance',
  of,
  args,
  sealed: false,
  dtype: undefined,
  array: undefined,
});

/** Memo entries and stack items that one stream may take. */
const MAX_ITEMS = 5_000_000;
/** Refusals and deviations that are kept; more refusals are only counted. */
const MAX_KEPT = 100;

/** Something a loader of this stream would do that nothing allows. */
                          
                                                                  
                                                   
                         
                                          
                       
                                                        
                         
                                                                 
                                       
                                                  
                                           
 

/** Something no pickler writes, so that two unpicklers may read it differently. */
                            
                         
                         
 

/** What becomes of joblib's NumpyArrayWrapper: `replayed` as joblib.load does, `kept` as pickle.load would, or `refused`. */
                                                          

/** A pickle machine that imports, calls and builds nothing. */
                          
                            
                         
                                     
                                     
                
                           
                  
                  
                              
                         
                                         
                          
                                   
                 
                                                         
                                       
                              
                 
                                  
                                                                                            
                            
                                                    
                    
                  
                                        
               
                                                                                                                            
                              
 

/** Ends the reading: no loader gets past this point. */
function halt(machine         , reason        )       {
  machine.halted ??= reason;
}

/** Ends the reading because a budget is used up, though a loader would go on. */
function exhaust(machine         , budget        )       {
  machine.exhausted = true;
  halt(machine, `it takes more than ${budget}`);
}

/** Adds to a list that holds the first hundred. */
function keep      (list        , item      )       {
  if (list.length < MAX_KEPT) list.push(item);
}

/** Notes a form that no pickler writes, and reads on. */
function deviate(machine         , reason        )       {
  keep(machine.deviations, { offset: machine.offset, reason });
}

/** Notes what is not allowed, and gives what stands for its outcome. */
function refuse(
  machine         ,
  kind                 ,
  name        ,
  reason        ,
  qualname         ,
)         {
  const refusal          = { kind, offset: machine.offset, name, reason, qualname, further: undefined };
  machine.refused++;
  keep(machine.refusals, refusal);
  return { kind: 'opaque', refusal }
}

function push(machine         , value       )       {
  machine.stack.push(value);
  if (machine.stack.length > MAX_ITEMS) exhaust(machine, `${MAX_ITEMS} items on the stack`);
}

function pop(machine         )        {
  if (machine.stack.length <= (machine.marks.at(-1) ?? 0)) halt(machine, 'the stack is empty');
  return (machine.halted === undefined ? machine.stack.pop() : undefined) ?? OPAQUE
}

/** The item on top, left where it is. */
function top(machine         )        {
  if (machine.stack.length <= (machine.marks.at(-1) ?? 0)) halt(machine, 'the stack is empty');
  return machine.stack.at(-1) ?? OPAQUE
}

/** Everything above the last mark, and the mark with it. */
function popMark(machine         )          {
  const mark = machine.marks.pop();
  if (mark === undefined) {
    halt(machine, 'there is no mark on the stack');
    return []
  }
  return machine.stack.splice(mark)
}

function remember(machine         , index        , value       )       {
  if (machine.memo.has(index)) deviate(machine, `memo ${index} is written twice`);
  machine.memo.set(index, value);
  if (machine.memo.size > MAX_ITEMS) exhaust(machine, `${MAX_ITEMS} items in the memo`);
}

/** Puts an array in the place of the wrapper that stood for it. */
function replaceTop(machine         , value          )       {
  machine.stack[machine.stack.length - 1] = value;
}

/** Reads an opcode's argument at `machine.position`; halts where the file ends first. Names as in CPython's pickletools. */
                                                 

const NEWLINE$2 = 0x0a;

function take(machine         , length        )                     {
  const start = machine.position;
  if (length > machine.bytes.length - start) {
    machine.position = machine.bytes.length;
    halt(machine, 'the file ends in the middle of an instruction');
    return undefined
  }
  machine.position = start + length;
  return start
}

const number =
  (size        , read                                        )                   =>
  machine => {
    const start = take(machine, size);
    return start === undefined ? 0 : read(machine.view, start)
  };

const nothing                      = () => undefined;
const uint1 = number(1, (view, at) => view.getUint8(at));
const uint2 = number(2, (view, at) => view.getUint16(at, true));
const uint4 = number(4, (view, at) => view.getUint32(at, true));
const int4 = number(4, (view, at) => view.getInt32(at, true));
const float8 = number(8, (view, at) => view.getFloat64(at, false));
/** Exact up to 2^53; anything above is longer than any file. */
const uint8 = number(8, (view, at) => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32);

/** Bytes after their length. */
const counted =
  (length                  )                      =>
  machine => {
    const size = length(machine);
    if (machine.halted !== undefined) return { start: 0, end: 0 }
    if (size < 0) {
      halt(machine, 'a length is negative');
      return { start: 0, end: 0 }
    }
    const start = take(machine, size) ?? 0;
    return { start, end: machine.halted === undefined ? start + size : start }
  };

/** Bytes up to the end of the line. At the end of the file CPython takes the last byte for the line's end, whatever it is, and goes on. */
const line                      = machine => {
  const start = machine.position;
  const found = machine.bytes.indexOf(NEWLINE$2, start);
  if (found < 0) deviate(machine, 'the last line has no end');
  const end = found < 0 ? Math.max(start, machine.bytes.length - 1) : found;
  machine.position = Math.min(end + 1, machine.bytes.length);
  return { start, end }
};

const twoLines                                            = machine => {
  const first = line(machine);
  return [first, line(machine)]
};

/**
 * The decimal integer a line spells. Any spelling but a pickler's is a deviation; one that no reader takes is undefined.
 * CPython takes spaces, signs and underscores, and its C reader stops at a null byte.
 */
function decimal(machine         , { start, end }           )                     {
  const text = latin1(machine.bytes.subarray(start, Math.min(end, start + 64)));
  if (/^(0|-?[1-9]\d*)$/.test(text) && end - start <= 64) return Number(text)
  deviate(machine, 'a number is spelt oddly');
  const digits = text.split('\0')[0]?.trim().replaceAll('_', '') ?? '';
  return /^[+-]?\d+$/.test(digits) ? Number(digits) : undefined
}

/**
 * What a name may be used for. `R` called by REDUCE · `N` made by NEWOBJ · `B` given a state by BUILD ·
 * `V` only referred to · `D` takes items like a dict · `L` takes items like a list.
 */
                         

/** One importable object, by the exact module and qualified name that a pickle spells. */
                              
                                                                           
                      
                                       
                         
                     
 

/**
 * Shapes of values, alternatives divided by `|`. A word is a kind of value (`int`, `str`, `bytes`, `tuple`, `dict`, …) or one of
 * `any`, `number`, `ints` (a tuple of integers), `array` (a numpy array), `dtype`, `class` (a listed class that is made by NEWOBJ
 * or BUILD). `&module:name` is a reference to that name, `@module:name` an instance of it, `=text` that very text.
 */
                          

/** `dict` with plain keys, or a tuple of these shapes. */
                                             

                       
                                                  
                                              
                                                                                                                                            
                                  
 

/** The objects of one library that a model file may import, and what it may do with them. Everything else is refused. */
                            
                          
                                                           
                                      
                                                                                         
                                                  
                                                                                             
                                                 
                                                                            
                                                              
 

const defineAllowList = (list           )            => list;

/** The stand-in for an array whose bytes follow in the file; allowed only where they do. */
const joblib$1 = defineAllowList({
  library: 'joblib',
  versions: ['1.6.0'],
  names: { 'joblib.numpy_pickle': 'NumpyArrayWrapper' },
});

/** LightGBM's models; the trees themselves are text that the library reads. */
const lightgbm = defineAllowList({
  library: 'lightgbm',
  versions: ['4.7.0'],
  names: {
    'lightgbm.basic': 'Booster',
    'lightgbm.sklearn': 'LGBMClassifier LGBMRanker LGBMRegressor',
  },
});

const ARRAY_CLASSES = '&numpy:ndarray|&numpy:matrix|&numpy:recarray|&numpy.rec:recarray';
const ARRAY_STATE                   = ['int', 'ints', 'dtype', 'bool', 'bytes|list'];
const MASKED_STATE                   = ['int', 'ints', 'dtype', 'bool', 'bytes|list', 'bytes', 'any'];
const SCALARS =
  'bool bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 longdouble complex64 complex128 ' +
  'str_ bytes_ object_ datetime64 timedelta64 number integer signedinteger unsignedinteger floating inexact character';
const UFUNCS =
  'absolute add arccos arccosh arcsin arcsinh arctan arctanh cbrt ceil cos cosh deg2rad degrees divide exp exp2 expm1 fabs ' +
  'floor isfinite isnan log log10 log1p log2 logical_not maximum minimum multiply negative positive power rad2deg radians ' +
  'reciprocal rint sign sin sinh sqrt square subtract tan tanh trunc';
const FUNCTIONS =
  'array asarray clip max mean median min nan_to_num nanmax nanmean nanmedian nanmin nanstd nanvar ravel round std sum transpose var';
const values = (names        ) => names.split(' ').map(name => `${name}[V]`);
const BIT_GENERATORS = ['_mt19937:MT19937', '_pcg64:PCG64', '_pcg64:PCG64DXSM', '_philox:Philox', '_sfc64:SFC64'];
const GENERATOR_REFERENCES = BIT_GENERATORS.map(name => `&numpy.random.${name}`).join('|');
const GENERATOR_INSTANCES = BIT_GENERATORS.map(name => `@numpy.random.${name}`).join('|');
const GENERATOR_CTOR = '&numpy.random._pickle:__bit_generator_ctor';
const DTYPE_STATE                   = ['int', 'str', 'none|tuple', 'none|tuple', 'none|dict', 'int', 'int', 'int'];

/** Arrays, types, scalars, random state and pure functions of arrays. `numpy.core` stands for `numpy._core`; nothing that opens files. */
const numpy = defineAllowList({
  library: 'numpy',
  versions: ['1.26.4', '2.2.6', '2.4.6'],
  names: {
    numpy: [
      'dtype[RB] ndarray[B] matrix[B] recarray[B] record[V] memmap[V] generic[V]',
      ...values(SCALARS),
      ...values(UFUNCS),
      ...values(FUNCTIONS),
    ].join(' '),
    'numpy.rec': 'recarray[B]',
    'numpy.ma': 'MaskedArray[B]',
    'numpy.ma.core': 'MaskedArray[B] _mareconstruct[R]',
    'numpy._core.multiarray': '_reconstruct[R] scalar[R]',
    'numpy._core.numeric': '_frombuffer[R]',
    // Where numpy 1 says its ufuncs are.
    'numpy._core._multiarray_umath': values(UFUNCS).join(' '),
    'numpy.random._pickle': '__bit_generator_ctor[R] __generator_ctor[R] __randomstate_ctor[R]',
    'numpy.random._mt19937': 'MT19937[B]',
    'numpy.random._pcg64': 'PCG64[B] PCG64DXSM[B]',
    'numpy.random._philox': 'Philox[B]',
    'numpy.random._sfc64': 'SFC64[B]',
    'numpy.random._generator': 'Generator[B]',
    'numpy.random.mtrand': 'RandomState[B]',
    'numpy.random.bit_generator': 'SeedSequence[B] __pyx_unpickle_SeedSequence[R]',
  },
  calls: {
    'numpy:dtype': { args: [['str|&numpy:record', 'bool', 'bool']] },
    'numpy._core.multiarray:_reconstruct': { args: [[ARRAY_CLASSES, 'ints', 'bytes']], makes: 0 },
    'numpy._core.multiarray:scalar': { args: [['dtype', 'bytes']], makes: 'numpy:generic' },
    'numpy._core.numeric:_frombuffer': {
      args: [['bytearray|bytes', 'dtype', 'ints', '=C|=F']],
      makes: 'numpy:ndarray',
    },
    'numpy.ma.core:_mareconstruct': {
      args: [['&numpy.ma:MaskedArray|&numpy.ma.core:MaskedArray', '&numpy:ndarray', 'ints', 'str|bytes']],
      makes: 0,
    },
    'numpy.random._pickle:__bit_generator_ctor': { args: [['str'], [GENERATOR_REFERENCES]], makes: 0 },
    // The second argument is called with the first: only ever numpy's own.
    'numpy.random._pickle:__generator_ctor': {
      args: [[GENERATOR_INSTANCES], ['str', GENERATOR_CTOR], [GENERATOR_INSTANCES, GENERATOR_CTOR]],
      makes: 'numpy.random._generator:Generator',
    },
    'numpy.random._pickle:__randomstate_ctor': {
      args: [[GENERATOR_INSTANCES], ['str', GENERATOR_CTOR], [GENERATOR_INSTANCES, GENERATOR_CTOR]],
      makes: 'numpy.random.mtrand:RandomState',
    },
    'numpy.random.bit_generator:__pyx_unpickle_SeedSequence': {
      args: [['&numpy.random.bit_generator:SeedSequence', 'int', 'none|tuple']],
      makes: 0,
    },
  },
  states: {
    'numpy:dtype': [DTYPE_STATE, [...DTYPE_STATE, 'any']],
    'numpy:ndarray': [ARRAY_STATE],
    'numpy:matrix': [ARRAY_STATE],
    'numpy:recarray': [ARRAY_STATE],
    'numpy.rec:recarray': [ARRAY_STATE],
    'numpy.ma:MaskedArray': [MASKED_STATE],
    'numpy.ma.core:MaskedArray': [MASKED_STATE],
    'numpy.random.bit_generator:SeedSequence': [['any', 'any', 'any', 'any', 'any']],
    ...Object.fromEntries(
      BIT_GENERATORS.map(name => [`numpy.random.${name}`, ['dict', ['dict', 'none|instance']]]         ),
    ),
  },
});

/** Extension arrays that are rebuilt by __pyx_unpickle_NDArrayBacked, under their names since pandas 3 and before. */
const BACKED = [
  'pandas:Categorical',
  'pandas.arrays:DatetimeArray',
  'pandas.arrays:PeriodArray',
  'pandas.arrays:StringArray',
  'pandas.arrays:TimedeltaArray',
  'pandas.core.arrays.categorical:Categorical',
  'pandas.core.arrays.datetimes:DatetimeArray',
  'pandas.core.arrays.period:PeriodArray',
  'pandas.core.arrays.string_:StringArray',
  'pandas.core.arrays.timedeltas:TimedeltaArray',
];
const INTERVALS = ['pandas.arrays:IntervalArray', 'pandas.core.arrays.interval:IntervalArray'];
const BACKED_STATES                                = [
  ['dtype|instance', 'array'],
  ['dtype|instance', 'array', 'dict'],
];
const NUMBERS = 'Int8Dtype Int16Dtype Int32Dtype Int64Dtype UInt8Dtype UInt16Dtype UInt32Dtype UInt64Dtype';
const OFFSETS =
  'Day Hour Minute Second Milli Micro Nano MonthBegin MonthEnd YearBegin YearEnd QuarterBegin QuarterEnd Week';
const INDEXES = [
  ...['Index', 'DatetimeIndex', 'IntervalIndex', 'MultiIndex', 'PeriodIndex', 'RangeIndex', 'TimedeltaIndex'].map(
    name => `pandas:${name}`,
  ),
  'pandas.core.indexes.base:Index',
  'pandas.core.indexes.datetimes:DatetimeIndex',
  'pandas.core.indexes.interval:IntervalIndex',
  'pandas.core.indexes.multi:MultiIndex',
  'pandas.core.indexes.numeric:Float64Index',
  'pandas.core.indexes.numeric:Int64Index',
  'pandas.core.indexes.period:PeriodIndex',
  'pandas.core.indexes.range:RangeIndex',
  'pandas.core.indexes.timedeltas:TimedeltaIndex',
];
const anyOf = (classes                   ) => classes.map(name => `&${name}`).join('|');
const NEW_INDEX = { args: [[anyOf(INDEXES), 'dict']], makes: 0 };

/** Frames, series, indexes and their arrays. No readers, no `eval`, no user-defined types. */
const pandas = defineAllowList({
  library: 'pandas',
  versions: ['2.1.4', '2.2.3', '3.1.1'],
  names: {
    pandas: [
      'DataFrame Series Index[V] Categorical[B] CategoricalDtype DatetimeTZDtype IntervalDtype PeriodDtype[R] StringDtype[R] NA[V]',
      'BooleanDtype Float32Dtype Float64Dtype DatetimeIndex[V] IntervalIndex[V] MultiIndex[V] PeriodIndex[V] RangeIndex[V] TimedeltaIndex[V]',
      NUMBERS,
    ].join(' '),
    'pandas.arrays':
      'BooleanArray DatetimeArray[B] FloatingArray IntegerArray IntervalArray[B] PeriodArray[B] StringArray[B] TimedeltaArray[B]',
    'pandas._libs.arrays': '__pyx_unpickle_NDArrayBacked[R]',
    'pandas._libs.internals': '_unpickle_block[R]',
    'pandas._libs.interval': '__pyx_unpickle_IntervalMixin[R]',
    'pandas._libs.missing': 'NA[V]',
    'pandas._libs.tslibs.nattype': '_nat_unpickle[R] __nat_unpickle[R]',
    'pandas._libs.tslibs.offsets': OFFSETS.split(' ')
      .map(name => `${name}[R]`)
      .join(' '),
    'pandas._libs.tslibs.timedeltas': '_timedelta_unpickle[R]',
    'pandas._libs.tslibs.timestamps': '_unpickle_timestamp[R]',
    'pandas.core.arrays.boolean': 'BooleanArray BooleanDtype',
    'pandas.core.arrays.categorical': 'Categorical[B]',
    'pandas.core.arrays.datetimes': 'DatetimeArray[B]',
    'pandas.core.arrays.floating': 'Float32Dtype Float64Dtype FloatingArray',
    'pandas.core.arrays.integer': `IntegerArray ${NUMBERS}`,
    'pandas.core.arrays.interval': 'IntervalArray[B]',
    'pandas.core.arrays.period': 'PeriodArray[B]',
    'pandas.core.arrays.string_': 'StringArray[B] StringDtype',
    'pandas.core.arrays.timedeltas': 'TimedeltaArray[B]',
    'pandas.core.dtypes.dtypes': 'CategoricalDtype DatetimeTZDtype IntervalDtype PeriodDtype[R]',
    'pandas.core.frame': 'DataFrame',
    'pandas.core.indexes.base': 'Index[V] _new_Index[R]',
    'pandas.core.indexes.datetimes': 'DatetimeIndex[V] _new_DatetimeIndex[R]',
    'pandas.core.indexes.interval': 'IntervalIndex[V] _new_IntervalIndex[R]',
    'pandas.core.indexes.multi': 'MultiIndex[V]',
    'pandas.core.indexes.numeric': 'Float64Index[V] Int64Index[V]',
    'pandas.core.indexes.period': 'PeriodIndex[V]',
    'pandas.core.indexes.range': 'RangeIndex[V]',
    'pandas.core.indexes.timedeltas': 'TimedeltaIndex[V] _new_TimedeltaIndex[R]',
    'pandas.core.internals.managers': 'BlockManager[R] SingleBlockManager',
    'pandas.core.series': 'Series',
    pytz: '_UTC[R]',
  },
  calls: {
    'pandas:PeriodDtype': { args: [['str']] },
    'pandas:StringDtype': { args: [['str', 'float|&pandas:NA|&pandas._libs.missing:NA']] },
    'pandas._libs.arrays:__pyx_unpickle_NDArrayBacked': { args: [[anyOf(BACKED), 'int', 'none']], makes: 0 },
    'pandas._libs.internals:_unpickle_block': { args: [['instance', 'slice|array', 'int']] },
    'pandas._libs.interval:__pyx_unpickle_IntervalMixin': { args: [[anyOf(INTERVALS), 'int', 'none']], makes: 0 },
    'pandas._libs.tslibs.nattype:_nat_unpickle': { args: [['none']] },
    'pandas._libs.tslibs.nattype:__nat_unpickle': { args: [['none']] },
    ...Object.fromEntries(
      OFFSETS.split(' ').map(name => [`pandas._libs.tslibs.offsets:${name}`, { args: [['int', 'bool']] }]         ),
    ),
    'pandas._libs.tslibs.timedeltas:_timedelta_unpickle': { args: [['int', 'int']] },
    'pandas._libs.tslibs.timestamps:_unpickle_timestamp': { args: [['int', 'none', 'none|instance', 'int']] },
    'pandas.core.dtypes.dtypes:PeriodDtype': { args: [['str']] },
    'pandas.core.indexes.base:_new_Index': NEW_INDEX,
    'pandas.core.indexes.datetimes:_new_DatetimeIndex': NEW_INDEX,
    'pandas.core.indexes.interval:_new_IntervalIndex': NEW_INDEX,
    'pandas.core.indexes.timedeltas:_new_TimedeltaIndex': NEW_INDEX,
    'pandas.core.internals.managers:BlockManager': { args: [['tuple', 'list']] },
    'pytz:_UTC': { args: [[]] },
  },
  states: {
    ...Object.fromEntries(BACKED.map(name => [name, BACKED_STATES]         )),
    ...Object.fromEntries(INTERVALS.map(name => [name, ['dict', ['dict']]]         )),
    'pandas.core.internals.managers:SingleBlockManager': ['dict', ['list', 'list', 'list', 'dict']],
  },
});

/** Plain values of Python's standard library. No `getattr`, `operator`, `functools.partial`, loaders or paths. */
const python = defineAllowList({
  library: 'python',
  versions: ['3.11'],
  names: {
    builtins:
      'bytearray[R] bytes[R] complex[R] dict[V] float[V] frozenset[R] int[V] list[V] object[V] range[R] set[R] slice[R] str[V] tuple[V] bool[V]',
    _codecs: 'encode[R]',
    collections: 'Counter[RD] OrderedDict[RD] defaultdict[RD] deque[RL]',
    copyreg: '_reconstructor[R]',
    datetime: 'date[R] datetime[R] time[R] timedelta[R] timezone[R]',
    decimal: 'Decimal[R]',
  },
  calls: {
    'builtins:bytearray': { args: [[], ['bytes'], ['str', '=latin-1']], makes: 'bytearray' },
    'builtins:bytes': { args: [[]], makes: 'bytes' },
    'builtins:complex': { args: [['float', 'float']], makes: 'complex' },
    'builtins:frozenset': { args: [[], ['list']], makes: 'frozenset' },
    'builtins:range': { args: [['int', 'int', 'int']], makes: 'range' },
    'builtins:set': { args: [[], ['list']], makes: 'set' },
    'builtins:slice': { args: [['int|none', 'int|none', 'int|none']], makes: 'slice' },
    '_codecs:encode': { args: [['str', '=latin1']], makes: 'bytes' },
    'collections:Counter': { args: [[], ['dict']] },
    'collections:OrderedDict': { args: [[], ['list']] },
    'collections:defaultdict': {
      args: [
        [],
        ['none|&collections:OrderedDict|&builtins:int|&builtins:float|&builtins:list|&builtins:dict|&builtins:set'],
      ],
    },
    'collections:deque': { args: [[], ['tuple|list'], ['tuple|list', 'int']] },
    'copyreg:_reconstructor': {
      args: [
        ['class', '&builtins:object', 'none'],
        ['class', '&builtins:dict', 'dict'],
        ['class', '&builtins:list', 'list'],
        ['class', '&builtins:tuple', 'tuple'],
      ],
      makes: 0,
    },
    'datetime:date': { args: [['bytes']] },
    'datetime:datetime': { args: [['bytes'], ['bytes', '@datetime:timezone|@pytz:_UTC']] },
    'datetime:time': { args: [['bytes']] },
    'datetime:timedelta': { args: [['int', 'int', 'int']] },
    'datetime:timezone': { args: [['@datetime:timedelta'], ['@datetime:timedelta', 'str']] },
    'decimal:Decimal': { args: [['str']] },
  },
});

const KINDS = ['bsr', 'coo', 'csc', 'csr', 'dia', 'lil'];

/** Sparse matrices and splines. Never `scipy.stats` distributions: setting their state runs code that the state spells. */
const scipy = defineAllowList({
  library: 'scipy',
  versions: ['1.11.4', '1.17.1'],
  names: {
    ...Object.fromEntries(KINDS.map(kind => [`scipy.sparse._${kind}`, `${kind}_matrix ${kind}_array`]         )),
    'scipy.sparse._dok': 'dok_matrix[BD] dok_array[BD]',
    'scipy.interpolate._bsplines': 'BSpline',
    'scipy._lib.array_api_compat.numpy._aliases': 'asarray[V]',
  },
});

var library = "scikit-learn";
var versions = [
	"1.3.2",
	"1.6.1",
	"1.9.1"
];
var names$2 = {
	_loss: "CyAbsoluteError[R] CyExponentialLoss[R] CyHalfBinomialLoss[R] CyHalfGammaLoss[R] CyHalfMultinomialLoss[V] CyHalfPoissonLoss[R] CyHalfSquaredError[R] CyHalfTweedieLoss[R] CyHalfTweedieLossIdentity[R] CyHuberLoss[R] CyPinballLoss[R] __pyx_unpickle_CyHalfMultinomialLoss[R]",
	"sklearn._loss._loss": "CyAbsoluteError[R] CyExponentialLoss[R] CyHalfBinomialLoss[R] CyHalfGammaLoss[R] CyHalfMultinomialLoss[V] CyHalfPoissonLoss[R] CyHalfSquaredError[R] CyHalfTweedieLoss[R] CyHalfTweedieLossIdentity[R] CyHuberLoss[R] CyPinballLoss[R] __pyx_unpickle_CyAbsoluteError[R] __pyx_unpickle_CyHalfBinomialLoss[R] __pyx_unpickle_CyHalfGammaLoss[R] __pyx_unpickle_CyHalfMultinomialLoss[R] __pyx_unpickle_CyHalfPoissonLoss[R] __pyx_unpickle_CyHalfSquaredError[R] __pyx_unpickle_CyHalfTweedieLoss[R] __pyx_unpickle_CyHalfTweedieLossIdentity[R] __pyx_unpickle_CyPinballLoss[R]",
	"sklearn._loss.link": "HalfLogitLink IdentityLink Interval LogLink LogitLink MultinomialLogit",
	"sklearn._loss.loss": "AbsoluteError ExponentialLoss HalfBinomialLoss HalfGammaLoss HalfMultinomialLoss HalfPoissonLoss HalfSquaredError HalfTweedieLoss HalfTweedieLossIdentity HuberLoss PinballLoss",
	"sklearn.calibration": "CalibratedClassifierCV _CalibratedClassifier _SigmoidCalibration _TemperatureScaling",
	"sklearn.cluster._affinity_propagation": "AffinityPropagation",
	"sklearn.cluster._agglomerative": "AgglomerativeClustering FeatureAgglomeration",
	"sklearn.cluster._bicluster": "SpectralBiclustering SpectralCoclustering",
	"sklearn.cluster._birch": "Birch _CFNode _CFSubcluster",
	"sklearn.cluster._bisect_k_means": "BisectingKMeans _BisectingTree",
	"sklearn.cluster._dbscan": "DBSCAN",
	"sklearn.cluster._hdbscan.hdbscan": "HDBSCAN",
	"sklearn.cluster._kmeans": "KMeans MiniBatchKMeans _kmeans_single_lloyd[V]",
	"sklearn.cluster._mean_shift": "MeanShift",
	"sklearn.cluster._optics": "OPTICS",
	"sklearn.cluster._spectral": "SpectralClustering",
	"sklearn.compose._column_transformer": "ColumnTransformer _RemainderColsList make_column_selector",
	"sklearn.compose._target": "TransformedTargetRegressor",
	"sklearn.covariance._elliptic_envelope": "EllipticEnvelope",
	"sklearn.covariance._empirical_covariance": "EmpiricalCovariance",
	"sklearn.covariance._graph_lasso": "GraphicalLasso GraphicalLassoCV",
	"sklearn.covariance._robust_covariance": "MinCovDet",
	"sklearn.covariance._shrunk_covariance": "LedoitWolf OAS ShrunkCovariance",
	"sklearn.cross_decomposition._pls": "CCA PLSCanonical PLSRegression PLSSVD",
	"sklearn.decomposition._dict_learning": "DictionaryLearning MiniBatchDictionaryLearning SparseCoder",
	"sklearn.decomposition._factor_analysis": "FactorAnalysis",
	"sklearn.decomposition._fastica": "FastICA",
	"sklearn.decomposition._incremental_pca": "IncrementalPCA",
	"sklearn.decomposition._kernel_pca": "KernelPCA",
	"sklearn.decomposition._lda": "LatentDirichletAllocation",
	"sklearn.decomposition._nmf": "MiniBatchNMF NMF",
	"sklearn.decomposition._pca": "PCA",
	"sklearn.decomposition._sparse_pca": "MiniBatchSparsePCA SparsePCA",
	"sklearn.decomposition._truncated_svd": "TruncatedSVD",
	"sklearn.discriminant_analysis": "LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis",
	"sklearn.dummy": "DummyClassifier DummyRegressor",
	"sklearn.ensemble._bagging": "BaggingClassifier BaggingRegressor",
	"sklearn.ensemble._forest": "ExtraTreesClassifier ExtraTreesRegressor RandomForestClassifier RandomForestRegressor RandomTreesEmbedding",
	"sklearn.ensemble._gb": "GradientBoostingClassifier GradientBoostingRegressor",
	"sklearn.ensemble._gb_losses": "BinomialDeviance ExponentialLoss HuberLossFunction LeastAbsoluteError LeastSquaresError MultinomialDeviance QuantileLossFunction",
	"sklearn.ensemble._hist_gradient_boosting.binning": "_BinMapper",
	"sklearn.ensemble._hist_gradient_boosting.gradient_boosting": "HistGradientBoostingClassifier HistGradientBoostingRegressor",
	"sklearn.ensemble._hist_gradient_boosting.predictor": "TreePredictor",
	"sklearn.ensemble._iforest": "IsolationForest",
	"sklearn.ensemble._stacking": "StackingClassifier StackingRegressor",
	"sklearn.ensemble._voting": "VotingClassifier VotingRegressor",
	"sklearn.ensemble._weight_boosting": "AdaBoostClassifier AdaBoostRegressor",
	"sklearn.feature_extraction._dict_vectorizer": "DictVectorizer",
	"sklearn.feature_extraction._hash": "FeatureHasher",
	"sklearn.feature_extraction.image": "PatchExtractor",
	"sklearn.feature_extraction.text": "CountVectorizer HashingVectorizer TfidfTransformer TfidfVectorizer",
	"sklearn.feature_selection._from_model": "SelectFromModel",
	"sklearn.feature_selection._mutual_info": "mutual_info_classif[V] mutual_info_regression[V]",
	"sklearn.feature_selection._rfe": "RFE RFECV",
	"sklearn.feature_selection._sequential": "SequentialFeatureSelector",
	"sklearn.feature_selection._univariate_selection": "GenericUnivariateSelect SelectFdr SelectFpr SelectFwe SelectKBest SelectPercentile chi2[V] f_classif[V] f_oneway[V] f_regression[V] r_regression[V]",
	"sklearn.feature_selection._variance_threshold": "VarianceThreshold",
	"sklearn.frozen._frozen": "FrozenEstimator",
	"sklearn.gaussian_process._gpc": "GaussianProcessClassifier _BinaryGaussianProcessClassifierLaplace",
	"sklearn.gaussian_process._gpr": "GaussianProcessRegressor",
	"sklearn.gaussian_process.kernels": "CompoundKernel ConstantKernel DotProduct ExpSineSquared Exponentiation Matern PairwiseKernel Product RBF RationalQuadratic Sum WhiteKernel",
	"sklearn.impute._base": "MissingIndicator SimpleImputer",
	"sklearn.impute._iterative": "IterativeImputer _ImputerTriplet",
	"sklearn.impute._knn": "KNNImputer",
	"sklearn.isotonic": "IsotonicRegression",
	"sklearn.kernel_approximation": "AdditiveChi2Sampler Nystroem PolynomialCountSketch RBFSampler SkewedChi2Sampler",
	"sklearn.kernel_ridge": "KernelRidge",
	"sklearn.linear_model._base": "LinearRegression",
	"sklearn.linear_model._bayes": "ARDRegression BayesianRidge",
	"sklearn.linear_model._coordinate_descent": "ElasticNet ElasticNetCV Lasso LassoCV MultiTaskElasticNet MultiTaskElasticNetCV MultiTaskLasso MultiTaskLassoCV",
	"sklearn.linear_model._glm.glm": "GammaRegressor PoissonRegressor TweedieRegressor",
	"sklearn.linear_model._huber": "HuberRegressor",
	"sklearn.linear_model._least_angle": "Lars LarsCV LassoLars LassoLarsCV LassoLarsIC",
	"sklearn.linear_model._logistic": "LogisticRegression LogisticRegressionCV",
	"sklearn.linear_model._omp": "OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV",
	"sklearn.linear_model._passive_aggressive": "PassiveAggressiveClassifier PassiveAggressiveRegressor",
	"sklearn.linear_model._perceptron": "Perceptron",
	"sklearn.linear_model._quantile": "QuantileRegressor",
	"sklearn.linear_model._ransac": "RANSACRegressor",
	"sklearn.linear_model._ridge": "Ridge RidgeCV RidgeClassifier RidgeClassifierCV",
	"sklearn.linear_model._sgd_fast": "EpsilonInsensitive[R] Hinge[R] Huber[R] Log[R] ModifiedHuber[R] SquaredEpsilonInsensitive[R] SquaredHinge[R] SquaredLoss[R]",
	"sklearn.linear_model._stochastic_gradient": "SGDClassifier SGDOneClassSVM SGDRegressor",
	"sklearn.linear_model._theil_sen": "TheilSenRegressor",
	"sklearn.manifold._classical_mds": "ClassicalMDS",
	"sklearn.manifold._isomap": "Isomap",
	"sklearn.manifold._locally_linear": "LocallyLinearEmbedding",
	"sklearn.manifold._mds": "MDS",
	"sklearn.manifold._spectral_embedding": "SpectralEmbedding",
	"sklearn.manifold._t_sne": "TSNE",
	"sklearn.metrics._classification": "accuracy_score[V] balanced_accuracy_score[V] brier_score_loss[V] class_likelihood_ratios[V] classification_report[V] cohen_kappa_score[V] confusion_matrix[V] d2_brier_score[V] d2_log_loss_score[V] f1_score[V] fbeta_score[V] hamming_loss[V] hinge_loss[V] jaccard_score[V] log_loss[V] matthews_corrcoef[V] multilabel_confusion_matrix[V] precision_recall_fscore_support[V] precision_score[V] recall_score[V] zero_one_loss[V]",
	"sklearn.metrics._dist_metrics": "BrayCurtisDistance32[B] BrayCurtisDistance64[B] CanberraDistance32[B] CanberraDistance64[B] ChebyshevDistance32[B] ChebyshevDistance64[B] DiceDistance32[B] DiceDistance64[B] EuclideanDistance32[B] EuclideanDistance64[B] HammingDistance32[B] HammingDistance64[B] HaversineDistance32[B] HaversineDistance64[B] JaccardDistance32[B] JaccardDistance64[B] MahalanobisDistance32[B] MahalanobisDistance64[B] ManhattanDistance32[B] ManhattanDistance64[B] MinkowskiDistance32[B] MinkowskiDistance64[B] RogersTanimotoDistance32[B] RogersTanimotoDistance64[B] RussellRaoDistance32[B] RussellRaoDistance64[B] SEuclideanDistance32[B] SEuclideanDistance64[B] SokalSneathDistance32[B] SokalSneathDistance64[B] newObj[R]",
	"sklearn.metrics._ranking": "auc[V] average_precision_score[V] confusion_matrix_at_thresholds[V] coverage_error[V] dcg_score[V] det_curve[V] label_ranking_average_precision_score[V] label_ranking_loss[V] metric_at_thresholds[V] ndcg_score[V] precision_recall_curve[V] roc_auc_score[V] roc_curve[V] top_k_accuracy_score[V]",
	"sklearn.metrics._regression": "d2_absolute_error_score[V] d2_pinball_score[V] d2_tweedie_score[V] explained_variance_score[V] max_error[V] mean_absolute_error[V] mean_absolute_percentage_error[V] mean_gamma_deviance[V] mean_pinball_loss[V] mean_poisson_deviance[V] mean_squared_error[V] mean_squared_log_error[V] mean_tweedie_deviance[V] median_absolute_error[V] r2_score[V] root_mean_squared_error[V] root_mean_squared_log_error[V]",
	"sklearn.metrics._scorer": "_CurveScorer _PassthroughScorer _PredictScorer _ProbaScorer _Scorer _ThresholdScorer check_scoring[V] get_scorer[V] get_scorer_names[V] make_scorer[V] negative_likelihood_ratio[V] positive_likelihood_ratio[V]",
	"sklearn.metrics.cluster._bicluster": "consensus_score[V]",
	"sklearn.metrics.cluster._supervised": "adjusted_mutual_info_score[V] adjusted_rand_score[V] completeness_score[V] fowlkes_mallows_score[V] homogeneity_completeness_v_measure[V] homogeneity_score[V] mutual_info_score[V] normalized_mutual_info_score[V] pair_confusion_matrix[V] rand_score[V] v_measure_score[V]",
	"sklearn.metrics.cluster._unsupervised": "calinski_harabasz_score[V] davies_bouldin_score[V] silhouette_samples[V] silhouette_score[V]",
	"sklearn.metrics.pairwise": "additive_chi2_kernel[V] chi2_kernel[V] cosine_distances[V] cosine_similarity[V] euclidean_distances[V] haversine_distances[V] laplacian_kernel[V] linear_kernel[V] manhattan_distances[V] nan_euclidean_distances[V] pairwise_distances[V] pairwise_distances_argmin[V] pairwise_distances_argmin_min[V] pairwise_distances_chunked[V] pairwise_kernels[V] polynomial_kernel[V] rbf_kernel[V] sigmoid_kernel[V]",
	"sklearn.mixture._bayesian_mixture": "BayesianGaussianMixture",
	"sklearn.mixture._gaussian_mixture": "GaussianMixture",
	"sklearn.model_selection._classification_threshold": "FixedThresholdClassifier TunedThresholdClassifierCV",
	"sklearn.model_selection._search": "GridSearchCV RandomizedSearchCV",
	"sklearn.model_selection._search_successive_halving": "HalvingGridSearchCV HalvingRandomSearchCV",
	"sklearn.model_selection._split": "BaseShuffleSplit GroupKFold GroupShuffleSplit KFold LeaveOneGroupOut LeaveOneOut LeavePGroupsOut LeavePOut PredefinedSplit RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedGroupKFold StratifiedKFold StratifiedShuffleSplit TimeSeriesSplit",
	"sklearn.multiclass": "OneVsOneClassifier OneVsRestClassifier OutputCodeClassifier _ConstantPredictor",
	"sklearn.multioutput": "ClassifierChain MultiOutputClassifier MultiOutputRegressor RegressorChain",
	"sklearn.naive_bayes": "BernoulliNB CategoricalNB ComplementNB GaussianNB MultinomialNB",
	"sklearn.neighbors._ball_tree": "BallTree[B] newObj[R]",
	"sklearn.neighbors._classification": "KNeighborsClassifier RadiusNeighborsClassifier",
	"sklearn.neighbors._graph": "KNeighborsTransformer RadiusNeighborsTransformer",
	"sklearn.neighbors._kd_tree": "KDTree[B] newObj[R]",
	"sklearn.neighbors._kde": "KernelDensity",
	"sklearn.neighbors._lof": "LocalOutlierFactor",
	"sklearn.neighbors._nca": "NeighborhoodComponentsAnalysis",
	"sklearn.neighbors._nearest_centroid": "NearestCentroid",
	"sklearn.neighbors._regression": "KNeighborsRegressor RadiusNeighborsRegressor",
	"sklearn.neighbors._unsupervised": "NearestNeighbors",
	"sklearn.neural_network._multilayer_perceptron": "MLPClassifier MLPRegressor",
	"sklearn.neural_network._rbm": "BernoulliRBM",
	"sklearn.neural_network._stochastic_optimizers": "AdamOptimizer",
	"sklearn.pipeline": "FeatureUnion Pipeline",
	"sklearn.preprocessing._data": "Binarizer KernelCenterer MaxAbsScaler MinMaxScaler Normalizer PowerTransformer QuantileTransformer RobustScaler StandardScaler",
	"sklearn.preprocessing._discretization": "KBinsDiscretizer",
	"sklearn.preprocessing._encoders": "OneHotEncoder OrdinalEncoder",
	"sklearn.preprocessing._function_transformer": "FunctionTransformer",
	"sklearn.preprocessing._label": "LabelBinarizer LabelEncoder MultiLabelBinarizer",
	"sklearn.preprocessing._polynomial": "PolynomialFeatures SplineTransformer",
	"sklearn.preprocessing._target_encoder": "TargetEncoder",
	"sklearn.random_projection": "GaussianRandomProjection SparseRandomProjection",
	"sklearn.semi_supervised._label_propagation": "LabelPropagation LabelSpreading",
	"sklearn.semi_supervised._self_training": "SelfTrainingClassifier",
	"sklearn.svm._classes": "LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR",
	"sklearn.tree._classes": "DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor",
	"sklearn.tree._tree": "Tree[RB]",
	"sklearn.utils._bunch": "Bunch[NBD]",
	"sklearn.utils._metadata_requests": "MetadataRequest MethodMetadataRequest"
};
var calls$2 = {
	"_loss:CyAbsoluteError": {
		args: [
			[
			]
		]
	},
	"_loss:CyExponentialLoss": {
		args: [
			[
			]
		]
	},
	"_loss:CyHalfBinomialLoss": {
		args: [
			[
			]
		]
	},
	"_loss:CyHalfGammaLoss": {
		args: [
			[
			]
		]
	},
	"_loss:CyHalfPoissonLoss": {
		args: [
			[
			]
		]
	},
	"_loss:CyHalfSquaredError": {
		args: [
			[
			]
		]
	},
	"_loss:CyHalfTweedieLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"_loss:CyHalfTweedieLossIdentity": {
		args: [
			[
				"float"
			]
		]
	},
	"_loss:CyHuberLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"_loss:CyPinballLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"_loss:__pyx_unpickle_CyHalfMultinomialLoss": {
		args: [
			[
				"&_loss:CyHalfMultinomialLoss",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:CyAbsoluteError": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyExponentialLoss": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyHalfBinomialLoss": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyHalfGammaLoss": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyHalfPoissonLoss": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyHalfSquaredError": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyHalfTweedieLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn._loss._loss:CyHalfTweedieLossIdentity": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn._loss._loss:CyHuberLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn._loss._loss:CyPinballLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn._loss._loss:__pyx_unpickle_CyAbsoluteError": {
		args: [
			[
				"&sklearn._loss._loss:CyAbsoluteError",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfBinomialLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfBinomialLoss",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfGammaLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfGammaLoss",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfMultinomialLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfMultinomialLoss",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfPoissonLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfPoissonLoss",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfSquaredError": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfSquaredError",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfTweedieLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfTweedieLoss",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfTweedieLossIdentity": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfTweedieLossIdentity",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyPinballLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyPinballLoss",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn.impute._iterative:_ImputerTriplet": {
		args: [
			[
				"number",
				"array",
				"@sklearn.linear_model._bayes:BayesianRidge"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:EpsilonInsensitive": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:Hinge": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:Huber": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:Log": {
		args: [
			[
			]
		]
	},
	"sklearn.linear_model._sgd_fast:ModifiedHuber": {
		args: [
			[
			]
		]
	},
	"sklearn.linear_model._sgd_fast:SquaredEpsilonInsensitive": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:SquaredHinge": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:SquaredLoss": {
		args: [
			[
			]
		]
	},
	"sklearn.metrics._dist_metrics:newObj": {
		args: [
			[
				"class"
			]
		],
		makes: 0
	},
	"sklearn.neighbors._ball_tree:newObj": {
		args: [
			[
				"&sklearn.neighbors._ball_tree:BallTree"
			]
		],
		makes: 0
	},
	"sklearn.neighbors._kd_tree:newObj": {
		args: [
			[
				"&sklearn.neighbors._kd_tree:KDTree"
			]
		],
		makes: 0
	},
	"sklearn.tree._tree:Tree": {
		args: [
			[
				"int",
				"array",
				"int"
			]
		]
	}
};
var states$1 = {
	"sklearn.metrics._dist_metrics:BrayCurtisDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:BrayCurtisDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:CanberraDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:CanberraDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:ChebyshevDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:ChebyshevDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:DiceDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:DiceDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:EuclideanDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:EuclideanDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:HammingDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:HammingDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:HaversineDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:HaversineDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:JaccardDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:JaccardDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:MahalanobisDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:MahalanobisDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:ManhattanDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:ManhattanDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:MinkowskiDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:MinkowskiDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:RogersTanimotoDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:RogersTanimotoDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:RussellRaoDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:RussellRaoDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:SEuclideanDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:SEuclideanDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:SokalSneathDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:SokalSneathDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.neighbors._ball_tree:BallTree": [
		[
			"array",
			"array",
			"array",
			"array",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"@sklearn.metrics._dist_metrics:EuclideanDistance64",
			"array"
		],
		[
			"array",
			"array",
			"array",
			"array",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"instance",
			"none"
		]
	],
	"sklearn.neighbors._kd_tree:KDTree": [
		[
			"array",
			"array",
			"array",
			"array",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"@sklearn.metrics._dist_metrics:EuclideanDistance64",
			"array"
		],
		[
			"array",
			"array",
			"array",
			"array",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"instance",
			"none"
		]
	]
};
var observed = {
	library: library,
	versions: versions,
	names: names$2,
	calls: calls$2,
	states: states$1
};

/** Written by scripts/make-allowlists.py from the model files of these versions; not edited by hand. */
const sklearn = defineAllowList(observed);

/** Names of scikit-learn before 1.3 that later versions no longer write. */
const sklearnEarlier = defineAllowList({
  library: 'scikit-learn',
  versions: ['1.2'],
  names: {
    'sklearn.metrics._dist_metrics': 'EuclideanDistance[B]',
    'sklearn.metrics._scorer': '_passthrough_scorer[V]',
  },
  states: { 'sklearn.metrics._dist_metrics:EuclideanDistance': [['float', 'array', 'array']] },
});

/** XGBoost's models; the trees themselves are bytes that the library reads. */
const xgboost = defineAllowList({
  library: 'xgboost',
  versions: ['3.2.0'],
  names: {
    'xgboost.core': 'Booster',
    'xgboost.sklearn': 'XGBClassifier XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor',
  },
});

var lists = /*#__PURE__*/Object.freeze({
  __proto__: null,
  joblib: joblib$1,
  lightgbm: lightgbm,
  numpy: numpy,
  pandas: pandas,
  python: python,
  scipy: scipy,
  sklearn: sklearn,
  sklearnEarlier: sklearnEarlier,
  xgboost: xgboost
});

const DEFAULT_USES = 'NB';

/** The names that Python 2 had, which protocols below 3 still write (CPython's Lib/_compat_pickle.py). */
const PYTHON_2_MODULES                                   = { __builtin__: 'builtins', copy_reg: 'copyreg' };
const PYTHON_2_NAMES                                   = { xrange: 'range', long: 'int', unicode: 'str' };

const names$1 = new Map                     ();
const calls$1 = new Map              ();
const states = new Map                          ();
for (const list of Object.values(lists)) index(list);

function index(list           )       {
  for (const [module, listed] of Object.entries(list.names)) {
    for (const item of listed.split(' ')) {
      const [name = '', uses = DEFAULT_USES] = item.split(/[[\]]/);
      const key = `${module}:${name}`;
      names$1.set(key, { key, dotted: `${module}.${name}`, uses });
    }
  }
  for (const [key, call] of Object.entries(list.calls ?? {})) calls$1.set(key, call);
  for (const [key, state] of Object.entries(list.states ?? {})) states.set(key, state);
}

/** The entry of exactly this module and qualified name; undefined where nothing allows it. */
function findAllowed(
  module        ,
  name        ,
  stream                                                                                       ,
)                          {
  if (module in joblib$1.names && stream.joblibArrays === 'refused') return undefined
  const [module3, name3] = stream.protocol < 3 ? python3(module, name) : [module, name];
  return names$1.get(`${module3.replace(/^numpy\.core(?=\.|$)/, 'numpy._core')}:${name3}`)
}

function python3(module        , name        )                   {
  const renamed = PYTHON_2_MODULES[module];
  if (renamed === undefined) return [module, name]
  return [renamed, module === '__builtin__' ? (PYTHON_2_NAMES[name] ?? name) : name]
}

/** The entry of a class that an allow list names by key, whether or not a file may import it. */
function allowedClass(key        )                          {
  return names$1.get(key)
}

const callOf = (name             )                   => calls$1.get(name.key);
const statesOf = (name             )                   => states.get(name.key) ?? ['dict'];

const ARRAYS = new Set(['numpy:ndarray', 'numpy:matrix', 'numpy:recarray', 'numpy.rec:recarray', 'numpy:memmap']);

const words                                                      = {
  any: () => true,
  number: value => value.kind === 'int' || value.kind === 'float' || isScalar(value),
  ints: value => value.kind === 'tuple' && value.items.every(item => item.kind === 'int' && item.value !== undefined),
  array: value => value.kind === 'instance' && ARRAYS.has(value.of.key),
  dtype: value => value.kind === 'instance' && value.dtype !== undefined,
  class: value => value.kind === 'global' && /[NB]/.test(value.name.uses),
};

const isScalar = (value       ) => value.kind === 'instance' && value.of.key === 'numpy:generic';

/** Whether a value has the shape; a value that was refused has every shape, for it has been reported already. */
function matches$1(shape       , value       )          {
  if (value.kind === 'opaque') return true
  return shape.includes('|') ? shape.split('|').some(each => matchesOne(each, value)) : matchesOne(shape, value)
}

/** Whether a list of values has one of the lists of shapes. */
const matchesAll = (shapes                  , values                  )          =>
  shapes.length === values.length && shapes.every((shape, i) => matches$1(shape, values[i] ?? { kind: 'none' }));

function matchesOne(shape        , value       )          {
  const rest = shape.slice(1);
  switch (shape[0]) {
    case '&':
      return value.kind === 'global' && value.name.key === rest
    case '@':
      return value.kind === 'instance' && value.of.key === rest
    case '=':
      return value.kind === 'str' && value.text === rest
    default:
      return words[shape]?.(value) ?? value.kind === shape
  }
}

/** A value as a message shows it. */
function describe(value       )         {
  if (value.kind === 'global') return value.name.dotted
  if (value.kind === 'instance') return `a ${value.of.dotted}`
  if (value.kind === 'tuple')
    return value.items.length > 8 ? 'tuple' : `(${value.items.map(item => item.kind).join(', ')})`
  return value.kind
}

/** What numpy's memory safety rests on: how long an item is, and whether its bytes are pointers to objects. */
                        
                                                                                       
                       
                        
                           
                                
                             
                                                         
 

                        
                         
                       
 

/** Bytes of each fixed-size type; a number of the type string must agree. */
const SIZES                                              = {
  b: [1],
  i: [1, 2, 4, 8],
  u: [1, 2, 4, 8],
  f: [2, 4, 8, 12, 16],
  c: [8, 16, 24, 32],
  O: [4, 8],
  M: [8],
  m: [8],
};

const UTF32 = 4;

/** The type a string such as `<f8`, `b1`, `U3` or `O8` names; undefined for every other spelling. */
function parseDtype(text        )                    {
  const [, order = '', kind = '', digits = ''] = /^([<>|=]?)([biufcSUVOMm?])(\d{0,9})$/.exec(text) ?? [];
  const size = Number(digits);
  const littleEndian = order !== '>';
  const base = { littleEndian, hasObject: kind === 'O', fields: undefined };
  if (kind === '?') return digits === '' ? { ...base, kind: 'b', itemsize: 1 } : undefined
  if (kind === 'O' && digits === '') return { ...base, kind, itemsize: 8 }
  if (kind === 'S' || kind === 'V') return { ...base, kind, itemsize: size }
  if (kind === 'U') return { ...base, kind, itemsize: UTF32 * size }
  return SIZES[kind]?.includes(size) ? { ...base, kind, itemsize: size } : undefined
}

/** A record of fields; undefined where one does not fit into `itemsize` bytes, or shares bytes with one that holds objects. */
function recordDtype(itemsize        , fields                            )                    {
  const all = [...fields.values()];
  if (!all.every(({ offset, dtype }) => offset >= 0 && offset + dtype.itemsize <= itemsize)) return undefined
  const hasObject = all.some(({ dtype }) => dtype.hasObject);
  if (hasObject && overlap(all)) return undefined
  return { kind: 'V', itemsize, littleEndian: true, hasObject, fields }
}

function overlap(fields                  )          {
  const inOrder = fields.toSorted((a, b) => a.offset - b.offset);
  return inOrder.some(
    ({ offset, dtype }, i) => offset + dtype.itemsize > (inOrder[i + 1]?.offset ?? Number.POSITIVE_INFINITY),
  )
}

/** A type repeated over a shape, as one item. */
const repeatedDtype = (dtype       , shape                   )        => ({
  kind: 'V',
  itemsize: dtype.itemsize * itemCount(shape),
  littleEndian: true,
  hasObject: dtype.hasObject,
  fields: undefined,
});

/** Items of an array of this shape; Infinity or an inexact number where it is longer than any file. */
const itemCount = (shape                   )         =>
  shape.includes(0) ? 0 : shape.reduce((product, length) => product * length, 1);

/** The integers of a tuple, or of one integer; undefined for anything else. */
function intsOf(value                   )                       {
  if (value?.kind === 'int') return value.value === undefined ? undefined : [value.value]
  if (value?.kind !== 'tuple') return undefined
  const ints           = [];
  for (const item of value.items) {
    if (item.kind !== 'int' || item.value === undefined || item.value < 0) return undefined
    ints.push(item.value);
  }
  return ints
}

/** What must hold beyond shapes where an allowed object is made or given its state; each gives why it is refused, if it is. */
                       
                                                                      
                                
                                                                                                  
                                                                                              
 

const defineRule = (rule      )       => rule;

const FRESH = 'numpy._core.multiarray:_reconstruct';
const SCALAR = 'numpy._core.multiarray:scalar';
const BUFFER$1 = 'numpy._core.numeric:_frombuffer';

/** numpy arrays: what their bytes are, and that plain bytes are never taken for objects. */
const array = defineRule({
  on: [
    FRESH,
    SCALAR,
    BUFFER$1,
    'numpy:ndarray',
    'numpy:matrix',
    'numpy:recarray',
    'numpy.rec:recarray',
    'numpy.ma:MaskedArray',
    'numpy.ma.core:MaskedArray',
  ],
  made(made, args) {
    const [first, type, shape] = args;
    if (first?.kind === 'bytearray' || (first?.kind === 'bytes' && type?.kind === 'instance'))
      return hold(made, type, shape, first)
    if (first?.kind === 'instance' && first.dtype) {
      first.sealed = true;
      if (first.dtype.hasObject) return 'is made of bytes, though its type holds objects'
    }
    return undefined
  },
  restored(target, state) {
    if (state.kind !== 'tuple') return undefined
    const [, shape, type, , content] = state.items;
    return hold(target, type, shape, content)
  },
});

function hold(
  target          ,
  type                   ,
  shape                   ,
  content                   ,
)                     {
  if (type?.kind !== 'instance' || !type.dtype) return undefined
  type.sealed = true;
  const lengths = intsOf(shape);
  if (!lengths) return 'has a shape that is no tuple of lengths'
  const dtype = type.dtype;
  if (dtype.hasObject !== (content?.kind === 'list')) return 'holds bytes where its type says objects, or the reverse'
  const bytes = content?.kind === 'bytes' || content?.kind === 'bytearray' ? content : undefined;
  if (bytes?.range && !bytes.range.latin1 && lengthOf(bytes) !== itemCount(lengths) * dtype.itemsize)
    return 'holds more or fewer bytes than its shape and type say'
  target.array = { dtype, shape: lengths, data: bytes?.range };
  return undefined
}

const lengthOf = ({ range }       ) => (range ? range.end - range.start : 0);

/** numpy's NPY_ITEM_REFCOUNT, and the flags that make it follow pointers in an array's bytes (numpy/ndarraytypes.h). */
const REFCOUNT = 0x01;
const POINTER_FLAGS = 0x07;

/**
 * numpy.dtype takes fields and flags from the pickle without checking them against each other, and later follows an object field
 * wherever the flags deny it, or where it lies outside the item: both must agree here.
 */
const dtype = defineRule({
  on: ['numpy:dtype'],
  made(made, [type]) {
    if (type?.kind === 'global') made.dtype = parseDtype('V0');
    else if (type?.kind === 'str' && type.text !== undefined) made.dtype = parseDtype(type.text);
    return made.dtype ? undefined : 'is made of a type string that is none of numpy'
  },
  restored(target, state) {
    if (state.kind !== 'tuple') return undefined
    if (!target.dtype) return 'is given a state without having been made of a type string'
    const [, order, sub, names, fields, size, , flags] = state.items;
    if (order?.kind !== 'str' || size?.kind !== 'int' || flags?.kind !== 'int') return undefined
    const found = restore(target.dtype, order.text !== '>', sub, names, fields, size.value ?? -1);
    if (!found) return 'is given fields that do not fit its size'
    const bits = flags.value ?? 0;
    if (found.hasObject ? !(bits & REFCOUNT) : bits & POINTER_FLAGS) return 'is given flags that contradict its fields'
    target.dtype = found;
    return undefined
  },
});

function restore(
  base       ,
  littleEndian         ,
  sub                   ,
  names                   ,
  fields                   ,
  size        ,
)                    {
  const variable = base.kind === 'S' || base.kind === 'U' || base.kind === 'V';
  if (sub?.kind === 'tuple') {
    const [item, shape] = sub.items;
    if (item?.kind !== 'instance' || !item.dtype || base.kind !== 'V') return undefined
    item.sealed = true;
    const repeated = repeatedDtype(item.dtype, intsOf(shape) ?? [-1]);
    return repeated.itemsize === size ? repeated : undefined
  }
  if (fields?.kind === 'dict') {
    const found = base.kind === 'V' && names?.kind === 'tuple' ? fieldsOf(fields.entries, names.items) : undefined;
    fields.sealed = true;
    return found && recordDtype(size, found)
  }
  if (variable && size < 0) return undefined
  return { ...base, littleEndian, itemsize: variable ? size : base.itemsize }
}

function fieldsOf(entries                            , names                  )                                 {
  const fields = new Map               ();
  for (const [name, value] of entries) {
    if (value.kind !== 'tuple') return undefined
    const [type, offset] = value.items;
    if (type?.kind !== 'instance' || !type.dtype || offset?.kind !== 'int') return undefined
    type.sealed = true;
    fields.set(name, { dtype: type.dtype, offset: offset.value ?? -1 });
  }
  const named = names.every(name => name.kind === 'str' && name.text !== undefined && fields.has(name.text));
  return named && fields.size === names.length ? fields : undefined
}

/** joblib's NUMPY_ARRAY_ALIGNMENT_BYTES (numpy_pickle.py, since 1.2) and the byte it pads with. */
const ALIGNMENT = 16;
const PADDING = 0xff;

const KEYS = ['subclass', 'shape', 'order', 'dtype', 'allow_mmap', 'numpy_array_alignment_bytes'];
const SUBCLASSES = ['numpy:ndarray', 'numpy:memmap', 'numpy:matrix'];

/** joblib's NumpyArrayWrapper: once it has its state, the array's bytes stand in the file in place of instructions. */
const joblibArray = defineRule({
  on: ['joblib.numpy_pickle:NumpyArrayWrapper'],
  restored(target, state, machine) {
    if (state.kind !== 'dict' || machine.joblibArrays !== 'replayed') return undefined
    const strange = [...state.entries.keys()].find(key => !KEYS.includes(key));
    if (strange !== undefined) return 'is given an attribute that joblib does not write'
    return replay(machine, target, state)
  },
});

function replay(machine         , wrapper          , { entries }      )                     {
  const [subclass, type, order, shape] = [
    entries.get('subclass'),
    entries.get('dtype'),
    entries.get('order'),
    intsOf(entries.get('shape')),
  ];
  if (subclass?.kind !== 'global' || !SUBCLASSES.includes(subclass.name.key))
    return 'stands for something other than an array'
  if (type?.kind !== 'instance' || !type.dtype || !shape) return 'has no type or shape that can be followed'
  if (order?.kind !== 'str' || (order.text !== 'C' && order.text !== 'F')) return 'has an order that is neither C nor F'
  type.sealed = true;
  if (machine.frameEnd !== undefined && machine.position !== machine.frameEnd) return 'does not end its frame'
  machine.frameEnd = undefined;
  const array = instance(allowedClass('numpy:ndarray') ?? wrapper.of, []);
  array.sealed = true;
  const { dtype } = type;
  if (dtype.hasObject) {
    const result = machine.nested();
    if (machine.halted === undefined && !matches$1('array', result)) return 'is followed by a pickle of something else'
  } else {
    pad(machine, entries.get('numpy_array_alignment_bytes'));
    const start = machine.position;
    const end = start + itemCount(shape) * dtype.itemsize;
    if (!(end <= machine.bytes.length)) halt(machine, 'an array is longer than the file');
    else machine.position = end;
    array.array = { dtype, shape, data: { start, end: machine.position } };
  }
  replaceTop(machine, array);
  return undefined
}

/** The padding has one right form; without it (joblib before 1.2) pickle.load would take the array's bytes for instructions. */
function pad(machine         , alignment                   )       {
  if (alignment?.kind !== 'int' || alignment.value !== ALIGNMENT) {
    deviate(machine, 'an array has no padding, as before joblib 1.2');
    return
  }
  const length = ALIGNMENT - ((machine.position + 1) % ALIGNMENT);
  const found = machine.bytes.subarray(machine.position, machine.position + 1 + length);
  if (found[0] !== length || found.subarray(1).some(byte => byte !== PADDING)) {
    halt(machine, 'the padding before an array is not that of joblib');
    return
  }
  machine.position += 1 + length;
}

/** The bytes of an array's items; undefined where the file does not spell them. */
function itemBytes(file            , { data }           )                         {
  if (!data) return undefined
  const bytes = file.subarray(data.start, data.end);
  if (!data.latin1) return bytes
  const text = decodeStrictly(bytes);
  return text === undefined ? undefined : Uint8Array.from(text, character => character.charCodeAt(0))
}

const LEAF = -1;
const INT64 = 8;

/**
 * scikit-learn follows the child indices of a decision tree without bounds: each must be a later node of the same tree,
 * and each split a feature the tree has (sklearn/tree/_tree.pyx, `_apply_dense`).
 */
const tree = defineRule({
  on: ['sklearn.tree._tree:Tree'],
  restored(target, state, machine) {
    if (state.kind !== 'dict') return undefined
    const nodes = state.entries.get('nodes');
    const count = state.entries.get('node_count');
    const [features] = target.args;
    if (nodes?.kind !== 'instance' || !nodes.array || features?.kind !== 'int') return 'has no array of nodes'
    if (count?.kind !== 'int' || count.value !== itemCount(nodes.array.shape))
      return 'has more or fewer nodes than it says'
    return nodeFault(machine, nodes.array, features.value ?? 0)
  },
});

function nodeFault(machine         , array           , features        )                     {
  const bytes = itemBytes(machine.bytes, array);
  const { fields, itemsize } = array.dtype;
  const [left, right, feature] = ['left_child', 'right_child', 'feature'].map(name => fields?.get(name));
  if (!bytes || !left || !right || !feature) return 'has nodes of an unknown layout'
  if ([left, right, feature].some(({ dtype }) => dtype.kind !== 'i' || dtype.itemsize !== INT64 || !dtype.littleEndian))
    return 'has nodes of an unknown layout'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nodes = Math.floor(bytes.byteLength / itemsize);
  for (let node = 0; node < nodes; node++) {
    const at = node * itemsize;
    const child = int64(view, at + left.offset);
    if (child === LEAF) continue
    const other = int64(view, at + right.offset);
    const split = int64(view, at + feature.offset);
    if (!(child > node && child < nodes && other > node && other < nodes))
      return `has a node ${node} whose child lies outside it`
    if (!(split >= 0 && split < features)) return `has a node ${node} that splits on a feature it does not have`
  }
  return undefined
}

/** Exact where it fits an index; anything larger stays larger. */
const int64 = (view          , at        ) => view.getInt32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);

var rules = /*#__PURE__*/Object.freeze({
  __proto__: null,
  array: array,
  dtype: dtype,
  joblibArray: joblibArray,
  tree: tree
});

const byKey = new Map              (Object.values(rules).flatMap(rule => rule.on.map(key => [key, rule]         )));

/** The rule about this name, where there is one. */
const ruleOf = (name             )                   => byKey.get(name.key);

/** What comes of calling an allowed name, by REDUCE (`R`) or NEWOBJ (`N`): refused unless the allow list has that call. */
function callAllowed(machine         , callee             , args       , use           )        {
  if (args.kind === 'opaque') return args
  if (args.kind !== 'tuple') return refuse(machine, 'call', callee.dotted, 'is called with arguments that are no tuple')
  if (!callee.uses.includes(use)) return refuse(machine, 'call', callee.dotted, 'may be imported but is called')
  const { args: lists, makes } = callOf(callee) ?? { args: use === 'N' ? [[]] : [] };
  if (!lists.some(shapes => matchesAll(shapes, args.items))) {
    const found = args.items.slice(0, 8).map(describe).join(', ');
    return refuse(machine, 'call', callee.dotted, `is called with arguments its own library never writes: (${found})`)
  }
  const opaque = args.items.find(item => item.kind === 'opaque');
  if (opaque) return opaque
  const made = outcome(callee, args.items, makes);
  const fault = made.kind === 'instance' ? ruleOf(callee)?.made?.(made, args.items, machine) : undefined;
  return fault === undefined ? made : refuse(machine, 'call', callee.dotted, fault)
}

function outcome(callee             , args                  , makes                             )        {
  if (makes === undefined) return instance(callee, args)
  if (typeof makes === 'number') {
    const type = args[makes];
    return type?.kind === 'global' ? instance(type.name, args) : (type ?? { kind: 'none' })
  }
  if (makes === 'bytes' || makes === 'bytearray') return copyOf(makes, args[0])
  if (isPlain(makes)) return { kind: makes }
  return instance(allowedClass(makes) ?? { key: makes, dotted: makes.replace(':', '.'), uses: '' }, args)
}

const PLAIN$1 = ['none', 'float', 'complex', 'list', 'set', 'frozenset', 'slice', 'range'];         
const isPlain = (kind        )                                 => PLAIN$1.some(plain => plain === kind);

/** Bytes made of other bytes, or of text that spells each byte as a character. */
function copyOf(kind                       , source                   )        {
  if (source?.kind === 'str') return { kind, range: { ...source.range, latin1: true } }
  if (source?.kind === 'bytes' || source?.kind === 'bytearray') return { kind, range: source.range }
  return { kind, range: source === undefined ? { start: 0, end: 0 } : undefined }
}

/** What BUILD does: sets the state, once, of an instance that was made in this stream, as the allow list has it. */
function setState(machine         , target       , state       )       {
  if (target.kind === 'opaque') {
    if (target.refusal) target.refusal.further ??= 'changed';
    return
  }
  if (target.kind === 'global') {
    refuse(machine, 'change', target.name.dotted, 'is imported and then changed');
    return
  }
  if (target.kind !== 'instance') {
    refuse(machine, 'change', target.kind, 'is given a state');
    return
  }
  const fault = stateFault(machine, target, state);
  if (fault !== undefined) refuse(machine, 'change', target.of.dotted, fault);
}

function stateFault(machine         , target          , state       )                     {
  if (!target.of.uses.includes('B')) return 'may not be given a state'
  if (target.sealed) return 'is given a state twice or after it was used'
  target.sealed = true;
  if (state.kind === 'opaque') return undefined
  const allowed = statesOf(target.of).some(shape =>
    typeof shape === 'string' ? state.kind === shape : state.kind === 'tuple' && matchesAll(shape, state.items),
  );
  if (!allowed) return `is given a state its own library never writes: ${describe(state)}`
  if (state.kind === 'dict') {
    if (state.fault !== undefined) return `is given a state with ${state.fault}`
    state.sealed = true;
  }
  return ruleOf(target.of)?.restored?.(target, state, machine)
}

/** One instruction of the pickle machine; names, codes and protocols as in CPython's Lib/pickletools.py. */
                         
                       
                       
                                    
                           
                                                                                               
                                           
 

function defineOpcode   (opcode   
                       
                       
                           
                                
                                                       
 )         {
  const { name, code, protocol, argument, run } = opcode;
  return {
    name,
    code: code.charCodeAt(0),
    protocol,
    step(machine) {
      const value = argument(machine);
      if (machine.halted === undefined && insideFrame(machine)) run(machine, value);
    },
  }
}

/** An instruction never reaches past its frame (PEP 3154): CPython's readers differ on one that does (cpython#154848). */
function insideFrame(machine         )          {
  if (machine.frameEnd === undefined || machine.position <= machine.frameEnd) return true
  refuse(machine, 'frame', 'FRAME', 'ends in the middle of an instruction, which unpicklers read differently');
  halt(machine, 'an instruction reaches past its frame');
  return false
}

const calls = [
  defineOpcode({
    name: 'REDUCE',
    code: 'R',
    protocol: 0,
    argument: nothing,
    run(machine) {
      const args = pop(machine);
      const callee = pop(machine);
      if (machine.halted === undefined) push(machine, call(machine, callee, args, 'R'));
    },
  }),
  defineOpcode({
    name: 'NEWOBJ',
    code: '\x81',
    protocol: 2,
    argument: nothing,
    run(machine) {
      const args = pop(machine);
      const callee = pop(machine);
      if (machine.halted === undefined) push(machine, call(machine, callee, args, 'N'));
    },
  }),
  defineOpcode({
    name: 'BUILD',
    code: 'b',
    protocol: 0,
    argument: nothing,
    run(machine) {
      const state = pop(machine);
      const target = top(machine);
      if (machine.halted === undefined) setState(machine, target, state);
    },
  }),
  defineOpcode({
    name: 'NEWOBJ_EX',
    code: '\x92',
    protocol: 4,
    argument: nothing,
    run(machine) {
      pop(machine);
      pop(machine);
      pushRefused(machine, 'NEWOBJ_EX', pop(machine));
    },
  }),
  defineOpcode({
    name: 'OBJ',
    code: 'o',
    protocol: 1,
    argument: nothing,
    run(machine) {
      const [callee] = popMark(machine);
      if (callee) pushRefused(machine, 'OBJ', callee);
      else halt(machine, 'OBJ has nothing to call');
    },
  }),
];

function call(machine         , callee       , args       , use           )        {
  if (callee.kind === 'global') return callAllowed(machine, callee.name, args, use)
  if (callee.kind === 'opaque') {
    if (callee.refusal) callee.refusal.further = 'called';
    return callee
  }
  if (callee.kind === 'instance')
    return refuse(machine, 'call', callee.of.dotted, 'is called, though it is no direct import')
  halt(machine, `a ${callee.kind} is called`);
  return callee
}

function pushRefused(machine         , opcode        , callee       )       {
  if (machine.halted !== undefined) return
  if (callee.kind === 'opaque' && callee.refusal) callee.refusal.further = 'called';
  const name = callee.kind === 'global' ? callee.name.dotted : opcode;
  push(machine, refuse(machine, 'call', name, `is called by ${opcode}, which no model file needs`));
}

const constant = (name        , code        , protocol        , value       ) =>
  defineOpcode({ name, code, protocol, argument: nothing, run: machine => push(machine, value) });

const pushInt = (machine         , value        ) => push(machine, int(value));

const constants = [
  constant('NONE', 'N', 0, NONE),
  constant('NEWTRUE', '\x88', 2, TRUE),
  constant('NEWFALSE', '\x89', 2, FALSE),
  defineOpcode({ name: 'BININT', code: 'J', protocol: 1, argument: int4, run: pushInt }),
  defineOpcode({ name: 'BININT1', code: 'K', protocol: 1, argument: uint1, run: pushInt }),
  defineOpcode({ name: 'BININT2', code: 'M', protocol: 1, argument: uint2, run: pushInt }),
  defineOpcode({ name: 'BINFLOAT', code: 'G', protocol: 1, argument: float8, run: machine => push(machine, FLOAT) }),
  defineOpcode({
    name: 'INT',
    code: 'I',
    protocol: 0,
    argument: line,
    run(machine, range) {
      const text = decodeText(machine.bytes, range.start, range.end);
      if (text === '00' || text === '01') {
        push(machine, text === '01' ? TRUE : FALSE);
        return
      }
      pushSpelt(machine, decimal(machine, range));
    },
  }),
  defineOpcode({
    name: 'LONG',
    code: 'L',
    protocol: 0,
    argument: line,
    run(machine, { start, end }) {
      if (machine.bytes[end - 1] !== 0x4c) deviate(machine, 'a LONG does not end in L');
      pushSpelt(machine, decimal(machine, { start, end: Math.max(start, end - 1) }));
    },
  }),
  defineOpcode({
    name: 'FLOAT',
    code: 'F',
    protocol: 0,
    argument: line,
    run(machine, { start, end }) {
      const text = decodeText(machine.bytes, start, end);
      if (text === undefined || !/^-?(\d+(\.\d*)?(e[+-]?\d+)?|inf|nan)$/.test(text))
        deviate(machine, 'a FLOAT is spelt oddly');
      push(machine, FLOAT);
    },
  }),
  defineOpcode({ name: 'LONG1', code: '\x8a', protocol: 2, argument: counted(uint1), run: pushLong }),
  defineOpcode({ name: 'LONG4', code: '\x8b', protocol: 2, argument: counted(int4), run: pushLong }),
];

function pushSpelt(machine         , value                    )       {
  push(machine, value !== undefined && Number.isSafeInteger(value) ? int(value) : UNKNOWN_INT);
}

/** Two's complement, little-endian. */
function pushLong(machine         , { start, end }                                )       {
  if (end - start > 6) {
    push(machine, UNKNOWN_INT);
    return
  }
  let value = 0;
  for (let i = end - 1; i >= start; i--) value = value * 256 + (machine.bytes[i] ?? 0);
  const negative = end > start && (machine.bytes[end - 1] ?? 0) >= 0x80;
  push(machine, int(negative ? value - 256 ** (end - start) : value));
}

/** Entries of a dict that are kept: no state has more. */
const MAX_STATE_KEYS = 256;

const tuple = (name        , code        , size        ) =>
  defineOpcode({
    name,
    code,
    protocol: 2,
    argument: nothing,
    run(machine) {
      const items          = [];
      for (let i = 0; i < size; i++) items.unshift(pop(machine));
      push(machine, { kind: 'tuple', items });
    },
  });

const simple = (name        , code        , protocol        , run                            ) =>
  defineOpcode({ name, code, protocol, argument: nothing, run });

const containers = [
  simple('EMPTY_TUPLE', ')', 1, machine => push(machine, EMPTY_TUPLE)),
  tuple('TUPLE1', '\x85', 1),
  tuple('TUPLE2', '\x86', 2),
  tuple('TUPLE3', '\x87', 3),
  simple('TUPLE', 't', 0, machine => push(machine, { kind: 'tuple', items: popMark(machine) })),
  simple('EMPTY_LIST', ']', 1, machine => push(machine, plain('list'))),
  simple('LIST', 'l', 0, machine => {
    popMark(machine);
    push(machine, plain('list'));
  }),
  simple('EMPTY_DICT', '}', 1, machine => push(machine, dict())),
  simple('DICT', 'd', 0, machine => {
    const made = dict();
    setItems(machine, made, popMark(machine));
    push(machine, made);
  }),
  simple('EMPTY_SET', '\x8f', 4, machine => push(machine, plain('set'))),
  simple('FROZENSET', '\x91', 4, machine => {
    popMark(machine);
    push(machine, plain('frozenset'));
  }),
  simple('APPEND', 'a', 0, machine => {
    pop(machine);
    change(machine, top(machine), 'list', 'L');
  }),
  simple('APPENDS', 'e', 1, machine => {
    popMark(machine);
    change(machine, top(machine), 'list', 'L');
  }),
  simple('ADDITEMS', '\x90', 4, machine => {
    popMark(machine);
    change(machine, top(machine), 'set', undefined);
  }),
  simple('SETITEM', 's', 0, machine => {
    const value = pop(machine);
    const key = pop(machine);
    setItems(machine, top(machine), [key, value]);
  }),
  simple('SETITEMS', 'u', 1, machine => {
    const items = popMark(machine);
    setItems(machine, top(machine), items);
  }),
];

function setItems(machine         , target       , items                  )       {
  if (items.length % 2 === 1) {
    halt(machine, 'a key has no value');
    return
  }
  if (!change(machine, target, 'dict', 'D') || target.kind !== 'dict') return
  if (target.sealed) {
    refuse(machine, 'change', 'SETITEM', 'changes a state after it has been given away');
    return
  }
  for (let i = 0; i < items.length; i += 2) setItem(target, items[i], items[i + 1]);
}

function setItem(target      , key                   , value                   )       {
  if (key?.kind !== 'str' || key.text === undefined) target.fault ??= 'a key that is not literal text';
  else if (key.text.startsWith('__') && key.text.endsWith('__')) target.fault ??= `the key ${printable(key.text)}`;
  else if (value && target.entries.size < MAX_STATE_KEYS) target.entries.set(key.text, value);
}

/** Whether the items may go there: into a container of this stream, or an instance that is listed as one. */
function change(machine         , target       , kind                         , use                       )          {
  if (target.kind === kind || machine.halted !== undefined) return true
  if (target.kind === 'opaque') {
    if (target.refusal) target.refusal.further ??= 'changed';
    return true
  }
  if (use && target.kind === 'instance' && target.of.uses.includes(use)) return true
  const name =
    target.kind === 'global' ? target.name.dotted : target.kind === 'instance' ? target.of.dotted : target.kind;
  refuse(
    machine,
    'change',
    name,
    target.kind === 'global' ? 'is imported and then changed' : `is changed as if it were a ${kind}`,
  );
  return false
}

const HIGHEST_PROTOCOL$1 = 5;

const framing = [
  defineOpcode({
    name: 'PROTO',
    code: '\x80',
    protocol: 2,
    argument: uint1,
    run(machine, protocol) {
      if (protocol > HIGHEST_PROTOCOL$1) {
        halt(machine, `protocol ${protocol} does not exist`);
        return
      }
      if (machine.opcodes > 1) deviate(machine, 'PROTO is not the first instruction');
      if (protocol < 2) deviate(machine, `protocol ${protocol} has no PROTO`);
      machine.protocol = protocol;
    },
  }),
  defineOpcode({
    name: 'FRAME',
    code: '\x95',
    protocol: 4,
    argument: uint8,
    run(machine, length) {
      if (machine.frameEnd !== undefined)
        refuse(machine, 'frame', 'FRAME', 'begins inside another frame, which unpicklers read differently');
      machine.frameEnd = machine.position + length;
      if (machine.frameEnd > machine.bytes.length) deviate(machine, 'a frame is longer than the file');
    },
  }),
  defineOpcode({
    name: 'STOP',
    code: '.',
    protocol: 0,
    argument: nothing,
    run(machine) {
      machine.result = pop(machine);
      if (machine.halted !== undefined) return
      machine.stopped = true;
      if (machine.stack.length > 0 || machine.marks.length > 0) deviate(machine, 'items are left on the stack at STOP');
      if (machine.frameEnd !== undefined && machine.position !== machine.frameEnd)
        deviate(machine, 'a frame is longer than its stream');
    },
  }),
];

const imports = [
  defineOpcode({
    name: 'GLOBAL',
    code: 'c',
    protocol: 0,
    argument: twoLines,
    run: (machine, [module, name]) => push(machine, importName(machine, read$1(machine, module), read$1(machine, name))),
  }),
  defineOpcode({
    name: 'STACK_GLOBAL',
    code: '\x93',
    protocol: 4,
    argument: nothing,
    run(machine) {
      const name = pop(machine);
      const module = pop(machine);
      if (machine.halted !== undefined) return
      const name_ = literal$2(name);
      const module_ = literal$2(module);
      if (name_ === null || module_ === null) {
        halt(machine, 'STACK_GLOBAL is given something other than text');
        return
      }
      push(machine, importName(machine, module_, name_));
    },
  }),
  defineOpcode({
    name: 'INST',
    code: 'i',
    protocol: 0,
    argument: twoLines,
    run(machine, [module, name]) {
      const dotted = printable(`${read$1(machine, module) ?? '?'}.${read$1(machine, name) ?? '?'}`);
      const made = refuse(machine, 'import', dotted, 'is imported by INST, which no model file needs');
      popMark(machine);
      if (machine.halted !== undefined) return
      if (made.refusal) made.refusal.further = 'called';
      push(machine, made);
    },
  }),
];

const read$1 = (machine         , { start, end }           ) => decodeText(machine.bytes, start, end);

/** The text, undefined where it is not spelt literally, null where it is no text. */
function literal$2(value       )                            {
  if (value.kind === 'str') return value.text
  return value.kind === 'opaque' ? undefined : null
}

function importName(machine         , module                    , name                    )        {
  if (module === undefined || name === undefined)
    return refuse(machine, 'import', '?', 'is imported by a name that is computed or not literal text')
  const allowed = findAllowed(module, name, machine);
  if (!allowed)
    return refuse(machine, 'import', printable(`${module}.${name}`), 'is imported and not on the allow list', name)
  if (!machine.globals.has(allowed.dotted)) machine.globals.set(allowed.dotted, machine.offset);
  return { kind: 'global', name: allowed }
}

const EXTENSION = 'takes an object from a registry that this file does not show';
const PERSISTENT = 'asks the loader for an object that this file does not hold';
const BUFFER = 'takes a buffer that this file does not hold';

const refused$1 =    (
  name        ,
  code        ,
  protocol        ,
  argument             ,
  reason        ,
  before                             = () => undefined,
) =>
  defineOpcode({
    name,
    code,
    protocol,
    argument,
    run(machine) {
      before(machine);
      if (machine.halted === undefined) push(machine, refuse(machine, 'opcode', name, reason));
    },
  });

const refusals = [
  refused$1('EXT1', '\x82', 2, uint1, EXTENSION),
  refused$1('EXT2', '\x83', 2, uint2, EXTENSION),
  refused$1('EXT4', '\x84', 2, int4, EXTENSION),
  refused$1('PERSID', 'P', 0, line, PERSISTENT),
  refused$1('BINPERSID', 'Q', 1, nothing, PERSISTENT, pop),
  refused$1('NEXT_BUFFER', '\x97', 5, nothing, BUFFER),
  refused$1('READONLY_BUFFER', '\x98', 5, nothing, BUFFER, pop),
];

const stack = [
  defineOpcode({
    name: 'MARK',
    code: '(',
    protocol: 0,
    argument: nothing,
    run: machine => {
      machine.marks.push(machine.stack.length);
    },
  }),
  defineOpcode({
    name: 'POP',
    code: '0',
    protocol: 0,
    argument: nothing,
    run(machine) {
      if (machine.stack.length === machine.marks.at(-1)) machine.marks.pop();
      else pop(machine);
    },
  }),
  defineOpcode({
    name: 'POP_MARK',
    code: '1',
    protocol: 1,
    argument: nothing,
    run: machine => {
      popMark(machine);
    },
  }),
  defineOpcode({
    name: 'DUP',
    code: '2',
    protocol: 0,
    argument: nothing,
    run(machine) {
      const value = top(machine);
      refuse(machine, 'opcode', 'DUP', 'is written by no pickler');
      push(machine, value);
    },
  }),
  defineOpcode({
    name: 'GET',
    code: 'g',
    protocol: 0,
    argument: line,
    run: (machine, range) => recall(machine, decimal(machine, range) ?? -1),
  }),
  defineOpcode({ name: 'BINGET', code: 'h', protocol: 1, argument: uint1, run: recall }),
  defineOpcode({ name: 'LONG_BINGET', code: 'j', protocol: 1, argument: uint4, run: recall }),
  defineOpcode({
    name: 'PUT',
    code: 'p',
    protocol: 0,
    argument: line,
    run(machine, range) {
      const index = decimal(machine, range) ?? -1;
      if (index < 0) halt(machine, 'a memo index is no number');
      else remember(machine, index, top(machine));
    },
  }),
  defineOpcode({
    name: 'BINPUT',
    code: 'q',
    protocol: 1,
    argument: uint1,
    run: (machine, index) => remember(machine, index, top(machine)),
  }),
  defineOpcode({
    name: 'LONG_BINPUT',
    code: 'r',
    protocol: 1,
    argument: uint4,
    run: (machine, index) => remember(machine, index, top(machine)),
  }),
  defineOpcode({
    name: 'MEMOIZE',
    code: '\x94',
    protocol: 4,
    argument: nothing,
    run: machine => remember(machine, machine.memo.size, top(machine)),
  }),
];

function recall(machine         , index        )       {
  const value = machine.memo.get(index);
  if (value === undefined) halt(machine, `memo ${index} was never written`);
  else push(machine, value);
}

const BACKSLASH = 0x5c;

const text$1 = (name        , code        , protocol        , argument                     ) =>
  defineOpcode({ name, code, protocol, argument, run: pushText });

const bytes = (
  name        ,
  code        ,
  protocol        ,
  argument                     ,
  kind                = 'bytes',
) => defineOpcode({ name, code, protocol, argument, run: (machine, range) => push(machine, { kind, range }) });

const texts = [
  text$1('SHORT_BINUNICODE', '\x8c', 4, counted(uint1)),
  text$1('BINUNICODE', 'X', 1, counted(uint4)),
  text$1('BINUNICODE8', '\x8d', 4, counted(uint8)),
  text$1('BINSTRING', 'T', 1, counted(int4)),
  text$1('SHORT_BINSTRING', 'U', 1, counted(uint1)),
  defineOpcode({ name: 'UNICODE', code: 'V', protocol: 0, argument: line, run: pushEscaped }),
  defineOpcode({
    name: 'STRING',
    code: 'S',
    protocol: 0,
    argument: line,
    run(machine, { start, end }) {
      const quote = machine.bytes[start];
      if (end - start < 2 || (quote !== 0x27 && quote !== 0x22) || machine.bytes[end - 1] !== quote) {
        halt(machine, 'a STRING is not quoted');
        return
      }
      pushEscaped(machine, { start: start + 1, end: end - 1 });
    },
  }),
  bytes('BINBYTES', 'B', 3, counted(uint4)),
  bytes('SHORT_BINBYTES', 'C', 3, counted(uint1)),
  bytes('BINBYTES8', '\x8e', 4, counted(uint8)),
  bytes('BYTEARRAY8', '\x96', 5, counted(uint8), 'bytearray'),
];

function pushText(machine         , range           )       {
  push(machine, { kind: 'str', text: decodeText(machine.bytes, range.start, range.end), range });
}

/** Text with escapes is not literal: what it spells is left open. */
function pushEscaped(machine         , range           )       {
  if (machine.bytes.subarray(range.start, range.end).includes(BACKSLASH))
    push(machine, { kind: 'str', text: undefined, range });
  else pushText(machine, range);
}

var families = /*#__PURE__*/Object.freeze({
  __proto__: null,
  calls: calls,
  constants: constants,
  containers: containers,
  framing: framing,
  imports: imports,
  refusals: refusals,
  stack: stack,
  texts: texts
});

/** Opcodes that one stream may take. */
const MAX_OPCODES = 20_000_000;

/** The machine's 68 opcodes by code. */
const OPCODES                                  = byCode(Object.values(families).flat());

function byCode(opcodes                   )                         {
  const table = new Array                    (256).fill(undefined);
  for (const opcode of opcodes) table[opcode.code] = opcode;
  return table
}

/**
 * Reads one pickle stream from `start` to its STOP the way CPython's unpicklers do, without importing, calling or building anything.
 * What is not allowed is noted as it is read; the machine's `position` is then the first byte after the stream.
 */
function readPickle(bytes            , start        , joblibArrays              )          {
  const machine          = {
    bytes,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    joblibArrays,
    offset: start,
    position: start,
    protocol: 0,
    frameEnd: undefined,
    stack: [],
    marks: [],
    memo: new Map(),
    opcodes: 0,
    globals: new Map(),
    refusals: [],
    refused: 0,
    deviations: [],
    halted: undefined,
    exhausted: false,
    stopped: false,
    result: NONE,
    nested: () => absorb(machine, readPickle(bytes, machine.position, 'refused')),
  };
  while (machine.halted === undefined && !machine.stopped) step(machine);
  return machine
}

function step(machine         )       {
  machine.offset = machine.position;
  if (machine.frameEnd !== undefined && machine.offset >= machine.frameEnd) machine.frameEnd = undefined;
  const code = machine.bytes[machine.position++];
  if (code === undefined) {
    halt(machine, 'the file ends before STOP');
    return
  }
  const opcode = OPCODES[code];
  if (!opcode) {
    halt(machine, `byte 0x${code.toString(16).padStart(2, '0')} is no instruction`);
    return
  }
  if (++machine.opcodes > MAX_OPCODES) {
    exhaust(machine, `${MAX_OPCODES} instructions`);
    return
  }
  if (machine.opcodes === 1 && opcode.name !== 'PROTO') deviate(machine, 'it does not begin with PROTO');
  if (opcode.protocol > machine.protocol && opcode.name !== 'PROTO' && machine.protocol > 0)
    deviate(machine, `${opcode.name} is no instruction of protocol ${machine.protocol}`);
  opcode.step(machine);
}

/** Takes over what was found in a stream inside this one, and goes on after it. */
function absorb(machine         , inner         )        {
  for (const [name, offset] of inner.globals) if (!machine.globals.has(name)) machine.globals.set(name, offset);
  for (const refusal of inner.refusals) keep(machine.refusals, refusal);
  machine.refused += inner.refused;
  for (const deviation of inner.deviations) keep(machine.deviations, deviation);
  machine.opcodes += inner.opcodes;
  machine.position = inner.position;
  machine.exhausted ||= inner.exhausted;
  if (inner.halted !== undefined) halt(machine, inner.halted);
  return inner.result
}

const SAFER =
  'Have the model saved again without it, as skops or safetensors if it can be, or ask for the name to be put on the allow list';
const SAVE_AGAIN = 'Save it again with pickle protocol 5 or a current joblib';
const ONE_READING = 'Save it with pickle.dump(model, file, protocol=5), which every loader reads alike';

/** numpy's own nested pickles reach these by a memo that pickle.load fills otherwise; nothing called so can do harm. */
const NUMPY_BY_MEMO                                  = ['dtype', 'scalar'];

/** Inspects one pickle, or one file of joblib's, from `start` to the last byte. */
function inspectPickle(bytes            , kind                     , start = 0)             {
  const machine = readPickle(bytes, start, kind === 'joblib' ? 'replayed' : 'refused');
  const globals = machine.globals.size;
  const findings = machine.refusals.map(finding);
  const base = { findings, found: machine.refused, globals };
  if (machine.refused > 0)
    return { ...base, status: 'fail', reason: `${refusalSentence(machine)}${doubt(machine)}`, hint: SAFER }
  const unclear = doubtOf(machine);
  if (unclear !== undefined) return { ...base, status: 'inconclusive', reason: unclear, hint: SAVE_AGAIN }
  const other = kind === 'joblib' ? otherReading(bytes) : undefined;
  if (other !== undefined)
    return {
      ...base,
      status: 'inconclusive',
      reason: `joblib.load reads only what is allowed, but pickle.load would take an array for instructions: ${other}`,
      hint: ONE_READING,
    }
  return {
    ...base,
    status: 'pass',
    reason: `Imports ${globals} ${globals === 1 ? 'name' : 'names'}, all on the allow list`,
  }
}

/** Whether a loader would call something from these bytes, whatever else they are: a pickle needs no magic number. */
function readsAsPickle(bytes            )          {
  const machine = readPickle(bytes, 0, 'refused');
  return (
    machine.exhausted ||
    machine.refusals.some(isCall) ||
    (machine.stopped && (machine.globals.size > 0 || machine.refusals.some(({ kind }) => kind === 'import')))
  )
}

const isCall = ({ kind, further }         ) =>
  further !== undefined || kind === 'call' || kind === 'change' || kind === 'frame';

/** What pickle.load would do with joblib's file, where arrays are no arrays but further instructions. */
function otherReading(bytes            )                     {
  const machine = readPickle(bytes, 0, 'kept');
  const first = machine.refusals.find(({ kind, qualname }) => kind !== 'opcode' && !NUMPY_BY_MEMO.includes(qualname));
  if (first) return `${first.name} ${first.reason}`
  return machine.exhausted ? machine.halted : undefined
}

function finding({ offset, name, reason, kind, further }         )          {
  return {
    offset,
    name,
    reason: kind === 'import' && further ? reason.replace('imported', `imported and ${further}`) : reason,
  }
}

function refusalSentence(machine         )         {
  const shown = machine.refusals.slice(0, 1).map(finding);
  const more = machine.refused > 1 ? ` (and ${machine.refused - 1} more)` : '';
  return `Expected a file that only restores a model but ${shown.map(({ name, reason }) => `${name} ${reason}`)}${more}`
}

const doubt = (machine         ) => {
  const unclear = doubtOf(machine);
  return unclear === undefined ? '' : `; besides, ${unclear.charAt(0).toLowerCase()}${unclear.slice(1)}`
};

/** Why the bytes cannot be followed to the end the way every unpickler does. */
function doubtOf(machine         )                     {
  if (machine.halted !== undefined) return `Expected a whole pickle but at byte ${machine.offset} ${machine.halted}`
  const [deviation] = machine.deviations;
  if (deviation) return `Expected a stream as picklers write it but at byte ${deviation.offset} ${deviation.reason}`
  const rest = machine.bytes.length - machine.position;
  return rest === 0 ? undefined : `Expected nothing after STOP but found ${rest} more bytes at byte ${machine.position}`
}

const PROTO = 0x80;
const HIGHEST_PROTOCOL = 5;

/** PROTO and LONG1 of torch's magic number 0x1950a86a20f9469cfc6c (torch/serialization.py). */
const TORCH_LEGACY = '\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.';

/** Whether the first instruction is PROTO, as in every pickle since protocol 2. */
const startsAsPickle = (bytes            )          =>
  bytes[0] === PROTO && (bytes[1] ?? 255) <= HIGHEST_PROTOCOL && !hasAt(bytes, TORCH_LEGACY);

/** joblib's pickle (0.10 and later), with the bytes of arrays between the instructions. */
const joblib = defineFormat({
  id: 'joblib',
  title: 'a joblib file',
  recognise: bytes => startsAsPickle(bytes) && hasJoblibArrays(bytes),
  inspect: bytes => inspectPickle(bytes, 'joblib'),
});

/** Python pickle, protocols 0 to 5; those before 2 have no PROTO and are told by what a loader would do with them. */
const pickle = defineFormat({
  id: 'pickle',
  title: 'a pickle',
  recognise: bytes => (startsAsPickle(bytes) ? !hasJoblibArrays(bytes) : readsAsPickle(bytes)),
  inspect: bytes => inspectPickle(bytes, 'pickle'),
});

const WRITE_AGAIN = 'Write the file again, or keep it out of the scanned paths';
const UNPACK = 'Unpack it, or keep it out of the scanned paths';

/** Inspects a compressed pickle or joblib file; one that breaks off is inspected as far as it goes, for that far it would be loaded. */
async function inspectCompressed(
  codec       ,
  bytes            ,
  context                   ,
)                      {
  const { bytes: content, fault } = await context.decompress(codec, bytes);
  const format = [pickle, joblib].find(candidate => candidate.recognise(content));
  const inspection = format
    ? await format.inspect(content, context)
    : inconclusive(`Expected a pickle or joblib file inside but found something else, which cannot be read yet`, UNPACK);
  if (fault !== undefined && inspection.status !== 'fail')
    return { ...inspection, ...inconclusive(`Expected a whole ${codec} stream but ${fault}`, WRITE_AGAIN) }
  return { ...inspection, reason: `${inspection.reason} (in a ${codec} stream, bytes counted after decompression)` }
}

const gzip = defineFormat({
  id: 'gzip',
  title: 'a gzip stream',
  recognise: bytes => hasAt(bytes, '\x1f\x8b'),
  inspect: (bytes, context) => inspectCompressed('gzip', bytes, context),
});

/** Keras models up to 2, weights of Keras 3, and much else. */
const hdf5 = unreadFormat({
  id: 'hdf5',
  title: 'an HDF5 file, as of Keras',
  recognise: bytes => hasAt(bytes, '\x89HDF\r\n\x1a\n'),
});

/** The form whose arrays are loaded from other files beside it (joblib/numpy_pickle_compat.py). */
const joblibZfile = unreadFormat({
  id: 'joblib-zfile',
  title: 'a joblib file from before 0.10',
  recognise: bytes => hasAt(bytes, 'ZF0x'),
});

const isZip = (bytes            ) => hasAt(bytes, 'PK\x03\x04') || hasAt(bytes, 'PK\x05\x06');

/** Kinds of zip archive by a name that only they hold; the first that fits decides. */
const MARKERS = [
  ['torchscript', '/constants.pkl'],
  ['torch', '/data.pkl'],
  ['torch', '/version'],
  ['keras', '.weights.h5'],
  ['skops', 'schema.json'],
  ['npz', '.npy'],
];         

                                                         

/** What a zip archive is, by its members' names; undefined for anything but a zip archive. */
function zipKind(bytes            )                      {
  if (!isZip(bytes)) return undefined
  return MARKERS.find(([, name]) => includes(bytes, name))?.[0] ?? 'zip'
}

/** A zip archive of a configuration and weights. */
const keras = unreadFormat({
  id: 'keras',
  title: 'a Keras 3 model',
  recognise: bytes => zipKind(bytes) === 'keras',
});

/** What stands in a checkout for a file that Git LFS keeps elsewhere (git-lfs docs/spec.md). */
const lfsPointer = defineFormat({
  id: 'lfs-pointer',
  title: 'a Git LFS pointer',
  unread: true,
  recognise: bytes => bytes.length < 1024 && hasAt(bytes, 'version https://git-lfs.github.com/spec/'),
  inspect: () =>
    inconclusive(
      'Expected the file itself but found the Git LFS pointer that stands for it',
      'Run `git lfs pull`, or check out with `lfs: true`',
    ),
});

/** Also a codec of joblib's. */
const lz4 = unreadFormat({
  id: 'lz4',
  title: 'an lz4 frame',
  recognise: bytes => hasAt(bytes, '\x04\x22\x4d\x18'),
});

/** The format before xz, also a codec of joblib's. */
const lzma = unreadFormat({ id: 'lzma', title: 'an lzma stream', recognise: bytes => hasAt(bytes, '\x5d\0\0') });

/** A value a numpy header may hold; a tuple is told from a list by `tuple`. */
                                                                                                

                           
                         
                                    
 

const MAX_DEPTH$1 = 16;
const TOKEN$1 = /\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|(-?\d{1,15})L?|(True|False|None)\b|([()[\]{},:]))/y;

                  
                       
            
 

                 
                        
                          
                        
                        
 

/** Reads one Python literal of strings, integers, True, False, None, tuples, lists and dicts, the whole text; undefined for anything else. */
function readLiteral(text        )                      {
  const reader = { text, at: 0 };
  const value = readValue(reader, next(reader), 0);
  return value !== undefined && text.slice(reader.at).trim() === '' ? value : undefined
}

function next(reader        )                    {
  TOKEN$1.lastIndex = reader.at;
  const match = TOKEN$1.exec(reader.text);
  if (!match) return undefined
  reader.at = TOKEN$1.lastIndex;
  const [, single, double, digits, word, sign] = match;
  if (digits !== undefined) return { number: Number(digits) }
  if (word !== undefined) return { word }
  return sign === undefined ? { text: single ?? double ?? '' } : { sign }
}

function readValue(reader        , token                   , depth        )                      {
  if (!token || depth > MAX_DEPTH$1) return undefined
  if (token.text !== undefined) return token.text
  if (token.number !== undefined) return token.number
  if (token.word !== undefined) return token.word === 'None' ? null : token.word === 'True'
  if (token.sign === '{') return readDict(reader, depth)
  if (token.sign === '(') return readItems(reader, ')', depth)
  return token.sign === '[' ? readItems(reader, ']', depth) : undefined
}

function readItems(reader        , end        , depth        )                      {
  const items            = [];
  for (let comma = true; ; ) {
    const token = next(reader);
    if (token?.sign === end)
      return end === ')' && items.length === 1 && !comma ? items[0] : { tuple: end === ')', items }
    if (!comma) return undefined
    const item = readValue(reader, token, depth + 1);
    if (item === undefined) return undefined
    items.push(item);
    const at = reader.at;
    comma = next(reader)?.sign === ',';
    if (!comma) reader.at = at;
  }
}

function readDict(reader        , depth        )                      {
  const entries = new Map                 ();
  for (let comma = true; ; ) {
    const key = next(reader);
    if (key?.sign === '}') return entries
    if (!comma || key?.text === undefined || entries.has(key.text) || next(reader)?.sign !== ':') return undefined
    const value = readValue(reader, next(reader), depth + 1);
    if (value === undefined) return undefined
    entries.set(key.text, value);
    const at = reader.at;
    comma = next(reader)?.sign === ',';
    if (!comma) reader.at = at;
  }
}

/** numpy refuses longer headers (numpy/lib/format.py, _MAX_HEADER_SIZE). */
const MAX_HEADER$1 = 10_000;
const MAX_DEPTH = 16;

                            
                       
                                   
                               
                      
 

/** The header of an .npy file (NEP 1), or why it is none. */
function readNpyHeader(bytes            )                     {
  const version = bytes[6] ?? 0;
  if (version < 1 || version > 3 || bytes[7] !== 0) return `version ${version}.${bytes[7]} is unknown`
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = version === 1 ? 10 : 12;
  if (bytes.length < start) return 'the header is cut off'
  const end = start + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (end - start > MAX_HEADER$1) return `the header is longer than ${MAX_HEADER$1} bytes`
  if (end > bytes.length) return 'the header is cut off'
  const header = readLiteral(decodeStrictly(bytes.subarray(start, end)) ?? '');
  if (!(header instanceof Map) || header.size !== 3) return 'the header is not that of an array'
  const shape = lengths(header.get('shape'));
  const dtype = dtypeOf(header.get('descr'), 0);
  if (!shape || !dtype || typeof header.get('fortran_order') !== 'boolean') return 'the header is not that of an array'
  return { dtype, shape, end }
}

/** Whether the bytes start as an .npy file. */
const isNpy = (bytes            )          => hasAt(bytes, '\x93NUMPY');

const isSequence = (value                     )                    =>
  typeof value === 'object' && value !== null && !(value instanceof Map) && 'items' in value;

function lengths(value                     )                       {
  if (!isSequence(value) || !value.tuple) return undefined
  const found = value.items.filter(item => typeof item === 'number').filter(item => item >= 0);
  return found.length === value.items.length ? found : undefined
}

/** `'<f8'`, `('<f8', (2, 3))`, or a list of fields `('name', type[, shape])`. */
function dtypeOf(descr                     , depth        )                    {
  if (typeof descr === 'string') return parseDtype(descr)
  if (!isSequence(descr) || depth > MAX_DEPTH) return undefined
  if (descr.tuple) return repeated(descr.items[0], descr.items[1], depth)
  const fields = new Map               ();
  let offset = 0;
  for (const [i, item] of descr.items.entries()) {
    if (!isSequence(item) || !item.tuple) return undefined
    const [name, type, shape] = item.items;
    const dtype = shape === undefined ? dtypeOf(type, depth + 1) : repeated(type, shape, depth);
    if (!dtype || name === undefined) return undefined
    fields.set(`${i}`, { offset, dtype });
    offset += dtype.itemsize;
  }
  return recordDtype(offset, fields)
}

function repeated(type                     , shape                     , depth        )                    {
  const dtype = dtypeOf(type, depth + 1);
  const found = lengths(shape);
  return dtype && found && repeatedDtype(dtype, found)
}

const HINT$3 = 'Save the array again with numpy.save';

/** One numpy array (NEP 1): plain bytes of exactly its shape and type, or for objects one pickle. */
const npy = defineFormat({ id: 'npy', title: 'a NumPy array', recognise: isNpy, inspect });

function inspect(bytes            )             {
  const header = readNpyHeader(bytes);
  if (typeof header === 'string') return inconclusive(`Expected a NumPy array but ${header}`, HINT$3)
  if (header.dtype.hasObject) return inspectPickle(bytes, 'pickle', header.end)
  const expected = itemCount(header.shape) * header.dtype.itemsize;
  const found = bytes.length - header.end;
  if (found !== expected)
    return inconclusive(`Expected ${expected} bytes after the header, by shape and type, but found ${found}`, HINT$3)
  return passed('A NumPy array of plain numbers or text, exactly as long as its header says')
}

/** A zip archive of .npy files. */
const npz = unreadFormat({ id: 'npz', title: 'a NumPy archive', recognise: bytes => zipKind(bytes) === 'npz' });

const IR_VERSION = 0x08;
/** Keys of producer_name, producer_version, domain, graph and opset_import (onnx.proto, ModelProto). */
const NEXT_FIELDS = [0x12, 0x1a, 0x22, 0x3a, 0x42];

/** A protobuf without a magic number: its first field is a small `ir_version`, its second one of a few. */
const onnx = unreadFormat({
  id: 'onnx',
  title: 'an ONNX model',
  recognise: ([first, version = 0, next = 0]) =>
    first === IR_VERSION && version >= 3 && version <= 32 && NEXT_FIELDS.includes(next),
});

/** Apache Parquet. */
const parquet = unreadFormat({
  id: 'parquet',
  title: 'a Parquet table',
  recognise: bytes => hasAt(bytes, 'PAR1'),
});

const STARTS = ['X\n\0\0', 'B\n\x02\0', 'B\n\x03\0', 'RDX2\n', 'RDX3\n', 'RDA2\n', 'RDA3\n'];
/** Format version, then the versions of R that wrote it and can read it, each 65536 a + 256 b + c (R Internals, 1.8). */
const AS_TEXT = /^A\n[23]\n\d{5,7}\n\d{5,7}\n/;

/** R's serialisations, which may hold promises that run when they are read: .rds and .RData, uncompressed. */
const rData = unreadFormat({
  id: 'r-data',
  title: 'an R data file',
  recognise: bytes => STARTS.some(start => hasAt(bytes, start)) || AS_TEXT.test(latin1(bytes.subarray(0, 32))),
});

/** Used to hide pickles from scanners that do not open it. */
const rar = unreadFormat({ id: 'rar', title: 'a RAR archive', recognise: bytes => hasAt(bytes, 'Rar!\x1a\x07') });

const Index = int$1().nonnegative();

/** Bits per element of each type (safetensors/src/tensor.rs, `Dtype::bitsize`). */
const BITS                                   = {
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  C64: 64,
  F64: 64,
  I64: 64,
  U64: 64,
};

const Tensor = strictObject({
  dtype: literal$4(Object.keys(BITS)),
  shape: array$2(Index),
  data_offsets: tuple$1([Index, Index]),
});
                                           

/** The JSON header of a safetensors file: tensors by name, and text by key under `__metadata__`. */
const Header = object$1({ __metadata__: record$1(string$1(), string$1()).optional() }).catchall(Tensor);

/** Why the tensors do not fill `length` bytes from the first to the last, without holes, overlaps or odd sizes; undefined where they do. */
function layoutFault(tensors                                        , length        )                     {
  const inOrder = tensors.toSorted(
    ([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  );
  let end = 0;
  for (const [name, { dtype, shape, data_offsets }] of inOrder) {
    const [from, to] = data_offsets;
    const bits = shape.reduce((product, n) => product * n, BITS[dtype] ?? Number.NaN);
    if (from !== end) return `tensor ${printable(name)} starts at ${from} where the one before ends at ${end}`
    if (bits % 8 !== 0 || to - from !== bits / 8)
      return `tensor ${printable(name)} takes ${to - from} bytes where its shape and type take ${bits / 8}`
    end = to;
  }
  return end === length ? undefined : `its tensors take ${end} bytes and the file holds ${length}`
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gy;
const SPACE = /\s*/y;

/** The first key that one object of a JSON text has twice, which readers resolve differently; undefined where there is none. */
function repeatedKey(json        )                     {
  const open                              = [];
  let previous = '';
  for (const token of tokens(json)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key          = JSON.parse(previous);
      const keys = open.at(-1);
      if (typeof key === 'string' && keys?.has(key)) return key
      keys?.add(String(key));
    }
    previous = token;
  }
  return undefined
}

function* tokens(json        )                    {
  for (let at = 0; at < json.length; ) {
    SPACE.lastIndex = at;
    SPACE.exec(json);
    TOKEN.lastIndex = SPACE.lastIndex;
    const [token] = TOKEN.exec(json) ?? [];
    if (token === undefined) return
    yield token;
    at = TOKEN.lastIndex;
  }
}

/** Longest header the reference implementation reads (safetensors/src/tensor.rs, MAX_HEADER_SIZE). */
const MAX_HEADER = 100_000_000;
const PREFIX$1 = 8;
const HINT$2 = 'Save the tensors again with the safetensors library';

/** Tensors as plain bytes after a JSON header of `u64` length; nothing in it is executed. */
const safetensors = defineFormat({
  id: 'safetensors',
  title: 'a safetensors file',
  recognise: bytes => bytes[PREFIX$1] === 0x7b && headerLength(bytes) <= MAX_HEADER,
  inspect(bytes) {
    const found = inspectHeader(bytes);
    return typeof found === 'string' ? inconclusive(`Expected a safetensors file but ${found}`, HINT$2) : found
  },
});

function headerLength(bytes            )         {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32
}

function inspectHeader(bytes            )                      {
  const end = PREFIX$1 + headerLength(bytes);
  if (end > bytes.length) return 'its header is longer than the file'
  const json = decodeStrictly(bytes.subarray(PREFIX$1, end));
  if (json === undefined) return 'its header is no UTF-8'
  const value = parse$2(json);
  if (value === undefined) return 'its header is no JSON'
  const key = repeatedKey(json);
  if (key !== undefined) return `its header has the key ${printable(key)} twice`
  const header = Header.safeParse(value);
  if (!header.success)
    return `its header has no right entry at ${printable(header.error.issues[0]?.path.join('.') ?? '')}`
  const { __metadata__: _, ...tensors } = header.data;
  const entries = Object.entries(tensors);
  return (
    layoutFault(entries, bytes.length - end) ??
    passed(
      `${entries.length} ${entries.length === 1 ? 'tensor' : 'tensors'} of plain numbers, filling the file exactly`,
    )
  )
}

function parse$2(json        )          {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** A protobuf without a magic number: schema version 1, then the graphs (saved_model.proto). */
const savedModel = unreadFormat({
  id: 'saved-model',
  title: 'a TensorFlow SavedModel',
  recognise: bytes => hasAt(bytes, '\x08\x01\x12'),
});

/** Used to hide pickles from scanners that do not open it. */
const sevenZip = unreadFormat({
  id: 'seven-zip',
  title: 'a 7z archive',
  recognise: bytes => hasAt(bytes, '7z\xbc\xaf\x27\x1c'),
});

/** A zip archive of a schema and arrays. */
const skops = unreadFormat({
  id: 'skops',
  title: 'a skops model',
  recognise: bytes => zipKind(bytes) === 'skops',
});

/** POSIX.1-1988 and later; also torch's oldest files and NeMo's. */
const tar = unreadFormat({ id: 'tar', title: 'a tar archive', recognise: bytes => hasAt(bytes, 'ustar', 257) });

const CHUNK = 1024 * 1024;

/** Control characters that text has: backspace to carriage return, and escape. */
const isControl = (byte        ) => (byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f;

/** Whether the bytes are some UTF-8 text: strictly decoded, without control characters that no text has. */
function isText(bytes            )          {
  if (bytes.length === 0) return false
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const chunk = bytes.subarray(at, at + CHUNK);
      if (chunk.some(isControl)) return false
      decoder.decode(chunk, { stream: at + CHUNK < bytes.length });
    }
    return true
  } catch {
    return false
  }
}

/** UTF-8 text; what reads as a pickle besides is inspected as one too. */
const text = defineFormat({
  id: 'text',
  title: 'UTF-8 text',
  recognise: bytes => isText(bytes) && !hasAt(bytes, 'version https://git-lfs.github.com/spec/'),
  inspect: () => passed('UTF-8 text, no serialised object'),
});

/** A flatbuffer, told by its file identifier. */
const tflite = unreadFormat({
  id: 'tflite',
  title: 'a TensorFlow Lite model',
  recognise: bytes => hasAt(bytes, 'TFL3', 4),
});

/** PyTorch's zip archive since 1.6: a pickle and its storages. */
const torch = unreadFormat({
  id: 'torch',
  title: 'a PyTorch file',
  recognise: bytes => zipKind(bytes) === 'torch',
});

/** Several pickles one after another, then raw storages. */
const torchLegacy = unreadFormat({
  id: 'torch-legacy',
  title: 'a PyTorch file from before 1.6',
  recognise: bytes => hasAt(bytes, TORCH_LEGACY),
});

/** PyTorch's zip archive with code of its own. */
const torchscript = unreadFormat({
  id: 'torchscript',
  title: 'a TorchScript program',
  recognise: bytes => zipKind(bytes) === 'torchscript',
});

/** XGBoost's binaries: the one before 1.6, and Universal Binary JSON with its 64-bit key lengths. */
const xgboostBinary = unreadFormat({
  id: 'xgboost-binary',
  title: 'an XGBoost binary model',
  recognise: bytes => (hasAt(bytes, 'binf') && bytes.subarray(0, 64).includes(0)) || hasAt(bytes, '{L\0\0\0\0\0\0'),
});

/** Also a codec of joblib's. */
const xz = unreadFormat({ id: 'xz', title: 'an xz stream', recognise: bytes => hasAt(bytes, '\xfd7zXZ\0') });

/** Any other zip archive. */
const zip = unreadFormat({ id: 'zip', title: 'a zip archive', recognise: bytes => zipKind(bytes) === 'zip' });

const DEFLATE = 0x78;
const PRESET_DICTIONARY = 0x20;

/** joblib's usual compression; the header's check bits are those of RFC 1950, 2.2. */
const zlib = defineFormat({
  id: 'zlib',
  title: 'a zlib stream, as of joblib.dump with compress',
  recognise: ([method = 0, flags = 0]) =>
    method === DEFLATE && (method * 256 + flags) % 31 === 0 && !(flags & PRESET_DICTIONARY),
  inspect: (bytes, context) => inspectCompressed('zlib', bytes, context),
});

/** RFC 8878. */
const zstd = unreadFormat({
  id: 'zstd',
  title: 'a zstd frame',
  recognise: bytes => hasAt(bytes, '\x28\xb5\x2f\xfd'),
});

var formats = /*#__PURE__*/Object.freeze({
  __proto__: null,
  binary: binary,
  bzip2: bzip2,
  catboost: catboost,
  empty: empty$1,
  gguf: gguf,
  gzip: gzip,
  hdf5: hdf5,
  joblib: joblib,
  joblibZfile: joblibZfile,
  keras: keras,
  lfsPointer: lfsPointer,
  lz4: lz4,
  lzma: lzma,
  npy: npy,
  npz: npz,
  onnx: onnx,
  parquet: parquet,
  pickle: pickle,
  rData: rData,
  rar: rar,
  safetensors: safetensors,
  savedModel: savedModel,
  sevenZip: sevenZip,
  skops: skops,
  tar: tar,
  text: text,
  tflite: tflite,
  torch: torch,
  torchLegacy: torchLegacy,
  torchscript: torchscript,
  xgboostBinary: xgboostBinary,
  xz: xz,
  zip: zip,
  zlib: zlib,
  zstd: zstd
});

/** The formats whose loaders would take these bytes; one, of an honest file. */
function identify(bytes            )                    {
  const recognised = Object.values(formats).filter(format => format.recognise(bytes));
  return recognised.length > 0 ? recognised : [binary]
}

/** Identifies a file by its content and inspects it as everything that it can be taken for. */
async function inspectFile(bytes            , context                   )                         {
  const found = identify(bytes);
  const inspections               = [];
  for (const format of found) inspections.push(await format.inspect(bytes, context));
  const format = found.map(({ id }) => id).join('+');
  const title = found.map(each => each.title).join(' and ');
  const [only] = inspections;
  return { format, title, inspection: only && inspections.length === 1 ? only : ambiguous(title, inspections) }
}

function ambiguous(title        , inspections                       )             {
  const failed = inspections.find(({ status }) => status === 'fail');
  const reason = `Expected one format but the bytes are ${title} at once, so what a loader makes of them depends on the loader`;
  if (failed) return { ...failed, reason: `${failed.reason}; besides, the bytes are ${title} at once` }
  return inconclusive(reason, 'Save it in one format, or keep it out of the scanned paths')
}

/** Findings that a check lists; the result has them all. */
const SHOWN = 10;

/** The check of one file in which credentials were found: where they are and what kind, never what they are. */
function secretsCheck(path        , findings                          )        {
  const [first] = findings;
  const more = findings.length > 1 ? ` and ${findings.length - 1} more` : '';
  return {
    id: checkId('secrets', path),
    title: `${path} holds no credentials`,
    status: 'fail',
    reason: `Expected no credentials but found what looks like one (${path}:${first?.line}, ${first?.rule})${more}`,
    hint: 'Revoke it, take it out of the file and of its history, and read it from the environment instead',
    locations: findings.slice(0, SHOWN).map(({ line, rule }) => ({ file: path, line, note: rule })),
  }
}

/** The check that stands for all text in which nothing was found. */
function noSecretsCheck(files        )        {
  return {
    id: 'secrets',
    title: 'The text files hold no credentials',
    status: 'pass',
    measured: { value: 0, unit: 'credentials', method: 'secretlint-preset-recommend', n: files },
    reason: `No credentials found in ${files} text ${files === 1 ? 'file' : 'files'}`,
  }
}

/** The check of a text file too long to be searched. */
function unsearchedCheck(path        , bytes        , limit        )        {
  return {
    id: checkId('secrets', path),
    title: `${path} holds no credentials`,
    status: 'warn',
    reason: `${path} was not searched for credentials: it has ${bytes} bytes, more than ${limit}`,
    hint: 'Keep tables of data out of the scanned paths',
    locations: [{ file: path }],
  }
}

/** Largest file that is read, in bytes: what fits in one piece of memory. */
const MAX_FILE = 2 ** 31 - 1;
/** Longest text that is searched for credentials, in bytes. */
const MAX_TEXT = 5 * 1024 * 1024;

                
                                
                          
                                 
                                             
                  
 

/** Scans the model's files and further paths: what loading them would run, credentials, dependencies without a version. */
const securityScan                               = {
  gate: 'security-scan',
  isConfigured: ({ model, security }) => model.files !== undefined || security.paths !== undefined,
  async find({ model, security }, ports, out)                                     {
    const paths = [...(model.files ?? []), ...(security.paths ?? [])];
    if (paths.length === 0)
      throw new UserError(
        'settings.missing',
        "Expected 'model.files' or 'security.paths' to be set (files and folders to scan) but found nothing",
        { hint: 'Name the model files under model.files, or give the paths' },
      )
    const scan       = { materials: [], checks: [], result: { files: [], secrets: [], dependencies: [] }, searched: 0 };
    const files = (await ports.files.list(paths)).filter(path => !path.startsWith(`${out}/`));
    for (const path of files) await scanFile(path, scan, ports);
    if (scan.result.files.length === 0) scan.checks.push(nothingScanned(paths));
    if (scan.searched > 0 && scan.result.secrets.length === 0) scan.checks.push(noSecretsCheck(scan.searched));
    return { materials: scan.materials, checks: scan.checks, result: scan.result }
  },
};

async function scanFile(path        , scan      , ports       )                {
  ports.log.progress(`${path}: scanning`);
  const { sha256, bytes } = await ports.files.digest(path);
  scan.materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes });
  const content = bytes > MAX_FILE ? undefined : await ports.files.read(path, { maxBytes: MAX_FILE });
  const inspected = content ? await inspectFile(content, { decompress }) : tooLarge(bytes);
  const { format, inspection } = inspected;
  scan.checks.push(artefactCheck(path, inspected));
  const { status, globals, findings } = inspection;
  scan.result.files.push({ path, format, bytes, sha256, status, globals, findings: [...findings] });
  if (content && format.split('+').includes('text')) await scanText(path, content, scan, ports);
}

async function scanText(path        , content            , scan      , { secrets }       )                {
  const text = content.length > MAX_TEXT ? undefined : decodeStrictly(content);
  if (text === undefined) {
    scan.checks.push(unsearchedCheck(path, content.length, MAX_TEXT));
    return
  }
  scan.searched++;
  const found = await secrets.find(path, text);
  scan.result.secrets.push(...found.map(({ line, rule, fingerprint }) => ({ path, line, rule, fingerprint })));
  if (found.length > 0) scan.checks.push(secretsCheck(path, found));
  const manifest = Object.values(manifests).find(each => each.recognise(path));
  if (manifest) scanDependencies(path, () => manifest.read(path, text.replace(/^\uFEFF/, '')), scan);
}

function scanDependencies(path        , read                                               , scan      )       {
  try {
    const declared = read();
    scan.checks.push(dependenciesCheck(path, declared));
    const open = declared.requirements.filter(({ pinned }) => !pinned);
    scan.result.dependencies.push(
      ...open.map(({ name, line, requirement }) => ({ file: path, name, line, requirement })),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    scan.checks.push(unreadDependenciesCheck(path, error));
  }
}

const tooLarge = (bytes        )                => ({
  format: 'unread',
  title: 'not read',
  inspection: inconclusive(
    `Expected at most ${MAX_FILE} bytes but found ${bytes}, more than can be read`,
    'Split the file, or keep it out of the scanned paths',
  ),
});

const nothingScanned = (paths                   )        => ({
  id: 'artefact',
  title: 'There are files to scan',
  status: 'inconclusive',
  reason: `Expected files under ${paths.join(', ')} but found none`,
  hint: 'Check the paths, and that the model was built or downloaded before this step',
});

/** The gates, in the order in which they run and are shown. */
const gateCommands                         = [dataValidate, modelCertify, securityScan, driftCompare];

/** A gate as a command: settings in, findings out. */
                                                                
                     
                                                           
                                           
                                                             
                                                                              
 

                           
                             
                              
                       
                                                                      
                          
 

/** Runs a gate and writes its evidence into the folder `out`, whatever happens: a gate that could not run leaves an inconclusive one. `notes` join its checks. */
async function produceEvidence(
  command             ,
  settings          ,
  ports       ,
  out        ,
  notes                   = [],
)                    {
  const startedAt = ports.now();
  const path = `${out}/${evidenceFile(command.gate)}`;
  let subject            = [];
  try {
    subject = await modelSubject(settings, ports.files, out);
    const findings = await command.find(settings, ports, out);
    findings.checks.push(...notes);
    const evidence = dated(command.gate, startedAt, subject, findings, ports);
    await write(evidence);
    return { evidence, path }
  } catch (error) {
    const evidence = dated(command.gate, startedAt, subject, unable(error), ports);
    await write(evidence);
    return { evidence, path, error }
  }

  function write(evidence          ) {
    return ports.files.write(path, `${JSON.stringify(evidence, null, 2)}\n`)
  }
}

/** Leaves the evidence of a gate that was never started, because its settings could not be read. */
async function produceRefusedEvidence(
  gate          ,
  error         ,
  ports       ,
  out        ,
)                    {
  const evidence = dated(gate, ports.now(), [], unable(error), ports);
  const path = `${out}/${evidenceFile(gate)}`;
  await ports.files.write(path, `${JSON.stringify(evidence, null, 2)}\n`);
  return { evidence, path, error }
}

function dated(
  gate          ,
  startedAt      ,
  subject           ,
  found                             ,
  ports       ,
)           {
  const { repository, commit, ref, url } = ports.context;
  return Evidence.parse({
    schema: EVIDENCE_SCHEMA,
    gate,
    verdict: verdictOf(found.checks.map(check => check.status)),
    subject,
    ...found,
    tool: { name: 'proofmark', version: VERSION },
    run: { repository, commit, ref, url, startedAt: startedAt.toISOString(), finishedAt: ports.now().toISOString() },
  })
}

                                                                   

function unable(error         )         {
  const known = error instanceof UserError;
  const check = {
    id: known ? error.code : 'internal.error',
    title: known ? 'The gate could not run' : 'Proofmark itself failed',
    status: 'inconclusive'         ,
    reason: error instanceof Error ? error.message : String(error),
    ...(known && error.hint !== undefined ? { hint: error.hint } : {}),
    ...(known && error.file !== undefined
      ? { locations: [{ file: error.file, ...(error.line === undefined ? {} : { line: error.line }) }] }
      : {}),
  };
  return { materials: [], checks: [check], result: null }
}

/** Where nothing is to be merged the bar is what the settings say. */
const ownBar = (settings          )      => ({ settings, claimChanges: [], policyChanges: [] });

/**
 * In a pull request, and in a merge queue, the bar is the base branch's: `policy` and `certify.claims` are taken from there, and a change to them is
 * listed and takes effect after the merge. A base branch without the file leaves the pull request's own, and says so.
 */
async function takeBar(head          , path        , forge       )               {
  const text = await forge.readBase(path);
  if (text === undefined) return { settings: head, claimChanges: [introduced(path)], policyChanges: [introduced(path)] }
  const base = readBaseSettings(path, text);
  const { claims: _, ...certify } = head.certify;
  return {
    settings: {
      ...head,
      policy: base.policy,
      certify: base.certify.claims ? { ...certify, claims: base.certify.claims } : certify,
    },
    claimChanges: difference('claims', 'The claims', base.certify.claims, head.certify.claims, path),
    policyChanges: difference('policy', 'The policy', base.policy, head.policy, path),
  }
}

function readBaseSettings(path        , text        )           {
  try {
    return readSettings({
      command: 'gate',
      file: { name: path, text },
      inputs: new Map(),
      nameInput: input => input.name,
      rebase: name => name,
    })
  } catch (cause) {
    const why = cause instanceof UserError ? cause.message : String(cause);
    throw new UserError(
      'policy.base-unreadable',
      `The bar is the base branch's, and ${path} there cannot be read: ${why}`,
      {
        hint: 'Mend the file on the base branch first',
        cause,
      },
    )
  }
}

function difference(id        , title        , base         , head         , path        )          {
  if (JSON.stringify(base) === JSON.stringify(head)) return []
  return [
    {
      id: `${id}.changed`,
      title: `${title} would change`,
      status: 'warn',
      reason: `This pull request changes ${id} from ${JSON.stringify(base ?? null)} to ${JSON.stringify(head ?? null)}; this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file: path }],
    },
  ]
}

const introduced = (path        )        => ({
  id: 'policy.introduced',
  title: 'The policy is new',
  status: 'warn',
  reason: `The base branch has no ${path}, so this run was decided by the pull request's own`,
  hint: 'Merge the settings first, then certify against them',
  locations: [{ file: path }],
});

/** What the face of a command (an action, the program) has understood of what its user gave. */
                          
                               
                                                                         
                      
                                                      
                                     
                                                       
                                         
                                                         
                                 
                              
                                                                                                 
                                   
                                                                                 
                                        
 

                          
                               
                           
                             
                                        
                                                   
                                                        
                                      
 

/**
 * Runs one command from settings to evidence, and for `gate` and `audit-record` on to the certificate. What the user can mend
 * ends as evidence that says so; it is thrown only where there is no gate whose evidence could.
 */
async function run(request         , ports       )                   {
  const { command, out } = request;
  const gates = gateCommands.filter(({ gate }) => command === gate || command === 'gate');
  const records = command === 'gate' || command === 'audit-record';
  const bar = await understood(request, ports);
  if ('error' in bar) {
    if (records) await removeRecord(out, ports);
    if (gates.length === 0) throw bar.error
    return conclude$1(command, await refuseAll(gates, bar.error, ports, out), undefined, undefined)
  }
  const produced             = [];
  for (const gate of gates) {
    if (command !== 'gate' || isWanted(gate, bar.settings)) {
      ports.log.progress(`${gate.gate} …`);
      produced.push(await produceEvidence(gate, bar.settings, ports, out, notesFor(gate, bar)));
    } else await ports.files.remove(`${out}/${evidenceFile(gate.gate)}`);
  }
  const certification = records ? await certify$1(bar, request, ports) : undefined;
  return conclude$1(command, produced, certification, bar.settings.record.release)
}

async function refuseAll(
  gates                        ,
  error         ,
  ports       ,
  out        ,
)                      {
  const produced             = [];
  for (const { gate } of gates) produced.push(await produceRefusedEvidence(gate, error, ports, out));
  return produced
}

const notesFor = ({ gate }             , { claimChanges }     ) => (gate === 'model-certify' ? claimChanges : []);

async function understood(request         , ports       )                                    {
  try {
    const file =
      request.config === undefined
        ? undefined
        : { name: request.config, text: await ports.files.readText(request.config) };
    const settings = readSettings({ ...request, ...(file ? { file } : {}) });
    const { forge, context } = ports;
    return context.base !== undefined && forge && request.configPath !== undefined
      ? await takeBar(settings, request.configPath, forge)
      : ownBar(settings)
  } catch (error) {
    return { error }
  }
}

async function certify$1(
  { settings, policyChanges }     ,
  { key = '', out, evidence, rebase }         ,
  ports       ,
)                         {
  const isText = key.includes('-----BEGIN');
  const record = key === '' || isText ? settings.record : { ...settings.record, key: rebase(key) };
  const options = { out, evidence, notes: policyChanges, privateKey: isText ? key : undefined };
  return auditRecord({ ...settings, record }, options, ports)
}

/** The gate runs what the policy requires, and whatever else has something to look at. */
const isWanted = (command             , settings          ) =>
  settings.policy.require.includes(command.gate) || command.isConfigured(settings);

function conclude$1(
  command             ,
  produced                     ,
  certification                           ,
  release                    ,
)          {
  const verdict = certification?.verdict ?? worstVerdict(produced.map(({ evidence }) => evidence.verdict));
  const errors = [...produced, ...(certification ? [certification] : [])].flatMap(({ error }) =>
    error === undefined ? [] : [error],
  );
  return { command, verdict, exitCode: exitCode(verdict, errors), produced, certification, release }
}

const permission          = {
  code: 'file.permission',
  kind: 'environment',
  message: (name, verb) => `Expected permission to ${verb} ${name} but the system refused it`,
  hint: 'Give the user that runs Proofmark access to it, e.g. with chmod or chown',
};
const full          = {
  code: 'file.disk-full',
  kind: 'environment',
  message: (name, verb) => `Expected room to ${verb} ${name} but the disk is full`,
  hint: 'Free some space, or choose another folder with --out',
};
const folder          = {
  code: 'file.is-folder',
  kind: 'input',
  message: name => `Expected ${name} to be a file but it is a folder`,
  hint: 'Name a file in it',
};

/** What a system error says to the reader, by its code. */
const MEANINGS$1                                    = {
  EACCES: permission,
  EPERM: permission,
  ENOSPC: full,
  EDQUOT: full,
  EISDIR: folder,
  EROFS: {
    code: 'file.read-only',
    kind: 'environment',
    message: (name, verb) => `Expected to ${verb} ${name} but its disk is read-only`,
    hint: 'Choose another folder with --out',
  },
  ENOTDIR: {
    code: 'file.not-a-folder',
    kind: 'input',
    message: name => `Expected every part of ${name} but the last to be a folder but one is a file`,
    hint: 'Check the path',
  },
  EEXIST: {
    code: 'file.not-a-folder',
    kind: 'input',
    message: name => `Expected every part of ${name} but the last to be a folder but one is a file`,
    hint: 'Check the path',
  },
  ELOOP: {
    code: 'file.link-loop',
    kind: 'input',
    message: name => `Expected ${name} to lead to a file but its links go in a circle`,
    hint: 'Remove the link',
  },
  ERR_FS_FILE_TOO_LARGE: {
    code: 'file.too-large',
    kind: 'input',
    message: name => `Expected ${name} to fit in memory but it is larger than 2 GiB`,
    hint: 'Split the file',
  },
};

/** A failed system call, or the code of one, as a `UserError` that names the path as the user knows it; anything else as it is. */
function fileError(name        , verb                             , cause         )          {
  if (cause instanceof UserError) return cause
  const code = systemCode(cause);
  if (code === undefined) return cause
  const meaning = MEANINGS$1[code];
  if (!meaning) {
    return new UserError('file.system', `Expected to ${verb} ${name} but the system said ${code}`, {
      file: name,
      kind: 'environment',
      hint: 'Mend the disk or the path and run again',
      cause,
    })
  }
  const { message, ...details } = meaning;
  return new UserError(details.code, message(name, verb), { file: name, kind: details.kind, hint: details.hint, cause })
}

/** The code of a system error, e.g. `ENOENT`. */
function systemCode(cause         )                     {
  if (typeof cause === 'string') return cause
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}

/**
 * A glob as the folder to look in and the names to take. `*` stands for any text inside one name, hidden names too;
 * `**` as a whole part stands for any number of folders. Every other character stands for itself.
 */
function globPattern(glob        )                                      {
  const parts = glob.split('/');
  const first = parts.findIndex(part => part.includes('*'));
  const source = parts.map((part, i) => {
    const last = i === parts.length - 1;
    if (part === '**') return last ? '.*' : '(?:[^/]+/)*'
    return `${part.split('*').map(literal$1).join('[^/]*')}${last ? '' : '/'}`
  });
  return { folder: parts.slice(0, first).join('/') || '.', pattern: new RegExp(`^${source.join('')}$`, 's') }
}

const literal$1 = (text        )         => text.replace(/[\\^$.+?()[\]{}|]/g, '\\$&');

/** A path of the user's, found on this machine. */
                          
                                                                                         
                       
                           
 

/** A path of the user's, seen from the root. */
function locate$1(root        , path        )          {
  if (path === '' || path.includes('\0')) {
    throw new UserError('file.path', `Expected a path but found ${JSON.stringify(path)}`, {
      hint: 'Give a path relative to the folder of proofmark.yml',
    })
  }
  const absolute = resolve(root, path);
  return { absolute, name: relative(root, absolute).split(sep).join('/') || '.' }
}

/** Whether a path relative to a folder leads out of it. */
const leaves = (name        )          => name === '..' || /^\.\.[/\\]/.test(name) || isAbsolute(name);

/**
 * Refuses a symbolic link inside the root whose target is outside. Who names `../other/file` in the settings means it;
 * a link that somebody committed is content, and content does not choose what is read.
 */
async function refuseLinkOutside(root        , { name, absolute }         )                {
  if (leaves(name)) return
  const [realRoot, real] = await Promise.all([realpath(root), realpath(absolute)]);
  if (!leaves(relative(realRoot, real))) return
  throw new UserError(
    'file.link-leaves-root',
    `Expected ${name} to stay inside the repository but it is a link out of it`,
    {
      file: name,
      hint: 'Put the file itself in the repository, or name its real path in the settings',
    },
  )
}

/** How many names of a folder a hint lists. */
const MAX_NAMES = 5;

/** A file that is not there, with what its folder holds that the user may have meant. */
async function missingFile({ name, absolute }         , cause          )                     {
  const names = await namesIn(dirname(absolute));
  const folder = name.includes('/') ? dirname(name) : 'the folder of the settings';
  return new UserError('file.missing', `Expected ${name} to be a file but there is none`, {
    file: name,
    hint: names
      ? nearby(name, names, folder)
      : `There is no folder ${folder}; paths are relative to that of proofmark.yml`,
    cause,
  })
}

function nearby(name        , names                   , folder        )         {
  const sought = basename(name);
  const byCase = new Map(names.map(candidate => [candidate.toLowerCase(), candidate]));
  const near = closestMatch(sought.toLowerCase(), [...byCase.keys()], {
    maxDistance: Math.max(2, Math.floor(sought.length / 3)),
  });
  const meant = near === undefined ? undefined : byCase.get(near);
  if (meant !== undefined) return `Did you mean ${name.slice(0, name.length - sought.length)}${meant}?`
  if (names.length === 0) return `The folder ${folder} is empty; paths are relative to that of proofmark.yml`
  const shown = names.toSorted().slice(0, MAX_NAMES).join(', ');
  return `In ${folder}: ${shown}${names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : ''}`
}

async function namesIn(folder        )                                {
  try {
    return await readdir(folder)
  } catch {
    return undefined
  }
}

/** Left out of every folder: not the user's work. */
const LEFT_OUT$2 = new Set(['.git', 'node_modules']);

/** The files that paths, folders and globs name, as names relative to the root; sorted by UTF-8 bytes, each once. */
async function listFiles(root        , paths                   )                    {
  const names = new Set        ();
  for (const path of paths) for (const name of await named(root, path)) names.add(name);
  return [...names].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

async function named(root        , path        )                    {
  const located = locate$1(root, path);
  const found = await kindOf(located);
  if (found === undefined && !path.includes('*')) throw await missingFile(located)
  const files = found === undefined ? await matches(root, located) : await below(root, located, found);
  if (files.length > 0) return files
  throw new UserError('file.no-match', `Expected ${path} to name at least one file but it names none`, {
    file: located.name,
    hint: 'Check the spelling, and that an earlier step made the files',
  })
}

function below(root        , located         , kind                   )                    {
  return kind === 'file' ? refuseLinkOutside(root, located).then(() => [located.name]) : walk(root, located)
}

async function matches(root        , glob         )                    {
  const { folder, pattern } = globPattern(glob.name);
  const base = locate$1(root, folder);
  const kind = await kindOf(base);
  if (kind === undefined) throw await missingFile(base)
  const files = kind === 'folder' ? await walk(root, base) : [];
  return files.filter(name => pattern.test(name))
}

/** Every file below a folder. A link is followed where it stays inside the root (outside it: inside the folder), else refused. */
async function walk(
  root        ,
  folder         ,
  boundary = leaves(folder.name) ? folder.absolute : root,
)                    {
  const files           = [];
  await visit(folder.absolute, new Set());
  return files

  async function visit(absolute        , above                     )                {
    const here = locate$1(root, absolute);
    const real = await realpath(absolute);
    if (above.has(real)) return
    for (const entry of await entriesOf(here)) {
      if (LEFT_OUT$2.has(entry.name)) continue
      const child = locate$1(root, join(absolute, entry.name));
      if (entry.isSymbolicLink()) await refuseDanglingOrOutside(child);
      const kind = entry.isSymbolicLink() ? await kindOf(child) : kindOfEntry(entry);
      if (kind === 'file') files.push(child.name);
      if (kind === 'folder') await visit(child.absolute, new Set([...above, real]));
    }
  }

  async function refuseDanglingOrOutside(link         )                {
    if ((await kindOf(link)) === undefined) throw await missingFile(link)
    await refuseLinkOutside(boundary, { ...locate$1(boundary, link.absolute), name: link.name });
  }
}

async function entriesOf(folder         )                    {
  try {
    return await readdir(folder.absolute, { withFileTypes: true })
  } catch (cause) {
    throw fileError(folder.name, 'read', cause)
  }
}

const kindOfEntry = (entry        )                                =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : undefined;

async function kindOf({ name, absolute }         )                                         {
  try {
    return (await stat(absolute)).isDirectory() ? 'folder' : 'file'
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined
    throw fileError(name, 'read', cause)
  }
}

/** The file's stats once it is known to be a regular file that may be read: never a folder, a pipe or a link out of the root. */
async function regularFile(root        , located         )                 {
  const stats = await stat(located.absolute).catch(async cause => {
    throw systemCode(cause) === 'ENOENT' ? await missingFile(located, cause) : fileError(located.name, 'read', cause)
  });
  if (stats.isDirectory()) throw fileError(located.name, 'read', 'EISDIR')
  if (!stats.isFile()) {
    throw new UserError('file.not-regular', `Expected ${located.name} to be a file but it is a pipe or a device`, {
      file: located.name,
      hint: 'Write its content to a file first',
    })
  }
  await refuseLinkOutside(root, located);
  return stats
}

/** Deletes the file, or the link of that name but never its target; one that is not there is no fault. */
async function removeFile(root        , target         )                {
  try {
    await refuseLinkOutside(root, locate$1(root, dirname(target.absolute)));
    await unlink(target.absolute);
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw fileError(target.name, 'delete', cause)
  }
}

const SIGNATURES                                                             = [
  { name: 'UTF-32', binary: false, bytes: [0xff, 0xfe, 0x00, 0x00] },
  { name: 'UTF-32', binary: false, bytes: [0x00, 0x00, 0xfe, 0xff] },
  { name: 'UTF-16', binary: false, bytes: [0xff, 0xfe] },
  { name: 'UTF-16', binary: false, bytes: [0xfe, 0xff] },
  { name: 'a gzip archive', binary: true, bytes: [0x1f, 0x8b] },
  { name: 'a zip archive (or a workbook of Excel)', binary: true, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'a Parquet file', binary: true, bytes: [0x50, 0x41, 0x52, 0x31] },
  { name: 'a Zstandard archive', binary: true, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
];

/** How many bytes are looked at for the zeros of UTF-16. */
const SAMPLE = 512;

/** What a file is by its first bytes, where that is not UTF-8. */
function encodingOf(head            )                    {
  const signed = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (signed) return { name: signed.name, binary: signed.binary }
  return looksLikeUtf16(head.subarray(0, SAMPLE)) ? { name: 'UTF-16', binary: false } : undefined
}

/** Latin text in UTF-16 has a zero in every second byte. */
function looksLikeUtf16(bytes            )          {
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return bytes.length >= 4 && Math.max(even, odd) > bytes.length * 0.4 && Math.min(even, odd) < bytes.length * 0.05
}

const NEWLINE$1 = 0x0a;
const RESAVE = 'Save it as UTF-8';
const GIT_LFS = 'version https://git-lfs.github.com/spec/';

/** Watches bytes go by. */
                            
                                                                                      
                                     
             
 

/** Watches a file's bytes go by and throws a `UserError` with byte offset and line at the first that is no UTF-8 text. */
function textGuard(name        )            {
  let offset = 0;
  let line = 1;
  let carry             = new Uint8Array();
  let first = true;
  return { next, end }

  function next(chunk            )             {
    if (first && chunk.length > 0) {
      first = false;
      refuseKnown(chunk);
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
        offset = 3;
        return next(chunk.subarray(3))
      }
    }
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const whole = bytes.length - unfinished(bytes);
    inspect(bytes.subarray(0, whole));
    carry = bytes.slice(whole);
    offset += whole;
    return chunk
  }

  function end()       {
    if (carry.length > 0) refuse('file.encoding', `a character cut off at byte ${offset}`, RESAVE, line);
  }

  function inspect(bytes            )       {
    const nul = bytes.indexOf(0);
    const invalid = isUtf8(bytes) ? -1 : firstInvalid(bytes);
    if (nul >= 0 && (invalid < 0 || nul < invalid)) {
      const found = `a NUL byte at byte ${offset + nul}`;
      refuse('file.nul', found, 'Is it text at all? Write it again without NUL bytes', line + newlines(bytes, nul));
    }
    if (invalid >= 0) {
      const found = `0x${bytes[invalid]?.toString(16)} at byte ${offset + invalid}`;
      const hint = `It looks like Windows-1252 or Latin-1. ${RESAVE}`;
      refuse('file.encoding', found, hint, line + newlines(bytes, invalid));
    }
    line += newlines(bytes, bytes.length);
  }

  function refuseKnown(head            )       {
    if (Buffer.from(head.subarray(0, GIT_LFS.length)).toString('latin1') === GIT_LFS) {
      refuse('file.git-lfs', 'a Git LFS pointer', 'Run git lfs pull first; with actions/checkout, set lfs: true', 1);
    }
    const known = encodingOf(head);
    if (known?.binary) refuse('file.binary', known.name, 'Unpack or export it to text first', 1);
    if (known) refuse('file.encoding', known.name, RESAVE, 1);
  }

  function refuse(code           , found        , hint        , at        )        {
    const message = `Expected ${name} to be UTF-8 text but found ${found} (${name}:${at})`;
    throw new UserError(code, message, { file: name, line: at, hint })
  }
}

/** Bytes at the end that may be a character's beginning. */
function unfinished(bytes            )         {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}

/** Where the first byte stands that belongs to no UTF-8 character. Only asked of bytes that hold one. */
function firstInvalid(bytes            )         {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const cut = middle - unfinished(bytes.subarray(low, middle));
    if (cut <= low) break
    if (isUtf8(bytes.subarray(low, cut))) low = cut;
    else high = middle;
  }
  for (let at = low; at < high; ) {
    const size = [1, 2, 3, 4].find(length => isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length);
    if (size === undefined) return at
    at += size;
  }
  return low
}

function newlines(bytes            , before        )         {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE$1); at >= 0 && at < before; at = bytes.indexOf(NEWLINE$1, at + 1)) count++;
  return count
}

/** Writes the whole file or nothing: a reader sees the old content or the new, never a part. */
async function writeFile(
  root        ,
  target         ,
  content                     ,
  secret         ,
)                {
  const folder = dirname(target.absolute);
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    await refuseLinkOutside(root, locate$1(root, await existing(folder)));
    await mkdir(folder, { recursive: true });
    const file = await open$1(temporary, 'wx', secret ? 0o600 : 0o666);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target.absolute);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    throw fileError(target.name, 'write', cause)
  }
}

/** The folder itself or the nearest above it that is there. */
async function existing(folder        )                  {
  try {
    await realpath(folder);
    return folder
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : existing(above)
  }
}

const NOT_THERE                                  = new Set(['ENOENT', 'ENOTDIR']);

/** The files of this machine, by path relative to `root`, the absolute path of the settings' folder. */
function localFiles(root        )        {
  const digests = new Map                                                    ();

  return {
    read: async (path, options) => read(locate$1(root, path), options?.maxBytes),

    async readText(path, options) {
      const located = locate$1(root, path);
      const guard = textGuard(located.name);
      const text = guard.next(await read(located, options?.maxBytes));
      guard.end();
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)
    },

    async exists(path) {
      const { name, absolute } = locate$1(root, path);
      try {
        await stat(absolute);
        return true
      } catch (cause) {
        if (NOT_THERE.has(systemCode(cause))) return false
        throw fileError(name, 'read', cause)
      }
    },

    list: paths => listFiles(root, paths),

    async digest(path) {
      const located = locate$1(root, path);
      const known = digests.get(located.absolute);
      if (known) return known
      const digest = hash(located);
      digests.set(located.absolute, digest);
      return digest
    },

    async write(path, content, options) {
      const located = locate$1(root, path);
      digests.delete(located.absolute);
      await writeFile(root, located, content, options?.secret === true);
    },

    async remove(path) {
      const located = locate$1(root, path);
      digests.delete(located.absolute);
      await removeFile(root, located);
    },
  }

  async function read(located         , maxBytes = Number.POSITIVE_INFINITY)                      {
    refuseLarger(located, (await regularFile(root, located)).size, maxBytes);
    try {
      const content = await readFile(located.absolute);
      refuseLarger(located, content.length, maxBytes);
      return content
    } catch (cause) {
      throw fileError(located.name, 'read', cause)
    }
  }

  async function hash(located         )                                             {
    await regularFile(root, located);
    const sha256 = createHash('sha256');
    let bytes = 0;
    try {
      for await (const chunk of createReadStream(located.absolute, { highWaterMark: 1 << 20 })) {
        sha256.update(chunk);
        bytes += chunk.length;
      }
    } catch (cause) {
      throw fileError(located.name, 'read', cause)
    }
    return { sha256: sha256.digest('hex'), bytes }
  }
}

function refuseLarger({ name }         , bytes        , maxBytes        )       {
  if (bytes <= maxBytes) return
  throw new UserError('file.too-large', `Expected ${name} to have at most ${maxBytes} bytes but it has ${bytes}`, {
    file: name,
    hint: 'Is it the right file?',
  })
}

const PREFIX = '@secretlint/secretlint-rule-';
/** A file that is judged does not get to say which of its lines are judged. */
const LEFT_OUT$1 = [`${PREFIX}filter-comments`];
const OPTIONS                                   = { [`${PREFIX}aws`]: { enableIDScanRule: true } };

/** Secretlint with its recommended rules; loaded when first asked. What it finds leaves here as a fingerprint only. */
function secretlint()          {
  return {
    async find(path, text) {
      const [{ lintSource }, preset] = await Promise.all([
        import('./secretlint.js').then(function (n) { return n.i; }),
        import('./secretlint.js').then(function (n) { return n.a; }),
      ]);
      const rules = preset.rules
        .filter(rule => !LEFT_OUT$1.includes(rule.meta.id))
        .map(rule => ({ id: rule.meta.id, rule, options: OPTIONS[rule.meta.id] ?? {} }));
      const { messages } = await lintSource({
        source: { content: text, filePath: path, ext: extname(path), contentType: 'text' },
        options: { config: { rules }, noPhysicFilePath: true },
      });
      return messages.map(({ ruleId, messageId, range: [start, end], loc })                => {
        const rule = `${ruleId.replace(PREFIX, '')}/${messageId}`;
        return { rule, line: loc.start.line, fingerprint: fingerprint(rule, text.slice(start, end)) }
      })
    },
  }
}

/** Some rules take a quote after the value with it. */
const fingerprint = (rule        , value        ) =>
  createHash('sha256')
    .update(`${rule}\n${value.replace(/["'`]+$/, '')}`)
    .digest('hex')
    .slice(0, 16);

/** How bundles name a public key: the SHA-256 of its DER (SPKI), hexadecimal. Unlike PEM, DER spells a key in one way only. */
function keyId(publicKey           )         {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** The bytes a DSSE signature is over: "DSSEv1 <length> <type> <length> <payload>", lengths in bytes (DSSE v1.0.2, protocol). */
function preAuthenticationEncoding(payloadType        , payload            )         {
  const head = `DSSEv1 ${Buffer$1.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  return Buffer$1.concat([Buffer$1.from(head), payload])
}

/** The key, if it is on P-256: the one curve that every verifier of Sigstore bundles takes with SHA-256. */
function requireP256(key           , hint        )            {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return key
  const found = [key.asymmetricKeyType?.toUpperCase(), namedCurve ?? modulusLength].filter(Boolean).join(' ');
  throw new UserError('signing.key-type', `Expected a P-256 key but found ${found}`, { hint })
}

const HINT$1 = 'Make a key pair with `proofmark keygen`';

/** An unencrypted P-256 private key from PEM (PKCS#8, or SEC1 as `openssl ecparam -genkey` writes it). Messages never quote it. */
function privateKeyFrom(pem        )            {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/.test(pem))
    throw new UserError('signing.key-encrypted', 'Expected an unencrypted private key but found an encrypted one', {
      hint: 'Decrypt it with `openssl pkcs8 -in encrypted.key -out proofmark.key` and keep it as a secret',
    })
  if (!/-----BEGIN (EC |RSA )?PRIVATE KEY-----/.test(pem)) {
    const found = /-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem) ? 'a public key' : 'none';
    throw new UserError('signing.key-not-private', `Expected a private key in PEM but found ${found}`, { hint: HINT$1 })
  }
  return requireP256(parse$1(pem), HINT$1)
}

function parse$1(pem        )            {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new UserError('signing.key-unreadable', 'Expected a private key in PEM but found one that cannot be read', {
      hint: 'Keep its line breaks, from the BEGIN line to the END line',
    })
  }
}

const HINT = 'Give the proofmark.pub that belongs to the key the certificate was signed with';

/** A P-256 public key from PEM (SPKI). A private key is refused: whoever verifies has no business with one. */
function publicKeyFrom(pem        )            {
  if (!/-----BEGIN (RSA )?PUBLIC KEY-----/.test(pem) || pem.includes('PRIVATE KEY-----')) {
    const found = pem.includes('PRIVATE KEY-----') ? 'a private key' : 'none';
    throw new UserError('signing.key-not-public', `Expected a public key in PEM but found ${found}`, { hint: HINT })
  }
  return requireP256(parse(pem), HINT)
}

function parse(pem        )            {
  try {
    return createPublicKey(pem)
  } catch {
    throw new UserError('signing.key-unreadable', 'Expected a public key in PEM but found one that cannot be read', {
      hint: 'Keep its line breaks, from the BEGIN line to the END line',
    })
  }
}

/** Largest certificate that is read, in bytes: 1023 files with the longest names fit. */
const MAX_BUNDLE_BYTES = 8 * 1024 * 1024;

/** Base64 in its one canonical spelling, so that no two bundles differ in a byte and mean the same. */
const Base64 = string$1().min(1).refine(isCanonicalBase64, { error: 'Expected canonical base64' });

/**
 * A Sigstore bundle v0.3 as Proofmark signs: one DSSE envelope with exactly one signature, by a bare public key. Strict, and
 * without log entries or timestamps: what we could not check must not be there.
 */
const Bundle = strictObject({
  mediaType: literal$4('application/vnd.dev.sigstore.bundle.v0.3+json'),
  verificationMaterial: strictObject({
    /** SHA-256 of the public key's DER (SPKI). */
    publicKey: strictObject({ hint: Sha256 }),
    timestampVerificationData: strictObject({}).optional(),
  }),
  dsseEnvelope: strictObject({
    payload: Base64,
    payloadType: string$1().min(1),
    signatures: tuple$1([strictObject({ sig: Base64, keyid: Sha256 })]),
  }),
});
                                           

/** The text as a bundle, or why it is none. */
function readBundle(text        )                                                            {
  let value;         
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: `Expected a Sigstore bundle but found ${text.trim() === '' ? 'an empty file' : 'no JSON'}` }
  }
  const read = Bundle.safeParse(value);
  if (read.success) return { bundle: read.data }
  const [issue] = read.error.issues;
  return {
    reason: `Expected a Sigstore bundle v0.3 as Proofmark signs it but ${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}`,
  }
}

function isCanonicalBase64(text        )          {
  try {
    return btoa(atob(text)) === text
  } catch {
    return false
  }
}

/**
 * The payload of a bundle that exactly this key has signed, or why it is refused. The thresholds are zero because a bundle of
 * this first form carries no trusted time: whoever holds the key can date a statement as they like, and a key that was stolen
 * or retired is refused by no longer trusting it, not by the date in the statement.
 */
async function verifyBundle(text        , key           )                                {
  const read = readBundle(text);
  if ('reason' in read) return { refused: read.reason }
  const id = keyId(key);
  const [signature] = read.bundle.dsseEnvelope.signatures;
  if (read.bundle.verificationMaterial.publicKey.hint !== id || signature.keyid !== id)
    return { refused: `Expected a signature by key ${short(id)} but found one by key ${short(signature.keyid)}` }
  const [{ bundleFromJSON, isBundleWithDsseEnvelope }, { toSignedEntity, Verifier }] = await Promise.all([
    import('./sigstore.js').then(function (n) { return n.i; }),
    import('./sigstore.js').then(function (n) { return n.a; }),
  ]);
  const nobody = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] };
  const trust = { ...nobody, publicKey: () => ({ publicKey: key, validFor: () => true }) };
  try {
    const bundle = bundleFromJSON(read.bundle);
    if (!isBundleWithDsseEnvelope(bundle)) return { refused: 'Expected a bundle with a DSSE envelope but found none' }
    new Verifier(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 }).verify(toSignedEntity(bundle));
    const { payload, payloadType } = bundle.content.dsseEnvelope;
    return { payload, payloadType }
  } catch (error) {
    return { refused: `Expected a signature by key ${short(id)} over this payload but ${reason(error)}` }
  }
}

const short = (id        ) => `${id.slice(0, 12)}…`;
const reason = (error         ) => (error instanceof Error ? error.message : String(error));

/**
 * Signs with a local P-256 key (ECDSA, SHA-256) into Sigstore bundles v0.3 that `openssl`, cosign and every Sigstore library
 * can verify. A bundle names its key by `publicKey.hint` and `keyid`, the SHA-256 of the key's DER (SPKI) in hexadecimal. The
 * envelope is built here rather than by @sigstore/sign, whose certificate authority and log clients a local key never uses.
 */
function sigstoreSigning()          {
  return {
    async generate() {
      return promisify(generateKeyPair)('ec', {
        namedCurve: 'P-256',
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      })
    },

    async sign(payload, payloadType, privateKey) {
      const key = privateKeyFrom(privateKey);
      const { bundleToJSON, toDSSEBundle } = await import('./sigstore.js').then(function (n) { return n.i; });
      const bundle = toDSSEBundle({
        artifact: Buffer.from(payload),
        artifactType: payloadType,
        signature: sign$2('sha256', preAuthenticationEncoding(payloadType, payload), key),
        keyHint: keyId(createPublicKey(key)),
      });
      return `${JSON.stringify(bundleToJSON(bundle), null, 2)}\n`
    },

    async verify(bundle, publicKey) {
      return verifyBundle(bundle, publicKeyFrom(publicKey))
    },

    async publicKey(privateKey) {
      const key = createPublicKey(privateKeyFrom(privateKey));
      return { pem: key.export({ type: 'spki', format: 'pem' }).toString(), sha256: keyId(key) }
    },
  }
}

const SEPARATORS                              = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars (|)'],
  [',', 'commas'],
]);

/** Refuses a header that names no columns one can speak of: none, a blank one, one twice, or one that holds another separator. */
function refuseHeader(
  name        ,
  separator        ,
  header                               ,
)                                      {
  if (!header || (header.length === 1 && header[0] === '')) throw empty(name, header !== undefined)
  refuseSeparator(name, separator, header);
  if (header.some(cell => cell.includes('\r'))) {
    throw fault('table.line-ends', `Expected lines to end in LF or CRLF but found CR alone (${name}:1)`, name, {
      hint: 'Save it with LF (Unix) or CRLF (Windows) line ends',
    })
  }
  const blank = header.findIndex(cell => cell.trim() === '');
  if (blank >= 0) {
    throw fault('table.blank-header', `Expected a name for column ${blank + 1} but found none (${name}:1)`, name, {
      hint:
        blank === 0
          ? 'Name the column; from pandas, write with index=False'
          : 'Name the column, or drop the separator that makes it',
    })
  }
  const first = new Map                ();
  for (const [i, column] of header.entries()) {
    const earlier = first.get(column);
    first.set(column, i);
    if (earlier === undefined) continue
    const places = `columns ${earlier + 1} and ${i + 1}`;
    // The name stays out of the message: without a header it would be somebody's data.
    throw fault(
      'table.duplicate-header',
      `Expected a name of its own for every column but ${places} share one (${name}:1)`,
      name,
      {
        hint: looksLikeValues(header)
          ? 'The first line looks like values: is the header missing?'
          : 'Rename or drop one of the two',
      },
    )
  }
}

/** A name of a column is seldom a number; a first row of values nearly always has one. */
const looksLikeValues = (header                   ) => header.some(cell => cell !== '' && Number.isFinite(Number(cell)));

function refuseSeparator(name        , separator        , header                   )       {
  const [only = ''] = header;
  if (header.length > 1) return
  const counts = [...SEPARATORS].map(([mark, words]) => ({ words, count: only.split(mark).length - 1 }));
  const likely = counts.toSorted((a, b) => b.count - a.count)[0];
  if (!likely || likely.count === 0) return
  throw fault(
    'table.separator',
    `Expected cells separated by ${SEPARATORS.get(separator)} but the header looks separated by ${likely.words} (${name}:1)`,
    name,
    { hint: 'Save it with commas as .csv, or with tabs as .tsv' },
  )
}

const empty = (name        , blankLine         ) =>
  blankLine
    ? fault('table.empty', `Expected a header but the first line is blank (${name}:1)`, name, {
        hint: 'Start the file with the names of its columns',
      })
    : fault('table.empty', `Expected a header and rows but ${name} is empty`, name, {
        hint: 'Check the step that writes it',
      });

const fault = (code                   , message        , file        , details                  ) =>
  new UserError(code, message, { file, line: 1, ...details });

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The 1-based line on which a byte stands, its offset counted after the byte order mark. Reads the file again: only for an error's place. */
async function lineAt(located         , offset        )                  {
  let line = 1;
  let left = offset;
  let first = true;
  for await (const chunk of createReadStream(located.absolute)) {
    if (first && BYTE_ORDER_MARK.equals(chunk.subarray(0, 3))) left += 3;
    first = false;
    for (let at = chunk.indexOf('\n'); at >= 0 && at < left; at = chunk.indexOf('\n', at + 1)) line += 1;
    left -= chunk.length;
    if (left <= 0) break
  }
  return line
}

/** What the parser's errors say to the reader; the place is the line on which the cell starts. */
const MEANINGS                                    = {
  CSV_QUOTE_NOT_CLOSED: {
    code: 'table.open-quote',
    message: place => `Expected the quote that opens here to be closed but the file ends first (${place})`,
    hint: 'Close the quote, or double it where it belongs to the text: ""',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    code: 'table.stray-quote',
    message: place => `Expected a separator or the line's end after the quoted cell that starts here (${place})`,
    hint: 'Double a quote that belongs to the text: "". Or a quote was left open on this line',
  },
  INVALID_OPENING_QUOTE: {
    code: 'table.stray-quote',
    message: place => `Expected a quote only at the start of a cell but found one inside it (${place})`,
    hint: 'Put the whole cell in quotes and double those inside: "say ""hello"""',
  },
  CSV_MAX_RECORD_SIZE: {
    code: 'table.long-row',
    message: place => `Expected the row to have at most 16 MiB but it is longer (${place})`,
    hint: 'Probably a quote that opens here is never closed',
  },
};

/** A fault that the CSV parser, fed from byte `start` of the file, met in the row that starts on `line`, as a `UserError` with the line of the cell at fault. The parser's own error quotes the cell, so it is no cause of it. */
async function csvError(located         , start        , line        , cause         )                   {
  const meaning = cause instanceof CsvError ? MEANINGS[cause.code] : undefined;
  if (!meaning || !(cause instanceof CsvError)) return cause
  const at = cause.code === 'CSV_MAX_RECORD_SIZE' ? line : await lineAt(located, start + startOfCell(cause));
  return new UserError(meaning.code, meaning.message(`${located.name}:${at}`), {
    file: located.name,
    line: at,
    hint: meaning.hint,
  })
}

/** The parser counts bytes up to the last separator, or to the end of the last row. */
const startOfCell = ({ bytes, index }          )         => Number(bytes) + (Number(index) > 0 ? 1 : 0);

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = '\r';
const QUOTE = 0x22;

/** Bytes that may wait for the end of their line; a longer line is left to the parser, which bounds it. */
const MAX_WAITING = 1024 * 1024;

                             
                                                                                                                                                                
                                                                   
                                                      
                   
 

/** Splits CSV that holds no quote, several times faster than a parser can: there, and only there, a separator always separates. */
function plainLines(separator        )             {
  let waiting             = new Uint8Array();
  return { next, end }

  function next(chunk            ) {
    const bytes =
      waiting.length > 0 ? Buffer.concat([waiting, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const quote = bytes.indexOf(QUOTE, waiting.length);
    const whole = bytes.subarray(0, quote === -1 ? bytes.length : quote).lastIndexOf(NEWLINE) + 1;
    const lines = split(bytes.subarray(0, whole));
    const left = bytes.subarray(whole);
    if (quote !== -1 || left.length > MAX_WAITING) return { lines, rest: left }
    waiting = Uint8Array.from(left);
    return { lines }
  }

  function end()             {
    return waiting.length > 0 ? split(Buffer.concat([waiting, Buffer.from('\n')])) : []
  }

  function split(bytes        )             {
    if (bytes.length === 0) return []
    return bytes
      .toString('utf8', 0, bytes.length - 1)
      .split('\n')
      .map(line => (line.endsWith(CARRIAGE_RETURN) ? line.slice(0, -1) : line).split(separator))
  }
}

/** Characters one row may have: an open quote swallows the rest of the file, and must not swallow the memory. */
const MAX_ROW = 16 * 1024 * 1024;

/** The records of a CSV file, header first, in batches, each with the physical line (ended by LF) on which it starts. */
async function* csvRecords(
  located         ,
  separator        ,
  chunks                           ,
)                        {
  const plain = plainLines(separator);
  let parser;                    
  let line = 1;
  let read = 0;

  for await (const chunk of chunks) {
    read += chunk.length;
    if (parser) {
      yield* batch(await parser.write(chunk, line));
      continue
    }
    const { lines, rest } = plain.next(chunk);
    yield* batch(lines);
    if (!rest) continue
    parser = quotedParser(located, separator, read - rest.length);
    yield* batch(await parser.write(rest, line));
  }
  yield* batch(parser ? await parser.end(line) : plain.end());

  function* batch(records            )                   {
    const rows = records.map(cells => {
      const row = { line, cells };
      line += parser ? 1 + breaksIn(cells) : 1;
      return row
    });
    if (rows.length > 0) yield rows;
  }
}

function breaksIn(cells                   )         {
  let count = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count
}

                  
                                                 
                                                             
                                        
 

/** csv-parse, for everything from the first line that holds a quote; `start` is that line's first byte in the file. */
function quotedParser(located         , separator        , start        )         {
  const parser = parse$4({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: MAX_ROW,
  });
  parser.on('error', () => {});
  return {
    write: (chunk, line) => feed(line, done => parser.write(chunk, done)),
    end: line => feed(line, done => parser.end(done)),
  }

  async function feed(line        , give                                                )                      {
    const records             = [];
    const given = new Promise      ((resolve, reject) => give(error => (error ? reject(error) : resolve())));
    try {
      drain(records);
      await given;
      drain(records);
      return records
    } catch (cause) {
      throw await csvError(located, start, line + records.reduce((sum, cells) => sum + 1 + breaksIn(cells), 0), cause)
    }
  }

  function drain(records            )       {
    for (let cells                  = parser.read(); cells !== null; cells = parser.read()) records.push(cells);
  }
}

/**
 * Passes on rows that have as many cells as the header and refuses others. Blank lines at the end of the file are no
 * rows; one between rows is refused, except in a table of one column, where it is a row whose cell is empty.
 */
function refuseRagged(name        , width        )                                   {
  let blank;                 
  return batch => {
    const kept        = [];
    for (const row of batch) {
      if (width > 1 && isBlank(row)) blank ??= row;
      else if (blank) throw ragged(blank, 'the line is blank')
      else if (row.cells.length === width) kept.push(row);
      else throw ragged(row, `found ${row.cells.length}`)
    }
    return kept
  }

  function ragged({ line, cells }     , found        )            {
    return new UserError(
      'table.ragged-row',
      `Expected ${width} cells as in the header but ${found} (${name}:${line})`,
      {
        file: name,
        line,
        hint:
          cells.length > width ? 'Put a cell that contains the separator in quotes' : 'Complete the row or remove it',
      },
    )
  }
}

const isBlank = ({ cells }     )          => cells.length === 1 && cells[0] === '';

/** CSV files (RFC 4180; `.tsv` and `.tab` separated by tabs) of this machine, by path relative to `root`. */
function csvTables(root        )         {
  return { open: async path => open(root, locate$1(root, path)) }
}

async function open(root        , located         )                 {
  await regularFile(root, located);
  const { name } = located;
  const separator = /\.(tsv|tab)$/i.test(name) ? '\t' : ',';
  const sha256 = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  let digest;                    

  const records = csvRecords(located, separator, chunks());
  const { value: first = [] } = await records.next();
  const [header, ...ahead] = first;
  refuseHeader(name, separator, header?.cells);
  const width = header.cells.length;

  return { header: header.cells, batches: batches(), material }

  async function* batches()                                 {
    const ragged = refuseRagged(name, width);
    try {
      for (let batch = ahead; ; ) {
        const kept = ragged(batch);
        rows += kept.length;
        if (kept.length > 0) yield kept;
        const next = await records.next();
        if (next.done) break
        batch = next.value;
      }
      digest = sha256.digest('hex');
    } finally {
      await records.return(undefined);
    }
  }

  function material(role                                  ) {
    if (digest === undefined) throw new Error(`${name} has not been read to its end`)
    return { name, role, digest: { sha256: digest }, bytes, rows }
  }

  async function* chunks()                             {
    const guard = textGuard(name);
    try {
      for await (const chunk of createReadStream(located.absolute)) {
        sha256.update(chunk);
        bytes += chunk.length;
        yield guard.next(chunk);
      }
    } catch (cause) {
      throw fileError(name, 'read', cause)
    }
    guard.end();
  }
}

/** The settings file that is looked for, and the output folder beside it that is used, where none is named. */
const DEFAULT_CONFIG = 'proofmark.yml';
const DEFAULT_OUT = '.proofmark';

                        
                                                               
                       
                                                                                               
                                     
                                                           
                                         
                                                                 
                              
                                                                           
                                        
 

/** Where a run takes place: the folder of its settings file, or the working directory. */
function locate(cwd        , config                    )        {
  const path = config ?? (existsSync(resolve(cwd, DEFAULT_CONFIG)) ? DEFAULT_CONFIG : undefined);
  const root = path === undefined ? cwd : dirname(resolve(cwd, path));
  const rebase = (name        ) => slashed(relative(root, resolve(cwd, name))) || '.';
  const slashed = (name        ) => name.split(sep).join('/');
  return {
    root,
    config: path === undefined ? undefined : basename(path),
    configPath: path === undefined ? undefined : slashed(relative(cwd, resolve(cwd, path))),
    rebase,
    out: asked => (asked === undefined ? DEFAULT_OUT : rebase(asked)),
  }
}

/** Hands the adapters to the ports: the one place that knows them all. */
function compose(root        , log     , context            , forge        )        {
  return {
    files: localFiles(root),
    tables: csvTables(root),
    secrets: secretlint(),
    signing: sigstoreSigning(),
    log,
    context,
    ...(forge === undefined ? {} : { forge }),
    now: () => new Date(),
    sha256: content => createHash('sha256').update(content).digest('hex'),
  }
}

/** How a command runs, rather than what it checks: inputs that every action has. */
const Options = strictObject({
  config: string$1().optional().meta({ description: 'Settings file. Default: proofmark.yml, where there is one' }),
  out: string$1().optional().meta({
    description: 'Folder that evidence and certificates are written to. Default: .proofmark beside the settings file',
  }),
  'on-failure': _enum(['fail', 'report']).default('fail').meta({
    description: 'fail: a verdict other than passed fails the step. report: the step succeeds and only reports it',
  }),
  publish: boolean$1().default(true).meta({
    description:
      'true: show the result as a check run and in the pull request comment. false: only in the log, the job summary and the evidence',
  }),
});

/** Why a gate did not pass, in a line: the check that decided, and how many more there are. */
function failureLine({ gate, verdict, checks }          )         {
  const open = checks.filter(({ status }) => status === 'fail' || status === 'inconclusive');
  const [worst] = open.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status));
  if (!worst) return `${gate} ${verdict}`
  const more = open.length > 1 ? ` (and ${open.length - 1} more)` : '';
  return visible(`${gate} ${verdict}: ${worst.reason}${worst.hint === undefined ? '' : `. ${worst.hint}`}${more}`)
}

/** UTF-8 bytes one UTF-16 unit can take. */
const BYTES_PER_UNIT = 3;

/** What a step writes to its job's summary. */
function jobSummary(evidence                     , recorded                      )         {
  const limit = Math.floor(LIMITS.stepSummary / BYTES_PER_UNIT);
  const sections = evidence.map(
    document => `${section(document, Math.floor(limit / 10))}\n\n${fullReport(document, Math.floor(limit / 10))}`,
  );
  return `${withinLimit('', recorded ? [recordSection(recorded, Math.floor(limit / 5)), ...sections] : sections, limit)}\n`
}

/** What a gate looked at and measured, in a line or a few: a gate that passes should say more than that it passed. */
function highlights(evidence          )           {
  if (evidence.result === null) return []
  switch (evidence.gate) {
    case 'data-validate':
      return evidence.result.files.map(
        ({ file, rows, columns }) => `${file}: ${count$3(rows, 'row')}, ${count$3(columns.length, 'column')}`,
      )
    case 'model-certify':
      return answers(evidence.result, evidence.checks)
    case 'security-scan':
      return evidence.result.files
        .filter(({ globals }) => globals > 0)
        .slice(0, 5)
        .map(({ path, format, globals }) => `${path}: ${format}, ${count$3(globals, 'import')}, each on the allow list`)
    case 'drift-compare': {
      const { rows, columns, tests } = evidence.result;
      return [
        `${count$3(columns.length, 'column')}, ${count$3(rows.reference, 'row')} against ${count$3(rows.current, 'row')}, ${formatNumber$1(tests)} tests adjusted together`,
      ]
    }
  }
}

/** Each claim with what was found, one below the other. */
function answers({ claims }             , checks                  )           {
  const width = Math.max(0, ...claims.map(({ claim }) => claim.length));
  return claims.flatMap(({ claim, check }) => {
    const answer = checks.find(({ id }) => id === check);
    return answer?.measured && answer.status === 'pass'
      ? [`${claim.padEnd(width)}  ${found(answer)} ${wanted(answer)}`]
      : []
  })
}

/** What a line says, for a terminal to colour. */
                                                                  

                       
                     
                       
 

const SIGN                                   = {
  pass: '✔',
  passed: '✔',
  warn: '!',
  fail: '✘',
  failed: '✘',
  inconclusive: '?',
};

/** Checks told on a terminal; the evidence has all of them. */
const TOLD = 12;

/** A gate's evidence as lines of text: the verdict, then everything that did not pass, worst first. */
function terminalLines(evidence          )         {
  const open = evidence.checks.filter(check => check.status !== 'pass').toSorted(byStatus);
  return [
    {
      tone: evidence.verdict,
      text: `${SIGN[evidence.verdict]} ${evidence.gate.padEnd(14)} ${visible(verdictLine(evidence))}`,
    },
    ...highlights(evidence).map(text => ({ tone: 'muted'         , text: `    ${visible(text)}` })),
    ...open.slice(0, TOLD).flatMap(told),
    ...(open.length > TOLD ? [{ tone: 'muted'         , text: `    … and ${open.length - TOLD} more` }] : []),
  ]
}

function told(check       )         {
  const at = (check.locations ?? []).slice(0, 3).map(place$1);
  return [
    { tone: check.status, text: `    ${SIGN[check.status]} ${visible(check.title)}` },
    ...check.reason.split('\n').map(text => ({ tone: 'plain'         , text: `      ${visible(text)}` })),
    ...(check.hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(check.hint)}` }]),
    ...(at.length > 0 ? [{ tone: 'muted'         , text: `      ${visible(at.join(', '))}` }] : []),
  ]
}

const byStatus = (a       , b       ) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status);

/** Where things are, as the reader in the working directory would type it. */
                                            

/** Everything a run found, for a terminal: the gates, then the record. */
function terminalReport(evidence                     , recorded                      , shown       )         {
  const gates = evidence.flatMap(document => [...terminalLines(document), blank]);
  return recorded ? [...gates, ...recordLines(recorded, shown)] : gates.slice(0, -1)
}

/** The result in one line: of the record where there is one, else of the gate. */
function oneLine$1(evidence                     , recorded                      )         {
  if (recorded) return visible(recordLine(recorded))
  return evidence.map(document => `${document.gate} ${lowerFirst(verdictLine(document))}`).join(' · ')
}

function recordLines(recorded          , shown       )         {
  const { decision, model, path, problem } = recorded;
  const tone = problem ? 'inconclusive' : decision.verdict;
  const open = decision.rules.filter(rule => rule.status !== 'passed');
  return [
    { tone, text: visible(recordLine(recorded)) },
    ...open.flatMap(rule => [
      { tone: rule.status, text: `    ${visible(rule.reason)}` },
      ...(rule.hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(rule.hint)}` }]),
    ]),
    ...(problem ? [{ tone: 'plain'         , text: `    ${visible(problem.message)}` }] : []),
    ...(problem?.hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(problem.hint)}` }]),
    ...decision.notes.map(note => ({ tone: 'muted'         , text: `    ${visible(note)}` })),
    ...(model.id === undefined ? [] : [{ tone: 'muted'         , text: `    model id     ${model.id}` }]),
    ...(path === undefined
      ? []
      : [
          {
            tone: 'muted'         ,
            text: `    ${decision.verdict === 'passed' ? 'certificate ' : 'refusal     '} ${shown(path)}`,
          },
        ]),
  ]
}

const blank       = { tone: 'plain', text: '' };
const lowerFirst = (text        ) => text.charAt(0).toLowerCase() + text.slice(1);

/** Tone names as `src/report/terminal.ts` gives them. */
const STYLE                                                            = {
  pass: 'green',
  passed: 'green',
  fail: 'red',
  failed: 'red',
  warn: 'yellow',
  inconclusive: 'yellow',
  muted: 'dim',
  strong: 'bold',
};

/** Writes lines, coloured where the stream is a terminal and NO_COLOR is not set. */
function printLines(stream                    , lines                                           )       {
  for (const { tone, text } of lines) {
    const style = STYLE[tone];
    stream.write(`${style === undefined ? text : styleText(style, text, { stream })}\n`);
  }
}

/** What an answer, or the want of one, means for the request: may it be sent again, and what shall the reader be told? */
                     
                                            
                                                          
                                        
                                                             
                                                                                            
                                                                                            
                                
                                                                                  

/** GitHub asks to wait a minute where it refuses for a secondary limit and names no time. */
const UNNAMED_WAIT = 60;

const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

                                   
                         
                                                                                                      
 

/** By shape: importing octokit's class here would load octokit at start-up. */
const isHttpError = (error         )                     => error instanceof Error && error.name === 'HttpError';

/** Reads an error of octokit's; undefined for one that is not about a request. */
function failureOf(error         , now = Date.now())                      {
  if (!isHttpError(error)) return undefined
  const { status, response } = error;
  if (response === undefined) return unanswered(error)

  const reason = messageOf$1(response.data) ?? error.message;
  const { 'retry-after': retryAfter, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = response.headers;
  const asked = retryAfter === undefined ? undefined : Number(retryAfter);

  if (status === 429 || (status === 403 && (asked !== undefined || remaining === '0' || /rate limit/i.test(reason)))) {
    const untilReset = remaining === '0' && reset !== undefined ? Math.ceil(Number(reset) - now / 1000) + 1 : undefined;
    return { kind: 'limited', seconds: Math.max(0, asked ?? untilReset ?? UNNAMED_WAIT) }
  }
  if (status >= 500) return { kind: 'lost', reason: `${status} ${reason}`, seconds: asked }
  return { kind: 'refused', status, reason }
}

/** Whether GitHub says that there is no such thing; it says so, too, of what the token may not see. */
function isAbsent(error         )          {
  const failure = failureOf(error);
  return failure?.kind === 'refused' && failure.status === 404
}

function unanswered(error           )          {
  const code = codeOf(error.cause);
  const reason = code === undefined || error.message.includes(code) ? error.message : `${error.message} (${code})`;
  // Fetch's own TypeError without a code is about the address: a forbidden port, an unknown scheme.
  const notSent = code === undefined ? error.cause instanceof TypeError : NOT_CONNECTED.has(code);
  return notSent ? { kind: 'unreachable', reason } : { kind: 'lost', reason, seconds: undefined }
}

/** The system's code, which fetch hides one or two causes deep. */
function codeOf(cause         )                     {
  if (!(cause instanceof Error)) return undefined
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  return codeOf(cause.cause)
}

function messageOf$1(data         )                     {
  if (typeof data !== 'object' || data === null || !('message' in data) || typeof data.message !== 'string') return
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors.map(detailOf) : [];
  return [data.message, ...errors].join(': ').replace(/\s+/g, ' ').slice(0, 300)
}

function detailOf(error         )         {
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null) return String(error)
  if ('message' in error && typeof error.message === 'string') return error.message
  return 'field' in error && 'code' in error ? `${error.field} ${error.code}` : JSON.stringify(error)
}

/** The error a reader can act on, for whatever went wrong while `task` was being done; what is not about a request stays as it is. */
function explain(error         , task      , apiUrl        , now = Date.now())          {
  const failure = failureOf(error, now);
  if (failure === undefined) return error
  const { code, message, hint } = explanation(failure, task, new URL(apiUrl).host, now);
  return new UserError(code, message, { hint, kind: 'environment', cause: error })
}

                                                                              

function explanation(failure         , task      , host        , now        )              {
  const { doing, permission, caveat } = task;
  switch (failure.kind) {
    case 'unreachable':
      return {
        code: 'github.unreachable',
        message: `Expected to reach ${host} to ${doing} but found no connection: ${failure.reason}`,
        hint: "Check the runner's network and proxy; without a way to GitHub set `publish: false`, or run the program `proofmark`",
      }
    case 'limited':
      return {
        code: 'github.rate-limit',
        message: `Expected to ${doing} but the rate limit of this token is used up until ${time(now, failure.seconds)}`,
        hint: 'Run the job again after that time',
      }
    case 'lost':
      return {
        code: 'github.no-answer',
        message: `Expected ${host} to ${doing} but it did not answer, several times: ${failure.reason}`,
        hint: 'See whether GitHub is up (https://www.githubstatus.com), then run the job again',
      }
    case 'refused':
      return refusal(failure.status, failure.reason)
  }

  function refusal(status        , reason        )              {
    if (status === 401) {
      return {
        code: 'github.token',
        message: `Expected a valid token to ${doing} but ${host} answered 401 (${reason})`,
        hint: 'Leave the input `token` at its default, or give it a token that has not expired',
      }
    }
    if (status === 403 || status === 404) {
      const forks = permission.endsWith('write')
        ? '; in a pull request from a fork the token can only read: publish there from a workflow_run workflow'
        : '';
      return {
        code: 'github.permission',
        message: `Expected the permission '${permission}' to ${doing} but GitHub answered ${status} (${reason})`,
        hint: `Add \`${permission}\` to the job's permissions${forks}${caveat === undefined ? '' : `. ${caveat}`}`,
      }
    }
    return {
      code: 'github.rejected',
      message: `Expected GitHub to ${doing} but it answered ${status} (${reason})`,
      hint: /too long|too large|maximum|longer than|more than/i.test(reason)
        ? 'The report is larger than GitHub takes: report this to the authors of Proofmark'
        : 'Check that the commit is in this repository and that nothing else writes there at the same time',
    }
  }
}

const time = (now        , seconds        ) =>
  new Date(now + seconds * 1000).toISOString().replace('T', ' ').replace(/\..*/, ' UTC');

/** Seconds. A runner is paid by the minute: a longer wait is left to whoever runs the job again. */
const LONGEST = 90;

/**
 * Seconds to wait before a request goes out again: as long as GitHub asks, else 1, 2, 4 after each lost answer; undefined where
 * there is no use in it.
 */
function pause(failure                     , tried        )                     {
  const seconds =
    failure?.kind === 'limited'
      ? failure.seconds
      : failure?.kind === 'lost'
        ? (failure.seconds ?? 2 ** (tried - 1))
        : undefined;
  return seconds === undefined || seconds > LONGEST ? undefined : seconds
}

const TRIES$1 = 4;
/** Milliseconds for one request and its answer. */
const TIMEOUT = 60_000;

/**
 * Makes requests wait and go out again, after a rate limit and after a lost answer. A POST, or a request marked `once`, is not
 * repeated after a lost answer: it may have been carried out, and who sent it must look (see `sendOnce`).
 *
 * Octokit's own plug-ins do not serve: they repeat a POST blindly, wait fourteen seconds for a host that does not exist, wait out
 * a rate limit of an hour, and read `retry-after: 0` as a minute.
 */
function bePatient(octokit         , second        )       {
  octokit.hook.wrap('request', async (request, options) => {
    for (let tried = 1; ; tried += 1) {
      options.request.signal = AbortSignal.timeout(TIMEOUT);
      try {
        const answer = await request(options);
        if (isTorn(answer)) throw torn(answer.status)
        return answer
      } catch (error) {
        const failure = failureOf(error);
        const mayRepeat = failure?.kind !== 'lost' || (options.method !== 'POST' && options.request.once !== true);
        const seconds = mayRepeat ? pause(failure, tried) : undefined;
        if (seconds === undefined || tried === TRIES$1) throw error
        await setTimeout(seconds * second);
      }
    }
  });
}

/** JSON cut short on the way: octokit hands on the text as if it were the answer. */
const isTorn = (answer                                                                         ) =>
  answer.status !== 204 && /json/.test(answer.headers['content-type'] ?? '') && typeof answer.data === 'string';

const torn = (status        ) => Object.assign(new Error('Answer cut short'), { name: 'HttpError', status });

/** A way to one repository's API. Nothing is loaded or sent before it is used. */
                             
                        
                       
                         
                                                                                                  
                                                                           
 

function connect({ token, apiUrl, repository, second = 1000 }                   )             {
  const [owner = '', repo = '', ...rest] = repository.split('/');
  if (owner === '' || repo === '' || rest.length > 0) {
    throw new UserError('github.repository', `Expected a repository as 'owner/name' but found '${repository}'`, {
      hint: 'On a runner GITHUB_REPOSITORY holds it',
      kind: 'environment',
    })
  }
  if (!URL.canParse(apiUrl)) {
    throw new UserError('github.api-url', `Expected the address of GitHub's API but found '${apiUrl}'`, {
      hint: 'On a runner GITHUB_API_URL holds it',
      kind: 'environment',
    })
  }
  let octokit;                              

  return {
    owner,
    repo,
    second,
    async attempt(task, act) {
      octokit ??= load(token, apiUrl.replace(/\/+$/, ''), second);
      try {
        return await act(await octokit)
      } catch (error) {
        throw explain(error, task, apiUrl)
      }
    },
  }
}

async function load(token        , baseUrl        , second        )                   {
  // Behind a proxy a runner names it in HTTPS_PROXY; fetch looks there only when told to. Node 24.14 and later can.
  const { default: http } = await import('node:http');
  http.setGlobalProxyFromEnv?.();
  const { Octokit } = await import('./octokit.js');
  const octokit = new Octokit({
    auth: token,
    baseUrl,
    userAgent: `proofmark/${VERSION}`,
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  bePatient(octokit, second);
  return octokit
}

/** What we read of an event's payload; GitHub sends far more. */
const sha = string$1().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const repository = object$1({ full_name: string$1() });

const PullRequestEvent = object$1({
  pull_request: object$1({
    number: int$1().positive(),
    /** `repo` is null once the fork is deleted. */
    head: object$1({ sha, repo: repository.nullable() }),
    base: object$1({ sha, repo: repository }),
  }),
});

const MergeGroupEvent = object$1({ merge_group: object$1({ head_sha: sha, base_sha: sha }) });

const WorkflowRunEvent = object$1({
  workflow_run: object$1({
    head_sha: sha,
    head_branch: string$1().nullable(),
    head_repository: object$1({ owner: object$1({ login: string$1() }) }).nullable(),
    /** Empty for a run of a fork's pull request. */
    pull_requests: array$2(object$1({ number: int$1().positive(), head: object$1({ sha }), base: object$1({ sha }) })),
  }),
});

const TASK$3 = { doing: 'read the pull request', permission: 'pull-requests: write' };         

/** Head commit of a pull request as it stands now. */
async function headOf(connection            , pull_number        )                  {
  const { owner, repo } = connection;
  const { data } = await connection.attempt(TASK$3, octokit => octokit.rest.pulls.get({ owner, repo, pull_number }));
  return data.head.sha
}

/**
 * The newest open pull request from a branch, fork or not, whose head is still `commit`; undefined where it has moved on.
 * The commit decides, and it comes from the event: nothing that the fork's run wrote is asked.
 */
async function pullRequestOf(
  connection            ,
  commit        ,
  origin        ,
)                                     {
  const { owner, repo } = connection;
  const open = await connection.attempt(TASK$3, octokit =>
    octokit.paginate(octokit.rest.pulls.list, {
      owner,
      repo,
      state: 'open',
      head: `${origin.owner}:${origin.branch}`,
      per_page: 100,
    }),
  );
  const found = open.find(({ head }) => head.sha === commit);
  if (found === undefined) return undefined
  const { number, head, base } = found;
  return { number, head: head.sha, base: base.sha, fork: head.repo?.full_name !== base.repo.full_name }
}

/** Where the commit of a finished run came from: the owner of the repository, often a fork, and its branch. */
                         
                        
                         
 

/** What a runner's environment says of the run. */
                                                   
                                                                                         
                          
 

                                                               

/** What the variables alone tell, for the program: nothing of the event, and empty outside GitHub Actions. */
const environmentContext = (env             )             => ({
  ...(env.GITHUB_REPOSITORY && { repository: env.GITHUB_REPOSITORY }),
  ...(env.GITHUB_SHA && { commit: env.GITHUB_SHA }),
  ...(env.GITHUB_REF && { ref: env.GITHUB_REF }),
  ...runUrl(env),
});

/**
 * Reads the `GITHUB_*` variables and the event's payload; empty outside GitHub Actions. `commit` is the one this run answers:
 * what was checked out, but for a workflow_run the commit that the first run was about.
 */
async function readContext(
  env             ,
  readFile                                   ,
)                         {
  const run = environmentContext(env);
  switch (env.GITHUB_EVENT_NAME) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment': {
      const { number, head, base } = (await payload(PullRequestEvent)).pull_request;
      const fork = head.repo?.full_name !== base.repo.full_name;
      return { ...run, base: base.sha, pullRequest: { number, head: head.sha, base: base.sha, fork } }
    }
    case 'merge_group':
      return { ...run, base: (await payload(MergeGroupEvent)).merge_group.base_sha }
    case 'workflow_run':
      return { ...withoutRef(run), ...finishedRun((await payload(WorkflowRunEvent)).workflow_run) }
    default:
      return run
  }

  async function payload                          (schema        )                            {
    const path = env.GITHUB_EVENT_PATH;
    try {
      return schema.parse(JSON.parse(await readFile(path ?? '')))
    } catch (cause) {
      throw new UserError(
        'github.event',
        `Expected the payload of ${env.GITHUB_EVENT_NAME} in ${path} but found none`,
        {
          hint: 'GITHUB_EVENT_PATH must name the file the runner wrote; leave the variable as it is',
          kind: 'environment',
          cause,
        },
      )
    }
  }
}

/** The context with the pull request of a finished run filled in, which its event does not name where it came from a fork. */
async function completeContext(context               , options                   )                         {
  const { origin, commit } = context;
  if (context.pullRequest !== undefined || origin === undefined || commit === undefined) return context
  const pullRequest = await pullRequestOf(connect(options), commit, origin);
  return pullRequest === undefined ? context : { ...context, base: pullRequest.base, pullRequest }
}

function finishedRun(run                                                   )                {
  const { head_sha: commit, head_branch: branch, head_repository, pull_requests } = run;
  const named = pull_requests.find(({ head }) => head.sha === commit);
  if (named !== undefined) {
    const { number, head, base } = named;
    return { commit, base: base.sha, pullRequest: { number, head: head.sha, base: base.sha, fork: false } }
  }
  const owner = head_repository?.owner.login;
  return owner === undefined || branch === null ? { commit } : { commit, origin: { owner, branch } }
}

/** GITHUB_REF of a workflow_run is the default branch, which the commit it answers need not be on. */
function withoutRef                              ({ ref: _, ...run }     ) {
  return run
}

function runUrl(env             )                              {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt,
  } = env;
  if (!server || !repository || !id) return undefined
  const again = attempt === undefined || attempt === '1' ? '' : `/attempts/${attempt}`;
  return { url: `${server}/${repository}/actions/runs/${id}${again}` }
}

/** A file at a commit as text; undefined where the commit has no such file. */
async function readFileAt(connection            , commit        , path        )                              {
  const { owner, repo } = connection;
  const task = { doing: `read ${path} on the base branch`, permission: 'contents: read' };         
  return connection.attempt(task, async octokit => {
    try {
      const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: commit });
      if (Array.isArray(data) || data.type !== 'file' || !('encoding' in data) || data.encoding !== 'base64') {
        throw unreadable(path, 'a file of at most 1 MB')
      }
      return decode(path, data.content)
    } catch (error) {
      if (!isAbsent(error)) throw error
      // GitHub also answers 404 where the token may not read: a policy must never be missed for want of a permission.
      await octokit.rest.repos.getCommit({ owner, repo, ref: commit });
      return undefined
    }
  })
}

function decode(path        , base64        )         {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'))
  } catch {
    throw unreadable(path, 'UTF-8 text')
  }
}

const unreadable = (file        , expected        ) =>
  new UserError('github.base-file', `Expected ${file} on the base branch to be ${expected} but found something else`, {
    file,
    hint: 'Mend the file on the base branch; it is read from there so that a pull request cannot change its own rules',
  });

/** Slug of the app behind every `GITHUB_TOKEN`. */
const ACTIONS = 'github-actions';
const BOT = '[bot]';

/**
 * Who our token speaks as. An installation token cannot ask (`GET /user` refuses it), so it is GitHub Actions unless
 * `author` names another, or a check run we created has shown its app. An app writes comments as `slug[bot]`, a login
 * that no user can take.
 */
                           
                                        
                              
                                                                                                           
                                        
                                                    
 

function identity(author                    )           {
  let login = author ?? `${ACTIONS}${BOT}`;
  return {
    login: () => login,
    app: () => (login.endsWith(BOT) ? login.slice(0, -BOT.length) : undefined),
    learn: slug => {
      if (author === undefined && slug !== undefined) login = `${slug}${BOT}`;
    },
  }
}

/** Whether a comment's author is us: the login, and for an app the type that only GitHub gives. */
const isAuthor = (us          , user                                                    )          =>
  user?.login === us.login() && (us.app() === undefined || user.type === 'Bot');

const TRIES = 3;

/** Sends a write that must not be carried out twice: where its answer is lost, `look` tells whether it was, before it is sent again. */
async function sendOnce   (
  second        ,
  send                  ,
  look                              ,
)             {
  for (let tried = 1; ; tried += 1) {
    try {
      return await send()
    } catch (error) {
      const failure = failureOf(error);
      const seconds = failure?.kind === 'lost' ? pause(failure, tried) : undefined;
      if (seconds === undefined) throw error
      await setTimeout(seconds * second);
      const found = await look();
      if (found !== undefined) return found
      if (tried === TRIES) throw error
    }
  }
}

/** Reading needs less, but is only done to write: whoever adds a permission should have to do it once. */
const READ = { doing: 'read the comments of the pull request', permission: 'pull-requests: write' };         
const WRITE = { doing: 'comment on the pull request', permission: 'pull-requests: write' };         

                   
                     
                       
 

/** The oldest comment by us, on any page, whose body starts with `marker`; anyone may plant the marker, but not write as us. */
async function findComment(
  connection            ,
  us          ,
  pullRequest                    ,
  marker        ,
)                               {
  if (pullRequest === undefined) return undefined
  return connection.attempt(READ, octokit =>
    find(octokit, connection, us, pullRequest, body => body.startsWith(marker)),
  )
}

async function createComment(
  connection            ,
  us          ,
  pullRequest                    ,
  body        ,
)                  {
  if (pullRequest === undefined) {
    throw new UserError('github.no-pull-request', 'Expected a pull request to comment on but this run answers none', {
      hint: 'Set `publish: false`, or run on the event pull_request',
      kind: 'environment',
    })
  }
  const { owner, repo, second } = connection;
  return connection.attempt(WRITE, octokit =>
    sendOnce(
      second,
      async () => (await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body })).data.id,
      async () => (await find(octokit, connection, us, pullRequest, found => found === body))?.id,
    ),
  )
}

async function updateComment(connection            , id        , body        )                {
  const { owner, repo } = connection;
  await connection.attempt(WRITE, octokit => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
}

async function deleteComment(connection            , id        )                {
  const { owner, repo } = connection;
  await connection.attempt(WRITE, async octokit => {
    try {
      await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    } catch (error) {
      if (!isAbsent(error)) throw error
    }
  });
}

async function find(
  octokit         ,
  { owner, repo }            ,
  us          ,
  pullRequest        ,
  matches                           ,
)                               {
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: pullRequest,
    per_page: 100,
  });
  for await (const { data } of pages) {
    for (const { id, body = '', user } of data) {
      if (isAuthor(us, user) && matches(body)) return { id, body }
    }
  }
  return undefined
}

/** Annotations that GitHub takes in one request; an update appends (REST reference, "Update a check run"). */
const BATCH = 50;

const TASK$2 = { doing: 'create a check run', permission: 'checks: write' };         

/**
 * Creates a completed check run on a commit, its annotations in as many requests as they need; returns its address.
 * It carries a random `external_id`, by which it is found again where the answer to its creation is lost.
 */
async function createCheckRun(
  connection            ,
  us          ,
  head        ,
  run          ,
)                  {
  const { owner, repo, second } = connection;
  const [first = [], ...rest] = batches(run.annotations.map(annotation));
  const text = run.text === undefined ? {} : { text: run.text };
  const output = { title: run.title, summary: run.summary, ...text };
  const mark = randomUUID();

  return connection.attempt(TASK$2, async octokit => {
    const created = await sendOnce(
      second,
      async () =>
        (
          await octokit.rest.checks.create({
            owner,
            repo,
            name: run.name,
            head_sha: head,
            status: 'completed',
            conclusion: run.conclusion,
            external_id: mark,
            output: { ...output, annotations: first },
          })
        ).data,
      () => findByMark(octokit, connection, head, run.name, mark),
    );
    us.learn(created.app?.slug);

    let sent = first.length;
    for (const annotations of rest) {
      const id = { owner, repo, check_run_id: created.id };
      sent += annotations.length;
      await sendOnce(
        second,
        async () => {
          await octokit.rest.checks.update({ ...id, output: { ...output, annotations }, request: { once: true } });
          return sent
        },
        async () => ((await octokit.rest.checks.get(id)).data.output.annotations_count >= sent ? sent : undefined),
      );
    }
    return created.html_url ?? created.url
  })
}

async function findByMark(
  octokit         ,
  { owner, repo }            ,
  ref        ,
  check_name        ,
  mark        ,
) {
  const runs = await octokit.paginate(octokit.rest.checks.listForRef, {
    owner,
    repo,
    ref,
    check_name,
    filter: 'all',
    per_page: 100,
  });
  return runs.find(({ external_id }) => external_id === mark)
}

const annotation = ({ path, line, level, title, message }            ) => ({
  path,
  start_line: line,
  end_line: line,
  annotation_level: level,
  title,
  message,
});

const batches =    (items              )        =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH));

/**
 * Uploads an asset to the address that the release itself names: `octokit.rest.repos.uploadReleaseAsset` has the host of
 * github.com built in. A failed upload can leave a stump (state `starter`) that holds the name; it is deleted first.
 */
async function uploadAsset(
  octokit         ,
  { owner, repo, second }            ,
  release                                                      ,
  { name, content }              ,
)                {
  await sendOnce(
    second,
    async () => {
      await octokit.request({
        method: 'POST',
        url: release.upload_url,
        name,
        data: content,
        headers: { 'content-type': 'application/octet-stream', 'content-length': content.byteLength },
      });
      return true
    },
    async () => {
      const assets = await octokit.paginate(octokit.rest.repos.listReleaseAssets, {
        owner,
        repo,
        release_id: release.id,
        per_page: 100,
      });
      const found = assets.find(asset => asset.name === name);
      if (found?.state === 'uploaded' && found.size === content.byteLength) return true
      if (found) await octokit.rest.repos.deleteReleaseAsset({ owner, repo, asset_id: found.id });
      return undefined
    },
  );
}

const TASK$1 = {
  doing: 'publish the release',
  permission: 'contents: write',
  caveat: 'GitHub also refuses where the commit changes .github/workflows against the default branch',
};         

/**
 * Drafts a release of `commit`, uploads every asset, then publishes, so that nobody ever sees half of it; returns its address.
 * A draft that cannot be finished is taken back.
 */
async function release(
  connection            ,
  commit        ,
  tag        ,
  notes        ,
  assets                         ,
)                  {
  const { owner, repo } = connection;
  return connection.attempt(TASK$1, async octokit => {
    await refuseTaken(octokit, connection, tag);
    const draft = await createDraft(octokit, connection, commit, tag, notes);
    try {
      for (const asset of assets) await uploadAsset(octokit, connection, draft, asset);
      const id = { owner, repo, release_id: draft.id };
      return (await octokit.rest.repos.updateRelease({ ...id, draft: false })).data.html_url
    } catch (error) {
      await takeBack(octokit, connection, draft.id).catch(() => {});
      throw error
    }
  })
}

async function refuseTaken(octokit         , connection            , tag        )                {
  const { owner, repo } = connection;
  const standing = await findRelease(octokit, connection, tag);
  if (standing !== undefined) throw taken(standing.draft ? 'a draft' : 'a release', tag)
  try {
    await octokit.rest.git.getRef({ owner, repo, ref: `tags/${tag}` });
  } catch (error) {
    if (isAbsent(error)) return
    throw error
  }
  throw taken('a tag', tag)
}

const taken = (what        , tag        ) =>
  new UserError('github.release-exists', `Expected no release '${tag}' but found ${what} of that name`, {
    hint: 'Give the release another tag, or delete the one that stands',
  });

async function createDraft(octokit         , connection            , commit        , tag        , notes        ) {
  const { owner, repo, second } = connection;
  return sendOnce(
    second,
    async () =>
      (
        await octokit.rest.repos.createRelease({
          owner,
          repo,
          tag_name: tag,
          target_commitish: commit,
          name: tag,
          body: notes,
          draft: true,
        })
      ).data,
    () => findRelease(octokit, connection, tag),
  )
}

/** A release by its tag; drafts too, which `GET /releases/tags` does not show. */
async function findRelease(octokit         , { owner, repo }            , tag        ) {
  const releases = await octokit.paginate(octokit.rest.repos.listReleases, { owner, repo, per_page: 100 });
  return releases.find(({ tag_name }) => tag_name === tag)
}

/** Looks first: the answer to the publication may have been lost, and what is published stays. */
async function takeBack(octokit         , { owner, repo }            , release_id        )                {
  const { data } = await octokit.rest.repos.getRelease({ owner, repo, release_id });
  if (data.draft) await octokit.rest.repos.deleteRelease({ owner, repo, release_id });
}

const TASK = { doing: 'read the check runs of the commit', permission: 'checks: read' };         

/**
 * Our newest check run per name on a commit, in order of creation. Ours are those of our token's app whose name has the
 * prefix. Every workflow of a repository is the same app: who may run one with `checks: write` can forge such a run, so
 * what stands here is for showing, never for deciding.
 */
async function standingCheckRuns(
  connection            ,
  us          ,
  head        ,
)                              {
  const { owner, repo } = connection;
  const runs = await connection.attempt(TASK, octokit =>
    octokit.paginate(octokit.rest.checks.listForRef, { owner, repo, ref: head, filter: 'latest', per_page: 100 }),
  );
  const ours = runs.filter(({ name, app }) => name.startsWith(CHECK_RUN_PREFIX) && app?.slug === us.app());
  const oldestFirst = ours.toSorted((a, b) => a.id - b.id);
  const newest = new Map(oldestFirst.map(run => [run.name, run]));
  return [...newest.values()].map(({ name, conclusion, output, html_url, url }) => ({
    name,
    conclusion: conclusion === 'success' || conclusion === 'failure' ? conclusion : 'neutral',
    title: output.title ?? '',
    summary: output.summary ?? '',
    url: html_url ?? url,
  }))
}

/** GitHub, or a GitHub Enterprise Server, as the forge. Loads octokit when something is first asked of it. */
function githubForge({ head, base, pullRequest, author, ...options }              )        {
  const connection = connect(options);
  const us = identity(author);
  return {
    readBase: async path => (base === undefined ? undefined : readFileAt(connection, base, path)),
    createCheckRun: run => createCheckRun(connection, us, head, run),
    standingCheckRuns: () => standingCheckRuns(connection, us, head),
    findComment: marker => findComment(connection, us, pullRequest, marker),
    createComment: body => createComment(connection, us, pullRequest, body),
    updateComment: (id, body) => updateComment(connection, id, body),
    deleteComment: id => deleteComment(connection, id),
    currentHead: async () => (pullRequest === undefined ? head : headOf(connection, pullRequest)),
    release: (tag, notes, assets) => release(connection, head, tag, notes, assets),
  }
}

/** Refuses the event that gives a stranger's pull request the repository's secrets and a token that can write. */
function refusePullRequestTarget(event                    )       {
  if (event !== 'pull_request_target') return
  throw new UserError(
    'github.pull-request-target',
    "Expected an event that is safe with untrusted pull requests but found 'pull_request_target'",
    { hint: 'Run on `pull_request`, and publish the results of forks from a second workflow on `workflow_run`' },
  )
}

/** The evidence in a folder that another run filled, perhaps a stranger's: read as data, strictly; a verdict its checks do not bear out is refused. */
async function readReport(folder        , { files, sha256 }       )                      {
  const found             = [];
  for (const gate of GATES) {
    const path = `${folder}/${evidenceFile(gate)}`;
    if (!(await files.exists(path))) continue
    const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES });
    const document = readEvidence(gate, content, sha256(content));
    if (!isReadable(document)) throw refused(path, document.unreadable)
    const { evidence } = document;
    const borneOut = verdictOf(evidence.checks.map(check => check.status));
    if (borneOut !== evidence.verdict) throw refused(path, `it says ${evidence.verdict} and its checks say ${borneOut}`)
    found.push(evidence);
  }
  if (found.length === 0) {
    throw new UserError('report.nothing', `Expected evidence files in ${folder} but found none`, {
      hint: 'Download the artifact of the certifying run into that folder first',
    })
  }
  return found
}

const refused = (path        , why        ) =>
  new UserError('report.unreadable', `Expected ${path} to be evidence but ${why}`, {
    file: path,
    hint: 'Look at the run that made it: it is not to be trusted',
  });

/** How the files somebody has stand to the names in a certificate. */
                            
                                                        
                                             
                                     
                                   
 

/** Foldings tried to describe a mismatch; a match never depends on it. */
const MAX_FOLDERS = 16;

/**
 * Matches the paths given with the names a certificate uses. A model may be moved as a whole: the folder that all given paths
 * share may differ from the one all certified names share. Names and folders inside it may not, so a renamed file is missing
 * under its old name and extra under its new one. Where the sets differ, the placement with the most matches is described.
 */
function matchNames(certified                   , given                   )            {
  const placements = ['', commonFolder(certified)].flatMap(from =>
    foldersOf(given, (certified[0] ?? '').slice(from.length)).map(to => match(certified, given, from, to)),
  );
  return placements.reduce(
    (best, next) => (next.pairs.size > best.pairs.size ? next : best),
    match(certified, given, '', ''),
  )
}

function match(certified                   , given                   , from        , to        )            {
  const unused = new Set(given);
  const pairs = new Map                ();
  for (const name of certified) {
    const path = `${to}${name.slice(from.length)}`;
    if (unused.delete(path)) pairs.set(name, path);
  }
  return { pairs, missing: certified.filter(name => !pairs.has(name)), extra: [...unused] }
}

/** Folders (ending in a slash, or empty) in which a file of this name was given; the one all given paths share is always among them. */
function foldersOf(given                   , name        )           {
  const folders = given
    .filter(path => path === name || path.endsWith(`/${name}`))
    .map(path => path.slice(0, path.length - name.length));
  return [commonFolder(given), ...folders.slice(0, MAX_FOLDERS)]
}

/** The deepest folder that holds every path, ending in a slash; empty where there is none. */
function commonFolder(paths                   )         {
  const [first = '', ...others] = paths;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  for (const path of others)
    while (!path.startsWith(folder)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder
}

/**
 * What a model is called by: the SHA-256 of its `SHA256SUMS`, lower-case hexadecimal. Equal to in-toto's `dirHash1` (Hash1 of
 * golang.org/x/mod/sumdb/dirhash), so it depends on names as well as bytes.
 */
function modelId(files                       , sha256                          )         {
  return sha256(sha256Sums(files))
}

/**
 * Whether the files given are the certified model: each certified file there with its bytes, no other file, and the model id
 * recomputed from what was read. `digests` holds the SHA-256 of the given bytes by certified name.
 */
function modelSteps(
  certified                                                                ,
  match           ,
  digests                             ,
  sha256                          ,
)         {
  const changed = certified.files.filter(({ name, digest }) => digests.has(name) && digests.get(name) !== digest.sha256);
  const files = [...digests].map(([name, digest]) => ({ name, digest: { sha256: digest } }));
  const id = modelId(files, sha256);
  const count = certified.files.length === 1 ? '1 file' : `${certified.files.length} files`;
  const faults = [
    ...match.missing.map(name => `${name} missing`),
    ...changed.map(({ name }) => `other bytes in ${name}`),
  ];
  return [
    {
      id: 'files',
      title: 'Every certified file is there, unchanged',
      ...(faults.length === 0
        ? { status: 'passed', reason: `${count} with the certified bytes` }
        : { status: 'failed', reason: `Expected ${count} as certified but found ${some(faults)}` }),
    },
    {
      id: 'no-extra-files',
      title: 'There is no other file',
      ...(match.extra.length === 0
        ? { status: 'passed', reason: 'Only certified files' }
        : {
            status: 'failed',
            reason: `Expected only certified files but found ${some(match.extra)} too`,
            hint: 'Name the model alone: every file that is used with it must have been certified with it',
          }),
    },
    {
      id: 'model-id',
      title: 'The model id follows from the bytes',
      ...(id === certified.id
        ? { status: 'passed', reason: `Recomputed ${id}` }
        : { status: 'failed', reason: `Expected ${certified.id} but recomputed ${id}` }),
    },
  ]
}

const some = (things                   ) =>
  `${things.slice(0, 3).join(', ')}${things.length > 3 ? ` and ${things.length - 3} more` : ''}`;

/** A signed payload as one of our statements, or why it is none. */
                       
                                                                     
                                                             
                                                         

const Typed = object$1({ predicateType: string$1() });

/** Reads a verified payload. The caller has checked its signature; nothing else about it is taken on trust. */
function readStatement(payload            , payloadType        )            {
  if (payloadType !== STATEMENT_PAYLOAD) return unknown(`a payload of type ${STATEMENT_PAYLOAD}`, payloadType)
  const value = readJson(payload);
  const predicateType = Typed.safeParse(value).data?.predicateType;
  switch (predicateType) {
    case VERIFICATION_SUMMARY: {
      const read = Certificate.safeParse(value);
      return read.success ? { kind: 'certificate', statement: read.data } : unknown('a certificate', first(read.error))
    }
    case REFUSAL: {
      const read = Refusal.safeParse(value);
      return read.success ? { kind: 'refusal', statement: read.data } : unknown('a refusal', first(read.error))
    }
    default:
      return unknown(`a statement of type ${VERIFICATION_SUMMARY}`, predicateType ?? 'none')
  }
}

const unknown = (expected        , found        )            => ({
  kind: 'unknown',
  reason: `Expected ${expected} but found ${found}`,
});

const first = ({ issues: [issue] }            ) =>
  `one whose ${issue?.path.join('.') || 'form'} is wrong: ${issue?.message}`;

/** Whether a signed statement is a certificate, says PASSED, and names one model throughout. */
function statementStep(read           )       {
  const step = { id: 'statement', title: 'It certifies a model' };         
  if (read.kind === 'unknown') return { ...step, status: 'inconclusive', reason: read.reason }
  if (read.kind === 'refusal') {
    const { verdict, rules } = read.statement.predicate;
    const why = rules.filter(rule => rule.status !== 'passed').map(rule => rule.reason);
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate but found a refusal (${verdict}): ${why.join('; ')}`,
    }
  }
  const { subject, predicate } = read.statement;
  const extension = predicate[CERTIFICATE_EXTENSION];
  if (predicate.verificationResult !== 'PASSED')
    return {
      ...step,
      status: 'failed',
      reason: `Expected the verification result PASSED but found ${predicate.verificationResult}`,
    }
  const { sha256, dirHash1 } = subject[0].digest;
  if (dirHash1 !== sha256 || extension.model.id !== sha256)
    return { ...step, status: 'failed', reason: 'Expected one model id throughout the certificate but found several' }
  const { name, version, id } = extension.model;
  const called = [name, version].filter(part => part !== undefined).join(' ');
  const gates = extension.gates.map(({ gate }) => gate).join(', ');
  return {
    ...step,
    status: 'passed',
    reason: `Model ${called === '' ? id : `${called} (${id})`} met the policy by ${gates}`,
  }
}

/** Whether `now` is within the certificate's validity, both ends included. */
function validityStep({ notBefore, notAfter }                                         , now      )       {
  const step = { id: 'validity', title: 'It is valid today' };         
  const at = now.getTime();
  if (!(at >= Date.parse(notBefore)))
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate valid at ${instant$1(now)} but this one starts at ${notBefore}`,
      hint: "Check this machine's clock",
    }
  if (!(at <= Date.parse(notAfter)))
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate valid at ${instant$1(now)} but this one ended at ${notAfter}`,
      hint: 'Certify the model again',
    }
  return { ...step, status: 'passed', reason: `Valid from ${notBefore} to ${notAfter}` }
}

const MAX_KEY_BYTES = 64 * 1024;
const MAX_SUMS_BYTES = 64 * 1024 * 1024;

                                
                                 
                              
                                                            
                                   
                                                               
                      
                                                                                          
                                        
 

                               
                                                                                                                    
                                                           
                                                  
                           
                                                                                      
                                 
                                                                        
                                                                           
 

/**
 * Verifies, offline, that a certificate signed by this key is about exactly these model files and valid now. Where the model
 * lies does not matter, how its files are named and arranged does: the folder that all given paths share stands for the folder
 * that all certified names share. Throws only for a key or a path that cannot be read.
 */
async function verify(options               , ports       )                        {
  const key = await ports.files.readText(options.key, { maxBytes: MAX_KEY_BYTES });
  const read = await readCertificate(options.certificate, ports);
  const bundle = { id: 'bundle', title: 'It is a signed bundle' };         
  if ('reason' in read) return conclude([{ ...bundle, status: 'inconclusive', reason: read.reason }])
  const steps         = [{ ...bundle, status: 'passed', reason: `${options.certificate} holds one signed statement` }];

  const signature = { id: 'signature', title: 'The key signed it' };         
  const signed = await ports.signing.verify(read.text, key);
  if ('refused' in signed) return conclude([...steps, { ...signature, status: 'failed', reason: signed.refused }])
  steps.push({ ...signature, status: 'passed', reason: `Signed by the key in ${options.key}` });

  const statement = readStatement(signed.payload, signed.payloadType);
  steps.push(statementStep(statement));
  if (statement.kind === 'unknown') return conclude(steps)
  if (statement.kind === 'refusal') return conclude(steps, statement.statement)

  const certificate = statement.statement;
  steps.push(...(await aboutTheModel(certificate, options, ports)));
  if (options.evidence !== undefined) steps.push(await aboutTheEvidence(certificate, options.evidence, ports));
  steps.push(validityStep(certificate.predicate[CERTIFICATE_EXTENSION].validity, ports.now()));
  return conclude(steps, certificate)
}

async function readCertificate(path        , { files }       )                                                 {
  const found = await files.exists(path);
  try {
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES });
    const read = readBundle(text);
    return 'reason' in read ? read : { text }
  } catch (error) {
    if (!found || !(error instanceof UserError) || error.kind !== 'input') throw error
    return { reason: error.message }
  }
}

async function aboutTheModel(certificate             , options               , ports       )                  {
  const files = { id: 'files', title: 'Every certified file is there, unchanged', status: 'inconclusive' };         
  const id = certificate.subject[0].digest.sha256;
  const certified = await certifiedFiles(certificate, options.certificate, ports);
  if (!certified)
    return [
      {
        ...files,
        reason: `Expected the certified files in the certificate, or in the ${SUMS_FILE} it names, but found neither`,
        hint: `Put the ${SUMS_FILE} that was published with the certificate beside it`,
      },
    ]
  const given = options.model.length === 0 ? [] : await ports.files.list(options.model);
  if (given.length === 0) return [{ ...files, reason: 'Expected model files to verify but found none' }]
  const match = matchNames(
    certified.map(file => file.name),
    given,
  );
  const digests = new Map                ();
  for (const [name, path] of match.pairs) digests.set(name, (await ports.files.digest(path)).sha256);
  return modelSteps({ id, files: certified }, match, digests, ports.sha256)
}

/** The files the certificate lists; for a model of too many, those of the `SHA256SUMS` beside it, if its bytes are the certified ones. */
async function certifiedFiles(
  { subject: [model, ...listed] }             ,
  path        ,
  { files, sha256 }       ,
)                                             {
  if (listed.length > 0) return listed
  const beside = `${path.slice(0, path.lastIndexOf('/') + 1)}${SUMS_FILE}`;
  if (!(await files.exists(beside))) return undefined
  const text = await files.readText(beside, { maxBytes: MAX_SUMS_BYTES });
  return sha256(text) === model.digest.sha256 ? readSha256Sums(text) : undefined
}

async function aboutTheEvidence({ predicate }             , folder        , { files }       )                {
  const step = { id: 'evidence', title: 'The evidence is the one it rests on' };         
  const faults           = [];
  for (const { uri, digest } of predicate.inputAttestations) {
    const path = `${folder}/${uri}`;
    if (!(await files.exists(path))) faults.push(`no ${path}`);
    else if ((await files.digest(path)).sha256 !== digest.sha256) faults.push(`other bytes in ${path}`);
  }
  if (faults.length > 0)
    return { ...step, status: 'failed', reason: `Expected the certified evidence but found ${faults.join(', ')}` }
  return { ...step, status: 'passed', reason: `${predicate.inputAttestations.length} files with the certified bytes` }
}

function conclude(steps                 , statement                            )               {
  const verdict = worstVerdict(steps.map(step => step.status));
  const outcome = ({ passed: 'verified', failed: 'refused', inconclusive: 'unverifiable' }         )[verdict];
  return { outcome, verdict, steps, ...(statement ? { statement } : {}) }
}

/** What a report says of a verification. */
                           
                                                           
                                 
 

const WORD                                      = {
  verified: 'Verified: the model is the one that was certified',
  refused: 'Refused: do not promote this model',
  unverifiable: 'Nothing could be verified: do not promote this model',
};
const TERMINAL_SIGN                          = { passed: '✔', failed: '✘', inconclusive: '?' };

/** The result in one line. */
const verificationLine = ({ outcome, steps }          )         => {
  const broken = steps.find(({ status }) => status !== 'passed');
  return broken ? `${WORD[outcome]}. ${visible(broken.reason)}` : WORD[outcome]
};

/** Each step, then the result, for a terminal. */
function verificationLines({ outcome, steps }          )         {
  const tone = outcome === 'verified' ? 'passed' : outcome === 'refused' ? 'failed' : 'inconclusive';
  return [
    ...steps.flatMap(({ title, status, reason, hint }) => [
      { tone: status, text: `${TERMINAL_SIGN[status]} ${title}` },
      { tone: 'muted'         , text: `    ${visible(reason)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain'         , text: `    → ${visible(hint)}` }]),
    ]),
    { tone: 'plain', text: '' },
    { tone, text: WORD[outcome] },
  ]
}

/** The steps as Markdown, for a job summary. */
function verificationSummary(verified          )         {
  const rows = verified.steps.map(({ title, status, reason }) => [
    VERDICT_SIGN[status],
    escapeText(title),
    escapeText(reason),
  ]);
  return `### ${escapeText(WORD[verified.outcome])}\n\n${table(['', 'Step', 'Found'], rows)}\n`
}

/** Where a plain log has said something, how long it waits before it says how far the work has come. */
const INTERVAL_MS = 5_000;

/** Progress and warnings on standard error: in place on a terminal, as plain lines at intervals elsewhere, not at all when quiet. */
function terminalLog(stream                    , { quiet = false } = {})                         {
  let last = Date.now();
  let shown = false;
  const clear = () => {
    if (shown) stream.write('\r\u001b[2K');
    shown = false;
  };
  const line = (message        ) => {
    clear();
    stream.write(`${message}\n`);
  };
  return {
    info: message => (quiet ? undefined : line(message)),
    warn: message => line(`warning: ${message}`),
    progress(message) {
      if (quiet) return
      if (stream.isTTY) {
        clear();
        stream.write(message.slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
        shown = true;
      } else if (Date.now() - last > INTERVAL_MS) line(message);
      else return
      last = Date.now();
    },
    done: clear,
  }
}

/** The words of a name, lower case and without accents: `p_bad`, `pBad` and `P-Bad` are all `p`, `bad`; `champion2` is `champion`, `2`. */
const nameWords = (name        )           =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');

/** The words of a file's name, its extension left out. */
const fileWords = (path        )           =>
  nameWords((path.split('/').at(-1) ?? '').replace(/(?<=.)\.[^.]*$/, ''));

/** The words of the folder that a file lies in. */
const folderWords = (path        )           => nameWords(path.split('/').at(-2) ?? '');

/** Which of these words a file is named for, earlier ones first; where its own name has none, its folder's counts. Infinity: none. */
function rankByName(path        , words                   )         {
  const rank = (found                   ) => {
    const at = words.findIndex(word => found.includes(word));
    return at < 0 ? Number.POSITIVE_INFINITY : at
  };
  return Math.min(rank(fileWords(path)), rank(folderWords(path)) + words.length)
}

/** Which table is the model under certification, which the one in production. */
                                    
                                 
                                     
                                                 
                                             
 

/** What the model in production is called. */
const CHAMPIONS = ['champion', 'baseline', 'prod', 'production', 'current', 'incumbent', 'deployed', 'live'];
/** What the candidate is called. */
const CHALLENGERS = ['challenger', 'candidate', 'new', 'latest'];

/** The champion by its name; the model by its name, by sharing a word of it with a model file, or as the first that is left. */
function choosePredictions(
  found                            ,
  modelFiles                   ,
)                                {
  const isChampion = ({ table }                 ) => Number.isFinite(rankByName(table.path, CHAMPIONS));
  const rank = (candidate                 ) => {
    if (isChampion(candidate)) return 3
    if (Number.isFinite(rankByName(candidate.table.path, CHALLENGERS))) return 0
    return modelFiles.some(file => ownWords(candidate, found).some(word => fileWords(file).includes(word))) ? 1 : 2
  };
  const [model, ...rest] = found.toSorted((a, b) => rank(a) - rank(b));
  if (!model) return undefined
  const alike = rest.filter(
    other => other.id === model.id && other.score === model.score && other.labels[0] === model.labels[0],
  );
  const champion = alike
    .filter(other => isChampion(other) && !isChampion(model))
    .toSorted((a, b) => rankByName(a.table.path, CHAMPIONS) - rankByName(b.table.path, CHAMPIONS))[0];
  return { model, ...(champion && { champion }), others: rest.filter(other => other !== champion) }
}

/** Words of a table's file name that not every table of predictions has in its own. */
function ownWords({ table }                 , all                            )           {
  const others = all.filter(other => other.table !== table);
  return fileWords(table.path).filter(
    word =>
      !/^\d+$/.test(word) && (others.length === 0 || others.some(other => !fileWords(other.table.path).includes(word))),
  )
}

/** The files of the model under certification, and those of other models. */
                              
                                      
                                       
 

/**
 * All model files but those named for another model: for the champion, or for predictions of another. Rather one too many: a file
 * that is left out is not certified.
 */
function chooseModel(
  found                      ,
  predictions                               ,
)                          {
  const files = outermost(found);
  if (files.length === 0) return undefined
  const { model, champion, others = [] } = predictions ?? {};
  const all = [...(model ? [model] : []), ...(champion ? [champion] : []), ...others];
  const own = new Set(model && ownWords(model, all));
  const foreign = all.filter(table => table !== model).flatMap(table => ownWords(table, all));
  const isOther = ({ path }           ) => {
    const words = fileWords(path);
    if (words.some(word => own.has(word))) return false
    return words.some(word => foreign.includes(word)) || Number.isFinite(rankByName(path, CHAMPIONS))
  };
  const kept = files.filter(file => !isOther(file));
  return kept.length === 0 ? { files, others: [] } : { files: kept, others: files.filter(isOther) }
}

/** Files inside a model that is a folder are named by the folder. */
function outermost(found                      )              {
  const unique = found.filter((file, i) => found.findIndex(({ path }) => path === file.path) === i);
  return unique.filter(({ path }) => !unique.some(other => path.startsWith(`${other.path}/`)))
}

const NAMED = ['id', 'uuid', 'guid', 'identifier', 'key', 'pk'];
const NAMED_LAST = ['index', 'idx', 'row', 'nr', 'number', 'num', 'code', 'ref'];
/** Fewer rows may all differ by chance. */
const ENOUGH_ROWS = 100;

/** A whole number or a text in every row, no two alike: columns that can identify a row, the likeliest first. */
const identifiers = ({ columns }              )                  =>
  columns
    .filter(({ nulls, unique, kind }) => nulls === 0 && unique && (kind === 'integer' || kind === 'text'))
    .toSorted((a, b) => rank(a) - rank(b));

/** The column that identifies a row, as far as its name or its place says so too. */
function keyColumn(table              )                            {
  const [best] = identifiers(table);
  if (!best) return undefined
  const first = best === table.columns[0] && table.rows >= ENOUGH_ROWS;
  return Number.isFinite(rank(best)) || first ? best : undefined
}

function rank({ name }               )         {
  const words = nameWords(name);
  if (words.some(word => NAMED.includes(word))) return 0
  return NAMED_LAST.includes(words.at(-1) ?? '') ? 1 : Number.POSITIVE_INFINITY
}

/** What a cell's text is, by its form alone. */
                                                                                       

const INTEGER = /^-?(0|[1-9]\d*)$/;
const NUMBER = /^-?((0|[1-9]\d*)(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/;

/**
 * The narrowest kind that holds the text. `007` is a text (a code, not a quantity), so are NaN and infinities; `true` and
 * `false` are booleans, days are ISO 8601 (2024-05-31), timestamps too (2024-05-31T08:15:00Z).
 */
function cellKind(text        )           {
  if (Number.isFinite(Number(text))) {
    if (INTEGER.test(text)) return 'integer'
    if (NUMBER.test(text)) return 'number'
  }
  if (text === 'true' || text === 'false') return 'boolean'
  if (isDay(text)) return 'date'
  return isTimestamp(text) ? 'timestamp' : 'text'
}

/** The kind of a column with cells of both kinds. */
function widerKind(one          , other          )           {
  if (one === other) return one
  const numeric = (kind          ) => kind === 'integer' || kind === 'number';
  return numeric(one) && numeric(other) ? 'number' : 'text'
}

function isDay(text        )          {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

const isTimestamp = (text        )          => TIME.test(text.slice(10)) && isDay(text.slice(0, 10));

/** What the rows that were looked at say about one column. An empty cell is a null; nothing else is. */
                                
                       
                        
                                 
                         
                                                                
                                   
                                                                                     
                                               
                                                              
                          
                                
                         
                            
 

                                 
                         
                          
 

/** Characters that the values kept to see repetitions may take up, over all columns of a table. */
                         
              
 

/** Different values that are counted one by one. */
const MOST_VALUES = 50;
/** An identifier is no longer than this. */
const LONGEST_ID = 200;

function columnProfiler(name        , memory        )                 {
  let nulls = 0;
  let filled = 0;
  let kind;                      
  let values                                  = new Map();
  let seen                          = new Set();
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;

  return {
    add(cell) {
      if (cell === '') {
        nulls++;
        return
      }
      filled++;
      if (kind !== 'text') kind = kind === undefined ? cellKind(cell) : widerKind(kind, cellKind(cell));
      if (kind === 'integer' || kind === 'number') {
        const value = Number(cell);
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
      count(cell);
      look(cell);
    },
    profile: () => ({
      name,
      nulls,
      filled,
      kind: kind ?? 'empty',
      ...(values && { values }),
      unique: filled > 0 && seen !== undefined,
      ...((kind === 'integer' || kind === 'number') && { least, greatest }),
    }),
  }

  function count(cell        )       {
    if (!values) return
    values.set(cell, (values.get(cell) ?? 0) + 1);
    if (values.size > MOST_VALUES) values = undefined;
  }

  /** Stops at the first repetition: then the column is no identifier, and nothing need be kept. */
  function look(cell        )       {
    if (!seen) return
    memory.left -= cell.length;
    if (cell.length > LONGEST_ID || memory.left < 0 || seen.has(cell)) seen = undefined;
    else seen.add(cell);
  }
}

/** All its cells are numbers from 0 to 1. */
const isShare = ({ least, greatest }               )          =>
  least !== undefined && greatest !== undefined && least >= 0 && greatest <= 1;

/** What the first rows of a table say about it. */
                               
                       
                        
                       
                                         
                            
                                            
 

/** Rows of one table that are looked at. */
const MOST_ROWS = 100_000;
/** Characters kept to see which columns are unique. */
const MEMORY = 64 * 1024 * 1024;

/** Rows of a table as they come, in batches. */
                       
                                    
                                                                                                          
 

/** Reads at most `MOST_ROWS` rows; `progress` hears how many, now and then. */
async function profileTable(
  path        ,
  { header, batches }      ,
  progress                        ,
)                        {
  const memory = { left: MEMORY };
  const columns = header.map(name => columnProfiler(name, memory));
  let rows = 0;
  let complete = true;
  for await (const batch of batches) {
    for (const { cells } of batch.slice(0, MOST_ROWS - rows))
      for (const [i, column] of columns.entries()) column.add(cells[i] ?? '');
    complete = rows + batch.length <= MOST_ROWS;
    rows = Math.min(MOST_ROWS, rows + batch.length);
    progress(rows);
    if (!complete) break
  }
  return { path, rows, complete, columns: columns.map(column => column.profile()) }
}

/** Same names in the same order. */
const sameHeader = (one              , other              )          =>
  one.columns.length === other.columns.length && one.columns.every(({ name }, i) => name === other.columns[i]?.name);

/** Two tables of one header, of which the names say that the model was built on one and meets the other. */
                                   
                                  
                                
                                                       
                                          
                                                                                                                              
                                    
 

const REFERENCES = ['train', 'training', 'reference', 'ref', 'baseline', 'fit'];
const CURRENTS = [
  'current',
  'live',
  'serving',
  'production',
  'prod',
  'recent',
  'latest',
  'holdout',
  'test',
  'validation',
  'valid',
  'val',
  'eval',
];

/** Whether a file is named for one side of a comparison. */
const isPart = ({ path }              )          =>
  Number.isFinite(rankByName(path, [...REFERENCES, ...CURRENTS]));

/** The best named pair; of several, the one with the most columns. */
function findComparison(tables                         )                               {
  const pairs = byRank(tables, REFERENCES).flatMap(reference => {
    const [current, ...others] = byRank(tables, CURRENTS).filter(
      other => other !== reference && sameHeader(other, reference) && !isNamed$1(other, REFERENCES),
    );
    return current ? [{ reference, current, others }] : []
  });
  const [best] = pairs.toSorted((a, b) => b.reference.columns.length - a.reference.columns.length);
  return best && { ...best, ignore: toIgnore(best.reference, best.current) }
}

function toIgnore(reference              , current              )           {
  const differing = new Set([...identifiers(reference), ...identifiers(current)].map(({ name }) => name));
  return reference.columns
    .filter(({ name, kind }, i) => {
      const kinds = [kind, current.columns[i]?.kind];
      return differing.has(name) || kind === 'date' || kind === 'timestamp' || kinds.includes('empty')
    })
    .map(({ name }) => name)
}

const isNamed$1 = ({ path }              , words                   )          => Number.isFinite(rankByName(path, words));

const byRank = (tables                         , words                   )                 =>
  tables
    .filter(table => isNamed$1(table, words))
    .toSorted((a, b) => rankByName(a.path, words) - rankByName(b.path, words));

/** The table that a contract is worth most for: whole rather than a part, of the header the model was built on, the largest. */
function findData(
  tables                         ,
  comparison                              ,
)                           {
  const rank = (table              ) =>
    (isPart(table) ? 2 : 0) + (comparison && !sameHeader(table, comparison.reference) ? 1 : 0);
  const [best] = tables
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows || b.columns.length - a.columns.length);
  return best
}

/** A table that holds a model's row-level predictions. */
                                  
                              
                     
                        
                                                                   
                                                 
 

const SCORES = [
  'p',
  'prob',
  'probs',
  'proba',
  'probability',
  'score',
  'scores',
  'pd',
  'risk',
  'likelihood',
  'propensity',
  'confidence',
];
const PREDICTED = [
  'pred',
  'preds',
  'prediction',
  'predictions',
  'predicted',
  'yhat',
  'hat',
  'decision',
  'forecast',
  'estimate',
];
const TRUTHS = [
  'label',
  'target',
  'truth',
  'true',
  'actual',
  'y',
  'outcome',
  'observed',
  'class',
  'status',
  'response',
  'default',
  'churn',
  'fraud',
];
const FILES = [...PREDICTED, ...SCORES, 'scored', 'scoring', 'inference', 'output', 'outputs', 'evaluation', 'eval'];

/** A table of predictions has few columns … */
const FEW_COLUMNS = 8;
/** … and with this many it can hardly be anything else. */
const BARE_COLUMNS = 3;

/** The table as predictions, where it has what it takes: an identifier, a label of two values, and a score from 0 to 1. */
function asPredictions(table              )                              {
  const [label, ...otherLabels] = labelsOf(table);
  const score = scoresOf$1(table)[0];
  const id = identifiers(table).find(({ name }) => name !== label && name !== score?.name);
  if (label === undefined || !score || !id) return undefined
  const namedScore = isNamed(nameWords(score.name), [...SCORES, ...PREDICTED]);
  const namedFile = isNamed([...fileWords(table.path), ...folderWords(table.path)], FILES);
  const { length } = table.columns;
  const is = length <= BARE_COLUMNS || (length <= FEW_COLUMNS ? namedScore || namedFile : namedScore && namedFile);
  return is ? { table, id: id.name, score: score.name, labels: [label, ...otherLabels] } : undefined
}

/** Columns of exactly two values, those named for the truth first, those named for a prediction last. */
function labelsOf({ columns }              )           {
  const rank = (name        ) => {
    const words = nameWords(name);
    if (isNamed(words, PREDICTED)) return 2
    return isNamed(words, TRUTHS) ? 0 : 1
  };
  return columns
    .filter(({ nulls, values }) => nulls === 0 && values?.size === 2)
    .map(({ name }) => name)
    .toSorted((a, b) => rank(a) - rank(b))
}

/** Columns of fractions from 0 to 1; those named for the rarer class come first (`p_bad` before `p_good`), then those named for a score. */
function scoresOf$1(table              )                  {
  const [label] = labelsOf(table);
  const counts = [...(table.columns.find(({ name }) => name === label)?.values ?? [])].toSorted((a, b) => a[1] - b[1]);
  const rarer = counts.length === 2 && counts[0]?.[1] !== counts[1]?.[1] ? nameWords(counts[0]?.[0] ?? '').join() : '';
  const rank = ({ name }               ) => {
    const words = nameWords(name);
    const named = isNamed(words, SCORES) ? 2 : isNamed(words, PREDICTED) ? 1 : 0;
    return named + (rarer !== '' && words.includes(rarer) ? 4 : 0)
  };
  return table.columns
    .filter(column => column.nulls === 0 && column.kind === 'number' && isShare(column) && column.values?.size !== 2)
    .toSorted((a, b) => rank(b) - rank(a))
}

const isNamed = (words                   , names                   )          =>
  words.some(word => names.includes(word));

/** What the rows of the predictions say beyond the columns. */
                                    
                        
                                                                     
                           
                           
                                                                          
                            
                                                                   
                                
 

/** The threshold that the settings have by default. */
const THRESHOLD = 0.5;

/** Reads the model's predictions, and the champion's; undefined where a row is unsound. */
async function judgePredictions(
  { model, champion }                   ,
  open                                 ,
)                                         {
  const candidates = await read(model, model.labels, open);
  const own = candidates.find(candidate => !isSeparated(scoresOf(candidate))) ?? candidates[0];
  if (!own) return undefined
  const { label, positive } = own.source;
  const [its] = champion ? await read(champion, [label], open) : [];
  const paired = its && pairPredictions(own, its).scores;
  const turned = mean(scoresOf(own).positives) < mean(scoresOf(own).negatives);
  const turn = (scores        )         =>
    turned ? { positives: scores.negatives, negatives: scores.positives } : scores;
  const scores = turn(scoresOf(own));
  return {
    label,
    positive: turned ? own.negative : positive,
    negative: turned ? positive : own.negative,
    means: { positive: mean(scores.positives), negative: mean(scores.negatives) },
    model: evaluate(scores, THRESHOLD),
    ...(paired && { champion: evaluate(turn(byClass(own.labels, paired)), THRESHOLD) }),
  }
}

/** The table's predictions by each of these labels, in one pass; the first class to occur stands for the positive one. */
async function read(
  { table, id, score }                 ,
  labels                   ,
  open                                 ,
)                         {
  const { header, batches } = await open(table.path);
  const collectors = labels.flatMap(label => {
    const values = [...(table.columns.find(({ name }) => name === label)?.values?.keys() ?? [])].toSorted();
    const [positive] = values;
    const source = { file: table.path, role: 'predictions'         , id, label, score };
    return positive === undefined ? [] : [collectPredictions({ ...source, positive }, header)]
  });
  let rows = 0;
  for await (const batch of batches) {
    for (const collector of collectors) collector.add(batch.slice(0, MOST_ROWS - rows));
    rows += batch.length;
    if (rows >= MOST_ROWS) break
  }
  return collectors.flatMap(collector => collector.finish().predictions ?? [])
}

const scoresOf = ({ labels, scores }             )         => byClass(labels, scores);

/** A column that a threshold on the score gives exactly is rather the predicted class than the true one. */
const isSeparated = ({ positives, negatives }        )          =>
  least(positives) > greatest(negatives) || least(negatives) > greatest(positives);

const least = (values              ) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const greatest = (values              ) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
const mean = (values              ) => values.reduce((a, b) => a + b, 0) / values.length;

/** Gives every table and model file the role it can play. Predictions are read once more, by `open`. */
async function chooseRoles(
  tables                         ,
  models                      ,
  open                                 ,
)                                                                        {
  const known = tables.flatMap(table => asPredictions(table) ?? []);
  const chosen = choosePredictions(
    known,
    models.map(({ path }) => path),
  );
  const judged = chosen && (await judgePredictions(chosen, open));
  const predictions = chosen && judged && { chosen: judged.champion ? chosen : withoutStranger(chosen), judged };
  const model = chooseModel(models, predictions?.chosen);
  const raw = tables.filter(table => !predictions || !known.some(prediction => prediction.table === table));
  const comparison = findComparison(raw);
  const data = findData(raw, comparison);
  return {
    ...(model && { model }),
    ...(predictions && { predictions }),
    ...(data && { data }),
    ...(comparison && { comparison }),
  }
}

/** A champion whose rows are known not to be the model's cannot be compared with it. */
function withoutStranger({ champion, ...chosen }                   )                    {
  if (!champion) return chosen
  const unsure = !champion.table.complete || !chosen.model.table.complete;
  return unsure ? { ...chosen, champion } : { ...chosen, others: [champion, ...chosen.others] }
}

/** Words that are enough by themselves (English, German, French, Spanish, Italian, Portuguese, Dutch). */
const WORDS = new Set(
  `name names surname forename nom prenom nombre apellido apellidos nome cognome sobrenome naam voornaam achternaam
  dob born geboren naissance nacimiento nascita nascimento geboorte age alter edad eta idade leeftijd
  sex gender geschlecht sexe genre sexo genero sesso genere geslacht
  mail email phone mobile tel fax telefon telephone telefono telefone telefoon handy mobil movil cellulare
  address adresse direccion indirizzo endereco adres street strasse rue calle via rua straat
  zip zipcode postcode plz postal postleitzahl cap cep city town stadt ville ciudad citta cidade
  iban bic ssn nin nie nif dni cpf bsn passport ausweis steuernummer ip imei mac lat lon latitude longitude
  salary income wage wages lohn gehalt einkommen salaire revenu salario sueldo ingresos stipendio reddito renda loon inkomen
  religion ethnicity ethnic race nationality citizenship nationalitat nationalite nacionalidad nazionalita nacionalidade nationaliteit
  marital spouse diagnosis diagnose disability biometric health patient`.split(/\s+/),
);

/** Parts that give a run-together name away: `firstname`, `DATEOFBIRTH`, `kundenadresse`. */
const PARTS =
  /firstname|lastname|fullname|surname|username|vorname|nachname|birth|geburt|naissance|nacimiento|nascimento|gender|geschlecht|email|phone|telefon|address|adresse|strasse|postleitzahl|postcode|passport|iban$|salary|income|einkommen|gehalt|nationali|religion|ethnic|marital/;

/** Whether a column's name says that its cells are about a person. Rather one too many: it only hides values from reports. */
function isPersonal(column        )          {
  const words = nameWords(column);
  return words.some(word => WORDS.has(word)) || PARTS.test(words.join(''))
}

/** Texts that YAML 1.1 or 1.2 takes for something else. */
const SPECIAL = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const PLAIN = /^[A-Za-z_][\w./-]*( [\w./>=-]+)*$/;
const PRINTABLE =
  /^[\u0020-\u007e\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** A text as a YAML scalar that every reader takes for just this text: plain where it is harmless, else quoted. */
function yamlScalar(text        )         {
  if (PLAIN.test(text) && !SPECIAL.test(text)) return text
  if (PRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`
  const escaped = (character        ) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g, escaped)
}

/** A sentence as comment lines of at most 118 characters; nothing in it can end the comment. */
function yamlComment(text        , indent = '')           {
  const lines           = [];
  for (const word of oneLine(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 118) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}# ${word}`);
  }
  return lines
}

/** A text without line breaks and control characters. */
const oneLine = (text        )         =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ').trim();

/** A column with more values than this lists none … */
const MOST_CATEGORIES = 20;
/** … and one whose values recur less often than this on average may have others yet. */
const ROWS_PER_CATEGORY = 10;

/** A starting ODCS v3.1 contract that this very table keeps: types, what is never empty, the key, categories, no negative numbers. */
function contractText(table              )         {
  const name = (table.path.split('/').at(-1) ?? table.path).replace(/(?<=.)\.[^.]*$/, '');
  const key = keyColumn(table);
  const about = table.complete
    ? `What ${table.path} must look like: an ODCS v3.1 contract that its ${counted$1(table.rows, 'row')} keep today.`
    : `What ${table.path} must look like: an ODCS v3.1 contract, from its first ${counted$1(table.rows, 'row')} alone.`;
  return `${[
    ...yamlComment(about),
    ...yamlComment(
      '`proofmark init` wrote it: loosen what held by chance, add what must hold. Values of columns whose',
    ),
    ...yamlComment('classification is restricted appear in no report.'),
    'apiVersion: v3.1.0',
    'kind: DataContract',
    `id: ${yamlScalar(`${name}-contract`)}`,
    `name: ${yamlScalar(name)}`,
    'version: 0.1.0',
    'status: draft',
    'schema:',
    `  - name: ${yamlScalar(name)}`,
    '    logicalType: object',
    '    physicalType: file',
    '    quality:',
    '      - metric: rowCount',
    '        mustBeGreaterThan: 0',
    '    properties:',
    ...table.columns.flatMap(column => property(column, column === key)),
  ].join('\n')}\n`
}

function property(column               , isKey         )           {
  const personal = isPersonal(column.name);
  const categories = personal || isKey ? [] : categoriesOf(column);
  return [
    `      - name: ${yamlScalar(column.name)}`,
    ...(column.kind === 'empty' ? [] : [`        logicalType: ${column.kind === 'text' ? 'string' : column.kind}`]),
    ...(column.nulls === 0 && column.filled > 0 ? ['        required: true'] : []),
    ...(isKey ? ['        unique: true', '        primaryKey: true', '        primaryKeyPosition: 1'] : []),
    ...(personal ? ['        classification: restricted'] : []),
    ...(column.least !== undefined && column.least >= 0 ? ['        logicalTypeOptions:', '          minimum: 0'] : []),
    ...(categories.length > 0
      ? [
          '        quality:',
          '          - metric: invalidValues',
          '            mustBe: 0',
          '            arguments:',
          '              validValues:',
          ...categories.map(value => `                - ${yamlScalar(value)}`),
        ]
      : []),
  ]
}

/** The values of a column of texts that recur. */
function categoriesOf({ kind, values, filled }               )           {
  if (kind !== 'text' || !values || values.size > MOST_CATEGORIES || filled < values.size * ROWS_PER_CATEGORY) return []
  return [...values.keys()].toSorted()
}

/** Files that pin what a model is built and served with, as far as they are read for known risks. */
const DEPENDENCIES = /^(requirements[^/]*\.txt|pyproject\.toml|environment\.ya?ml)$/i;
/** Further files of a large repository are more likely another project's. */
const MOST = 10;

const findDependencies = (paths                   )           =>
  paths.filter(path => DEPENDENCIES.test(path.split('/').at(-1) ?? '')).slice(0, MOST);

/** What must not be committed: evidence is made anew by every run, and a private key is a secret. */
const ENTRIES = ['.proofmark/', '*.key'];

/** The .gitignore with our entries added at its end; undefined where it has them all. */
function ignoreText(before                    )                     {
  const known = new Set(before?.split(/\r?\n/).map(line => line.trim().replace(/^\//, '').replace(/\/$/, '')));
  const missing = ENTRIES.filter(entry => !known.has(entry.replace(/\/$/, '')));
  if (missing.length === 0) return undefined
  const end = before?.includes('\r\n') ? '\r\n' : '\n';
  const start = before === undefined || before === '' || before.endsWith('\n') ? (before ?? '') : `${before}${end}`;
  return `${start}${missing.map(entry => `${entry}${end}`).join('')}`
}

/** Folders that hold nothing of the user's own: environments, caches, what tools write, our output. */
const LEFT_OUT                      = new Set([
  '.git',
  '.github',
  '.hg',
  '.svn',
  '.dvc',
  '.idea',
  '.vscode',
  '.proofmark',
  '.venv',
  'venv',
  '.conda',
  'site-packages',
  'node_modules',
  '__pycache__',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.tox',
  '.nox',
  '.eggs',
  '.cache',
]);

/** Files that are looked at, at most. */
const MOST_FILES = 20_000;

/** The files that may be the user's own, those nearest the root first, at most `MOST_FILES`. */
const ownFiles = (paths                   )           =>
  paths
    .filter(path => !path.split('/').some(part => LEFT_OUT.has(part)))
    .toSorted((a, b) => depth(a) - depth(b))
    .slice(0, MOST_FILES);

const depth = (path        )         => path.split('/').length;

/** A format that models are kept in. */
                              
                        
                       
                                                                             
                                            
                                                
                           
 

const COMPRESSED = [
  'x\u0001',
  'x\u005e',
  'x\u009c',
  'x\u00da',
  '\u001f\u008b',
  'BZh',
  '\u00fd7zXZ',
  ']\u0000\u0000',
  '\u0004"M\u0018',
  '(\u00b5/\u00fd',
  'ZF',
];
const ZIP = 'PK\u0003\u0004';

const startsWith =
  (...signatures                   ) =>
  (text        ) =>
    signatures.some(signature => text.startsWith(signature));
const pickled = (text        ) => /^\u0080[\u0002-\u0005]/.test(text);
/** A pickled data frame or array is data. */
const holdsData = (text        ) => /^.{0,64}(pandas\.core|pandas\._libs|numpy\.?_?core\.multiarray)/s.test(text);

/** By their names and first bytes; a loose name (.bin, .json, .txt, .h5) counts only with the right bytes. */
const MODEL_FORMATS                         = [
  {
    title: 'joblib',
    name: /\.joblib(\.(z|gz|bz2|xz|lzma|lz4))?$/i,
    telling: true,
    starts: head => (pickled(head) || startsWith(...COMPRESSED)(head)) && !holdsData(head),
  },
  {
    title: 'pickle',
    name: /\.(pkl|pickle|sav)(\.(z|gz|bz2|xz|lzma|lz4))?$/i,
    telling: true,
    starts: head => (pickled(head) || startsWith(...COMPRESSED, '(', 'c')(head)) && !holdsData(head),
  },
  { title: 'skops', name: /\.skops$/i, telling: true, starts: startsWith(ZIP) },
  { title: 'ONNX', name: /\.onnx$/i, telling: true, starts: startsWith('\u0008') },
  {
    title: 'PyTorch',
    name: /\.(pt|pth|ckpt)$/i,
    telling: true,
    starts: head => startsWith(ZIP)(head) || pickled(head),
  },
  {
    title: 'PyTorch',
    name: /(model|weights|adapter)[^/]*\.bin$/i,
    telling: false,
    starts: head => startsWith(ZIP)(head) || pickled(head),
  },
  { title: 'safetensors', name: /\.safetensors$/i, telling: true, starts: text => text[8] === '{' },
  { title: 'GGUF', name: /\.gguf$/i, telling: true, starts: startsWith('GGUF') },
  { title: 'XGBoost', name: /\.(ubj|bst|xgb)$/i, telling: true, starts: startsWith('{', 'binf') },
  {
    title: 'XGBoost JSON',
    name: /\.json$/i,
    telling: false,
    starts: text => /^\s*\{\s*"learner"\s*:/.test(text),
  },
  {
    title: 'LightGBM',
    name: /\.(txt|lgb|model)$/i,
    telling: false,
    starts: text => /^tree\r?\nversion=/.test(text),
  },
  { title: 'CatBoost', name: /\.cbm$/i, telling: true, starts: startsWith('CBM1') },
  { title: 'Keras', name: /\.keras$/i, telling: true, starts: startsWith(ZIP) },
  { title: 'Keras HDF5', name: /(model|weights)[^/]*\.(h5|hdf5)$/i, telling: false, starts: startsWith('\u0089HDF') },
  { title: 'TensorFlow Lite', name: /\.tflite$/i, telling: true, starts: text => text.slice(4, 8) === 'TFL3' },
  { title: 'TensorFlow SavedModel', name: /(^|\/)saved_model\.pb$/, telling: true, starts: startsWith('\u0008') },
  {
    title: 'TensorFlow SavedModel',
    name: /(^|\/)variables\/variables\.(index|data-[^/]+)$/,
    telling: true,
    starts: () => true,
  },
  {
    title: 'MLflow model',
    name: /(^|\/)MLmodel$/,
    telling: true,
    starts: text => /^(\w+: |flavors:)/m.test(text),
  },
];

/** A file, or the folder, of a model. */
                            
                                                                                       
                       
                        
                                                         
                           
 

/** First bytes of a file that are looked at. */
const HEAD_BYTES = 4096;

/** Whether a name may be a model's, so that its bytes are worth reading. */
const maybeModel = (path        )          => MODEL_FORMATS.some(({ name }) => name.test(path));

/** The model this file is, by its name and its bytes; by a telling name alone where the bytes could not be read. */
function modelFile(path        , content                        )                        {
  const head = content && String.fromCharCode(...content.subarray(0, HEAD_BYTES));
  const pointer = head?.startsWith('version https://git-lfs.github.com/spec/') ?? false;
  const fits = ({ name, telling, starts }             ) =>
    name.test(path) && (head === undefined || pointer ? telling : starts(head));
  const format = MODEL_FORMATS.find(fits);
  if (!format) return undefined
  const folder = /^(.+)\/(saved_model\.pb|MLmodel)$/.exec(path)?.[1];
  return { path: folder ?? path, title: format.title, pointer }
}

/** A claim to start from, and the sentence that says where its number comes from. */
                                 
                        
                          
 

/** Two-sided level of the intervals: the settings' default. */
const LEVEL = 0.95;
/** A margin wider than this allows more damage than a comparison should pass without a word. */
const WIDEST_MARGIN = 0.05;
const NARROWEST_MARGIN = 0.01;

/**
 * Floors just below what these rows show, and margins just wide enough for what they show of the champion. A floor that
 * guessing would meet is left out; a model that is worse than the champion gets the usual margin, and does not pass.
 */
function suggestClaims(model            , champion                        )                   {
  const guessing = { auc: 0.5, accuracy: Math.max(shareOfPositives(model), 1 - shareOfPositives(model)) };
  const floors = [floor(auc, guessing.auc, model), floor(accuracy, guessing.accuracy, model)];
  const margins = champion ? [margin(auc, model, champion), margin(accuracy, model, champion)] : [];
  return [...floors, ...margins].filter(suggestion => suggestion !== undefined)
}

function floor(metric        , guessing        , model            )                             {
  const { value, interval, n } = metric.estimate(model, LEVEL);
  if (value === null || !interval) return undefined
  const least = Math.floor(interval[0] * 100) / 100;
  if (least <= guessing) return undefined
  return {
    claim: `${metric.id} >= ${least.toFixed(2)}`,
    because: `${metric.title} on these ${counted$1(n, 'row')} is ${formatNumber(value)}, 95 % interval ${range(interval)}: the floor is its lower end, rounded down`,
  }
}

function margin(metric                  , model            , champion            )                             {
  const { value, interval } = metric.compare(model, champion, LEVEL);
  if (value === null || !interval) return undefined
  const [lower, upper] = interval;
  const needed = Math.max(NARROWEST_MARGIN, Math.ceil(-lower * 100) / 100);
  const isHarmless = needed === NARROWEST_MARGIN || (upper >= 0 && needed <= WIDEST_MARGIN);
  const allowed = isHarmless ? needed : NARROWEST_MARGIN;
  const found = `${metric.title} minus the champion's is ${formatNumber(value)}, 95 % interval ${range(interval)}`;
  const so = isHarmless
    ? 'the margin covers its lower end'
    : `${upper < 0 ? 'it is worse' : 'too few rows'}, so this does not pass`;
  return { claim: `${metric.id} no worse than champion by ${allowed.toFixed(2)}`, because: `${found}: ${so}` }
}

const shareOfPositives = ({ positives, negatives }            ) =>
  positives.length / (positives.length + negatives.length);

const range = ([lower, upper]                           ) => `[${formatNumber(lower)}, ${formatNumber(upper)}]`;

/** What the settings need to know beyond what was found. */
                                
                                              
                       
                                          
                           
 

/** A section of proofmark.yml as lines: live where material for it was found, else commented out. */
                                                                      

/** A section to fill in, commented out, below what it is for. */
const example = (about        , yaml        )           => [
  ...yamlComment(about),
  ...yaml
    .trim()
    .split('\n')
    .map(line => `# ${line}`),
];

const ABOUT$5 = 'Row-level predictions on a hold-out, from which every metric is recomputed, and what must hold of them.';
const EXAMPLE$5 = `
certify:
  predictions: predictions.csv
  champion: predictions-champion.csv
  task: binary
  id: id
  label: status
  positive: bad
  score: p_bad
  claims:
    - auc >= 0.80
    - auc no worse than champion by 0.01`;

                                                    

const certify          = ({ predictions }) => {
  if (!predictions) return example(ABOUT$5, EXAMPLE$5)
  const { model, champion, others } = predictions.chosen;
  const { label, positive } = predictions.judged;
  const more = others.map(({ table }) => table.path).join(', ');
  return [
    ...yamlComment(ABOUT$5),
    'certify:',
    `  predictions: ${yamlScalar(model.table.path)}`,
    ...(champion ? [`  champion: ${yamlScalar(champion.table.path)}`] : []),
    ...(more === '' ? [] : yamlComment(`Further predictions: ${more}`, '  ')),
    '  task: binary',
    `  id: ${yamlScalar(model.id)}`,
    `  label: ${yamlScalar(label)}`,
    ...yamlComment(meansOf(predictions), '  '),
    `  positive: ${yamlScalar(positive)}`,
    `  score: ${yamlScalar(model.score)}`,
    ...claimsOf(predictions),
  ]
};

const meansOf = ({ judged: { means, positive, negative } }             )         =>
  `'${positive}' has the higher scores: ${formatNumber(means.positive)} on average, '${negative}' ${formatNumber(means.negative)}`;

function claimsOf({ chosen: { model }, judged }             )           {
  const suggested = suggestClaims(judged.model, judged.champion);
  if (suggested.length === 0)
    return [
      ...yamlComment('No floor is proposed: these rows show nothing that a guess would not. Say what must hold:', '  '),
      '  # claims:',
      '  #   - auc >= 0.80',
    ]
  const rows = model.table.complete ? '' : ` (their first ${counted$1(model.table.rows, 'row')})`;
  return [
    ...yamlComment(
      `A start, read off these very predictions${rows}: before you rely on it, say what must hold instead.`,
      '  ',
    ),
    '  claims:',
    ...suggested.flatMap(({ claim, because }) => [...yamlComment(because, '    '), `    - ${yamlScalar(claim)}`]),
  ]
}

const ABOUT$4 = 'Tables to validate, and the contract that says what they must look like (ODCS v3.1).';
const EXAMPLE$4 = `
data:
  files:
    - data/applications.csv
  contract: contract.odcs.yaml`;

const data          = ({ data }, { contract }) => {
  if (!data) return example(ABOUT$4, EXAMPLE$4)
  return [
    ...yamlComment(ABOUT$4),
    'data:',
    '  files:',
    `    - ${yamlScalar(data.path)}`,
    `  contract: ${yamlScalar(contract)}`,
  ]
};

const ABOUT$3 = 'The table the model was built on, and the one to compare with it.';
const EXAMPLE$3 = `
drift:
  reference: data/train.csv
  current: data/current.csv
  ignore: [id]`;

const drift          = ({ comparison }) => {
  if (!comparison) return example(ABOUT$3, EXAMPLE$3)
  const { reference, current, others, ignore } = comparison;
  const more = others.map(({ path }) => path).join(', ');
  return [
    ...yamlComment(ABOUT$3),
    'drift:',
    `  reference: ${yamlScalar(reference.path)}`,
    `  current: ${yamlScalar(current.path)}`,
    ...(more === '' ? [] : yamlComment(`Could be the current table too: ${more}`, '  ')),
    ...(ignore.length === 0
      ? []
      : [
          ...yamlComment('Identifiers, times and empty columns have no distribution to compare', '  '),
          '  ignore:',
          ...ignore.map(name => `    - ${yamlScalar(name)}`),
        ]),
  ]
};

const ABOUT$2 = 'The model under certification: every file that makes it up, by path, folder or * glob.';
const EXAMPLE$2 = `
model:
  name: credit-default
  version: '1'
  files:
    - models/model.joblib`;

const model          = ({ model }, { name }) => {
  if (!model) return example(ABOUT$2, EXAMPLE$2)
  const others = model.others.map(({ path }) => path).join(', ');
  return [
    ...yamlComment(ABOUT$2),
    'model:',
    `  name: ${yamlScalar(name)}`,
    "  version: '1'",
    '  files:',
    ...model.files.map(({ path }) => `    - ${yamlScalar(path)}`),
    ...(others === '' ? [] : yamlComment(`Left out, as they are named for other models: ${others}`, '    ')),
  ]
};

const ABOUT$1 = 'What a certificate requires. In a pull request it is read from the base branch.';
const EXAMPLE$1 = `
policy:
  require: [${GATES.join(', ')}]
  validity-days: 90`;

const policy          = found => {
  const isConfigured = configured(found);
  const gates = GATES.filter(gate => isConfigured[gate]);
  if (gates.length === 0) return example(`${ABOUT$1} Unless it says otherwise: all four gates.`, EXAMPLE$1)
  const missing = GATES.filter(gate => !isConfigured[gate]);
  return [
    ...yamlComment(ABOUT$1),
    'policy:',
    '  require:',
    ...gates.map(gate => `    - ${gate}`),
    ...missing.map(gate => `    # - ${gate}: fill in its section first`),
    '  validity-days: 90',
  ]
};

const configured = ({ data, predictions, model, dependencies, comparison }       )                            => ({
  'data-validate': data !== undefined,
  'model-certify': predictions !== undefined,
  'security-scan': model !== undefined || dependencies.length > 0,
  'drift-compare': comparison !== undefined,
});

const record          = () => [
  ...yamlComment(
    'The key that signs: make it with `proofmark keygen`, never commit it. The workflow takes it from a secret.',
  ),
  'record:',
  '  key: proofmark.key',
];

const ABOUT = 'What to scan besides the model files: dependencies, notebooks, folders of source.';
const EXAMPLE = `
security:
  paths:
    - requirements.txt`;

const security          = ({ dependencies }) => {
  if (dependencies.length === 0) return example(ABOUT, EXAMPLE)
  return [...yamlComment(ABOUT), 'security:', '  paths:', ...dependencies.map(path => `    - ${yamlScalar(path)}`)]
};

const SECTIONS = [model, data, certify, security, drift, record, policy];

/** A starting proofmark.yml: the sections that material was found for, the others as comments to fill in. `schema` is where its JSON Schema lies, for editors. */
function settingsText(found       , facts                                                          )         {
  const head = [
    ...(facts.schema === undefined ? [] : [`# yaml-language-server: $schema=${facts.schema}`]),
    ...yamlComment('What Proofmark checks, and what must hold. Every path is relative to this file.'),
    ...yamlComment(
      '`proofmark init` wrote it from the files it found: read it once, and correct what it took wrongly.',
    ),
  ];
  return `${[head, ...SECTIONS.map(section => section(found, facts))].map(lines => lines.join('\n')).join('\n\n')}\n`
}

/** A workflow that runs the gate on every pull request and on main. `config` is the settings' path in the repository where it is not the default; `lfs` fetches what Git LFS keeps. */
function workflowText({ config, lfs }                                               )         {
  return `# Decides on every pull request whether the model may be promoted, and signs the decision.
# Needs one secret, the private key: gh secret set PROOFMARK_KEY < proofmark.key
name: Proofmark
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  checks: write
  pull-requests: write
concurrency:
  group: proofmark-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  gate:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false${lfs ? '\n          lfs: true' : ''}
      - uses: proofmark/proofmark@v1
        with:
          key: \${{ secrets.PROOFMARK_KEY }}${config === undefined ? '' : `\n          config: ${literal(config)}`}
`
}

/** A text that GitHub takes literally: no expression in it is evaluated. */
const literal = (text        )         => yamlScalar(text.replaceAll('${{', `\${{ '\${{' }}`));

const SETTINGS = 'proofmark.yml';
const CONTRACT = 'contract.odcs.yaml';
const WORKFLOW = '.github/workflows/proofmark.yml';
const IGNORE = '.gitignore';
/** Where the settings' JSON Schema is, where the program is installed beside the settings. */
const SCHEMA = 'node_modules/proofmark/schema/proofmark.schema.json';

const TABLE = /\.(csv|tsv|tab)$/i;
const MOST_TABLES = 50;
const MOST_MODELS = 200;
const MAX_MODEL_BYTES = 16 * 1024 * 1024;
const MAX_TEXT_BYTES = 1024 * 1024;

/** Looks at the user's files and writes a starting proofmark.yml, data contract and workflow from them. Overwrites nothing. */
async function init(ports       , options              = {})                   {
  const { files, context } = ports;
  const found = await lookAround(ports);
  const contract = found.contract ?? CONTRACT;
  const name = options.name ?? context.repository?.split('/').at(-1) ?? 'model';
  const schema = (await files.exists(SCHEMA)) ? SCHEMA : undefined;
  const config = options.folder === undefined ? undefined : `${options.folder}/${SETTINGS}`;
  const starting                 = [
    { path: SETTINGS, content: settingsText(found, { name, contract, schema }), extended: false },
    ...(found.data ? [{ path: contract, content: contractText(found.data), extended: false }] : []),
    { path: WORKFLOW, content: workflowText({ config, lfs: found.lfs }), extended: false },
  ];
  const kept           = [];
  const written                 = [];
  for (const file of starting) {
    if (await files.exists(file.path)) kept.push(file.path);
    else written.push(file);
  }
  const ignored = await readText(files, IGNORE);
  const ignore = ignoreText(ignored);
  if (ignore === undefined) kept.push(IGNORE);
  else written.push({ path: IGNORE, content: ignore, extended: ignored !== undefined });
  if (options.dryRun !== true) for (const { path, content } of written) await files.write(path, content);
  return { written: written.map(({ path }) => path), kept, found, files: written }
}

async function lookAround({ files, tables, log }       )                 {
  const paths = ownFiles(await listAll(files));
  const tablePaths = paths.filter(path => TABLE.test(path));
  const profiles                 = [];
  const skipped                                     = [];
  for (const path of tablePaths.slice(0, MOST_TABLES)) {
    try {
      profiles.push(
        await profileTable(path, await tables.open(path), rows => log.progress(`${path}: ${counted$1(rows, 'row')}`)),
      );
    } catch (error) {
      skipped.push({ path, reason: messageOf(error) });
    }
  }
  const models = await lookForModels(paths, files);
  const contract = paths.find(path => /\.odcs\.ya?ml$/i.test(path));
  const attributes = await readText(files, '.gitattributes');
  return {
    ...(await chooseRoles(profiles, models, path => tables.open(path))),
    ...(contract !== undefined && { contract }),
    dependencies: findDependencies(paths),
    lfs: models.some(({ pointer }) => pointer) || (attributes?.includes('filter=lfs') ?? false),
    looked: { files: paths.length, tables: profiles.length, tablesLeft: Math.max(0, tablePaths.length - MOST_TABLES) },
    skipped,
  }
}

async function lookForModels(paths                   , files       )                       {
  const found              = [];
  for (const path of paths.filter(maybeModel).slice(0, MOST_MODELS)) {
    const model = modelFile(path, await readModel(files, path));
    if (model) found.push(model);
  }
  return found
}

/** Undefined where the file is too large or cannot be read: then its name has to do. */
async function readModel(files       , path        )                                  {
  try {
    return await files.read(path, { maxBytes: MAX_MODEL_BYTES })
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** All files of the folder; an empty folder has none. */
async function listAll(files       )                    {
  try {
    return await files.list(['.'])
  } catch (error) {
    if (error instanceof UserError && error.code === 'file.no-match') return []
    throw error
  }
}

const readText = async (files       , path        )                              =>
  (await files.exists(path)) ? files.readText(path, { maxBytes: MAX_TEXT_BYTES }) : undefined;

/** Why a file is passed over; what is not the reader's to mend is our bug. */
function messageOf(error         )         {
  if (error instanceof UserError) return error.message
  throw error
}

/** What a part of the settings is made of, and why; without files, what was looked for. */
                       
                                                                                                         
                                   
                          
 

/** Every role in the order of the settings, found or not. */
function rolesOf(found       )         {
  const { dependencies } = found;
  return [
    modelRole(found),
    predictionsRole(found),
    championRole(found),
    dataRole(found),
    ...comparisonRoles(found),
    dependencies.length > 0
      ? { name: 'dependencies', files: dependencies, because: 'by name' }
      : none('dependencies', 'requirements*.txt, pyproject.toml or environment.yml'),
  ]
}

function modelRole({ model }       )       {
  if (!model)
    return none('model', 'joblib, pickle, ONNX, PyTorch, safetensors, GGUF, XGBoost, Keras and other model files')
  const titles = [...new Set(model.files.map(({ title }) => title))].join(', ');
  const left =
    model.others.length === 0 ? '' : `; named for other models: ${names(model.others.map(({ path }) => path))}`;
  const pointer = model.files.some(({ pointer }) => pointer) ? ', still a Git LFS pointer' : '';
  return { name: 'model', files: model.files.map(({ path }) => path), because: `${titles}${pointer}${left}` }
}

function predictionsRole({ predictions }       )       {
  if (!predictions)
    return none('predictions', 'a CSV file of few columns: a unique id, a label of two values, a score from 0 to 1')
  const { model, others } = predictions.chosen;
  const { label } = predictions.judged;
  const left = others.length === 0 ? '' : `; more of them: ${names(others.map(({ table }) => table.path))}`;
  return {
    name: 'predictions',
    files: [model.table.path],
    because: `'${model.id}' is unique, '${label}' has two values, '${model.score}' lies from 0 to 1${left}`,
  }
}

function championRole({ predictions }       )       {
  const champion = predictions?.chosen.champion;
  if (!champion)
    return none('champion', `predictions on the same rows, named ${CHAMPIONS.slice(0, 4).join(', ')} or the like`)
  const rows = predictions.judged.champion ? ', with the same rows and labels as the predictions' : '';
  return { name: 'champion', files: [champion.table.path], because: `named for the model in production${rows}` }
}

function dataRole({ data, contract }       )       {
  if (!data) return none('data', 'a CSV file that holds no predictions')
  const size = `${data.complete ? '' : 'more than '}${counted$1(data.rows, 'row')} of ${counted$1(data.columns.length, 'column')}`;
  return {
    name: 'data',
    files: [data.path],
    because: contract === undefined ? size : `${size}; its contract may be ${contract}`,
  }
}

function comparisonRoles({ comparison }       )         {
  if (!comparison) {
    const header = 'a CSV file with the header of another,';
    return [
      none('reference', `${header} named train or reference`),
      none('current', `${header} named current, live, holdout or test`),
    ]
  }
  const { reference, current, others } = comparison;
  const left = others.length === 0 ? '' : `; also possible: ${names(others.map(({ path }) => path))}`;
  return [
    { name: 'reference', files: [reference.path], because: 'named for what the model was built on' },
    { name: 'current', files: [current.path], because: `the same header, named for what the model meets${left}` },
  ]
}

const none = (name              , lookedFor        )       => ({
  name,
  files: [],
  because: `none found: looked for ${lookedFor}`,
});

const MOST_NAMED = 5;
const names = (paths                   )         =>
  paths.length > MOST_NAMED
    ? `${paths.slice(0, MOST_NAMED).join(', ')} and ${paths.length - MOST_NAMED} more`
    : paths.join(', ');

/** Makes a key pair for signing certificates. Overwrites nothing: a lost private key cannot be made again. Returns the id by which certificates name the key. */
async function keygen(paths          , { files, signing }       )                                              {
  for (const path of [paths.privateKey, paths.publicKey])
    if (await files.exists(path))
      throw new UserError('keygen.exists', `Expected no file at ${path} but found one`, {
        file: path,
        hint: 'Move it away, or write the new pair somewhere else: keys are never overwritten',
      })
  const pair = await signing.generate();
  const { sha256 } = await signing.publicKey(pair.privateKey);
  await files.write(paths.privateKey, pair.privateKey, { secret: true });
  await files.write(paths.publicKey, pair.publicKey);
  return { ...paths, id: sha256 }
}

export { init as A, rolesOf as B, counted$1 as C, visible as D, keygen as E, LEFT_OUT as L, MOST_FILES as M, Options as O, Settings as S, UserError as U, VERSION as V, readContext as a, compose as b, completeContext as c, run as d, fromText as e, failureLine as f, githubForge as g, publish as h, inputsOf as i, jobSummary as j, readReport as k, locate as l, verify as m, verificationLines as n, oneLine$1 as o, printLines as p, verificationSummary as q, refusePullRequestTarget as r, schemaAt as s, terminalReport as t, verificationLine as u, validate as v, worstVerdict as w, exitCode as x, terminalLog as y, environmentContext as z };
