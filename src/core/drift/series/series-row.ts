import type { Status } from '../../verdict.ts'
import { durationText } from './duration.ts'
import { distanceLimit } from './episodes.ts'
import type { Prepared } from './prepared.ts'
import type { SeriesRow } from './result.ts'

/** Bars drawn of the judged buckets, and flagged buckets that are listed. */
const BINS = 42
const LISTED = 250

/** The row of a series in the result: its judged buckets in few enough bins to be drawn, and those that were flagged. */
export function seriesRow(
  series: Prepared,
  source: string,
  status: Status,
  flagged: ReadonlyMap<number, readonly string[]>,
  alpha: number,
): SeriesRow {
  const { settings, every, first, from, buckets, rate } = series
  const iso = (place: number) => new Date(first + place * every).toISOString()
  const length = buckets.length
  const size = Math.max(1, Math.ceil((length - from) / BINS))
  const starts = Array.from({ length: Math.ceil(Math.max(0, length - from) / size) }, (_, i) => from + i * size)
  const limit = distanceLimit(series, alpha)
  const places = [...flagged.keys()].sort((a, b) => a - b)
  return {
    name: settings.name,
    kind: settings.kind,
    status,
    source,
    every: durationText(every),
    ...(length > 0 ? { from: iso(0), ...(from < length ? { judgedFrom: iso(from) } : {}), until: iso(length) } : {}),
    judged: series.judged,
    unscored: { ...series.unscored },
    profile: series.profile,
    correlation: series.correlation,
    ...(rate ? { rate: { mean: rate.mean, overDispersion: rate.rho } } : {}),
    bins: starts.map(start => {
      const own = Array.from({ length: Math.min(size, length - start) }, (_, i) => start + i)
      return {
        from: iso(start),
        value: mean(own.map(place => (series.isYoung(place) ? undefined : buckets[place]?.value))),
        expected: mean(own.map(place => series.scores[place]?.expected)),
        flagged: own.filter(place => flagged.has(place)).length,
      }
    }),
    flagged: places.slice(0, LISTED).map(place => {
      const score = series.scores[place]
      return {
        at: iso(place),
        value: buckets[place]?.value ?? null,
        ...(score ? { expected: score.expected, band: [score.at(-limit), score.at(limit)] as [number, number] } : {}),
        rules: [...(flagged.get(place) ?? [])],
      }
    }),
    flaggedCount: places.length,
  }
}

function mean(values: readonly (number | undefined)[]): number | null {
  const known = values.filter(value => value !== undefined)
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length
}
