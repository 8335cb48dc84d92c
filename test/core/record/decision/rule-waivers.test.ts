import { describe, expect, it } from 'vitest'
import { withApprovals } from '../../../../src/core/record/decision/with-approvals.ts'
import { Policy } from '../../../../src/core/record/policy/policy.ts'
import { canonicalJson } from '../../../../src/core/record/statement/canonical-json.ts'
import { Certificate } from '../../../../src/core/record/statement/certificate.ts'
import { certificateOf } from '../../../../src/core/record/statement/certificate-of.ts'
import { CERTIFICATE_EXTENSION } from '../../../../src/core/record/statement/identifiers.ts'
import { decideBy, document, driftDocument, MODEL_ID, subject } from '../judged.ts'
import { sha256 } from '../memory.ts'

const rules = [
  {
    id: 'psi-income',
    gate: 'drift-compare',
    metric: 'psi',
    feature: 'income',
    comparator: '<',
    threshold: 0.2,
    bound: 'point',
  },
  {
    id: 'psi-age',
    gate: 'drift-compare',
    metric: 'psi',
    feature: 'age',
    comparator: '<',
    threshold: 0.2,
    bound: 'point',
  },
]
const waiver = {
  rule: 'psi-income',
  model: `sha256:${MODEL_ID}`,
  reason: 'Seasonal campaign; agreed in RISK-218',
  owner: '@acme/risk',
  'requested-by': 'alice',
  from: '2026-11-01',
  expires: '2026-12-31',
}
const drift = (income = 0.3, age = 0.1) => [
  driftDocument([
    { column: 'income', psi: income },
    { column: 'age', psi: age },
  ]),
]
const decideWith = (waivers: object[], at?: string, { documents = drift(), limits = {}, model = MODEL_ID } = {}) =>
  decideBy({ require: ['drift-compare'], rules, waivers, 'waiver-limits': limits }, documents, at, model)
const outcome = (decision: ReturnType<typeof decideBy>, rule = 'psi-income') =>
  decision.rules.find(each => each.rule === rule)

describe('a waiver of a rule', () => {
  it('lets the one rule stand for the one model, as waived, with what it would have been', () => {
    const decision = decideWith([waiver])
    expect(decision.verdict).toBe('passed')
    expect(outcome(decision)).toMatchObject({
      status: 'waived',
      unwaived: 'failed',
      waivers: [waiver],
      reason: 'Expected psi of income to be less than 0.2 but found 0.3 (500 rows)',
    })
    expect(outcome(decision, 'psi-age')?.status).toBe('passed')
    expect(decision.waivers).toEqual([waiver])
  })

  it('changes no other rule', () => {
    const decision = decideWith([waiver], undefined, { documents: drift(0.3, 0.3) })
    expect(outcome(decision)?.status).toBe('waived')
    expect(outcome(decision, 'psi-age')?.status).toBe('failed')
    expect(decision.verdict).toBe('failed')
  })

  it('is nothing to another model', () => {
    const decision = decideWith([waiver], undefined, { model: 'e'.repeat(64) })
    expect(decision.verdict).toBe('failed')
    expect(decision.notes).toEqual([])
    expect(outcome(decision)?.reason).not.toContain('waiver')
  })

  it.each([
    ['2026-10-31T23:59:59Z', 'failed', 'the waiver of psi-income holds from 2026-11-01 only'],
    ['2026-11-01T00:00:00Z', 'waived', 'Expected psi of income'],
    ['2026-12-31T23:59:59Z', 'waived', 'Expected psi of income'],
    ['2027-01-01T00:00:00Z', 'failed', 'the waiver of psi-income expired on 2026-12-31'],
    ['2027-01-01T00:00:01Z', 'failed', 'the waiver of psi-income expired on 2026-12-31'],
  ])('at %s makes it %s', (at, status, reason) => {
    expect(outcome(decideWith([waiver], at))).toMatchObject({ status, reason: expect.stringContaining(reason) })
  })

  it.each([
    ['as long as it may', { 'max-days': 61 }, waiver, 'waived', ''],
    [
      'a day too long',
      { 'max-days': 60 },
      waiver,
      'failed',
      'it holds 61 days, and the policy lets a waiver hold 60 days',
    ],
    ['from nobody knows when', { 'max-days': 900 }, { ...waiver, from: undefined }, 'failed', 'it names no first day'],
    ['of what must not be waived', { forbid: ['psi-income'] }, waiver, 'failed', 'is refused: the policy forbids it'],
    ['of what may be', { forbid: ['psi-age'] }, waiver, 'waived', ''],
  ] as const)('%s is judged by the limits', (_, limits, given, status, reason) => {
    const decision = decideWith([given], undefined, { limits })
    expect(outcome(decision)).toMatchObject({ status, reason: expect.stringContaining(reason) })
    expect(decision.notes).toEqual([])
  })

  it('that is not needed, or refused though the rule holds, is told', () => {
    expect(decideWith([waiver], undefined, { documents: drift(0.1) }).notes).toEqual([
      'The waiver of psi-income excepts nothing: what it is for holds, or another waiver excepts it',
    ])
    const { notes, verdict } = decideWith([waiver], '2027-06-01T00:00:00Z', { documents: drift(0.1) })
    expect(verdict).toBe('passed')
    expect(notes).toEqual(['The waiver of psi-income expired on 2026-12-31'])
  })

  it('does not stand in for evidence: a gate that is required and missing stays missing', () => {
    const decision = decideWith([waiver], undefined, { documents: [document('data-validate') as never] })
    expect(outcome(decision)?.status).toBe('waived')
    expect(outcome(decision, 'drift-compare')?.status).toBe('inconclusive')
    expect(decision.verdict).toBe('inconclusive')
  })

  it('certifies nothing where no gate ran', () => {
    const all = rules.map(({ id }) => ({ ...waiver, rule: id }))
    expect(decideBy({ require: [], rules, waivers: all }, []).verdict).toBe('inconclusive')
  })

  it('awaits the approver that the policy names', () => {
    const limited = { require: ['drift-compare'], rules, waivers: [waiver], roles: { risk: { users: ['carol'] } } }
    const decision = decideBy({ ...limited, 'waiver-limits': { approver: 'risk' } }, drift())
    expect(decision.verdict).toBe('inconclusive')
    const approved = { rule: 'approvals', title: 'Approved', status: 'passed', reason: 'risk: carol' } as const
    expect(withApprovals(decision, approved).verdict).toBe('passed')
    expect(withApprovals(decision, { ...approved, status: 'failed' }).verdict).toBe('failed')
    expect(withApprovals(decision, undefined).verdict).toBe('inconclusive')
    expect(decideBy({ ...limited, 'waiver-limits': { approver: 'risk' } }, drift(0.1)).verdict).toBe('passed')
  })
})

describe('a waiver of a check', () => {
  const check = (id: string, status: 'pass' | 'fail' | 'inconclusive') => ({
    id,
    title: id,
    status,
    reason: `${id} is so`,
  })
  const ofCheck = { ...waiver, rule: 'data-validate/age.range' }
  const decideOn = (checks: ReturnType<typeof check>[], waivers: object[], forbid: string[] = []) =>
    decideBy({ require: ['data-validate'], waivers, 'waiver-limits': { forbid } }, [
      document('data-validate', { checks }),
    ])

  it('lets the gate stand without it, and names it', () => {
    const decision = decideOn([check('age.range', 'fail'), check('rows', 'pass')], [ofCheck])
    expect(decision.verdict).toBe('passed')
    expect(outcome(decision, 'data-validate')).toMatchObject({
      status: 'waived',
      unwaived: 'failed',
      waivers: [ofCheck],
      reason: '1 check met the requirements; 1 check did not (age.range: age.range is so)',
    })
  })

  it('leaves the other checks to count', () => {
    const decision = decideOn([check('age.range', 'fail'), check('rows', 'inconclusive')], [ofCheck])
    expect(outcome(decision, 'data-validate')).toMatchObject({ status: 'inconclusive' })
    expect(outcome(decision, 'data-validate')?.waivers).toBeUndefined()
    expect(decision.waivers).toEqual([])
  })

  it.each([['data-validate/age.range'], ['data-validate']])('is refused where %s must not be waived', name => {
    const decision = decideOn([check('age.range', 'fail')], [ofCheck], [name])
    expect(outcome(decision, 'data-validate')).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('the waiver of data-validate/age.range is refused: the policy forbids it'),
    })
  })

  it('does not hide that the verdict was tampered with', () => {
    const tampered = document('data-validate', { checks: [check('age.range', 'fail')], verdict: 'passed' })
    const decision = decideBy({ require: ['data-validate'], waivers: [ofCheck] }, [tampered])
    expect(decision.verdict).toBe('failed')
  })
})

describe('a finding that security-scan let through', () => {
  const finding = {
    rule: 'artefact' as const,
    name: 'mylib.Encoder',
    sha256: 'a'.repeat(64),
    reason: 'Reviewed',
    owner: '@acme/risk',
    expires: '2026-12-31',
  }
  const scan = document('security-scan', {
    checks: [{ id: 'artefact.m', title: 'm', status: 'warn', reason: 'waived', waivers: [finding] }],
  })
  const scanned = (limits: object, more: object = {}) =>
    outcome(
      decideBy({ require: ['security-scan'], waivers: [finding], 'waiver-limits': limits, ...more }, [scan]),
      'waivers',
    )
  const noPickle = { rules: [{ id: 'no-pickle', gate: 'security-scan', require: 'passed' }] }

  it.each([
    ['within the limits', { 'max-days': 39 }, {}, 'passed', 'Waived: mylib.Encoder'],
    ['longer than waivers may hold', { 'max-days': 38 }, {}, 'failed', 'holds longer than 38 days from now'],
    ['of a kind that must not be waived', { forbid: ['artefact'] }, {}, 'failed', 'forbids waivers of artefact'],
    ['of another kind', { forbid: ['secrets'] }, {}, 'passed', 'Waived'],
    ['in a gate that must not be', { forbid: ['security-scan'] }, {}, 'failed', 'forbids to waive security-scan'],
    ['in a check that must not be', { forbid: ['security-scan/artefact.m'] }, {}, 'failed', 'forbids to waive'],
    ['below a rule that must not be', { forbid: ['no-pickle'] }, noPickle, 'failed', 'forbids to waive no-pickle'],
  ] as const)('%s', (_, limits, more, status, reason) => {
    expect(scanned(limits, more)).toMatchObject({ status, reason: expect.stringContaining(reason) })
  })
})

it('is in the certificate, which ends with it', () => {
  const policy = Policy.parse({ require: ['drift-compare'], rules, waivers: [waiver], 'validity-days': 90 })
  const decision = decideBy(policy, drift())
  const input = {
    modelId: MODEL_ID,
    model: {},
    subject,
    documents: drift(),
    policy,
    policyUri: 'policy.yml',
    source: {},
    at: new Date('2026-11-23T06:00:00Z'),
    sha256,
  }
  const certificate = certificateOf({ ...input, decision })
  const { validity, waivers, rules: stated } = certificate.predicate[CERTIFICATE_EXTENSION]
  expect(validity.notAfter).toBe('2026-12-31T23:59:59Z')
  expect(waivers).toEqual([
    {
      rule: waiver.rule,
      name: waiver.rule,
      owner: waiver.owner,
      waiver: sha256(canonicalJson(waiver)),
      expires: '2027-01-01T00:00:00Z',
    },
  ])
  expect(stated).toEqual(decision.rules)
  const refused = structuredClone(certificate)
  for (const rule of refused.predicate[CERTIFICATE_EXTENSION].rules) rule.status = 'failed'
  expect(Certificate.safeParse(refused).success).toBe(false)
})
