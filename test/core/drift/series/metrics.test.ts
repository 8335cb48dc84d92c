import { describe, expect, test } from 'vitest'
import { histogramQuantile } from '../../../../src/core/drift/series/histogram-quantile.ts'
import type { MetricSeries, MetricWindow } from '../../../../src/core/drift/series/metric-series.ts'
import { metricWindow } from '../../../../src/core/drift/series/metrics-reader.ts'
import { PrometheusSource, Series } from '../../../../src/core/drift/series/settings.ts'
import { UserError } from '../../../../src/core/user-error.ts'
import { random } from '../random.ts'
import { judgeLogs } from './judge-files.ts'

const HOUR = 3_600_000
const END = Date.UTC(2024, 2, 1)
const until = new Date(END).toISOString()

/** One series per query, by name: a value for each time, or undefined for none. */
const answering = (queries: Record<string, (i: number) => number | undefined>) => ({
  async range(_: unknown, query: string, { start, end, step }: MetricWindow): Promise<MetricSeries[]> {
    const value = queries[query]
    if (!value) return []
    const times = Array.from({ length: (end - start) / step + 1 }, (_, i) => start + i * step)
    const points = times.flatMap((time, i) => {
      const own = value(i)
      return own === undefined ? [] : [[time, own] as const]
    })
    return [{ labels: {}, points }]
  },
})
const source = (query: string, more: Record<string, unknown> = {}) => ({
  url: 'http://prometheus.example:9090',
  query,
  range: '28d',
  until,
  ...more,
})
const steady = (seed: number, level: number, sd: number) => {
  const { normal } = random(seed)
  const values = Array.from({ length: 700 }, () => level + sd * normal())
  return (i: number) => values[i] ?? level
}

describe('the window', () => {
  const settings = Series.parse({ name: 'a', kind: 'gauge', prometheus: source('q'), every: '1h' })

  test('ends with the last whole bucket, each value standing for the bucket before it', () => {
    const asked = PrometheusSource.parse({ ...source('q'), until: '2024-03-01T00:59:00Z', range: '1d' })
    expect(metricWindow(settings, asked, 0)).toEqual({ start: END - 23 * HOUR, end: END, step: HOUR })
  })

  test('ends now unless it is given', () => {
    const { until: _, ...open } = source('q')
    expect(metricWindow(settings, PrometheusSource.parse(open), END + 5 * HOUR + 1).end).toBe(END + 5 * HOUR)
  })
})

describe('series of a server', () => {
  test('a burst of errors among counted requests is found', async () => {
    const { check, materials } = await judgeLogs(
      [{ name: 'errors', kind: 'error-rate', prometheus: source('bad', { traffic: 'all' }) }],
      {},
      { metrics: answering({ all: () => 1000.4, bad: i => (i === 600 ? 90.2 : 5 + (i % 3)) }) },
    )
    expect(check('errors.rate')).toMatchObject({ status: 'fail', measured: { value: 0.09, n: 1000 } })
    expect(materials).toMatchObject([{ name: 'errors of http://prometheus.example:9090', role: 'series' }])
  })

  test('errors that nobody has counted yet are none, where there are requests', async () => {
    const { check, row } = await judgeLogs(
      [{ name: 'errors', kind: 'error-rate', prometheus: source('bad', { traffic: 'all' }) }],
      {},
      { metrics: answering({ all: () => 1000, bad: i => (i < 400 ? undefined : 1) }) },
    )
    expect(check('errors.missing-buckets').status).toBe('pass')
    expect(row('errors').unscored.missing).toBe(0)
  })

  test.each([
    ['NaN', () => Number.NaN],
    ['infinity', () => Number.POSITIVE_INFINITY],
  ])('of %s alone are inconclusive', async (_, value) => {
    const { check, verdict } = await judgeLogs(
      [{ name: 'queue', kind: 'gauge', prometheus: source('q') }],
      {},
      { metrics: answering({ q: value }) },
    )
    expect(verdict).toBe('inconclusive')
    expect(check('queue.judged').status).toBe('inconclusive')
  })

  test('some NaN among them are missing buckets', async () => {
    const usual = steady(3, 100, 4)
    const { check } = await judgeLogs(
      [{ name: 'queue', kind: 'gauge', prometheus: source('q') }],
      {},
      { metrics: answering({ q: i => (i >= 500 && i < 510 ? Number.NaN : usual(i)) }) },
    )
    expect(check('queue.missing-buckets')).toMatchObject({ status: 'inconclusive', measured: { value: 10 } })
  })

  test('that end before the window does are missing there', async () => {
    const usual = steady(4, 100, 4)
    const { check } = await judgeLogs(
      [{ name: 'queue', kind: 'gauge', prometheus: source('q') }],
      {},
      { metrics: answering({ q: i => (i < 652 ? usual(i) : undefined) }) },
    )
    expect(check('queue.missing-buckets')).toMatchObject({ status: 'inconclusive', measured: { value: 20 } })
  })

  test('that are none, several, or unreachable say so, and the others are judged', async () => {
    const usual = answering({ good: steady(5, 100, 4) })
    const metrics = {
      async range(asked: PrometheusSource, query: string, window: MetricWindow): Promise<readonly MetricSeries[]> {
        if (query === 'down')
          throw new UserError('prometheus.answer', 'Expected an answer but found no connection', { hint: 'Start it' })
        const [one] = await usual.range(asked, 'good', window)
        if (query === 'two' && one)
          return [
            { ...one, labels: { job: 'a' } },
            { ...one, labels: { job: 'b' } },
          ]
        return usual.range(asked, query, window)
      },
    }
    const series = ['down', 'two', 'none', 'good'].map(name => ({ name, kind: 'gauge', prometheus: source(name) }))
    const { check, row, verdict } = await judgeLogs(series, {}, { metrics })
    expect(verdict).toBe('inconclusive')
    expect(check('down.source')).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected an answer but found no connection',
      hint: 'Start it',
    })
    expect(check('two.source').hint).toBe('Join them, such as by sum(…): {"job":"a"} and {"job":"b"} are two of them')
    expect(check('none.source').reason).toBe("Expected one series as 'query' of none but found none")
    expect(row('good')).toMatchObject({ status: 'pass', judged: 336 })
  })
})

describe('a histogram', () => {
  const bounds = [0.05, 0.1, 0.25, 0.5, 1, Number.POSITIVE_INFINITY]
  const counted = (...counts: number[]) => bounds.map((bound, i) => ({ bound, count: counts[i] ?? 0 }))

  test('has its quantile as Prometheus has it, and the bucket as the error', () => {
    // 0.25 + 0.25 × (95 − 80) / (98 − 80)
    expect(histogramQuantile(0.95, counted(20, 50, 80, 98, 100, 100))).toEqual({
      value: 0.25 + (0.25 * 15) / 18,
      error: [0.25, 0.5],
      n: 100,
    })
    expect(histogramQuantile(0.1, counted(20, 50, 80, 98, 100, 100))).toEqual({
      value: 0.025,
      error: [0, 0.05],
      n: 100,
    })
  })

  test('whose quantile lies beyond its last bound knows no upper one', () => {
    expect(histogramQuantile(0.95, counted(0, 0, 0, 0, 50, 100))).toEqual({
      value: 1,
      error: [1, Number.POSITIVE_INFINITY],
      n: 100,
    })
  })

  test('of nothing, or without the bound +Inf, has none', () => {
    expect(histogramQuantile(0.95, counted(0, 0, 0, 0, 0, 0))).toBeUndefined()
    expect(histogramQuantile(0.95, counted(1, 2, 3, 4, 5, 6).slice(0, -1))).toBeUndefined()
  })

  /** Counts by le of 1000 requests an hour, whose latencies lie in the bucket up to 0.25, and from some hour on up to `later`. */
  const histogram = (from: number, later: number) => ({
    async range(_: unknown, __: string, { start, end, step }: MetricWindow): Promise<MetricSeries[]> {
      const times = Array.from({ length: (end - start) / step + 1 }, (_, i) => start + i * step)
      return bounds.map(bound => ({
        labels: { le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound) },
        points: times.map((time, i) => [time, bound >= (i >= from ? later : 0.25) ? 1000 : (i * 7) % 11] as const),
      }))
    },
  })
  const latency = [{ name: 'latency', kind: 'latency', prometheus: source('q', { quantile: 0.95 }) }]

  test('whose quantile moves beyond two bounds fails, its bucket as the interval', async () => {
    const { check } = await judgeLogs(latency, {}, { metrics: histogram(600, 1) })
    expect(check('latency.seasonal-z')).toMatchObject({ status: 'fail', measured: { interval: [0.5, 1] } })
  })

  test('whose new bucket begins where the old one ends leaves it open', async () => {
    const { check } = await judgeLogs(
      [{ ...latency[0], rules: { cusum: false } }],
      {},
      { metrics: histogram(600, 0.5) },
    )
    expect(check('latency.seasonal-z')).toMatchObject({
      status: 'inconclusive',
      measured: { interval: [0.25, 0.5] },
      hint: 'Put a boundary of the histogram near the limit, so that it can be told',
    })
  })

  test('that is no histogram says so', async () => {
    const { check } = await judgeLogs(latency, {}, { metrics: answering({ q: () => 1 }) })
    expect(check('latency.source').reason).toBe(
      "Expected counts by 'le' with a bound +Inf but found 1 series that are not told apart by it alone",
    )
  })
})
