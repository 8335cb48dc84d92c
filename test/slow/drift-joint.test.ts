import { describe, expect, test } from 'vitest'
import { withJoint } from '../../src/core/drift/joint/joint-columns.ts'
import type { JointSample } from '../../src/core/drift/joint-sample.ts'
import type { DecidingMethod } from '../../src/core/drift/method.ts'
import { domainClassifier, mmd, pcaReconstruction } from '../../src/core/drift/methods/index.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { random } from '../core/drift/random.ts'

const ALPHA = 0.05
const RUNS = 300
/** A rate of alpha shows up as more than this in one of a thousand simulations. */
const SLACK = 3.1 * Math.sqrt((ALPHA * (1 - ALPHA)) / RUNS)

const NAMES = ['a', 'b', 'c']
const { drift } = Settings.parse({ drift: { embeddings: { vector: NAMES } } })

/** Correlated numbers, moved by as much along the first of them. */
function rows(n: number, { normal }: ReturnType<typeof random>, shift = 0): JointSample {
  const made = Array.from({ length: n }, () => {
    const base = normal()
    return [base + shift, base + normal(), normal()]
  })
  return { rows: n, columns: new Map(NAMES.map((name, j) => [name, made.map(row => String(row[j]))])) }
}

describe.each<DecidingMethod>([mmd, domainClassifier, pcaReconstruction])('$id', method => {
  const from = random(20240601)
  const draw = (shift: number) => {
    const tables = { reference: rows(150, from), current: rows(120, from, shift) }
    const found = withJoint([], tables, drift).map(column => method.measure(column, ALPHA, String(from.uniform())))
    const inference = found[0]?.inference
    if (!inference) throw new Error(`Expected ${method.id} to infer something`)
    return { ...inference, effect: found[0]?.effect ?? 0 }
  }
  const same = Array.from({ length: RUNS }, () => draw(0))

  test('rejects equality with chance alpha at most where it holds', () => {
    expect(same.filter(({ pValue }) => pValue <= ALPHA).length / RUNS).toBeLessThanOrEqual(ALPHA + SLACK)
  })

  test('bounds 0 from above always, and from below but for chance alpha', () => {
    expect(same.filter(({ interval }) => interval[0] > 0).length / RUNS).toBeLessThanOrEqual(ALPHA + SLACK)
  })

  test('finds a move of two deviations', () => {
    if (method === pcaReconstruction) return
    expect(draw(2).pValue).toBeLessThanOrEqual(0.002)
  })
})
