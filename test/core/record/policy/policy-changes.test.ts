import { describe, expect, it } from 'vitest'
import { policyChanges } from '../../../../src/core/record/policy/changes/policy-changes.ts'
import { Policy } from '../../../../src/core/record/policy/policy.ts'

const floor = { id: 'auc-floor', gate: 'model-certify', metric: 'auc', comparator: '>=', threshold: 0.8 }
const finding = {
  rule: 'artefact',
  name: 'os.getcwd',
  sha256: 'a'.repeat(64),
  reason: 'Reviewed',
  owner: '@acme/risk',
  expires: '2026-12-31',
}
const waiver = {
  rule: 'auc-floor',
  model: `sha256:${'b'.repeat(64)}`,
  reason: 'Agreed',
  owner: '@acme/risk',
  'requested-by': 'alice',
  expires: '2026-12-31',
}
const key = { name: 'certifier', key: '-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----' }
const log = { origin: 'acme/log', key: 'acme+00000000+A' }
const roles = { risk: { users: ['carol'] } }
const changes = (from: object, to: object) =>
  policyChanges(Policy.parse(from), Policy.parse(to)).map(({ text, effect }) => `${effect}: ${text}`)
const ofRule = (from: object, to: object) =>
  changes({ rules: [{ ...floor, ...from }] }, { rules: [{ ...floor, ...to }] })

describe('a change of the policy', () => {
  it.each([
    [{}, {}, []],
    [
      { require: ['data-validate', 'security-scan'] },
      { require: ['data-validate'] },
      ['weaker: removes security-scan from what is required'],
    ],
    [
      { require: ['data-validate'] },
      { require: ['data-validate', 'security-scan'] },
      ['stronger: adds security-scan to what is required'],
    ],
    [{ rules: [floor] }, {}, ['weaker: removes rule auc-floor (model-certify: auc at least 0.8)']],
    [{}, { rules: [floor] }, ['stronger: adds rule auc-floor (model-certify: auc at least 0.8)']],
    [{}, { 'validity-days': 180 }, ['weaker: changes validity-days from 90 to 180']],
    [
      { 'known-vulnerabilities': 'all' },
      { 'known-vulnerabilities': 'new' },
      ['weaker: changes known-vulnerabilities from all to new'],
    ],
    [{ 'review-days-before': 30 }, {}, ['weaker: takes away review-days-before (30)']],
    [
      {},
      { waivers: [finding] },
      ['weaker: adds the waiver of os.getcwd in aaaaaaaaaaaa (until 2026-12-31, by @acme/risk: Reviewed)'],
    ],
    [
      { rules: [floor], waivers: [waiver] },
      { rules: [floor] },
      ['stronger: removes the waiver of auc-floor for model bbbbbbbbbbbb (until 2026-12-31, by @acme/risk: Agreed)'],
    ],
    [{ 'waiver-limits': { 'max-days': 30 } }, {}, ['weaker: takes away waiver-limits.max-days (30)']],
    [
      { 'waiver-limits': { 'max-days': 90 } },
      { 'waiver-limits': { 'max-days': 30 } },
      ['stronger: changes waiver-limits.max-days from 90 to 30'],
    ],
    [{ 'waiver-limits': { forbid: ['artefact'] } }, {}, ['weaker: removes artefact from what must not be waived']],
    [{}, { 'waiver-limits': { forbid: ['artefact'] } }, ['stronger: adds artefact to what must not be waived']],
    [{ roles, 'waiver-limits': { approver: 'risk' } }, { roles }, ['weaker: takes away waiver-limits.approver (risk)']],
    [{ roles, approvals: [{ role: 'risk' }] }, { roles }, ['weaker: removes approvals by risk']],
    [
      { roles, approvals: [{ role: 'risk', count: 2 }] },
      { roles, approvals: [{ role: 'risk' }] },
      ['weaker: changes count of approvals by risk from 2 to 1'],
    ],
    [
      { roles, approvals: [{ role: 'risk' }] },
      { roles, approvals: [{ role: 'risk', 'distinct-from': ['trigger', 'waiver-requester'] }] },
      ['weaker: removes author from those who must not approve as risk'],
    ],
    [{ roles }, { roles: { risk: { users: ['carol', 'mallory'] } } }, ['weaker: adds mallory to role risk']],
    [
      { roles },
      { roles: { risk: { team: 'acme/risk' } } },
      ['unknown: changes role risk from {"users":["carol"]} to {"team":"acme/risk"}'],
    ],
    [{}, { trust: { keys: [key] } }, ['weaker: adds trusted key certifier']],
    [
      { trust: { log } },
      { trust: {} },
      [
        'weaker: takes away trust.log ({"origin":"acme/log","key":"acme+00000000+A"})',
        'weaker: takes away quorum of trust.log (0)',
      ],
    ],
    [
      { from: { file: 'a.yml' } },
      { from: { file: 'b.yml' } },
      ['unknown: changes where the policy is kept from {"file":"a.yml"} to {"file":"b.yml"}'],
    ],
    [
      { require: ['data-validate', 'security-scan'] },
      { require: ['security-scan', 'data-validate'] },
      ['unknown: puts parts of it in another order'],
    ],
  ] as const)('from %j to %j is told', (from, to, expected) => {
    expect(changes(from, to)).toEqual(expected)
  })

  it('is told weaker things first', () => {
    expect(changes({ 'validity-days': 90 }, { 'validity-days': 91, rules: [floor] })).toEqual([
      expect.stringMatching(/^weaker/),
      expect.stringMatching(/^stronger/),
    ])
  })
})

describe('a change of a rule', () => {
  it.each([
    [{}, { threshold: 0.7 }, 'weaker: changes threshold of rule auc-floor from 0.8 to 0.7'],
    [{}, { threshold: 0.9 }, 'stronger: changes threshold of rule auc-floor from 0.8 to 0.9'],
    [
      { comparator: '<=' },
      { comparator: '<=', threshold: 0.9 },
      'weaker: changes threshold of rule auc-floor from 0.8 to 0.9',
    ],
    [{}, { comparator: '>' }, 'stronger: changes comparator of rule auc-floor from >= to >'],
    [{}, { comparator: '<=' }, 'unknown: changes comparator of rule auc-floor from >= to <='],
    [{}, { bound: 'point' }, 'weaker: sets bound of rule auc-floor to point'],
    [{ bound: 'upper' }, {}, 'stronger: takes away bound of rule auc-floor (upper)'],
    [{}, { bound: 'lower' }, 'unknown: sets bound of rule auc-floor to lower'],
    [{ 'min-rows': 500 }, { 'min-rows': 50 }, 'weaker: changes min-rows of rule auc-floor from 500 to 50'],
    [{ 'min-rows': 500 }, {}, 'weaker: takes away min-rows of rule auc-floor (500)'],
    [{}, { 'min-level': 0.99 }, 'stronger: sets min-level of rule auc-floor to 0.99'],
    [{ 'max-age-days': 7 }, { 'max-age-days': 70 }, 'weaker: changes max-age-days of rule auc-floor from 7 to 70'],
    [{}, { 'max-age-days': 70 }, 'stronger: sets max-age-days of rule auc-floor to 70'],
    [{ slice: '*' }, { slice: 'north' }, 'weaker: changes slice of rule auc-floor from * to north'],
    [{ slice: 'north' }, { slice: '*' }, 'stronger: changes slice of rule auc-floor from north to *'],
    [{ slice: '*' }, { slice: '*', by: 'region' }, 'weaker: sets by of rule auc-floor to region'],
    [{}, { metric: 'f1' }, 'unknown: changes metric of rule auc-floor from auc to f1'],
  ] as const)('from %j to %j', (from, to, expected) => {
    expect(ofRule(from, to)).toEqual([expected])
  })
})
