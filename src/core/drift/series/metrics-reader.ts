import { UserError } from '../../user-error.ts'
import type { Bucket, Gathered } from './bucket.ts'
import { milliseconds } from './duration.ts'
import { histogramQuantile } from './histogram-quantile.ts'
import { isRate } from './kinds.ts'
import type { MetricSeries, MetricWindow } from './metric-series.ts'
import type { PrometheusSource, Series } from './settings.ts'

/** The times to ask for, whole buckets up to the one that has ended: the value at a time stands for the bucket before it. */
export function metricWindow({ every }: Series, { range, until }: PrometheusSource, now: number): MetricWindow {
  const step = milliseconds(every)
  const end = Math.floor((until === undefined ? now : Date.parse(until)) / step) * step
  return { start: end - Math.max(1, Math.floor(milliseconds(range) / step)) * step + step, end, step }
}

/** Buckets of what was answered: to the query, and to the one of the traffic. */
export function readMetrics(
  settings: Series,
  source: PrometheusSource,
  window: MetricWindow,
  answers: { readonly query: readonly MetricSeries[]; readonly traffic?: readonly MetricSeries[] | undefined },
): Gathered {
  const { step, end } = window
  const traffic = answers.traffic && new Map(single(settings, 'traffic', answers.traffic).points)
  const at =
    source.quantile === undefined ? values(settings, answers.query, traffic) : quantiles(source.quantile, answers.query)
  const first = Math.min(...at.times)
  const buckets: Bucket[] = []
  for (let time = first; time <= end; time += step) {
    const seen = traffic?.get(time)
    buckets.push({
      start: time - step,
      ...(seen === undefined || Number.isNaN(seen) ? {} : { traffic: seen }),
      ...at.bucket(time),
    })
  }
  return {
    buckets: Number.isFinite(first) ? buckets : [],
    every: step,
    rowsAreRequests: false,
    until: end,
    rows: buckets.filter(({ value }) => value !== undefined).length,
    faults: [],
  }
}

interface Known {
  readonly times: readonly number[]
  bucket(time: number): Partial<Bucket>
}

/** The one series that is asked for. */
function single(settings: Series, key: 'query' | 'traffic', found: readonly MetricSeries[]): MetricSeries {
  const [one, other] = found
  if (one && !other) return one
  throw new UserError(
    'prometheus.series',
    `Expected one series as '${key}' of ${settings.name} but found ${one ? `${found.length}` : 'none'}`,
    {
      hint: one
        ? `Join them, such as by sum(…): ${found
            .slice(0, 2)
            .map(({ labels }) => JSON.stringify(labels))
            .join(' and ')} are two of them`
        : 'Nothing was scraped under that name in this time, or labels do not match: look at the query in the server’s own page',
    },
  )
}

function values(settings: Series, query: readonly MetricSeries[], traffic: Map<number, number> | undefined): Known {
  const points = new Map(single(settings, 'query', query).points)
  return {
    times: [...points.keys(), ...(traffic?.keys() ?? [])],
    bucket(time) {
      const value = points.get(time)
      if (isRate(settings.kind) && traffic) return counted(value, traffic.get(time))
      if (value === undefined || !Number.isFinite(value) || (value < 0 && settings.kind !== 'gauge')) return {}
      return { value, ...(settings.kind === 'volume' ? { traffic: value } : {}) }
    },
  }
}

/** Events among requests: increases are extrapolated, hence not whole. Events that nobody counted yet are none, where there are requests. */
function counted(events: number | undefined, requests: number | undefined): Partial<Bucket> {
  if (requests === undefined || !Number.isFinite(requests) || requests < 0) return {}
  const seen = events ?? 0
  if (!Number.isFinite(seen) || seen < 0) return {}
  const traffic = Math.round(requests)
  const own = Math.min(traffic, Math.round(seen))
  return { traffic, events: own, value: traffic === 0 ? 0 : own / traffic }
}

/** A quantile of counts by `le`. */
function quantiles(q: number, query: readonly MetricSeries[]): Known {
  const known = query.flatMap(({ labels: { le, ...others }, points }) =>
    le === undefined
      ? []
      : [{ bound: le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le), points: new Map(points), others }],
  )
  const bounds = new Set(known.map(({ bound }) => bound))
  if (
    known.length === 0 ||
    known.length !== query.length ||
    bounds.size !== known.length ||
    !bounds.has(Number.POSITIVE_INFINITY)
  )
    throw new UserError(
      'prometheus.series',
      `Expected counts by 'le' with a bound +Inf but found ${query.length === 0 ? 'no series' : `${query.length} series that are not told apart by it alone`}`,
      {
        hint: 'Ask for them such as sum by (le) (increase(request_seconds_bucket[1h]))',
      },
    )
  return {
    times: known.flatMap(({ points }) => [...points.keys()]),
    bucket(time) {
      const counts = known.flatMap(({ bound, points }) => {
        const count = points.get(time)
        return count === undefined || Number.isNaN(count) ? [] : [{ bound, count }]
      })
      const found = histogramQuantile(q, counts)
      return found ? { traffic: found.n, value: found.value, error: found.error } : {}
    },
  }
}
