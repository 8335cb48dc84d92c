import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../../src/core/model/evaluation.ts'
import { areaUnderCurve } from '../../../../src/core/model/roc/area-under-curve.ts'
import { delong } from '../../../../src/core/model/roc/delong.ts'
import { pairedAreaUnderCurve } from '../../../../src/core/model/roc/paired-area-under-curve.ts'
import { placementsOf } from '../../../../src/core/model/roc/placements.ts'
import { expectClose } from '../close.ts'

const model = (positives: number[], negatives: number[]) =>
  evaluate({ positives: Float64Array.from(positives), negatives: Float64Array.from(negatives) }, 0.5)

const repeat = (count: number, value: number) => Array.from({ length: count }, () => value)

describe('delong', () => {
  it('counts a tie half', () => {
    const { positives, negatives } = model([0.9, 0.5, 0.5], [0.5, 0.1])
    const placements = placementsOf({ positives, negatives })
    expect([...placements.positives]).toEqual([4, 3, 3])
    expect([...placements.negatives]).toEqual([4, 6])
    expectClose([delong(placements).value], [5 / 6])
    // Variance of 1, ¾, ¾ over 3 and of ⅔, 1 over 2.
    expectClose([delong(placements).standardError], [Math.sqrt(1 / 48 / 3 + 1 / 18 / 2)])
  })
})

describe('an interval never has zero width', () => {
  it('at perfect separation: Clopper and Pearson on min(m, n) pairs', () => {
    const { value, interval, method } = areaUnderCurve(model(repeat(40, 0.9), repeat(60, 0.1)), 0.95)
    expect(value).toBe(1)
    expectClose(interval, [0.025 ** (1 / 40), 1])
    expect(method).toMatch(/^chernoff-hoeffding/)
  })

  it('for a constant score', () => {
    const { value, interval } = areaUnderCurve(model(repeat(40, 0.3), repeat(60, 0.3)), 0.95)
    expect(value).toBe(0.5)
    expect(interval?.[0]).toBeLessThan(0.4)
    expect(interval?.[1]).toBeGreaterThan(0.6)
  })

  it('for an identical challenger', () => {
    const same = model(
      Array.from({ length: 40 }, (_, i) => 0.3 + i / 100),
      Array.from({ length: 60 }, (_, i) => i / 100),
    )
    const reach = 1 - 0.025 ** (1 / 40)
    const { value, interval } = pairedAreaUnderCurve(same, same, 0.95)
    expect(value).toBe(0)
    expectClose(interval, [-reach, reach])
  })

  it('is wider, not narrower, when one row of an identical challenger is placed worse', () => {
    const champion = model(repeat(40, 0.9), repeat(60, 0.1))
    const challenger = model([0.05, ...repeat(39, 0.9)], repeat(60, 0.1))
    const { value, interval } = pairedAreaUnderCurve(challenger, champion, 0.95)
    expectClose([value ?? 0], [-1 / 40])
    expect(interval?.[0]).toBeLessThan(-(1 - 0.025 ** (1 / 40)) - 1 / 40)
  })
})
