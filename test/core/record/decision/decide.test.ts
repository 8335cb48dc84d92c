import { describe, expect, it } from 'vitest'
import { type Evidence, GATES, type GateName } from '../../../../src/core/evidence.ts'
import { decide } from '../../../../src/core/record/decision/decide.ts'
import { readEvidence } from '../../../../src/core/record/decision/evidence-document.ts'
import { Policy } from '../../../../src/core/settings/schema.ts'
import { evidence, material, sha256, subjectOf } from '../memory.ts'

const subject = subjectOf({ 'model.joblib': 'weights' })
const MODEL_ID = 'd'.repeat(64)
const document = (gate: GateName, content: unknown) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return readEvidence(gate, new TextEncoder().encode(text), sha256(text))
}
const passed = (gate: GateName, parts: Partial<Omit<Evidence, 'gate'>> = {}) =>
  document(gate, evidence(gate, { subject, ...parts }))
const check = (id: string, status: 'pass' | 'warn' | 'fail' | 'inconclusive') => ({
  id,
  title: id,
  status,
  reason: 'because',
})
const decideOn = (documents: ReturnType<typeof document>[], require: GateName[] = ['data-validate']) =>
  decide({
    documents,
    policy: Policy.parse({ require }),
    modelId: MODEL_ID,
    subject,
    version: '0.1.0',
    commit: 'c0ffee0000',
    at: new Date(0),
  })

describe('a certification', () => {
  it('passes where every required gate passed on exactly these files', () => {
    const decision = decideOn(
      GATES.map(gate => passed(gate)),
      [...GATES],
    )
    expect(decision.verdict).toBe('passed')
    expect(decision.rules.map(rule => [rule.rule, rule.status])).toEqual([
      ...GATES.map(gate => [gate, 'passed']),
      ['materials', 'passed'],
    ])
    expect(decision.notes).toEqual([])
  })

  it('counts a warning as passed, and says so', () => {
    const decision = decideOn([passed('data-validate', { checks: [check('a', 'pass'), check('b', 'warn')] })])
    expect(decision.verdict).toBe('passed')
    expect(decision.rules[0]?.reason).toBe('2 checks met the requirements, 1 of them with a warning')
  })

  it.each([
    [
      'no evidence at all',
      [],
      'inconclusive',
      'Expected data-validate.evidence.json, which the policy requires, but found none',
    ],
    [
      'an empty file',
      [document('data-validate', '')],
      'inconclusive',
      'to be evidence of data-validate but it is empty',
    ],
    ['no JSON', [document('data-validate', '{')], 'inconclusive', 'it is no JSON'],
    [
      'an unknown key',
      [document('data-validate', { ...evidence('data-validate', { subject }), extra: 1 })],
      'inconclusive',
      'Unrecognized key',
    ],
    [
      'evidence of another gate',
      [document('data-validate', evidence('drift-compare', { subject }))],
      'inconclusive',
      'it is evidence of drift-compare',
    ],
    ['no check', [passed('data-validate', { checks: [] })], 'inconclusive', 'nothing was checked'],
    [
      'a failed check',
      [passed('data-validate', { checks: [check('a', 'pass'), check('b', 'fail')] })],
      'failed',
      '1 of 2 checks (b)',
    ],
    [
      'an inconclusive check',
      [passed('data-validate', { checks: [check('a', 'inconclusive')] })],
      'inconclusive',
      '1 of 1 check (a)',
    ],
    [
      'a verdict its checks do not bear',
      [passed('data-validate', { checks: [check('b', 'fail')], verdict: 'passed' })],
      'failed',
      'which make it failed, but found passed',
    ],
    [
      'a pass without a check',
      [passed('data-validate', { checks: [], verdict: 'passed' })],
      'failed',
      'which make it inconclusive, but found passed',
    ],
    ['evidence about no model', [passed('data-validate', { subject: [] })], 'inconclusive', 'it names no model file'],
    [
      'other bytes',
      [passed('data-validate', { subject: subjectOf({ 'model.joblib': 'other' }) })],
      'failed',
      'model.joblib had sha256',
    ],
    [
      'another name',
      [passed('data-validate', { subject: subjectOf({ 'old.joblib': 'weights' }) })],
      'failed',
      'model.joblib is new',
    ],
    [
      'one file more',
      [passed('data-validate', { subject: [...subject, ...subjectOf({ 'z.bin': '' })] })],
      'failed',
      'z.bin is gone',
    ],
    [
      'a failed gate nobody asked for',
      [passed('data-validate'), passed('drift-compare', { checks: [check('b', 'fail')] })],
      'failed',
      'Expected drift-compare to have passed but it failed',
    ],
    [
      'two contents under one name',
      [
        passed('data-validate', { materials: [material('train.csv', 'data', 'one')] }),
        passed('drift-compare', { materials: [material('train.csv', 'reference', 'two')] }),
      ],
      'failed',
      'train.csv had other bytes for drift-compare than for data-validate',
    ],
    [
      'a scan of other model bytes',
      [passed('data-validate', { materials: [material('model.joblib', 'artefact', 'other')] })],
      'failed',
      'model.joblib had other bytes for data-validate than for the model',
    ],
  ] as const)('is refused on %s', (_, documents, verdict, reason) => {
    const decision = decideOn([...documents])
    expect(decision.verdict).toBe(verdict)
    expect(
      decision.rules
        .filter(rule => rule.status !== 'passed')
        .map(rule => rule.reason)
        .join('\n'),
    ).toContain(reason)
  })

  it('is inconclusive where there is no rule', () => {
    const nothing = { require: [], 'validity-days': 90 }
    expect(
      decide({ documents: [], policy: nothing, modelId: MODEL_ID, subject, version: '0.1.0', at: new Date(0) }).verdict,
    ).toBe('inconclusive')
  })

  it('notes evidence by another version or of another commit', () => {
    const old = passed('data-validate', {
      tool: { name: 'proofmark', version: '0.0.9' },
      run: { commit: 'deadbeef1234', startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:00Z' },
    })
    expect(decideOn([old]).notes).toEqual([
      'data-validate ran with proofmark 0.0.9; this is 0.1.0',
      'data-validate ran on commit deadbeef12; this is c0ffee0000',
    ])
  })
})

describe('waivers in the evidence', () => {
  const waiver = {
    rule: 'artefact' as const,
    name: 'mylib.Encoder',
    sha256: 'a'.repeat(64),
    reason: 'Reviewed',
    owner: '@acme/risk',
    expires: '2026-12-31',
  }
  const waived = { ...check('artefact.m', 'warn'), waivers: [waiver] }
  const decideAt = (at: string, waivers: (typeof waiver)[] | undefined, checks = [waived]) =>
    decide({
      documents: [passed('data-validate', { checks })],
      policy: Policy.parse({ require: ['data-validate'], waivers }),
      modelId: MODEL_ID,
      subject,
      version: '0.1.0',
      at: new Date(at),
    }).rules.find(({ rule }) => rule === 'waivers')

  it('are named where the policy has them and they hold', () => {
    expect(decideAt('2026-12-31T23:59:59Z', [waiver])).toMatchObject({
      status: 'passed',
      reason: 'Waived: mylib.Encoder until 2026-12-31 (by @acme/risk)',
    })
  })

  it('fail the certification where they have expired, or the policy has no such waiver', () => {
    expect(decideAt('2027-01-01T00:00:00Z', [waiver])?.reason).toContain('expired on 2026-12-31')
    expect(decideAt('2026-06-01T00:00:00Z', undefined)).toMatchObject({ status: 'failed' })
    expect(decideAt('2026-06-01T00:00:00Z', [{ ...waiver, owner: '@else' }])?.reason).toContain('no such waiver')
  })

  it('are no rule where there are none', () => {
    expect(
      decideAt(
        '2026-06-01T00:00:00Z',
        [waiver],
        [check('a', 'pass')].map(each => ({ ...each, waivers: [] })),
      ),
    ).toBeUndefined()
  })
})
