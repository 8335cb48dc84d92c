import { expect, test } from 'vitest'
import { binomial, chiSquared } from '../../../../src/core/stats/index.ts'
import { drawBinomial } from '../../../../src/core/stats/random/draw-binomial.ts'
import { drawMultinomial } from '../../../../src/core/stats/random/draw-multinomial.ts'
import { seeded } from '../../../../src/core/stats/random/seeded.ts'
import { shuffle } from '../../../../src/core/stats/random/shuffle.ts'
import { xoshiro128 } from '../../../../src/core/stats/random/xoshiro128.ts'

const DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

test('xoshiro128** gives the words of the reference implementation', () => {
  // prng.di.unimi.it/xoshiro128starstar.c with the state 1, 2, 3, 4
  const { word } = xoshiro128([1, 2, 3, 4])
  const words = Array.from({ length: 1000 }, word)
  expect(words.slice(0, 10)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ])
  expect(words.at(-1)).toBe(3170714187)
})

test('a digest and a purpose give one sequence, written down here for every machine', () => {
  const first = (digest: string, purpose?: string) => {
    const { word } = seeded(digest, purpose)
    return [word(), word(), word()]
  }
  expect(first(DIGEST)).toEqual(first(DIGEST.toUpperCase()))
  expect(first(DIGEST)).toMatchInlineSnapshot(`
    [
      3907892047,
      1661688764,
      324672717,
    ]
  `)
  expect(first(DIGEST, 'f1')).toMatchInlineSnapshot(`
    [
      1610093352,
      3055015322,
      2622724317,
    ]
  `)
  expect(first('0')).not.toEqual(first('00'))
  // Text that is no digest counts by its letters, and upper case is another text.
  expect(first('seed')).not.toEqual(first('SEED'))
})

test('uniform numbers fill their cells evenly', () => {
  const random = seeded(DIGEST)
  const cells = new Float64Array(100)
  for (let i = 0; i < 100_000; i++) {
    const cell = Math.floor(random.uniform() * 100)
    cells[cell] = (cells[cell] ?? 0) + 1
  }
  expect(goodnessOfFit(cells, () => 1 / 100)).toBeGreaterThan(0.001)
})

test('whole numbers stay below their bound', () => {
  const random = seeded(DIGEST)
  for (const n of [1, 2, 3, 2 ** 32 - 1]) for (let i = 0; i < 1000; i++) expect(random.below(n)).toBeLessThan(n)
  expect(new Set(Array.from({ length: 100 }, () => random.below(3)))).toEqual(new Set([0, 1, 2]))
})

test.each([
  [20, 0.5],
  [20, 0.03],
  [9, 0.9],
  [40, 0.4],
  [100, 0.7],
  [1000, 0.01],
  [500, 0.25],
  [30_000, 0.001],
])('binomial draws of %i trials with probability %d are distributed as they should be', (n, p) => {
  const random = seeded(DIGEST, `${n} ${p}`)
  const counts = new Float64Array(n + 1)
  for (let i = 0; i < 30_000; i++) {
    const k = drawBinomial(random, n, p)
    counts[k] = (counts[k] ?? 0) + 1
  }
  expect(goodnessOfFit(counts, binomial(n, p).pmf)).toBeGreaterThan(0.001)
})

test('a binomial draw of ten million trials has their mean and spread', () => {
  const random = seeded(DIGEST)
  const draws = Array.from({ length: 20_000 }, () => drawBinomial(random, 10_000_000, 0.3))
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length
  expect(Math.abs(mean - 3_000_000)).toBeLessThan(4 * Math.sqrt(2_100_000 / 20_000))
  expect(variance / 2_100_000).toBeGreaterThan(0.96)
  expect(variance / 2_100_000).toBeLessThan(1.04)
})

test('certain and impossible trials', () => {
  const random = seeded(DIGEST)
  expect([drawBinomial(random, 7, 0), drawBinomial(random, 7, 1), drawBinomial(random, 0, 0.5)]).toEqual([0, 7, 0])
  expect(() => drawBinomial(random, 7, 1.5)).toThrow('[0, 1]')
})

test('multinomial draws keep their total, leave empty cells empty, and have the cells’ means', () => {
  const random = seeded(DIGEST)
  const counts = [30, 0, 500, 0, 470, 0]
  const drawn = new Float64Array(6)
  const totals = new Float64Array(6)
  for (let i = 0; i < 2000; i++) {
    drawMultinomial(random, 1000, counts, drawn)
    expect(drawn.reduce((sum, count) => sum + count)).toBe(1000)
    for (const [cell, count] of drawn.entries()) totals[cell] = (totals[cell] ?? 0) + count
  }
  expect([totals[1], totals[3], totals[5]]).toEqual([0, 0, 0])
  for (const [cell, count] of counts.entries())
    expect(Math.abs((totals[cell] ?? 0) / 2000 - count)).toBeLessThanOrEqual(
      4 * Math.sqrt((count * (1 - count / 1000)) / 2000),
    )
})

test('every order of three is shuffled equally often', () => {
  const random = seeded(DIGEST)
  const orders = new Map<string, number>()
  for (let i = 0; i < 6000; i++) {
    const order = shuffle(random, Uint32Array.of(1, 2, 3)).join('')
    orders.set(order, (orders.get(order) ?? 0) + 1)
  }
  expect(orders.size).toBe(6)
  expect(goodnessOfFit(Float64Array.from(orders.values()), () => 1 / 6)).toBeGreaterThan(0.001)
})

/** Pearson's p of counts against probabilities, cells pooled until each expects at least ten. */
function goodnessOfFit(counts: Float64Array, probability: (cell: number) => number): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const pooled = [{ found: 0, expected: 0 }]
  for (const [cell, found] of counts.entries()) {
    const last = pooled.at(-1)
    if (last === undefined || last.expected >= 10) pooled.push({ found, expected: total * probability(cell) })
    else {
      last.found += found
      last.expected += total * probability(cell)
    }
  }
  const rest = pooled.pop()
  const end = pooled.at(-1)
  if (rest && end) {
    end.found += rest.found
    end.expected += rest.expected
  }
  const statistic = pooled.reduce((sum, { found, expected }) => sum + (found - expected) ** 2 / expected, 0)
  return chiSquared(pooled.length - 1).sf(statistic)
}
