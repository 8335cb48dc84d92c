import { describe, expect, test } from 'vitest'
import type { Column } from '../../../src/core/drift/column.ts'
import { decide } from '../../../src/core/drift/decide.ts'
import type { DecidingMethod, Measurement } from '../../../src/core/drift/method.ts'
import { kolmogorovSmirnov, missingShare, totalVariation } from '../../../src/core/drift/methods/index.ts'
import { column } from './columns.ts'
import { random } from './random.ts'

const ALPHA = 0.05
const RUNS = 1000
/** A rate of alpha shows up as more than this in one of a thousand simulations. */
const SLACK = 3.1 * Math.sqrt((ALPHA * (1 - ALPHA)) / RUNS)

interface World {
  readonly method: DecidingMethod
  readonly name: string
  /** The true distance. */
  readonly effect: number
  readonly draw: (from: ReturnType<typeof random>) => Column
}

const times = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make)

const shares = [0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05]
const moved = [0.18, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.17]

const worlds: World[] = [
  {
    method: kolmogorovSmirnov,
    name: 'uniform numbers, shifted',
    effect: 0.12,
    draw: ({ uniform }) =>
      column(
        'x',
        times(300, uniform),
        times(150, () => uniform() + 0.12),
      ),
  },
  {
    method: kolmogorovSmirnov,
    name: 'numbers that are 0 or 1',
    effect: 0.12,
    draw: ({ index }) =>
      column(
        'x',
        times(300, () => index([0.5, 0.5])),
        times(150, () => index([0.38, 0.62])),
      ),
  },
  {
    method: kolmogorovSmirnov,
    name: 'no difference',
    effect: 0,
    draw: ({ normal }) => column('x', times(300, normal), times(150, normal)),
  },
  {
    method: totalVariation,
    name: 'two categories',
    effect: 0.12,
    draw: ({ index }) =>
      column(
        'x',
        times(300, () => `k${index([0.5, 0.5])}`),
        times(150, () => `k${index([0.38, 0.62])}`),
      ),
  },
  {
    method: totalVariation,
    name: 'eight categories',
    effect: 0.12,
    draw: ({ index }) =>
      column(
        'x',
        times(300, () => `k${index(shares)}`),
        times(150, () => `k${index(moved)}`),
      ),
  },
  {
    method: totalVariation,
    name: 'no difference',
    effect: 0,
    draw: ({ index }) =>
      column(
        'x',
        times(300, () => `k${index(shares)}`),
        times(150, () => `k${index(shares)}`),
      ),
  },
  {
    method: missingShare,
    name: 'from 5 % to 17 %',
    effect: 0.12,
    draw: ({ uniform }) =>
      column(
        'x',
        times(300, () => (uniform() < 0.05 ? undefined : 1)),
        times(150, () => (uniform() < 0.17 ? undefined : 1)),
      ),
  },
]

describe.each(worlds)('$method.id: $name', ({ method, effect, draw }) => {
  const from = random(20240501)
  const measured = times(RUNS, () => measure(method, draw(from)))
  const rate = (holds: (measurement: Measurement) => boolean) => measured.filter(holds).length / RUNS
  const bounds = ({ inference }: Measurement) => inference?.interval ?? [Number.NaN, Number.NaN]

  test('the true effect exceeds the upper bound with chance alpha at most', () => {
    expect(rate(one => !(effect <= bounds(one)[1]))).toBeLessThanOrEqual(ALPHA + SLACK)
  })

  test('the true effect falls below the lower bound with chance alpha at most', () => {
    expect(rate(one => !(effect >= bounds(one)[0]))).toBeLessThanOrEqual(ALPHA + SLACK)
  })

  test('equality is rejected with chance alpha at most where it holds', () => {
    if (effect > 0) return
    expect(rate(({ inference }) => (inference?.pValue ?? 0) <= ALPHA)).toBeLessThanOrEqual(ALPHA + SLACK)
  })

  test('the bounds say something: neither is 0 or 1 for good', () => {
    expect(rate(one => bounds(one)[1] < 0.4)).toBeGreaterThan(0.9)
  })

  test('a harmful change gets through with chance alpha at most', () => {
    if (effect === 0) return
    const limit = effect - 1e-9
    const through = rate(one => {
      const pValue = one.inference?.pValue ?? 1
      const tested = { pValue, adjustedPValue: pValue, advisoryPValue: pValue }
      return ['pass', 'warn'].includes(decide({ measurement: one, limit, tested }, ALPHA))
    })
    expect(through).toBeLessThanOrEqual(ALPHA + SLACK)
  })
})

function measure(method: DecidingMethod, drawn: Column): Measurement {
  const measurement = method.measure(drawn, ALPHA, '')
  if (!measurement) throw new Error(`Expected ${method.id} to measure a column that has values`)
  return measurement
}
