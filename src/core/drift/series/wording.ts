import { grouped } from '../../wording/grouped.ts'
import { figure, percent } from '../figure.ts'
import { timeText } from './duration.ts'
import type { Prepared } from './prepared.ts'

/** Time of a place, as sentences have it. */
export const at = ({ first, every }: Prepared, place: number): string => timeText(first + place * every)

/** A value of the series inside a sentence. */
export const valueText = ({ settings: { kind } }: Prepared, value: number): string =>
  kind === 'error-rate' || kind === 'default-rate'
    ? percent(value)
    : kind === 'volume'
      ? grouped(Math.round(value))
      : figure(value)

/** How many of how many buckets: `3 of 1 008 buckets of 1h`. */
export const share = (series: Prepared, count: number): string =>
  `${grouped(count)} of ${grouped(series.judged)} ${series.judged === 1 ? 'bucket' : 'buckets'} of ${series.settings.every}`

/** Places in runs of neighbours, as times: `2024-01-17T14:00Z to 17:00Z`. */
export function runsText(series: Prepared, places: readonly number[], most = 3): string {
  const runs: [number, number][] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && place - last[1] <= 3) last[1] = place
    else runs.push([place, place])
  }
  const told = runs.slice(0, most).map(([a, b]) => (a === b ? at(series, a) : `${at(series, a)} to ${at(series, b)}`))
  return `${told.join(', ')}${runs.length > most ? ` and ${grouped(runs.length - most)} more times` : ''}`
}

/** Why nothing could be judged. */
export function nothingJudged({ unscored, buckets, from }: Prepared): string {
  const reasons = [
    unscored.missing > 0 ? `${grouped(unscored.missing)} without a value` : '',
    unscored.thin > 0 ? `${grouped(unscored.thin)} with too little traffic` : '',
    unscored.young > 0 ? `${grouped(unscored.young)} too young` : '',
    unscored.excepted > 0 ? `${grouped(unscored.excepted)} excepted` : '',
    unscored.unlearnt > 0 ? `${grouped(unscored.unlearnt)} of which the baseline teaches nothing` : '',
  ].filter(text => text !== '')
  const judged = Math.max(0, buckets.length - from)
  return `Expected buckets to judge but found none: ${judged === 0 ? `the series is no longer than its baseline, ${grouped(buckets.length)} buckets` : `of ${grouped(judged)} after the baseline, ${reasons.join(', ')}`}`
}
