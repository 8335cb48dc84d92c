import { describe, expect, test } from 'vitest'
import type { Column } from '../../src/core/drift/column.ts'
import type { DecidingMethod } from '../../src/core/drift/method.ts'
import {
  energy,
  hellinger,
  jensenShannon,
  kullbackLeibler,
  mannWhitney,
  psi,
  wasserstein,
  welchT,
} from '../../src/core/drift/methods/index.ts'
import { energyDistance } from '../../src/core/stats/index.ts'
import { column } from '../core/drift/columns.ts'
import { random } from '../core/drift/random.ts'

const ALPHA = 0.05
const RUNS = 400
/** A rate of alpha shows up as more than this in one of a thousand simulations. */
const SLACK = 3.1 * Math.sqrt((ALPHA * (1 - ALPHA)) / RUNS)

const times = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make)
const SHARES = [0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05]
const MOVED = [0.22, 0.2, 0.15, 0.12, 0.1, 0.05, 0.05, 0.11]

/** The effect that the method finds among as many rows as make it exact. */
const sum = (of: (p: number, q: number) => number) => SHARES.reduce((total, p, i) => total + of(p, MOVED[i] ?? 0), 0)
const kl = (p: number, q: number) => p * Math.log2(p / q)
const TRUE_PSI = sum((p, q) => (q - p) * Math.log(q / p))
const TRUE_HELLINGER = Math.sqrt(sum((p, q) => (Math.sqrt(p) - Math.sqrt(q)) ** 2) / 2)
const TRUE_JS = Math.sqrt(sum((p, q) => kl(p, (p + q) / 2) / 2 + kl(q, (p + q) / 2) / 2))
const TRUE_KL = sum((p, q) => kl(p, q) * Math.LN2)

const categories =
  (to: number[], n: number, m: number) =>
  ({ index }: ReturnType<typeof random>) =>
    column(
      'x',
      times(n, () => `k${index(SHARES)}`),
      times(m, () => `k${index(to)}`),
    )
const numbers =
  (shift: number, n: number, m: number) =>
  ({ normal }: ReturnType<typeof random>) =>
    column(
      'x',
      times(n, normal),
      times(m, () => normal() + shift),
    )

/** The energy distance of the standard normal and one moved by 0.3, from evenly spaced quantiles of a large sample. */
const far = (() => {
  const { normal } = random(3)
  const values = times(200_000, normal)
  return energyDistance(
    values,
    values.map(value => value + 0.3),
  )
})()

interface World {
  readonly method: DecidingMethod
  readonly name: string
  readonly effect: number
  readonly draw: (from: ReturnType<typeof random>) => Column
}

const worlds: World[] = [
  ...(
    [
      [psi, TRUE_PSI],
      [hellinger, TRUE_HELLINGER],
      [jensenShannon, TRUE_JS],
      [kullbackLeibler, TRUE_KL],
    ] as const
  ).flatMap(([method, effect]) => [
    { method, name: 'moved, many rows', effect, draw: categories(MOVED, 1500, 900) },
    { method, name: 'moved, few rows', effect, draw: categories(MOVED, 400, 200) },
    { method, name: 'no difference', effect: 0, draw: categories(SHARES, 400, 300) },
  ]),
  { method: psi, name: 'no difference of numbers', effect: 0, draw: numbers(0, 500, 300) },
  { method: wasserstein, name: 'moved', effect: 0.3, draw: numbers(0.3, 300, 200) },
  { method: wasserstein, name: 'no difference', effect: 0, draw: numbers(0, 300, 200) },
  { method: energy, name: 'moved', effect: far, draw: numbers(0.3, 300, 200) },
  { method: energy, name: 'no difference', effect: 0, draw: numbers(0, 300, 200) },
  { method: mannWhitney, name: 'moved', effect: 0.0839912, draw: numbers(0.3, 100, 60) },
  { method: mannWhitney, name: 'no difference', effect: 0, draw: numbers(0, 40, 30) },
  { method: welchT, name: 'moved', effect: 0.3, draw: numbers(0.3, 100, 60) },
  { method: welchT, name: 'no difference', effect: 0, draw: numbers(0, 40, 30) },
]

describe.each(worlds)('$method.id: $name', ({ method, effect, draw }) => {
  const from = random(20240501)
  const measured = times(RUNS, () => {
    const found = method.measure(draw(from), ALPHA, String(from.uniform()))
    if (!found?.inference) throw new Error(`Expected ${method.id} to infer something`)
    return { ...found.inference, effect: found.effect }
  })
  const rate = (holds: (one: (typeof measured)[number]) => boolean) => measured.filter(holds).length / RUNS

  test('the bounds miss the true effect with chance alpha at most, each', () => {
    const below = rate(({ interval }) => effect > interval[1] + 1e-12)
    const above = rate(({ interval }) => effect < interval[0] - 1e-12)
    expect(below).toBeLessThanOrEqual(ALPHA + SLACK)
    expect(above).toBeLessThanOrEqual(ALPHA + SLACK)
  })

  test('equality is rejected with chance alpha at most where it holds', () => {
    if (effect > 0) return
    expect(rate(({ pValue }) => pValue <= ALPHA)).toBeLessThanOrEqual(ALPHA + SLACK)
  })
})
