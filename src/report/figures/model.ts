import type { Check } from '../../core/evidence.ts'
import type { ModelResult } from '../../core/model/result.ts'
import { codeBlock } from '../markdown/code-block.ts'
import { escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { unbroken } from '../markdown/unbroken.ts'
import { withinLimit } from '../markdown/within-limit.ts'
import { count, formatInterval, formatNumber, formatPercent } from '../numbers.ts'
import { STATUS_SIGN } from '../words.ts'
import { calibrationFigure } from './calibration.ts'
import { classTables } from './class-tables.ts'
import { curvesFigure } from './curves.ts'
import { fairnessFigure } from './fairness.ts'
import { residualTable } from './residual-table.ts'
import { sliceFigure } from './slices.ts'
import { stripLines } from './strip-lines.ts'

/** Characters of a claim that fit beside its strip. */
const NAME = 60
/** Characters that leave a section room for the checks that did not pass. */
const LARGEST = 8_000

/** Every claim's interval against its bar, then the metrics and the confusion matrix, slices, groups and calibration where a claim or the settings name them. */
export function modelFigure(result: ModelResult, checks: readonly Check[]): string {
  const { confusion, classes, residuals } = result
  const others = [confusionTable(result), classTables(classes), residualTable(residuals)]
  const tables = [metricTable(result), ...others].filter(part => part !== '').join('\n\n')
  const title = confusion || classes ? 'Metrics and confusion matrix' : residuals ? 'Metrics and errors' : 'Metrics'
  const parts = [
    claimStrips(result, checks),
    tables === '' ? '' : folded(`${title} on ${aboutRows(result)}`, tables),
    curvesFigure(result),
    fairnessFigure(result),
    sliceFigure(result),
    calibrationFigure(result),
  ]
  return withinLimit('', parts, LARGEST)
}

/** Only where scores are held against a threshold is it told. */
function aboutRows({ task, n, positives, units, threshold }: ModelResult): string {
  return [
    count(n, 'row'),
    ...(positives === null ? [] : [`${formatNumber(positives)} positive`]),
    ...(units ? [`${formatNumber(units.count)} ${units.noun}`] : []),
    ...(task === 'binary' || task === 'multilabel' ? [`threshold ${threshold}`] : []),
  ].join(', ')
}

/** Every claim on a scale of its own: the bar is `┊`, the estimate `●`. */
function claimStrips({ claims }: ModelResult, checks: readonly Check[]): string {
  const rows = claims.flatMap(({ claim, check }) => {
    const found = checks.find(({ id }) => id === check)
    const { value, interval } = found?.measured ?? {}
    const bar = found?.required?.value
    if (!found || !interval || typeof value !== 'number' || typeof bar !== 'number') return []
    const name = claim.length > NAME ? `${claim.slice(0, NAME - 1)}…` : claim
    const [low, high] = [Math.min(bar, interval[0]), Math.max(bar, interval[1])]
    const margin = (high - low) * 0.1 || 0.01
    const scale = [low - margin, high + margin] as const
    return [{ sign: STATUS_SIGN[found.status], name, value, interval, bar, scale }]
  })
  if (rows.length === 0) return ''
  return `${codeBlock(stripLines(rows))}\n<sub>● estimate, ├ ┤ interval, ┊ the bar of the claim</sub>`
}

function metricTable({ metrics }: ModelResult): string {
  if (metrics.length === 0) return ''
  const withChampion = metrics.some(({ champion }) => champion !== undefined)
  const level = metrics.find(metric => metric.level !== undefined)?.level
  const rows = metrics.map(({ title, value, interval, champion }) => [
    escapeText(title),
    value === null ? 'undefined' : formatNumber(value),
    interval ? unbroken(formatInterval(interval)) : '',
    ...(withChampion ? [champion === undefined || champion === null ? '' : formatNumber(champion)] : []),
  ])
  const head = [
    'Metric',
    'Model',
    level === undefined ? 'Interval' : `${formatPercent(level)} interval`,
    ...(withChampion ? ['Champion'] : []),
  ]
  return table(head, rows, ['left', 'right', 'right', 'right'])
}

function confusionTable({ confusion }: ModelResult): string {
  if (!confusion) return ''
  const { tp, fp, fn, tn } = confusion
  const rows = [
    ['**truly positive**', formatNumber(tp), formatNumber(fn)],
    ['**truly negative**', formatNumber(fp), formatNumber(tn)],
  ]
  return table(['Truth', 'predicted positive', 'predicted negative'], rows, ['left', 'right', 'right'])
}
