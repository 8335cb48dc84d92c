import type { ModelResult, SliceRow } from '../../core/model/result.ts'
import { codeBlock } from '../markdown/code-block.ts'
import { escapeText } from '../markdown/escape.ts'
import { folded } from '../markdown/table.ts'
import { count, formatNumber } from '../numbers.ts'
import { STATUS_ORDER, STATUS_SIGN } from '../words.ts'
import { stripLines } from './strip-lines.ts'

/** Slices shown of a metric; the evidence has them all. */
const SHOWN = 12
const METRICS = 4
const NAME = 36

/** Every slice's interval on one scale per metric, the worst first, with the value on all rows as the bar; empty where no slice was named. */
export function sliceFigure({ slices = [], metrics }: ModelResult): string {
  const groups = Map.groupBy(slices, ({ metric, gain }) => (gain ? `${metric} against the champion` : metric))
  const parts = [...groups].slice(0, METRICS).map(([title, rows]) => {
    const metric = metrics.find(({ id }) => id === rows[0]?.metric)
    const isGain = rows[0]?.gain === true
    return forest(title, rows, isGain ? 0 : (metric?.value ?? null), isGain || metric?.better !== 'lower')
  })
  if (parts.length === 0) return ''
  const open = slices.filter(({ status }) => status !== undefined && status !== 'pass').length
  return folded(
    `${count(slices.length, 'slice')}${open > 0 ? `, ${formatNumber(open)} of them not shown to hold` : ''}`,
    `${parts.join('\n\n')}\n<sub>● estimate, ├ ┤ interval, ┊ all rows; the worst first</sub>`,
  )
}

function forest(title: string, rows: readonly SliceRow[], overall: number | null, higherIsBetter: boolean): string {
  const worst = rows.toSorted((a, b) => rank(a) - rank(b) || room(a, higherIsBetter) - room(b, higherIsBetter))
  const shown = worst.slice(0, SHOWN)
  const ends = shown.flatMap(({ interval }) => (interval ? [...interval] : []))
  const low = Math.min(...ends, overall ?? Number.POSITIVE_INFINITY)
  const high = Math.max(...ends, overall ?? Number.NEGATIVE_INFINITY)
  const scale = [low, high === low ? low + 1 : high] as const
  const lines = shown.flatMap(row => {
    const { value, interval, rows: n, status } = row
    const [sign, name] = [status ? STATUS_SIGN[status] : '  ', nameOf(row)]
    if (value === null || !interval) return [`${sign} ${name}, ${count(n, 'row')}: too few rows`]
    return stripLines([{ sign, name, more: count(n, 'row'), value, interval, bar: overall ?? value, scale }])
  })
  const more = rows.length > SHOWN ? [`… and ${formatNumber(rows.length - SHOWN)} more`] : []
  return `${escapeText(title)}\n${codeBlock([...lines, ...more])}`
}

const nameOf = ({ by, slice }: SliceRow) => {
  const name = by === undefined ? slice : `${by}: ${slice}`
  return name.length > NAME ? `${name.slice(0, NAME - 1).toWellFormed()}…` : name
}

const rank = ({ status, value }: SliceRow) =>
  status === undefined ? STATUS_ORDER.length + (value === null ? 1 : 0) : STATUS_ORDER.indexOf(status)

const room = ({ value }: SliceRow, higherIsBetter: boolean) =>
  value === null ? Number.POSITIVE_INFINITY : higherIsBetter ? value : -value
