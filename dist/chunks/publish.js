import { C as CERTIFICATE_FILE } from './record-files.js';
import { i as isAddress } from './regular-file.js';
import { C as CHECK_RUN_PREFIX } from './identifiers2.js';
import { r as rowCells, i as isTabular, L as LIMITS, f as found, w as wanted, p as place } from './row-cells.js';
import { i as inRepository } from './in-repository.js';
import { c as code, e as escapeText, v as visible, a as codeSpan } from './escape.js';
import { f as fileFindings, a as filledColumns, b as alikeChecks, t as tellingPlaces, r as rowsBeyond, s as settlingLine } from './telling-places.js';
import { f as folded, t as table } from './table.js';
import { c as count, f as formatNumber, a as formatBytes, b as formatShare, d as formatLimit, e as formatP, g as formatInterval, h as formatPercent } from './numbers.js';
import { S as STATUS_ORDER, a as STATUS_SIGN, V as VERDICT_SIGN, b as VERDICT_WORD } from './words.js';
import { w as withinLimit, a as runText, b as rangesOf, p as placeRuns, t as tally, v as verdictLine, r as recordSection, c as recordCheckRun } from './record-section.js';

/** Text that stays on one line, however narrow its cell. */
const unbroken = (text        )         => text.replaceAll(' ', '\u00a0');

const ENDED_BY                        = {
  time: 'its time ran out',
  memory: 'its memory ran out',
  crash: 'the process that read it failed',
  size: 'too large to be read at once',
  depth: 'nested too deeply',
  ratio: 'decompresses to too much',
  change: 'changed meanwhile',
};
const HEAD$3 = ['Status', 'File', 'Format', 'Size', 'Known imports', 'Findings', 'Because'];
const ALIGN$2 = ['left', 'left', 'left', 'right', 'right', 'right', 'left'];         
const SKIPPED = '➖';

/** Every file that the paths name, the worst first: its format, how it stands after every check, and why; then what was passed over. At most `most` rows. */
function coverage(
  { files, skipped = [] }                                           ,
  checks                  ,
  most        ,
)         {
  if (files.length === 0) return ''
  const findingsOf = fileFindings(checks);
  const worst = files
    .map(file => ({ file, found: findingsOf(file) }))
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.found.status) - STATUS_ORDER.indexOf(b.found.status));
  const over = skipped.map(({ path, reason }) => [SKIPPED, code(path), 'passed over', '', '', '', escapeText(reason)]);
  const rows = [...worst.map(({ file, found }) => row(file, found)), ...over];
  const undecided = files.filter(({ status }) => status === 'inconclusive').length;
  const title = [
    `${count(files.length, 'file')} scanned`,
    undecided > 0 ? `${formatNumber(undecided)} undecided` : '',
    skipped.length > 0 ? `${formatNumber(skipped.length)} passed over` : '',
  ];
  const more =
    rows.length > most ? `\n\n_… and ${formatNumber(rows.length - most)} more: the evidence lists them all._` : '';
  const columns = HEAD$3.map((name, i) => ({ name, align: ALIGN$2[i] ?? 'left' }));
  const filled = filledColumns(columns, rows.slice(0, most));
  return folded(
    title.filter(part => part !== '').join(', '),
    `${table(
      filled.columns.map(({ name }) => name),
      filled.rows,
      filled.columns.map(({ align }) => align),
    )}${more}`,
  )
}

const row = (
  { path, format, bytes, globals, findings, reason, limit }             ,
  { status, reasons }              ,
)           => [
  STATUS_SIGN[status],
  code(path),
  escapeText(format),
  unbroken(formatBytes(bytes)),
  globals === 0 ? '' : formatNumber(globals),
  findings.length === 0 ? '' : formatNumber(findings.length),
  limit ? ENDED_BY[limit] : escapeText(reason ?? reasons.join('; '), 120),
];

const EIGHTHS$1 = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Shares as a row of bars of one eighth to a whole line's height, `max` being a whole one; nothing is a dot. */
function bars(shares                   , max        )         {
  return shares
    .map(share => (share === 0 || max === 0 ? '·' : (EIGHTHS$1[Math.min(7, Math.floor((share / max) * 8))] ?? '█')))
    .join('')
}

/** Columns shown of a wide table. */
const SHOWN$7 = 40;

/** What each file looks like, a line a column: how complete it is, how many values, their range. */
function dataFigure({ files }            )         {
  return files
    .map(({ file, rows, columns }) => {
      const more =
        columns.length > SHOWN$7 ? `\n\n_… and ${count(columns.length - SHOWN$7, 'more column')} in the evidence._` : '';
      return folded(
        `Profile of ${escapeText(file)}: ${count(rows, 'row')}, ${count(columns.length, 'column')}`,
        `${profileTable(columns.slice(0, SHOWN$7), rows)}${more}`,
      )
    })
    .join('\n\n')
}

/** Without what no column has: a median, say, where none is of numbers. */
function profileTable(columns                          , rows        )         {
  const cells = columns.map(column => profileRow(column, rows));
  const shown = HEAD$2.map((_, i) => i < 2 || cells.some(row => row[i] !== ''));
  const kept =       (items                 ) => items.filter((_, i) => shown[i]);
  return table(kept(HEAD$2), cells.map(kept), kept(ALIGN$1))
}

const HEAD$2 = ['Column', 'Type', 'Filled', 'Distinct', 'Distribution', 'Values', 'Median'];
const ALIGN$1 = ['left', 'left', 'right', 'right', 'left', 'left', 'right'];         

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
const SHOWN$6 = 60;

/** One line per column, the drifted first: what another tool says of it by its own method, and where its rule is wrong. */
function driftProfileFigure({ columns }             , profile                                     )         {
  const body = columns
    .slice(0, SHOWN$6)
    .map(({ column, status, tool }) => [
      STATUS_SIGN[status],
      code(column, 60),
      tool ? escapeText(tool.method) : '',
      tool?.score === undefined ? '' : formatNumber(tool.score),
      tool?.threshold === undefined ? '' : `${escapeText(tool.comparator)} ${formatLimit(tool.threshold)}`,
    ]);
  const more =
    columns.length > SHOWN$6 ? `\n\n_… and ${count(columns.length - SHOWN$6, 'more column')} in the evidence._` : '';
  const caveats = profile.caveats.map(caveat => `- ${escapeText(caveat)}`).join('\n');
  return folded(
    `${count(columns.length, 'column')} compared by the rules of ${profile.tool}`,
    `${table(['Status', 'Column', 'Method', 'Score', 'Drift where'], body, ['left', 'left', 'left', 'right', 'right'])}${more}\n\n${escapeText(profile.rule)}. Of these rules:\n\n${caveats}`,
  )
}

/** Rows shown of a wide table. */
const SHOWN$5 = 30;

const HEAD$1 = ['Status', 'Column', 'Values', 'Effect (limit)', 'p (Holm)', 'Missing', 'Unseen'];

/** One line per column, the worst first: how its distribution looks now, how far it moved, what is missing. */
function driftFigure(result             )         {
  const { columns, rows, alpha, tests, sampling, methods: used, profile } = result;
  if (columns.length === 0) return ''
  if (profile) return driftProfileFigure(result, profile)
  const methods = used
    .filter(({ id }) => columns.some(({ method }) => method === id))
    .map(({ title }) => title)
    .join(', ');
  const filled = filledColumns(
    HEAD$1.map((name, i) => ({ name, align: i < 3 ? ('left'         ) : ('right'         ) })),
    columns
      .slice(0, SHOWN$5)
      .map(row => [
        STATUS_SIGN[row.status],
        code(row.column, 60),
        picture$1(row),
        effectOf(row),
        row.adjustedPValue === undefined ? '' : formatP(row.adjustedPValue),
        row.missing.reference === 0 && row.missing.current === 0
          ? ''
          : `${formatShare(row.missing.reference)}\u202f→\u202f${formatShare(row.missing.current)}`,
        row.unseen === undefined || row.unseen.rows === 0
          ? ''
          : `${count(row.unseen.rows, 'row')} (${formatShare(row.unseen.share)})`,
      ]),
  );
  const more =
    columns.length > SHOWN$5 ? `\n\n_… and ${count(columns.length - SHOWN$5, 'more column')} in the evidence._` : '';
  const note = `<sub>${count(rows.reference, 'row')} against ${count(rows.current, 'row')}; effect: ${methods}; bars: reference above current, numbers by the reference's deciles, categories by their shares; a column fails where its effect exceeds its limit and its p, adjusted over ${count(tests, 'test')}, is at most ${formatLimit(alpha)}${sampling === undefined ? '' : '; of some columns a sample of the numbers is compared, see the evidence'}</sub>`;
  return folded(
    `${count(columns.length, 'column')} compared`,
    `${table(
      filled.columns.map(({ name }) => name),
      filled.rows,
      filled.columns.map(({ align }) => align),
    )}${more}${advice(result)}\n\n${note}`,
  )
}

function effectOf({ effect, limit }          )         {
  if (effect === undefined) return ''
  return limit === undefined ? formatNumber(effect) : `${formatNumber(effect)} (${formatLimit(limit)})`
}

/** What is worth a look though it need not block, and what passes only by the settings. */
function advice({ advisory = [], letThrough = [], alpha }             )         {
  const listed = advisory
    .slice(0, SHOWN$5)
    .map(({ column, question, adjustedPValue }) => `${code(column, 60)} (${question}, p ${formatP(adjustedPValue)})`);
  const more = advisory.length > SHOWN$5 ? `, and ${count(advisory.length - SHOWN$5, 'more column')}` : '';
  return [
    ...(listed.length > 0
      ? [
          `Worth a look, of which at most ${formatShare(alpha)} by chance (Benjamini–Hochberg), harmless or not: ${listed.join(', ')}${more}`,
        ]
      : []),
    ...(letThrough.length > 0
      ? [
          `${count(letThrough.length, 'check')} that failed or ${letThrough.length === 1 ? 'is' : 'are'} undecided, passing only by the settings: ${letThrough
            .slice(0, SHOWN$5)
            .map(({ check, finding, by }) => `${code(check, 80)} (${finding}, by ${code(by, 20)})`)
            .join(', ')}`,
        ]
      : []),
  ]
    .map(line => `\n\n${line}`)
    .join('')
}

function picture$1({ histogram }          )         {
  if (!histogram) return ''
  const max = Math.max(...histogram.reference, ...histogram.current);
  return `${bars(histogram.reference, max)}<br>${bars(histogram.current, max)}`
}

/** Lines as a block of code; whatever a name in them holds, none ends the block, and none moves what stands beside it. */
const codeBlock = (lines                   )         =>
  ['```text', ...lines.map(line => visible(line).replaceAll('`', "'")), '```'].join('\n');

const WIDTH$1 = 40;

/** What happened against what was predicted, bin by bin, where a claim is about it; empty otherwise. */
function calibrationFigure({ calibration, claims }             )         {
  if (!calibration || !claims.some(({ check }) => check.startsWith('calibrated'))) return ''
  const { bins, level } = calibration;
  const highest = Math.max(...bins.flatMap(({ predicted, interval }) => [predicted, interval[1]]));
  const lines = bins.map(
    bin =>
      `${formatShare(bin.predicted).padStart(7)}  ${strip(bin, highest)}  ${formatNumber(bin.observed)}, ${formatNumber(bin.rows)} rows`,
  );
  return folded(
    'Reliability of the probabilities',
    [
      '```text',
      ...lines,
      '```',
      `<sub>A row per tenth of the rows: what was predicted; ◆ the same on the scale, ● what happened with its ${formatShare(level)} interval. ${numbers(calibration)}</sub>`,
    ].join('\n'),
  )
}

/** From 0 to `highest`. */
function strip({ predicted, observed, interval }                             , highest        )         {
  const cell = (x        ) => Math.min(WIDTH$1 - 1, Math.max(0, Math.round((x / highest) * (WIDTH$1 - 1))));
  const cells = Array.from({ length: WIDTH$1 }, () => ' ');
  for (let i = cell(interval[0]); i <= cell(interval[1]); i++) cells[i] = '─';
  cells[cell(interval[0])] = '├';
  cells[cell(interval[1])] = '┤';
  cells[cell(observed)] = '●';
  cells[cell(predicted)] = cells[cell(predicted)] === '●' ? '◉' : '◆';
  return cells.join('')
}

function numbers({ error, slope, intercept, spiegelhalter }             )         {
  const part = (name        , found                      ) =>
    found ? `${name} ${formatNumber(found.value)} ${formatInterval(found.interval)}` : '';
  return [
    `Calibration error ${formatNumber(error.value)} ${formatInterval(error.interval)} (found ${formatNumber(error.raw)}, of a calibrated model ${formatNumber(error.expected)}, p ${formatP(error.pValue)})`,
    part('slope', slope),
    part('intercept', intercept),
    spiegelhalter ? `Spiegelhalter’s p ${formatP(spiegelhalter.pValue)}` : '',
  ]
    .filter(text => text !== '')
    .join('; ')
}

/** Classes of which a matrix is still legible. */
const MOST = 12;

/** The matrix of true and predicted classes, and how well each class is told from the others; worst first where there are many. */
function classTables(classes                        )         {
  if (!classes) return ''
  const names = classes.map(({ name }) => escapeText(name.slice(0, 40)));
  const right = names.map(() => 'right'         );
  const matrix = table(
    ['Truth', ...names.map(name => `predicted ${name}`)],
    classes.map(({ predicted }, i) => [`**truly ${names[i]}**`, ...predicted.map(rows => formatNumber(rows))]),
    ['left', ...right],
  );
  const scores = table(
    ['Class', 'Rows', 'Precision', 'Recall', 'Interval of recall', 'F1'],
    classes
      .toSorted((a, b) => a.recall - b.recall)
      .map(({ name, rows, precision, recall, interval, f1 }) => [
        escapeText(name.slice(0, 40)),
        formatNumber(rows),
        formatNumber(precision),
        formatNumber(recall),
        formatInterval(interval),
        formatNumber(f1),
      ]),
    ['left', 'right', 'right', 'right', 'right', 'right'],
  );
  return classes.length > MOST ? scores : `${matrix}\n\n${scores}`
}

const EIGHTHS = ['\u00a0', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];         

/**
 * What lies below a curve of shares, as lines of blocks, eight steps a line: `shares` are told from left to right, evenly spaced. Blocks are as
 * wide as letters in the fonts that code is shown in; finer signs, such as Braille, are taken from another font and break the columns.
 */
function hills(shares                   , lines        , width        )           {
  const heights = Array.from({ length: width }, (_, x) => {
    const share = shares[Math.round((x / (width - 1)) * (shares.length - 1))] ?? 0;
    return Math.round(Math.min(1, Math.max(0, share)) * lines * 8)
  });
  return Array.from({ length: lines }, (_, line) => {
    const below = (lines - 1 - line) * 8;
    return heights.map(height => EIGHTHS[Math.min(8, Math.max(0, height - below))]).join('')
  })
}

/** Lines that a curve is high, and characters that it is wide: a telephone shows them. */
const LINES = 6;
const WIDTH = 30;

/** Both curves of two classes, one above the other. */
function curvesFigure({ curves }             )         {
  if (!curves) return ''
  const lines = [
    ...drawn(curves.roc, 'true positive rate', 'false positive rate'),
    '',
    ...drawn(curves.precisionRecall, 'precision', 'recall'),
  ];
  return folded(
    'ROC and precision by recall',
    `${codeBlock(lines)}\n<sub>Of all thresholds the highest true positive rate, and the highest precision</sub>`,
  )
}

function drawn(shares                   , height        , breadth        )           {
  const axis = (line        ) => (line === 0 ? '1' : line === LINES - 1 ? '0' : ' ');
  const room = WIDTH - breadth.length - 2;
  return [
    height,
    ...hills(shares, LINES, WIDTH).map((line, i) => `${axis(i)} │${line}`),
    `  └${'─'.repeat(WIDTH)}`,
    `   0${' '.repeat(Math.floor(room / 2))}${breadth}${' '.repeat(Math.ceil(room / 2))}1`,
  ]
}

/** Groups shown of a table; the evidence has them all. */
const SHOWN$4 = 20;

                                            

/** How each group is treated, the one that is chosen least often first; empty where no group was named. */
function fairnessFigure({ fairness = [] }             )         {
  if (fairness.length === 0) return ''
  const names = fairness.map(({ by }) => by).join(', ');
  return folded(`Groups by ${escapeText(names)}`, fairness.map(groupTable).join('\n\n'))
}

function groupTable({ by, favourable, level, method, groups }               )         {
  const worst = groups.toSorted(
    (a, b) => Number(a.few ?? false) - Number(b.few ?? false) || share(a) - share(b) || (a.group < b.group ? -1 : 1),
  );
  const body = worst
    .slice(0, SHOWN$4)
    .map(group => [
      escapeText(group.group, 60),
      formatNumber(group.rows),
      rate(group.selection),
      group.few ? 'too few rows' : ratio(group),
      rate(group.truePositive),
      rate(group.falsePositive),
      rate(group.precision),
    ]);
  const more = groups.length > SHOWN$4 ? `\n\n_… and ${count(groups.length - SHOWN$4, 'more group')} in the evidence._` : '';
  return `${table(
    [
      escapeText(by),
      'Rows',
      'Predicted',
      `Impact ratio, ${formatShare(level)} interval`,
      'Of the truly so',
      'Of the others',
      'Truly so',
    ],
    body,
    ['left', 'right', 'right', 'left', 'right', 'right', 'right'],
  )}${more}\n\n<sub>Shares predicted ${code(favourable)}: of all rows, and against the group with the largest share (${method === 'mover' ? 'MOVER; p: Student' : 'Katz; p: Fisher'}); of rows that truly are, and are not; last, the share of those predicted so that truly are</sub>`
}

const share = ({ selection }       ) => selection?.value ?? 0;

const rate = (found                    ) => (found ? formatShare(found.value) : '');

const ratio = ({ ratio: found }       ) =>
  found ? `${formatNumber(found.value)} ${formatInterval(found.interval)}, p ${formatP(found.pValue)}` : '1';

/** Errors by quantile, and as bars from the 1 % to the 99 % quantile. */
function residualTable(residuals                          )         {
  if (!residuals) return ''
  const { quantiles, histogram } = residuals;
  const head = quantiles.map(({ p }) =>
    p === 0 ? 'least' : p === 1 ? 'greatest' : p === 0.5 ? 'median' : formatShare(p),
  );
  const row = quantiles.map(({ value }) => formatNumber(value));
  const right = quantiles.map(() => 'right'         );
  const picture = code(bars(histogram.rows, Math.max(...histogram.rows)), 60);
  const note = `<sub>predicted less true; bars from ${formatNumber(histogram.from)} to ${formatNumber(histogram.to)}</sub>`;
  return `${table(['Errors', ...head], [[picture, ...row]], ['left', ...right])}\n\n${note}`
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

/** Something with an estimate, its interval and what that is held against; `scale` is where its drawing begins and ends. */
                           
                                
                       
                       
                        
                                              
                      
                                           
                              
                        
 

/** A telephone shows some 36 characters of a block of code before one has to push it aside: name, drawing and estimate are among them. */
const CELLS = 23;

/** Two lines for each: its name, then how it was drawn, the estimate and its interval. */
const stripLines = (rows                     )           =>
  rows.flatMap(({ sign, name, more, value, interval, bar, scale }) => [
    `${sign} ${name}${more === undefined ? '' : `, ${more}`}`,
    `   ${intervalStrip({ value, interval, bar }, scale, CELLS)}  ${formatNumber(value)} ${formatInterval(interval)}`,
  ]);

/** Slices shown of a metric; the evidence has them all. */
const SHOWN$3 = 12;
const METRICS = 4;
const NAME$1 = 36;

/** Every slice's interval on one scale per metric, the worst first, with the value on all rows as the bar; empty where no slice was named. */
function sliceFigure({ slices = [], metrics }             )         {
  const groups = Map.groupBy(slices, ({ metric, gain }) => (gain ? `${metric} against the champion` : metric));
  const parts = [...groups].slice(0, METRICS).map(([title, rows]) => {
    const metric = metrics.find(({ id }) => id === rows[0]?.metric);
    const isGain = rows[0]?.gain === true;
    return forest(title, rows, isGain ? 0 : (metric?.value ?? null), isGain || metric?.better !== 'lower')
  });
  if (parts.length === 0) return ''
  const open = slices.filter(({ status }) => status !== undefined && status !== 'pass').length;
  return folded(
    `${count(slices.length, 'slice')}${open > 0 ? `, ${formatNumber(open)} of them not shown to hold` : ''}`,
    `${parts.join('\n\n')}\n<sub>● estimate, ├ ┤ interval, ┊ all rows; the worst first</sub>`,
  )
}

function forest(title        , rows                     , overall               , higherIsBetter         )         {
  const worst = rows.toSorted((a, b) => rank$1(a) - rank$1(b) || room(a, higherIsBetter) - room(b, higherIsBetter));
  const shown = worst.slice(0, SHOWN$3);
  const ends = shown.flatMap(({ interval }) => (interval ? [...interval] : []));
  const low = Math.min(...ends, overall ?? Number.POSITIVE_INFINITY);
  const high = Math.max(...ends, overall ?? Number.NEGATIVE_INFINITY);
  const scale = [low, high === low ? low + 1 : high];         
  const lines = shown.flatMap(row => {
    const { value, interval, rows: n, status } = row;
    const [sign, name] = [status ? STATUS_SIGN[status] : '  ', nameOf(row)];
    if (value === null || !interval) return [`${sign} ${name}, ${count(n, 'row')}: too few rows`]
    return stripLines([{ sign, name, more: count(n, 'row'), value, interval, bar: overall ?? value, scale }])
  });
  const more = rows.length > SHOWN$3 ? [`… and ${formatNumber(rows.length - SHOWN$3)} more`] : [];
  return `${escapeText(title)}\n${codeBlock([...lines, ...more])}`
}

const nameOf = ({ by, slice }          ) => {
  const name = by === undefined ? slice : `${by}: ${slice}`;
  return name.length > NAME$1 ? `${name.slice(0, NAME$1 - 1).toWellFormed()}…` : name
};

const rank$1 = ({ status, value }          ) =>
  status === undefined ? STATUS_ORDER.length + (value === null ? 1 : 0) : STATUS_ORDER.indexOf(status);

const room = ({ value }          , higherIsBetter         ) =>
  value === null ? Number.POSITIVE_INFINITY : higherIsBetter ? value : -value;

/** Characters of a claim that fit beside its strip. */
const NAME = 60;
/** Characters that leave a section room for the checks that did not pass. */
const LARGEST = 8_000;

/** Every claim's interval against its bar, then the metrics and the confusion matrix, slices, groups and calibration where a claim or the settings name them. */
function modelFigure(result             , checks                  )         {
  const { confusion, classes, residuals } = result;
  const others = [confusionTable(result), classTables(classes), residualTable(residuals)];
  const tables = [metricTable(result), ...others].filter(part => part !== '').join('\n\n');
  const title = confusion || classes ? 'Metrics and confusion matrix' : residuals ? 'Metrics and errors' : 'Metrics';
  const parts = [
    claimStrips(result, checks),
    tables === '' ? '' : folded(`${title} on ${aboutRows(result)}`, tables),
    curvesFigure(result),
    fairnessFigure(result),
    sliceFigure(result),
    calibrationFigure(result),
  ];
  return withinLimit('', parts, LARGEST)
}

/** Only where scores are held against a threshold is it told. */
function aboutRows({ task, n, positives, units, threshold }             )         {
  return [
    count(n, 'row'),
    ...(positives === null ? [] : [`${formatNumber(positives)} positive`]),
    ...(units ? [`${formatNumber(units.count)} ${units.noun}`] : []),
    ...(task === 'binary' || task === 'multilabel' ? [`threshold ${threshold}`] : []),
  ].join(', ')
}

/** Every claim on a scale of its own: the bar is `┊`, the estimate `●`. */
function claimStrips({ claims }             , checks                  )         {
  const rows = claims.flatMap(({ claim, check }) => {
    const found = checks.find(({ id }) => id === check);
    const { value, interval } = found?.measured ?? {};
    const bar = found?.required?.value;
    if (!found || !interval || typeof value !== 'number' || typeof bar !== 'number') return []
    const name = claim.length > NAME ? `${claim.slice(0, NAME - 1)}…` : claim;
    const [low, high] = [Math.min(bar, interval[0]), Math.max(bar, interval[1])];
    const margin = (high - low) * 0.1 || 0.01;
    const scale = [low - margin, high + margin];         
    return [{ sign: STATUS_SIGN[found.status], name, value, interval, bar, scale }]
  });
  if (rows.length === 0) return ''
  return `${codeBlock(stripLines(rows))}\n<sub>● estimate, ├ ┤ interval, ┊ the bar of the claim</sub>`
}

function metricTable({ metrics }             )         {
  if (metrics.length === 0) return ''
  const withChampion = metrics.some(({ champion }) => champion !== undefined);
  const level = metrics.find(metric => metric.level !== undefined)?.level;
  const rows = metrics.map(({ title, value, interval, champion }) => [
    escapeText(title),
    value === null ? 'undefined' : formatNumber(value),
    interval ? unbroken(formatInterval(interval)) : '',
    ...(withChampion ? [champion === undefined || champion === null ? '' : formatNumber(champion)] : []),
  ]);
  const head = [
    'Metric',
    'Model',
    level === undefined ? 'Interval' : `${formatPercent(level)} interval`,
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
  return table(['Truth', 'predicted positive', 'predicted negative'], rows, ['left', 'right', 'right'])
}

/** Slices shown; the evidence has them all. */
const SHOWN$2 = 20;

/** Decisions and metrics of both files and by how much they have changed, the worst first; then the slices. */
function performanceFigure(result                   )         {
  const { decisions, metrics, slices = [], labels, level, alpha, tests, rows, assumption, beyondReference = 0 } = result;
  const lines = [...metrics, decisions].map(lineOf);
  const parts = [table(HEAD, lines, ALIGN)];
  if (slices.length > 0) {
    const more =
      slices.length > SHOWN$2 ? `\n\n_… and ${count(slices.length - SHOWN$2, 'more line')} in the evidence._` : '';
    parts.push(`${table(HEAD, slices.slice(0, SHOWN$2).map(lineOf), ALIGN)}${more}`);
  }
  const beyond =
    beyondReference > 0 ? `; ${formatShare(beyondReference)} of the current scores are beyond all of the reference` : '';
  const note = `<sub>${count(rows.reference, 'row')} against ${count(rows.current, 'row')}; change with its ${formatShare(level)} interval; without a sign: reported only; the chance of any false alarm, over ${count(tests, 'test')}, is held at ${formatLimit(alpha)}</sub>`;
  return folded(
    `Performance of the predictions, ${labels} on the current rows`,
    [...(assumption ? [`_Performance is ${escapeText(assumption)}${beyond}._`] : []), ...parts, note].join('\n\n'),
  )
}

const HEAD = ['Status', 'Number', 'Reference', 'Current', 'Change', 'Allowed', 'p (Holm)'];
const ALIGN = ['left', 'left', 'right', 'right', 'right', 'right', 'right'];         

function lineOf({ status, title, by, slice, reference, current, change, interval, limit, worse, ...rest }           ) {
  return [
    status ? STATUS_SIGN[status] : '',
    by === undefined ? escapeText(title, 60) : `${escapeText(title, 60)} on ${escapeText(`${by} = ${slice}`, 60)}`,
    reference === undefined ? '' : formatNumber(reference),
    current === undefined ? '' : formatNumber(current),
    change === undefined || !interval
      ? escapeText(rest.note ?? '', 120)
      : `${formatNumber(change)} ${formatInterval(interval)}`,
    limit === undefined ? '' : `${SIGN[worse]}${formatLimit(limit)}`,
    rest.adjustedPValue === undefined ? '' : formatP(rest.adjustedPValue),
  ]
}

const SIGN = { lower: '\u2212', higher: '+', either: '±' };

/** Files and dependencies shown of many. */
const SHOWN$1 = 60;

/** Every file that was scanned, what is known against its dependencies, and the personal data that tables hold. */
function securityFigure(result                , checks                  )         {
  const { dependencies, vulnerabilities, tables = [] } = result;
  return [coverage(result, checks, SHOWN$1), vulnerable(vulnerabilities), sensitive(tables), unpinned(dependencies)]
    .filter(part => part !== '')
    .join('\n\n')
}

function vulnerable(found                                   )         {
  if (found.length === 0) return ''
  const rows = found
    .slice(0, SHOWN$1)
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
  return folded(title, table(['Table', 'Column', 'Kind', 'Known', 'Contract'], rows.slice(0, SHOWN$1)))
}

function unpinned(dependencies                                )         {
  if (dependencies.length === 0) return ''
  const rows = dependencies
    .slice(0, SHOWN$1)
    .map(({ file, line, requirement }) => [code(`${file}:${line}`), code(requirement)]);
  return folded(
    count(dependencies.length, 'dependency without an exact version', 'dependencies without an exact version'),
    table(['Where', 'Requirement'], rows),
  )
}

/** Series shown of many, and flagged buckets told of each. */
const SHOWN = 30;
const TOLD$1 = 3;

/** One line per operational series, the worst first: its judged buckets in time, those that rules have flagged, and what was found there. */
function seriesFigure({ series, rules, alpha, tests }              )         {
  if (series.length === 0) return ''
  const body = series
    .slice(0, SHOWN)
    .map(row => [STATUS_SIGN[row.status], code(row.name, 60), picture(row), judgedText(row), flaggedText(row)]);
  const more =
    series.length > SHOWN
      ? `\n\n_… and ${count(series.length - SHOWN, 'more series', 'more series')} in the evidence._`
      : '';
  const used = rules.map(({ title }) => title).join(', ');
  const note = `<sub>bars: means of the judged buckets in time, those with a ▲ below hold flagged ones; rules: ${escapeText(used)}; the chance of any false alarm, over ${count(tests, 'rule')} and all their buckets, is held at ${formatLimit(alpha)}</sub>`;
  return folded(
    `${count(series.length, 'operational series', 'operational series')} judged`,
    `${table(['Status', 'Series', 'Judged in time', 'Judged', 'Flagged'], body, ['left', 'left', 'left', 'left', 'left'])}${more}\n\n${note}`,
  )
}

function picture({ bins }           )         {
  if (bins.length === 0) return ''
  const values = bins.map(({ value }) => Math.max(0, value ?? 0));
  const marks = bins.map(({ flagged }) => (flagged > 0 ? '▲' : '\u2007')).join('');
  const shown = bars(values, Math.max(...values));
  return bins.some(({ flagged }) => flagged > 0) ? `${shown}<br>${marks.trimEnd()}` : shown
}

function judgedText({ judged, every, unscored, from, judgedFrom, until }           )         {
  if (from === undefined || until === undefined) return 'nothing read'
  const left = [
    unscored.missing > 0 ? `${formatNumber(unscored.missing)} missing` : '',
    unscored.thin > 0 ? `${formatNumber(unscored.thin)} too thin` : '',
    unscored.young > 0 ? `${formatNumber(unscored.young)} too young` : '',
    unscored.excepted > 0 ? `${formatNumber(unscored.excepted)} excepted` : '',
    unscored.unlearnt > 0 ? `${formatNumber(unscored.unlearnt)} not learnt` : '',
  ].filter(text => text !== '');
  const span = judgedFrom === undefined ? '' : `<br>${day(judgedFrom)} to ${day(until)}`;
  return `${formatNumber(judged)} of ${every}${left.length > 0 ? `, ${left.join(', ')}` : ''}${span}`
}

function flaggedText({ kind, flagged, flaggedCount }           )         {
  if (flaggedCount === 0) return ''
  const isShare = kind === 'error-rate' || kind === 'default-rate';
  const show = (value        ) => (isShare ? formatShare(value) : formatNumber(value));
  const worst = flagged
    .toSorted((a, b) => departure(b) - departure(a))
    .slice(0, TOLD$1)
    .map(({ at, value, expected }) => {
      const found = value === null ? 'no value' : show(value);
      return `${at.slice(0, 16).replace('T', '\u00a0')}: ${found}${expected === undefined ? '' : `, expected ${show(expected)}`}`
    });
  return `${count(flaggedCount, 'bucket')}<br>${worst.join('<br>')}`
}

                                           

const departure = ({ value, expected }         )         =>
  value === null || expected === undefined ? 0 : Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-9);

const day = (time        )         => time.slice(0, 10);

/** The picture that belongs to a gate's evidence, as Markdown that renders wherever GitHub shows it; empty where there is nothing to see. */
function figures(evidence          )         {
  if (evidence.result === null) return ''
  switch (evidence.gate) {
    case 'data-validate':
      return dataFigure(evidence.result)
    case 'model-certify':
      return modelFigure(evidence.result, evidence.checks)
    case 'security-scan':
      return securityFigure(evidence.result, evidence.checks)
    case 'drift-compare':
      return [
        driftFigure(evidence.result),
        evidence.result.performance ? performanceFigure(evidence.result.performance) : '',
        evidence.result.series ? seriesFigure(evidence.result.series) : '',
      ]
        .filter(text => text !== '')
        .join('\n\n')
  }
}

/** Files that GitHub shows rendered, without lines, unless it is asked for the plain text. */
const RENDERED = /\.(md|csv|tsv)$/i;

                                               

/** A place as Markdown: a link to the line on GitHub, where the run was there and the file may be in the repository at that commit. */
const placeLink = (location          , evidence      )         =>
  runLink({ first: location, lines: location.line === undefined ? [] : [location.line] }, evidence);

/** Places that differ in their lines alone as one link, to the first lines of them. */
function runLink(run          , evidence      )         {
  const text = codeSpan(runText(run));
  const url = placeUrl(run, evidence);
  return url === undefined ? text : `[${text}](${url})`
}

/** Where the first lines of a run are on GitHub; undefined where they may not be there. */
function placeUrl({ first: { file }, lines }          , { run, materials }      )                     {
  const at = atCommit(run);
  const isElsewhere = isAddress(file) || materials.some(({ name, origin }) => name === file && origin !== undefined);
  const path = inRepository(run.folder, file);
  if (at === undefined || isElsewhere || /^(\.\.?|)(\/|$)/.test(path)) return undefined
  const [range] = rangesOf(lines);
  const plain = range && RENDERED.test(path) ? '?plain=1' : '';
  const anchor = range ? `#L${range[0]}${range[1] > range[0] ? `-L${range[1]}` : ''}` : '';
  return `${at}/${path.split('/').map(encoded).join('/')}${plain}${anchor}`
}

/** `https://github.com/acme/credit/blob/c0ffee`, by the address of the run. */
function atCommit({ url, repository, commit }                 )                     {
  const [server] = /^https:\/\/[^/?#]+\//.exec(url ?? '') ?? [];
  if (server === undefined || repository === undefined || commit === undefined) return undefined
  return url?.startsWith(`${server}${repository}/actions/`) ? `${server}${repository}/blob/${commit}` : undefined
}

/** Parentheses would end the link. */
const encoded = (part        )         =>
  encodeURIComponent(part).replace(/[()]/g, bracket => (bracket === '(' ? '%28' : '%29'));

/** Rows at fault as Markdown, one below the other; `url` is where the first one is. */
function rowTable(locations                     , url         )         {
  const { file, names, rows } = rowCells(locations);
  const where = url === undefined ? code(file) : `[${code(file)}](${url})`;
  return table(
    [`Line of ${where}`, ...names.map(name => escapeText(name, 60))],
    rows.map(({ line, cells }) => [String(line), ...cells.map(cellText)]),
    ['right'],
  )
}

const cellText = (cell                    )         =>
  cell === undefined ? '' : cell === '' ? '_empty_' : code(cell, 60);

/** Places of a check that are told. */
const PLACES$1 = 6;
/** Waivers of a check that are told; the evidence has them all. */
const WAIVERS = 5;

/** Checks that did not pass, each with its reason and remedy; of several that end alike and want the same done, that is said once. */
function toldChecks(checks                  , evidence          )           {
  return alikeChecks(checks).map(([first, ...others]) =>
    first === undefined ? '' : others.length === 0 ? told(first, evidence) : toldTogether([first, ...others], evidence),
  )
}

function toldTogether(group                  , evidence          )         {
  const lines = group.map(check => {
    const [place] = tellingPlaces(check);
    const where = place ? ` ${placeLink(place, evidence)}` : '';
    return `- ${STATUS_SIGN[check.status]} **${escapeText(check.title)}**: ${escapeText(check.reason)}${where}`
  });
  return `${lines.join('\n')}\n\n→ ${escapeText(group[0]?.hint ?? '')}`
}

/** Rows of which keys or values are known stand in a table, once they are several; of others that are alike the lines stand together. */
function told(check       , evidence          )         {
  const { waivers = [] } = check;
  const all = tellingPlaces(check);
  const rows = all.filter(isTabular);
  const runs = placeRuns(rows.length > 1 ? all.filter(location => !isTabular(location)) : all);
  const listed = runs.slice(0, PLACES$1);
  const more = runs.length - listed.length;
  const beyond = rowsBeyond(check, all);
  const others = beyond === 0 ? '' : `and ${count(beyond, 'more row')}`;
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
      ? `${listed.map(run => runLink(run, evidence)).join(' · ')}${more > 0 ? ` and ${more} more` : rows.length > 1 || others === '' ? '' : ` ${others}`}`
      : '',
  ];
  const text = words.filter(line => line !== '').join('  \n');
  return rows.length > 1
    ? `${text}\n\n${rowTable(rows, firstUrl(rows, evidence))}${others === '' ? '' : `\n\n_… ${others}_`}`
    : text
}

const firstUrl = ([first]                     , evidence          ) =>
  first && placeUrl({ first, lines: first.line === undefined ? [] : [first.line] }, evidence);

/** Checks told, of which these in the open; the rest are counted. */
const TOLD = 24;
const OPEN = 8;

/** One gate's part of a comment or summary: what did not pass, with reason and remedy, then its picture; never longer than `limit` characters. */
function section(evidence          , limit         = LIMITS.section)         {
  const heading = `### ${VERDICT_SIGN[evidence.verdict]} ${evidence.gate} · ${escapeText(tally(evidence.checks.map(({ status }) => status)))}`;
  const open = evidence.checks.filter(check => check.status !== 'pass').toSorted(byStatus);
  const [first, rest] = [open.slice(0, OPEN), open.slice(OPEN, TOLD)];
  const blocks = [
    settlingLine(evidence),
    ...toldChecks(first, evidence),
    ...(rest.length > 0
      ? [folded(`${count(rest.length, 'more check')} that did not pass`, toldChecks(rest, evidence).join('\n\n'))]
      : []),
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
    checks.length > 0 ? checksWithin(checks.toSorted(byStatus), Math.floor(limit / 2)) : '',
    coverageWithin(evidence, Math.floor(limit / 2)),
    evidence.materials.length > 0 ? folded('What was read', materialTable(evidence)) : '',
  ];
  return withinLimit('', blocks, limit)
}

/** Lines of a table of checks: nobody reads the 501st. */
const LISTED = 500;

/** Every check, the worst first; of very many those that fit. */
function checksWithin(checks                  , limit        )         {
  const tableOf = (rows        ) =>
    folded(
      rows < checks.length ? `The worst ${rows} of ${count(checks.length, 'check')}` : count(checks.length, 'check'),
      checkTable(checks.slice(0, rows)),
    );
  let rows = Math.min(LISTED, checks.length);
  let text = tableOf(rows);
  while (text.length > limit && rows > 1) {
    rows = Math.max(1, Math.floor((rows * limit) / text.length) - 1);
    text = tableOf(rows);
  }
  return text
}

/** The coverage of a scan, where the section shows not all of it; of very many files those that fit. */
function coverageWithin({ gate, result, checks }          , limit        )         {
  if (gate !== 'security-scan' || result === null) return ''
  let rows = result.files.length + (result.skipped?.length ?? 0);
  if (rows <= SHOWN$1) return ''
  let text = coverage(result, checks, rows);
  while (text.length > limit && rows > 1) {
    rows = Math.floor((rows * limit) / text.length);
    text = coverage(result, checks, rows);
  }
  return text
}

const byStatus = (a       , b       ) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status);

function checkTable(checks                  )         {
  const rows = checks.map(check => [
    STATUS_SIGN[check.status],
    escapeText(check.title),
    keptShort(escapeText(found(check))),
    keptShort(escapeText(wanted(check), 120)),
  ]);
  return table(['Status', 'Check', 'Found', 'Required'], rows)
}

/** Characters of a cell that is kept on one line. */
const SHORT = 20;
const keptShort = (text        ) => (text.length > SHORT ? text : unbroken(text));

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
    title: cut(visible(verdictLine(evidence)), LIMITS.checkRunTitle),
    summary: section(evidence),
    text: fullReport(evidence, LIMITS.checkRunText),
    annotations: annotations(evidence),
  }
}

function annotations({ checks, run }          )               {
  const all               = [];
  for (const check of checks) {
    if (all.length >= LIMITS.annotations) break
    all.push(...annotate(check, run.folder));
  }
  return all.slice(0, LIMITS.annotations)
}

/** One annotation per line that a check points at; a file without lines, or one that is kept elsewhere, has none to show it on. */
function annotate(check       , folder                    )               {
  if (check.status === 'pass') return []
  const level = check.status === 'fail' ? 'failure' : 'warning';
  return (check.locations ?? []).flatMap(location =>
    location.line === undefined || isAddress(location.file)
      ? []
      : [
          {
            path: inRepository(folder, location.file),
            line: location.line,
            level,
            title: cut(visible(check.title), LIMITS.annotationTitle),
            message: cut(
              [check.reason, ...(check.hint === undefined ? [] : [check.hint]), place(location)]
                .map(visible)
                .join('\n'),
              LIMITS.annotationMessage,
            ),
          }         ,
        ],
  )
}

/** Never in the middle of a character. */
const cut = (text        , limit        )         => text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');

/** The page of a run on GitHub; a run elsewhere keeps its files in another place. */
const RUN = /^(https?:\/\/[^\s()<>"']+\/actions\/runs\/\d+)(?:\/attempts\/\d+)?$/;

/** Where a run's artifacts are listed, by the address of its page: they have addresses of their own only after the step has ended. */
const artifactsOf = (run                    )                     => {
  const page = RUN.exec(run ?? '')?.[1];
  return page === undefined ? undefined : `${page}#artifacts`
};

/** Where the page with everything is: in the artifact that the workflow makes of the output folder. Nothing where no run is known. */
function fullReportLine(places                   )         {
  if (places.length === 0) return ''
  const [only] = places.length === 1 ? places : [];
  const where =
    only === undefined
      ? places.map(place => `[run ${/\d+(?=#)/.exec(place)?.[0]}](${place})`).join(', ')
      : `[this run](${only})`;
  return `<sub>Full report: ${code('report.html')} in the artifacts of ${where}, where the workflow keeps its output.</sub>`
}

/** A check run that ends by saying where the full report is. */
function withFullReport(run          , url                    )           {
  const place = artifactsOf(url);
  return place === undefined ? run : { ...run, summary: `${run.summary}\n\n${fullReportLine([place])}` }
}

/** A summary without that line, and the place that it named: what stands before it cannot look like it, since names are escaped. */
function liftFullReport(summary        )                                                     {
  const [line, place] = /\n\n<sub>Full report: [^\n]*?\]\(([^()\s]+#artifacts)\)[^\n]*<\/sub>$/.exec(summary) ?? [];
  return line === undefined || place === undefined ? { rest: summary } : { rest: summary.slice(0, -line.length), place }
}

/** The first line of our sticky comment; a comment is ours only if our own account wrote it, too. */
const COMMENT_MARKER = '<!-- proofmark -->';

/** Runs whose full reports are named: one job for each gate makes four. */
const PLACES = 8;

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
  const sign = record ? signOf(record) : (URGENCY.find(one => ordered.some(run => signOf(run) === one)) ?? '✅');
  const head = [
    COMMENT_MARKER,
    `<!-- proofmark:commit ${commit} -->`,
    `## ${sign} ${escapeText(headline)}`,
    `${ordered.map(chip).join(' · ')}`,
    '',
  ].join('\n');
  const lifted = new Map(ordered.map(run => [run, liftFullReport(run.summary)]));
  const places = [...new Set([...lifted.values()].flatMap(({ place }) => place ?? []))].slice(0, PLACES);
  const report = places.length === 0 ? '' : `${fullReportLine(places)}\n\n`;
  const foot = `\n\n---\n${report}<sub>Proofmark on ${code(commit.slice(0, 10))}. A check shows the decision; the signed certificate proves it.</sub>\n`;
  let room = LIMITS.comment - head.length - foot.length;
  const parts = ordered.toSorted(worstFirst).map(run => {
    // The headline has said already how the certification ended.
    const summary = lifted.get(run)?.rest ?? '';
    const whole = `\n${run === record ? summary.replace(/^### .*\n+/, '') : summary}\n`;
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
  `${signOf(run)}\u00a0[${escapeText(run.name.replace(CHECK_RUN_PREFIX, ''))}](${run.url})`;

/** GitHub knows success and failure only; the title says which failures are undecided. */
function signOf({ conclusion, title }                  )         {
  if (conclusion === 'success') return VERDICT_SIGN.passed
  return UNDECIDED.test(title) ? VERDICT_SIGN.inconclusive : VERDICT_SIGN.failed
}

/** How the title of a gate that is undecided begins, and that of a certification. */
const UNDECIDED = new RegExp(`^(${VERDICT_WORD.inconclusive}|Refused, inconclusive|Not signed)\\b`);

/** The certification before its gates, and of these first those that have something to do. */
function worstFirst(a                  , b                  )         {
  const urgency = (run                  ) => (rank(run.name) === 0 ? 0 : 1 + URGENCY.indexOf(signOf(run)));
  return urgency(a) - urgency(b)
}

const URGENCY                    = [VERDICT_SIGN.failed, VERDICT_SIGN.inconclusive, VERDICT_SIGN.passed];

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
  { evidence, recorded, release, attestations = false }             ,
  forge       ,
  context            ,
)                {
  if (release !== undefined && recorded && recorded.assets.length > 0) {
    await forge.release(release, recordSection(recorded), recorded.assets);
  }
  for (const run of [...evidence.map(checkRun), ...(recorded ? [recordCheckRun(recorded)] : [])])
    await forge.createCheckRun(withFullReport(run, context.url));
  if (context.pullRequest) await refreshComment(forge, context.pullRequest.head);
  const certificate = attestations ? certificateAmong(recorded?.assets ?? []) : undefined;
  if (certificate !== undefined) await forge.attest(certificate);
}

/** A refusal has no assets: tools that look in the store see signature and subject, not what a statement says. */
function certificateAmong(assets                         )                     {
  const certificate = assets.find(({ name }) => name === CERTIFICATE_FILE);
  return certificate && new TextDecoder().decode(certificate.content)
}

export { artifactsOf as a, fullReportLine as b, fullReport as f, publish as p, section as s };
