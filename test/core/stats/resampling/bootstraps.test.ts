import { describe, expect, test } from 'vitest'
import { seeded } from '../../../../src/core/stats/random/seeded.ts'
import { blockLength } from '../../../../src/core/stats/resampling/block-length.ts'
import { bootstrapBlocks } from '../../../../src/core/stats/resampling/bootstrap-blocks.ts'
import { bootstrapCells } from '../../../../src/core/stats/resampling/bootstrap-cells.ts'
import { bootstrapInterval } from '../../../../src/core/stats/resampling/bootstrap-interval.ts'
import { bootstrapUnits } from '../../../../src/core/stats/resampling/bootstrap-units.ts'
import { jackknifeCells } from '../../../../src/core/stats/resampling/jackknife-cells.ts'
import { jackknifeUnits } from '../../../../src/core/stats/resampling/jackknife-units.ts'
import { bootstrapTotals, jackknifeTotals } from '../../../../src/core/stats/resampling/totals.ts'
import { expectClose } from '../expect-close.ts'
import { vectors } from '../resampling-vectors.ts'

const random = (purpose = '') => seeded('0123456789abcdef', purpose)
const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0)
const at = (values: ArrayLike<number>, i: number) => values[i] ?? Number.NaN
const deviation = (values: Float64Array) => {
  const mean = total(values) / values.length
  return Math.sqrt(total(values.map(value => (value - mean) ** 2)) / (values.length - 1))
}

/** F1 of TP, FP, FN, TN. */
const f1 = (cells: ArrayLike<number>) => (2 * at(cells, 0)) / (2 * at(cells, 0) + at(cells, 1) + at(cells, 2))
const CELLS = [40, 12, 20, 128]

describe('cells', () => {
  test('draw as many rows as there are in every stratum, and none into empty cells', () => {
    const { values } = bootstrapCells(
      {
        cells: [30, 0, 10, 0, 60, 7],
        strata: [3, 3],
        statistic: cells => {
          expect([total(cells), at(cells, 0) + at(cells, 2)]).toEqual([107, 40])
          return at(cells, 4)
        },
      },
      random(),
      50,
    )
    expect(new Set(values).size).toBeGreaterThan(5)
  })

  test('vary as rows drawn one by one do', () => {
    const rows = CELLS.flatMap((count, cell) => Array.from({ length: count }, () => cell))
    const ofRows = (counts: Uint32Array) => {
      const cells = [0, 0, 0, 0]
      for (const [row, cell] of rows.entries()) cells[cell] = at(cells, cell) + at(counts, row)
      return f1(cells)
    }
    const byCells = bootstrapCells({ cells: CELLS, statistic: f1 }, random('cells'), 4000).values
    const byRows = bootstrapUnits({ strata: [200], statistic: ofRows }, random('rows'), 4000).values
    expect(deviation(byCells) / deviation(byRows)).toBeCloseTo(1, 1)
    const strata = { cells: CELLS, strata: [2, 2], statistic: f1 }
    expect(deviation(bootstrapCells(strata, random(), 4000).values)).toBeLessThan(deviation(byCells))
  })

  test('leave out one row of each cell', () => {
    const [jackknife] = jackknifeCells({ cells: [2, 0, 3], statistic: cells => at(cells, 0) / total(cells) })
    expect(Array.from(jackknife?.values ?? [])).toEqual([1 / 4, 0, 2 / 4])
    expect(Array.from(jackknife?.times ?? [])).toEqual([2, 0, 3])
  })

  test('the same seed gives the same replicates, another purpose others', () => {
    const draw = (purpose: string) => bootstrapCells({ cells: CELLS, statistic: f1 }, random(purpose), 20).values
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
  })
})

describe('units', () => {
  test('are drawn within their stratum', () => {
    bootstrapUnits(
      {
        strata: [5, 3],
        statistic: counts => {
          expect([total(counts.subarray(0, 5)), total(counts.subarray(5))]).toEqual([5, 3])
          return 0
        },
      },
      random(),
      30,
    )
  })

  test('leave one by one, or in groups where there are many', () => {
    const statistic = (counts: Uint32Array) => total(counts.map((count, unit) => count * unit))
    const [first, second] = jackknifeUnits({ strata: [3, 1], statistic })
    expect([Array.from(first?.values ?? []), Array.from(second?.values ?? [])]).toEqual([[6, 5, 4], [3]])
    const [grouped] = jackknifeUnits({ strata: [5], statistic }, 2)
    expect(Array.from(grouped?.values ?? [])).toEqual([4, 6])
  })
})

describe('totals', () => {
  const parts = Float64Array.from({ length: 120 }, (_, i) => ((i * 7919) % 13) + 1)
  const ratio = (totals: ArrayLike<number>) => at(totals, 0) / at(totals, 1)
  const totals = { strata: [20, 40], width: 2, parts, statistic: ratio }
  const ofCounts = (counts: Uint32Array) => {
    const sums = [0, 0]
    for (const [unit, times] of counts.entries())
      for (const cell of [0, 1]) sums[cell] = at(sums, cell) + times * at(parts, 2 * unit + cell)
    return ratio(sums)
  }

  test('equal the bootstrap and the jackknife of units', () => {
    const units = { strata: [20, 40], statistic: ofCounts }
    expect(bootstrapTotals(totals, random(), 50)).toEqual(bootstrapUnits(units, random(), 50))
    const byUnits = jackknifeUnits(units).flatMap(({ values }) => Array.from(values))
    const byTotals = jackknifeTotals(totals).flatMap(({ values }) => Array.from(values))
    for (const [i, value] of byTotals.entries()) expectClose(value, at(byUnits, i), `without ${i}`)
  })
})

describe('the interval', () => {
  const ofCells = (cells: readonly number[], statistic = f1) => {
    const source = { cells, statistic }
    return bootstrapInterval(
      {
        estimate: statistic(cells),
        units: total(cells),
        replicates: () => bootstrapCells(source, random()),
        jackknife: () => jackknifeCells(source),
      },
      0.95,
    )
  }

  test('contains the estimate', () => {
    const found = ofCells(CELLS)
    if ('gap' in found) throw new Error(found.gap)
    expect(found.interval.lower).toBeLessThan(f1(CELLS))
    expect(found.interval.upper).toBeGreaterThan(f1(CELLS))
    expect(found.standardError).toBeCloseTo((found.interval.upper - found.interval.lower) / 3.92, 2)
  })

  test.each([
    [[20, 9, 9, 11], 'a bootstrap needs at least 50 rows, and there are 49'],
    [[0, 0, 0, 100], 'it is undefined on these rows'],
    [[1, 0, 1, 98], 'it is undefined on'],
    [[50, 0, 0, 50], 'it is the same on every bootstrap resample'],
  ])('of %j is not there, and says why', (cells, gap) => {
    expect(ofCells(cells)).toEqual({ gap: expect.stringContaining(gap) })
  })
})

describe('blocks', () => {
  test('are runs of neighbours, as long as asked for, in a circle', () => {
    const seen = new Float64Array(10)
    bootstrapBlocks(
      {
        length: 10,
        block: 5,
        statistic: counts => {
          expect(total(counts)).toBe(10)
          for (const [place, count] of counts.entries()) seen[place] = at(seen, place) + count
          return 0
        },
      },
      random(),
      2000,
    )
    for (const count of seen) expect(count / 2000).toBeCloseTo(1, 0.5)
    expect(() => bootstrapBlocks({ length: 3, block: 4, statistic: () => 0 }, random())).toThrow('1 to 3')
  })

  test('of one value are drawn as rows are; longer ones keep what depends on each other together', () => {
    const noise = random('noise')
    let last = 0
    const series = Float64Array.from({ length: 400 }, () => {
      last = 0.8 * last + noise.uniform() - 0.5
      return last
    })
    const mean = (counts: Uint32Array) =>
      total(counts.map(() => 0)) + total(Array.from(counts, (count, i) => count * at(series, i))) / 400
    const spread = (block: number) =>
      deviation(bootstrapBlocks({ length: 400, block, statistic: mean }, random(), 1000).values)
    // The mean of such a series varies 1 / (1 − 0.8)·√(1 − 0.8²) = 3 times as much as that of independent values.
    expect(spread(1) / (deviation(series) / 20)).toBeCloseTo(1, 0.9)
    expect(spread(25) / spread(1)).toBeGreaterThan(2)
  })

  test.each(vectors.block_length)("of arch's length $circular", ({ series, circular }) => {
    expect(blockLength(Float64Array.from(series))).toBe(Math.ceil(circular))
  })

  test('span at least the horizon, and one value of a constant series', () => {
    expect(blockLength(new Float64Array(30).fill(2), 4)).toBe(4)
    expect(blockLength(new Float64Array(30).fill(2))).toBe(1)
  })
})
