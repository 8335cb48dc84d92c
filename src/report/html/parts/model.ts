import type { Element } from 'hast'
import type { Check } from '../../../core/evidence.ts'
import type { FairnessTable, ModelResult, SliceRow } from '../../../core/model/result.ts'
import { filledColumns } from '../../filled-columns.ts'
import { count, formatInterval, formatNumber, formatP, formatShare } from '../../numbers.ts'
import { confusionPlot } from '../charts/confusion-plot.ts'
import { curvePlot } from '../charts/curve-plot.ts'
import { intervalPlot } from '../charts/interval-plot.ts'
import { reliabilityPlot } from '../charts/reliability-plot.ts'
import { residualPlot } from '../charts/residual-plot.ts'
import type { Column } from '../column.ts'
import { figure } from '../figure.ts'
import { folded, table } from '../table.ts'
import { shown } from '../text.ts'

/** Slices drawn of a metric: the evidence has them all. */
const SLICES = 40

/** Every claim against its bar, the curves, reliability, metrics, confusion matrix, slices and groups. */
export function modelPart(result: ModelResult, checks: readonly Check[]): Element[] {
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

function claims({ claims }: ModelResult, checks: readonly Check[]): Element[] {
  const rows = claims.flatMap(({ claim, check }) => {
    const found = checks.find(({ id }) => id === check)
    const { value, interval } = found?.measured ?? {}
    const bar = found?.required?.value
    return found && interval && typeof value === 'number' && typeof bar === 'number'
      ? [{ label: shown(claim), value, interval, bar, status: found.status }]
      : []
  })
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

function curves({ curves, calibration, n, positives }: ModelResult): Element[] {
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
  ]
  if (drawn.length === 0) return []
  return [
    figure('Curves', drawn, ['Dashed: a guess that knows nothing of the row; for reliability, a calibrated model.']),
  ]
}

function metrics({ metrics, comparisons, n }: ModelResult): Element {
  const gains = new Map(comparisons.map(one => [one.id, one]))
  const rows = metrics.map(({ id, title, value, interval, champion, method }) => {
    const gain = gains.get(id)
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
  })
  const filled = filledColumns(METRICS, rows)
  return table(`Metrics on ${count(n, 'row')}`, filled.columns, filled.rows)
}

const METRICS: readonly Column[] = [
  { title: 'Metric', keep: true },
  { title: 'Model', align: 'right' },
  { title: 'Interval', align: 'right' },
  { title: 'Champion', align: 'right' },
  { title: 'Gain', align: 'right' },
  { title: 'p of no difference', align: 'right' },
  { title: 'Method', wide: true },
]

/** Classes up to which their matrix is drawn: the cells of more are too small to be read. */
const DRAWN = 20
const NOTE = 'Truth by line, prediction by column; the stronger its colour, the larger a share of its line a cell is.'

function confusion({ confusion, classes, threshold }: ModelResult): Element[] {
  if (confusion) {
    const { tp, fp, fn, tn } = confusion
    const rows = [
      [tp, fn],
      [fp, tn],
    ]
    const drawn = confusionPlot({ names: ['positive', 'negative'], rows })
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
  const matrix = { names: classes.map(({ name }) => shown(name, 40)), rows: classes.map(({ predicted }) => predicted) }
  return [
    ...(classes.length > DRAWN ? [] : [figure('Confusion matrix', [confusionPlot(matrix)], [NOTE])]),
    table(
      'Classes: truth by line, prediction by column',
      [
        { title: 'Class' },
        { title: 'Rows', align: 'right' },
        ...classes.map(({ name }) => ({ title: shown(name, 40), align: 'right' as const })),
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
function residuals({ residuals }: ModelResult): Element[] {
  if (!residuals) return []
  const name = (p: number) => (p === 0 ? 'least' : p === 1 ? 'greatest' : p === 0.5 ? 'median' : formatShare(p))
  return [
    figure(
      'Errors of the predictions',
      [residualPlot(residuals)],
      ['The outer bars take what lies beyond the 1 % and the 99 % quantile.'],
    ),
    table(
      'Quantiles of the errors, predicted less true',
      residuals.quantiles.map(({ p }) => ({ title: name(p), align: 'right' as const })),
      [residuals.quantiles.map(({ value }) => formatNumber(value))],
    ),
  ]
}

function slices({ slices = [], metrics }: ModelResult): Element[] {
  const byMetric = Map.groupBy(slices, ({ metric, gain }) => (gain ? `${metric}, gain over the champion` : metric))
  return [...byMetric].flatMap(([title, rows]) => {
    const drawn = rows.slice(0, SLICES).flatMap(row => sliceRow(row, metrics))
    if (drawn.length === 0) return []
    const plotted = intervalPlot(`${title} by slice`, drawn, { common: true })
    const rest = rows.length > SLICES ? [`${count(rows.length - SLICES, 'more slice')} in the evidence.`] : []
    return [figure(`${title} by slice`, [plotted], ['Tall mark: the value on all rows.', ...rest])]
  })
}

function sliceRow(
  { by, slice, value, interval, status, metric, gain, rows }: SliceRow,
  metrics: ModelResult['metrics'],
) {
  if (value === null || !interval) return []
  const whole = gain ? 0 : metrics.find(({ id }) => id === metric)?.value
  const label = `${by === undefined ? '' : `${by}: `}${slice} (${formatNumber(rows)})`
  return [{ label: shown(label), value, interval, bar: whole ?? undefined, status }]
}

function groups({ by, favourable, level, groups }: FairnessTable): Element {
  const rate = (found: FairnessTable['groups'][number]['selection']) => (found ? formatShare(found.value) : '')
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
