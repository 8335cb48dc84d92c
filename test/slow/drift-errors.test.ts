import { beforeAll, describe, expect, test } from 'vitest'
import { cover } from '../../bench/false-alarms/cover.ts'
import { FAMILIES } from '../../bench/false-alarms/families.ts'
import { type Outcome, simulate } from '../../bench/false-alarms/simulate.ts'

const RUNS = 150
const ALPHA = 0.05
/** A rate shows up as more than this beside it in one of a thousand simulations. */
const slack = (rate: number, runs: number) => 3.1 * Math.sqrt((rate * (1 - rate)) / runs)
const share = (found: readonly Outcome[], holds: (one: Outcome) => boolean) => found.filter(holds).length / found.length
const runsWith = (found: readonly Outcome[], holds: (one: Outcome) => boolean) =>
  new Set(found.filter(holds).map(one => one.run)).size / RUNS

describe.each([50, 500, 2000])('thirty columns that have not changed, %i current rows', current => {
  let found: Outcome[] = []
  beforeAll(() => {
    found = simulate({ current, drifted: false, runs: RUNS, seed: `slow ${current}` })
  })

  test('any fails in one run of twenty at most', () => {
    expect(runsWith(found, one => one.failed)).toBeLessThanOrEqual(ALPHA + slack(ALPHA, RUNS))
  })

  test('any is advised in one run of twenty at most', () => {
    expect(runsWith(found, one => one.advised)).toBeLessThanOrEqual(ALPHA + slack(ALPHA, RUNS))
  })

  test('one of ten is left undecided at most, from 500 rows', () => {
    if (current < 500) expect(share(found, one => one.undecided)).toBeGreaterThan(0.9)
    else expect(share(found, one => one.undecided)).toBeLessThanOrEqual(0.1)
  })
})

describe.each([
  [200, 0.5, 0.7],
  [500, 0.95, 0.95],
  [1000, 0.99, 0.99],
])('columns that have moved by 0.3 σ, %i current rows', (current, fails, advised) => {
  let found: Outcome[] = []
  beforeAll(() => {
    found = simulate({ current, drifted: true, runs: RUNS, seed: `moved ${current}` }).filter(one => one.moved)
  })

  test('fail, and are advised, as often as is said', () => {
    expect(share(found, one => one.failed)).toBeGreaterThanOrEqual(fails - slack(fails, found.length))
    expect(share(found, one => one.advised)).toBeGreaterThanOrEqual(advised - slack(advised, found.length))
  })
})

describe.each(FAMILIES.map(({ name }, family) => ({ name, family })))('the bounds of $name', ({ family }) => {
  // Of a hundred categories, five rows each, the law is near: 7 % in place of 5.
  const rate = 0.07

  test.each([50, 500])('hold the true effect at the limit, %i current rows', current => {
    const { above, below } = cover({ family, current, times: 1, runs: 400, seed: `bounds ${family} ${current}` })
    expect(above).toBeLessThanOrEqual(rate + slack(rate, 400))
    expect(below).toBeLessThanOrEqual(rate + slack(rate, 400))
  })
})
