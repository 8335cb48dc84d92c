import { describe, expect, it } from 'vitest'
import { lotOf as lotOfDrift } from '../../../src/core/drift/measures/lots.ts'
import { drawnKeys } from '../../../src/core/pushdown/drawn-keys.ts'
import { lotOf as lotOfRow } from '../../../src/core/tables/measures/row-sample.ts'

const between = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, i) => low + i)

describe('keys that are drawn', () => {
  it.each([
    ['small ones', 0, 20_000],
    ['those on both sides of 32 bits', 2 ** 32 - 5000, 2 ** 32 + 5000],
    ['those of 31 bits', 2 ** 31 - 5000, 2 ** 31 + 5000],
    ['the greatest that there are', 2 ** 53 - 5000, 2 ** 53 - 1],
  ])('are all whose lots are small enough: of %s', (_, low, high) => {
    const all = between(low, high)
    for (const share of [0.001, 0.02, 0.2]) {
      const [row, drift] = [Math.floor(2 ** 53 * share), Math.floor(2 ** 32 * share)]
      const ofRows = all.filter(key => lotOfRow(key) * 2 ** 53 <= row)
      expect(drawnKeys({ keys: [low, high] }, 'row', row)).toEqual(ofRows)
      expect(Math.abs(ofRows.length / all.length - share)).toBeLessThan(0.02)
      expect(drawnKeys({ keys: [low, high] }, 'drift', drift)).toEqual(all.filter(key => lotOfDrift(key) <= drift))
    }
  })

  it('are not listed where they are too many, lie too far apart, or nobody knows where they lie', () => {
    expect(drawnKeys({ keys: [1, 10_000] }, 'row', 2 ** 53)).toBe(undefined)
    expect(drawnKeys({ keys: [1, 2 ** 40] }, 'row', 1)).toBe(undefined)
    expect(drawnKeys({ keys: undefined }, 'row', 1)).toBe(undefined)
  })
})
