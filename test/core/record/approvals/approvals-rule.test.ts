import { describe, expect, it } from 'vitest'
import type { Approval } from '../../../../src/core/record/approvals/approval.ts'
import { approvalsRule, judgeApprovals } from '../../../../src/core/record/approvals/approvals-rule.ts'
import type { Occasion } from '../../../../src/core/record/approvals/occasion.ts'
import { requiredApprovals } from '../../../../src/core/record/approvals/required-approvals.ts'
import { ApprovalRule } from '../../../../src/core/record/policy/approval-rule.ts'
import { sha256 } from '../memory.ts'

const MODEL = sha256('the model')
const HEAD = '3f2a'.repeat(10)
const IDS: Record<string, string> = { alice: '1', bob: '2', carol: '3', dave: '4' }

const approval = (actor: string, role: string, change: Partial<Approval> = {}): Approval => ({
  role,
  actor,
  actorId: IDS[actor] ?? '99',
  at: '2026-11-23T06:00:00Z',
  of: { commit: HEAD },
  document: sha256(actor),
  ...change,
})
const occasion: Occasion = {
  model: MODEL,
  commit: HEAD,
  authors: [{ login: 'alice', id: '1' }],
  unknownAuthors: [],
  triggers: [],
  waiverRequesters: [],
}
const roles = {
  compliance: { users: ['carol', 'Dave', 'alice'] },
  data: { team: 'acme/data' },
}
const needs = (role: string, change: object = {}) => ApprovalRule.parse({ role, ...change })
const rule = (approvals: readonly Approval[], required = [needs('compliance')], change: Partial<Occasion> = {}) =>
  approvalsRule(approvals, required, roles, { ...occasion, ...change })

describe('counts', () => {
  it('is no rule where nobody has to approve', () => {
    expect(rule([], [])).toBeUndefined()
  })

  it('passes with an approval of the commit, or of the model', () => {
    const passed = { rule: 'approvals', status: 'passed', reason: 'compliance: carol' }
    expect(rule([approval('carol', 'compliance')])).toMatchObject(passed)
    expect(rule([approval('carol', 'compliance', { of: { model: MODEL } })])).toMatchObject(passed)
  })

  it('fails without one, and says what to do', () => {
    expect(rule([])).toMatchObject({
      status: 'failed',
      reason: 'Expected 1 approval by compliance but found none',
      hint: expect.stringContaining(`proofmark approve ${MODEL}`),
    })
  })

  it('counts a person once, however often they approved', () => {
    const twice = [approval('carol', 'compliance'), approval('carol', 'compliance', { of: { model: MODEL } })]
    expect(rule(twice, [needs('compliance', { count: 2 })])).toMatchObject({
      status: 'failed',
      reason: 'Expected 2 approvals by compliance but found 1 (carol)',
    })
    expect(rule([...twice, approval('dave', 'compliance')], [needs('compliance', { count: 2 })])).toMatchObject({
      status: 'passed',
      reason: 'compliance: carol, dave',
    })
  })

  it('counts a person for one role alone', () => {
    const both = [approval('carol', 'compliance'), approval('carol', 'data')]
    expect(rule(both, [needs('compliance'), needs('data')])).toMatchObject({
      status: 'failed',
      reason: 'Expected 1 approval by data but found none',
    })
  })

  it('finds who can stand for what, whatever the order they came in', () => {
    const given = [approval('carol', 'compliance'), approval('carol', 'data'), approval('dave', 'compliance')]
    for (const approvals of [given, given.toReversed()])
      expect(rule(approvals, [needs('compliance'), needs('data')])).toMatchObject({
        status: 'passed',
        reason: 'compliance: dave; data: carol',
      })
  })
})

describe('does not count', () => {
  it.each<[string, Approval, string]>([
    [
      'another commit',
      approval('carol', 'compliance', { of: { commit: 'beef'.repeat(10) } }),
      'carol approved another commit (beefbeefbe, this is 3f2a3f2a3f)',
    ],
    [
      'another model',
      approval('carol', 'compliance', { of: { model: sha256('another') } }),
      `carol approved another model (${sha256('another').slice(0, 12)})`,
    ],
    [
      'somebody who is not listed',
      approval('bob', 'compliance'),
      'bob approved for compliance but is not one of those',
    ],
    [
      'a role that is none',
      approval('carol', 'toString'),
      'carol approved for toString, a role that the policy does not have',
    ],
  ])('%s', (_, given, reason) => {
    expect(rule([given])).toMatchObject({
      status: 'failed',
      reason: `Expected 1 approval by compliance but found none; ${reason}`,
    })
  })

  it('an approval of a commit where the run knows none', () => {
    expect(rule([approval('carol', 'compliance')], undefined, { commit: undefined })).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('this run knows no commit'),
    })
  })

  it('a review that was set aside, and says so', () => {
    expect(rule([], undefined, { setAside: ['the review of carol was dismissed'] })).toMatchObject({
      reason: 'Expected 1 approval by compliance but found none; the review of carol was dismissed',
    })
  })
})

describe('separation of duties', () => {
  it.each<[string, Partial<Occasion>, string]>([
    ['author', { authors: [{ login: 'somebody', id: '3' }] }, 'is an author of the change'],
    ['trigger', { triggers: [{ login: 'CAROL' }] }, 'started the run'],
    ['waiver-requester', { waiverRequesters: [{ login: '@Carol' }] }, 'asked for a waiver that was applied'],
  ])('refuses the %s, by number or by login, and only where it is asked', (kind, change, why) => {
    const given = [approval('carol', 'compliance')]
    expect(rule(given, [needs('compliance', { 'distinct-from': [kind] })], change)).toMatchObject({
      status: 'failed',
      reason: `Expected 1 approval by compliance but found none; carol approved for compliance but ${why}`,
    })
    const others = ['author', 'trigger', 'waiver-requester'].filter(other => other !== kind)
    expect(rule(given, [needs('compliance', { 'distinct-from': others })], change)).toMatchObject({ status: 'passed' })
  })

  it("takes another account of the author's old name for another", () => {
    const given = [approval('carol', 'compliance', { actorId: '77' })]
    expect(rule(given, undefined, { authors: [{ login: 'carol', id: '3' }] })).toMatchObject({ status: 'passed' })
  })

  it('cannot tell where an author has no account', () => {
    const unknown = { unknownAuthors: ['the author of commit 3f2a3f2a3f has no account'] }
    expect(rule([approval('carol', 'compliance')], undefined, unknown)).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringContaining('the author of commit 3f2a3f2a3f has no account'),
    })
    expect(rule([], undefined, unknown)).toMatchObject({ status: 'failed' })
    expect(
      rule([approval('carol', 'compliance')], [needs('compliance', { 'distinct-from': ['trigger'] })], unknown),
    ).toMatchObject({ status: 'passed' })
  })
})

it('asks the approver of waivers where a waiver was applied, once', () => {
  const policy = { approvals: [needs('data')], 'waiver-limits': { approver: 'compliance' } }
  expect(requiredApprovals(policy, false).map(({ role }) => role)).toEqual(['data'])
  expect(requiredApprovals(policy, true)).toMatchObject([
    { role: 'data' },
    { role: 'compliance', count: 1, 'distinct-from': ['author', 'waiver-requester'] },
  ])
  const lax = { ...policy, approvals: [needs('compliance', { 'distinct-from': ['trigger'] })] }
  expect(requiredApprovals(lax, false)).toMatchObject([{ 'distinct-from': ['trigger'] }])
  expect(requiredApprovals(lax, true)).toMatchObject([{ 'distinct-from': ['trigger', 'author', 'waiver-requester'] }])
})

it('says which approvals counted: those that filled a place, and no others', () => {
  const own = approval('alice', 'compliance')
  const old = approval('dave', 'compliance', { of: { commit: 'beef' } })
  const given = [own, old, approval('carol', 'compliance'), approval('carol', 'data')]
  expect(judgeApprovals(given, [needs('compliance')], roles, occasion).counted).toEqual([given[2]])
  expect(judgeApprovals(given, [needs('compliance'), needs('data')], roles, occasion).counted).toEqual([given[2]])
  expect(judgeApprovals(given, [], roles, occasion).counted).toEqual([])
})
