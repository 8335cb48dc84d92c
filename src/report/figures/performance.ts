import type { ChangeRow, PerformanceResult } from '../../core/drift/performance/result.ts'
import { escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatInterval, formatLimit, formatNumber, formatP, formatShare } from '../numbers.ts'
import { STATUS_SIGN } from '../words.ts'

/** Slices shown; the evidence has them all. */
const SHOWN = 20

/** Decisions and metrics of both files and by how much they have changed, the worst first; then the slices. */
export function performanceFigure(result: PerformanceResult): string {
  const { decisions, metrics, slices = [], labels, level, alpha, tests, rows, assumption, beyondReference = 0 } = result
  const lines = [...metrics, decisions].map(lineOf)
  const parts = [table(HEAD, lines, ALIGN)]
  if (slices.length > 0) {
    const more =
      slices.length > SHOWN ? `\n\n_… and ${count(slices.length - SHOWN, 'more line')} in the evidence._` : ''
    parts.push(`${table(HEAD, slices.slice(0, SHOWN).map(lineOf), ALIGN)}${more}`)
  }
  const beyond =
    beyondReference > 0 ? `; ${formatShare(beyondReference)} of the current scores are beyond all of the reference` : ''
  const note = `<sub>${count(rows.reference, 'row')} against ${count(rows.current, 'row')}; change with its ${formatShare(level)} interval; without a sign: reported only; the chance of any false alarm, over ${count(tests, 'test')}, is held at ${formatLimit(alpha)}</sub>`
  return folded(
    `Performance of the predictions, ${labels} on the current rows`,
    [...(assumption ? [`_Performance is ${escapeText(assumption)}${beyond}._`] : []), ...parts, note].join('\n\n'),
  )
}

const HEAD = ['Status', 'Number', 'Reference', 'Current', 'Change', 'Allowed', 'p (Holm)']
const ALIGN = ['left', 'left', 'right', 'right', 'right', 'right', 'right'] as const

function lineOf({ status, title, by, slice, reference, current, change, interval, limit, worse, ...rest }: ChangeRow) {
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

const SIGN = { lower: '\u2212', higher: '+', either: '±' } as const
