import { describe, expect, it } from 'vitest'
import { centralMoments } from '../../../../src/core/tables/measures/central-moments.ts'
import { distinctCount, distinctIn } from '../../../../src/core/tables/measures/distinct-count.ts'
import { exactProduct } from '../../../../src/core/tables/measures/exact-product.ts'
import type { Measure } from '../../../../src/core/tables/measures/measure.ts'
import { powerSums } from '../../../../src/core/tables/measures/power-sums.ts'
import { rowSample, SAMPLE, sampled } from '../../../../src/core/tables/measures/row-sample.ts'
import { textBatch } from '../../../../src/core/tables/text-batch.ts'
import { number } from '../../../../src/core/tables/types/number.ts'
import { random } from '../../drift/random.ts'
import { aColumn } from '../a-column.ts'

const x = aColumn('x', number)

/** The state after rows with these cells, in shards of a size, merged from the last to the first. */
function measured<State>(measure: Measure<State>, cells: readonly string[], shard = cells.length): State {
  const rows = cells.map((cell, i) => ({ line: i + 2, cells: [cell] }))
  const states: State[] = []
  for (let from = 0; from < rows.length; from += shard) {
    const state = measure.init()
    measure.add(state, textBatch(rows.slice(from, from + shard)))
    states.push(state)
  }
  const whole = measure.init()
  for (const state of states.toReversed()) measure.merge(whole, structuredClone(state))
  return whole
}

describe('moments', () => {
  const values = Array.from({ length: 50 }, (_, i) => 1e8 + i * 0.1 + (i % 7) ** 2)

  // From Python's fractions: exact until the last division.
  it('have no digits cancelled: numbers far from zero', () => {
    const moments = centralMoments(measured(powerSums(x, 4), values.map(String)))
    expect(moments?.mean).toBe(100000015.19)
    expect(moments?.variance).toBeCloseTo(165.00499999051192, 10)
    expect(moments?.skewness).toBeCloseTo(0.6856904071953939, 12)
    expect(moments?.kurtosis).toBeCloseTo(-0.8545809708302204, 12)
  })

  it('are the same in any shards, bit for bit', () => {
    const whole = centralMoments(measured(powerSums(x, 4), values.map(String)))
    for (const shard of [1, 7, 49])
      expect(centralMoments(measured(powerSums(x, 4), values.map(String), shard))).toEqual(whole)
  })

  it('of one value, and of values that are all the same, have no spread', () => {
    expect(centralMoments(measured(powerSums(x, 4), ['3']))).toMatchObject({ mean: 3, variance: undefined })
    expect(centralMoments(measured(powerSums(x, 4), ['3', '3']))).toMatchObject({ variance: 0, skewness: undefined })
    expect(centralMoments(measured(powerSums(x, 2), ['', '']))).toBeUndefined()
  })

  it('rest on products without error', () => {
    expect(exactProduct(1 + 2 ** -30, 1 + 2 ** -30)).toEqual([1 + 2 ** -29, 2 ** -60])
    expect(exactProduct(0.1, 0.1)).toEqual([0.010000000000000002, -8.326672684688674e-19])
  })
})

describe('a sample of rows', () => {
  it('is all of them where they are few', () => {
    expect(
      sampled(measured(rowSample([x]), ['1', '2', '3']))
        .flat()
        .toSorted(),
    ).toEqual([1, 2, 3])
  })

  it('is else as many as it keeps, the same in any shards, and as if by lot', () => {
    const cells = Array.from({ length: 3 * SAMPLE }, (_, i) => String(i))
    const whole = sampled(measured(rowSample([x]), cells))
    expect(whole).toHaveLength(SAMPLE)
    expect(sampled(measured(rowSample([x]), cells, 7001))).toEqual(whole)
    const mean = whole.flat().reduce((sum, value) => sum + value, 0) / SAMPLE
    // Within four standard errors of the mean of 0 … 59 999.
    expect(Math.abs(mean - (3 * SAMPLE - 1) / 2)).toBeLessThan((4 * (3 * SAMPLE)) / Math.sqrt(12 * SAMPLE))
  })
})

describe('different texts', () => {
  it('are counted while they are few', () => {
    expect(distinctIn(measured(distinctCount(x), ['a', 'b', 'a', '', 'c'], 2))).toEqual({ value: 3 })
  })

  it('are estimated when they are many, within the interval that is told', () => {
    const { uniform } = random(7)
    const cells = Array.from({ length: 260_000 }, () => String(Math.floor(uniform() * 400_000)))
    const truth = new Set(cells).size
    const { value, interval } = distinctIn(measured(distinctCount(x), cells, 50_000))
    expect(interval?.[0]).toBeLessThanOrEqual(truth)
    expect(interval?.[1]).toBeGreaterThanOrEqual(truth)
    expect(Math.abs(value / truth - 1)).toBeLessThan(0.03)
  })
})
