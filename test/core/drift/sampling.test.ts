import { expect, it } from 'vitest'
import { DRAWN } from '../../../src/core/drift/drift-job.ts'
import { compare, csv } from './in-memory.ts'
import { random } from './random.ts'

it('evidence says where a sample of the numbers was compared, and counts the rest over all rows', async () => {
  const from = random(21)
  const numbers = (shift: number) =>
    Array.from({ length: DRAWN + 20_000 }, (_, i) => (i % 50 === 0 ? '' : (from.normal() + shift).toFixed(3)))
  const { check, row, result } = await compare(csv({ x: numbers(0) }), csv({ x: numbers(0.02).slice(0, 5000) }))
  const n = DRAWN + 20_000
  expect(row('x').drawn).toEqual({
    reference: { of: (n * 49) / 50, compared: DRAWN },
    current: { of: 4900, compared: 4900 },
  })
  expect(result.sampling).toContain('smallest lots')
  expect(check('x.distribution')).toMatchObject({ status: 'pass', measured: { n: DRAWN + 4900 } })
  expect(check('x.missing-share').measured).toMatchObject({ value: 0, n: n + 5000 })
  expect(row('x').reported.psi).toBeLessThan(0.01)
  expect(row('x').summary?.reference?.mean).toBeCloseTo(0, 2)
  expect(row('x').summary?.current?.deviation).toBeCloseTo(1, 1)
})

it('nothing is said of samples where there are none', async () => {
  const { row, result } = await compare(csv({ x: [1, 2, 3] }), csv({ x: [1, 2, 3.5] }))
  expect(row('x')).not.toHaveProperty('drawn')
  expect(result).not.toHaveProperty('sampling')
  expect(row('x').summary).toEqual({
    reference: { min: 1, max: 3, mean: 2, deviation: 1 },
    current: { min: 1, max: 3.5, mean: 6.5 / 3, deviation: Math.sqrt(57 / 36) },
  })
})
