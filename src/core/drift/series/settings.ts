import { z } from 'zod'
import { Duration } from './duration.ts'
import { SeriesKind } from './kinds.ts'
import { RuleSettings } from './rule-settings.ts'

const path = (description: string) => z.string().min(1).max(4096).meta({ description, path: true })
const column = (description: string) => z.string().min(1).max(1000).meta({ description })
const variable = (description: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable')
    .meta({ description })
const query = (description: string) => z.string().min(1).max(10_000).meta({ description })

/** Where a Prometheus server is asked. No secret stands here: only the names of environment variables that hold one. */
export const PrometheusSource = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .refine(url => !URL.canParse(url) || (new URL(url).username === '' && new URL(url).password === ''), {
      error: 'an address without user and password: name environment variables that hold them',
    })
    .meta({ description: 'Address of the server, or of what speaks its HTTP API' }),
  query: query('PromQL of one series: one value per bucket. Of a rate: the events'),
  traffic: query(
    'PromQL of the requests in each bucket: what a rate is of, and what the minimum traffic is held against',
  ).optional(),
  quantile: z.number().gt(0).lt(1).optional().meta({
    description:
      'The query gives counts by le, such as sum by (le) (increase(x_bucket[1h])): judge this quantile of them',
  }),
  range: Duration.default('28d').meta({ description: 'How far back the series goes' }),
  until: z.iso.datetime({ offset: true }).optional().meta({ description: 'Time at which it ends; now unless given' }),
  'username-env': variable('Environment variable that holds the user name').optional(),
  'password-env': variable('Environment variable that holds the password').optional(),
  'token-env': variable('Environment variable that holds a bearer token').optional(),
  tenant: z.string().min(1).max(200).optional().meta({ description: 'X-Scope-OrgID, for Mimir, Thanos and the like' }),
  ca: path('Certificate authority of the server, PEM').optional(),
})
export type PrometheusSource = z.output<typeof PrometheusSource>

const Exception = z
  .strictObject({
    from: z.iso.datetime({ offset: true }).meta({ description: 'Begin, inclusive' }),
    until: z.iso.datetime({ offset: true }).meta({ description: 'End, exclusive' }),
    why: z.string().min(1).max(500).meta({ description: 'Reason, as the evidence tells it' }),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
    error: 'a stretch whose end is after its begin',
  })

/** One operational series: where it comes from, what it is, and by which rules it is judged. */
export const Series = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'a name of letters, digits, dots, dashes and underscores')
      .meta({ description: 'Name, as checks have it' }),
    kind: SeriesKind.meta({ description: 'What the series is of' }),
    log: path('A log: CSV, JSON Lines or Parquet').optional(),
    prometheus: PrometheusSource.optional().meta({ description: 'A range query instead of a log' }),
    time: column("Column that holds a row's time: ISO 8601, or seconds or milliseconds since 1970").default(
      'timestamp',
    ),
    count: column('Column that holds how many requests a row stands for; each row is one unless given').optional(),
    events: column(
      'Of a rate: column that holds the events among them: a count, or 0 and 1, or true and false',
    ).optional(),
    value: column('Column that holds the value: a latency, a gauge, or a rate that is already one').optional(),
    quantile: z.number().gt(0).lt(1).default(0.95).meta({ description: 'Of latencies: the quantile that is judged' }),
    every: Duration.default('1h').meta({ description: 'Length of a bucket' }),
    baseline: Duration.default('14d').meta({
      description: 'What is at least known before anything is judged: everything after it is, unless judge is given',
    }),
    judge: Duration.optional().meta({ description: 'Judge only so much at the end, such as 7d' }),
    season: z.enum(['auto', 'none', 'day', 'week', 'month']).default('auto').meta({
      description: 'What repeats: the hours of a day, of a week, the days of a month; auto takes what predicts best',
    }),
    direction: z.enum(['both', 'up', 'down']).optional().meta({
      description: 'Which way is harmful: up for latencies and rates, both otherwise, unless given',
    }),
    'min-change': z.number().min(0).max(100).optional().meta({
      description:
        'Smallest change from what is expected that matters, as a share of it: 0.1, or 0.25 of a rate, unless given',
    }),
    'min-absolute-change': z.number().min(0).default(0).meta({
      description: 'Smallest change that matters, in the unit of the series',
    }),
    'min-traffic': z.int().min(0).default(30).meta({
      description: 'Requests below which the rate or the latency of a bucket says nothing, where requests are counted',
    }),
    'max-missing': z.number().min(0).max(1).default(0.01).meta({
      description: 'Largest share of judged buckets that may be missing',
    }),
    maturity: Duration.optional().meta({
      description: 'Of a default rate: age at which the outcome of a cohort is known; younger ones are not counted',
    }),
    disorder: Duration.optional().meta({
      description:
        'How far a row may stand before its time; one bucket, and not at all where rows are buckets, unless given',
    }),
    except: z.array(Exception).max(1000).default([]).meta({
      description: 'Stretches that are neither judged nor learnt from, such as planned maintenance',
    }),
    rules: RuleSettings,
  })
  .superRefine((series, context) => {
    const fault = (key: 'log' | 'value' | 'events' | 'maturity', message: string) =>
      context.addIssue({ code: 'custom', path: [key], message, input: series[key] })
    if ((series.log === undefined) === (series.prometheus === undefined))
      fault(
        'log',
        series.log === undefined
          ? "the path of a log, unless 'prometheus' is given,"
          : "left out where 'prometheus' is given,",
      )
    if (series.log !== undefined) {
      if ((series.kind === 'latency' || series.kind === 'gauge') && series.value === undefined)
        fault('value', 'the name of a column')
      if (
        (series.kind === 'error-rate' || series.kind === 'default-rate') &&
        (series.events === undefined) === (series.value === undefined)
      )
        fault('events', `the name of a column, or 'value' instead`)
    }
    if ((series.maturity !== undefined) !== (series.kind === 'default-rate'))
      fault(
        'maturity',
        series.maturity ? 'given for a default-rate only' : 'given for a default-rate: a length of time such as 90d',
      )
  })
export type Series = z.output<typeof Series>

/** The series of the settings, each name once. */
export const SeriesList = z
  .array(Series)
  .min(1)
  .max(100)
  .superRefine((list, context) => {
    const names = new Set<string>()
    for (const [i, { name }] of list.entries()) {
      if (names.has(name))
        context.addIssue({ code: 'custom', path: [i, 'name'], message: 'a name of its own', input: name })
      names.add(name)
    }
  })
