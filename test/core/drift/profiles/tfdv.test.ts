import { describe, expect, test } from 'vitest'
import { aligned, equalWidth } from '../../../../src/core/drift/profiles/aligned-histograms.ts'
import { expectClose } from '../expect-close.ts'
import { compare, csv } from '../in-memory.ts'

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

describe('histograms', () => {
  test('are aligned at the boundaries of both, values spread evenly within', () => {
    const x = [{ low: 0, high: 10, count: 10 }]
    const y = [
      { low: 5, high: 10, count: 4 },
      { low: 10, high: 15, count: 6 },
    ]
    const { x: p, y: q } = aligned(x, y)
    expect(p.filter((count, i) => count + (q[i] ?? 0) > 0)).toEqual([5, 5, 0])
    expect(q.filter((count, i) => count + (p[i] ?? 0) > 0)).toEqual([0, 4, 6])
  })

  test('have ten buckets of one width, or one for one value', () => {
    const buckets = equalWidth(
      times(101, i => i),
      10,
    )
    expect(buckets.map(({ count }) => count)).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 11])
    expect(equalWidth([3, 3], 10)).toEqual([{ low: 3, high: 3, count: 2 }])
  })
})

describe('a comparison', () => {
  const reference = csv({ x: times(100, i => i), c: times(100, i => (i < 50 ? 'a' : 'b')) })
  const current = csv({ x: times(100, i => i + 50), c: times(100, i => (i < 40 ? 'a' : 'b')) })

  test('is undecided without thresholds, where the tool itself finds no drift', async () => {
    const found = await compare(reference, current, { profile: 'tfdv' })
    expect(found.verdict).toBe('inconclusive')
    expect(found.check('c.distribution').reason).toContain('no threshold is named under limits')
  })

  test('is decided by the thresholds that limits name: texts by L∞, numbers by the divergence to base 2', async () => {
    const found = await compare(reference, current, {
      profile: 'tfdv',
      limits: { 'l-infinity': 0.2, 'jensen-shannon-divergence': 0.4 },
    })
    expect(found.row('c').tool).toMatchObject({ method: 'L-infinity distance', threshold: 0.2, drifted: false })
    // Of each side just under half lies where the other has nothing: (49.5 of 99) → ½ · 1 bit either way.
    expectClose(found.row('x').tool, { score: 50 / 99, threshold: 0.4, drifted: true })
    expect(found.verdict).toBe('failed')
    expectClose(found.row('c').tool, { score: 0.1 })
  })
})
