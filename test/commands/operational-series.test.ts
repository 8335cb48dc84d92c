import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { judgeSettings } from '../core/drift/series/judge-files.ts'

const example = (name: string) => readFileSync(new URL(`../../examples/credit/${name}`, import.meta.url), 'utf8')
const Incidents = z.object({
  incidents: z.array(z.object({ id: z.string(), columns: z.array(z.string()), start: z.string(), end: z.string() })),
})
const { incidents } = Incidents.parse(JSON.parse(readFileSync('test/fixtures/series/incidents.json', 'utf8')))
const COLUMNS: Readonly<Record<string, string>> = {
  requests: 'requests',
  errors: 'errors',
  latency: 'p95_latency_ms',
  defaults: 'default_rate_matured',
}

describe('eight weeks of the credit model in production, at the defaults', () => {
  const judged = judgeSettings(example('operational-series.yml'), { 'serving-log.csv': example('serving-log.csv') })

  test.each(incidents)('$id is found in every series that it is in', async ({ columns, start, end }) => {
    const { series } = await judged
    for (const column of columns) {
      const row = series.series.find(({ name }) => COLUMNS[name] === column)
      const inside = row?.flagged.filter(
        ({ at }) => Date.parse(at) >= Date.parse(start) && Date.parse(at) < Date.parse(end),
      )
      expect(inside?.length, column).toBeGreaterThan(0)
    }
  })

  test('the short ones are found bucket by bucket, and no bucket outside an incident is flagged', async () => {
    const { series } = await judged
    const flagged = series.series.flatMap(({ name, flagged, flaggedCount }) => {
      const own = incidents.filter(({ columns }) => columns.includes(COLUMNS[name] ?? ''))
      const listed = flagged.map(({ at }) => ({ name, at: Date.parse(at), own }))
      expect(own.length > 0 || flaggedCount === 0, `${name} has no incident`).toBe(true)
      return listed
    })
    for (const { name, at, own } of flagged) {
      const within = own.some(({ start, end }) => at >= Date.parse(start) && at < Date.parse(end))
      expect(within, `${name} at ${new Date(at).toISOString()}`).toBe(true)
    }
    const of = (name: string) => flagged.filter(one => one.name === name).map(({ at }) => new Date(at).toISOString())
    expect(of('requests')).toEqual([14, 15, 16, 17].map(hour => `2024-01-17T${hour}:00:00.000Z`))
    expect(of('errors')).toEqual([2, 3, 4].map(hour => `2024-01-30T0${hour}:00:00.000Z`))
  })

  test('each is told by the checks that are for it, and nothing else fails', async () => {
    const { checks } = await judged
    expect(checks.filter(({ status }) => status === 'fail').map(({ id }) => id)).toEqual([
      'requests.seasonal-z',
      'errors.cusum',
      'errors.rate',
      'latency.cusum',
      'latency.seasonal-z',
    ])
    expect(checks.filter(({ status }) => status === 'inconclusive' || status === 'warn')).toEqual([])
  })

  test('a check says what was expected, what was found, and where', async () => {
    const { check, materials } = await judged
    expect(check('errors.rate')).toMatchObject({
      title: 'errors: no bucket with an unusual rate',
      measured: { value: 36 / 347, n: 347, method: 'rate' },
      reason: expect.stringMatching(
        /^Expected a rate of about 0\.306 % at 2024-01-30T04:00Z but found 10\.4 % \(36 of 347\), adjusted p < 10⁻.*; 3 of 1 008 buckets of 1h off: 2024-01-30T02:00Z to 2024-01-30T04:00Z$/,
      ),
      locations: [
        { file: 'serving-log.csv', line: 700, column: 'errors', note: '2024-01-30T02:00Z' },
        { file: 'serving-log.csv', line: 701 },
        { file: 'serving-log.csv', line: 702 },
      ],
    })
    expect(materials).toMatchObject([{ name: 'serving-log.csv', role: 'series', rows: 1344 }])
  })

  test('cohorts whose outcome is not yet known are not counted, and it says so', async () => {
    const { check, row } = await judged
    expect(check('defaults.label-maturity')).toMatchObject({
      status: 'pass',
      measured: { value: 671, n: 1008 },
      reason: expect.stringContaining('337 younger ones (33.4 %), from about 2024-02-12T00:00Z on, are not counted'),
    })
    expect(row('defaults')).toMatchObject({ judged: 671, unscored: { young: 337, missing: 0 } })
  })
})
