import { expect, it } from 'vitest'
import type { EvidenceDocument } from '../../../../src/core/record/decision/evidence-document.ts'
import { COMPARATORS } from '../../../../src/core/record/policy/policy-rule.ts'
import { decideBy, document, driftDocument, MODEL_ID, modelDocument } from '../judged.ts'

/** Mulberry32: the same draws on every machine. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Draw = () => number
const oneOf = <T>(draw: Draw, items: readonly T[]): T => {
  const item = items[Math.floor(draw() * items.length)]
  if (item === undefined) throw new Error('Expected something to draw from')
  return item
}

const STATUSES = ['pass', 'warn', 'fail', 'inconclusive'] as const

function someDocuments(draw: Draw): EvidenceDocument[] {
  const value = draw()
  const row = {
    value,
    interval: [value - 0.1 * draw(), value + 0.1 * draw()] as [number, number],
    n: Math.ceil(draw() * 2000),
  }
  const checks = ['a', 'b'].map(id => ({ id, title: id, status: oneOf(draw, STATUSES), reason: 'because' }))
  const all: EvidenceDocument[] = [
    document('data-validate', { checks }),
    modelDocument({ f1: row }, { north: row, south: { value: draw(), n: 3 } }),
    driftDocument([{ column: 'income', psi: draw() }]),
    { gate: 'security-scan', unreadable: 'it is no JSON' },
  ]
  return all.filter(() => draw() < 0.7)
}

function someRule(draw: Draw, id: string): object {
  const compared = {
    comparator: oneOf(draw, COMPARATORS),
    threshold: draw(),
    ...(draw() < 0.5 && { bound: oneOf(draw, ['lower', 'upper', 'point'] as const) }),
    ...(draw() < 0.3 && { 'min-rows': Math.ceil(draw() * 2000) }),
  }
  return {
    id,
    ...oneOf(draw, [
      { gate: oneOf(draw, ['data-validate', 'security-scan', 'drift-compare'] as const), require: 'passed' },
      { gate: 'data-validate', check: oneOf(draw, ['a', 'b', 'c']), require: 'passed' },
      { gate: 'model-certify', metric: oneOf(draw, ['f1', 'auc']), ...compared },
      { gate: 'model-certify', metric: 'f1', slice: oneOf(draw, ['*', 'north', 'south']), ...compared },
      { gate: 'drift-compare', metric: 'psi', feature: oneOf(draw, ['*', 'income', 'age']), ...compared },
    ]),
    ...(draw() < 0.2 && { 'max-age-days': 1 }),
  }
}

const waiverOf = (rule: string) => ({
  rule,
  model: `sha256:${MODEL_ID}`,
  reason: 'Agreed',
  owner: '@acme/risk',
  'requested-by': 'alice',
  from: '2026-11-01',
  expires: '2026-12-31',
})

const RANK = { failed: 2, inconclusive: 1, passed: 0 }

it('adding a rule never turns a refusal into a certificate, nor makes a verdict better', () => {
  const draw = generator(7)
  const seen = { passed: 0, failed: 0, inconclusive: 0 }
  for (let i = 0; i < 1500; i++) {
    const documents = someDocuments(draw)
    const rules = Array.from({ length: Math.floor(draw() * 4) }, (_, k) => someRule(draw, `rule-${k}`))
    const waived = Array.from({ length: rules.length }, (_, k) => `rule-${k}`).filter(() => draw() < 0.5)
    const waivers = [...waived, ...(draw() < 0.3 ? ['data-validate/a'] : [])].map(waiverOf)
    const policy = {
      require: draw() < 0.5 || rules.length === 0 ? [oneOf(draw, ['data-validate', 'model-certify'])] : [],
      waivers,
    }
    const before = decideBy({ ...policy, rules }, documents).verdict
    const at = Math.floor(draw() * (rules.length + 1))
    const after = decideBy({ ...policy, rules: rules.toSpliced(at, 0, someRule(draw, 'added')) }, documents).verdict
    expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before])
    seen[before]++
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
})
