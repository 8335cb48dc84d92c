import type { Element } from 'hast'
import { h } from 'hastscript'
import type { PerformanceResult } from '../../../core/drift/performance/result.ts'
import type { DriftResult, DriftRow } from '../../../core/drift/result.ts'
import type { SeriesResult } from '../../../core/drift/series/result.ts'
import { filledColumns } from '../../filled-columns.ts'
import { count, formatInterval, formatLimit, formatNumber, formatP, formatShare } from '../../numbers.ts'
import { badge } from '../badge.ts'
import { breakable } from '../breakable.ts'
import { bars } from '../charts/bars.ts'
import { intervalPlot } from '../charts/interval-plot.ts'
import { seriesPlot } from '../charts/series-plot.ts'
import { type Column, STATUS_COLUMN } from '../column.ts'
import { figure } from '../figure.ts'
import { folded, table } from '../table.ts'
import { shown } from '../text.ts'

/** Columns whose effects are drawn: the worst. */
const DRAWN = 30

/** Effects against their limits, every column's two distributions, predictions, and series in time. */
export function driftPart(result: DriftResult): Element[] {
  const { columns, performance, series } = result
  return [
    ...effects(columns),
    ...(columns.length > 0 ? [compared(result)] : []),
    ...(performance ? [performed(performance)] : []),
    ...(series && series.series.length > 0 ? [inTime(series)] : []),
  ]
}

function effects(columns: readonly DriftRow[]): Element[] {
  const rows = columns.flatMap(({ column, effect, interval, limit, status }) =>
    effect === undefined || !interval ? [] : [{ label: shown(column), value: effect, interval, bar: limit, status }],
  )
  if (rows.length === 0) return []
  const drawn = rows.slice(0, DRAWN)
  const otherwise = drawn.some(({ status, value, bar }) => status === 'fail' && bar !== undefined && value < bar)
  return [
    figure(
      'How far each column moved',
      [intervalPlot('Effect of each column with its interval and limit', drawn, { common: true })],
      [
        `Dot: the effect; line: its interval; tall mark: the largest harmless effect.${rows.length > DRAWN ? ` The worst ${DRAWN} of ${rows.length}.` : ''}`,
        otherwise ? 'Red below its mark: the column failed by something else, such as its missing cells.' : '',
      ],
    ),
  ]
}

/** Columns that stand open, where there are very many: the worst. */
const OPEN = 40

const COLUMNS: readonly Column[] = [
  STATUS_COLUMN,
  { title: 'Column' },
  { title: 'Reference and current' },
  { title: 'Effect', align: 'right' },
  { title: 'Interval', align: 'right' },
  { title: 'Limit', align: 'right' },
  { title: 'p (Holm)', align: 'right' },
  { title: 'Missing', align: 'right' },
  { title: 'Unseen', align: 'right' },
]

function compared({ columns, rows, tests, alpha, methods, profile }: DriftResult): Element {
  const used = methods
    .filter(({ id }) => columns.some(({ method }) => method === id))
    .map(({ title }) => title)
    .join(', ')
  const open = columns.length > OPEN + 10 ? OPEN : columns.length
  const filled = filledColumns(COLUMNS, columns.map(columnRow))
  const whose = profile ? ` by the rules of ${profile.tool}` : ''
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
}: DriftRow) {
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

function performed({ labels, metrics, decisions, slices = [], assumption, level }: PerformanceResult): Element {
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
              status: status ?? ('pass' as const),
            },
          ],
  )
  return figure(
    `Change of the predictions' performance, ${labels} on the current rows`,
    [intervalPlot('Change of each number with its interval and what is allowed', rows)],
    [
      `${formatShare(level)} intervals; tall mark: the change that is allowed.`,
      ...(assumption === undefined ? [] : [`Performance is ${assumption}.`]),
    ],
  )
}

function inTime({ series, alpha }: SeriesResult): Element {
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
