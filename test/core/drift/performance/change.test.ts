import { describe, expect, it } from 'vitest'
import { chanceBeyond } from '../../../../src/core/drift/performance/chance-beyond.ts'
import { differenceOf } from '../../../../src/core/drift/performance/difference-of.ts'
import type { Estimated } from '../../../../src/core/drift/performance/estimated.ts'
import { estimatedShare } from '../../../../src/core/drift/performance/estimated-share.ts'
import { rowsToSettle } from '../../../../src/core/drift/performance/rows-to-settle.ts'
import { newcombe, normal } from '../../../../src/core/stats/index.ts'

const share = (hits: number, n: number): Estimated => {
  const estimated = estimatedShare(hits, n)
  if (!estimated) throw new Error('No rows')
  return estimated
}
const around = (value: number, error: number, n = 100): Estimated => ({
  value,
  n,
  method: 'normal',
  intervalAt(level) {
    const reach = normal.isf((1 - level) / 2) * error
    return [value - reach, value + reach]
  },
})

describe('the change of two independent numbers', () => {
  it('has the interval of Newcombe where they are shares', () => {
    const { lower, upper } = newcombe(40, 90, 120, 200, 0.9)
    const [from, to] = differenceOf(share(120, 200), share(40, 90)).intervalAt(0.9)
    expect(from).toBeCloseTo(lower, 12)
    expect(to).toBeCloseTo(upper, 12)
  })

  it('adds squared errors where they are normal', () => {
    const [from] = differenceOf(around(0.8, 0.03), around(0.7, 0.04)).intervalAt(0.9)
    expect(from).toBeCloseTo(-0.1 - normal.isf(0.05) * 0.05, 12)
  })

  it('is beyond what is harmless by the chance that its normal law gives', () => {
    const change = differenceOf(around(0.8, 0.03), around(0.65, 0.04))
    expect(chanceBeyond(change, [-0.05, Number.POSITIVE_INFINITY])).toBeCloseTo(normal.sf(2), 10)
    expect(chanceBeyond(change, [-0.05, 0.05])).toBeCloseTo(2 * normal.sf(2), 10)
    expect(chanceBeyond(change, [-0.16, 0.05])).toBe(1)
    expect(chanceBeyond(change, [Number.NEGATIVE_INFINITY, -0.25])).toBeCloseTo(normal.sf(2), 10)
  })

  it('is settled by as many rows as are said, to two digits', () => {
    const harmless = [-0.05, Number.POSITIVE_INFINITY] as const
    const change = differenceOf(share(80_000, 100_000), share(78, 100))
    expect(change.intervalAt(0.9)[0]).toBeLessThan(-0.05)
    expect(rowsToSettle(change, harmless, 0.9)).toBe(
      'About 630 current rows would settle it if the change stays as it is; it rests on 100 rows',
    )
    const settled = (n: number) => differenceOf(share(80_000, 100_000), share(0.78 * n, n)).intervalAt(0.9)[0] >= -0.05
    expect([settled(500), settled(650)]).toEqual([false, true])
  })

  it('that is beyond, but not surely so among all tests, asks for more rows', () => {
    const change = differenceOf(around(0.8, 0.03), around(0.65, 0.04))
    expect(change.intervalAt(0.5)[1]).toBeLessThan(-0.05)
    expect(rowsToSettle(change, [-0.05, Number.POSITIVE_INFINITY], 0.5)).toContain('compare more rows')
  })

  it('without independent sides asks for more rows of both, and of a change as large as the limit for none', () => {
    const { reachAt: _, ...estimate } = differenceOf(around(0.8, 0.03), around(0.8, 0.04))
    expect(rowsToSettle(estimate, [-0.05, Number.POSITIVE_INFINITY], 0.9)).toBe(
      'About 2.8 times as many rows in each file would settle it if the change stays as it is',
    )
    expect(rowsToSettle({ ...estimate, value: -0.05 }, [-0.05, Number.POSITIVE_INFINITY], 0.9)).toContain(
      'raise the limit',
    )
  })
})
