import { expect, test } from 'vitest'
import { binomial } from '../../src/core/stats/index.ts'
import { QUIET, simulate } from '../core/drift/series/simulate.ts'

const RUNS = 30
const HOURS = 6 * 7 * 24
const ALPHA = 0.05
/** False alarms that a rate of alpha exceeds once in a thousand tests. */
const MOST = binomial(RUNS, ALPHA).isf(0.001)

test.each(Object.entries(QUIET))('no more false alarms than alpha says, by the usual rules: %s', (_, options) => {
  const found = Array.from({ length: RUNS }, (_, seed) => simulate({ seed: seed + 1, hours: HOURS, ...options }))
  const alarmed = found.filter(({ failed }) => failed.length > 0)
  expect(alarmed.length, alarmed.flatMap(({ failed }) => failed).join(', ')).toBeLessThanOrEqual(MOST)
  // Twenty requests an hour are too few for rates and latencies by the hour, and it says so.
  expect(found.flatMap(({ inconclusive }) => inconclusive).filter(id => !id.endsWith('.minimum-traffic'))).toEqual([])
})

test('an incident of each kind is found', () => {
  const during = (from: number, hours: number, change: object) => (hour: number) =>
    hour >= from && hour < from + hours ? change : {}
  const incident = (change: (hour: number) => object) => simulate({ seed: 1, hours: HOURS, change }).failed
  expect(incident(during(700, 3, { volume: 0.4 }))).toContain('requests.seasonal-z')
  expect(incident(during(700, 72, { volume: 0.8 }))).toContain('requests.cusum')
  expect(incident(during(700, 2, { errors: 6 }))).toContain('errors.rate')
  expect(incident(during(700, 72, { errors: 1.6 }))).toContain('errors.cusum')
  expect(incident(during(700, 1, { latency: 2 }))).toContain('latency.seasonal-z')
  expect(incident(during(700, 72, { latency: 1.15 }))).toContain('latency.cusum')
})
