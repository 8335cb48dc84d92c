import { describe, expect, test } from 'vitest'
import { featureRows } from '../../../src/core/drift/joint/features.ts'
import { halfSplit } from '../../../src/core/drift/joint/half-split.ts'
import { logisticRegression, score } from '../../../src/core/drift/joint/logistic-regression.ts'
import { reconstruction } from '../../../src/core/drift/joint/reconstruction.ts'
import { wordsOf } from '../../../src/core/drift/joint/words.ts'
import type { JointSample } from '../../../src/core/drift/joint-sample.ts'
import { compare, csv } from './in-memory.ts'
import { random } from './random.ts'

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const sample = (columns: Record<string, string[]>): JointSample => ({
  rows: Object.values(columns)[0]?.length ?? 0,
  columns: new Map(Object.entries(columns)),
})

describe('rows as features', () => {
  test('numbers stand over mean and deviation of the reference, categories and missing are marks', () => {
    const reference = sample({ x: ['1', '3', '', '2'], c: ['a', 'b', 'a', 'a'] })
    const current = sample({ x: ['5'], c: [''] })
    const found = featureRows({ reference, current }, ['x', 'c'])
    const unit = Math.sqrt(2 / 3)
    expect(found.reference[0]).toEqual([-1 / unit, 0, 1, 0, 0])
    expect(found.reference[2]).toEqual([0, 1, 1, 0, 0])
    expect(found.current).toEqual([[3 / unit, 0, 0, 0, 1]])
  })

  test('have squares and products only where asked', () => {
    const reference = sample({ x: ['-1', '1'], y: ['-1', '1'] })
    const rows = featureRows({ reference, current: reference }, ['x', 'y'], true)
    expect(rows.reference).toEqual([
      [-1, -1, 0, 1, 0],
      [1, 1, 0, 1, 0],
    ])
  })

  test('leave out columns that hardly repeat', () => {
    const ids = sample({ id: times(100, i => `id-${i}`) })
    expect(featureRows({ reference: ids, current: ids }, ['id']).reference[0]).toEqual([])
  })
})

test('a logistic regression finds the side that a feature tells, and weighs both sides alike', () => {
  const rows = times(120, i => [i < 100 ? -1 : 1, 0])
  const weights = logisticRegression(
    rows,
    rows.map((_, i) => i >= 100),
  )
  expect(score(weights, [1, 0])).toBeGreaterThan(1)
  expect(score(weights, [-1, 0])).toBeLessThan(-1)
  expect(Math.abs(score(weights, [0, 0]))).toBeLessThan(0.01)
})

test('rows on the main component of others are reconstructed, those beside it are not', () => {
  const base = times(50, i => [i / 10, i / 5, 0.01 * (i % 3)])
  const { kept, error } = reconstruction(base)
  expect(kept).toBe(1)
  expect(error([1, 2, 0])).toBeLessThan(0.05)
  expect(error([2, -1, 0])).toBeGreaterThan(1)
})

test('halves hold everything once, and are the same for one seed', () => {
  const [a, b] = halfSplit([1, 2, 3, 4, 5], 'seed')
  expect([a.length, b.length]).toEqual([2, 3])
  expect([...a, ...b].toSorted()).toEqual([1, 2, 3, 4, 5])
  expect(halfSplit([1, 2, 3, 4, 5], 'seed')).toEqual([a, b])
})

test('words are runs of letters and digits of any script, in lower case', () => {
  expect(wordsOf('Überweisung: 2nd-hand, 東京!')).toEqual(['überweisung', '2nd', 'hand', '東京'])
})

describe('a comparison', () => {
  const { normal } = random(11)
  const vectors = (n: number, shift: number) => ({
    id: times(n, i => `k${i % 3}`),
    e0: times(n, () => (normal() + shift).toFixed(3)),
    e1: times(n, () => normal().toFixed(3)),
  })

  test('of an embedding does not compare its columns one by one', async () => {
    const found = await compare(csv(vectors(300, 0)), csv(vectors(300, 1)), { embeddings: { vector: ['e0', 'e1'] } })
    expect(found.result.columns.map(({ column }) => column).toSorted()).toEqual(['id', 'vector'])
    expect(found.check('vector.distribution')).toMatchObject({ status: 'fail', measured: { method: 'mmd', n: 600 } })
    expect(found.result.rows).toEqual({ reference: 300, current: 300 })
  })

  test('of whole rows is made where a method for them is chosen, and is the same each time', async () => {
    const tables = [csv(vectors(400, 0)), csv(vectors(400, 0))] as const
    const settings = { methods: { rows: 'domain-classifier' } }
    const found = await compare(...tables, settings)
    expect(found.check('(rows).distribution').status).not.toBe('fail')
    expect((await compare(...tables, settings)).checks).toEqual(found.checks)
  })

  test('of too few rows is inconclusive', async () => {
    const found = await compare(csv(vectors(15, 0)), csv(vectors(15, 0)), { methods: { rows: 'pca-reconstruction' } })
    expect(found.check('(rows).distribution')).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringContaining('at least 20 rows'),
    })
  })

  test('refuses an embedding of a column that is not there', async () => {
    const made = compare(csv(vectors(30, 0)), csv(vectors(30, 0)), { embeddings: { vector: ['e0', 'e7'] } })
    await expect(made).rejects.toThrow(/a compared column under 'drift.embeddings' but found 'e7'/)
  })
})
