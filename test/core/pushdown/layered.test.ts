import { describe, expect, it } from 'vitest'
import { clickhouse } from '../../../src/core/pushdown/dialects/clickhouse.ts'
import { postgres } from '../../../src/core/pushdown/dialects/postgres.ts'
import { layered } from '../../../src/core/pushdown/layered.ts'
import { lotStages } from '../../../src/core/pushdown/lots.ts'

/** A column that is squared and summed `times` over, from layer to layer. */
const squares = (times: number) => [
  [{ name: 'a0', expression: '"a1"' }],
  ...Array.from({ length: times }, (_, i) => [{ name: `a${i + 1}`, expression: `a${i} * a${i}` }]),
]
const fencesIn = (sql: string) => sql.match(/ AS fence\b/g)?.length ?? 0

describe('layers of a query', () => {
  it('are kept apart for PostgreSQL, which would make them anew wherever they are named, where that costs more than a few steps', () => {
    const of = (times: number) => layered({ from: 't', dialect: postgres }, squares(times), [`sum(a${times})`])
    expect([1, 2, 3, 4, 5, 20].map(times => fencesIn(of(times)))).toEqual([0, 0, 0, 0, 1, 4])
    expect(of(1)).toBe(
      'SELECT (CAST(sum(a1) AS text) COLLATE "C") FROM (SELECT a0 * a0 AS a1 FROM (SELECT "a1" AS a0 FROM t) t0) t',
    )
  })

  it('are nothing of the kind for who keeps what is made', () => {
    expect(fencesIn(layered({ from: 't', dialect: clickhouse }, squares(20), ['sum(a20)']))).toBe(0)
  })

  it('do not take a column of the table for one of their own', () => {
    const layers = [
      Array.from({ length: 12 }, (_, i) => ({ name: `x${i + 1}`, expression: `abs("x${i}")` })),
      Array.from({ length: 12 }, (_, i) => ({ name: `y${i + 1}`, expression: `x${i + 1} + x${i + 1}` })),
    ]
    expect(fencesIn(layered({ from: 't', dialect: postgres }, layers, ['sum(y12)']))).toBe(0)
  })
})

describe('lots', () => {
  it('are products of 32 bits that 63 hold, whose low bits are those of products without a sign', () => {
    const [{ layers }] = lotStages(postgres, 'drift', 5)
    const factors = layers.flat().flatMap(({ expression }) => /\* (-?\d+)\)/.exec(expression)?.[1] ?? [])
    expect(factors).toEqual(['-1640531535', '-2048144789', '-1028477387'])
    for (const [i, factor] of [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35].entries())
      for (const word of [1n, 0xffff_ffffn, 0x8000_0001n]) {
        const product = word * BigInt(factors[i] ?? 0)
        expect(BigInt.asIntN(64, product)).toBe(product)
        expect(product & 0xffff_ffffn).toBe((word * BigInt(factor)) & 0xffff_ffffn)
      }
  })
})
