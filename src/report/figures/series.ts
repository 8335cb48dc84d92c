import type { SeriesResult, SeriesRow } from '../../core/drift/series/result.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatLimit, formatNumber, formatShare } from '../numbers.ts'
import { STATUS_SIGN } from '../words.ts'
import { bars } from './bars.ts'

/** Series shown of many, and flagged buckets told of each. */
const SHOWN = 30
const TOLD = 3

/** One line per operational series, the worst first: its judged buckets in time, those that rules have flagged, and what was found there. */
export function seriesFigure({ series, rules, alpha, tests }: SeriesResult): string {
  if (series.length === 0) return ''
  const body = series
    .slice(0, SHOWN)
    .map(row => [STATUS_SIGN[row.status], code(row.name, 60), picture(row), judgedText(row), flaggedText(row)])
  const more =
    series.length > SHOWN
      ? `\n\n_… and ${count(series.length - SHOWN, 'more series', 'more series')} in the evidence._`
      : ''
  const used = rules.map(({ title }) => title).join(', ')
  const note = `<sub>bars: means of the judged buckets in time, those with a ▲ below hold flagged ones; rules: ${escapeText(used)}; the chance of any false alarm, over ${count(tests, 'rule')} and all their buckets, is held at ${formatLimit(alpha)}</sub>`
  return folded(
    `${count(series.length, 'operational series', 'operational series')} judged`,
    `${table(['Status', 'Series', 'Judged in time', 'Judged', 'Flagged'], body, ['left', 'left', 'left', 'left', 'left'])}${more}\n\n${note}`,
  )
}

function picture({ bins }: SeriesRow): string {
  if (bins.length === 0) return ''
  const values = bins.map(({ value }) => Math.max(0, value ?? 0))
  const marks = bins.map(({ flagged }) => (flagged > 0 ? '▲' : '\u2007')).join('')
  const shown = bars(values, Math.max(...values))
  return bins.some(({ flagged }) => flagged > 0) ? `${shown}<br>${marks.trimEnd()}` : shown
}

function judgedText({ judged, every, unscored, from, judgedFrom, until }: SeriesRow): string {
  if (from === undefined || until === undefined) return 'nothing read'
  const left = [
    unscored.missing > 0 ? `${formatNumber(unscored.missing)} missing` : '',
    unscored.thin > 0 ? `${formatNumber(unscored.thin)} too thin` : '',
    unscored.young > 0 ? `${formatNumber(unscored.young)} too young` : '',
    unscored.excepted > 0 ? `${formatNumber(unscored.excepted)} excepted` : '',
    unscored.unlearnt > 0 ? `${formatNumber(unscored.unlearnt)} not learnt` : '',
  ].filter(text => text !== '')
  const span = judgedFrom === undefined ? '' : `<br>${day(judgedFrom)} to ${day(until)}`
  return `${formatNumber(judged)} of ${every}${left.length > 0 ? `, ${left.join(', ')}` : ''}${span}`
}

function flaggedText({ kind, flagged, flaggedCount }: SeriesRow): string {
  if (flaggedCount === 0) return ''
  const isShare = kind === 'error-rate' || kind === 'default-rate'
  const show = (value: number) => (isShare ? formatShare(value) : formatNumber(value))
  const worst = flagged
    .toSorted((a, b) => departure(b) - departure(a))
    .slice(0, TOLD)
    .map(({ at, value, expected }) => {
      const found = value === null ? 'no value' : show(value)
      return `${at.slice(0, 16).replace('T', '\u00a0')}: ${found}${expected === undefined ? '' : `, expected ${show(expected)}`}`
    })
  return `${count(flaggedCount, 'bucket')}<br>${worst.join('<br>')}`
}

type Flagged = SeriesRow['flagged'][number]

const departure = ({ value, expected }: Flagged): number =>
  value === null || expected === undefined ? 0 : Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-9)

const day = (time: string): string => time.slice(0, 10)
