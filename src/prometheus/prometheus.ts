import { setTimeout as wait } from 'node:timers/promises'
import type { MetricSeries } from '../core/drift/series/metric-series.ts'
import type { PrometheusSource } from '../core/drift/series/settings.ts'
import type { Metrics } from '../ports.ts'
import { RangeAnswer } from './answer-schema.ts'
import { credentials } from './credentials.ts'
import { connectionFault, refused, unreadable } from './faults.ts'
import { type Answer, post } from './request.ts'

const TRIES = 4
/** Seconds for one request and its answer, and the longest wait that a server may ask for. */
const TIMEOUT = 30
const LONGEST_WAIT = 60
/** Points of a series that are asked for at once; the server refuses more than 11 000. */
const POINTS = 10_000

export interface PrometheusOptions {
  /** Milliseconds that count as a second. */
  readonly second?: number
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Reads a file of the settings' folder. */
  readText(path: string): Promise<string>
}

/** Range queries by the HTTP API of Prometheus, or of what speaks it: Thanos, Mimir, VictoriaMetrics. */
export function prometheus({ second = 1000, environment, readText }: PrometheusOptions): Metrics {
  return {
    async range(source, query, { start, end, step }) {
      const headers = credentials(source, environment)
      const ca = source.ca === undefined ? undefined : await readText(source.ca)
      const found = new Map<string, MetricSeries & { points: (readonly [number, number])[] }>()
      for (let from = start; from <= end; from += POINTS * step) {
        const until = Math.min(end, from + (POINTS - 1) * step)
        const form = new URLSearchParams({
          query,
          start: `${from / 1000}`,
          end: `${until / 1000}`,
          step: `${step / 1000}`,
        })
        const text = await ask(source, { headers, form, ca })
        for (const { metric, values } of parsed(source, text)) {
          const key = JSON.stringify(Object.entries(metric).sort(([a], [b]) => (a < b ? -1 : 1)))
          const series = found.get(key) ?? { labels: metric, points: [] }
          for (const [time, value] of values) series.points.push([Math.round(time * 1000), numberOf(value)])
          found.set(key, series)
        }
      }
      return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => series)
    },
  }

  /** The text of an answer; tried again where the server is busy, or the connection was lost. */
  async function ask(
    source: PrometheusSource,
    sent: { headers: Record<string, string>; form: URLSearchParams; ca: string | undefined },
  ): Promise<string> {
    const url = new URL(`${source.url.replace(/\/+$/, '')}/api/v1/query_range`)
    for (let tried = 1; ; tried++) {
      const answer = await post({ url, ...sent, timeout: TIMEOUT * second }).catch((error: unknown) => ({ error }))
      if ('error' in answer) {
        const { fault, again } = connectionFault(source, answer.error, TIMEOUT)
        if (!again || tried === TRIES) throw fault
        await wait(2 ** (tried - 1) * second)
        continue
      }
      if (answer.status === 200) return answer.text
      const seconds = isBusy(answer) ? (retryAfter(answer) ?? 2 ** (tried - 1)) : undefined
      if (seconds === undefined || seconds > LONGEST_WAIT || tried === TRIES) throw refused(source, answer)
      await wait(seconds * second)
    }
  }
}

const isBusy = ({ status }: Answer) => status === 429 || status === 502 || status === 503 || status === 504

/** Seconds that the server asks to wait; a date is left to our own waiting. */
function retryAfter({ headers }: Answer): number | undefined {
  const header = headers['retry-after']
  return typeof header === 'string' && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined
}

function parsed(source: PrometheusSource, text: string) {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw unreadable(source, 'an answer that is no JSON', cause)
  }
  const answer = RangeAnswer.safeParse(json)
  if (!answer.success) throw unreadable(source, 'an answer that is no matrix', answer.error)
  return answer.data.data.result
}

const numberOf = (text: string): number =>
  text === '+Inf'
    ? Number.POSITIVE_INFINITY
    : text === '-Inf'
      ? Number.NEGATIVE_INFINITY
      : Number(text === '' ? 'NaN' : text)
