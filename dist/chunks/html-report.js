import { w as worstVerdict } from './verdict.js';
import { p as placeRuns, a as runText, t as tally, d as recordLine, e as dataSinceLine } from './record-section.js';
import { S as STATUS_ORDER, b as VERDICT_WORD } from './words.js';
import { e as evidenceFile } from './evidence.js';
import { p as picture, s, r as round, a as shown, t as table, f as folded, h, b as breakable, l as line, d as dot, c as path, e as figure, S as STATUS_COLUMN, g as badge, i as plot, j as prose, v as verdictBadge, k as grid, m as dated, n as controlsList, o as toHtml, q as verdictClass } from './controls.js';
import { a as filledColumns, f as fileFindings, t as tellingPlaces, r as rowsBeyond, s as settlingLine, b as alikeChecks } from './telling-places.js';
import { i as isTabular, r as rowCells, p as place, f as found, w as wanted } from './row-cells.js';
import { c as count, b as formatShare, f as formatNumber, d as formatLimit, g as formatInterval, e as formatP, a as formatBytes } from './numbers.js';
import { b as band, l as linear, a as line$1, c as curveLinear, s as stepAfter } from './d3-shape.js';
import { r as ruleText } from './rule-text.js';
import { STYLE, STYLE_FILE } from './style.js';

/** Checks that the table of a gate lists, of very many. */
const LISTED = 2000;

/** A check and its place in the evidence. */
                         
                       
                        
 

/** The checks that the table of a gate lists, the worst first. */
const listedChecks = (checks                  )           =>
  checks
    .map((check, index) => ({ check, index }))
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.check.status) - STATUS_ORDER.indexOf(b.check.status))
    .slice(0, LISTED);

/** Where on the page, or beside it, what supports the controls is to be seen. */
                          
                                                                                                          
                                                         
                                                                                                                  
                                                
 

function anchorsOf(evidence                     , controls                           = [])          {
  const wanted = new Set(controls.flatMap(({ support }) => support.flatMap(({ links }) => links.map(nameOf))));
  const gates = new Map                  (evidence.map(({ gate }) => [evidenceFile(gate), gate]));
  const ids = new Map(
    evidence.flatMap(({ gate, checks }) =>
      listedChecks(checks).flatMap(({ index }) => {
        const name = nameOf({ file: evidenceFile(gate), pointer: `/checks/${index}` });
        return wanted.has(name) ? [[name, `${gate}-checks-${index}`]         ] : []
      }),
    ),
  );
  return {
    idOf: (gate, index) => ids.get(nameOf({ file: evidenceFile(gate), pointer: `/checks/${index}` })),
    hrefOf(link) {
      if (link.file.startsWith('log:')) return undefined
      const gate = gates.get(link.file);
      return gate === undefined ? encodeURI(link.file) : `#${ids.get(nameOf(link)) ?? gate}`
    },
  }
}

const nameOf = ({ file, pointer }                                        ) => `${file}#${pointer}`;

/** Shares of one side, and the class that colours them. */
                            
                       
                                    
                            
 

                
                        
                                       
                         
                          
 

/** Shares as bars, those of several sides beside each other. */
function bars({ title, series, width = 150, height = 36 }      )          {
  const bins = Math.max(...series.map(({ shares }) => shares.length));
  const highest = Math.max(...series.flatMap(({ shares }) => shares)) || 1;
  const place = band        (
    Array.from({ length: bins }, (_, bin) => bin),
    [0, width],
  ).paddingInner(series.length > 1 ? 0.25 : 0.12);
  const up = linear([0, highest], [0, height - 2]);
  const wide = place.bandwidth() / series.length;
  return picture(
    { width, height },
    title,
    series.flatMap(({ shares, className }, side) =>
      shares.map(
        (share, bin) =>
          s('rect', {
            className: [className],
            x: round((place(bin) ?? 0) + side * wide),
            y: round(height - up(share)),
            width: round(wide),
            height: round(up(share)),
            fill: 'currentColor',
          })           ,
      ),
    ),
  )
}

const COLUMNS$1                    = [
  { title: 'Column' },
  { title: 'Type' },
  { title: 'Distribution' },
  { title: 'Filled', align: 'right' },
  { title: 'Distinct', align: 'right' },
  { title: 'Least', align: 'right' },
  { title: 'Median', align: 'right' },
  { title: 'Mean', align: 'right' },
  { title: 'Greatest', align: 'right' },
  { title: 'Commonest', wide: true },
];

/** Columns from which on a table is folded: what did not pass stands above it. */
const MANY = 60;

/** The profile of every column of every table. */
const dataPart = ({ files }            )            =>
  files.map(({ file, rows, columns }) => {
    const title = `${shown(file)}: ${count(rows, 'row')}, ${count(columns.length, 'column')}`;
    const profiles = table(
      title,
      COLUMNS$1,
      columns.map(column => profile(column, rows)),
    );
    return columns.length > MANY ? folded(title, profiles) : profiles
  });

function profile(column               , rows        ) {
  const { type, sensitive, nulls, distinct, min, max, mean, quantiles, top = [] } = column;
  const number = (value                    ) => (value === undefined ? '' : formatNumber(value));
  return [
    h('code', breakable(shown(column.column, 60))),
    type,
    sensitive ? h('em', 'withheld') : distribution(column),
    rows === 0 ? '' : formatShare(1 - nulls / rows),
    distinct === undefined ? '> 1\u202f000' : formatNumber(distinct),
    number(min),
    number(quantiles?.p50),
    number(mean),
    number(max),
    top
      .slice(0, 3)
      .map(({ value, share }) => `${shown(value, 24)} ${formatShare(share)}`)
      .join(', '),
  ]
}

function distribution({ column, bars: shares, top = [] }               )                   {
  const heights = shares ?? top.map(({ share }) => share);
  if (heights.length === 0) return ''
  return bars({
    title: `Distribution of ${shown(column, 60)}`,
    series: [{ name: 'share', shares: heights, className: 'current' }],
    width: 120,
    height: 28,
  })
}

const WIDTH$1 = 320;
const ROW = 24;
const AXIS = 18;
const LONGEST$1 = 60;
/** Pixels of a digit of an axis, and between two of its numbers. */
const LETTER = 6.4;
const GAP = 10;

/**
 * One interval a line: the estimate, how sure it is, and the bar. Each line has its own scale, with its numbers below it, unless they share
 * one (`common`). Names and numbers are text beside the drawings, and above them where the page is narrow; so the drawings themselves are
 * not read aloud.
 */
function intervalPlot(title        , rows                        , { common = false } = {})          {
  const all = scaleOf(rows);
  return h('ul.intervals', { ariaLabel: title }, [
    ...rows.map(row => drawn(row, common ? all : scaleOf([row]), common)),
    ...(common ? [h('li.axis', { ariaHidden: 'true' }, [h('span'), strip(AXIS, axis(all)), h('span')])] : []),
  ])
}

                                       

function scaleOf(rows                        ) {
  const ends = rows.flatMap(({ interval, bar }) => [...interval, ...(bar === undefined ? [] : [bar])]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const margin = (high - low) * 0.08 || 0.01;
  return linear([low - margin, high + margin], [0, WIDTH$1])
}

const TICKS = 5;

/** Numbers of a scale that stand within the drawing and apart from each other. */
function ticksOf(scale       )                                                   {
  const written = scale.tickFormat(TICKS);
  let end = 0;
  return scale.ticks(TICKS).flatMap(tick => {
    const [x, label] = [scale(tick), written(tick)];
    const half = (label.length * LETTER) / 2;
    if (x - half < end || x + half > WIDTH$1) return []
    end = x + half + GAP;
    return [{ x, label }]
  })
}

const axis = (scale       )            =>
  ticksOf(scale).map(
    ({ x, label }) =>
      s(
        'text',
        { className: ['tick'], x: round(x), y: 12, textAnchor: 'middle', fill: 'currentColor' },
        label,
      )           ,
  );

function drawn(row             , scale       , common         )          {
  const { label, value, interval, bar, status = 'pass' } = row;
  const [low, high] = interval;
  const y = ROW / 2;
  const name = label.length > LONGEST$1 ? `${label.slice(0, LONGEST$1 - 1).toWellFormed()}…` : label;
  const grid = ticksOf(scale).map(({ x }) => line([x, 0], [x, ROW], 'grid'));
  return h('li', [
    h('span.name', breakable(name)),
    strip(ROW, [
      ...grid,
      line([scale(low), y], [scale(high), y], `whisker ${status}`),
      line([scale(low), y - 5], [scale(low), y + 5], `whisker ${status}`),
      line([scale(high), y - 5], [scale(high), y + 5], `whisker ${status}`),
      ...(bar === undefined ? [] : [line([scale(bar), 1], [scale(bar), ROW - 1], 'bar')]),
      dot([scale(value), y], `point ${status}`),
    ]),
    h('span.found', [
      `${formatNumber(value)} [${formatNumber(low)}, ${formatNumber(high)}]`,
      bar === undefined ? '' : h('span.hidden', `, bar ${formatNumber(bar)}`),
    ]),
    common ? '' : strip(AXIS, axis(scale), 'scale'),
  ])
}

const strip = (height        , content           , className         )          =>
  s(
    'svg',
    {
      className,
      viewBox: `0 0 ${WIDTH$1} ${height}`,
      width: WIDTH$1,
      height,
      ariaHidden: 'true',
      fill: 'none',
      fontSize: 11,
    },
    content,
  );

const WIDTH = 360;
const HEIGHT = 56;

/** Judged buckets in time: what was found, what was expected, and where a rule has flagged. */
function seriesPlot({ name, bins, flaggedCount }           )          {
  const values = bins.flatMap(({ value, expected }) => [value, expected]).filter(value => value !== null);
  const [low, high] = [Math.min(0, ...values), Math.max(...values, 0)];
  const x = linear([0, Math.max(1, bins.length - 1)], [4, WIDTH - 4]);
  const y = linear([low, high === low ? low + 1 : high], [HEIGHT - 6, 6]);
  const through = (read                                                   ) =>
    line$1                           ()
      .defined(bin => read(bin) !== null)
      .x((_, i) => round(x(i)))
      .y(bin => round(y(read(bin) ?? 0)))([...bins]);
  return picture({ width: WIDTH, height: HEIGHT }, `${name}: judged in time, ${flaggedCount} flagged`, [
    path(
      through(({ expected }) => expected),
      'naive',
    ),
    path(
      through(({ value }) => value),
      'curve',
    ),
    ...bins.flatMap(({ value, flagged }, i) => (flagged > 0 ? [dot([x(i), y(value ?? 0)], 'point fail')] : [])),
  ])
}

/** Columns whose effects are drawn: the worst. */
const DRAWN$1 = 30;

/** Effects against their limits, every column's two distributions, predictions, and series in time. */
function driftPart(result             )            {
  const { columns, performance, series } = result;
  return [
    ...effects(columns),
    ...(columns.length > 0 ? [compared(result)] : []),
    ...(performance ? [performed(performance)] : []),
    ...(series && series.series.length > 0 ? [inTime(series)] : []),
  ]
}

function effects(columns                     )            {
  const rows = columns.flatMap(({ column, effect, interval, limit, status }) =>
    effect === undefined || !interval ? [] : [{ label: shown(column), value: effect, interval, bar: limit, status }],
  );
  if (rows.length === 0) return []
  const drawn = rows.slice(0, DRAWN$1);
  const otherwise = drawn.some(({ status, value, bar }) => status === 'fail' && bar !== undefined && value < bar);
  return [
    figure(
      'How far each column moved',
      [intervalPlot('Effect of each column with its interval and limit', drawn, { common: true })],
      [
        `Dot: the effect; line: its interval; tall mark: the largest harmless effect.${rows.length > DRAWN$1 ? ` The worst ${DRAWN$1} of ${rows.length}.` : ''}`,
        otherwise ? 'Red below its mark: the column failed by something else, such as its missing cells.' : '',
      ],
    ),
  ]
}

/** Columns that stand open, where there are very many: the worst. */
const OPEN$1 = 40;

const COLUMNS                    = [
  STATUS_COLUMN,
  { title: 'Column' },
  { title: 'Reference and current' },
  { title: 'Effect', align: 'right' },
  { title: 'Interval', align: 'right' },
  { title: 'Limit', align: 'right' },
  { title: 'p (Holm)', align: 'right' },
  { title: 'Missing', align: 'right' },
  { title: 'Unseen', align: 'right' },
];

function compared({ columns, rows, tests, alpha, methods, profile }             )          {
  const used = methods
    .filter(({ id }) => columns.some(({ method }) => method === id))
    .map(({ title }) => title)
    .join(', ');
  const open = columns.length > OPEN$1 + 10 ? OPEN$1 : columns.length;
  const filled = filledColumns(COLUMNS, columns.map(columnRow));
  const whose = profile ? ` by the rules of ${profile.tool}` : '';
  return h('div', [
    table(
      `${count(columns.length, 'column')} compared${whose}: ${count(rows.reference, 'row')} against ${count(rows.current, 'row')}`,
      filled.columns,
      filled.rows.slice(0, open),
    ),
    open < columns.length
      ? folded(
          `The other ${count(columns.length - open, 'column')}`,
          table('The other columns', filled.columns, filled.rows.slice(open), { hideCaption: true }),
        )
      : '',
    h(
      'p.note',
      `Bars: the reference beside the current, numbers by the reference's deciles. Effect: ${used === '' ? 'by the tool' : used}. A column fails where its effect exceeds its limit and its p, adjusted over ${count(tests, 'test')}, is at most ${formatLimit(alpha)}.`,
    ),
  ])
}

function columnRow({
  status,
  column,
  histogram,
  effect,
  interval,
  limit,
  adjustedPValue,
  missing,
  unseen,
  tool,
}          ) {
  return [
    badge(status),
    h('code', breakable(shown(column, 60))),
    histogram
      ? bars({
          title: `${shown(column, 60)}: reference beside current`,
          series: [
            { name: 'reference', shares: histogram.reference, className: 'reference' },
            { name: 'current', shares: histogram.current, className: 'current' },
          ],
          width: 190,
        })
      : '',
    effect === undefined ? (tool?.score === undefined ? '' : formatNumber(tool.score)) : formatNumber(effect),
    interval ? formatInterval(interval) : '',
    limit === undefined ? (tool?.threshold === undefined ? '' : formatLimit(tool.threshold)) : formatLimit(limit),
    adjustedPValue === undefined ? '' : formatP(adjustedPValue),
    missing.reference === 0 && missing.current === 0
      ? ''
      : `${formatShare(missing.reference)} → ${formatShare(missing.current)}`,
    unseen === undefined || unseen.rows === 0 ? '' : formatShare(unseen.share),
  ]
}

function performed({ labels, metrics, decisions, slices = [], assumption, level }                   )          {
  const rows = [...metrics, decisions, ...slices].flatMap(
    ({ title, by, slice, change, interval, limit, worse, status }) =>
      change === undefined || !interval
        ? []
        : [
            {
              label: shown(by === undefined ? title : `${title}, ${by} = ${slice}`),
              value: change,
              interval,
              bar: limit === undefined ? 0 : worse === 'lower' ? -limit : limit,
              status: status ?? ('pass'         ),
            },
          ],
  );
  return figure(
    `Change of the predictions' performance, ${labels} on the current rows`,
    [intervalPlot('Change of each number with its interval and what is allowed', rows)],
    [
      `${formatShare(level)} intervals; tall mark: the change that is allowed.`,
      ...(assumption === undefined ? [] : [`Performance is ${assumption}.`]),
    ],
  )
}

function inTime({ series, alpha }              )          {
  return h('div', [
    table(
      `${count(series.length, 'operational series', 'operational series')} judged`,
      [
        STATUS_COLUMN,
        { title: 'Series' },
        { title: 'Judged in time' },
        { title: 'From' },
        { title: 'Until' },
        { title: 'Flagged', align: 'right' },
      ],
      series.map(row => [
        badge(row.status),
        h('code', shown(row.name, 60)),
        row.bins.length === 0 ? 'nothing read' : seriesPlot(row),
        (row.judgedFrom ?? '').slice(0, 16).replace('T', ' '),
        (row.until ?? '').slice(0, 16).replace('T', ' '),
        count(row.flaggedCount, 'bucket'),
      ]),
    ),
    h(
      'p.note',
      `Line: what was found; dashed: what was expected; marks: buckets that a rule has flagged. The chance of any false alarm is held at ${formatLimit(alpha)}.`,
    ),
  ])
}

const LEFT = 170;
const LONGEST = 22;
/** Above level names and slanting ones, and to the right of the latter. */
const LOW = 44;
const HIGH = 128;
const OVERHANG = 90;
/** A cell that is this wide holds a share beside its count, and a column a short name. */
const WIDE = 96;

/** Truth by line, prediction by column: the stronger a cell's colour, the larger its share of its line. */
function confusionPlot({ names, rows }                 )          {
  const side = Math.max(34, Math.min(WIDE, 600 / names.length));
  const slants = side < WIDE || names.some(({ length }) => length > 14);
  const above = slants ? HIGH : LOW;
  const end = LEFT + side * names.length;
  const size = {
    width: end + (slants ? OVERHANG : 10),
    height: above + side * names.length + 6,
    wide: names.length > 6,
  };
  return picture(size, 'Confusion matrix: truth by line, prediction by column', [
    s('text', { className: ['axis'], x: LEFT - 8, y: above - 8, textAnchor: 'end' }, 'true \\ predicted')           ,
    ...names.flatMap((name, i) => {
      const text = name.length > LONGEST ? `${name.slice(0, LONGEST - 1).toWellFormed()}…` : name;
      const [x, y] = [round(LEFT + side * (i + 0.5)), above - 8];
      const slanting = { x, y, textAnchor: 'start', transform: `rotate(-45 ${x} ${y})` };
      return [
        s(
          'text',
          { className: ['name'], x: LEFT - 8, y: round(above + side * (i + 0.5) + 4), textAnchor: 'end' },
          text,
        )           ,
        s('text', { className: ['name'], ...(slants ? slanting : { x, y, textAnchor: 'middle' }) }, text)           ,
      ]
    }),
    ...rows.flatMap((line, truth) => {
      const all = line.reduce((sum, count) => sum + count, 0);
      return line.flatMap((count, predicted) =>
        cell({ count, share: all === 0 ? 0 : count / all, x: LEFT + side * predicted, y: above + side * truth, side }),
      )
    }),
  ])
}

                
                        
                        
                    
                    
                       
 

/** Never so strong that its number cannot be read. */
function cell({ count, share, x, y, side }      )            {
  const box = { x: round(x + 1), y: round(y + 1), width: round(side - 2), height: round(side - 2) };
  const shown = side >= WIDE ? `${formatNumber(count)} (${formatShare(share)})` : formatNumber(count);
  return [
    s('rect', { className: ['current'], ...box, fill: 'currentColor', fillOpacity: round(4 * share) / 10 })           ,
    s('rect', { className: ['grid'], ...box, fill: 'none', stroke: 'currentColor' })           ,
    s('text', { x: round(x + side / 2), y: round(y + side / 2 + 4), textAnchor: 'middle' }, shown)           ,
  ]
}

const SIZE$2 = { width: 330, height: 270 };

/** A curve of two rates, with that of a guess beside it. Between two points of a ROC curve lie those of guessing between them; of precision they do not. */
function curvePlot({ title, x, y, heights, naive }       )          {
  const last = heights.length - 1;
  return plot({ size: SIZE$2, title, x: { domain: [0, 1], title: x }, y: { domain: [0, 1], title: y } }, scales => {
    const draw = line$1        ()
      .x((_, i) => Math.round(scales.x(i / last) * 10) / 10)
      .y(height => Math.round(scales.y(height) * 10) / 10)
      .curve(naive === 'diagonal' ? curveLinear : stepAfter);
    const [from, to] = naive === 'diagonal' ? [0, 1] : [naive, naive];
    return [
      line([scales.x(0), scales.y(from)], [scales.x(1), scales.y(to)], 'naive'),
      path(draw([...heights]), 'curve'),
    ]
  })
}

const SIZE$1 = { width: 330, height: 270 };

/** What happened against what was predicted, with intervals; a calibrated model lies on the diagonal. */
function reliabilityPlot({ bins, level }             )          {
  const most = Math.max(...bins.flatMap(({ predicted, interval }) => [predicted, interval[1]]));
  const domain = [0, most];         
  const title = `Reliability, ${Math.round(level * 100)} % intervals`;
  const axes = { size: SIZE$1, title, x: { domain, title: 'predicted' }, y: { domain, title: 'observed' } };
  return plot(axes, ({ x, y }) => [
    line([x(0), y(0)], [x(most), y(most)], 'naive'),
    ...bins.flatMap(({ predicted, observed, interval: [low, high] }) => [
      line([x(predicted), y(low)], [x(predicted), y(high)], 'whisker'),
      dot([x(predicted), y(observed)], 'point'),
    ]),
  ])
}

const SIZE = { width: 480, height: 276 };

/** How many rows have which error, predicted less true; none lies at the dashed line. The outer bars take what lies beyond. */
function residualPlot({ histogram: { from, to, rows } }           )          {
  const margin = to > from ? 0 : 0.5;
  const [low, high] = [Math.min(from, 0) - margin, Math.max(to, 0) + margin];
  const width = (to - from || 1) / rows.length;
  const start = to > from ? from : from - margin;
  const axes = {
    size: SIZE,
    title: 'Errors',
    x: { domain: [low, high]         , title: 'predicted less true' },
    y: { domain: [0, Math.max(1, ...rows)]         , title: 'rows' },
  };
  return plot(axes, ({ x, y }) => [
    ...rows.map(
      (count, bin) =>
        s('rect', {
          className: ['current'],
          x: round(x(start + bin * width) + 0.5),
          y: round(y(count)),
          width: round(Math.max(0.5, x(start + (bin + 1) * width) - x(start + bin * width) - 1)),
          height: round(y(0) - y(count)),
          fill: 'currentColor',
        })           ,
    ),
    line([x(0), y(0)], [x(0), y(Math.max(1, ...rows))], 'naive'),
  ])
}

/** Slices drawn of a metric: the evidence has them all. */
const SLICES = 40;

/** Every claim against its bar, the curves, reliability, metrics, confusion matrix, slices and groups. */
function modelPart(result             , checks                  )            {
  return [
    ...claims(result, checks),
    ...curves(result),
    metrics(result),
    ...confusion(result),
    ...residuals(result),
    ...slices(result),
    ...(result.fairness ?? []).map(groups),
  ]
}

function claims({ claims }             , checks                  )            {
  const rows = claims.flatMap(({ claim, check }) => {
    const found = checks.find(({ id }) => id === check);
    const { value, interval } = found?.measured ?? {};
    const bar = found?.required?.value;
    return found && interval && typeof value === 'number' && typeof bar === 'number'
      ? [{ label: shown(claim), value, interval, bar, status: found.status }]
      : []
  });
  if (rows.length === 0) return []
  return [
    figure(
      'Claims against their bars',
      [intervalPlot('Every claim: estimate, interval and bar', rows)],
      [
        'Dot: the estimate; line: its interval; tall mark: the bar of the claim. Each line has its own scale, with its numbers below it.',
      ],
    ),
  ]
}

function curves({ curves, calibration, n, positives }             )            {
  const drawn = [
    ...(curves
      ? [
          curvePlot({
            title: 'ROC curve',
            x: 'false positive rate',
            y: 'true positive rate',
            heights: curves.roc,
            naive: 'diagonal',
          }),
          curvePlot({
            title: 'Precision by recall',
            x: 'recall',
            y: 'precision',
            heights: curves.precisionRecall,
            naive: positives === null || n === 0 ? 0 : positives / n,
          }),
        ]
      : []),
    ...(calibration ? [reliabilityPlot(calibration)] : []),
  ];
  if (drawn.length === 0) return []
  return [
    figure('Curves', drawn, ['Dashed: a guess that knows nothing of the row; for reliability, a calibrated model.']),
  ]
}

function metrics({ metrics, comparisons, n }             )          {
  const gains = new Map(comparisons.map(one => [one.id, one]));
  const rows = metrics.map(({ id, title, value, interval, champion, method }) => {
    const gain = gains.get(id);
    return [
      title,
      value === null ? 'undefined' : formatNumber(value),
      interval ? formatInterval(interval) : '',
      champion === undefined || champion === null ? '' : formatNumber(champion),
      gain?.value == null
        ? ''
        : `${formatNumber(gain.value)}${gain.interval ? ` ${formatInterval(gain.interval)}` : ''}`,
      gain?.equality ? formatP(gain.equality.pValue) : '',
      shown(method ?? '', 200),
    ]
  });
  const filled = filledColumns(METRICS, rows);
  return table(`Metrics on ${count(n, 'row')}`, filled.columns, filled.rows)
}

const METRICS                    = [
  { title: 'Metric', keep: true },
  { title: 'Model', align: 'right' },
  { title: 'Interval', align: 'right' },
  { title: 'Champion', align: 'right' },
  { title: 'Gain', align: 'right' },
  { title: 'p of no difference', align: 'right' },
  { title: 'Method', wide: true },
];

/** Classes up to which their matrix is drawn: the cells of more are too small to be read. */
const DRAWN = 20;
const NOTE = 'Truth by line, prediction by column; the stronger its colour, the larger a share of its line a cell is.';

function confusion({ confusion, classes, threshold }             )            {
  if (confusion) {
    const { tp, fp, fn, tn } = confusion;
    const rows = [
      [tp, fn],
      [fp, tn],
    ];
    const drawn = confusionPlot({ names: ['positive', 'negative'], rows });
    return [
      figure(`Confusion matrix at the threshold ${formatNumber(threshold)}`, [drawn], [NOTE]),
      folded(
        'The same as a table',
        table(
          'Rows by truth and prediction',
          [
            { title: 'Truth' },
            { title: 'Predicted positive', align: 'right' },
            { title: 'Predicted negative', align: 'right' },
          ],
          [
            ['Truly positive', formatNumber(tp), formatNumber(fn)],
            ['Truly negative', formatNumber(fp), formatNumber(tn)],
          ],
          { hideCaption: true },
        ),
      ),
    ]
  }
  if (!classes) return []
  const matrix = { names: classes.map(({ name }) => shown(name, 40)), rows: classes.map(({ predicted }) => predicted) };
  return [
    ...(classes.length > DRAWN ? [] : [figure('Confusion matrix', [confusionPlot(matrix)], [NOTE])]),
    table(
      'Classes: truth by line, prediction by column',
      [
        { title: 'Class' },
        { title: 'Rows', align: 'right' },
        ...classes.map(({ name }) => ({ title: shown(name, 40), align: 'right'          })),
        { title: 'Recall', align: 'right' },
        { title: 'Precision', align: 'right' },
      ],
      classes.map(({ name, rows, predicted, recall, precision, interval }) => [
        shown(name, 40),
        formatNumber(rows),
        ...predicted.map(formatNumber),
        `${formatNumber(recall)} ${formatInterval(interval)}`,
        formatNumber(precision),
      ]),
    ),
  ]
}

/** Quantiles of the errors, and how they are spread. */
function residuals({ residuals }             )            {
  if (!residuals) return []
  const name = (p        ) => (p === 0 ? 'least' : p === 1 ? 'greatest' : p === 0.5 ? 'median' : formatShare(p));
  return [
    figure(
      'Errors of the predictions',
      [residualPlot(residuals)],
      ['The outer bars take what lies beyond the 1 % and the 99 % quantile.'],
    ),
    table(
      'Quantiles of the errors, predicted less true',
      residuals.quantiles.map(({ p }) => ({ title: name(p), align: 'right'          })),
      [residuals.quantiles.map(({ value }) => formatNumber(value))],
    ),
  ]
}

function slices({ slices = [], metrics }             )            {
  const byMetric = Map.groupBy(slices, ({ metric, gain }) => (gain ? `${metric}, gain over the champion` : metric));
  return [...byMetric].flatMap(([title, rows]) => {
    const drawn = rows.slice(0, SLICES).flatMap(row => sliceRow(row, metrics));
    if (drawn.length === 0) return []
    const plotted = intervalPlot(`${title} by slice`, drawn, { common: true });
    const rest = rows.length > SLICES ? [`${count(rows.length - SLICES, 'more slice')} in the evidence.`] : [];
    return [figure(`${title} by slice`, [plotted], ['Tall mark: the value on all rows.', ...rest])]
  })
}

function sliceRow(
  { by, slice, value, interval, status, metric, gain, rows }          ,
  metrics                        ,
) {
  if (value === null || !interval) return []
  const whole = gain ? 0 : metrics.find(({ id }) => id === metric)?.value;
  const label = `${by === undefined ? '' : `${by}: `}${slice} (${formatNumber(rows)})`;
  return [{ label: shown(label), value, interval, bar: whole ?? undefined, status }]
}

function groups({ by, favourable, level, groups }               )          {
  const rate = (found                                              ) => (found ? formatShare(found.value) : '');
  return table(
    `Groups by ${shown(by)}: shares predicted '${shown(favourable)}'`,
    [
      { title: 'Group' },
      { title: 'Rows', align: 'right' },
      { title: 'Of all', align: 'right' },
      { title: `Impact ratio, ${formatShare(level)} interval`, align: 'right' },
      { title: 'Of the truly so', align: 'right' },
      { title: 'Of the others', align: 'right' },
      { title: 'Truly so', align: 'right' },
    ],
    groups.map(({ group, rows, few, selection, ratio, truePositive, falsePositive, precision }) => [
      shown(group, 60),
      formatNumber(rows),
      rate(selection),
      few
        ? 'too few rows'
        : ratio
          ? `${formatNumber(ratio.value)} ${formatInterval(ratio.interval)}, p ${formatP(ratio.pValue)}`
          : '1',
      rate(truePositive),
      rate(falsePositive),
      rate(precision),
    ]),
  )
}

/** Lines of a table of very many files. */
const MOST = 500;

/** Every file that was scanned, what is known against its dependencies, and the personal data that tables hold. */
function securityPart(
  { files, vulnerabilities, dependencies, tables = [], skipped = [], packages = [] }                ,
  checks                  ,
)            {
  return [
    inventory(files, checks),
    ...(vulnerabilities.length > 0 ? [vulnerable(vulnerabilities)] : []),
    ...(dependencies.length > 0 ? [unpinned(dependencies)] : []),
    ...(packages.length > 0 ? [pinned(packages, vulnerabilities)] : []),
    ...personal(tables),
    ...(skipped.length > 0
      ? [
          table(
            `${count(skipped.length, 'path')} left out`,
            [{ title: 'Path' }, { title: 'Because' }],
            skipped.slice(0, MOST).map(({ path, reason }) => [h('code', shown(path)), shown(reason)]),
          ),
        ]
      : []),
  ]
}

const INVENTORY                    = [
  STATUS_COLUMN,
  { title: 'File' },
  { title: 'Format' },
  { title: 'Size', align: 'right' },
  { title: 'Imports', align: 'right' },
  { title: 'Found', wide: true },
  { title: 'SHA-256' },
];

/** Every file, the worst first, and how it stands after every check that is about it. */
function inventory(files                         , checks                  )          {
  const findingsOf = fileFindings(checks);
  const worst = files
    .map(file => ({ file, ...findingsOf(file) }))
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status));
  const { columns, rows } = filledColumns(
    INVENTORY,
    worst.slice(0, MOST).map(({ file, status, reasons }) => {
      const { path, format, bytes, sha256, globals, findings, reason } = file;
      const said = [reason ?? findings.map(finding => `${finding.name}: ${finding.reason}`), reasons].flat();
      return [
        badge(status),
        h('code', shown(path)),
        shown(format),
        formatBytes(bytes),
        globals === 0 ? '' : formatNumber(globals),
        shown(said.join('; ')),
        h('code', { title: sha256 }, sha256.slice(0, 12)),
      ]
    }),
  );
  return table(`${count(files.length, 'file')} scanned`, columns, rows, { cards: true })
}

const vulnerable = (found                                   )          =>
  table(
    count(found.length, 'package with known vulnerabilities', 'packages with known vulnerabilities'),
    [{ title: 'Package' }, { title: 'Where' }, { title: 'Worst' }, { title: 'Known as' }, { title: 'Mended in' }],
    found
      .slice(0, MOST)
      .map(({ file, line, name, version, update, vulnerabilities }) => [
        h('code', shown(`${name} ${version}`)),
        h('code', shown(line === undefined ? file : `${file}:${line}`)),
        vulnerabilities[0]?.severity ?? '',
        shown(
          vulnerabilities
            .map(({ ids, waiver }) => `${ids[0] ?? ''}${waiver ? ` (waived until ${waiver.expires})` : ''}`)
            .join(', '),
        ),
        shown(update ?? ''),
      ]),
    { cards: true },
  );

const unpinned = (found                                )          =>
  table(
    count(found.length, 'dependency without an exact version', 'dependencies without an exact version'),
    [{ title: 'Where' }, { title: 'Requirement' }],
    found
      .slice(0, MOST)
      .map(({ file, line, requirement }) => [h('code', shown(`${file}:${line}`)), h('code', shown(requirement))]),
  );

/** Every package with an exact version, and whether something is known against it. */
function pinned(
  packages                                         ,
  vulnerabilities                                   ,
)          {
  const known = new Map(vulnerabilities.map(found => [`${found.ecosystem} ${found.name} ${found.version}`, found]));
  const rows = packages.slice(0, MOST).map(({ ecosystem, name, version, file, line }) => {
    const found = known.get(`${ecosystem} ${name} ${version}`);
    return [
      badge(found ? 'warn' : 'pass'),
      h('code', shown(`${name} ${version}`)),
      shown(ecosystem, 60),
      h('code', shown(`${file}:${line}`)),
      found ? count(found.vulnerabilities.length, 'vulnerability', 'vulnerabilities') : '',
    ]
  });
  const more = packages.length > MOST ? `, the first ${MOST}` : '';
  return folded(
    `${count(packages.length, 'package')} with an exact version${more}`,
    table(
      'Dependencies',
      [STATUS_COLUMN, { title: 'Package' }, { title: 'Kind' }, { title: 'Where' }, { title: 'Known' }],
      rows,
      { hideCaption: true, cards: true },
    ),
  )
}

function personal(tables                                       )            {
  const rows = tables.flatMap(({ file, sensitive }) =>
    sensitive.map(({ name, kind, classification, confirmed }) => [
      h('code', shown(file)),
      h('code', shown(name, 60)),
      shown(kind),
      confirmed ? 'by its values' : 'by its name',
      shown(classification ?? 'not classified'),
    ]),
  );
  if (rows.length === 0) return []
  return [
    table(
      count(rows.length, 'column of personal data', 'columns of personal data'),
      [{ title: 'Table' }, { title: 'Column' }, { title: 'Kind' }, { title: 'Known' }, { title: 'Contract' }],
      rows.slice(0, MOST),
    ),
  ]
}

/** What there is to look at of a gate, its own pictures and tables. */
function parts(evidence          )            {
  if (evidence.result === null) return []
  switch (evidence.gate) {
    case 'data-validate':
      return dataPart(evidence.result)
    case 'model-certify':
      return modelPart(evidence.result, evidence.checks)
    case 'security-scan':
      return securityPart(evidence.result, evidence.checks)
    case 'drift-compare':
      return driftPart(evidence.result)
  }
}

/** A sentence whose numbers do not break at the end of a line: `1 337` and `5.39 %` stay whole. */
const keptTogether = (sentence        )         => sentence.replace(/(?<=\d) (?=\d{3}(?!\d)|%)/g, '\u202f');

/** Places listed of a check: the evidence has them all. */
const PLACES = 20;
/** Checks that end alike told in the open. */
const ALIKE = 8;

/** A check that did not pass, or several that end alike and want the same done, in full: why, what to do, where, and what is waived. */
function toldChecks(group                  )          {
  const [first, ...others] = group;
  if (first === undefined) return h('article.check')
  if (others.length > 0) return together(first, group)
  const { status, title, reason, hint, waivers = [] } = first;
  const all = tellingPlaces(first);
  const rows = all.filter(isTabular);
  const runs = placeRuns(rows.length > 1 ? all.filter(location => !isTabular(location)) : all);
  const beyondShown = (all                    ) => Math.max(0, all.length - PLACES);
  const more = beyondShown(runs) + (rows.length > 1 ? beyondShown(rows) : 0);
  const beyond = rowsBeyond(first, all);
  return h('article.check', { className: [status] }, [
    h('h3', [badge(status), ' ', shown(title)]),
    h('p', keptTogether(shown(reason, 2000))),
    hint === undefined ? '' : h('p.hint', ['→ ', ...prose(keptTogether(hint))]),
    ...waivers.map(({ name, reason: why, owner, expires }) =>
      h('p.note', `Waived: ${shown(name)} until ${expires}, by ${shown(owner)}: ${shown(why)}`),
    ),
    rows.length > 1 ? rowTable(first, rows.slice(0, PLACES)) : '',
    runs.length === 0
      ? ''
      : h(
          'ul.places',
          runs.slice(0, PLACES).map(run => h('li', h('code', shown(runText(run))))),
        ),
    more > 0
      ? h('p.note', `… and ${more} more in the evidence`)
      : beyond > 0
        ? h('p.note', `… and ${count(beyond, 'more row')}`)
        : '',
  ])
}

/** Rows at fault, one below the other. */
function rowTable({ id }       , locations                     )          {
  const { file, names, rows } = rowCells(locations);
  return table(
    `Rows of ${shown(file)}`,
    [{ title: 'Line', align: 'right' }, ...names.map(name => ({ title: shown(name, 60) }))],
    rows.map(({ line, cells }) => [
      String(line),
      ...cells.map(cell => (cell === undefined ? '' : cell === '' ? 'empty' : h('code', shown(cell, 60)))),
    ]),
    { label: `Rows of ${shown(file)}: ${shown(id)}` },
  )
}

/** What to do stands once, after the first few; the others open behind it. */
function together({ status, hint = '' }       , group                  )          {
  const open = group.length > ALIKE + 2 ? ALIKE : group.length;
  return h('article.check', { className: [status] }, [
    ...group.slice(0, open).flatMap(toldBriefly),
    h('p.hint', ['→ ', ...prose(keptTogether(hint))]),
    ...(open < group.length
      ? [
          folded(
            `${count(group.length - open, 'more check')} to which the same applies`,
            ...group.slice(open).flatMap(toldBriefly),
          ),
        ]
      : []),
  ])
}

function toldBriefly(check       )            {
  const [at] = tellingPlaces(check);
  return [
    h('h3', [badge(check.status), ' ', shown(check.title)]),
    h('p', [keptTogether(shown(check.reason, 2000)), ...(at ? [' ', h('code', shown(place(at)))] : [])]),
  ]
}

/** Checks told in full, of very many. */
const TOLD = 50;
/** Those of them that stand open, alike ones as one: the pictures are below. */
const OPEN = 12;
/** Files listed. */
const FILES$1 = 2000;

/** What each gate asks, for who does not know it by its name. */
const ASKS                           = {
  'data-validate': 'Is the data as its contract says?',
  'model-certify': 'Does the model meet its claims, by more than chance could explain?',
  'security-scan': 'Can the files be loaded without harm, and do they hold nothing secret or known to be vulnerable?',
  'drift-compare': 'Does the data still look like the data that the model was built on?',
};

const sentence = (words        ) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** One gate: what it asks, how it ended, what did not pass, its pictures, then every check and every file that it read. */
function gateSection(evidence          , anchors                       )          {
  const { gate, verdict, checks } = evidence;
  const open = checks
    .filter(({ status }) => status !== 'pass')
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status));
  const settling = settlingLine(evidence);
  const groups = alikeChecks(open.slice(0, TOLD));
  return h('section', { id: gate, ariaLabelledBy: `${gate}-title` }, [
    h('h2', { id: `${gate}-title` }, [verdictBadge(verdict), ' ', gate]),
    h('p.tally', `${ASKS[gate]} ${sentence(tally(checks.map(({ status }) => status)))}`),
    settling === '' ? '' : h('p', settling),
    ...groups.slice(0, OPEN).map(toldChecks),
    groups.length > OPEN
      ? folded(
          `${count(groups.slice(OPEN).flat().length, 'more check')} that did not pass`,
          ...groups.slice(OPEN).map(toldChecks),
        )
      : '',
    open.length > TOLD
      ? h('p', `${count(open.length - TOLD, 'more check')} that did not pass stand in the table.`)
      : '',
    ...parts(evidence),
    checks.length > 0
      ? folded(
          checks.length === 1 ? 'The check' : `All ${count(checks.length, 'check')}`,
          checkTable(evidence, anchors),
        )
      : '',
    evidence.subject.length + evidence.materials.length > 0 ? folded('What was read', materials(evidence)) : '',
  ])
}

function checkTable({ gate, checks }          , { idOf }                       )          {
  const listed = listedChecks(checks);
  return grid(
    listed.length < checks.length
      ? `Checks, the worst ${listed.length} of ${checks.length}`
      : 'Checks, the worst first',
    [
      STATUS_COLUMN,
      { title: 'Check' },
      { title: 'Found', align: 'right' },
      { title: 'Required' },
      { title: 'Because', wide: true },
    ],
    listed.map(({ check, index }) => ({
      id: idOf(gate, index),
      cells: [
        badge(check.status),
        shown(check.title),
        shown(found(check), 120),
        shown(wanted(check), 120),
        shown(check.reason),
      ],
    })),
    { hideCaption: true },
  )
}

function materials({ subject, materials }          )          {
  const files = [
    ...subject.map(({ name, digest, bytes }) => ({ role: 'model', name, digest, bytes, rows: undefined })),
    ...materials.map(({ role, name, digest, bytes, rows }) => ({ role, name, digest, bytes, rows })),
  ];
  return table(
    'Files by their digests',
    [{ title: 'Role' }, { title: 'File' }, { title: 'Rows', align: 'right' }, { title: 'SHA-256' }],
    files
      .slice(0, FILES$1)
      .map(({ role, name, rows, digest }) => [
        role,
        h('code', shown(name)),
        rows === undefined ? '' : count(rows, 'row'),
        h('code', digest.sha256),
      ]),
    { hideCaption: true, cards: true },
  )
}

/** Model files that are listed. */
const FILES = 20;

/** Every link from the model's files to the log that the certificate is in, each by its digest, and how to follow it. */
function chainList(recorded          , evidence                     )          {
  const { decision, model, path, chain } = recorded;
  return h('ol.chain', [
    h('li', modelFiles(evidence)),
    h(
      'li',
      model.id === undefined ? 'No model id' : ['Model id, the SHA-256 of their SHA256SUMS: ', h('code', model.id)],
    ),
    ...evidence.map(one => h('li', ofGate(one, chain))),
    h('li', [
      `${count(decision.rules.length, 'rule')} of the policy: ${decision.verdict}`,
      ...(chain ? [h('span', policyOf(chain))] : []),
    ]),
    path === undefined ? h('li', 'Nothing was signed') : h('li', signed(recorded, path)),
    ...(chain ? [...replaced(chain), h('li', logged(chain))] : []),
    ...(path === undefined
      ? []
      : [h('li', ['Verify it: ', h('code', shown(`proofmark verify ${path} --model FILE… ${by(chain)}`))])]),
  ])
}

function modelFiles(evidence                     )        {
  const subject = evidence.find(one => one.subject.length > 0)?.subject ?? [];
  if (subject.length === 0) return 'No model file was named'
  return [
    `${count(subject.length, 'model file')}: `,
    ...subject
      .slice(0, FILES)
      .flatMap(({ name, digest }) => [h('code', shown(name, 120)), ' ', h('code', digest.sha256), ' ']),
    subject.length > FILES ? `and ${subject.length - FILES} more` : '',
  ]
}

function ofGate({ gate, verdict, checks, tool }          , chain                   )        {
  const file = evidenceFile(gate);
  const sha256 = chain?.evidence.find(({ uri }) => uri === file)?.digest.sha256;
  return [
    h('a', { href: `#${gate}` }, gate),
    `: ${verdict}, ${count(checks.length, 'check')}, by ${tool.name} ${tool.version}, in `,
    h('code', file),
    ...(sha256 === undefined ? [] : [' ', h('code', sha256)]),
  ]
}

const policyOf = ({ policy: { uri, commit, sha256 } }       )        => [
  ', read from ',
  h('code', shown(uri)),
  ...(commit === undefined ? [] : [' at commit ', h('code', shown(commit, 80))]),
  ', SHA-256 ',
  h('code', sha256),
];

function signed({ notAfter, chain }          , path        )        {
  return [
    notAfter === undefined ? 'Signed' : `Valid until ${notAfter}, signed`,
    ...(chain ? [h('span', signatory(chain))] : []),
    ' in ',
    h('code', shown(path)),
    ...(chain ? [', SHA-256 ', h('code', chain.sha256)] : []),
  ]
}

const signatory = ({ signatory }       )        =>
  signatory.kind === 'key'
    ? [' by key ', h('code', signatory.sha256)]
    : [' by the workflow ', h('code', shown(signatory.name))];

const replaced = ({ supersedes }       )            => {
  if (supersedes === undefined) return []
  return [
    h('li', supersedes === null ? 'It replaces no certificate' : ['It replaces certificate ', h('code', supersedes)]),
  ]
};

function logged({ entry }       )        {
  if (!entry) return 'It was entered in no log: nobody else can tell that it was made'
  const { origin, index, size, root, proof } = entry;
  return [
    `Entry ${formatNumber(index)} of the log `,
    h('code', shown(origin)),
    `, in a tree of ${count(size, 'entry', 'entries')} with the root `,
    h('code', root),
    ...(proof === undefined ? [] : ['; the proof is in ', h('code', proof)]),
  ]
}

const by = (chain                   ) => (chain?.signatory.kind === 'workflow' ? '--policy FILE' : '--key FILE');

/** How it was decided, rule by rule, what was signed, and which controls that supports. */
function recordPart(recorded          , evidence                     , anchors         )          {
  const { decision, since, problem, controls } = recorded;
  return h('section', { id: 'audit-record', ariaLabelledBy: 'audit-record-title' }, [
    h('h2', { id: 'audit-record-title' }, [
      verdictBadge(problem ? 'inconclusive' : decision.verdict),
      ' ',
      ...dated(shown(recordLine(recorded))),
    ]),
    problem ? h('p', prose(problem.message)) : '',
    problem?.hint === undefined ? '' : h('p.hint', ['→ ', ...prose(problem.hint)]),
    decision.rules.length === 0
      ? ''
      : table(
          'Rules of the policy',
          [STATUS_COLUMN, { title: 'Rule', wide: true }, { title: 'Because' }],
          decision.rules.map(outcome => [
            outcome.status === 'waived' ? badge('warn') : verdictBadge(outcome.status),
            ruleLink(outcome, evidence),
            because(outcome),
          ]),
          { cards: true },
        ),
    ...decision.notes.map(note => h('p.note', shown(note, 2000))),
    ...(since?.data ?? []).map(data => h('p.note', shown(dataSinceLine(data, { name: String, words: String }), 2000))),
    h('h3', 'From the files to the certificate'),
    chainList(recorded, evidence),
    ...(controls ? [h('h3', 'Controls'), ...controlsList(controls, anchors)] : []),
  ])
}

/** A rule that asks for a gate leads to that gate's part of the page. */
const ruleLink = ({ rule, title }             , evidence                     )        =>
  evidence.some(({ gate }) => gate === rule) ? h('a', { href: `#${rule}` }, shown(title)) : shown(title);

/** Why a rule stands as it does; of a waived one who answers for that, until when, and how it would stand without. */
function because(outcome             )        {
  const { status, reason, hint } = outcome;
  if (status !== 'waived')
    return [shown(reason, 1000), hint === undefined ? '' : h('div.hint', ['→ ', ...prose(hint, 1000)])]
  const { head, why, without = '' } = ruleText(outcome);
  return [h('strong', dated(shown(head, 300))), shown(why, 2000), h('div', shown(without, 2000))]
}

/**
 * Everything a run found as one page: a file without scripts, without anything fetched, that reads on a narrow screen, in the dark and
 * on paper. Its content security policy lets the browser use the page's own style sheet, by its digest, and nothing else but the same
 * sheet as a file beside it: a server such as Jenkins forbids what is in the page.
 */
function htmlReport(
  evidence                     ,
  recorded                      ,
  sha256Base64                          ,
)         {
  const ordered = evidence.toSorted((a, b) => WORST.indexOf(a.verdict) - WORST.indexOf(b.verdict));
  const verdict = recorded ? decided(recorded) : worstVerdict(evidence.map(one => one.verdict));
  const title = recorded
    ? recordLine(recorded)
    : `${VERDICT_WORD[verdict]}: ${evidence.map(({ gate }) => gate).join(', ')}`;
  const anchors = anchorsOf(evidence, recorded?.controls);
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', {
        httpEquiv: 'Content-Security-Policy',
        content: `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}' 'self'; base-uri 'none'; form-action 'none'`,
      }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', shown(title)),
      h('style', STYLE),
      h('link', { rel: 'stylesheet', href: STYLE_FILE }),
    ]),
    h('body', [
      h('div.page', [
        head(title, verdict, ordered, recorded),
        h('main', [
          ...ordered.map(one => gateSection(one, anchors)),
          ...(recorded ? [recordPart(recorded, evidence, anchors)] : []),
        ]),
        footer(evidence),
      ]),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`
}

/** What could not be signed is undecided, whatever was decided. */
const decided = ({ problem, decision }          )          => (problem ? 'inconclusive' : decision.verdict);

/** The order in which gates are told. */
const WORST                     = ['failed', 'inconclusive', 'passed'];

function head(title        , verdict         , evidence                     , recorded                      )          {
  const run = evidence[0]?.run;
  const facts = [
    ['Model id', recorded?.model.id],
    ['Repository', run?.repository],
    ['Commit', run?.commit],
    ['Decided', run && minute(run.finishedAt)],
  ].flatMap(([name, value]) => (value === undefined ? [] : [h('dt', name), h('dd', h('code', shown(value)))]));
  return h('header.verdict', { className: [verdictClass(verdict)] }, [
    h('h1', [verdictBadge(verdict), ' ', ...dated(shown(title))]),
    h('p', `${tally(evidence.flatMap(({ checks }) => checks.map(({ status }) => status)))}`),
    h('dl', facts),
    h('nav', { ariaLabel: 'Gates' }, [
      h('ul', [
        ...evidence.map(({ gate, verdict: its, checks }) =>
          h(
            'li',
            h('a', { href: `#${gate}` }, [
              verdictBadge(its),
              ' ',
              gate,
              ' ',
              h('small', tally(checks.map(({ status }) => status))),
            ]),
          ),
        ),
        ...(recorded ? [h('li', h('a', { href: '#audit-record' }, [verdictBadge(verdict), ' audit-record']))] : []),
      ]),
    ]),
  ])
}

/** `2026-11-30 10:52 UTC`, of an instant. */
const minute = (instant        ) => `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function footer(evidence                     )          {
  const versions = [...new Set(evidence.map(({ tool }) => `${tool.name} ${tool.version}`))];
  return h('footer', [
    h(
      'p',
      `Written by ${versions.join(', ')}. A certificate says that a model met a policy on this data; numbers come from the evidence beside this page.`,
    ),
  ])
}

export { htmlReport };
